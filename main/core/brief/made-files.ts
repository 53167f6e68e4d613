import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { base64Pieces } from '#main/core/files/base64-pieces.ts';
import { UserError } from '#shared/contract/errors.ts';

/** Files that nobody fetched are forgotten in the order in which they were made. */
const KEPT_AT_MOST = 4;

const waiting = new Map<string, string>();

/** A folder of its own for a file that will be fetched once. */
export function makePlace(): string {
  return mkdtempSync(join(tmpdir(), 'kh02-export-'));
}

/** Forgets a place whose file did not come to be. */
export function dropPlace(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Keeps a file made in such a place until it is fetched; gives the id by which it can be. */
export function keepForDownload(file: string): string {
  const id = randomUUID();
  waiting.set(id, file);
  for (const [oldest, path] of waiting) {
    if (waiting.size <= KEPT_AT_MOST) break;
    waiting.delete(oldest);
    dropPlace(dirname(path));
  }
  return id;
}

/** The file's bytes in pieces of base64; afterwards it is gone. FILE_UNREADABLE for an id that is not waiting. */
export async function* fetchFile(id: string): AsyncGenerator<string, void> {
  const path = waiting.get(id);
  if (path === undefined) throw new UserError('FILE_UNREADABLE', { file: id });
  waiting.delete(id);
  try {
    yield* base64Pieces(path);
  } finally {
    dropPlace(dirname(path));
  }
}
