import type { Archive } from '#main/core/files/archive.ts';
import { FileRefused } from '../problem.ts';

/** What lies in a zip archive. */
export type PackageKind = 'xlsx' | 'xlsb' | 'ods';

/** By the names of its parts, before one is read. Throws FileRefused for documents, and for what holds macros. */
export function packageKind(archive: Archive): PackageKind {
  let kind: PackageKind = 'xlsx';
  for (const name of archive.entries.keys()) {
    if (/vbaProject|^xl\/macrosheets\/|^(Basic|Scripts)\/[^/]/i.test(name))
      throw new FileRefused('FILE_MACRO');
    if (/^word\/|^ppt\//i.test(name)) throw new FileRefused('FILE_KIND_UNKNOWN', { kind: 'DOCX/PPTX' });
    if (/^xl\/workbook\.bin$/i.test(name)) kind = 'xlsb';
    if (name === 'content.xml') kind = 'ods';
  }
  return kind;
}
