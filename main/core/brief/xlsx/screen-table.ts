import { join } from 'node:path';
import type { z } from 'zod';
import { csvPieces } from '#main/core/brief/csv/write.ts';
import { type ScreenSource, screenFileName, screenSource } from '#main/core/brief/screen-source.ts';
import { openAtomically } from '#main/core/files/atomic-write.ts';
import type { Sheet } from '#main/core/files/workbook/sheet.ts';
import { sheetName, writeWorkbook } from '#main/core/files/workbook/write.ts';
import type { Client } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { tableRequest } from '#shared/contract/screen-export.ts';
import { type DataTable, tableSheet } from './briefing-workbook.ts';
import { type SheetCell, sheetRow, WORKBOOK_FONT } from './cells.ts';

export type TableRequest = z.output<typeof tableRequest>;

export interface WrittenTable {
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
}

/**
 * A table of a screen with all its rows as a file of its own name in the folder: a workbook with a sheet that says
 * where the figures come from, or CSV. Only a whole file bears the name. UserErrors: CUT_UNKNOWN, INPUT_INVALID for
 * a row that has not a cell for each column, those of the file system, CANCELLED.
 */
export async function writeScreenTable(
  client: Client,
  request: TableRequest,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<WrittenTable> {
  const table = dataTable(request);
  const source = await screenSource(client, request, signal);
  const path = join(folder, screenFileName(request.title, source, request.format));
  const file = openAtomically(path);
  let bytes = 0;
  const sink = (chunk: Uint8Array): void => {
    bytes += chunk.length;
    file.write(chunk);
  };
  try {
    if (request.format === 'csv') for (const piece of csvPieces(table, request.language)) sink(piece);
    else await writeWorkbook(sheetsOf(request, table, source), propertiesOf(request, source), sink, signal);
    if (signal?.aborted) throw new UserError('CANCELLED');
    file.commit();
  } catch (error) {
    file.abandon();
    throw error;
  }
  return { file: path, bytes, rows: request.rows.length };
}

function dataTable({ title, columns, rows }: TableRequest): DataTable {
  return {
    title,
    columns,
    rows: rows.map((row, at) => {
      if (row.length !== columns.length) throw new UserError('INPUT_INVALID', { problem: `row ${at + 1}` });
      return row.map((value, column) => ({ value, format: columns[column]?.format ?? 'text' }));
    }),
  };
}

function propertiesOf({ title }: TableRequest, { say, provenance }: ScreenSource) {
  return { title, author: say.t('app.name'), asOf: provenance.asOf, font: WORKBOOK_FONT };
}

function sheetsOf(request: TableRequest, table: DataTable, source: ScreenSource): Sheet[] {
  const cover = sheetName(source.words.cover.sheet, new Set());
  const name = sheetName(request.title, new Set([cover]));
  return [tableSheet(table, name, noteOf(source)), { ...coverOf(request, source), name: cover }];
}

function noteOf({ marks, words, provenance }: ScreenSource): string {
  return [marks, words.provenanceLine(provenance)].filter(Boolean).join(' · ');
}

const text = (value: string): SheetCell => ({ value, format: 'text' });

/** Everything a reader must know who sees the table without the screen it was taken from. */
function coverOf({ title, filters, rows }: TableRequest, source: ScreenSource): Omit<Sheet, 'name'> {
  const { say, words, provenance, marks } = source;
  const { cover } = words;
  const lines: [string, SheetCell][] = [
    [cover.asOf, text(words.formatTime(provenance.asOf))],
    [cover.cut, text(provenance.cut)],
    [cover.rules, text(String(provenance.ruleVersion))],
    [cover.source, text(provenance.source)],
    [cover.data, text(marks || '–')],
    [say.t('tableExport.filter'), text(filters[0] ?? say.t('tableExport.filter.none'))],
    ...filters.slice(1).map((filter): [string, SheetCell] => ['', text(filter)]),
    [say.t('tableExport.rows'), text(say.format.number(rows.length))],
  ];
  const rowsOf = [
    sheetRow('title', [text(title)]),
    sheetRow('note', [text(noteOf(source))]),
    sheetRow('header', [text(cover.field), text(cover.value)]),
    ...lines.map(([field, value]) => sheetRow('plain', [text(field), value])),
  ];
  return { widths: [24, 80], rows: rowsOf };
}
