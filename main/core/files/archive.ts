import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type ByteSource, readPieces } from './byte-source.ts';
import { UnsoundFile } from './unsound-file.ts';

/** One part of the archive as the central directory describes it; nothing of it has been read yet. */
export interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  readonly offset: number;
}

export interface Archive {
  readonly entries: ReadonlyMap<string, Entry>;
  /** The inflated bytes of a part, counted against its declared size. Throws UnsoundFile. */
  readonly read: (entry: Entry) => AsyncGenerator<Uint8Array>;
  /** Its bytes as they stand in the archive. Throws UnsoundFile. */
  readonly readPacked: (entry: Entry) => Promise<Uint8Array>;
}

const END_RECORD = 0x06054b50;
const ZIP64_LOCATOR = 0x07064b50;
const CENTRAL_RECORD = 0x02014b50;
const LOCAL_RECORD = 0x04034b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
// A comment of 65,535 bytes may follow the end record (APPNOTE 4.3.16).
const END_SEARCH_BYTES = END_BYTES + 0xffff;

/** The same for every archive. */
export const ENTRY_LIMITS = {
  // Inflated to compressed; smaller parts may be as dense as they like, because they cannot hurt.
  inflateRatio: 200,
  inflateRatioFromBytes: 1024 * 1024,
  nameBytes: 512,
} as const;
const { inflateRatio, inflateRatioFromBytes, nameBytes } = ENTRY_LIMITS;
/** Old workbooks collect formats, up to Excel's 64,000, each nearly the same as the last: dense, and harmless. */
const DENSE_STYLES_BYTES = 16 * 1024 * 1024;

/** Limits that differ from one kind of archive to another. */
export type ArchiveLimits = Readonly<Record<'archiveEntries' | 'partBytes' | 'totalBytes', number>>;

/** Opens a zip by its central directory and refuses it before a byte is inflated when it breaks a limit. */
export async function openArchive(source: ByteSource, limits: ArchiveLimits): Promise<Archive> {
  const directory = await readDirectory(source, limits);
  const entries = new Map<string, Entry>();
  const seen = new Set<string>();
  for (const entry of parseDirectory(directory.bytes, directory.count)) {
    refuseUnsafeName(entry.name, seen);
    entries.set(entry.name, entry);
  }
  refuseSizes([...entries.values()], source.size, limits);
  return {
    entries,
    read: (entry) => inflateEntry(source, entry),
    readPacked: async (entry) => {
      const start = await startOf(source, entry);
      return await source.read(start, start + entry.compressed);
    },
  };
}

/** All parts by their names, or those wanted, without folders. Throws UnsoundFile. */
export async function readParts(
  { entries, read }: Archive,
  isWanted: (entry: Entry) => boolean = () => true,
): Promise<Record<string, Uint8Array>> {
  const parts: Record<string, Uint8Array> = {};
  for (const entry of entries.values()) {
    if (entry.name.endsWith('/') || !isWanted(entry)) continue;
    const pieces: Uint8Array[] = [];
    for await (const piece of read(entry)) pieces.push(piece);
    parts[entry.name] = Buffer.concat(pieces);
  }
  return parts;
}

async function readDirectory(
  source: ByteSource,
  limits: ArchiveLimits,
): Promise<{ bytes: DataView; count: number }> {
  const start = Math.max(0, source.size - END_SEARCH_BYTES);
  const tail = viewOf(await source.read(start, source.size));
  const at = findEnd(tail);
  if (at < 0) throw new UnsoundFile('FILE_DAMAGED', { part: 'zip' });
  const count = tail.getUint16(at + 10, true);
  const size = tail.getUint32(at + 12, true);
  const offset = tail.getUint32(at + 16, true);
  const isZip64 = count === 0xffff || size === 0xffffffff || offset === 0xffffffff;
  if (isZip64 || (at >= 20 && tail.getUint32(at - 20, true) === ZIP64_LOCATOR)) {
    throw new UnsoundFile('ARCHIVE_UNSAFE', { reason: 'zip64' });
  }
  if (count > limits.archiveEntries) throw beyond('archiveEntries', limits.archiveEntries, count);
  if (offset + size > source.size) throw new UnsoundFile('FILE_DAMAGED', { part: 'zip' });
  return { bytes: viewOf(await source.read(offset, offset + size)), count };
}

function findEnd(tail: DataView): number {
  for (let at = tail.byteLength - END_BYTES; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) === END_RECORD) return at;
  }
  return -1;
}

function* parseDirectory(view: DataView, count: number): Generator<Entry> {
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_BYTES > view.byteLength || view.getUint32(at, true) !== CENTRAL_RECORD) {
      throw new UnsoundFile('FILE_DAMAGED', { part: 'zip' });
    }
    const nameLength = view.getUint16(at + 28, true);
    const next =
      at + CENTRAL_BYTES + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > view.byteLength) throw new UnsoundFile('FILE_DAMAGED', { part: 'zip' });
    if (nameLength > nameBytes) throw beyond('nameBytes', nameBytes, nameLength);
    yield parseEntry(view, at, nameLength);
    at = next;
  }
}

function parseEntry(view: DataView, at: number, nameLength: number): Entry {
  const name = new TextDecoder().decode(
    new Uint8Array(view.buffer, view.byteOffset + at + CENTRAL_BYTES, nameLength),
  );
  const flags = view.getUint16(at + 8, true);
  // Bit 0: encrypted; bit 6: strong encryption; bit 13: masked headers (APPNOTE 4.4.4).
  if ((flags & 0x2041) !== 0) throw new UnsoundFile('FILE_ENCRYPTED');
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) throw new UnsoundFile('ARCHIVE_UNSAFE', { reason: 'method' });
  return {
    name,
    method,
    crc: view.getUint32(at + 16, true),
    compressed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
}

function beyond(limit: string, allowed: number, found: number): UnsoundFile {
  return new UnsoundFile('LIMIT_EXCEEDED', { limit, allowed, found });
}

function refuseUnsafeName(name: string, seen: Set<string>): void {
  const isOutside = name.split(/[\\/]/).includes('..') || /^[\\/]|^[a-z]:|\0/i.test(name);
  if (isOutside) throw new UnsoundFile('ARCHIVE_UNSAFE', { reason: 'path' });
  const key = name.toLowerCase();
  if (seen.has(key)) throw new UnsoundFile('ARCHIVE_UNSAFE', { reason: 'duplicate' });
  seen.add(key);
}

function refuseSizes(entries: readonly Entry[], fileSize: number, limits: ArchiveLimits): void {
  let total = 0;
  let reached = 0;
  for (const entry of entries.toSorted((left, right) => left.offset - right.offset)) {
    if (entry.size > limits.partBytes) throw beyond('partBytes', limits.partBytes, entry.size);
    total += entry.size;
    const ratio = entry.size / Math.max(1, entry.compressed);
    const mayBeDense = entry.name.endsWith('/styles.xml') ? DENSE_STYLES_BYTES : inflateRatioFromBytes;
    if (entry.size > mayBeDense && ratio > inflateRatio) {
      throw beyond('inflateRatio', inflateRatio, Math.round(ratio));
    }
    // Two parts that share bytes: the way to make a small file inflate to petabytes.
    if (entry.offset < reached) throw new UnsoundFile('ARCHIVE_UNSAFE', { reason: 'overlap' });
    reached = entry.offset + LOCAL_BYTES + entry.compressed;
    if (reached > fileSize) throw new UnsoundFile('FILE_DAMAGED', { part: entry.name });
  }
  if (total > limits.totalBytes) throw beyond('totalBytes', limits.totalBytes, total);
}

/** Where the bytes of a part begin, behind its own header. */
async function startOf(source: ByteSource, entry: Entry): Promise<number> {
  const header = viewOf(await source.read(entry.offset, entry.offset + LOCAL_BYTES));
  if (header.byteLength < LOCAL_BYTES || header.getUint32(0, true) !== LOCAL_RECORD) {
    throw new UnsoundFile('FILE_DAMAGED', { part: entry.name });
  }
  return entry.offset + LOCAL_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
}

async function* inflateEntry(source: ByteSource, entry: Entry): AsyncGenerator<Uint8Array> {
  const start = await startOf(source, entry);
  const packed = readPieces(source, start, start + entry.compressed);
  const plain = entry.method === 0 ? packed : inflate(packed, entry.name);
  yield* countBytes(plain, entry);
}

async function* inflate(packed: AsyncIterable<Uint8Array>, part: string): AsyncGenerator<Uint8Array> {
  const inflater = createInflateRaw({ chunkSize: 64 * 1024 });
  pipeline(Readable.from(copies(packed)), inflater, () => undefined);
  try {
    yield* inflater;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && String(cause.code).startsWith('Z_')) {
      throw new UnsoundFile('FILE_DAMAGED', { part });
    }
    throw cause;
  }
}

// The stream holds several pieces at a time, which keep their bytes for two only.
async function* copies(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield Uint8Array.from(piece);
}

// The declared size is a promise of the sender: what comes beyond it was meant to get past the limits.
async function* countBytes(plain: AsyncIterable<Uint8Array>, entry: Entry): AsyncGenerator<Uint8Array> {
  let counted = 0;
  let sum = 0;
  for await (const chunk of plain) {
    counted += chunk.length;
    if (counted > entry.size) throw new UnsoundFile('ARCHIVE_UNSAFE', { reason: 'size' });
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (counted !== entry.size) throw new UnsoundFile('ARCHIVE_UNSAFE', { reason: 'size' });
  if (sum !== entry.crc) throw new UnsoundFile('FILE_DAMAGED', { part: entry.name });
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
