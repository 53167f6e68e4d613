import { open } from 'node:fs/promises';

/** 384 KiB give 512 KiB of base64: far below what a transport takes in one message. */
const PIECE_BYTES = 384 * 1024;

/** A file's bytes for a page, piece by piece. */
export async function* base64Pieces(path: string): AsyncGenerator<string, void> {
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
  }
}
