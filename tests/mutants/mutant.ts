/** A small change that is a fault, and the tests that must see it. */
export interface Mutant {
  readonly file: string;
  /** What the fault would be for a user. */
  readonly what: string;
  /** Occurs exactly once in the file. */
  readonly from: string;
  readonly to: string;
  readonly tests: readonly string[];
}

type Change = readonly [what: string, from: string, to: string];

/** Changes of one file, each of which the tests must see. */
export function mutantsOf(file: string, tests: readonly string[], changes: readonly Change[]): Mutant[] {
  return changes.map(([what, from, to]) => ({ file, what, from, to, tests }));
}
