import { LIMITS } from '../../limits.ts';
import { FileRefused, limitExceeded } from '../../problem.ts';
import { createRecordBytes, type RecordBytes } from '../binary.ts';

/** Records of a binary part by their numbers in [MS-XLSB] 2.3. */
export const RECORDS = {
  rowHeader: 0,
  cellRk: 2,
  cellError: 3,
  cellBool: 4,
  cellReal: 5,
  cellText: 6,
  cellShared: 7,
  formulaText: 8,
  formulaNumber: 9,
  formulaBool: 10,
  formulaError: 11,
  sharedItem: 19,
  font: 43,
  format: 44,
  style: 47,
  cellRich: 62,
  workbookProperties: 153,
  sheet: 156,
  merged: 176,
  cellStyles: 617,
  cellStylesEnd: 618,
} as const;

/** Cells that follow their neighbour and do not name their column: number less ten is that of the same with a column. */
export const SHORT_CELLS = { first: 13, last: 18, distance: 11 } as const;

/** Feeds every record of a part to the handler. Throws FileRefused for one that is cut off, or longer than allowed. */
export async function readRecords(
  part: string,
  chunks: AsyncIterable<Uint8Array>,
  handle: (type: number, record: RecordBytes) => void,
): Promise<void> {
  const reader = createRecordReader(part, handle);
  for await (const chunk of chunks) reader.write(chunk);
  reader.end();
}

export function createRecordReader(
  part: string,
  handle: (type: number, record: RecordBytes) => void,
): { readonly write: (chunk: Uint8Array) => void; readonly end: () => void } {
  const record = createRecordBytes(part);
  let rest: Buffer = Buffer.alloc(0);
  return {
    write: (chunk) => {
      const piece = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
      const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
      let at = 0;
      for (let head = readHead(part, bytes, at); head !== null; head = readHead(part, bytes, at)) {
        const { type, start, size } = head;
        if (size > LIMITS.tagDistance) throw limitExceeded('tagDistance', size);
        if (start + size > bytes.length) break;
        record.show(bytes.subarray(start, start + size));
        handle(type, record);
        at = start + size;
      }
      rest = Buffer.from(bytes.subarray(at));
    },
    end: () => {
      if (rest.length > 0) throw new FileRefused('FILE_DAMAGED', { part });
    },
  };
}

/** Number and size come in groups of seven bits, the size in four of them at most ([MS-XLSB] 2.1.4). */
function readHead(
  part: string,
  bytes: Buffer,
  at: number,
): { readonly type: number; readonly start: number; readonly size: number } | null {
  const first = bytes[at];
  const second = bytes[at + 1];
  if (first === undefined || second === undefined) return null;
  const isLong = first >= 0x80;
  const type = isLong ? (first & 0x7f) | ((second & 0x7f) << 7) : first;
  let size = 0;
  for (let step = 0; step < 4; step += 1) {
    const byte = bytes[at + (isLong ? 2 : 1) + step];
    if (byte === undefined) return null;
    size |= (byte & 0x7f) << (7 * step);
    if (byte < 0x80) return { type, start: at + (isLong ? 2 : 1) + step + 1, size };
  }
  throw new FileRefused('FILE_DAMAGED', { part });
}

/** A text with its length before it; `after`: the place behind it. */
export function wideText(record: RecordBytes, at: number): { readonly text: string; readonly after: number } {
  const characters = record.u32(at);
  // 'No text' is all bits.
  if (characters === 0xffffffff) return { text: '', after: at + 4 };
  return { text: record.wide(at + 4, characters), after: at + 4 + characters * 2 };
}
