import type { Figure, IndicatorKind } from './model.ts';

/** How much larger than ever before a figure may be before somebody is asked. */
const SIZE_FACTOR = 1.5;

/** A commune in a sum: what it sent, and how large its denominator (of a count: its count) can be taken to be. */
export interface SummedMember {
  /** Null is silence. */
  readonly figure: Figure | null;
  /** Null where nothing of its province is known from the months before. */
  readonly size: number | null;
}

/** Between which values a sum lies, whatever the silent would have sent; null: there is no upper end. */
export interface SumBounds {
  readonly low: number;
  readonly high: number | null;
}

/**
 * The sizes of the communes of one province from the largest denominators (or counts) that each had in the months
 * before: somewhat more than its own; without one, somewhat more than the largest of the province; null where none is
 * known. What was withdrawn counts as well, so that an undo makes no size smaller.
 */
export function sizesOf(largest: readonly (number | null)[]): (number | null)[] {
  const own = largest.map((one) => (one === null ? null : one * SIZE_FACTOR));
  const known = own.filter((size) => size !== null);
  const fallback = known.length === 0 ? null : Math.max(...known) * SIZE_FACTOR;
  return own.map((size) => size ?? fallback);
}

/**
 * Whether a sum lies between bounds: a member was silent, sent a ratio without its parts, or outgrew its size. Else it is
 * what it is, and so are both its ends.
 */
export function isOpenSum(kind: IndicatorKind, members: readonly SummedMember[]): boolean {
  return members.some(({ figure, size }) => {
    const reported = reportedSize(kind, figure);
    return reported === null || cappedPart(reported, size) < 1;
  });
}

/**
 * Whether what a commune sent counts whole in every sum by what it had sent in one month before: its size is no smaller
 * than that allows, and need not be known.
 */
export function isWithinSize(kind: IndicatorKind, figure: Figure, earlier: Figure): boolean {
  const reported = reportedSize(kind, figure);
  const before = kind === 'count' ? earlier.value : earlier.denominator;
  return reported !== null && before !== null && reported <= before * SIZE_FACTOR;
}

/** The denominator of a ratio that came with its parts, a count itself; null where nothing can be added up. */
function reportedSize(kind: IndicatorKind, figure: Figure | null): number | null {
  if (kind === 'count') return figure?.value ?? null;
  return figure?.numerator == null ? null : figure.denominator;
}

/**
 * The bounds of a ratio of sums, or of a count per commune: a silent member stands with nothing and with all of its
 * size, one that reported with at most its size. So silence is never better than any report, however large: the plain
 * sum of a member that outgrew its size may lie outside until somebody has confirmed it. Null where no member is asked.
 */
export function boundsOfSum(kind: IndicatorKind, members: readonly SummedMember[]): SumBounds | null {
  if (members.length === 0) return null;
  return kind === 'count' ? boundsOfCount(members) : boundsOfRatio(members);
}

function boundsOfRatio(members: readonly SummedMember[]): SumBounds {
  let numerators = 0;
  let denominators = 0;
  let silent = 0;
  for (const { figure, size } of members) {
    const { numerator, denominator } = figure ?? {};
    if (numerator != null && denominator != null) {
      const part = cappedPart(denominator, size);
      numerators += numerator * part;
      denominators += denominator * part;
    } else if (size === null) return { low: 0, high: 1 };
    else silent += size;
  }
  const all = denominators + silent;
  return all === 0 ? { low: 0, high: 1 } : { low: numerators / all, high: (numerators + silent) / all };
}

function boundsOfCount(members: readonly SummedMember[]): SumBounds {
  let counted = 0;
  let silent: number | null = 0;
  for (const { figure, size } of members) {
    const value = figure?.value ?? null;
    if (value !== null) counted += value * cappedPart(value, size);
    else silent = silent === null || size === null ? null : silent + size;
  }
  const high = silent === null ? null : (counted + silent) / members.length;
  return { low: counted / members.length, high };
}

/** The part of a report that counts in the bounds. */
function cappedPart(reported: number, size: number | null): number {
  return size === null || reported <= size ? 1 : size / reported;
}
