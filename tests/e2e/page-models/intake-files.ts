import { Workbook } from '@cj-tech-master/excelts';
import type { Page } from 'playwright-core';

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const HEADER_ROW = 4;
const FIRST_ROW = 6;

/**
 * Fills in a template as a province would: every criterion of every commune 'Có'. `change` may spoil it afterwards;
 * it gets the sheet's cells by address.
 */
export async function fillIn(
  template: Uint8Array,
  change: (set: (address: string, value: string | null) => void) => void = () => undefined,
): Promise<Uint8Array> {
  const workbook = new Workbook();
  await workbook.xlsx.load(template);
  const sheet = workbook.getWorksheet('Số liệu');
  if (sheet === undefined) throw new Error('The template has no sheet of figures');
  for (let row = FIRST_ROW; String(sheet.getCell(row, 1).value ?? '') !== ''; row += 1) {
    for (let column = 3; isCriterion(sheet.getCell(HEADER_ROW, column).value); column += 1) {
      sheet.getCell(row, column).value = 'Có';
    }
  }
  change((address, value) => {
    sheet.getCell(address).value = value;
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function isCriterion(header: unknown): boolean {
  return typeof header === 'string' && header !== '' && header !== 'Ghi chú';
}

/** Drops files on the middle of the window, as the file manager does. */
export async function dropFiles(page: Page, files: readonly NamedBytes[]): Promise<void> {
  const texts = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  const transfer = await page.evaluateHandle((list) => {
    const data = new DataTransfer();
    for (const { name, base64 } of list) {
      data.items.add(new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], name));
    }
    return data;
  }, texts);
  await page.getByRole('main').dispatchEvent('dragover', { dataTransfer: transfer });
  await page.getByText('Thả để kiểm tra các tệp').waitFor();
  await page.getByRole('main').dispatchEvent('drop', { dataTransfer: transfer });
}
