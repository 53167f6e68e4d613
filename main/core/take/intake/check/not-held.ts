import { type Held, isHeld } from '#shared/domain/plan.ts';
import { type Problem, problem } from '../problem.ts';
import type { FigureTable } from './figure-table.ts';

/**
 * One warning for each cut and indicator of which a file has figures though the indicator is not in the plan on the day
 * of the cut: they are kept, and nothing is judged by them. `dayOf` gives null for a cut that nobody knows.
 */
export function notHeldProblems(
  figures: FigureTable,
  held: ReadonlyMap<string, Held>,
  dayOf: (cut: string) => string | null,
): Problem[] {
  return cutsAndIndicators(figures).flatMap(([at, code]) => {
    const days = held.get(code);
    const day = dayOf(at);
    if (days === undefined || day === null || isHeld(days, day)) return [];
    const values = { indicator: code, cut: at, from: days.from ?? 'none', until: days.until ?? 'none' };
    return [problem('warning', 'INDICATOR_NOT_HELD', values)];
  });
}

/** Every cut of a file with every indicator that it has figures of there, by their codes. */
export function cutsAndIndicators(figures: FigureTable): (readonly [cut: string, indicator: string])[] {
  const { cut, indicator } = figures.columns();
  const pairs = new Set<number>();
  const width = figures.indicators.codes.length;
  for (let at = 0; at < figures.size; at += 1) pairs.add((cut[at] ?? 0) * width + (indicator[at] ?? 0));
  return [...pairs].map((pair) => [
    figures.cuts.codes[Math.floor(pair / width)] ?? '',
    figures.indicators.codes[pair % width] ?? '',
  ]);
}
