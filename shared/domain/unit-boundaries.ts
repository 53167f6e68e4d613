import type { UnitChange } from './unit-acts.ts';

/** Which units of the built-in map make up a unit; null: nobody has drawn where it ends. */
export type BoundaryParts = readonly string[] | null;

/**
 * The boundaries that differ from the built-in ones after these changes, oldest first: a unit made of whole others has
 * the outline of all of them, one that was given or gave a part has none. Units that ended are not there.
 */
export function boundariesAfter(changes: readonly UnitChange[]): Map<string, BoundaryParts> {
  const known = new Map<string, BoundaryParts>();
  for (const { begun, ended, enlarged, reduced } of changes) {
    const before = new Map(known);
    const of = (code: string): BoundaryParts => before.get(code) ?? (before.has(code) ? null : [code]);
    const gave = new Set(reduced.map(({ code }) => code));
    for (const { code, madeFrom } of begun) known.set(code, joined(madeFrom, of));
    for (const { code, by } of enlarged)
      known.set(code, joined([{ code, isPart: gave.has(code) }, ...by], of));
    for (const code of gave) if (!enlarged.some((one) => one.code === code)) known.set(code, null);
    for (const { code } of ended) known.delete(code);
  }
  return known;
}

function joined(
  parts: readonly { readonly code: string; readonly isPart: boolean }[],
  of: (code: string) => BoundaryParts,
): BoundaryParts {
  const all = parts.map(({ code, isPart }) => (isPart ? null : of(code)));
  const drawn = all.filter((one) => one !== null);
  return parts.length === 0 || drawn.length < all.length ? null : drawn.flat().toSorted();
}
