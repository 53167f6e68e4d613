import { WORKBOOK_FONT } from '#main/core/brief/xlsx/cells.ts';
import type { SheetRow } from '#main/core/files/workbook/sheet.ts';
import { workbookParts } from '#main/core/files/workbook/write.ts';
import { zipParts } from '#main/core/files/zip.ts';
import type { ChartSpec } from '#shared/charts/spec.ts';

/** Built-in number formats: 0.00%, #,##0, #,##0.00. */
const LOOKS = { percent: { format: 10 }, integer: { format: 3 }, decimal: { format: 4 } };

/**
 * The workbook behind a native chart (ECMA-376 part 1, 21.2.2.63): categories in column A from row 2, one series
 * per column, names in row 1. The generator's own workbook writes 0 where there is no figure; this leaves the
 * cell out. `asOf` dates it.
 */
export function embeddedWorkbook({ title, format, series, categories }: ChartSpec, asOf: string): Uint8Array {
  const names = ['', ...series.map(({ name }) => name)];
  const figures = (at: number) =>
    series.map(({ values }) => {
      const value = values[at] ?? null;
      return value === null ? { value } : { value, look: LOOKS[format] };
    });
  const rows: SheetRow[] = [
    { cells: names.map((value) => ({ value })) },
    ...categories.map((value, at) => ({ cells: [{ value }, ...figures(at)] })),
  ];
  const properties = { title, author: '', asOf, font: WORKBOOK_FONT };
  return zipParts(workbookParts([{ name: 'Sheet1', widths: [36], rows }], properties));
}
