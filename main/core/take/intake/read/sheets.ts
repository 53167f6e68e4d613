import { LIMITS } from '../limits.ts';
import { FileRefused, limitExceeded, type Problem, problem } from '../problem.ts';
import type { MeetMerged, Row, TableFile, TableFormat } from './table.ts';

/** Name of the hidden sheet by which our own templates are known. */
export const META_SHEET = '_meta';
const META_ROWS = 200;

export interface OpenSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: (meetMerged?: MeetMerged) => AsyncGenerator<readonly Row[]>;
}

/** The file that these sheets make; the hidden one of our templates is read and kept apart. */
export async function tableOfSheets(
  format: TableFormat,
  sheets: readonly OpenSheet[],
  told?: () => readonly Problem[],
): Promise<TableFile> {
  if (sheets.length > LIMITS.sheets) throw limitExceeded('sheets', sheets.length);
  const meta = sheets.find(({ name }) => name === META_SHEET);
  const shown = sheets.filter(({ name }) => name !== META_SHEET);
  const hidden = shown.filter(({ isHidden }) => isHidden);
  return {
    format,
    sheets: shown.map(({ name, isHidden }) => ({ name, isHidden })),
    meta: meta === undefined ? null : await readMeta(meta.rows()),
    dialect: null,
    problems: hidden.map(({ name }) => problem('warning', 'SHEET_HIDDEN', {}, { sheet: name })),
    ...(told === undefined ? {} : { told }),
    rows: (index, meetMerged) => required(shown[index]).rows(meetMerged),
  };
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('No such sheet');
  return value;
}

async function readMeta(rows: AsyncGenerator<readonly Row[]>): Promise<Map<string, string>> {
  const meta = new Map<string, string>();
  for await (const batch of rows) {
    for (const { cells } of batch) {
      const [key, value] = cells;
      if (typeof key === 'string' && value !== null && typeof value !== 'object')
        meta.set(key, String(value ?? ''));
    }
    if (meta.size > META_ROWS) throw new FileRefused('FILE_DAMAGED', { part: META_SHEET });
  }
  return meta;
}
