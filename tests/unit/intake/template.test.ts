import { Workbook } from '@cj-tech-master/excelts';
import { expect, test } from 'vitest';
import { collectFigures } from '#main/core/take/intake/check/collect.ts';
import { describeUnit } from '#main/core/take/intake/check/lookups.ts';
import { openTable } from '#main/core/take/intake/read/open-table.ts';
import { writeTemplate } from '#main/core/take/intake/template/write-template.ts';
import { bytesSource } from '#tests/fixtures/intake/read-all.ts';
import { catalogue, collectOptions, register } from '#tests/fixtures/intake/register.ts';

const day = '2025-08-01';
const communes = (register.communesOf.get('31') ?? []).map((unit) => ({
  code: unit.code,
  fullName: describeUnit({ ...unit, province: null }, { register, day }),
}));

function template(cut: string, kinds: readonly string[]) {
  return writeTemplate({
    province: { code: '31', fullName: 'TP. Hải Phòng' },
    communes,
    cut: { code: cut, label: '28/07/2025', asOf: '2025-07-28T09:00:00.000Z', due: '28/07/2025 16:00' },
    ruleVersion: 1,
    indicators: catalogue.indicators.indicators.filter(({ kind }) => kinds.includes(kind)),
  });
}

async function fill(bytes: Uint8Array, change: (row: number, column: number) => string | number) {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  const sheet = workbook.getWorksheet('Số liệu');
  for (const [index] of communes.entries()) {
    for (let column = 3; column <= 14; column += 1) {
      if (sheet) sheet.getCell(index + 6, column).value = change(index, column);
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function collect(bytes: Uint8Array, ruleVersion = 1) {
  const options = collectOptions({ defaultCut: null, ruleVersion });
  return await collectFigures(await openTable(bytesSource('t.xlsx', bytes)), 't.xlsx', options);
}

test('a filled-in template of criteria imports without a question or a warning', async () => {
  const filled = await fill(await template('week-2025-07-28', ['criterion']), (row) =>
    row % 3 === 0 ? 'Không' : 'Có',
  );
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
  const filled = await fill(await template('month-2025-07', ['ratio', 'count']), (_, column) =>
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

test('does not trust its own locked cells', async () => {
  const workbook = new Workbook();
  await workbook.xlsx.load(await template('week-2025-07-28', ['criterion']));
  const sheet = workbook.getWorksheet('Số liệu');
  if (sheet) {
    sheet.getCell(6, 2).value = 'Phường Ba Đình';
    sheet.getCell(6, 3).value = 'Có';
    sheet.getCell(7, 1).value = '00004';
    sheet.getCell(7, 2).value = 'Phường Ba Đình';
    sheet.getCell(7, 3).value = 'Có';
  }
  const result = await collect(new Uint8Array(await workbook.xlsx.writeBuffer()));
  expect(result.problems.kept.map(({ code, row }) => [code, row])).toEqual([
    ['UNIT_CODE_NAME_DIFFER', 6],
    ['UNIT_OTHER_PROVINCE', 7],
  ]);
  expect(result.figures.size).toBe(0);
});

test('says when a template was made under other rules', async () => {
  const filled = await fill(await template('week-2025-07-28', ['criterion']), () => 'Có');
  expect((await collect(filled, 2)).problems.kept.map(({ code }) => code)).toEqual(['TEMPLATE_OTHER_RULES']);
});

test('locks codes and names, opens the cells to fill in, and hides its own sheet', async () => {
  const workbook = new Workbook();
  await workbook.xlsx.load(await template('week-2025-07-28', ['criterion']));
  const sheet = workbook.getWorksheet('Số liệu');
  expect(sheet?.getCell(6, 1).protection?.locked ?? true).toBe(true);
  expect(sheet?.getCell(6, 3).protection?.locked).toBe(false);
  expect(sheet?.getCell(6, 3).dataValidation).toMatchObject({
    type: 'list',
    formulae: ['"Có,Không,Không áp dụng"'],
  });
  expect(workbook.getWorksheet('_meta')?.state).toBe('veryHidden');
});
