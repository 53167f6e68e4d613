import { type FileHandle, open, stat } from 'node:fs/promises';
import { UnsoundFile } from './unsound-file.ts';

/** A file as bytes at positions, wherever it lies: on disk, in an upload, in memory. */
export interface ByteSource {
  readonly name: string;
  readonly size: number;
  /** Bytes start (inclusive) to end (exclusive), cut at the end of the file. */
  readonly read: (start: number, end: number) => Promise<Uint8Array>;
  /** The same bytes in pieces, where one pass costs less than many reads; pieces as in `readPieces`. */
  readonly pieces?: (start: number, end: number) => AsyncGenerator<Uint8Array>;
}

// A quarter of a megabyte: the rows of one piece still die young, so the collector never has to move them.
const READ_BYTES = 256 * 1024;
// One with the reader, the one before of which it may hold the end, and one that the disk is filling.
const PIECES_IN_FLIGHT = 3;

/**
 * The bytes from start to end in pieces. A piece keeps its bytes only until the piece after the next is asked for:
 * whoever collects pieces has to copy them.
 */
export async function* readPieces(
  source: ByteSource,
  start = 0,
  end = source.size,
): AsyncGenerator<Uint8Array> {
  if (source.pieces !== undefined) return yield* source.pieces(start, end);
  for (let at = start; at < end; at += READ_BYTES)
    yield await source.read(at, Math.min(end, at + READ_BYTES));
}

/** A source over a Blob: an upload in memory, or a part of another one. */
export function blobSource(name: string, blob: Blob): ByteSource {
  return {
    name,
    size: blob.size,
    read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
}

/**
 * A source over a file on disk, a third of the cost of a Blob over it. The file is open only while it is read; when
 * it is no longer what it was at first, reading throws UnsoundFile.
 */
export async function fileSource(name: string, path: string): Promise<ByteSource> {
  const first = await stat(path);
  const { size } = first;
  const reopen = async (): Promise<FileHandle> => {
    const handle = await open(path);
    const now = await handle.stat();
    if (now.size === size && now.mtimeMs === first.mtimeMs) return handle;
    await handle.close();
    throw new UnsoundFile('FILE_DAMAGED', { part: name });
  };
  return {
    name,
    size,
    read: async (start, end) => {
      const handle = await reopen();
      const length = Math.max(0, Math.min(end, size) - start);
      const bytes = Buffer.allocUnsafeSlow(length);
      return await readInto(bytes, handle, start, start + length).finally(() => handle.close());
    },
    pieces: async function* (start, end) {
      const handle = await reopen();
      const buffers = Array.from({ length: PIECES_IN_FLIGHT }, () => Buffer.allocUnsafeSlow(READ_BYTES));
      const next = (at: number) => readInto(turn(buffers), handle, at, Math.min(end, at + READ_BYTES));
      let coming = next(start);
      try {
        for (let at = start; at < end; at += READ_BYTES) {
          const piece = await coming;
          // The disk works while the reader does.
          coming = next(Math.min(end, at + READ_BYTES));
          yield piece;
        }
      } finally {
        await coming.catch(() => undefined);
        await handle.close();
      }
    },
  };
}

/** The buffer that was used longest ago. */
function turn(buffers: Buffer[]): Buffer {
  const [oldest = Buffer.alloc(0)] = buffers.splice(0, 1);
  buffers.push(oldest);
  return oldest;
}

async function readInto(bytes: Buffer, handle: FileHandle, start: number, end: number): Promise<Buffer> {
  let filled = 0;
  while (start + filled < end) {
    const { bytesRead } = await handle.read(bytes, filled, end - start - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
