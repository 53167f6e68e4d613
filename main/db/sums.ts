import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { writePrivately } from '#main/files/private.ts';

// SQLite tells whether pages fit together, not whether a digit in one of them is still the same: a backup has its
// SHA-256 beside it, as `sha256sum -c` reads it.

const sumOf = (file: string): string => `${file}.sha256`;
const PIECE_BYTES = 1 << 20;

export function writeSum(file: string): void {
  writePrivately(sumOf(file), `${hashOf(file)}  ${basename(file)}\n`);
}

/** Whether the file is byte for byte what it was summed up as; the sum may stand beside what it is a copy of. Without one nobody can tell, and it counts as whole. */
export function isAsSummed(file: string, original = file): boolean {
  if (!existsSync(sumOf(original))) return true;
  return readFileSync(sumOf(original), 'utf8').startsWith(`${hashOf(file)} `);
}

export function dropSum(file: string): void {
  rmSync(sumOf(file), { force: true });
}

function hashOf(file: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(PIECE_BYTES);
  const descriptor = openSync(file, 'r');
  try {
    for (let read = readSync(descriptor, piece); read > 0; read = readSync(descriptor, piece))
      hash.update(piece.subarray(0, read));
  } finally {
    closeSync(descriptor);
  }
  return hash.digest('hex');
}
