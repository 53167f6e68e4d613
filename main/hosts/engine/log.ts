import { inspect } from 'node:util';

/** Writes our own mistake with everything known of it to standard error; standard output carries only results. */
export function logMistake(where: string, error: unknown): void {
  process.stderr.write(`${new Date().toISOString()} ${where}: ${inspect(error, { depth: 6 })}\n`);
}
