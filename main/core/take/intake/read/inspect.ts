import type { ByteSource } from '#main/core/files/byte-source.ts';
import { LIMITS } from '../limits.ts';
import { FileRefused, limitExceeded } from '../problem.ts';

export type Content = 'zip' | 'json' | 'text';

const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const SQLITE = [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65];
// 'KH2S' in the header of a data file of ours (format/constants.ts of snapshots).
const SNAPSHOT_MARK = [0x4b, 0x48, 0x32, 0x53];
const APPLICATION_ID_AT = 68;
// Beginnings of what people send by mistake: pictures, PDF, RAR, 7z, gzip, programs, HTML saved as .xls.
const FOREIGN: readonly (readonly [string, readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['GZIP', [0x1f, 0x8b]],
  ['EXE', [0x4d, 0x5a, 0x90]],
  ['ELF', [0x7f, 0x45, 0x4c, 0x46]],
  ['SQLite', SQLITE],
];

/** What the file is by its first bytes, never by its name. Throws FileRefused for what we do not read. */
export async function sniffContent(source: ByteSource): Promise<Content> {
  if (source.size > LIMITS.fileBytes) throw limitExceeded('fileBytes', source.size);
  const head = await source.read(0, 4096);
  if (head.length === 0) throw new FileRefused('FILE_EMPTY');
  if (startsWith(head, ZIP)) return 'zip';
  if (startsWith(head, OLE)) throw await oleRefusal(source);
  if (startsWith(head, SQLITE) && startsWith(head.subarray(APPLICATION_ID_AT), SNAPSHOT_MARK)) {
    throw new FileRefused('FILE_KIND_SNAPSHOT');
  }
  for (const [kind, bytes] of FOREIGN) {
    if (startsWith(head, bytes)) throw new FileRefused('FILE_KIND_UNKNOWN', { kind });
  }
  return sniffText(head);
}

// An encrypted .xlsx is an OLE container with this stream; without it the container is an old .xls or .doc.
async function oleRefusal(source: ByteSource): Promise<FileRefused> {
  const bytes = await source.read(0, Math.min(source.size, 1024 * 1024));
  const isEncrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return new FileRefused(isEncrypted ? 'FILE_ENCRYPTED' : 'FILE_KIND_OLD_EXCEL');
}

function sniffText(head: Uint8Array): Content {
  const text = new TextDecoder('latin1').decode(head.subarray(0, 256)).replace(/^ï»¿/, '').trimStart();
  if (/^<(!doctype|html|\?xml|table)/i.test(text))
    throw new FileRefused('FILE_KIND_UNKNOWN', { kind: 'HTML/XML' });
  return text.startsWith('{') || text.startsWith('[') ? 'json' : 'text';
}

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte);
}
