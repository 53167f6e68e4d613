import type { Figure, IndicatorKind } from '#shared/domain/model.ts';
import type { ProblemCode } from '../problem.ts';

/**
 * The figure of a commune from those of all its parts, or why there is none. Things are counted together, a share from
 * its counted parts alone: rates cannot be added. A criterion is said of all parts or of none.
 */
export function sumOfParts(kind: IndicatorKind, parts: readonly Figure[]): Figure | ProblemCode {
  const [first] = parts;
  if (first === undefined) return 'FORMER_PARTS_MISSING';
  // A part that it does not apply to has nothing to add.
  const counted = parts.filter(({ value, denominator }) => value !== null || denominator !== null);
  if (counted.length === 0 || parts.length === 1) {
    const { value, numerator, denominator } = first;
    return { value, numerator, denominator };
  }
  if (kind === 'count') return { value: sum(counted, 'value'), numerator: null, denominator: null };
  if (kind === 'ratio') {
    if (counted.some(({ denominator }) => denominator === null)) return 'FORMER_RATES_ALONE';
    const [numerator, denominator] = [sum(counted, 'numerator'), sum(counted, 'denominator')];
    return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
  }
  const isSame = counted.every(({ value }) => value === counted[0]?.value);
  return isSame
    ? { value: counted[0]?.value ?? null, numerator: null, denominator: null }
    : 'FORMER_PARTS_DIFFER';
}

const sum = (parts: readonly Figure[], part: keyof Figure): number =>
  parts.reduce((total, figure) => total + (figure[part] ?? 0), 0);
