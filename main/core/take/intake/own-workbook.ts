import { type Archive, openArchive, readParts } from '#main/core/files/archive.ts';
import {
  dropUnused,
  type OfficePackage,
  partText,
  relationsOf,
  removeRelation,
} from '#main/core/files/office-package.ts';
import { UnsoundFile } from '#main/core/files/unsound-file.ts';
import { SPREADSHEET } from '#main/core/files/workbook/looks.ts';
import { NotCut } from '#main/core/files/workbook/sheet-rows.ts';
import { workbookPart } from '#main/core/files/workbook/sheets.ts';
import { encodeText, zipParts } from '#main/core/files/zip.ts';
import type { ReturnWay } from '#shared/contract/choices.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { Inspected } from './inspect.ts';
import { changeLarge, type RowsToChange } from './large-workbook.ts';
import { LIMITS } from './limits.ts';

const MIB = 1024 * 1024;
/** A workbook within these is opened whole; of a larger one only the rows that are to be changed. */
const WHOLE = { fileBytes: 4 * MIB, rows: 20_000, totalBytes: 128 * MIB } as const;
/** What goes back is held in memory as it is written: of a larger file the rows in error are copied. */
const FILE_BYTES_AT_MOST = 48 * MIB;
const XML_BYTES_AT_MOST = 64 * MIB;

/** A file that was read. */
export type Readable = Pick<Inspected, 'source' | 'file' | 'collection'>;

/** The workbook had better not be changed in place. */
class OwnRefused extends Error {}

/**
 * What `change` makes of the sender's own workbook, in which every other part stays as it came; or why there is none:
 * another format, a workbook that is too large, or one that is not put together as Excel would.
 */
export async function changeOwn(
  { source, file, collection }: Readable,
  rows: RowsToChange,
  change: (workbook: OfficePackage) => void,
): Promise<Uint8Array | Exclude<ReturnWay, 'own'>> {
  if (file.format !== 'xlsx') return 'format';
  if (source.size > FILE_BYTES_AT_MOST) return 'large';
  const refuse = (reason: string, cause?: unknown) => new OwnRefused(reason, { cause });
  const open = (parts: OfficePackage['parts']) => ({ parts, xmlBytes: XML_BYTES_AT_MOST, refuse });
  const changeAll = (workbook: OfficePackage): void => {
    if (!partText(workbook, workbookPart(workbook)).includes(SPREADSHEET)) throw refuse('strict');
    change(workbook);
    makePlain(workbook);
    dropSignature(workbook);
  };
  try {
    const archive = await openArchive(source, LIMITS);
    if (!isSmall(archive, source.size, collection.rows))
      return await changeLarge(archive, rows, open, changeAll);
    const workbook = open(await readParts(archive));
    changeAll(workbook);
    return zipParts(workbook.parts, (name) => /\.(png|jpe?g|gif)$/i.test(name));
  } catch (error) {
    const isMalformed = error instanceof UserError && error.code === 'PART_MALFORMED';
    if (isMalformed || error instanceof OwnRefused || error instanceof UnsoundFile || error instanceof NotCut)
      return 'odd';
    throw error;
  }
}

function isSmall({ entries }: Archive, fileBytes: number, rows: number): boolean {
  const total = [...entries.values()].reduce((sum, { size }) => sum + size, 0);
  return fileBytes <= WHOLE.fileBytes && rows <= WHOLE.rows && total <= WHOLE.totalBytes;
}

const OTHER_KINDS =
  /application\/vnd\.(openxmlformats-officedocument\.spreadsheetml\.template|ms-excel\.(sheet|template)\.macroEnabled)\.main\+xml/;

/** It goes back as .xlsx, under which Excel opens neither a template nor a workbook that may hold macros. */
function makePlain(workbook: OfficePackage): void {
  const name = '[Content_Types].xml';
  const plain = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
  workbook.parts[name] = encodeText(partText(workbook, name).replace(OTHER_KINDS, plain));
}

/** Somebody signed what they sent, not what we made of it. */
function dropSignature(workbook: OfficePackage): void {
  for (const { id, type, target } of relationsOf(workbook, '')) {
    if (type !== 'origin' || target === null) continue;
    removeRelation(workbook, '', id);
    dropUnused(workbook, [target]);
  }
}
