import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { ImportChanges } from '#renderer/panels/reports/ImportChanges.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { IntakePreviewDto } from '#shared/contract/intake.ts';

/** Task progress, difficulties and documents of the file beside what is here; nothing where it has none. */
export function WordsView({ preview }: { readonly preview: IntakePreviewDto }) {
  const { t, format } = useText();
  const { data } = useQuery(
    useApi().intake.changes.queryOptions({
      input: { id: preview.id ?? '', states: ['new', 'changed'], offset: 0, limit: 1 },
      // A revised preview keeps its id, so what it held before must not be shown for it.
      queryKey: ['changes', preview.id, 'words', preview.reports],
      gcTime: 0,
    }),
  );
  if (preview.reports.length === 0) return null;
  const counts = preview.reports.map(({ kind, added, changed, same }) =>
    t('intake.words.count', {
      kind: t(`snapshots.import.kind.${kind}`),
      ...{ added: format.number(added), changed: format.number(changed), same: format.number(same) },
    }),
  );
  return (
    <Panel title={t('intake.words.title')} note={counts.join(' · ')} flush>
      {data !== undefined && data.reports.length === 0 && <EmptyState title={t('intake.words.same')} />}
      <ImportChanges changes={data?.reports ?? []} />
    </Panel>
  );
}
