import type { Archive, Entry } from '#main/core/files/archive.ts';
import { LIMITS } from '../../limits.ts';
import { FileRefused, limitExceeded } from '../../problem.ts';
import { createLegacyNotes, styledText } from '../legacy/notes.ts';
import { type OpenSheet, tableOfSheets } from '../sheets.ts';
import type { TableFile } from '../table.ts';
import { findEntry, relationsOf } from '../xlsx/workbook.ts';
import { readBinaryStyles, readBinaryTexts, readBinaryWorkbook } from './parts.ts';
import { readBinarySheet } from './sheet.ts';

const MAIN = 'xl/workbook.bin';
const NO_STYLES = { looks: [], fonts: [], named: [] };

/** Opens a binary workbook: the package of .xlsx with records in place of XML ([MS-XLSB]). Throws FileRefused. */
export async function readBinary(archive: Archive): Promise<TableFile> {
  const main = findEntry(archive, MAIN);
  if (main === undefined) throw new FileRefused('FILE_DAMAGED', { part: MAIN });
  const part = await readBinaryWorkbook(main.name, archive.read(main));
  if (part.sheets.length > LIMITS.sheets) throw limitExceeded('sheets', part.sheets.length);
  const relations = await relationsOf(archive, main.name);
  const entryOf = (fits: (relation: (typeof relations)[number]) => boolean): Entry | undefined => {
    const target = relations.find(fits)?.target;
    return target === undefined ? undefined : findEntry(archive, target);
  };
  const styleEntry = entryOf(({ type }) => type === 'styles');
  const styles = styleEntry ? await readBinaryStyles(styleEntry.name, archive.read(styleEntry)) : NO_STYLES;
  const textEntry = entryOf(({ type }) => type === 'sharedStrings');
  const texts = textEntry ? await readBinaryTexts(textEntry.name, archive.read(textEntry), styles.named) : [];
  const notes = createLegacyNotes();
  const sheets = part.sheets.flatMap(({ name, isHidden, relation }): OpenSheet[] => {
    const entry = entryOf(({ id, type }) => id === relation && type === 'worksheet');
    if (entry === undefined) return [];
    const styled = styledText(styles.fonts, name, notes);
    const sheet = { name, part: entry.name, texts, styles, is1904: part.is1904, styled };
    return [
      { name, isHidden, rows: (meetMerged) => readBinarySheet(archive.read(entry), sheet, meetMerged) },
    ];
  });
  if (sheets.length === 0) throw new FileRefused('FILE_DAMAGED', { part: MAIN });
  return await tableOfSheets('xlsb', sheets, notes.problems);
}
