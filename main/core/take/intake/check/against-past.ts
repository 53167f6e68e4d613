import type { Figure } from '#shared/domain/model.ts';
import { type Problem, problem } from '../problem.ts';
import type { FigureTable } from './figure-table.ts';

/** Figures of an indicator at the cut before this one, by unit code; empty when there was none. */
export type PastFigures = (cut: string, indicator: string) => ReadonlyMap<string, Figure>;

/** From here on a sender who repeats the last report looks like one who did not count again. */
const COMPARED_AT_LEAST = 20;
const RATE_JUMP = 0.4;
const COUNT_JUMP_TIMES = 10;
const COUNT_JUMP_FROM = 100;

/** What was found, and of how many figures. */
export interface Suspicions {
  readonly problems: readonly Problem[];
  readonly compared: number;
}

/** Warnings about figures that are all as before, and about single figures that leap. */
export function suspicions(
  figures: FigureTable,
  kindOf: (indicator: string) => 'criterion' | 'ratio' | 'count',
  past: PastFigures,
  sheetName: (sheet: number) => string | null,
): Suspicions {
  const problems: Problem[] = [];
  const groups = pastGroups(figures, kindOf, past);
  const columns = figures.columns();
  let compared = 0;
  let same = 0;
  for (let index = 0; index < figures.size; index += 1) {
    const group = groups(columns.cut[index] ?? 0, columns.indicator[index] ?? 0);
    if (group.figures === null || group.kind === 'criterion') continue;
    const before = group.figures.get(figures.units.codes[columns.unit[index] ?? 0] ?? '');
    if (before === undefined) continue;
    const now = figures.get(index);
    compared += 1;
    if (before.value === now.value && before.numerator === now.numerator) same += 1;
    if (!isJump(group.kind, before.value, now.value)) continue;
    const values = {
      unit: now.unit,
      indicator: now.indicator,
      kind: group.kind,
      before: before.value ?? 0,
      now: now.value ?? 0,
    };
    problems.push(problem('warning', 'JUMP', values, { sheet: sheetName(now.sheet), row: now.row }));
  }
  if (compared >= COMPARED_AT_LEAST && same === compared) {
    problems.push(problem('warning', 'ALL_SAME_AS_BEFORE', { count: compared }));
  }
  return { problems, compared };
}

interface PastGroup {
  readonly kind: 'criterion' | 'ratio' | 'count';
  /**
   * null where nothing is compared: there is nothing before, or it is a criterion. Criteria once met stay met, only
   * counted figures are expected to move.
   */
  readonly figures: ReadonlyMap<string, Figure> | null;
}

function pastGroups(
  figures: FigureTable,
  kindOf: (indicator: string) => PastGroup['kind'],
  past: PastFigures,
): (cut: number, indicator: number) => PastGroup {
  const known: PastGroup[][] = figures.cuts.codes.map(() => []);
  return (cut, indicator) => {
    const row = known[cut] ?? [];
    let group = row[indicator];
    if (group === undefined) {
      const code = figures.indicators.codes[indicator] ?? '';
      const kind = kindOf(code);
      const found = kind === 'criterion' ? null : past(figures.cuts.codes[cut] ?? '', code);
      group = { kind, figures: found === null || found.size === 0 ? null : found };
      row[indicator] = group;
    }
    return group;
  };
}

function isJump(kind: 'ratio' | 'count', before: number | null, now: number | null): boolean {
  if (before === null || now === null) return false;
  if (kind === 'ratio') return Math.abs(now - before) >= RATE_JUMP;
  const [less, more] = before < now ? [before, now] : [now, before];
  return more - less >= COUNT_JUMP_FROM && more >= less * COUNT_JUMP_TIMES;
}
