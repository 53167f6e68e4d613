import { isMarked, LEGACY_CHARSETS, LEGACY_READERS, type LegacyCharset } from './charsets.ts';
import { isSyllable } from './syllables.ts';

/** Words a text consists of: letters as they are, and every sign that an old alphabet could mean a letter by. */
const WORD = /[A-Za-z\u0080-\uffff]+/g;
/** So many different words, none of which is Vietnamese as it stands, are no accident. */
const WORDS_AT_LEAST = 3;
/** To each word that is Vietnamese in neither way: lists of the highlands are full of them ('Krông', 'Pnôn'). */
const SHARE_AT_LEAST = 0.5;

/** A text whose words are of the alphabet; what cannot be one of it stays. */
export function asUnicode(text: string, charset: LegacyCharset): string {
  return text.replace(WORD, (word) => LEGACY_READERS[charset](word) ?? word);
}

const markedWords = (text: string): string[] => (text.match(WORD) ?? []).filter(isMarked);

/** How a text reads: Vietnamese as it stands, only in the old alphabet, in both, or in neither. */
export type Reading = 'unicode' | 'legacy' | 'either' | 'neither';

export function readingOf(text: string, charset: LegacyCharset): Reading {
  const words = markedWords(text);
  const stands = words.every(isSyllable);
  const read = words.every((word) => isSyllable(LEGACY_READERS[charset](word) ?? ''));
  if (words.length === 0 || (stands && !read)) return 'unicode';
  return read ? (stands ? 'either' : 'legacy') : 'neither';
}

/** The old alphabet that these texts are kept in, by their letters alone; null where they are not. */
export function guessCharset(texts: Iterable<string>): LegacyCharset | null {
  const words = new Set<string>();
  for (const text of texts) if (isMarked(text)) for (const word of markedWords(text)) words.add(word);
  const strange = [...words].filter((word) => !isSyllable(word) && LEGACY_CHARSETS.some(has(word)));
  let best: { readonly charset: LegacyCharset; readonly count: number } | null = null;
  for (const charset of LEGACY_CHARSETS) {
    const count = strange.filter((word) => isSyllable(LEGACY_READERS[charset](word) ?? '')).length;
    const isSure = count >= WORDS_AT_LEAST && count >= (strange.length - count) * SHARE_AT_LEAST;
    if (isSure && count > (best?.count ?? 0)) best = { charset, count };
  }
  return best?.charset ?? null;
}

const has = (word: string) => (charset: LegacyCharset) => LEGACY_READERS[charset](word) !== null;
