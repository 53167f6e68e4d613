import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { UserError } from '#shared/contract/errors.ts';

/** 3 MiB give 4 MiB of base64: well below what one message may carry. */
const PIECE_BYTES = 3 * 1024 * 1024;
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
  const file = await open(path, 'r');
  try {
    const piece = Buffer.alloc(PIECE_BYTES);
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, PIECE_BYTES, null);
      if (bytesRead === 0) return;
      yield piece.toString('base64', 0, bytesRead);
    }
  } finally {
    await file.close();
    dropPlace(dirname(path));
  }
}
