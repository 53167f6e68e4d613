import { crc32, deflateRawSync } from 'node:zlib';
import {
  unzipSync,
  Zip,
  ZipDeflate,
  type ZipInputFile,
  ZipPassThrough,
  type Zippable,
  zipSync,
} from 'fflate';
import { checkBytes, checkPart } from './well-formed.ts';

/** 1980-01-01 by the local clock, the earliest a zip can say: zip entries carry local time, and this reads alike everywhere. */
const ZIP_DATE = new Date(1980, 0, 1);

export type Parts = Record<string, Uint8Array>;

/**
 * An Office file whose bytes depend on its parts alone: names in the order given, one date, one compression; what is
 * compressed already is only stored. PART_MALFORMED for a part that other programs could not read.
 */
export function zipParts(
  parts: Readonly<Parts>,
  isStored: (name: string) => boolean = () => false,
  date = ZIP_DATE,
): Uint8Array {
  const entries: Zippable = {};
  for (const [name, bytes] of Object.entries(parts)) {
    checkBytes(name, bytes);
    entries[name] = [bytes, { mtime: date, level: isStored(name) ? 0 : 6 }];
  }
  return zipSync(entries);
}

/** A zip that goes to a sink as it is written, part after part. */
export interface ZipWriter {
  /** A part of XML that comes in pieces; the last ends it. Its writer throws PART_MALFORMED. */
  readonly begin: (name: string) => (text: string, isLast: boolean) => void;
  /** A whole file that is compressed already. */
  readonly add: (name: string, bytes: Uint8Array) => void;
  readonly end: () => void;
}

/** Equal parts give equal bytes. */
export function openZip(sink: (chunk: Uint8Array) => void): ZipWriter {
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    sink(chunk);
  });
  const begin = <Entry extends ZipDeflate | ZipPassThrough>(entry: Entry): Entry => {
    entry.mtime = ZIP_DATE;
    zip.add(entry);
    return entry;
  };
  return {
    begin: (name) => {
      const part = begin(new ZipDeflate(name, { level: 6 }));
      const check = checkPart(name);
      return (text, isLast) => {
        check.write(text);
        if (isLast) check.end();
        part.push(encodeText(text), isLast);
      };
    },
    add: (name, bytes) => begin(new ZipPassThrough(name)).push(bytes, true),
    end: () => zip.end(),
  };
}

/** A part of a zip as it stands in the file: compressed already. */
export interface PackedPart {
  readonly name: string;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly crc: number;
  /** Bytes when it is inflated. */
  readonly size: number;
  readonly packed: Uint8Array;
}

export function packPart(name: string, bytes: Uint8Array): PackedPart {
  return { name, method: 8, crc: crc32(bytes), size: bytes.length, packed: deflateRawSync(bytes) };
}

/** A zip of parts that are compressed already, in the order given. */
export function zipPacked(parts: readonly PackedPart[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    pieces.push(chunk);
  });
  for (const { name, method, crc, size, packed } of parts) {
    const file: ZipInputFile = { filename: name, compression: method, crc, size, mtime: ZIP_DATE };
    zip.add(file);
    file.ondata?.(null, new Uint8Array(packed), true);
  }
  zip.end();
  return Buffer.concat(pieces);
}

/** The entries of a zip without its folders. */
export function unzipParts(bytes: Uint8Array): Parts {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')));
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function encodeText(text: string): Uint8Array {
  return encoder.encode(text);
}

export function decodeText(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
