import { useMemo } from 'react';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { RulePreview } from '#renderer/panels/rules/RulePreview.tsx';
import type { Column } from '#renderer/tables/column.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import type { PlanPreviewDto } from '#shared/contract/plan-revisions.ts';
import classes from './DraftPanel.module.css';

type CutRow = PlanPreviewDto['cuts'][number];

/** How many places would change colour at each open cut from the day on, the last cut in full, and what keeps its colours. */
export function DraftPreview({ preview }: { readonly preview: PlanPreviewDto }) {
  const { t } = useText();
  const names = useNames();
  const { cuts, closed, at } = preview;
  const columns = useColumns();
  const moved = cuts.filter(({ reported, operating }) => reported + operating > 0).length;
  return (
    <div className={classes.stack}>
      <p role="status">
        {cuts.length === 0
          ? t('planRevisions.preview.noCut')
          : t('planRevisions.preview.cuts', { cuts: cuts.length, moved })}
      </p>
      {closed.length > 0 && (
        <p className={classes.soft}>
          {t('planRevisions.preview.closed', {
            count: closed.length,
            cuts: closed.map(names.cut).join(', '),
          })}
        </p>
      )}
      {moved > 0 && (
        <DataTable
          caption={t('planRevisions.preview')}
          columns={columns}
          rows={cuts}
          rowKey={({ cut }) => cut}
          pageSize={10}
        />
      )}
      {at !== null && moved > 0 && (
        <>
          <p>{t('planRevisions.preview.last', { cut: names.cut(at.cut) })}</p>
          <RulePreview preview={{ ...at, problems: [] }} />
        </>
      )}
    </div>
  );
}

function useColumns(): Column<CutRow>[] {
  const { t } = useText();
  const names = useNames();
  return useMemo<Column<CutRow>[]>(
    () => [
      {
        key: 'cut',
        header: t('planRevisions.preview.cut'),
        value: ({ cut }) => names.cut(cut),
        sortBy: ({ asOf }) => asOf,
      },
      {
        key: 'reported',
        header: t('planRevisions.preview.reported'),
        value: (row) => row.reported,
        format: 'integer',
      },
      {
        key: 'operating',
        header: t('planRevisions.preview.operating'),
        value: (row) => row.operating,
        format: 'integer',
      },
    ],
    [t, names],
  );
}
