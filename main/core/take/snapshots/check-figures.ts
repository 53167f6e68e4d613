import { judgeFigure, type Report } from '#main/core/take/intake/check/verdict.ts';
import type { ProblemCode, ProblemValues } from '#main/core/take/intake/problem.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { Figure, IndicatorKind, Reason } from '#shared/domain/model.ts';
import { snapshotReason } from './snapshot-reason.ts';

/** All that names a figure, and where its sender wrote it. */
export interface FigurePlace {
  readonly cut: string;
  readonly unit: string;
  readonly indicator: string;
  readonly source: string;
  readonly sheet: string | null;
  readonly row: number;
}

/** So many are named; the last reason says how many more there are. */
const NAMED_AT_MOST = 100;

/**
 * What is wrong with the figures of a file: a reason for each that no intake would take, cut by cut; others get
 * their turn after each. The verdict is the intake's own.
 */
export async function checkFigures(database: ReadDatabase, pause: () => Promise<void>): Promise<Reason[]> {
  const reasons: Reason[] = [];
  let more = 0;
  for (const cut of database.prepare('SELECT id FROM cut ORDER BY as_of, code').pluck().all() as number[]) {
    await pause();
    if (!hasWrongFigure(database, cut)) continue;
    for (const { kind, value, numerator, denominator, ...place } of listPlaced(database, cut)) {
      const found = judge(kind, { value, numerator, denominator });
      if (!('code' in found)) continue;
      if (reasons.length < NAMED_AT_MOST) reasons.push(figureReason(found, place));
      else more += 1;
    }
  }
  return more === 0 ? reasons : [...reasons, snapshotReason('FIGURES_MORE', { count: more })];
}

/** The reason that names the figure with what is wrong with it. */
export function figureReason({ code, values }: FigureProblem, place: FigurePlace): Reason {
  const sheet = place.sheet ?? '–';
  return snapshotReason('FIGURE_WRONG', { ...values, ...place, sheet, problem: code });
}

export interface FigureProblem {
  readonly code: ProblemCode;
  readonly values: ProblemValues;
}

/** The figure as the intake takes it, or the problem that keeps it out. */
export function judge(kind: IndicatorKind, given: Figure): Figure | FigureProblem {
  let problem: FigureProblem = { code: 'VALUE_MISSING', values: {} };
  const report: Report = (severity, code, values) => {
    if (severity === 'error') problem = { code, values };
  };
  const taken = judgeFigure(kind, given, report);
  return taken === 'wrong' ? problem : taken;
}

/** Equal figures are judged once: most of a cut are criteria, met or not. */
function hasWrongFigure(database: ReadDatabase, cut: number): boolean {
  const sql = `
    SELECT DISTINCT indicator.kind, value, numerator, denominator
    FROM observation JOIN indicator ON indicator.id = observation.indicator_id WHERE cut_id = ?`;
  const figures = database.prepare(sql).iterate(cut) as IterableIterator<Figure & { kind: IndicatorKind }>;
  for (const { kind, ...figure } of figures) if ('code' in judge(kind, figure)) return true;
  return false;
}

function listPlaced(database: ReadDatabase, cut: number) {
  const sql = `
    SELECT indicator.kind, cut.code AS cut, unit.code AS unit, indicator.code AS indicator, figure.value,
      figure.numerator, figure.denominator, source.name AS source,
      json_extract(source.sheets, '$[' || figure.sheet || ']') AS sheet, figure.row
    FROM observation AS figure JOIN cut ON cut.id = figure.cut_id JOIN unit ON unit.id = figure.unit_id
    JOIN indicator ON indicator.id = figure.indicator_id JOIN import_run ON import_run.id = figure.run_id
    JOIN source ON source.id = import_run.source_id
    WHERE figure.cut_id = ? ORDER BY indicator.position, unit.code`;
  return database.prepare(sql).iterate(cut) as IterableIterator<
    Figure & FigurePlace & { readonly kind: IndicatorKind }
  >;
}
