import { Tabs } from '@mantine/core';
import { useMemo, useState } from 'react';
import { type Names, useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import { whyColumn } from '#renderer/panels/why/why-column.tsx';
import type { Column } from '#renderer/tables/column.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { StatusBadge, statusKey } from '#renderer/ui/StatusBadge.tsx';
import type { ComparisonDto } from '#shared/contract/compare.ts';
import type { PaletteStatus } from '#shared/domain/colours.ts';
import { OPERATING_STATUSES, REPORTED_STATUSES } from '#shared/domain/model.ts';
import { colourRank } from '#shared/domain/ranking.ts';
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
              {text.t(changeKey(one, comparison.side))} ({text.format.number(unitsOf(comparison, one).length)}
              )
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={kind}>
          {units.length === 0 ? (
            <p className={classes.none}>{text.t('compare.list.none')}</p>
          ) : (
            <DataTable
              key={kind}
              caption={text.t(changeKey(kind, comparison.side))}
              columns={columns}
              rows={units}
              rowKey={(unit) => unit.code}
              pageSize={100}
              fileTitle={`${text.t('compare.lists')}: ${text.t(changeKey(kind, comparison.side))}`}
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
      value: (unit) => statusText(unit.before, text),
      sortBy: (unit) => rankOf(unit.before),
      cell: (unit) => <Status status={unit.before} />,
    },
    {
      key: 'after',
      header: t('compare.column.after'),
      value: (unit) => statusText(unit.after, text),
      sortBy: (unit) => rankOf(unit.after),
      cell: (unit) => <Status status={unit.after} />,
    },
  ];
}

// A unit that has left is not among the names in force: the comparison itself says what it was called.
function nameOf(unit: ListedUnit, names: Names, text: Text): string {
  return names.unit(unit.code) === undefined ? text.pick(unit) : names.fullName(unit.code);
}

function rankOf(status: string | null): number | null {
  return status === null ? null : (colourRank(status) ?? null);
}

const STATUSES: readonly PaletteStatus[] = [...REPORTED_STATUSES, ...OPERATING_STATUSES];

function statusText(status: string | null, { t }: Text): string | null {
  const known = STATUSES.find((one) => one === status);
  return known === undefined ? null : t(statusKey(known));
}

function Status({ status }: { readonly status: string | null }) {
  const known = STATUSES.find((one) => one === status);
  return known === undefined ? '–' : <StatusBadge status={known} />;
}
