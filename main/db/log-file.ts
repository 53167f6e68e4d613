import { closeSync, openSync, readSync, statSync } from 'node:fs';

// A write-ahead log: https://www.sqlite.org/fileformat2.html, section 4.1.
const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
/** The lowest bit tells whether checksums add big-endian words. */
const MAGIC = 0x37_7f_06_82;
const PAGE_SIZES = { least: 512, most: 65_536 } as const;

type Sum = readonly [number, number];

/** The first page as the last committed change in a write-ahead log left it; null when there is none in the log. */
export function readFirstPage(path: string): Buffer | null {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return null;
  const descriptor = openSync(path, 'r');
  try {
    return findFirstPage((bytes, at) => readSync(descriptor, bytes, 0, bytes.length, at) === bytes.length);
  } finally {
    closeSync(descriptor);
  }
}

/** `read` fills the bytes from a place of the log, and says whether there were enough. */
function findFirstPage(read: (bytes: Buffer, at: number) => boolean): Buffer | null {
  const header = Buffer.alloc(HEADER_BYTES);
  if (!read(header, 0) || (header.readUInt32BE(0) & ~1) !== MAGIC) return null;
  const isBigEndian = (header.readUInt32BE(0) & 1) === 1;
  const pageBytes = header.readUInt32BE(8);
  let sum = add([0, 0], header.subarray(0, 24), isBigEndian);
  if (!isAt(sum, header, 24) || pageBytes < PAGE_SIZES.least || pageBytes > PAGE_SIZES.most) return null;
  let seen: Buffer | null = null;
  let committed: Buffer | null = null;
  const frame = Buffer.alloc(FRAME_HEADER_BYTES + pageBytes);
  for (let at = HEADER_BYTES; read(frame, at); at += frame.length) {
    // Behind the last frame may lie some of an earlier round, with other salts, or half of one that was being written.
    if (!frame.subarray(8, 16).equals(header.subarray(16, 24))) break;
    sum = add(sum, frame.subarray(0, 8), isBigEndian);
    sum = add(sum, frame.subarray(FRAME_HEADER_BYTES), isBigEndian);
    if (!isAt(sum, frame, 16)) break;
    if (frame.readUInt32BE(0) === 1) seen = Buffer.from(frame.subarray(FRAME_HEADER_BYTES));
    // Only the last frame of a transaction says how many pages there are.
    if (frame.readUInt32BE(4) !== 0) committed = seen;
  }
  return committed;
}

function add([first, second]: Sum, bytes: Buffer, isBigEndian: boolean): Sum {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let [one, other] = [first, second];
  for (let at = 0; at < bytes.length; at += 8) {
    one = (one + view.getUint32(at, !isBigEndian) + other) >>> 0;
    other = (other + view.getUint32(at + 4, !isBigEndian) + one) >>> 0;
  }
  return [one, other];
}

function isAt([one, other]: Sum, bytes: Buffer, at: number): boolean {
  return bytes.readUInt32BE(at) === one && bytes.readUInt32BE(at + 4) === other;
}
