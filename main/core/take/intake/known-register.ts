import type { ReadDatabase } from '#main/db/open.ts';
import { createRegister, type Register } from './resolve/register.ts';
import { loadRegisterUnits, registerText } from './store.ts';

const known = new WeakMap<ReadDatabase, { readonly text: string; readonly register: Register }>();

/**
 * The register of a database, ready for look-ups. To build it takes longer than to read a file of one row, so it is kept
 * for as long as nothing of it has changed.
 */
export function knownRegister(database: ReadDatabase): Register {
  const text = registerText(database);
  const before = known.get(database);
  if (before?.text === text) return before.register;
  const register = createRegister(loadRegisterUnits(database));
  known.set(database, { text, register });
  return register;
}
