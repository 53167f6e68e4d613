import { setImmediate as nextTurn } from 'node:timers/promises';
import { createFigureTable, type FigureTable } from '#main/core/intake/check/figure-table.ts';
import { type BroughtReports, readReports } from '#main/core/intake/reports/diff.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { type ErrorCode, UserError } from '#shared/contract/errors.ts';
import { parseCutCode } from '#shared/domain/cuts.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { type KnownTable, listFigures, listKnownCodes } from './import-store.ts';

export interface Brought {
  readonly figures: FigureTable;
  readonly reports: BroughtReports;
}

/** Figures and reports of all the cuts, after each of which others get their turn. Errors as of `importFile`. */
export async function bringAll(
  file: ReadDatabase,
  workspace: ReadDatabase,
  cuts: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Brought> {
  const figures = createFigureTable();
  for (const cut of cuts) {
    addFigures(figures, file, cut);
    await nextTurn();
    signal?.throwIfAborted();
  }
  requireFigureCodes(workspace, figures);
  return { figures, reports: bringReports(file, workspace, cuts) };
}

/** The figures of one cut. Errors as of `importFile`. */
export function bringFigures(file: ReadDatabase, workspace: ReadDatabase, cut: string): FigureTable {
  const figures = createFigureTable();
  addFigures(figures, file, cut);
  requireFigureCodes(workspace, figures);
  return figures;
}

function addFigures(figures: FigureTable, database: ReadDatabase, code: string): void {
  const cut = figures.cuts.indexOf(code);
  for (const { indicator, unit, value, numerator, denominator, note } of listFigures(database, code)) {
    const place = { sheet: 0, row: 0, note };
    const figure = { value, numerator, denominator };
    figures.add(cut, figures.indicators.indexOf(indicator), figures.units.indexOf(unit), figure, place);
  }
}

/** Task reports of the cuts, difficulties and documents that were known at the last of them. */
export function bringReports(
  file: ReadDatabase,
  workspace: ReadDatabase,
  cuts: readonly string[],
): BroughtReports {
  const times = cuts.flatMap((code) => parseCutCode(code)?.asOf ?? []);
  const reports = readReports(file, cuts, vietnamDay(times.toSorted().at(-1) ?? ''));
  const named = (name: string) => [...reports.values()].flat().map((body) => body[name] ?? null);
  requireKnown(workspace, 'unit', named('unit'), 'UNIT_UNKNOWN');
  requireKnown(workspace, 'task', named('task'), 'TASK_UNKNOWN');
  requireKnown(workspace, 'difficulty_category', named('category'), 'CATEGORY_UNKNOWN');
  return reports;
}

function requireFigureCodes(workspace: ReadDatabase, figures: FigureTable): void {
  requireKnown(workspace, 'unit', figures.units.codes, 'UNIT_UNKNOWN');
  requireKnown(workspace, 'indicator', figures.indicators.codes, 'INDICATOR_UNKNOWN');
}

function requireKnown(
  workspace: ReadDatabase,
  table: KnownTable,
  codes: readonly (string | number | null)[],
  error: ErrorCode,
): void {
  const known = listKnownCodes(workspace, table);
  const unknown = codes.find((code) => code !== null && !known.has(String(code)));
  if (unknown !== undefined && unknown !== null) throw new UserError(error, { code: unknown });
}
