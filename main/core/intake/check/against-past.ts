import type { Figure } from '#shared/domain/model.ts';
import { type Problem, problem } from '../problem.ts';
import type { FigureTable } from './figure-table.ts';

/** The figure of the cut before, or null when there was none. */
export type PastFigure = (cut: string, indicator: string, unit: string) => Figure | null;

/** From here on a sender who repeats the last report looks like one who did not count again. */
const COMPARED_AT_LEAST = 20;
const RATE_JUMP = 0.4;
const COUNT_JUMP_TIMES = 10;
const COUNT_JUMP_FROM = 100;

/** Warnings about figures that are all as before, and questions about single figures that leap. */
export function suspicions(
  figures: FigureTable,
  kindOf: (indicator: string) => 'criterion' | 'ratio' | 'count',
  past: PastFigure,
  sheetName: (sheet: number) => string | null,
): Problem[] {
  const problems: Problem[] = [];
  let compared = 0;
  let same = 0;
  for (let index = 0; index < figures.size; index += 1) {
    const now = figures.get(index);
    const kind = kindOf(now.indicator);
    const before = past(now.cut, now.indicator, now.unit);
    // Criteria once met stay met: only counted figures are expected to move.
    if (before === null || kind === 'criterion') continue;
    compared += 1;
    if (before.value === now.value && before.numerator === now.numerator) same += 1;
    if (!isJump(kind, before.value, now.value)) continue;
    const values = {
      unit: now.unit,
      indicator: now.indicator,
      kind,
      before: before.value ?? 0,
      now: now.value ?? 0,
    };
    problems.push(problem('warning', 'JUMP', values, { sheet: sheetName(now.sheet), row: now.row }));
  }
  if (compared >= COMPARED_AT_LEAST && same === compared) {
    problems.push(problem('warning', 'ALL_SAME_AS_BEFORE', { count: compared }));
  }
  return problems;
}

function isJump(kind: 'ratio' | 'count', before: number | null, now: number | null): boolean {
  if (before === null || now === null) return false;
  if (kind === 'ratio') return Math.abs(now - before) >= RATE_JUMP;
  const [less, more] = before < now ? [before, now] : [now, before];
  return more - less >= COUNT_JUMP_FROM && more >= less * COUNT_JUMP_TIMES;
}
