import { expect, test } from 'vitest';
import { columnName } from '#main/core/files/workbook/place.ts';
import { unzipParts } from '#main/core/files/zip.ts';
import { collectFigures } from '#main/core/take/intake/check/collect.ts';
import { describeUnit } from '#main/core/take/intake/check/lookups.ts';
import { openTable } from '#main/core/take/intake/read/open-table.ts';
import { writeTemplate } from '#main/core/take/intake/template/write-template.ts';
import { bytesSource } from '#tests/fixtures/intake/read-all.ts';
import { catalogue, collectOptions, register } from '#tests/fixtures/intake/register.ts';
import { officeFaults } from '#tests/setup/office-faults.ts';
import { fillWorkbook, readWorkbookFile } from '#tests/setup/workbook-file.ts';

const day = '2025-08-01';
const communes = (register.communesOf.get('31') ?? []).map((unit) => ({
  code: unit.code,
  fullName: describeUnit({ ...unit, province: null }, { register, day }),
}));

function template(cut: string, kinds: readonly string[]) {
  return writeTemplate({
    plan: 'Kế hoạch số 02-KH/BCĐTW',
    province: { code: '31', fullName: 'TP. Hải Phòng' },
    communes,
    cut: { code: cut, label: '28/07/2025', asOf: '2025-07-28T09:00:00.000Z', due: '28/07/2025 16:00' },
    ruleVersion: 1,
    indicators: catalogue.plan.indicators.filter(({ kind }) => kinds.includes(kind)),
    reports: null,
  });
}

function fill(bytes: Uint8Array, change: (row: number, column: number) => string | number) {
  const cells = communes.flatMap((_, row) =>
    Array.from({ length: 12 }, (_cell, at) => [`${columnName(at + 2)}${row + 6}`, change(row, at + 3)]),
  );
  return fillWorkbook(bytes, 'Số liệu', Object.fromEntries(cells));
}

async function collect(bytes: Uint8Array, ruleVersion = 1) {
  const options = collectOptions({ defaultCut: null, ruleVersion });
  return await collectFigures(await openTable(bytesSource('t.xlsx', bytes)), 't.xlsx', options);
}

test('a filled-in template of criteria imports without a question or a warning', async () => {
  const filled = fill(template('week-2025-07-28', ['criterion']), (row) => (row % 3 === 0 ? 'Không' : 'Có'));
  const result = await collect(filled);
  expect(result.problems.kept).toEqual([]);
  expect(result.figures.size).toBe(communes.length * 12);
  expect(result.figures.get(0)).toMatchObject({
    cut: 'week-2025-07-28',
    indicator: 'online_meeting',
    value: 0,
    row: 6,
  });
  expect(result.template).toEqual({
    id: 'kh02-commune-1',
    province: '31',
    cut: 'week-2025-07-28',
    ruleVersion: 1,
  });
});

test('a filled-in template of outputs imports counts and both parts of each ratio', async () => {
  const filled = fill(template('month-2025-07', ['ratio', 'count']), (_, column) =>
    column % 2 === 0 ? 5 : 10,
  );
  const result = await collect(filled);
  expect(result.problems.kept).toEqual([]);
  expect(result.figures.indicators.codes).toHaveLength(7);
  expect(result.figures.get(1)).toMatchObject({
    indicator: 'applications_online',
    numerator: 5,
    denominator: 10,
    value: 0.5,
  });
});

test.each([
  ['week-2025-07-28', ['criterion']],
  ['month-2025-07', ['ratio', 'count']],
])('is built as the schema wants it, for %s', (cut, kinds) => {
  expect(officeFaults(unzipParts(template(cut, kinds)))).toEqual([]);
});

test('does not trust its own locked cells', async () => {
  const other = 'Phường Ba Đình';
  const cells = { B6: other, C6: 'Có', A7: '00004', B7: other, C7: 'Có' };
  const result = await collect(fillWorkbook(template('week-2025-07-28', ['criterion']), 'Số liệu', cells));
  expect(result.problems.kept.map(({ code, row }) => [code, row])).toEqual([
    ['UNIT_CODE_NAME_DIFFER', 6],
    ['UNIT_OTHER_PROVINCE', 7],
  ]);
  expect(result.figures.size).toBe(0);
});

test('says when a template was made under other rules', async () => {
  const filled = fill(template('week-2025-07-28', ['criterion']), () => 'Có');
  expect((await collect(filled, 2)).problems.kept.map(({ code }) => code)).toEqual(['TEMPLATE_OTHER_RULES']);
});

test('locks codes and names, opens the cells to fill in, and hides its own sheet', async () => {
  const [sheet, help, meta] = readWorkbookFile(template('week-2025-07-28', ['criterion']));
  expect(sheet?.cells.get('A6')?.isLocked).toBe(true);
  expect(sheet?.cells.get('C6')?.isLocked).toBe(false);
  expect(sheet?.checks[0]).toEqual({
    range: `C6:C${communes.length + 5}`,
    type: 'list',
    formula: '"Có,Không,Không áp dụng"',
  });
  expect(sheet?.pane).toMatchObject({ xSplit: '2', ySplit: '5', state: 'frozen' });
  expect(sheet?.cells.get('C4')?.note).toBe(catalogue.plan.indicators[0]?.definition);
  expect([sheet, help, meta].map((one) => one?.state)).toEqual(['visible', 'visible', 'veryHidden']);
});
