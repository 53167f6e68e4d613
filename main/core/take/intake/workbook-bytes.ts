import type { Workbook } from '@cj-tech-master/excelts';
import { checkPackage } from '#main/core/files/well-formed.ts';

/** The workbook as a file that other programs can open. PART_MALFORMED. */
export async function workbookBytes(workbook: Workbook): Promise<Uint8Array> {
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  checkPackage(bytes);
  return bytes;
}
