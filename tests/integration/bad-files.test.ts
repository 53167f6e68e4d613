import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';

const CUT = 'week-2025-12-29';
let application: Application;

beforeAll(async () => {
  application = await createApp({
    dataFolder: filledFolder(),
    clock: () => new Date('2025-12-29T10:00:00.000Z'),
  });
});
afterAll(() => application.close());

const inspect = (lines: readonly string[]) =>
  application.client.intake.inspect({ file: new File([`${lines.join('\n')}\n`], 'a.csv'), cut: CUT });

test('a second table below the first is told by its row, whatever its other columns are', async () => {
  const { outcome, problems } = await inspect([
    'Mã xã;Thiết bị số',
    '11629;Có',
    '',
    'Mã xã;Cột lạ',
    '11446;Có',
  ]);
  expect(outcome).toBe('errors');
  expect(problems.filter(({ severity }) => severity === 'error').map(({ code, row }) => [code, row])).toEqual(
    [['HEADER_CHANGES', 4]],
  );
});

test('a file of two provinces is looked at, and told where the stranger stands', async () => {
  const two = ['Mã xã;Thiết bị số', '11629;Có', '11446;Có', '00004;Có'];
  const { proof, problems } = await inspect(two);
  expect(proof?.verdict).toBe('look');
  expect(problems.find(({ code }) => code === 'PROVINCES_SEVERAL')).toMatchObject({
    row: 4,
    values: { count: 2, unit: '00004' },
  });
  const one = await inspect(two.slice(0, 3));
  expect(one.proof?.verdict).not.toBe('look');
});

test('a criterion that every unit of a province meets overnight is looked at, and named in the proof', async () => {
  const from = `FROM observation JOIN unit ON unit.id = unit_id JOIN unit AS parent ON parent.id = unit.parent_id
      JOIN indicator ON indicator.id = indicator_id
    WHERE cut_id = (SELECT id FROM cut WHERE kind = 'week' AND code < '${CUT}' ORDER BY as_of DESC LIMIT 1)
      AND indicator.kind = 'criterion' AND unit.level = 'commune' AND value = 0`;
  const { read } = application.context;
  const many = `SELECT parent.code AS province, indicator.code AS indicator ${from}
    GROUP BY parent.id, indicator.id HAVING count(*) >= 10 LIMIT 1`;
  const { province, indicator } = read.prepare(many).get() as { province: string; indicator: string };
  const those = `SELECT unit.code ${from} AND parent.code = ? AND indicator.code = ?`;
  const unmet = read.prepare(those).pluck().all(province, indicator);
  const table = (units: readonly unknown[]) => [
    'unit_code;indicator;value',
    ...units.map((unit) => `${unit};${indicator};1`),
  ];
  const overnight = await inspect(table(unmet.slice(0, 10)));
  expect(overnight.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(overnight.proof?.verdict).toBe('look');
  expect(overnight.proof?.checks.at(-1)).toEqual({ check: 'overnight', outcome: 'differs', count: 1 });
  expect(overnight.problems.find(({ code }) => code === 'OVERNIGHT')?.values).toMatchObject({
    ...{ indicator, unit: province, count: 10, there: 0 },
  });
  const fewer = await inspect(table(unmet.slice(0, 9)));
  expect(fewer.problems.map(({ code }) => code)).not.toContain('OVERNIGHT');
});
