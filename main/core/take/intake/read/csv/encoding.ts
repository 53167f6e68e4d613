import { isAscii, isUtf8 } from 'node:buffer';
import { type ByteSource, readPieces } from '#main/core/files/byte-source.ts';
import { LIMITS } from '../../limits.ts';
import { FileRefused, limitExceeded } from '../../problem.ts';
import type { LegacyCharset } from '../legacy/charsets.ts';
import { asUnicode } from '../legacy/letters.ts';
import type { TextDialect } from '../table.ts';

export interface DetectedEncoding {
  readonly encoding: TextDialect['encoding'];
  /** Bytes of the byte order mark at the beginning. */
  readonly mark: number;
}

/**
 * Encoding by mark, then by the pattern of NUL bytes (UTF-16 without a mark), then UTF-8 if the whole file is,
 * else windows-1258. Throws FileRefused for text that is UTF-8 in parts only, and for NUL bytes.
 */
export async function detectEncoding(source: ByteSource): Promise<DetectedEncoding> {
  const head = await source.read(0, 4096);
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', mark: 2 };
  const hasMark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  const wide = hasMark ? null : sniffWide(head);
  if (wide !== null) return { encoding: wide, mark: 0 };
  const foreign = await findForeignBytes(source, hasMark);
  return foreign ? { encoding: 'windows-1258', mark: 0 } : { encoding: 'utf-8', mark: hasMark ? 3 : 0 };
}

// Delimiters, digits and line ends are ASCII, so in UTF-16 every second byte around them is NUL.
function sniffWide(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let even = 0;
  let odd = 0;
  for (let at = 0; at + 1 < head.length; at += 2) {
    if (head[at] === 0) even += 1;
    if (head[at + 1] === 0) odd += 1;
  }
  const pairs = Math.max(1, head.length >> 1);
  if (odd / pairs > 0.3 && odd > even * 4) return 'utf-16le';
  if (even / pairs > 0.3 && even > odd * 4) return 'utf-16be';
  return null;
}

/** True when the file is not UTF-8. */
async function findForeignBytes(source: ByteSource, hasMark: boolean): Promise<boolean> {
  let carry = new Uint8Array(0);
  let at = 0;
  let hasSequences = hasMark;
  for await (const piece of readPieces(source)) {
    const first = at - carry.length;
    at += piece.length;
    const bytes =
      carry.length === 0
        ? Buffer.from(piece.buffer, piece.byteOffset, piece.length)
        : Buffer.concat([carry, piece]);
    const nul = bytes.indexOf(0);
    if (nul >= 0) throw new FileRefused('NUL_BYTE', {}, { row: await lineAt(source, first + nul) });
    const end = at < source.size ? wholeCharacters(bytes) : bytes.length;
    const whole = bytes.subarray(0, end);
    if (!isUtf8(whole)) return await judgeForeign(source, whole, first, hasSequences);
    hasSequences ||= !isAscii(whole);
    carry = Uint8Array.from(bytes.subarray(end));
  }
  return false;
}

/** The line of the byte at the place. Counted only for a file that is refused: the others need not wait for it. */
async function lineAt(source: ByteSource, place: number): Promise<number> {
  let lines = 1;
  for await (const piece of readPieces(source, 0, place)) lines += countLines(piece);
  return lines;
}

// In windows-1258 accented letters hardly ever form UTF-8 sequences. Where most do, or one of those three bytes that
// most Vietnamese letters have (ạ to ỹ are E1 BA .. and E1 BB ..), two files were glued together.
async function judgeForeign(
  source: ByteSource,
  bytes: Buffer,
  first: number,
  hasSequences: boolean,
): Promise<true> {
  let sequences = 0;
  let isVietnamese = false;
  let strays = 0;
  let firstStray = -1;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length > 1) sequences += 1;
    if (length === 3 && bytes[at] === 0xe1 && (bytes[at + 1] === 0xba || bytes[at + 1] === 0xbb))
      isVietnamese = true;
    if (length === 0) {
      strays += 1;
      if (firstStray < 0) firstStray = at;
    }
    at += Math.max(1, length);
  }
  if (!hasSequences && !isVietnamese && sequences <= strays) return true;
  const row = await lineAt(source, first + Math.max(0, firstStray));
  throw new FileRefused('ENCODING_MIXED', {}, { row });
}

/** Length of the UTF-8 character at the place: 1 for ASCII, 0 for a byte that begins none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (first >= 0xf5) return 0;
  for (let step = 1; step < length; step += 1) {
    if (((bytes[at + step] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

function wholeCharacters(bytes: Uint8Array): number {
  let at = bytes.length;
  while (at > 0 && bytes.length - at < 3 && ((bytes[at - 1] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at > 0 && (bytes[at - 1] ?? 0) >= 0xc0 ? at - 1 : bytes.length;
}

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}

/** The text as UTF-8 bytes in pieces, whatever it was written in; cut anywhere, also inside a character. */
export async function* readUtf8(source: ByteSource, detected: DetectedEncoding): AsyncGenerator<Buffer> {
  if (detected.encoding === 'utf-8') {
    for await (const piece of readPieces(source, detected.mark)) {
      yield Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    }
    return;
  }
  const decoder = decoderOf(detected.encoding);
  let line = 1;
  for await (const piece of readPieces(source, detected.mark)) {
    const bytes = Buffer.from(decoder.decode(piece, { stream: true }), 'utf8');
    const nul = bytes.indexOf(0);
    if (nul >= 0) throw new FileRefused('NUL_BYTE', {}, { row: line + countLines(bytes.subarray(0, nul)) });
    line += countLines(bytes);
    yield bytes;
  }
  yield Buffer.from(decoder.decode(), 'utf8');
}

interface Decoder {
  readonly decode: (bytes?: Uint8Array, options?: { readonly stream?: boolean }) => string;
}

/** Reads the bytes of a text file piece by piece. */
export function decoderOf(encoding: TextDialect['encoding']): Decoder {
  return encoding === 'tcvn3' || encoding === 'vni' ? legacyDecoder(encoding) : new TextDecoder(encoding);
}

/** A letter of an old alphabet may be two bytes: what stands behind the last line end waits for the rest of its line. */
function legacyDecoder(charset: LegacyCharset): Decoder {
  const latin = new TextDecoder('windows-1252');
  let rest = '';
  return {
    decode: (bytes, options) => {
      const text = rest + latin.decode(bytes, options);
      const isMore = options?.stream === true;
      const end = isMore ? text.lastIndexOf('\n') + 1 : text.length;
      rest = text.slice(end);
      if (rest.length > LIMITS.rowBytes) throw limitExceeded('rowBytes', rest.length);
      return asUnicode(text.slice(0, end), charset);
    },
  };
}
