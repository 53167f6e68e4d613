import { useMemo } from 'react';
import { type Names, useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import type { Column } from '#renderer/tables/column.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import { StackedBar } from '#renderer/ui/StackedBar.tsx';
import { statusKey } from '#renderer/ui/StatusBadge.tsx';
import { StatusGlyph } from '#renderer/ui/StatusGlyph.tsx';
import type { RulePreviewDto } from '#shared/contract/rules.ts';
import type { PaletteStatus } from '#shared/domain/colours.ts';
import { OPERATING_STATUSES, REPORTED_STATUSES } from '#shared/domain/model.ts';
import classes from './RulePreview.module.css';

type Shift = NonNullable<RulePreviewDto['communesReported']>;
type ProvinceRow = RulePreviewDto['provinces'][number];

/** What would change colour: communes before and after, moves between colours, and the provinces by name. */
export function RulePreview({ preview }: { readonly preview: RulePreviewDto }) {
  const text = useText();
  const { t } = text;
  const names = useNames();
  const columns = useMemo(() => columnsOf(text, names), [text, names]);
  const moved = preview.provinces.filter(
    (row) => row.communesChanged > 0 || isRecoloured(row) || row.greenBefore !== row.greenAfter,
  );
  const recoloured = preview.provinces.filter(isRecoloured).length;
  if (preview.communesReported === null || preview.communesOperating === null) return null;
  return (
    <div className={classes.preview}>
      <ShiftBlock
        title={t('rules.preview.communes.reported')}
        shift={preview.communesReported}
        statuses={REPORTED_STATUSES}
      />
      <ShiftBlock
        title={t('rules.preview.communes.operating')}
        shift={preview.communesOperating}
        statuses={OPERATING_STATUSES}
      />
      {preview.alertsEnding > 0 && (
        <h3 className={classes.title}>{t('rules.preview.ending', { count: preview.alertsEnding })}</h3>
      )}
      <h3 className={classes.title}>{t('rules.preview.provinces', { count: recoloured })}</h3>
      {moved.length > 0 && (
        <DataTable
          caption={t('rules.preview')}
          columns={columns}
          rows={moved}
          rowKey={(row) => row.code}
          sort={{ key: 'moved', direction: 'down' }}
        />
      )}
    </div>
  );
}

function isRecoloured(row: ProvinceRow): boolean {
  return row.reportedBefore !== row.reportedAfter || row.operatingBefore !== row.operatingAfter;
}

function ShiftBlock(props: {
  readonly title: string;
  readonly shift: Shift;
  readonly statuses: readonly PaletteStatus[];
}) {
  const { t } = useText();
  const { shift, statuses } = props;
  const moves = statuses.flatMap((before) =>
    statuses
      .filter((after) => after !== before)
      .map((after) => ({ before, after, count: shift.transitions[before]?.[after] ?? 0 }))
      .filter(({ count }) => count > 0),
  );
  return (
    <section className={classes.shift}>
      <h3 className={classes.title}>
        {props.title}: <span>{t('rules.preview.changed', { count: shift.changed })}</span>
      </h3>
      <Side name={t('rules.preview.before')} counts={shift.before} statuses={statuses} />
      <Side name={t('rules.preview.after')} counts={shift.after} statuses={statuses} />
      <ul className={classes.moves}>
        {moves.map(({ before, after, count }) => (
          <li key={`${before}${after}`}>
            <StatusGlyph status={before} /> → <StatusGlyph status={after} />
            {t('rules.preview.move', { before: t(statusKey(before)), after: t(statusKey(after)), count })}
          </li>
        ))}
      </ul>
    </section>
  );
}

const TONES = {
  green: 'green',
  yellow: 'yellow',
  red: 'red',
  undetermined: 'undetermined',
  notReported: 'empty',
  noEvidence: 'empty',
  notApplicable: 'empty',
  notYetDue: 'empty',
} as const satisfies Record<PaletteStatus, string>;

function Side(props: {
  readonly name: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly statuses: readonly PaletteStatus[];
}) {
  const { t, format } = useText();
  const segments = props.statuses.map((status) => ({
    tone: TONES[status],
    label: t(statusKey(status)),
    value: props.counts[status] ?? 0,
  }));
  return (
    <div className={classes.side}>
      <span>{props.name}</span>
      <StackedBar segments={segments} label={props.name} height="0.75rem" />
      <span className={classes.counts}>
        {props.statuses.map((status) => (
          <span key={status}>
            <StatusGlyph status={status} size="1rem" /> {format.number(props.counts[status] ?? 0)}
          </span>
        ))}
      </span>
    </div>
  );
}

function columnsOf(text: Text, names: Names): Column<ProvinceRow>[] {
  const { t, format } = text;
  return [
    {
      key: 'province',
      header: t('rules.preview.column.province'),
      value: (row) => names.fullName(row.code),
      sortBy: (row) => names.shortName(row.code),
      cell: (row) => names.shortName(row.code),
    },
    {
      key: 'reported',
      header: t('rules.preview.column.reported'),
      value: (row) => moveText(row.reportedBefore, row.reportedAfter, t),
      sortBy: null,
      cell: (row) => <Move before={row.reportedBefore} after={row.reportedAfter} />,
    },
    {
      key: 'operating',
      header: t('rules.preview.column.operating'),
      value: (row) => moveText(row.operatingBefore, row.operatingAfter, t),
      sortBy: null,
      cell: (row) => <Move before={row.operatingBefore} after={row.operatingAfter} />,
    },
    {
      key: 'green',
      header: t('rules.preview.column.green'),
      value: (row) => row.greenAfter - row.greenBefore,
      format: 'integer',
      sortBy: (row) => Math.abs(row.greenAfter - row.greenBefore),
      cell: (row) =>
        row.greenBefore === row.greenAfter
          ? format.number(row.greenBefore)
          : `${format.number(row.greenBefore)} → ${format.number(row.greenAfter)}`,
    },
    {
      key: 'moved',
      header: t('rules.preview.column.moved'),
      value: (row) => row.communesChanged,
      format: 'integer',
    },
  ];
}

const STATUSES: readonly PaletteStatus[] = [...REPORTED_STATUSES, ...OPERATING_STATUSES];

function moveText(before: string, after: string, t: Text['t']): string {
  const name = (status: string) => {
    const known = STATUSES.find((one) => one === status);
    return known === undefined ? '–' : t(statusKey(known));
  };
  return before === after ? name(before) : `${name(before)} / ${name(after)}`;
}

function Move(props: { readonly before: string; readonly after: string }) {
  const { t } = useText();
  const before = STATUSES.find((status) => status === props.before);
  const after = STATUSES.find((status) => status === props.after);
  if (before === undefined || after === undefined) return '–';
  if (before === after) {
    return (
      <span title={t(statusKey(before))} className={classes.move}>
        <StatusGlyph status={before} />
        <span className="visually-hidden">{t(statusKey(before))}</span>
      </span>
    );
  }
  return (
    <span className={classes.move} data-moved>
      <StatusGlyph status={before} />
      <span className="visually-hidden">{t(statusKey(before))} </span>→ <StatusGlyph status={after} />
      <span className="visually-hidden">{t(statusKey(after))}</span>
    </span>
  );
}
