import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { columnName } from '#main/core/files/workbook/place.ts';
import { readCatalogue } from '#main/core/ground/catalogue/read.ts';
import { writeWorkbook } from '#tests/fixtures/intake/workbook.ts';

/** New ones: the database must know them, or figures for them are asked about. */
export const WORKBOOK_CUTS = ['week-2027-01-04', 'week-2027-01-11', 'week-2027-01-18', 'week-2027-01-25'];

type Value = string | number;

export function writeWideWorkbook(folder: string, assets: string): string {
  return writeSheet(folder, 'wide.xlsx', wideRows(assets));
}

/** Every commune with cut, code, name and 37 columns of figures and notes. */
export function wideRows(assets: string): readonly (readonly Value[])[] {
  const { plan, units } = readCatalogue(assets);
  const figures = plan.indicators.flatMap(({ code, kind }) =>
    kind === 'ratio' ? [code, `${code}_numerator`, `${code}_denominator`] : [code],
  );
  const notes = plan.indicators.map(({ code }) => `${code}_note`);
  const columns = [...figures, ...notes].slice(0, 37);
  const rows = units.communes.map((unit, index): Value[] => [
    WORKBOOK_CUTS[0] ?? '',
    unit.code,
    unit.name,
    ...columns.map((name) => cellOf(name, index, figures)),
  ]);
  return [['cut', 'unit_code', 'unit_name', ...columns], ...rows];
}

function cellOf(column: string, index: number, columns: readonly string[]): Value {
  const [numerator, denominator] = [index % 997, 1000 + (index % 1999)];
  if (column.endsWith('_note')) return `ghi chú ${index % 50}`;
  if (column.endsWith('_numerator')) return numerator;
  if (column.endsWith('_denominator')) return denominator;
  return columns.includes(`${column}_numerator`) ? numerator / denominator : index % 2;
}

/** 200,000 rows of the long form with its eight columns. */
export function writeLongWorkbook(folder: string, assets: string, rows = 200_000): string {
  const { plan, units } = readCatalogue(assets);
  const header = ['cut', 'unit_code', 'unit_name', 'indicator', 'value', 'numerator', 'denominator', 'note'];
  const lines: Value[][] = [header];
  for (const cut of WORKBOOK_CUTS) {
    for (const { code, kind } of plan.indicators) {
      for (const unit of units.communes.slice(0, Math.max(0, rows + 1 - lines.length))) {
        const index = lines.length;
        const value = kind === 'criterion' ? index % 2 : index % 997;
        const parts: Value[] = kind === 'ratio' ? ['', index % 997, 1000 + (index % 1999)] : [value, '', ''];
        lines.push([cut, unit.code, unit.name, code, ...parts, index % 10 === 0 ? `ghi chú ${index}` : '']);
      }
    }
  }
  return writeSheet(folder, 'long.xlsx', lines);
}

/** As Excel writes it: every text shared, every cell with its place and a style. */
function writeSheet(folder: string, name: string, lines: readonly (readonly Value[])[]): string {
  const texts = new Map<string, number>();
  const shared = (text: string): number => {
    const known = texts.get(text) ?? texts.size;
    texts.set(text, known);
    return known;
  };
  const rows = lines.map((values, at) => {
    const cells = values.map((value, column) => {
      if (value === '') return '';
      const place = `r="${columnName(column)}${at + 1}" s="0"`;
      return typeof value === 'number'
        ? `<c ${place}><v>${value}</v></c>`
        : `<c ${place} t="s"><v>${shared(value)}</v></c>`;
    });
    return `<row r="${at + 1}" spans="1:${values.length}">${cells.join('')}</row>`;
  });
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const items = [...texts.keys()].map((text) => `<si><t>${escaped(text)}</t></si>`);
  const path = join(folder, name);
  writeFileSync(
    path,
    writeWorkbook({ sheets: [{ name: 'Số liệu', rows: rows.join('') }], texts: items.join('') }),
  );
  return path;
}
