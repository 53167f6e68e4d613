import { columnName } from '#main/core/files/workbook/place.ts';
import type { Figure, IndicatorKind } from '#shared/domain/model.ts';
import { type Problem, type ProblemSeverity, problem } from '../problem.ts';
import type { Cell, Row } from '../read/table.ts';
import type { FigureColumnsPlan, RowPlan } from '../recognise/plan.ts';
import { textOf } from '../recognise/text-of.ts';
import type { LeftOut } from './left-out.ts';
import { type DecimalSign, parseNumber } from './number.ts';

/** A row that adds up others, with what had been added up when it came. */
interface Mark {
  readonly row: number;
  readonly rule: LeftOut;
  readonly label: string;
  readonly before: Float64Array;
  readonly stated: readonly (number | null)[];
}

/** A stated sum that is not the sum of its units. */
export interface TotalDiffers {
  readonly row: number;
  readonly column: number;
  readonly label: string;
  readonly stated: number;
  readonly sum: number;
}

/** The sums that a table states, held against its units. */
export interface Totals {
  readonly meetFigure: (columns: FigureColumnsPlan, kind: IndicatorKind, figure: Figure) => void;
  /** The figures of a row are complete. */
  readonly endRow: () => void;
  readonly meetSummary: (rule: LeftOut, row: Row) => void;
  /** How many stated sums agree, and those that do not. */
  readonly settle: () => { readonly agrees: number; readonly differs: readonly TotalDiffers[] };
}

const NONE: Totals = {
  meetFigure: () => {},
  endRow: () => {},
  meetSummary: () => {},
  settle: () => ({ agrees: 0, differs: [] }),
};

/**
 * Adds up the numbers of things of a table with one row a unit, and what of the criteria is met, and holds each row that
 * states a sum against them: the one total of a table against all units, one of several (groups, 'Cộng') against all, or
 * the units from it to another such row.
 */
export function createTotals(plan: RowPlan, decimal: DecimalSign): Totals {
  if (plan.indicator >= 0) return NONE;
  const summed = plan.figures.flatMap(({ value, numerator, denominator }) => [value, numerator, denominator]);
  const columns = [...new Set(summed)].filter((column) => column >= 0).toSorted((a, b) => a - b);
  const placeOf = new Map(columns.map((column, place) => [column, place]));
  const sums = new Float64Array(columns.length);
  const current = new Float64Array(columns.length);
  // A column of rates has no sum.
  const counted = new Set<number>();
  const marks: Mark[] = [];
  const put = (column: number, value: number | null): void => {
    const place = placeOf.get(column);
    if (place === undefined || value === null) return;
    counted.add(place);
    current[place] = value;
  };
  return {
    meetFigure: ({ value, numerator, denominator }, kind, figure) => {
      if (kind !== 'ratio') put(value >= 0 ? value : numerator, figure.value);
      else {
        put(numerator, figure.numerator);
        put(denominator, figure.denominator);
      }
    },
    endRow: () => {
      for (let place = 0; place < columns.length; place += 1) {
        sums[place] = (sums[place] ?? 0) + (current[place] ?? 0);
        current[place] = 0;
      }
    },
    meetSummary: (rule, { row, cells }) => {
      if (rule !== 'total' && rule !== 'section') return;
      const label = cells.map(textOf).find((text) => /\p{Letter}{2}/u.test(text)) ?? '';
      const stated = columns.map((column) => statedNumber(cells[column] ?? null, decimal));
      marks.push({ row, rule, label, before: Float64Array.from(sums), stated });
    },
    settle: () => {
      const differs: TotalDiffers[] = [];
      let agrees = 0;
      for (const [at, mark] of marks.entries()) {
        for (const [place, stated] of mark.stated.entries()) {
          if (stated === null || !counted.has(place)) continue;
          const possible = possibleSums(marks, at, place, sums[place] ?? 0);
          if (possible.includes(stated)) agrees += 1;
          else {
            const { row, label } = mark;
            differs.push({ row, label, column: columns[place] ?? 0, stated, sum: possible[0] ?? 0 });
          }
        }
      }
      return { agrees, differs };
    },
  };
}

/** What a stated sum can be, the likeliest first. */
function possibleSums(marks: readonly Mark[], at: number, place: number, all: number): number[] {
  const own = marks[at];
  if (own === undefined) return [all];
  const isOnly = own.rule === 'total' && marks.filter(({ rule }) => rule === 'total').length === 1;
  if (isOnly) return [all];
  const here = own.before[place] ?? 0;
  const sumAt = (mark: Mark): number => mark.before[place] ?? 0;
  const after = [...marks.slice(at + 1).map((mark) => sumAt(mark) - here), all - here];
  const before = [
    ...marks
      .slice(0, at)
      .map((mark) => here - sumAt(mark))
      .toReversed(),
    here,
  ];
  return own.rule === 'section' ? [...after, all, ...before] : [...before, all, ...after];
}

/** A whole number that a row of sums states; null for a rate, a text, nothing. */
function statedNumber(cell: Cell, decimal: DecimalSign): number | null {
  const plain = cell !== null && typeof cell === 'object' && cell.kind === 'formula' ? cell.value : cell;
  if (typeof plain === 'number') return Number.isInteger(plain) ? plain : null;
  const number = typeof plain === 'string' ? parseNumber(plain.trim(), { isWhole: true, decimal }) : null;
  return number === null || number.hasPercent || !Number.isInteger(number.value) ? null : number.value;
}

/** A stated sum that differs, at its cell. */
export function totalProblem(
  { row, column, label, stated, sum }: TotalDiffers,
  { sheet, header, severity }: { sheet: string; header: string; severity: ProblemSeverity },
): Problem {
  const values = { label: label.slice(0, 60), header: header.slice(0, 80), stated, sum };
  return problem(severity, 'TOTAL_DIFFERS', values, { sheet, row, column: columnName(column) });
}
