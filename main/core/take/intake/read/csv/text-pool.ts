import { LIMITS } from '../../limits.ts';
import { limitExceeded, type Place } from '../../problem.ts';

const SLOTS = 1 << 17;
const MOST_TEXTS = 60_000;
const ARENA_BYTES = 4 * 1024 * 1024;
const POOLED_BYTES = 64;
/** What the hash of a cell begins with, and what it is multiplied by at each byte (FNV-1a, 32 bits). */
export const HASH_SEED = 0x811c9dc5;
export const HASH_PRIME = 0x01000193;

/** The bytes of one cell; `hash` and `seen` were made while looking for its end. */
export interface CellBytes {
  start: number;
  end: number;
  /** FNV-1a of the bytes. */
  hash: number;
  /** All bytes or-ed together: below 0x80 the cell is ASCII. */
  seen: number;
}

/** Gives the NFC text of bytes; equal bytes give the very same string, decoded once. */
export type TextPool = (bytes: Buffer, cell: CellBytes, place: () => Place) => string;

/**
 * A file of two million rows says the same few thousand codes and names again and again: they are found by the
 * hash of their bytes instead of being decoded anew. What comes when the pool is full is decoded each time.
 */
export function createTextPool(): TextPool {
  const slots = new Int32Array(SLOTS);
  const arena = new Uint8Array(ARENA_BYTES);
  const starts = new Int32Array(MOST_TEXTS + 2);
  const texts: string[] = [''];
  let used = 0;

  const isAt = (index: number, bytes: Uint8Array, start: number, length: number): boolean => {
    const from = starts[index] ?? 0;
    if ((starts[index + 1] ?? 0) - from !== length) return false;
    for (let step = 0; step < length; step += 1) if (arena[from + step] !== bytes[start + step]) return false;
    return true;
  };

  return (bytes, cell, place) => {
    const { start, end, hash } = cell;
    const length = end - start;
    if (length > POOLED_BYTES) return decode(bytes, cell, place);
    let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    for (let index = slots[slot] ?? 0; index !== 0; index = slots[slot] ?? 0) {
      if (isAt(index, bytes, start, length)) return texts[index] ?? '';
      slot = (slot + 1) & (SLOTS - 1);
    }
    const text = decode(bytes, cell, place);
    if (texts.length <= MOST_TEXTS && used + length <= ARENA_BYTES) {
      slots[slot] = texts.length;
      arena.set(bytes.subarray(start, end), used);
      used += length;
      texts.push(text);
      starts[texts.length] = used;
    }
    return text;
  };
}

function decode(bytes: Buffer, { start, end, seen }: CellBytes, place: () => Place): string {
  // A character is at most four bytes, so shorter cells need no look at their length.
  if (end - start > LIMITS.cellCharacters * 4) throw limitExceeded('cellCharacters', end - start, place());
  const text =
    seen < 0x80 ? bytes.toString('latin1', start, end) : bytes.toString('utf8', start, end).normalize('NFC');
  if (text.length > LIMITS.cellCharacters) throw limitExceeded('cellCharacters', text.length, place());
  return text;
}
