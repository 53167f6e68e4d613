import { Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import classes from './SourceMark.module.css';

/** What kinds of source the figures rest on; or the mark of figures that are not real, which stands on every screen. */
export function SourceMark(props: { readonly large?: boolean }) {
  const { t } = useText();
  const info = useQuery(useApi().application.info.queryOptions());
  const kinds = info.data?.sourceKinds ?? [];
  const mark = info.data?.mark ?? null;
  if (mark !== null) {
    return (
      <Tooltip label={t(`source.${mark}.hint`)} multiline maw="24rem">
        <strong className={classes.mark} data-large={props.large === true || undefined}>
          {t(`source.${mark}`)}
        </strong>
      </Tooltip>
    );
  }
  if (kinds.length === 0) return null;
  return (
    <span className={classes.kinds}>
      {t('source.label')}: {kinds.map((kind) => t(`sourceKind.${kind}`)).join(', ')}
    </span>
  );
}
