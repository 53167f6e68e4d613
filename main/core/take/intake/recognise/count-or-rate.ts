import { parseNumber } from '../check/number.ts';
import type { Cell } from '../read/table.ts';
import type { ColumnLayout } from './column.ts';
import type { Layout } from './layout.ts';
import { textOf } from './text-of.ts';
import type { Vocabulary } from './vocabulary.ts';

const SAYS_RATE = /%|\b(?:tỷ lệ|tỉ lệ|ty le|ti le|tl|rate|share|percent|percentage)\b/iu;

const SAID_OR_SURE: ReadonlySet<string> = new Set(['certain', 'chosen', 'recipe']);

/**
 * Columns of shares whose header says neither rate nor number ('Nộp trực tuyến'), with no number of their own beside
 * them: 36 in one is 36 % or 36 of 139.
 */
export function unsaidColumns({ columns, shape }: Layout, { indicators }: Vocabulary): ColumnLayout[] {
  if (shape === 'long') return [];
  return columns.filter(({ header, cut, meaning, certainty }) => {
    if (!SAID_OR_SURE.has(certainty) || meaning.role !== 'value' || meaning.indicator === null) return false;
    const { indicator } = meaning;
    const isShare = indicators.get(indicator)?.kind === 'ratio' && !meaning.isPercent;
    if (!isShare || SAYS_RATE.test(header) || header.trim() === indicator) return false;
    return !columns.some(
      (one) => one.meaning.role === 'numerator' && one.meaning.indicator === indicator && one.cut === cut,
    );
  });
}

/** What the numbers of such a column say of themselves. */
export interface ColumnNumbers {
  /** One with a percent sign, or between whole numbers: a rate. */
  hasFraction: boolean;
  /** Above 100: a number of things. */
  hasMany: boolean;
  /** Above the whole beside it: no number of things of it. */
  isAboveWhole: boolean;
  /** Of numbers that may be either, as they stand: the first. */
  shown: string | null;
  rows: number;
}

export const noNumbers = (): ColumnNumbers => ({
  ...{ hasFraction: false, hasMany: false, isAboveWhole: false },
  ...{ shown: null, rows: 0 },
});

/** Takes a cell of the column, and the cell of the whole in its row. */
export function meetNumber(numbers: ColumnNumbers, cell: Cell, whole: Cell): void {
  const number = numberOf(cell);
  if (number === null) return;
  if (number.isRate) {
    numbers.hasFraction = true;
    return;
  }
  if (number.value === 0) return;
  numbers.rows += 1;
  numbers.shown ??= textOf(cell);
  if (number.value > 100) numbers.hasMany = true;
  const all = numberOf(whole);
  if (all !== null && !all.isRate && number.value > all.value) numbers.isAboveWhole = true;
}

function numberOf(cell: Cell): { value: number; isRate: boolean } | null {
  const plain = cell !== null && typeof cell === 'object' && cell.kind === 'formula' ? cell.value : cell;
  if (plain !== null && typeof plain === 'object')
    return plain.kind === 'percent' ? { value: plain.value, isRate: true } : null;
  if (typeof plain === 'number') return { value: plain, isRate: !Number.isInteger(plain) };
  if (typeof plain !== 'string') return null;
  const parsed = parseNumber(plain.trim(), { isWhole: true, decimal: null });
  if (parsed === null) return null;
  return { value: parsed.value, isRate: parsed.hasPercent || !Number.isInteger(parsed.value) };
}

/** `null`: nobody can tell. */
export function countOrRate({
  hasFraction,
  hasMany,
  isAboveWhole,
  rows,
}: ColumnNumbers): 'count' | 'rate' | null {
  if (hasFraction) return 'rate';
  if (hasMany) return 'count';
  return isAboveWhole || rows === 0 ? 'rate' : null;
}
