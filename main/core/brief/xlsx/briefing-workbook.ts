import { type Block, type Briefing, blocksOf, type Page } from '#main/core/brief/description.ts';
import { marksOf } from '#main/core/brief/marks.ts';
import type { Sheet, SheetRow } from '#main/core/files/workbook/sheet.ts';
import { sheetName, writeWorkbook } from '#main/core/files/workbook/write.ts';
import { chartColumns } from '#shared/charts/reading.ts';
import type { CellFormatDto } from '#shared/contract/screen-export.ts';
import { createFormatter, NO_VALUE } from '#shared/text/format.ts';
import { type SheetCell, sheetRow, WORKBOOK_FONT } from './cells.ts';

const TITLE_ROWS = 2;
const WIDTH_LIMITS = { smallest: 10, largest: 60 } as const;

/** One rectangle of figures on a sheet. */
export interface DataTable {
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly format: CellFormatDto }[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/**
 * The figures behind every page, a sheet for each page, after a cover with the provenance; `extra` are whole
 * tables of the screens. Chunks of the file go to the sink.
 */
export async function writeBriefingWorkbook(
  briefing: Briefing,
  extra: readonly DataTable[],
  sink: (chunk: Uint8Array) => void,
  signal?: AbortSignal,
): Promise<void> {
  const taken = new Set<string>();
  const name = (wanted: string): string => {
    const given = sheetName(wanted, taken);
    taken.add(given);
    return given;
  };
  const cover = { ...coverSheet(briefing), name: name(briefing.words.cover.sheet) };
  const pages = briefing.pages.map((page, index) =>
    pageSheet(page, briefing, name(`${index + 1}. ${page.title}`)),
  );
  const tables = extra.map((table) => tableSheet(table, name(table.title)));
  const { title, organisation: author, asOf } = briefing;
  const properties = { title, author, asOf, font: WORKBOOK_FONT };
  await writeWorkbook([cover, ...pages, ...tables], properties, sink, signal);
}

const text = (value: string): SheetCell => ({ value, format: 'text' });

function coverSheet(briefing: Briefing): Omit<Sheet, 'name'> {
  const { cover } = briefing.words;
  const page = briefing.pages[0];
  // Numbers as text here: they are read beside words, not added up.
  const line = (field: string, value: string | number): SheetRow =>
    sheetRow('plain', [text(field), text(String(value))]);
  const rows: SheetRow[] = [
    sheetRow('title', [text(briefing.title)]),
    sheetRow('note', [text(briefing.organisation)]),
    sheetRow('header', [text(cover.field), text(cover.value)]),
    line(cover.unit, briefing.unitName),
    line(cover.asOf, briefing.words.formatTime(briefing.asOf)),
    line(cover.cut, briefing.cut),
    line(cover.compare, briefing.compareCut ?? '–'),
    ...(page === undefined
      ? []
      : [
          line(cover.rules, page.provenance.ruleVersion),
          line(cover.source, page.provenance.source),
          line(cover.data, marksOf(page, briefing) || '–'),
        ]),
    sheetRow('header', [text(cover.page), text(cover.contents)]),
    ...briefing.pages.map((each, index) => line(String(index + 1), each.title)),
  ];
  return { widths: [24, 80], rows };
}

function pageSheet(page: Page, briefing: Briefing, name: string): Sheet {
  const tables = blocksOf(page).flatMap((block) => dataTables(block, briefing));
  const words = blocksOf(page).flatMap((block) =>
    block.type === 'headline' ? [block.text] : block.type === 'text' ? block.paragraphs : [],
  );
  const marks = marksOf(page, briefing);
  const head: SheetRow[] = [
    sheetRow('title', [text(page.title)]),
    sheetRow('note', [
      text([marks, briefing.words.provenanceLine(page.provenance)].filter(Boolean).join(' · ')),
    ]),
    ...words.map((line) => sheetRow('note', [text(line)])),
  ];
  return stackTables(name, head, tables);
}

/** A sheet of one table: its title with a note, a header with filter buttons that stays in view, all rows. */
export function tableSheet(table: DataTable, name: string, note = ''): Sheet {
  const head = [sheetRow('title', [text(table.title)])];
  if (note !== '') head.push(sheetRow('note', [text(note)]));
  return stackTables(name, head, [{ ...table, title: '' }]);
}

/** Tables below each other; the filter goes to the longest, as a sheet can have but one. */
function stackTables(name: string, head: readonly SheetRow[], tables: readonly DataTable[]): Sheet {
  const rows: SheetRow[] = [...head];
  const longest = Math.max(0, ...tables.map((table) => table.rows.length));
  let filter: Sheet['filter'];
  for (const table of tables) {
    rows.push(sheetRow('plain', []));
    if (table.title !== '') rows.push(sheetRow('title', [text(table.title)]));
    const header = table.columns.map(({ title, format }) => ({ value: title, format }));
    rows.push(sheetRow('header', header));
    const firstRow = rows.length;
    for (const cells of table.rows) rows.push(sheetRow('plain', cells));
    if (filter === undefined && table.rows.length === longest && longest > 0)
      filter = { firstRow, lastRow: rows.length, columns: table.columns.length };
  }
  const frozenRows = tables.length === 1 && filter !== undefined ? filter.firstRow : TITLE_ROWS;
  return { name, widths: widthsOf(tables), frozenRows, rows, ...(filter === undefined ? {} : { filter }) };
}

function widthsOf(tables: readonly DataTable[]): number[] {
  const widths: number[] = [];
  const grow = (column: number, length: number): void => {
    const width = Math.min(WIDTH_LIMITS.largest, Math.max(WIDTH_LIMITS.smallest, length + 3));
    widths[column] = Math.max(widths[column] ?? 0, width);
  };
  for (const table of tables) {
    for (const [column, { title }] of table.columns.entries()) grow(column, Math.min(title.length, 24));
    for (const row of table.rows)
      for (const [column, cell] of row.entries()) grow(column, String(cell.value ?? '').slice(0, 60).length);
  }
  // A fraction of many digits is shown with two: it needs no wide column.
  return widths.map((width, column) => (isNumeric(tables, column) ? Math.min(width, 18) : width));
}

function isNumeric(tables: readonly DataTable[], column: number): boolean {
  return tables.every((table) => {
    const format = table.columns[column]?.format;
    return format === undefined || format !== 'text';
  });
}

/** The figures of a block as tables: numbers as numbers, days as days. */
function dataTables(block: Block, { words, language }: Briefing): DataTable[] {
  switch (block.type) {
    case 'chart': {
      const { chart } = block;
      const columns = chartColumns(chart, createFormatter(language));
      return [
        {
          title: chart.title,
          columns: columns.map(({ name, format }) => ({ title: name, format })),
          rows: chart.axis.points.map((_, at) =>
            columns.map(({ values, format }) => ({ value: values[at] ?? null, format })),
          ),
        },
      ];
    }
    case 'table':
      return [
        {
          title: block.table.title,
          columns: block.table.columns,
          rows: block.table.rows.map((row) =>
            row.map((cell, column) => ({
              // A figure that is not there: the cell says why, as the page does.
              value: cell.value ?? (cell.text === NO_VALUE ? null : cell.text),
              format: block.table.columns[column]?.format ?? 'text',
            })),
          ),
        },
      ];
    case 'figures':
      return [figuresTable(block.figures, words)];
    case 'map': {
      const noData = block.map.legend.find(({ colour }) => colour === null)?.label ?? words.noData;
      return [
        {
          title: block.map.legendTitle,
          columns: [
            { title: words.cover.code, format: 'text' },
            { title: words.cover.unit, format: 'text' },
            { title: block.map.legendTitle, format: block.map.format },
          ],
          rows: block.map.areas.map((area) => [
            text(area.code),
            text(area.name),
            { value: area.value ?? noData, format: block.map.format },
          ]),
        },
      ];
    }
    default:
      return [];
  }
}

function figuresTable(
  figures: Extract<Block, { type: 'figures' }>['figures'],
  words: Briefing['words'],
): DataTable {
  return {
    title: words.cover.figure,
    columns: [
      { title: words.cover.figure, format: 'text' },
      { title: words.cover.value, format: 'decimal' },
      { title: words.cover.change, format: 'text' },
    ],
    rows: figures.map((figure) => [
      text(figure.label),
      { value: figure.value ?? figure.text, format: figure.format },
      text(figure.change?.text ?? ''),
    ]),
  };
}
