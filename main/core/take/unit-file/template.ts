import { ownPackage } from '#main/core/files/office-package.ts';
import type { Cell } from '#main/core/files/workbook/cells.ts';
import type { Look } from '#main/core/files/workbook/looks.ts';
import { columnName } from '#main/core/files/workbook/place.ts';
import type { CellCheck, Sheet } from '#main/core/files/workbook/sheet.ts';
import { workbookParts } from '#main/core/files/workbook/write.ts';
import { zipParts } from '#main/core/files/zip.ts';
import { UNIT_FILE_COLUMNS, type UnitFileColumn } from '#shared/contract/unit-acts.ts';
import { UNIT_KINDS } from '#shared/domain/model.ts';
import { UNIT_ACT_KINDS } from '#shared/domain/unit-acts.ts';
import { createTranslator } from '#shared/text/translator.ts';

const { t } = createTranslator('vi');
const HEADER: Look = { isBold: true, colour: 'FFFFFF', fill: '1F3B57', line: 'C4C9D1', isWrapped: true };
const BODY: Look = { line: 'C4C9D1', isWrapped: true, vertical: 'top' };
const ROWS = 200;
const WIDTHS: Partial<Record<UnitFileColumn, number>> = {
  document: 26,
  from: 22,
  name: 26,
  nameEn: 22,
  seat: 32,
};
const UNITS = UNIT_KINDS.filter((kind) => kind !== 'quoc_gia');

/** A workbook with an empty table to fill in, and a sheet that says what each kind of act needs. */
export function unitTemplateWorkbook(at: string): Uint8Array {
  const properties = { title: t('unitFile.sheet'), author: 'KH02 Center', asOf: at, font: 'Calibri' };
  return zipParts(ownPackage(workbookParts([table(), help()], properties)).parts);
}

function table(): Sheet {
  const head = UNIT_FILE_COLUMNS.map(
    (column): Cell => ({ value: t(`unitFile.column.${column}`), look: HEADER }),
  );
  const empty = UNIT_FILE_COLUMNS.map((): Cell => ({ value: null, look: BODY }));
  return {
    name: t('unitFile.sheet'),
    widths: UNIT_FILE_COLUMNS.map((column) => WIDTHS[column] ?? 15),
    frozenRows: 1,
    frozenColumns: 0,
    rows: [{ cells: head }, ...Array.from({ length: 20 }, () => ({ cells: empty }))],
    checks: [
      check(
        'act',
        UNIT_ACT_KINDS.map((kind) => t(`unitFile.act.${kind}`)),
      ),
      check(
        'kind',
        UNITS.map((kind) => t(`unitFile.kind.${kind}`)),
      ),
    ],
  };
}

function check(column: UnitFileColumn, words: readonly string[]): CellCheck {
  const letter = columnName(UNIT_FILE_COLUMNS.indexOf(column));
  const title = t(`unitFile.column.${column}`);
  return {
    range: `${letter}2:${letter}${ROWS}`,
    type: 'list',
    formula: `"${words.join(',')}"`,
    ...{ title, help: t('unitFile.choose'), errorTitle: title },
  };
}

function help(): Sheet {
  const row = (act: string, text: string, look: Look) => ({
    cells: [
      { value: act, look },
      { value: text, look },
    ] satisfies Cell[],
  });
  return {
    name: t('unitFile.helpSheet'),
    widths: [26, 110],
    frozenRows: 1,
    frozenColumns: 0,
    rows: [
      row(t('unitFile.column.act'), t('unitFile.helpHeader'), HEADER),
      ...UNIT_ACT_KINDS.map((kind) => row(t(`unitFile.act.${kind}`), t(`unitFile.help.${kind}`), BODY)),
      row(t('unitFile.column.day'), t('unitFile.help.day'), BODY),
    ],
    checks: [],
  };
}

/** The header alone, for whoever writes a CSV. */
export function unitTemplateCsv(): string {
  return `\uFEFF${UNIT_FILE_COLUMNS.map((column) => t(`unitFile.column.${column}`)).join(',')}\r\n`;
}
