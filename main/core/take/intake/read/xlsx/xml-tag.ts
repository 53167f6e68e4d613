import { decodeAttribute, MalformedXml } from './xml-text.ts';

const SLOTS = 1024;
const MOST_WORDS = 512;
const WORD_BYTES = 24;

/** What an element says of itself; holds only until the next one begins. */
export interface Attributes {
  readonly get: (name: string) => string | undefined;
  readonly names: () => readonly string[];
  /** The bytes of a value as they stand in the file, read without making a text of them. */
  readonly read: <Found>(
    name: string,
    from: (bytes: Uint8Array, start: number, end: number) => Found,
  ) => Found | undefined;
}

/** The tag that was read last. */
export interface Tag {
  readonly attributes: Attributes;
  name: string;
  isEmpty: boolean;
}

export interface TagReader {
  readonly tag: Tag;
  /** Reads the tag that begins behind `<` at `start` and whose `>` stands at `end`. Throws MalformedXml. */
  readonly open: (bytes: Buffer, start: number, end: number) => void;
  readonly close: (bytes: Buffer, start: number, end: number) => string;
}

/** Names and short values come again by the million: each is made a text once. */
function createWords(): (bytes: Buffer, start: number, end: number) => string {
  const slots = new Int16Array(SLOTS);
  const known: Buffer[] = [Buffer.alloc(0)];
  const texts: string[] = [''];
  return (bytes, start, end) => {
    const length = end - start;
    if (length > WORD_BYTES) return bytes.toString('utf8', start, end);
    let hash = length;
    for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
    let slot = (hash ^ (hash >>> 11)) & (SLOTS - 1);
    for (let index = slots[slot] ?? 0; index !== 0; index = slots[slot] ?? 0) {
      if (isSame(known[index], bytes, start, length)) return texts[index] ?? '';
      slot = (slot + 1) & (SLOTS - 1);
    }
    const text = bytes.toString('utf8', start, end);
    if (texts.length < MOST_WORDS) {
      slots[slot] = texts.length;
      known.push(Buffer.from(bytes.subarray(start, end)));
      texts.push(text);
    }
    return text;
  };
}

function isSame(word: Buffer | undefined, bytes: Buffer, start: number, length: number): boolean {
  if (word?.length !== length) return false;
  for (let at = 0; at < length; at += 1) if (word[at] !== bytes[start + at]) return false;
  return true;
}

interface Found {
  count: number;
  bytes: Buffer;
  readonly names: string[];
  readonly starts: number[];
  readonly ends: number[];
  /** Whether the value holds references or blanks other than spaces. */
  readonly marks: boolean[];
}

/** A reader of tags that makes no objects for them: a sheet has millions. */
export function createTagReader(): TagReader {
  const words = createWords();
  const found: Found = { count: 0, bytes: Buffer.alloc(0), names: [], starts: [], ends: [], marks: [] };
  const tag: Tag = { name: '', isEmpty: false, attributes: attributesOf(found, words) };
  return {
    tag,
    open: (bytes, start, end) => {
      let at = nameEnd(bytes, start, end);
      tag.name = words(bytes, start, at);
      tag.isEmpty = false;
      found.bytes = bytes;
      found.count = 0;
      while (at < end) {
        const next = skipBlanks(bytes, at, end);
        if (next === end) return;
        if (bytes[next] === SLASH && next + 1 === end) {
          tag.isEmpty = true;
          return;
        }
        if (next === at) throw new MalformedXml('attributes without a blank');
        at = readAttribute(found, words, bytes, next, end);
      }
    },
    close: (bytes, start, end) => {
      const at = nameEnd(bytes, start, end);
      if (skipBlanks(bytes, at, end) !== end) throw new MalformedXml('closing tag');
      return words(bytes, start, at);
    },
  };
}

const AMPERSAND = 0x26;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const LESS = 0x3c;

function attributesOf(found: Found, words: ReturnType<typeof createWords>): Attributes {
  const placeOf = (name: string): number => {
    for (let at = 0; at < found.count; at += 1) if (found.names[at] === name) return at;
    return -1;
  };
  return {
    get: (name) => {
      const at = placeOf(name);
      if (at < 0) return undefined;
      const text = words(found.bytes, found.starts[at] ?? 0, found.ends[at] ?? 0);
      return found.marks[at] === true ? decodeAttribute(text) : text;
    },
    names: () => found.names.slice(0, found.count),
    read: (name, from) => {
      const at = placeOf(name);
      return at < 0 ? undefined : from(found.bytes, found.starts[at] ?? 0, found.ends[at] ?? 0);
    },
  };
}

/** Reads name="value" at `start` and gives the place behind it. */
function readAttribute(
  found: Found,
  words: ReturnType<typeof createWords>,
  bytes: Buffer,
  start: number,
  end: number,
): number {
  const name = words(bytes, start, nameEnd(bytes, start, end));
  let at = skipBlanks(bytes, nameEnd(bytes, start, end), end);
  if (bytes[at] !== EQUALS) throw new MalformedXml('attribute without a value');
  at = skipBlanks(bytes, at + 1, end);
  const quote = bytes[at];
  if (at >= end || (quote !== QUOTE && quote !== APOSTROPHE)) throw new MalformedXml('value without quotes');
  const first = at + 1;
  let hasMarks = false;
  for (at = first; at < end && bytes[at] !== quote; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === LESS || isControl(byte)) throw new MalformedXml('character in a value');
    hasMarks ||= byte === AMPERSAND || byte < 0x20;
  }
  if (at === end) throw new MalformedXml('value without an end');
  for (let other = 0; other < found.count; other += 1) {
    if (found.names[other] === name) throw new MalformedXml('attribute twice');
  }
  found.names[found.count] = name;
  found.starts[found.count] = first;
  found.ends[found.count] = at;
  found.marks[found.count] = hasMarks;
  found.count += 1;
  return at + 1;
}

/** Control characters that XML 1.0 does not know. */
export function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 0x9 && byte !== 0xa && byte !== 0xd;
}

export function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x9 || byte === 0xa || byte === 0xd;
}

function skipBlanks(bytes: Buffer, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(bytes[at])) at += 1;
  return at;
}

// 1: may begin a name; 2: may stand in it. Everything beyond ASCII may do both.
const NAME_BYTES = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  if (byte >= 0x80 || /[A-Za-z_:]/.test(character)) return 1;
  return /[0-9.-]/.test(character) ? 2 : 0;
});

function nameEnd(bytes: Buffer, start: number, end: number): number {
  if (start >= end || NAME_BYTES[bytes[start] ?? 0] !== 1) throw new MalformedXml('name');
  let at = start + 1;
  while (at < end && NAME_BYTES[bytes[at] ?? 0] !== 0) at += 1;
  return at;
}
