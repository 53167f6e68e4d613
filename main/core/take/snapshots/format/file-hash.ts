import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { SEAL_AT, SEAL_BYTES } from './seal.ts';

const CHUNK_BYTES = 4 * 1024 * 1024;

export interface HashWatch {
  readonly signal?: AbortSignal | undefined;
  /** How much of the file has been read, 0 to 1. */
  readonly onShare?: ((share: number) => void) | undefined;
}

/** SHA-256 of the file in which the seal's bytes count as zero. Reads the file once, in pieces. */
export async function hashSnapshot(path: string, watch: HashWatch = {}): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    return await hashHandle(file, watch);
  } finally {
    await file.close();
  }
}

/** Two pieces take turns: while the processor hashes one, the disk reads the other. */
async function hashHandle(file: FileHandle, { signal, onShare }: HashWatch): Promise<Buffer> {
  const { size } = await file.stat();
  const hash = createHash('sha256');
  const pieces = [Buffer.allocUnsafe(CHUNK_BYTES), Buffer.allocUnsafe(CHUNK_BYTES)] as const;
  const read = (turn: number, at: number) => file.read(pieces[turn % 2 === 0 ? 0 : 1], 0, CHUNK_BYTES, at);
  let next = read(0, 0);
  for (let turn = 0, at = 0; ; turn += 1) {
    const { bytesRead, buffer } = await next;
    signal?.throwIfAborted();
    if (bytesRead === 0) return hash.digest();
    next = read(turn + 1, at + bytesRead);
    const part = buffer.subarray(0, bytesRead);
    blankSeal(part, at);
    hash.update(part);
    at += bytesRead;
    onShare?.(Math.min(1, at / size));
  }
}

function blankSeal(part: Buffer, at: number): void {
  const from = Math.max(0, SEAL_AT - at);
  const to = Math.min(part.length, SEAL_AT + SEAL_BYTES - at);
  if (from < to) part.fill(0, from, to);
}
