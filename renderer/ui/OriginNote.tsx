import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';

/** What kinds of source the figures shown themselves rest on; mixed ones are said to be. */
export function OriginNote(props: {
  readonly cut: string | undefined;
  readonly unit?: string;
  readonly indicator?: string;
  readonly task?: string;
}) {
  const { t } = useText();
  const origins = useQuery(useApi().cuts.origins.queryOptions({ input: props })).data ?? [];
  if (origins.length === 0) return null;
  const kinds = origins.map((kind) => t(`sourceKind.${kind}`)).join(', ');
  return <span>{t('source.ofFigures', { count: origins.length, kinds })}</span>;
}
