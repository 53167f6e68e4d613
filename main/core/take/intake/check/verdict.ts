import type { Figure, IndicatorKind } from '#shared/domain/model.ts';
import type { ProblemCode, ProblemSeverity, ProblemValues } from '../problem.ts';
import type { PlainCell } from '../read/table.ts';

export type FigurePart = keyof Figure;
export type Report = (
  severity: ProblemSeverity,
  code: ProblemCode,
  values: ProblemValues,
  part: FigurePart,
) => void;

// A stated rate may be rounded to whole percents; what differs by more was not computed from these counts.
const RATE_TOLERANCE = 0.006;
const MOST_COUNT = 1_000_000_000;

/**
 * The one verdict on a figure, however it came: the figure that is taken, or 'wrong' (reported why). A part that is
 * null was not given; nothing given at all means that the indicator does not apply.
 */
export function judgeFigure(kind: IndicatorKind, given: Figure, report: Report): Figure | 'wrong' {
  if (kind === 'ratio') return judgeRatio(given, report);
  const judge = kind === 'criterion' ? judgeCriterion : judgeCount;
  const value = given.value === null ? null : judge(given.value, 'value', given.value, report);
  return value === 'wrong' ? value : { value, numerator: null, denominator: null };
}

function judgeRatio(given: Figure, report: Report): Figure | 'wrong' {
  const count = (part: 'numerator' | 'denominator') =>
    given[part] === null ? null : judgeCount(given[part], part, given[part], report);
  const [numerator, denominator] = [count('numerator'), count('denominator')];
  if (numerator === 'wrong' || denominator === 'wrong') return 'wrong';
  const counted = numerator !== null && denominator !== null;
  const parts = counted ? judgeParts(numerator, denominator, given.value, report) : null;
  if (parts === 'wrong') return 'wrong';
  const stated = given.value === null ? null : judgeRate(given.value, given.value, report);
  return stated === 'wrong' ? 'wrong' : (parts ?? judgeParts(numerator, denominator, stated, report));
}

/** `shown`: the cell as its sender wrote it. */
export function judgeCriterion(
  value: number,
  part: FigurePart,
  shown: PlainCell,
  report: Report,
): number | 'wrong' {
  if (value === 0 || value === 1) return value;
  report('error', 'VALUE_NOT_CRITERION', { value: showCell(shown) }, part);
  return 'wrong';
}

/** A whole number of things. */
export function judgeCount(
  value: number,
  part: FigurePart,
  shown: PlainCell,
  report: Report,
): number | 'wrong' {
  const code = whyNoCount(value);
  if (code === null) return value;
  report('error', code, { value: showCell(shown) }, part);
  return 'wrong';
}

function whyNoCount(value: number): ProblemCode | null {
  if (!Number.isInteger(value)) return 'VALUE_NOT_WHOLE';
  if (value < 0) return 'VALUE_NEGATIVE';
  return value > MOST_COUNT ? 'VALUE_OUT_OF_RANGE' : null;
}

/** A fraction 0..1. */
export function judgeRate(value: number, shown: PlainCell, report: Report): number | 'wrong' {
  if (value >= 0 && value <= 1) return value;
  report('error', 'VALUE_OUT_OF_RANGE', { value: showCell(shown) }, 'value');
  return 'wrong';
}

/** The rate of its parts where both are given, else the stated one. 0 of 0 is a rate of nothing: null. */
export function judgeParts(
  numerator: number | null,
  denominator: number | null,
  stated: number | null,
  report: Report,
): Figure | 'wrong' {
  if (numerator === null || denominator === null) {
    if (stated !== null || numerator === denominator) {
      return { value: stated, numerator: null, denominator: null };
    }
    report('error', 'DENOMINATOR_MISSING', {}, numerator === null ? 'numerator' : 'denominator');
    return 'wrong';
  }
  if (numerator > denominator) {
    const code = denominator === 0 ? 'DENOMINATOR_ZERO' : 'NUMERATOR_ABOVE_DENOMINATOR';
    report('error', code, { numerator, denominator }, 'numerator');
    return 'wrong';
  }
  const value = denominator === 0 ? null : numerator / denominator;
  if (stated !== null && value !== null && Math.abs(stated - value) > RATE_TOLERANCE) {
    report('warning', 'VALUE_DIFFERS_FROM_PARTS', { stated, computed: value }, 'value');
  }
  return { value, numerator, denominator };
}

/** A cell as a short text for a message. */
export function showCell(cell: PlainCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell).slice(0, 60);
  if (cell.kind === 'percent') return `${cell.value * 100}%`;
  return cell.kind === 'date' ? cell.value : cell.error;
}
