import type { Page } from 'playwright-core';
import { fillWorkbook, readWorkbookFile } from '#tests/setup/workbook-file.ts';

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Fills in a template as a province would: every criterion of every commune 'Có'. `change` may spoil it afterwards;
 * it gets the sheet's cells by address.
 */
export function fillIn(
  template: Uint8Array,
  change: (set: (address: string, value: string | null) => void) => void = () => undefined,
): Uint8Array {
  const [sheet] = readWorkbookFile(template);
  // What is open in a template, but for the last column, which is for notes.
  const open = [...(sheet?.cells ?? [])].flatMap(([place, { isLocked }]) => (isLocked ? [] : [place]));
  const notes = open.at(-1)?.replace(/\d+/, '');
  const asked = open.filter((place) => place.replace(/\d+/, '') !== notes);
  const cells: Record<string, string | null> = Object.fromEntries(asked.map((place) => [place, 'Có']));
  change((address, value) => {
    cells[address] = value;
  });
  return fillWorkbook(template, sheet?.name ?? '', cells);
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
