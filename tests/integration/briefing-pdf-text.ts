import { inflateSync } from 'node:zlib';

/** The objects of a PDF whose content is a stream, inflated where it was deflated. */
function streamsOf(
  pdf: Buffer,
): { readonly number: number; readonly dictionary: string; readonly body: Buffer }[] {
  const text = pdf.toString('latin1');
  const streams: { number: number; dictionary: string; body: Buffer }[] = [];
  for (const found of text.matchAll(/(\d+) 0 obj\n(<<(?:(?!endobj)[\s\S])*?>>)\nstream\n/g)) {
    const start = found.index + found[0].length;
    const length = Number(/\/Length (\d+)/.exec(found[2] ?? '')?.[1] ?? 0);
    const raw = pdf.subarray(start, start + length);
    const dictionary = found[2] ?? '';
    const body = dictionary.includes('FlateDecode') ? inflateSync(raw) : raw;
    streams.push({ number: Number(found[1]), dictionary, body });
  }
  return streams;
}

function glyphsOf(cmap: string): Map<number, string> {
  const glyphs = new Map<number, string>();
  const letters = (hex: string): string =>
    Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le');
  for (const [, from = '', , list = ''] of cmap.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/g)) {
    for (const [index, [, hex = '']] of [...list.matchAll(/<([\w ]+)>/g)].entries())
      glyphs.set(Number.parseInt(from, 16) + index, letters(hex));
  }
  return glyphs;
}

/** What each page is drawn with: operators and their operands. */
export function pdfContents(bytes: Uint8Array): string[] {
  const pdf = Buffer.from(bytes);
  const streams = new Map(streamsOf(pdf).map((stream) => [stream.number, stream]));
  return pagesOf(pdf.toString('latin1')).map((page) => contentOf(page, streams));
}

function pagesOf(text: string): string[] {
  return [...text.matchAll(/\d+ 0 obj\n(<<\n\/Type \/Page\n[\s\S]*?)endobj/g)].map(([, page = '']) => page);
}

function contentOf(page: string, streams: ReadonlyMap<number, { readonly body: Buffer }>): string {
  const number = Number(/\/Contents (\d+) 0 R/.exec(page)?.[1]);
  return streams.get(number)?.body.toString('latin1') ?? '';
}

/** The text of each page, as a reader that copies it would get it: glyph numbers through the fonts' own tables. */
export function pdfPages(bytes: Uint8Array): string[] {
  const pdf = Buffer.from(bytes);
  const text = pdf.toString('latin1');
  const streams = new Map(streamsOf(pdf).map((stream) => [stream.number, stream]));
  const body = (number: number): string => streams.get(number)?.body.toString('latin1') ?? '';
  const object = (number: number): string =>
    new RegExp(`\\n${number} 0 obj\\n([\\s\\S]*?)endobj`).exec(text)?.[1] ?? '';
  return pagesOf(text).map((page) => {
    const resources = object(Number(/\/Resources (\d+) 0 R/.exec(page)?.[1]));
    const fonts = new Map<string, Map<number, string>>();
    for (const [, name = '', number] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const cmap = Number(/\/ToUnicode (\d+) 0 R/.exec(object(Number(number)))?.[1]);
      fonts.set(name, glyphsOf(body(cmap)));
    }
    return shownText(contentOf(page, streams), fonts);
  });
}

function shownText(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> = new Map();
  const lines: string[] = [];
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map();
    if (shown === undefined) continue;
    const hex = [...shown.matchAll(/<(\w*)>/g)].map(([, digits]) => digits).join('');
    const glyphs = hex.match(/.{4}/g) ?? [];
    lines.push(glyphs.map((glyph) => font.get(Number.parseInt(glyph, 16)) ?? '\uFFFD').join(''));
  }
  return lines.join('\n').normalize('NFC');
}
