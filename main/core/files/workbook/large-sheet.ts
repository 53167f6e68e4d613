import { once } from 'node:events';
import { crc32, createDeflateRaw } from 'node:zlib';
import type { PackedPart } from '#main/core/files/zip.ts';
import { NotCut, visitRows } from './sheet-rows.ts';

type Pieces = AsyncIterable<Uint8Array>;

/** A sheet with nothing but these of its rows, so that they can be changed as in a small one. NotCut. */
export async function sheetWithRows(pieces: Pieces, wanted: ReadonlySet<number>): Promise<Uint8Array> {
  const kept: string[] = [];
  const seen = new Set<number>();
  await visitRows(pieces, {
    around: (text) => kept.push(text),
    row: (number, text) => {
      if (!wanted.has(number)) return;
      if (seen.has(number)) throw new NotCut('twice');
      seen.add(number);
      kept.push(text);
    },
  });
  return Buffer.from(kept.join(''), 'latin1');
}

/** The whole sheet, packed, with what was changed in the one of few rows; every other row as it came. */
export async function withChangedRows(
  name: string,
  pieces: Pieces,
  changed: Uint8Array,
): Promise<PackedPart> {
  const around: string[] = [];
  const rows = new Map<number, string>();
  await visitRows(inOne(changed), {
    around: (text) => around.push(text),
    row: (number, text) => rows.set(number, text),
  });
  const packer = createPacker();
  await visitRows(pieces, {
    around: () => packer.add(around.shift() ?? ''),
    row: (number, text) => packer.add(rows.get(number) ?? text),
    flush: packer.flush,
  });
  return { name, ...(await packer.end()) };
}

async function* inOne(bytes: Uint8Array): Pieces {
  yield bytes;
}

/** Deflates Latin-1 signs as they come; what is waiting is never more than a piece. */
function createPacker() {
  const deflate = createDeflateRaw();
  const packed: Uint8Array[] = [];
  deflate.on('data', (chunk: Uint8Array) => packed.push(chunk));
  let waiting: string[] = [];
  let [crc, size] = [0, 0];
  return {
    add: (text: string): void => {
      waiting.push(text);
    },
    flush: async (): Promise<void> => {
      const bytes = Buffer.from(waiting.join(''), 'latin1');
      waiting = [];
      crc = crc32(bytes, crc);
      size += bytes.length;
      if (!deflate.write(bytes)) await once(deflate, 'drain');
    },
    end: async () => {
      deflate.end();
      await once(deflate, 'end');
      return { method: 8, crc, size, packed: Buffer.concat(packed) };
    },
  };
}
