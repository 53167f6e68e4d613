import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { SEAL_AT, SEAL_BYTES } from './seal.ts';

const CHUNK_BYTES = 4 * 1024 * 1024;

/** SHA-256 of the file in which the seal's bytes count as zero. Reads the file once, in pieces. */
export async function hashSnapshot(path: string, signal?: AbortSignal): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    return await hashHandle(file, signal);
  } finally {
    await file.close();
  }
}

async function hashHandle(file: FileHandle, signal: AbortSignal | undefined): Promise<Buffer> {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  for (let at = 0; ; ) {
    signal?.throwIfAborted();
    const { bytesRead } = await file.read(chunk, 0, CHUNK_BYTES, at);
    if (bytesRead === 0) return hash.digest();
    const part = chunk.subarray(0, bytesRead);
    blankSeal(part, at);
    hash.update(part);
    at += bytesRead;
  }
}

function blankSeal(part: Buffer, at: number): void {
  const from = Math.max(0, SEAL_AT - at);
  const to = Math.min(part.length, SEAL_AT + SEAL_BYTES - at);
  if (from < to) part.fill(0, from, to);
}
