import { useMemo } from 'react';
import { type Names, useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import type { Column } from '#renderer/tables/column.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import type { ActDto } from '#shared/contract/journal.ts';
import { actText } from '#shared/text/act-text.ts';
import classes from './JournalView.module.css';

/** Acts, the newest first; a file has every act that fits, not only those that were read so far. */
export function JournalTable(props: {
  readonly acts: readonly ActDto[];
  readonly everyAct: () => Promise<readonly ActDto[]>;
  readonly filters: readonly string[];
}) {
  const text = useText();
  const names = useNames();
  const columns = useMemo(() => columnsOf(text, names), [text, names]);
  return (
    <DataTable
      caption={text.t('journal.title')}
      columns={columns}
      rows={props.acts}
      rowKey={({ id }) => id}
      everyRow={props.everyAct}
      filters={props.filters}
      fileColumns={[
        { header: text.t('journal.code'), value: ({ unit }) => unit?.code ?? null },
        { header: text.t('journal.ref'), value: ({ ref }) => ref },
      ]}
    />
  );
}

function columnsOf(text: Text, names: Names): Column<ActDto>[] {
  const { t } = text;
  // The order is the journal's own: a page sorted otherwise would hide what has not been read yet.
  return [
    {
      key: 'at',
      header: t('journal.at'),
      value: ({ at }) => at,
      format: 'time',
      sortBy: null,
      width: '10rem',
    },
    {
      key: 'who',
      header: t('journal.who'),
      value: ({ who }) => who ?? t('journal.nobody'),
      cell: ({ who, isProgram }) => (
        <span className={isProgram || who === null ? classes.quiet : undefined}>
          {who ?? t('journal.nobody')}
        </span>
      ),
      sortBy: null,
    },
    { key: 'kind', header: t('journal.kind'), value: ({ kind }) => t(`journal.act.${kind}`), sortBy: null },
    {
      key: 'about',
      header: t('journal.about'),
      value: (act) => aboutText(act, text, names),
      cell: (act) => (aboutText(act, text, names) === null ? undefined : <About act={act} />),
      sortBy: null,
    },
    { key: 'what', header: t('journal.what'), value: (act) => actText(act, text) || null, sortBy: null },
    { key: 'reason', header: t('journal.reason'), value: ({ reason }) => reason, sortBy: null },
  ];
}

const CUTS_NAMED = 3;

/** 'Hải Phòng · Tuần 29/12/2025, tháng 12/2025'; of many cuts the first, and how many more. */
function aboutText({ unit, cuts }: ActDto, text: Text, names: Names): string | null {
  const named = unit === null ? [] : [text.pick(unit)];
  const more = cuts.length - CUTS_NAMED;
  const cutNames = [
    ...cuts.slice(0, CUTS_NAMED).map(names.cut),
    ...(more > 0 ? [text.t('journal.moreCuts', { count: more })] : []),
  ].join(', ');
  return [...named, ...(cutNames === '' ? [] : [cutNames])].join(' · ') || null;
}

function About({ act }: { readonly act: ActDto }) {
  const text = useText();
  const names = useNames();
  const cuts = aboutText({ ...act, unit: null }, text, names);
  if (act.unit === null) return cuts;
  return (
    <>
      <AppLink to={`/don-vi/${act.unit.code}`}>{text.pick(act.unit)}</AppLink>
      {cuts !== null && ` · ${cuts}`}
    </>
  );
}
