import { setImmediate as nextTurn } from 'node:timers/promises';
import { endedUnits } from '#main/core/ground/units/ended.ts';
import { createFigureTable, type FigureTable } from '#main/core/take/intake/check/figure-table.ts';
import type { Origin, Origins } from '#main/core/take/intake/origins.ts';
import { type BroughtReports, readReports } from '#main/core/take/intake/reports/diff.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { type ErrorCode, UserError } from '#shared/contract/errors.ts';
import type { SnapshotReport } from '#shared/contract/snapshots.ts';
import { parseCutCode } from '#shared/domain/cuts.ts';
import type { SourceKind } from '#shared/domain/model.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { createFormatter } from '#shared/text/format.ts';
import { figureReason, judge } from './check-figures.ts';
import { originList } from './import-origins.ts';
import {
  type KnownTable,
  listFigures,
  listIndicatorKinds,
  listKnownCodes,
  listRunKinds,
} from './import-store.ts';
import { refusedFor } from './refused.ts';

export interface Brought {
  readonly figures: FigureTable;
  readonly origins: Origins;
  readonly reports: BroughtReports;
  readonly leftOut: number;
}

/** An open file and the workspace that its figures are brought to. */
export interface Bringing {
  readonly file: ReadDatabase;
  readonly workspace: ReadDatabase;
  readonly report: SnapshotReport;
  /** What the file says of the sources of its figures, by their id in it. */
  readonly sources: ReadonlyMap<number, Origin>;
  /** Whether what is made up stays out: of a real workspace. */
  readonly isReal: boolean;
}

/** Figures and reports of all the cuts, after each of which others get their turn. Errors as of `importFile`. */
export async function bringAll(
  bringing: Bringing,
  cuts: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Brought> {
  const figures = createFigureTable();
  const origins = originList(bringing.sources, bringing.report);
  let leftOut = 0;
  for (const cut of cuts) {
    leftOut += addFigures(figures, bringing, cut, origins.add);
    await nextTurn();
    signal?.throwIfAborted();
  }
  const words = bringReports(bringing, cuts);
  for (const { cut } of [...words.reports.values()].flat())
    if (typeof cut === 'string') figures.cuts.indexOf(cut);
  // What is reported without a cut needs a run to come with, and that one a cut.
  if (figures.cuts.codes.length === 0 && hasReports(words.reports)) figures.cuts.indexOf(newestOf(cuts));
  return { figures, origins, reports: words.reports, leftOut: leftOut + words.leftOut };
}

export function hasReports(reports: BroughtReports): boolean {
  return [...reports.values()].some((bodies) => bodies.length > 0);
}

function newestOf(cuts: readonly string[]): string {
  const asOf = (code: string) => parseCutCode(code)?.asOf ?? '';
  return cuts.toSorted((one, other) => (asOf(one) < asOf(other) ? 1 : -1))[0] ?? '';
}

/** The figures of one cut. Errors as of `importFile`. */
export function bringFigures(bringing: Bringing, cut: string): { figures: FigureTable; leftOut: number } {
  const figures = createFigureTable();
  return { figures, leftOut: addFigures(figures, bringing, cut) };
}

/** Every figure is judged by the kind its indicator has here, whoever vouches for the file. Gives how many were left out. */
function addFigures(
  figures: FigureTable,
  { file, workspace, report, sources, isReal }: Bringing,
  code: string,
  onSource: (source: number) => void = () => undefined,
): number {
  const kinds = listIndicatorKinds(workspace);
  // Of a cut of which nothing is taken nothing is known.
  let cut = isReal ? null : figures.cuts.indexOf(code);
  let leftOut = 0;
  for (const { indicator, unit, source, sheet, row, note, ...figure } of listFigures(file, code)) {
    if (isReal && sources.get(source)?.kind === 'illustrative') {
      leftOut += 1;
      continue;
    }
    const kind = kinds.get(indicator);
    if (kind === undefined) throw new UserError('INDICATOR_UNKNOWN', { code: indicator });
    const taken = judge(kind, figure);
    if ('code' in taken) {
      const { name = '', sheets = [] } = sources.get(source) ?? {};
      const named = { cut: code, unit, indicator, source: name, sheet: sheets[sheet] ?? null, row };
      throw refusedFor(report.file, figureReason(taken, named));
    }
    const place = { sheet, row, note };
    cut ??= figures.cuts.indexOf(code);
    figures.add(cut, figures.indicators.indexOf(indicator), figures.units.indexOf(unit), taken, place);
    onSource(source);
  }
  requireKnown(workspace, 'unit', figures.units.codes, 'UNIT_UNKNOWN');
  if (figures.size > 0) requireThere(workspace, figures.units.codes, code);
  return leftOut;
}

/** Task reports of the cuts, difficulties and documents that were known at the last of them. */
export function bringReports(
  { file, workspace, isReal }: Bringing,
  cuts: readonly string[],
): { reports: BroughtReports; leftOut: number } {
  const day = vietnamDay(parseCutCode(newestOf(cuts))?.asOf ?? '');
  const kinds = isReal ? listRunKinds(file) : new Map<number, SourceKind>();
  const { reports, leftOut } = readReports(file, cuts, day, (run) => kinds.get(run) !== 'illustrative');
  const named = (name: string) => [...reports.values()].flat().map((body) => body[name] ?? null);
  requireKnown(workspace, 'unit', named('unit'), 'UNIT_UNKNOWN');
  requireKnown(workspace, 'task', named('task'), 'TASK_UNKNOWN');
  requireKnown(workspace, 'difficulty_category', named('category'), 'CATEGORY_UNKNOWN');
  return { reports, leftOut };
}

/** UNIT_ENDED for a unit that was no more on the day of the cut. */
function requireThere(workspace: ReadDatabase, units: readonly string[], cut: string): void {
  const asOf = parseCutCode(cut)?.asOf;
  const [ended] = asOf === undefined ? [] : endedUnits(workspace, units, vietnamDay(asOf));
  if (ended === undefined) return;
  const { name, code, endedOn, into } = ended;
  const values = { unit: `${name} (${code})`, cut, date: createFormatter('vi').date(endedOn) };
  throw new UserError('UNIT_ENDED', { ...values, into: into === '' ? 'empty' : into });
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
