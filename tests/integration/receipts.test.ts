import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { SETTLE_MS } from '#main/core/take/watch/settle.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';

const WEEK = 'week-2025-12-29';
const WHO = 'Trực ban';
const dataFolder = filledFolder();
let nowMs = Date.parse('2025-12-29T10:00:00.000Z');
let application: Application;

const open = async () => {
  application = await createApp({ dataFolder, clock: () => new Date(nowMs) });
};
beforeAll(open);
afterAll(() => application.close());

const intake = () => application.client.intake;
const table = (met: string) =>
  `Mã số hóa;Hạ tầng;Kỳ\n11629;${met};29/12/2025\n11446;${met};29/12/2025\nGộp lại;2;\nHết bảng;;\n`;

async function commit(id: string | null, acceptValid = false): Promise<string> {
  const { result } = await outcomeOf(await intake().commit({ id: id ?? '', who: WHO, acceptValid }));
  return result.run;
}

test('the receipt of a watched file tells recipe, proof and rows left out, beside it and after a restart', async () => {
  const preview = await intake().inspect({
    file: new File([table('Được')], 'a.csv'),
    layout: { 'a.csv': { header: { first: 1, last: 1 }, rows: { 4: 'total' }, lastRow: 4 } },
    answers: {
      'column:ma so hoa': 'unitCode',
      'column:ha tang': 'value:devices',
      'word:duoc': 'met',
      'word:da lam': 'met',
    },
    province: '31',
  });
  const id = preview.id ?? '';
  await application.client.recipes.save({ id, sheet: 'a.csv', name: 'Hải Phòng', who: WHO });
  const folder = freshFolder();
  await application.client.watch.choose({ folder, policy: 'clean', who: WHO });
  writeFileSync(join(folder, 'tuần.csv'), table('Được'));
  await application.watch.look();
  nowMs += SETTLE_MS;
  await application.watch.look();
  const [file] = (await application.client.watch.state({ files: 9 })).files;
  expect(file).toMatchObject({ name: 'tuần.csv', outcome: 'committed' });
  const text = readFileSync(join(folder, 'da-nhan/tuần.csv.bien-nhan.txt'), 'utf8');
  expect(text).toContain('Công thức đọc: “Hải Phòng”, bản 1');
  expect(text).toContain('Đối chiếu: ');
  expect(text).toContain('dòng tổng cộng: 1, dòng dưới dòng cuối: 1');
  await application.close();
  await open();
  const [run] = await intake().runs({});
  const receipt = await intake().receipt({ run: run?.run ?? '' });
  expect(receipt).toMatchObject({
    ...{ file: 'tuần.csv', run: file?.run, who: `${WHO} (thư mục theo dõi)`, cuts: [WEEK] },
    ...{ rows: 2, accepted: 2, problems: [] },
    recipes: [{ sheet: 'tuần.csv', name: 'Hải Phòng', version: 1 }],
    proof: {
      checks: [{ check: 'totals', outcome: 'agrees' }, {}, {}, {}],
      rows: {
        leftOut: [
          { rule: 'total', count: 1 },
          { rule: 'footer', count: 1 },
        ],
      },
    },
  });
  expect((receipt?.added ?? 0) + (receipt?.changed ?? 0) + (receipt?.same ?? 0)).toBe(2);
});

test('what was not taken in stands in it, by place', async () => {
  const text = `cut;unit_code;indicator;value\n${WEEK};11635;devices;1\n${WEEK};11636;devices;7\n`;
  const preview = await intake().inspect({ file: new File([text], 'b.csv') });
  const run = await commit(preview.id, true);
  const receipt = await intake().receipt({ run });
  expect(receipt).toMatchObject({ rows: 2, accepted: 1 });
  expect(receipt?.problems.map(({ code, row }) => [code, row])).toContainEqual([expect.any(String), 3]);
  // The same bytes once more change nothing: the receipt stays that of the import that brought them.
  const again = await intake().inspect({ file: new File([text], 'b.csv') });
  expect(await commit(again.id, true)).toBe(run);
  expect(await intake().receipt({ run })).toEqual(receipt);
});

test('what has none is told from what does not exist', async () => {
  const built = (await intake().history({ cut: WEEK, unit: '11629', indicator: 'staff' }))[0]?.run ?? '';
  await expect(intake().receipt({ run: built })).rejects.toMatchObject({ code: 'RUN_UNKNOWN' });
  const draft = { who: WHO, unit: '31', cut: WEEK };
  const cells = [{ unit: '11629', indicator: 'devices', part: 'value' as const, text: '0' }];
  await application.client.entry.save({ ...draft, cells });
  const { revision } = await application.client.entry.preview(draft);
  const { run } = await outcomeOf(
    await application.client.entry.commit({ ...draft, revision, confirmed: true }),
  ).then(({ result }) => result);
  expect(await intake().receipt({ run })).toBeNull();
});
