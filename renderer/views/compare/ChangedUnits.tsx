import { Tabs } from '@mantine/core';
import { useMemo, useState } from 'react';
import { type Names, useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import { whyColumn } from '#renderer/panels/why/why-column.tsx';
import type { Column } from '#renderer/tables/column.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { ComparisonDto } from '#shared/contract/compare.ts';
import { statusOrder } from '#shared/domain/bounds.ts';
import type { PaletteStatus } from '#shared/domain/colours.ts';
import { type ColourBounds, OPERATING_STATUSES, REPORTED_STATUSES } from '#shared/domain/model.ts';
import { statusText } from '#shared/text/status-text.ts';
import classes from './ChangedUnits.module.css';
import { CHANGE_KINDS, changeKey, type ListedKind, type ListedUnit, unitsOf } from './change-kinds.ts';
import { comparedCuts } from './compared-cuts.ts';

const LISTED = CHANGE_KINDS.filter((kind) => kind !== 'unchanged');

/** The units behind the counts, one list a kind of change. */
export function ChangedUnits(props: {
  readonly comparison: ComparisonDto;
  readonly className?: string | undefined;
}) {
  const text = useText();
  const names = useNames();
  const { comparison } = props;
  const firstFilled = LISTED.find((kind) => unitsOf(comparison, kind).length > 0) ?? 'improved';
  const [chosen, setChosen] = useState<ListedKind | null>(null);
  const kind = chosen ?? firstFilled;
  const units = unitsOf(comparison, kind);
  const columns = useMemo(
    () => [
      ...columnsOf(text, names).filter(
        (column) => column.key !== 'province' || comparison.level === 'commune',
      ),
      whyColumn<ListedUnit>(text.t('units.why'), comparison.to.id),
    ],
    [text, names, comparison.level, comparison.to.id],
  );
  return (
    <Panel title={text.t('compare.lists')} className={props.className} flush scrolls>
      <Tabs value={kind} onChange={(value) => setChosen(LISTED.find((one) => one === value) ?? null)}>
        <Tabs.List className={classes.tabs ?? ''}>
          {LISTED.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {text.t(changeKey(one, comparison))} ({text.format.number(unitsOf(comparison, one).length)})
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={kind}>
          {units.length === 0 ? (
            <p className={classes.none}>{text.t('compare.list.none')}</p>
          ) : (
            <DataTable
              key={kind}
              caption={text.t(changeKey(kind, comparison))}
              columns={columns}
              rows={units}
              rowKey={(unit) => unit.code}
              pageSize={100}
              fileTitle={`${text.t('compare.lists')}: ${text.t(changeKey(kind, comparison))}`}
              fileColumns={[{ header: text.t('tableExport.code'), value: (unit) => unit.code }]}
              filters={comparedCuts(comparison, text, names)}
              cut={comparison.to.id}
            />
          )}
        </Tabs.Panel>
      </Tabs>
    </Panel>
  );
}

function columnsOf(text: Text, names: Names): Column<ListedUnit>[] {
  const { t } = text;
  return [
    {
      key: 'unit',
      header: t('compare.column.unit'),
      value: (unit) => nameOf(unit, names, text),
      sortBy: (unit) => text.pick(unit),
      cell: (unit) => <AppLink to={`/don-vi/${unit.code}`}>{nameOf(unit, names, text)}</AppLink>,
    },
    {
      key: 'province',
      header: t('compare.column.province'),
      value: (unit) => (unit.province === null ? null : names.shortName(unit.province)),
    },
    {
      key: 'before',
      header: t('compare.column.before'),
      value: (unit) => wordsOf(unit.before, unit.beforeBounds, 'compare.joined', text),
      sortBy: (unit) => statusOrder(unit.before ?? '', unit.beforeBounds),
      cell: (unit) => <Status status={unit.before} bounds={unit.beforeBounds} absent="compare.joined" />,
    },
    {
      key: 'after',
      header: t('compare.column.after'),
      value: (unit) => wordsOf(unit.after, unit.afterBounds, 'compare.left', text),
      sortBy: (unit) => statusOrder(unit.after ?? '', unit.afterBounds),
      cell: (unit) => <Status status={unit.after} bounds={unit.afterBounds} absent="compare.left" />,
    },
  ];
}

// A unit that has left is not among the names in force: the comparison itself says what it was called.
function nameOf(unit: ListedUnit, names: Names, text: Text): string {
  return names.unit(unit.code) === undefined ? text.pick(unit) : names.fullName(unit.code);
}

const STATUSES: readonly PaletteStatus[] = [...REPORTED_STATUSES, ...OPERATING_STATUSES];

/** What stands for the status of a unit at the cut at which it was not yet, or is no more. */
type Absent = 'compare.joined' | 'compare.left';

function wordsOf(status: string | null, bounds: ColourBounds | null, absent: Absent, text: Text): string {
  const known = STATUSES.find((one) => one === status);
  return known === undefined ? text.t(absent) : statusText(text, known, bounds);
}

function Status(props: {
  readonly status: string | null;
  readonly bounds: ColourBounds | null;
  readonly absent: Absent;
}) {
  const { t } = useText();
  const known = STATUSES.find((one) => one === props.status);
  return known === undefined ? t(props.absent) : <StatusBadge status={known} bounds={props.bounds} />;
}
