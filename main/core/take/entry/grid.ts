import { isAsked } from '#main/core/figures/not-asked.ts';
import { listPlanned } from '#main/core/ground/calendar/planned.ts';
import { type CutRecord, listCuts } from '#main/core/ground/cuts/store.ts';
import { readActiveRules } from '#main/core/ground/rules/store.ts';
import { requireUnit } from '#main/core/ground/units/lookup.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { EntryGridDto } from '#shared/contract/entry.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { UnitDto } from '#shared/contract/units.ts';
import { previousCut, resolveCut } from '#shared/domain/cuts.ts';
import { createFormatter } from '#shared/text/format.ts';
import type { KnownSizes } from '../intake/check/outgrown.ts';
import { knownSizes } from '../intake/size-question.ts';
import {
  findClosing,
  type GridColumn,
  type GridFigure,
  listColumns,
  listFigures,
  listRows,
  listRunsById,
} from './grid-store.ts';

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
}

interface GridChoice {
  readonly unit: string;
  readonly cut: string;
}

export const figureKey = (unit: string, indicator: string): string => `${unit} ${indicator}`;

/** UNIT_UNKNOWN, CUT_UNKNOWN, ENTRY_CUT_PLANNED. `now`: UTC ISO. */
export function openGrid(database: ReadDatabase, choice: GridChoice, now: string): Grid {
  const cuts = listCuts(database);
  const cut = requireOpened(database, cuts, choice.cut, now);
  const unit = requireUnit(database, choice.unit, cut.asOf);
  const before = previousCut(cuts, cut);
  const rows = listRows(database, unit.code, cut);
  const columns = listColumns(database, cut);
  const codes = columns.map(({ indicator }) => indicator);
  const figuresOf = (at: CutRecord | null) =>
    new Map(
      (at === null ? [] : listFigures(database, at.id, rows, codes)).map((figure) => [
        figureKey(figure.unit, figure.indicator),
        figure,
      ]),
    );
  const { notAsked } = readActiveRules(database).rules;
  return {
    ...{ unit, cut, before, rows, columns },
    figures: figuresOf(cut),
    past: figuresOf(before),
    isAsked: (code, indicator) => isAsked(notAsked, code, indicator),
    sizesOf: knownSizes(database, now),
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
  if (meant === null) throw new UserError('CUT_UNKNOWN', { cut: reference });
  return meant;
}

export function gridDto(database: ReadDatabase, grid: Grid): EntryGridDto {
  const { unit, cut, before, rows, columns } = grid;
  const ids = [...new Set([...grid.figures.values()].map(({ runId }) => runId))];
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
    runs: runs.map(({ id: _, ...run }) => run),
  };
}
