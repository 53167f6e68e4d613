import { inspect } from 'node:util';
import type { CopyReason } from '#main/core/app.ts';

const DONE = { migration: 'migrated', judgement: 'judged anew by the rules of this version' } as const;

/** Names the copy of the database that was made before it was changed: the way back for a person. */
export function logCopy(path: string, before: CopyReason): void {
  process.stderr.write(
    `${new Date().toISOString()} database: copied to ${path} before it was ${DONE[before]}\n`,
  );
}

/** Names the backup that was put in the place of the database. */
export function logRestored(path: string): void {
  process.stderr.write(`${new Date().toISOString()} database: restored from ${path}\n`);
}

/** Writes our own mistake with everything known of it to standard error; standard output carries only results. */
export function logMistake(where: string, error: unknown): void {
  process.stderr.write(`${new Date().toISOString()} ${where}: ${inspect(error, { depth: 6 })}\n`);
}
