import { inflateSync } from 'node:zlib';

/** A page of paper as a browser prints it. */
export interface PrintedPage {
  /** Its letters in the order they were drawn, without spaces: lines break where they like. */
  readonly text: string;
  /** Colours (#rrggbb) of surfaces, lines, letters, and of pictures with three channels. */
  readonly colours: ReadonlySet<string>;
}

interface PdfObject {
  readonly dictionary: string;
  readonly stream: Buffer | null;
}

/** Text without spaces, in one form: for comparing with what is on paper. */
export function squeezed(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '');
}

/** The pages of a PDF that Chromium wrote: objects one by one, and F7, X9 are the names of objects 7 and 9. */
export function printedPages(bytes: Uint8Array): PrintedPage[] {
  const objects = objectsOf(Buffer.from(bytes));
  const dictionary = (number: number): string => objects.get(number)?.dictionary ?? '';
  const kids = (number: number): number[] => {
    const list = /\/Kids \[([^\]]*)\]/.exec(dictionary(number))?.[1];
    if (list === undefined) return [number];
    return [...list.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => kids(Number(kid)));
  };
  const root = [...objects.keys()].find((number) => dictionary(number).includes('/Type /Catalog'));
  const tree = Number(/\/Pages (\d+) 0 R/.exec(dictionary(root ?? 0))?.[1]);
  return kids(tree).map((page) => {
    const found = { text: '', colours: new Set<string>() };
    readContent(objects, Number(/\/Contents (\d+) 0 R/.exec(dictionary(page))?.[1]), found);
    return { text: squeezed(found.text), colours: found.colours };
  });
}

function objectsOf(pdf: Buffer): Map<number, PdfObject> {
  const text = pdf.toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const found of text.matchAll(/^(\d+) 0 obj\n([\s\S]*?)(?:>>\s*stream\r?\n|endobj)/gm)) {
    const [whole, number, dictionary = ''] = found;
    const start = found.index + whole.length;
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
    const raw = whole.endsWith('endobj') ? null : pdf.subarray(start, start + length);
    const isFlate = raw !== null && dictionary.includes('/FlateDecode');
    objects.set(Number(number), { dictionary, stream: isFlate ? inflateSync(raw) : raw });
  }
  return objects;
}

type Found = { text: string; readonly colours: Set<string> };

/** Letters and colours of a content stream and of the forms and pictures that it draws. */
function readContent(objects: ReadonlyMap<number, PdfObject>, number: number, found: Found): void {
  const content = objects.get(number)?.stream?.toString('latin1') ?? '';
  let letters: ReadonlyMap<number, string> = new Map();
  const parts = /\/F(\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj|([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)|\/X(\d+) Do/g;
  for (const [, font, glyphs, red, green, blue, drawn] of content.matchAll(parts)) {
    if (font !== undefined) letters = lettersOf(objects, Number(font));
    if (glyphs !== undefined)
      for (const glyph of glyphs.match(/.{4}/g) ?? [])
        found.text += letters.get(Number.parseInt(glyph, 16)) ?? '';
    if (red !== undefined)
      found.colours.add(colourOf([red, green, blue].map((one) => Math.round(Number(one) * 255))));
    if (drawn === undefined) continue;
    if (objects.get(Number(drawn))?.dictionary.includes('/Subtype /Image') === true)
      readPicture(objects.get(Number(drawn)), found);
    else readContent(objects, Number(drawn), found);
  }
}

function readPicture(picture: PdfObject | undefined, { colours }: Found): void {
  const { dictionary = '', stream = null } = picture ?? {};
  if (stream === null || !/\/DeviceRGB/.test(dictionary) || dictionary.includes('DCTDecode')) return;
  for (let at = 0; at + 2 < stream.length; at += 3)
    colours.add(colourOf([stream[at], stream[at + 1], stream[at + 2]]));
}

function colourOf(channels: readonly (number | undefined)[]): string {
  return `#${channels.map((channel) => (channel ?? 0).toString(16).padStart(2, '0')).join('')}`;
}

/** What each glyph of a font stands for, by its own table. */
function lettersOf(objects: ReadonlyMap<number, PdfObject>, font: number): Map<number, string> {
  const table = Number(/\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.dictionary ?? '')?.[1]);
  const cmap = objects.get(table)?.stream?.toString('latin1') ?? '';
  const letters = new Map<number, string>();
  const text = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, list = ''] of cmap.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', letter = ''] of list.matchAll(/<(\w+)> <(\w+)>/g))
      letters.set(Number.parseInt(glyph, 16), text(letter));
  for (const [, list = ''] of cmap.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', first = ''] of list.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let at = Number.parseInt(from, 16); at <= Number.parseInt(to, 16); at += 1)
        letters.set(at, String.fromCharCode(Number.parseInt(first, 16) + at - Number.parseInt(from, 16)));
  return letters;
}
