import { describe, it } from 'vitest';

type Add = (name: string, run: () => void | Promise<void>) => void;

/** A test of what this machine may lack: skipped by a name that says what it needs. */
export function itNeeds(what: string, has: boolean): Add {
  return (name, run) => (has ? it(name, run) : it.skip(`${name} [needs ${what}]`, run));
}

/** The same for a group. */
export function describeNeeds(what: string, has: boolean): (name: string, add: () => void) => void {
  return (name, add) => (has ? describe(name, add) : describe.skip(`${name} [needs ${what}]`, add));
}
