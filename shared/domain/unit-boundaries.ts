import type { UnitChange } from './unit-acts.ts';

/** Which units of the built-in map make up a unit; null: nobody has drawn where it ends. */
export type BoundaryParts = readonly string[] | null;

/**
 * The boundaries that differ from the built-in ones after these changes, oldest first: a unit made of whole others has
 * the outline of all of them; one made of parts has none; one that goes on keeps the outline it had, with what it was
 * given whole. Units that ended are not there.
 */
export function boundariesAfter(changes: readonly UnitChange[]): Map<string, BoundaryParts> {
  const known = new Map<string, BoundaryParts>();
  for (const { begun, ended, enlarged } of changes) {
    const before = new Map(known);
    const of = (code: string): BoundaryParts => (before.has(code) ? (before.get(code) ?? null) : [code]);
    for (const { code, madeFrom } of begun) {
      const parts = madeFrom.map((part) => (part.isPart ? null : of(part.code)));
      known.set(code, parts.length === 0 || parts.includes(null) ? null : joined(parts));
    }
    for (const { code, by } of enlarged) {
      const own = of(code);
      const whole = by.filter(({ isPart }) => !isPart).map((part) => of(part.code));
      if (own !== null) known.set(code, joined([own, ...whole]));
    }
    for (const { code } of ended) known.delete(code);
  }
  return known;
}

function joined(parts: readonly BoundaryParts[]): string[] {
  return parts.flatMap((part) => part ?? []).toSorted();
}

/** Codes of units that go on with an outline that is no longer quite theirs: they gave or were given a part. */
export function outdatedBy({ enlarged, reduced }: UnitChange): string[] {
  const grown = enlarged.filter(({ by }) => by.some(({ isPart }) => isPart));
  return [...new Set([...grown, ...reduced].map(({ code }) => code))].toSorted();
}

/**
 * The rings round several areas that lie side by side: the arcs that two of them share fall away (one walks each
 * forwards, the other, `~n`, backwards), the others are joined end to end. `endsOf` names the points in which a signed
 * arc begins and ends. Where areas touch in a point alone, two rings may come out as one that meets itself there.
 */
export function ringsAround(
  arcs: readonly number[],
  endsOf: (signed: number) => readonly [start: string, end: string],
): number[][] {
  const all = new Set(arcs);
  const outer = arcs.filter((signed) => !all.has(~signed));
  const waysOut = Map.groupBy(outer, (signed) => endsOf(signed)[0]);
  const rings: number[][] = [];
  const used = new Set<number>();
  for (const first of outer) {
    if (used.has(first)) continue;
    const ring: number[] = [];
    for (let next: number | undefined = first; next !== undefined; ) {
      used.add(next);
      ring.push(next);
      const [, end]: readonly [string, string] = endsOf(next);
      next = waysOut.get(end)?.find((signed) => !used.has(signed));
    }
    rings.push(ring);
  }
  return rings;
}
