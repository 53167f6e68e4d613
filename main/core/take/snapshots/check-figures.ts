import { judgeFigure, type Report } from '#main/core/take/intake/check/verdict.ts';
import type { ProblemCode, ProblemValues } from '#main/core/take/intake/problem.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { Figure, IndicatorKind, Reason } from '#shared/domain/model.ts';
import { distinctFigures, type FigurePlace, listCutIds, placedFigures } from './figures-store.ts';
import { snapshotReason } from './snapshot-reason.ts';

/** So many are named; the last reason says how many more there are. */
const NAMED_AT_MOST = 100;

/**
 * What is wrong with the figures of a file: a reason for each that no intake would take, cut by cut; others get
 * their turn after each. The verdict is the intake's own.
 */
export async function checkFigures(database: ReadDatabase, pause: () => Promise<void>): Promise<Reason[]> {
  const reasons: Reason[] = [];
  let more = 0;
  for (const cut of listCutIds(database)) {
    await pause();
    if (!hasWrongFigure(database, cut)) continue;
    for (const { kind, value, numerator, denominator, ...place } of placedFigures(database, cut)) {
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

function hasWrongFigure(database: ReadDatabase, cut: number): boolean {
  for (const { kind, ...figure } of distinctFigures(database, cut))
    if ('code' in judge(kind, figure)) return true;
  return false;
}
