import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';

export type FontWeight = 400 | 600 | 700;

/** File names inside assets/fonts. Full static faces: a subset silently loses letters in pictures. */
export const FONT_FILES = {
  regular: 'BeVietnamPro_400Regular.ttf',
  italic: 'BeVietnamPro_400Regular_Italic.ttf',
  semibold: 'BeVietnamPro_600SemiBold.ttf',
  bold: 'BeVietnamPro_700Bold.ttf',
} as const;
export type FontName = keyof typeof FONT_FILES;

export const FONT_FAMILY = 'Be Vietnam Pro';

export interface Fonts {
  readonly bytes: Readonly<Record<FontName, Buffer>>;
  /** Width of the text in the unit of the size, NFC, without kerning: the same as a browser within 1%. */
  readonly widthOf: (text: string, size: number, weight?: FontWeight) => number;
  /** True when every face has a drawing for the character. */
  readonly hasGlyph: (character: string) => boolean;
}

/** Reads the bundled fonts. A missing file is a damaged installation: a plain Error from the file system. */
export function loadFonts(assetsFolder: string): Fonts {
  const read = (name: FontName): Buffer => readFileSync(join(assetsFolder, 'fonts', FONT_FILES[name]));
  const bytes = {
    regular: read('regular'),
    italic: read('italic'),
    semibold: read('semibold'),
    bold: read('bold'),
  };
  const faces = {
    400: faceOf(bytes.regular),
    600: faceOf(bytes.semibold),
    700: faceOf(bytes.bold),
  };
  return {
    bytes,
    widthOf: (text, size, weight = 400) => faces[weight].widthOf(text) * size,
    hasGlyph: (character) => Object.values(faces).every((face) => face.hasGlyph(character)),
  };
}

interface Face {
  readonly widthOf: (text: string) => number;
  readonly hasGlyph: (character: string) => boolean;
}

function faceOf(bytes: Buffer): Face {
  const font = fontkit.create(bytes);
  if (!('unitsPerEm' in font)) throw new Error('A font collection cannot be used as one face');
  const advances = new Map<string, number>();
  const advanceOf = (character: string): number => {
    const known = advances.get(character);
    if (known !== undefined) return known;
    const point = character.codePointAt(0) ?? 0;
    // zrender measures a CJK letter to learn the line height: it must get one em back.
    const advance = font.hasGlyphForCodePoint(point)
      ? font.glyphForCodePoint(point).advanceWidth / font.unitsPerEm
      : 1;
    advances.set(character, advance);
    return advance;
  };
  return {
    widthOf: (text) => {
      let width = 0;
      for (const character of text.normalize('NFC')) width += advanceOf(character);
      return width;
    },
    hasGlyph: (character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
  };
}

/** The nearest weight we have of a CSS weight such as 'bold', 'normal' or '500'. */
export function weightOf(text: string): FontWeight {
  if (text === 'bold') return 700;
  const number = Number.parseInt(text, 10);
  if (Number.isNaN(number) || number < 550) return 400;
  return number < 650 ? 600 : 700;
}
