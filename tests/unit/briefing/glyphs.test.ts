import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadFonts } from '#main/core/brief/pictures/font-metrics.ts';
import { messagesOf } from '#shared/text/catalogue.ts';

const assets = join(import.meta.dirname, '../../../assets');
const fonts = loadFonts(assets);

/** Arrows in hints of a screen, which has the system's fonts as well; no picture, slide or page holds them. */
const ON_SCREENS_ONLY = new Set(['search.keys', 'compare.matrix.rows', 'gap.matrix.rows']);

function missingGlyphs(texts: Iterable<readonly [string, string]>): string[] {
  const missing: string[] = [];
  for (const [key, text] of texts) {
    for (const character of new Set(text.normalize('NFC'))) {
      if (!/\s/.test(character) && !fonts.hasGlyph(character)) missing.push(`${key}: ${character}`);
    }
  }
  return missing;
}

describe('the bundled fonts', () => {
  it.each(['vi', 'en'] as const)('have a glyph for every sentence of the catalogue, %s', (language) => {
    const exported = Object.entries(messagesOf(language)).filter(([key]) => !ON_SCREENS_ONLY.has(key));
    expect(missingGlyphs(exported)).toEqual([]);
  });

  it('have a glyph for every name of a unit, a task, an indicator and a difficulty', () => {
    const files = ['units', 'kh02.plan'];
    const texts = files.map(
      (name) => [name, readFileSync(join(assets, `catalogue/${name}.json`), 'utf8')] as const,
    );
    expect([...new Set(missingGlyphs(texts))]).toEqual([]);
  });

  it('have the 134 accented letters of Vietnamese, the dong, the minus sign and the dash', () => {
    const vowels = 'aăâeêioôơuưy';
    const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
    const letters = [...vowels].flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')));
    const all = [...letters, ...letters.map((letter) => letter.toUpperCase()), ...'đĐ₫−–…“”'];
    expect(missingGlyphs([['letters', all.join('')]])).toEqual([]);
  });

  it('know which characters they lack, so that this test can fail', () => {
    expect(missingGlyphs([['arrow', '▲']])).toEqual(['arrow: ▲']);
  });

  it('give a CJK letter a whole em, from which the line height is taken', () => {
    expect(fonts.widthOf('国', 10)).toBe(10);
  });

  it('measure composed and decomposed text alike', () => {
    expect(fonts.widthOf('Đắk Lắk'.normalize('NFD'), 12)).toBeCloseTo(fonts.widthOf('Đắk Lắk', 12), 10);
  });
});
