import { isAsked } from '#main/core/figures/not-asked.ts';
import { listPlanned } from '#main/core/ground/calendar/planned.ts';
import { type CutRecord, listCuts } from '#main/core/ground/cuts/store.ts';
import { cutUnknown } from '#main/core/ground/cuts/unknown.ts';
import { readActiveRules } from '#main/core/ground/rules/store.ts';
import { requireUnit } from '#main/core/ground/units/lookup.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { EntryGridDto } from '#shared/contract/entry.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { UnitDto } from '#shared/contract/units.ts';
import { previousCut, resolveCut } from '#shared/domain/cuts.ts';
import { isReportPart } from '#shared/domain/entry.ts';
import { createFormatter } from '#shared/text/format.ts';
import type { KnownSizes } from '../intake/check/outgrown.ts';
import { knownSizes } from '../intake/size-question.ts';
import type { CellPlace } from './draft-store.ts';
import {
  findClosing,
  type GridColumn,
  type GridFigure,
  listColumns,
  listFigures,
  listRows,
  listRunsById,
} from './grid-store.ts';
import { openTaskRows, type TaskRows } from './task-rows.ts';

/** Rows and columns of one unit and one cut, with what is in force and what was in force before. */
export interface Grid {
  readonly unit: UnitDto;
  readonly cut: CutRecord;
  readonly before: CutRecord | null;
  readonly rows: readonly string[];
  readonly columns: readonly GridColumn[];
  /** By `figureKey`. */
  readonly figures: ReadonlyMap<string, GridFigure>;
  readonly past: ReadonlyMap<string, GridFigure>;
  readonly isAsked: (unit: string, indicator: string) => boolean;
  readonly sizesOf: KnownSizes;
  /** Null where the unit reports on no task here. */
  readonly tasks: TaskRows | null;
}

interface GridChoice {
  readonly unit: string;
  readonly cut: string;
}

export const figureKey = (unit: string, indicator: string): string => `${unit} ${indicator}`;
/** A figure or a task's report, whichever a cell is part of. */
export const itemKey = ({ unit, indicator, part }: CellPlace): string =>
  `${isReportPart(part) ? 'task' : 'figure'} ${figureKey(unit, indicator)}`;

/** UNIT_UNKNOWN, CUT_UNKNOWN, ENTRY_CUT_PLANNED. `now`: UTC ISO. */
export function openGrid(database: ReadDatabase, choice: GridChoice, now: string): Grid {
  const cuts = listCuts(database);
  const cut = requireOpened(database, cuts, choice.cut, now);
  const unit = requireUnit(database, choice.unit, cut.asOf);
  const before = previousCut(cuts, cut);
  const communes = listRows(database, unit.code, cut);
  // What it says for itself of what is asked of communes stands first ('tỉnh báo chung'); of criteria it has nothing to say.
  const isOwn = cut.kind === 'month' && unit.level !== 'commune';
  const rows = isOwn ? [unit.code, ...communes] : communes;
  const columns = listColumns(database, cut);
  const codes = columns.map(({ indicator }) => indicator);
  const figuresOf = (at: CutRecord | null) =>
    new Map(
      (at === null ? [] : listFigures(database, at.id, rows, codes)).map((figure) => [
        figureKey(figure.unit, figure.indicator),
        figure,
      ]),
    );
  // Columns are those whose turn it is.
  const { notAsked } = readActiveRules(database).rules;
  return {
    ...{ unit, cut, before, rows, columns },
    figures: figuresOf(cut),
    past: figuresOf(before),
    isAsked: (code, indicator) => isAsked(notAsked, code, indicator),
    sizesOf: knownSizes(database, now),
    tasks: openTaskRows(database, unit, cut, now),
  };
}

function requireOpened(
  database: ReadDatabase,
  cuts: readonly CutRecord[],
  reference: string,
  now: string,
): CutRecord {
  const cut = cuts.find(({ code }) => code === reference);
  if (cut !== undefined) return cut;
  const planned = listPlanned(database, now).find(({ code }) => code === reference);
  if (planned !== undefined) {
    const start = createFormatter('vi').date(planned.start);
    throw new UserError('ENTRY_CUT_PLANNED', { cut: reference, start });
  }
  const meant = resolveCut(cuts, reference);
  if (meant === null) throw cutUnknown(cuts, reference);
  return meant;
}

export function gridDto(database: ReadDatabase, grid: Grid): EntryGridDto {
  const { unit, cut, before, rows, columns } = grid;
  const reports = [...(grid.tasks?.reports.values() ?? [])];
  const ids = [...new Set([...grid.figures.values(), ...reports].map(({ runId }) => runId))];
  const runs = listRunsById(database, ids);
  const positions = new Map(runs.map(({ id }, position) => [id, position]));
  return {
    unit: unit.code,
    cut: { id: cut.code, state: cut.state, dueAt: cut.dueAt, ...findClosing(database, cut.id) },
    before: before === null ? null : { id: before.code, asOf: before.asOf },
    rows: [...rows],
    columns: [...columns],
    notAsked: rows.flatMap((row) =>
      columns
        .filter(({ indicator }) => !grid.isAsked(row, indicator))
        .map(({ indicator }) => ({ unit: row, indicator })),
    ),
    figures: [...grid.figures.values()].map(({ runId, ...figure }) => ({
      ...figure,
      run: positions.get(runId) ?? 0,
    })),
    past: [...grid.past.values()].map(({ runId: _, ...figure }) => figure),
    tasks: grid.tasks === null ? null : tasksDto(grid.tasks, positions),
    runs: runs.map(({ id: _, ...run }) => run),
  };
}

function tasksDto(
  { rows, plan, reports, past, isOwed }: TaskRows,
  positions: ReadonlyMap<number, number>,
): NonNullable<EntryGridDto['tasks']> {
  return {
    rows: [...rows],
    isOwed,
    causes: plan.categories.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
    reports: [...reports.values()].map(({ cut: _, runId, ...report }) => ({
      ...report,
      run: positions.get(runId) ?? 0,
    })),
    past: [...past.values()].map(({ runId: _, ...report }) => report),
  };
}
