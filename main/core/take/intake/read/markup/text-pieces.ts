import { type ByteSource, readPieces } from '#main/core/files/byte-source.ts';

/** The beginning of a file as text, whatever it is written in. */
export function headText(head: Uint8Array): string {
  return new TextDecoder(markOf(head) ?? 'latin1').decode(head);
}

function markOf(head: Uint8Array): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  return null;
}

const NAMES = /<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']|<meta[^>]*charset\s*=\s*["']?([\w-]+)/i;

/** What a file of tags says that it is written in: by its mark, then by its own words; null where it does not say. */
export function namedEncoding(head: Uint8Array): string | null {
  const mark = markOf(head);
  if (mark !== null) return mark;
  const found = NAMES.exec(headText(head));
  return decodable(found?.[1] ?? found?.[2]);
}

function decodable(name: string | undefined): string | null {
  if (name === undefined || /^utf-?16/i.test(name)) return null;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}

/** The file as UTF-8, as XML is read. */
export async function* utf8Pieces(source: ByteSource, encoding: string | null): AsyncGenerator<Uint8Array> {
  if (encoding === null || encoding === 'utf-8') return yield* readPieces(source);
  const decoder = new TextDecoder(encoding);
  for await (const piece of readPieces(source)) yield Buffer.from(decoder.decode(piece, { stream: true }));
  yield Buffer.from(decoder.decode());
}
