import { type ByteSource, readPieces } from './byte-source.ts';
import { UnsoundFile } from './unsound-file.ts';

/** A stream or storage of a compound file ([MS-CFB]). */
export interface CompoundEntry {
  readonly name: string;
  readonly isStream: boolean;
  readonly size: number;
}

/** The container of Office's binary files. Only what lies in its root is seen. */
export interface CompoundFile {
  readonly entries: ReadonlyMap<string, CompoundEntry>;
  /** Bytes of a stream from a place to its end. Throws UnsoundFile. */
  readonly read: (name: string, start?: number) => AsyncGenerator<Uint8Array>;
}

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const HEADER_SECTORS = 109;
const END = 0xfffffffe;
const LAST_SECTOR = 0xfffffffa;
const NOBODY = 0xffffffff;
/** A directory of this size names eight thousand streams; a workbook has a dozen. */
const DIRECTORY_BYTES = 1024 * 1024;
const STREAM = 2;
const ROOT = 5;

const damaged = (): UnsoundFile => new UnsoundFile('FILE_DAMAGED', { part: 'OLE' });

interface Sectors {
  readonly source: ByteSource;
  readonly bytes: number;
  readonly count: number;
  /** For each sector the one behind it. */
  readonly next: Uint32Array;
}

interface Entry extends CompoundEntry {
  readonly kind: number;
  readonly first: number;
  readonly around: readonly number[];
  readonly child: number;
}

/** Opens the container: its table of sectors and its directory are read, streams are not yet. Throws UnsoundFile. */
export async function openCompoundFile(source: ByteSource): Promise<CompoundFile> {
  const header = Buffer.from(await source.read(0, HEADER_BYTES));
  if (header.length < HEADER_BYTES) throw damaged();
  const shift = header.readUInt16LE(30);
  if ((shift !== 9 && shift !== 12) || header.readUInt16LE(32) !== 6) throw damaged();
  const sectors = await readSectors(source, header, 1 << shift);
  const all = await readDirectory(sectors, header.readUInt32LE(48));
  const [root] = all;
  if (root?.kind !== ROOT) throw damaged();
  const inRoot = childrenOf(all, root);
  const cutoff = header.readUInt32LE(56);
  const small = { header, root, sectors };
  return {
    entries: inRoot,
    read: async function* (name, start = 0) {
      const entry = inRoot.get(name);
      if (entry?.isStream !== true) throw damaged();
      if (start > entry.size) throw damaged();
      if (entry.size < cutoff) yield (await readSmall(entry, small)).subarray(start);
      else yield* readChain(sectors, entry.first, entry.size, start);
    },
  };
}

async function readSectors(source: ByteSource, header: Buffer, bytes: number): Promise<Sectors> {
  const count = Math.max(0, Math.ceil((source.size - bytes) / bytes));
  const places = await tablePlaces(source, header, bytes, count);
  const next = new Uint32Array(places.length * (bytes / 4));
  for (const [index, place] of places.entries()) {
    const table = Buffer.from(await readSector(source, place, bytes));
    for (let at = 0; at + 4 <= table.length; at += 4)
      next[index * (bytes / 4) + at / 4] = table.readUInt32LE(at);
  }
  return { source, bytes, count, next };
}

/** Where the parts of the sector table lie: 109 of them stand in the header, the others in a list of their own. */
async function tablePlaces(
  source: ByteSource,
  header: Buffer,
  bytes: number,
  count: number,
): Promise<number[]> {
  // The table has no more parts than it takes to name every sector: what claims more is a trap.
  const most = Math.ceil(count / (bytes / 4)) + 1;
  const places: number[] = [];
  const add = (place: number): void => {
    if (place > LAST_SECTOR) return;
    if (place >= count || places.length >= most) throw damaged();
    places.push(place);
  };
  for (let index = 0; index < HEADER_SECTORS; index += 1) add(header.readUInt32LE(76 + index * 4));
  let list = header.readUInt32LE(68);
  for (let step = 0; list <= LAST_SECTOR; step += 1) {
    if (step > most || list >= count) throw damaged();
    const part = Buffer.from(await readSector(source, list, bytes));
    for (let at = 0; at + 8 <= part.length; at += 4) add(part.readUInt32LE(at));
    list = part.length < bytes ? END : part.readUInt32LE(bytes - 4);
  }
  return places;
}

function readSector(source: ByteSource, sector: number, bytes: number): Promise<Uint8Array> {
  return source.read((sector + 1) * bytes, (sector + 2) * bytes);
}

/** The sectors of a chain, as many as so many bytes take. A chain that is shorter, leaves the file or turns back is damage. */
function chainOf({ next, count, bytes }: Sectors, first: number, size: number): number[] {
  const wanted = Math.ceil(size / bytes);
  if (wanted > count) throw damaged();
  const chain: number[] = [];
  const seen = new Uint8Array(count);
  for (let sector = first; chain.length < wanted; sector = next[sector] ?? END) {
    if (sector >= count || seen[sector] === 1) throw damaged();
    seen[sector] = 1;
    chain.push(sector);
  }
  return chain;
}

/** Neighbours are read as one. */
async function* readChain(
  sectors: Sectors,
  first: number,
  size: number,
  start = 0,
): AsyncGenerator<Uint8Array> {
  const { source, bytes } = sectors;
  const chain = chainOf(sectors, first, size);
  for (let at = Math.floor(start / bytes); at < chain.length; ) {
    let length = 1;
    while (chain[at + length] === (chain[at] ?? 0) + length) length += 1;
    const begin = Math.max(start, at * bytes);
    const from = ((chain[at] ?? 0) + 1) * bytes + (begin - at * bytes);
    const wanted = Math.min(size, (at + length) * bytes) - begin;
    let read = 0;
    for await (const piece of readPieces(source, from, Math.min(source.size, from + wanted))) {
      read += piece.length;
      yield piece;
    }
    if (read < wanted) throw damaged();
    at += length;
  }
}

async function readDirectory(sectors: Sectors, first: number): Promise<Entry[]> {
  const entries: Entry[] = [];
  let sector = first;
  for (let read = 0; sector <= LAST_SECTOR; read += sectors.bytes) {
    if (sector >= sectors.count || read >= DIRECTORY_BYTES) throw damaged();
    const bytes = Buffer.from(await readSector(sectors.source, sector, sectors.bytes));
    for (let at = 0; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES)
      entries.push(parseEntry(bytes.subarray(at, at + ENTRY_BYTES)));
    sector = sectors.next[sector] ?? END;
  }
  return entries;
}

function parseEntry(bytes: Buffer): Entry {
  const nameBytes = Math.max(2, Math.min(64, bytes.readUInt16LE(64)));
  const kind = bytes.readUInt8(66);
  return {
    name: bytes.toString('utf16le', 0, nameBytes - 2),
    isStream: kind === STREAM,
    kind,
    around: [bytes.readUInt32LE(68), bytes.readUInt32LE(72)],
    child: bytes.readUInt32LE(76),
    first: bytes.readUInt32LE(116),
    // The upper half is garbage in files with small sectors, and none is that large.
    size: bytes.readUInt32LE(120),
  };
}

/** A workbook inside a workbook has streams of the same names, further down. */
function childrenOf(all: readonly Entry[], root: Entry): Map<string, Entry> {
  const children = new Map<string, Entry>();
  const seen = new Set<number>([NOBODY]);
  const open = [root.child];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const entry = all[at];
    if (seen.has(at) || entry === undefined) continue;
    seen.add(at);
    children.set(entry.name, entry);
    open.push(...entry.around);
  }
  return children;
}

/** Short streams lie together in one, in pieces of 64 bytes. */
async function readSmall(
  entry: Entry,
  { header, root, sectors }: { header: Buffer; root: Entry; sectors: Sectors },
): Promise<Buffer> {
  const bytes = 64;
  const tableBytes = header.readUInt32LE(64) * sectors.bytes;
  const table = await collect(readChain(sectors, header.readUInt32LE(60), tableBytes));
  const next = Uint32Array.from({ length: table.length / 4 }, (_, index) => table.readUInt32LE(index * 4));
  const count = Math.floor(root.size / bytes);
  const chain = chainOf({ ...sectors, next, count, bytes }, entry.first, entry.size);
  const all = await collect(readChain(sectors, root.first, root.size));
  return Buffer.concat(chain.map((piece) => all.subarray(piece * bytes, (piece + 1) * bytes))).subarray(
    0,
    entry.size,
  );
}

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(Buffer.from(piece));
  return Buffer.concat(all);
}
