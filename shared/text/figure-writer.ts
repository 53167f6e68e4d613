import type { Formatter } from './format.ts';

/** A figure of some indicator with what it is held against. */
export interface WrittenFigure {
  /** Of the indicator: 'count', or else a share. */
  readonly kind: string;
  readonly value: number | null;
  readonly thresholds?: readonly (number | null)[];
}

/** A count above the commune is a mean per commune. */
export const MEAN_DIGITS = 1;

/** What the figures of a column are: shares and changes of shares are fractions. */
export type ColumnUnit = 'integer' | 'decimal' | 'percent' | 'change';

/**
 * The one rule for the decimals of a column, on screens and in files: all its figures have the same, and more only
 * where rounding would take one across what it is held against.
 */
export function columnWriter(
  unit: ColumnUnit,
  column: readonly (number | null)[],
  thresholds: readonly (number | null)[],
  format: Formatter,
): (value: number | null) => string {
  switch (unit) {
    case 'percent':
      return format.percents(column, thresholds);
    case 'change':
      return format.changes(column);
    case 'decimal':
      return format.numbers(column, MEAN_DIGITS, thresholds);
    case 'integer':
      return (value) => format.number(value);
  }
}

/** Writes the figures of one column: its shares with the same decimals, and its counts with theirs. */
export function figureWriter(
  column: readonly WrittenFigure[],
  format: Formatter,
): (figure: Pick<WrittenFigure, 'kind' | 'value'>) => string {
  const partOf = (figures: readonly WrittenFigure[]) =>
    [figures.map(({ value }) => value), figures.flatMap(({ thresholds = [] }) => thresholds)] as const;
  const [counts, countLimits] = partOf(column.filter(({ kind }) => kind === 'count'));
  const [shares, shareLimits] = partOf(column.filter(({ kind }) => kind !== 'count'));
  const writeCount = columnWriter('decimal', counts, countLimits, format);
  const writeShare = columnWriter('percent', shares, shareLimits, format);
  return ({ kind, value }) => (kind === 'count' ? writeCount : writeShare)(value);
}
