import { type SheetCell, sheetRow, WORKBOOK_FONT } from '#main/core/brief/xlsx/cells.ts';
import { openAtomically } from '#main/core/files/atomic-write.ts';
import type { SheetRow } from '#main/core/files/workbook/sheet.ts';
import { writeWorkbook } from '#main/core/files/workbook/write.ts';

const [, , path = '', count = '0'] = process.argv;
const rows = Number(count);
const TEXTS = 4;
const NUMBERS = 4;

/** Writes a sheet of so many rows of eight cells, made as they are written; memory in MB before and at its height. */
async function writeLong() {
  const file = openAtomically(path);
  const before = process.memoryUsage.rss() / 1e6;
  let peak = before;
  let bytes = 0;
  const begun = performance.now();
  const sheet = {
    name: 'Số liệu',
    widths: Array.from({ length: TEXTS + NUMBERS }, () => 16),
    frozenRows: 1,
    filter: { firstRow: 1, lastRow: rows, columns: TEXTS + NUMBERS },
    rows: madeRows(),
  };
  const asOf = '2025-07-31T09:00:00.000Z';
  const properties = { title: 'Số liệu', author: 'KH02 Center', asOf, font: WORKBOOK_FONT };
  await writeWorkbook([sheet], properties, (chunk) => {
    bytes += chunk.length;
    file.write(chunk);
    peak = Math.max(peak, process.memoryUsage.rss() / 1e6);
  });
  file.commit();
  return { before, peak, bytes, lasted: performance.now() - begun };
}

function* madeRows(): Generator<SheetRow> {
  for (let row = 0; row < rows; row += 1) yield sheetRow('plain', cellsOf(row));
}

function cellsOf(row: number): SheetCell[] {
  const texts = Array.from(
    { length: TEXTS },
    (_, at): SheetCell => ({ value: `Đắk Lắk ${row} ${at}`, format: 'text' }),
  );
  const numbers = Array.from(
    { length: NUMBERS },
    (_, at): SheetCell => ({ value: row / (at + 1), format: 'decimal' }),
  );
  return [...texts, ...numbers];
}

process.stdout.write(JSON.stringify(await writeLong()));
