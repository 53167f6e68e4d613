import { inspect } from 'node:util';

/** Names the copy of the database that was made before a migration: the way back for a person. */
export function logCopy(path: string): void {
  process.stderr.write(`${new Date().toISOString()} database: copied to ${path} before it was migrated\n`);
}

/** Names the backup that was put in the place of the database. */
export function logRestored(path: string): void {
  process.stderr.write(`${new Date().toISOString()} database: restored from ${path}\n`);
}

/** Writes our own mistake with everything known of it to standard error; standard output carries only results. */
export function logMistake(where: string, error: unknown): void {
  process.stderr.write(`${new Date().toISOString()} ${where}: ${inspect(error, { depth: 6 })}\n`);
}
