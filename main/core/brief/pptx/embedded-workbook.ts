import { WORKBOOK_FONT } from '#main/core/brief/xlsx/cells.ts';
import type { SheetRow } from '#main/core/files/workbook/sheet.ts';
import { workbookParts } from '#main/core/files/workbook/write.ts';
import { zipParts } from '#main/core/files/zip.ts';
import type { ChartSpec } from '#shared/charts/spec.ts';
import { nativeTable } from './native-table.ts';

/** Built-in number formats: 0.00%, #,##0, #,##0.00, and a date as the reader's own system writes it. */
const LOOKS = {
  percent: { format: 10 },
  integer: { format: 3 },
  decimal: { format: 4 },
  day: { format: 14 },
} as const;

/**
 * The workbook behind a native chart (ECMA-376 part 1, 21.2.2.63): points of the axis in column A from row 2, one
 * series per column, names in row 1. The generator's own workbook writes 0 where there is no figure; this leaves the
 * cell out. `asOf` dates it.
 */
export function embeddedWorkbook(chart: ChartSpec, asOf: string): Uint8Array {
  const { title, unit, axis } = chart;
  const { labels, series } = nativeTable(chart);
  const names = ['', ...series.map(({ name }) => name)];
  const point = (label: string) =>
    axis.kind === 'days' ? { value: Number(label), look: LOOKS.day } : { value: label };
  const figures = (at: number) =>
    series.map(({ values }) => {
      const value = values[at] ?? null;
      return value === null ? { value } : { value, look: LOOKS[unit] };
    });
  const rows: SheetRow[] = [
    { cells: names.map((value) => ({ value })) },
    ...labels.map((label, at) => ({ cells: [point(label), ...figures(at)] })),
  ];
  const properties = { title, author: '', asOf, font: WORKBOOK_FONT };
  return zipParts(workbookParts([{ name: 'Sheet1', widths: [36], rows }], properties));
}
