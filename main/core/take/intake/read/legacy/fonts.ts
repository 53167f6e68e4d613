import { isMarked, LEGACY_READERS, type LegacyCharset } from './charsets.ts';

/** A font that shows one of the old alphabets. */
export interface LegacyFont {
  readonly name: string;
  readonly charset: LegacyCharset;
  /** `.VnTimeH` shows small letters as capitals: TCVN3 has no others with marks. */
  readonly isCapitals: boolean;
}

/** What a font by this name shows; null for every font of Unicode. */
export function legacyFontOf(name: string | undefined): LegacyFont | null {
  if (name === undefined) return null;
  const plain = name.trim().replace(/^['"]|['"]$/g, '');
  if (/^\.vn/i.test(plain)) return { name: plain, charset: 'tcvn3', isCapitals: /H$/.test(plain) };
  return /^vni[- ]/i.test(plain) ? { name: plain, charset: 'vni', isCapitals: false } : null;
}

/** The text as the font shows it. What is Unicode already, whatever its font, stays as it is. */
export function asShown(text: string, font: LegacyFont): string {
  const read = isMarked(text) ? LEGACY_READERS[font.charset](text) : text;
  if (read === null) return text;
  return font.isCapitals ? read.toUpperCase() : read;
}
