import type { ByteSource } from '#main/core/files/byte-source.ts';
import { LIMITS } from '../limits.ts';
import { FileRefused, limitExceeded } from '../problem.ts';
import { type MarkupKind, markupKind } from './markup/kind.ts';
import { headText } from './markup/text-pieces.ts';

/** What a file is by its first bytes. */
export type Content = 'zip' | 'ole' | 'json' | 'text' | Exclude<MarkupKind, 'other'>;

const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const SQLITE = [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65];
// 'KH2S' in the header of a data file of ours (format/constants.ts of snapshots).
const SNAPSHOT_MARK = [0x4b, 0x48, 0x32, 0x53];
const APPLICATION_ID_AT = 68;
// Beginnings of what people send by mistake: pictures, PDF, Word's RTF, RAR, 7z, gzip, programs.
const FOREIGN: readonly (readonly [string, readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['TIFF', [0x49, 0x49, 0x2a, 0x00]],
  ['TIFF', [0x4d, 0x4d, 0x00, 0x2a]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['GZIP', [0x1f, 0x8b]],
  ['EXE', [0x4d, 0x5a, 0x90]],
  ['ELF', [0x7f, 0x45, 0x4c, 0x46]],
  ['SQLite', SQLITE],
];
/** Workbooks of Excel 2 to 4 begin with their first record ([MS-XLS] 2.4.21: BOF). */
const OLDEST_EXCEL: readonly (readonly number[])[] = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
  [0x09, 0x08],
];

/** What the file is by its first bytes, never by its name. Throws FileRefused for what we do not read. */
export async function sniffContent(source: ByteSource): Promise<Content> {
  if (source.size > LIMITS.fileBytes) throw limitExceeded('fileBytes', source.size);
  const head = await source.read(0, 4096);
  if (head.length === 0) throw new FileRefused('FILE_EMPTY');
  if (startsWith(head, ZIP)) return 'zip';
  if (startsWith(head, OLE)) return 'ole';
  if (startsWith(head, SQLITE) && startsWith(head.subarray(APPLICATION_ID_AT), SNAPSHOT_MARK)) {
    throw new FileRefused('FILE_KIND_SNAPSHOT');
  }
  for (const [kind, bytes] of FOREIGN) {
    if (startsWith(head, bytes)) throw new FileRefused('FILE_KIND_UNKNOWN', { kind });
  }
  if (OLDEST_EXCEL.some((bytes) => startsWith(head, bytes))) throw new FileRefused('FILE_KIND_OLD_EXCEL');
  return sniffText(head);
}

function sniffText(head: Uint8Array): Content {
  const text = headText(head)
    .replace(/^\u{feff}/u, '')
    .trimStart();
  const markup = markupKind(text);
  // A root behind a declaration of entities is not looked for: nothing that we read has one.
  if (markup === 'other' && /<!doctype[^>]*\[/i.test(text)) throw new FileRefused('XML_DOCTYPE');
  if (markup === 'other') throw new FileRefused('FILE_KIND_UNKNOWN', { kind: 'XML' });
  if (markup !== null) return markup;
  if (/^mime-version:/i.test(text)) throw new FileRefused('FILE_KIND_UNKNOWN', { kind: 'MHT' });
  return text.startsWith('{') || text.startsWith('[') ? 'json' : 'text';
}

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte);
}
