import { openArchive, readParts } from '#main/core/files/archive.ts';
import {
  dropUnused,
  type OfficePackage,
  partText,
  relationsOf,
  removeRelation,
} from '#main/core/files/office-package.ts';
import { UnsoundFile } from '#main/core/files/unsound-file.ts';
import { SPREADSHEET } from '#main/core/files/workbook/looks.ts';
import { workbookPart } from '#main/core/files/workbook/sheets.ts';
import { encodeText, zipParts } from '#main/core/files/zip.ts';
import type { ReturnWay } from '#shared/contract/choices.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { Inspected } from './inspect.ts';
import { LIMITS } from './limits.ts';

const MIB = 1024 * 1024;
/** A workbook within these is opened whole and keeps everything its sender made; beyond them its rows are copied. */
const OWN = { fileBytes: 4 * MIB, rows: 20_000, partBytes: 64 * MIB, totalBytes: 128 * MIB } as const;

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
  change: (workbook: OfficePackage) => void,
): Promise<Uint8Array | Exclude<ReturnWay, 'own'>> {
  if (file.format !== 'xlsx') return 'format';
  if (source.size > OWN.fileBytes || collection.rows > OWN.rows) return 'large';
  try {
    const archive = await openArchive(source, { ...OWN, archiveEntries: LIMITS.archiveEntries });
    const refuse = (reason: string, cause?: unknown) => new OwnRefused(reason, { cause });
    const workbook = { parts: await readParts(archive), xmlBytes: OWN.partBytes, refuse };
    if (!partText(workbook, workbookPart(workbook)).includes(SPREADSHEET)) throw refuse('strict');
    change(workbook);
    makePlain(workbook);
    dropSignature(workbook);
    return zipParts(workbook.parts, (name) => /\.(png|jpe?g|gif)$/i.test(name));
  } catch (error) {
    const isMalformed = error instanceof UserError && error.code === 'PART_MALFORMED';
    if (isMalformed || error instanceof OwnRefused || error instanceof UnsoundFile) return 'odd';
    throw error;
  }
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
