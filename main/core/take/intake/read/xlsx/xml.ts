import { isUtf8 } from 'node:buffer';
import { LIMITS } from '../../limits.ts';
import { FileRefused, limitExceeded } from '../../problem.ts';
import { createTextPool, HASH_PRIME, HASH_SEED } from '../csv/text-pool.ts';
import { type Attributes, createTagReader, isBlank, isControl } from './xml-tag.ts';
import { decodeLines, decodeText, MalformedXml } from './xml-text.ts';

export type { Attributes } from './xml-tag.ts';

/** Names come without their namespace prefix: spreadsheets are written with `x:` as well as without. */
export interface XmlHandlers {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  /** False where the text that comes is of no use; without it every text is told. */
  readonly wantsText?: () => boolean;
  readonly close?: (name: string) => void;
}

export interface XmlReader {
  readonly write: (chunk: Uint8Array) => void;
  readonly end: () => void;
}

/**
 * A streaming reader of UTF-8 XML that refuses a DOCTYPE (so entities cannot be declared), deep nesting and endless
 * text. It works on the bytes and makes a text only of what is asked for, so that a sheet of millions of cells
 * leaves next to nothing for the collector. `write` and `end` throw FileRefused; `part` names the part in it.
 */
export function createXmlReader(part: string, handlers: XmlHandlers): XmlReader {
  const state = createState(handlers);
  let rest: Buffer = Buffer.alloc(0);
  const feed = (bytes: Buffer, isLast: boolean): number => {
    try {
      const consumed = readTokens(state, bytes, isLast);
      // Tokens end between characters, so what was consumed is UTF-8 by itself.
      if (!isUtf8(bytes.subarray(0, consumed))) throw new MalformedXml('encoding');
      return consumed;
    } catch (error) {
      if (error instanceof MalformedXml) throw new FileRefused('FILE_DAMAGED', { part });
      throw error;
    }
  };
  return {
    write: (chunk) => {
      const piece = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
      const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
      const consumed = feed(bytes, false);
      // A token is kept until its end comes: without this a single cell could hold a gigabyte.
      if (bytes.length - consumed > LIMITS.tagDistance)
        throw limitExceeded('tagDistance', bytes.length - consumed);
      rest = Buffer.from(bytes.subarray(consumed));
    },
    end: () => {
      const isWhole = feed(rest, true) === rest.length && state.open.length === 0 && state.hasRoot;
      if (!isWhole) throw new FileRefused('FILE_DAMAGED', { part });
    },
  };
}

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const QUESTION = 0x3f;
const EXCLAMATION = 0x21;
const AMPERSAND = 0x26;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const CR = 0x0d;
const MARK = '\u{feff}';
const COMMENT = Buffer.from('<!--');
const CDATA = Buffer.from('<![CDATA[');

type State = ReturnType<typeof createState>;

function createState(handlers: XmlHandlers) {
  return {
    handlers,
    tags: createTagReader(),
    pool: createTextPool(),
    /** The text that is being read: one object for all of them. */
    cell: { start: 0, end: 0, hash: 0, seen: 0 },
    /** Names of the elements that are open, as they were written. */
    open: [] as string[],
    hasRoot: false,
    isAtStart: true,
    /** Bytes of text since the last tag. */
    sinceTag: 0,
  };
}

/** Reads whole tokens and gives the place behind the last one. */
function readTokens(state: State, bytes: Buffer, isLast: boolean): number {
  let at = 0;
  if (state.isAtStart && bytes.length > 0) {
    if (bytes.length < 3 && !isLast) return 0;
    state.isAtStart = false;
    if (bytes.toString('utf8', 0, 3) === MARK) at = 3;
  }
  while (at < bytes.length) {
    const end = bytes[at] === LESS ? readMarkup(state, bytes, at) : readText(state, bytes, at, isLast);
    if (end < 0) return at;
    at = end;
  }
  return at;
}

/** The place behind what begins with `<` at `start`, or -1 when its end has not come yet. */
function readMarkup(state: State, bytes: Buffer, start: number): number {
  const next = bytes[start + 1];
  if (next === undefined) return -1;
  if (next === QUESTION) return behind(bytes, '?>', start + 2);
  if (next === EXCLAMATION) return readDeclaration(state, bytes, start);
  state.sinceTag = 0;
  if (next === SLASH) {
    const end = bytes.indexOf(GREATER, start + 2);
    if (end >= 0) closeElement(state, state.tags.close(bytes, start + 2, end));
    return end < 0 ? -1 : end + 1;
  }
  const end = tagEnd(bytes, start + 1);
  if (end < 0) return -1;
  state.tags.open(bytes, start + 1, end);
  openElement(state);
  return end + 1;
}

function behind(bytes: Buffer, mark: string, from: number): number {
  const at = bytes.indexOf(mark, from, 'latin1');
  return at < 0 ? -1 : at + mark.length;
}

/** Where the tag's `>` stands, which may also stand in a value. */
function tagEnd(bytes: Buffer, start: number): number {
  let quote = 0;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === GREATER) return at;
    else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
    else if (byte === LESS) throw new MalformedXml('tag in a tag');
  }
  return -1;
}

function readDeclaration(state: State, bytes: Buffer, start: number): number {
  const head = bytes.subarray(start, start + CDATA.length);
  if (COMMENT.compare(head, 0, Math.min(4, head.length), 0, Math.min(4, head.length)) === 0) {
    return head.length < 4 ? -1 : behind(bytes, '-->', start + 4);
  }
  if (CDATA.subarray(0, head.length).equals(head)) {
    if (head.length < CDATA.length) return -1;
    const end = behind(bytes, ']]>', start + CDATA.length);
    if (end >= 0) tellText(state, verbatim(bytes.subarray(start + CDATA.length, end - 3)), end - start);
    return end;
  }
  throw new FileRefused('XML_DOCTYPE');
}

function verbatim(bytes: Buffer): string {
  if (bytes.some(isControl)) throw new MalformedXml('control character');
  return decodeLines(bytes.toString('utf8'));
}

function openElement(state: State): void {
  const { tag } = state.tags;
  if (state.open.length === 0 && state.hasRoot) throw new MalformedXml('second root');
  state.hasRoot = true;
  state.open.push(tag.name);
  if (state.open.length > LIMITS.depth) throw limitExceeded('depth', state.open.length);
  const { isEmpty, name } = tag;
  state.handlers.open(localName(name), tag.attributes);
  if (isEmpty) closeElement(state, name);
}

function closeElement(state: State, name: string): void {
  if (state.open.pop() !== name) throw new MalformedXml('closing tag');
  state.handlers.close?.(localName(name));
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The place of the next `<`, or -1 when it has not come yet. */
function readText(state: State, bytes: Buffer, start: number, isLast: boolean): number {
  let hash = HASH_SEED;
  let seen = 0;
  let hasMarks = false;
  let isOnlyBlank = true;
  let end = start;
  for (; end < bytes.length; end += 1) {
    const byte = bytes[end] ?? 0;
    if (byte === LESS) break;
    if (isControl(byte)) throw new MalformedXml('control character');
    hash = Math.imul(hash ^ byte, HASH_PRIME);
    seen |= byte;
    hasMarks ||= byte === AMPERSAND || byte === CR;
    isOnlyBlank &&= isBlank(byte);
  }
  if (end === bytes.length && !isLast) return -1;
  if (state.open.length === 0) {
    if (!isOnlyBlank) throw new MalformedXml('text outside');
    return end;
  }
  if (state.handlers.wantsText?.() === false && !hasMarks) {
    state.sinceTag += end - start;
    return end;
  }
  const { cell } = state;
  cell.start = start;
  cell.end = end;
  cell.hash = hash;
  cell.seen = seen;
  tellText(state, textOf(state, bytes, hasMarks), end - start);
  return end;
}

// What is longer hardly comes twice, and how long a text may be is for the handler to say.
const POOLED_BYTES = 64;

const nowhere = () => ({});

function textOf({ pool, cell }: State, bytes: Buffer, hasMarks: boolean): string {
  const { start, end } = cell;
  if (!hasMarks && end - start <= POOLED_BYTES) return pool(bytes, cell, nowhere);
  return decodeText(bytes.toString('utf8', start, end));
}

function tellText(state: State, text: string, length: number): void {
  if (state.open.length === 0) throw new MalformedXml('text outside');
  state.sinceTag += length;
  if (state.sinceTag > LIMITS.tagDistance) throw limitExceeded('tagDistance', state.sinceTag);
  if (state.handlers.wantsText?.() !== false) state.handlers.text?.(text);
}

/** Feeds a whole part through the handlers. */
export async function readXml(
  part: string,
  chunks: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): Promise<void> {
  const reader = createXmlReader(part, handlers);
  for await (const chunk of chunks) reader.write(chunk);
  reader.end();
}
