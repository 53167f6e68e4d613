/** What a JSON text asks of memory once it is parsed, counted without parsing it. */
export interface JsonShape {
  /** Arrays and objects that stand inside one another, at most. */
  readonly depth: number;
  /** Arrays and objects in all. */
  readonly groups: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENERS = new Set([0x5b, 0x7b]);
const CLOSERS = new Set([0x5d, 0x7d]);

/**
 * Counts the brackets outside of texts, in one pass over UTF-8 bytes: a short text of brackets alone can take forty
 * times its length as objects. Says nothing of whether the text is valid.
 */
export function jsonShape(bytes: Uint8Array): JsonShape {
  let depth = 0;
  let deepest = 0;
  let groups = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) at = endOfText(bytes, at + 1);
    else if (OPENERS.has(byte)) {
      groups += 1;
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (CLOSERS.has(byte)) depth -= 1;
  }
  return { depth: deepest, groups };
}

/** Position of the quote that ends a text; the end of the bytes when none does. */
function endOfText(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}
