import { unzipSync, type Zippable, zipSync } from 'fflate';
import { checkBytes } from '#main/core/files/well-formed.ts';

/** 1980-01-01 by the local clock, the earliest a zip can say: zip entries carry local time, and this reads alike everywhere. */
const ZIP_DATE = new Date(1980, 0, 1);

export type Parts = Record<string, Uint8Array>;

/**
 * An Office file whose bytes depend on its parts alone: names in the order given, one date, one compression.
 * PART_MALFORMED for a part that other programs could not read.
 */
export function zipParts(parts: Parts, stored: (name: string) => boolean = () => false): Uint8Array {
  const entries: Zippable = {};
  for (const [name, bytes] of Object.entries(parts)) {
    checkBytes(name, bytes);
    entries[name] = [bytes, { mtime: ZIP_DATE, level: stored(name) ? 0 : 6 }];
  }
  return zipSync(entries, { mtime: ZIP_DATE });
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
