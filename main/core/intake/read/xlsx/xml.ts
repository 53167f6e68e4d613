import { SaxesParser } from 'saxes';
import { LIMITS } from '../../limits.ts';
import { FileRefused, limitExceeded } from '../../problem.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Names come without their namespace prefix: spreadsheets are written with `x:` as well as without. */
export interface XmlHandlers {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

export interface XmlReader {
  readonly write: (chunk: Uint8Array) => void;
  readonly end: () => void;
}

/**
 * A streaming XML reader that refuses a DOCTYPE (so entities cannot be declared), deep nesting and endless text.
 * `write` and `end` throw FileRefused; `part` names the part of the archive in it.
 */
export function createXmlReader(part: string, handlers: XmlHandlers): XmlReader {
  const guard = { depth: 0, sinceTag: 0 };
  const parser = guardedParser(handlers, guard);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const feed = (step: () => void): void => {
    try {
      step();
    } catch (error) {
      if (error instanceof FileRefused) throw error;
      throw new FileRefused('FILE_DAMAGED', { part });
    }
  };
  return {
    write: (chunk) => {
      // The parser keeps text until its tag ends: without this a single cell could hold a gigabyte.
      guard.sinceTag += chunk.length;
      feed(() => parser.write(decoder.decode(chunk, { stream: true })));
      if (guard.sinceTag > LIMITS.tagDistance) throw limitExceeded('tagDistance', guard.sinceTag);
    },
    end: () => feed(() => parser.write(decoder.decode()).close()),
  };
}

function guardedParser(handlers: XmlHandlers, guard: { depth: number; sinceTag: number }): SaxesParser {
  const parser = new SaxesParser({ position: false });
  parser.on('doctype', () => {
    throw new FileRefused('XML_DOCTYPE');
  });
  parser.on('opentag', (tag) => {
    guard.sinceTag = 0;
    guard.depth += 1;
    if (guard.depth > LIMITS.depth) throw limitExceeded('depth', guard.depth);
    handlers.open(localName(tag.name), tag.attributes as Attributes);
  });
  parser.on('closetag', (tag) => {
    guard.sinceTag = 0;
    guard.depth -= 1;
    handlers.close?.(localName(tag.name));
  });
  if (handlers.text !== undefined) {
    parser.on('text', handlers.text);
    parser.on('cdata', handlers.text);
  }
  return parser;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
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
