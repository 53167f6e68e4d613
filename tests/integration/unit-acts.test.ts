import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Application } from '#main/core/app.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import { UNIT_FILE } from '#shared/contract/unit-acts.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { unitActProblemText, unitChangeLines } from '#shared/text/unit-acts-text.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { bring, makeSmall, openSmall, WHO } from './small-center.ts';

const BEFORE = 'week-2025-12-01';
const DAY = '2025-12-20';
const AFTER = 'week-2025-12-29';
const HEAD = { ...UNIT_FILE, day: DAY, document: '12/NQ-UBTVQH' };
const vi = createTranslator('vi');

let template: string;
beforeAll(() => {
  template = filledFolder();
  makeSmall(template);
});
let application: Application;
let codes: string[];
beforeEach(async () => {
  application = await openSmall(template);
  const { units } = await application.client.units.list({ date: DAY });
  codes = units.filter(({ parent }) => parent === '31').map(({ code }) => code);
});
afterEach(() => application.close());

const written = (name: string, content: string): { path: string } => {
  const path = join(freshFolder(), name);
  writeFileSync(path, content);
  return { path };
};
const json = (acts: readonly object[], head: object = HEAD) =>
  written('a.json', JSON.stringify({ ...head, acts }));
const take = async (place: { path: string }) =>
  outcomeOf(await application.client.units.takeActs({ place, who: WHO, reason: 'Sắp xếp' }));
const refusals = async (place: { path: string }) => {
  const { file, problems } = await application.client.units.readActs({ place });
  return problems.map((one) => unitActProblemText(one, file, vi));
};
const merge = () => {
  const [one = '', other = ''] = codes;
  return { act: 'merge', from: [one, other], code: '90001', name: 'Phường Hợp Nhất', kind: 'phuong' };
};
const communesAt = async (cut: string, unit: string) =>
  (await application.client.units.profile({ cut, code: unit })).communes;

it('merges two communes from a day on: asked, judged and counted as one from then, and as two before', async () => {
  const { client } = application;
  const was = await client.status.get({ cut: BEFORE });
  const place = json([merge()]);
  const read = await client.units.readActs({ place });
  expect(read.problems).toEqual([]);
  expect(read.touched.figures).toBeGreaterThan(0);
  expect(read.cuts).toEqual(['week-2025-12-22', AFTER]);
  expect(read.undrawn).toEqual([]);
  const said = unitChangeLines(read.change, read.names, vi);
  expect(said[0]).toMatch(/^Mới: Phường Hợp Nhất \(90001\), TP\. Hải Phòng \(31\), từ /);
  expect(said[1]).toMatch(/^Hết hiệu lực: .+, thuộc Phường Hợp Nhất \(90001\)$/);
  await take(place);
  expect([await communesAt(BEFORE, '31'), await communesAt(AFTER, '31')]).toEqual([5, 4]);
  expect([await communesAt(BEFORE, 'VN'), await communesAt(AFTER, 'VN')]).toEqual([10, 9]);
  expect(await client.status.get({ cut: BEFORE })).toEqual(was);
  const [one = '', other = ''] = codes;
  await expect(client.units.profile({ cut: AFTER, code: one })).rejects.toMatchObject({
    code: 'UNIT_UNKNOWN',
  });
  expect((await client.units.profile({ cut: BEFORE, code: one })).unit.code).toBe(one);
  const map = await client.map.statuses({ cut: AFTER, level: 'commune' });
  expect([map.codes.includes('90001'), map.codes.includes(other)]).toEqual([true, false]);
  expect(await client.units.boundaries({ cut: BEFORE })).toEqual([]);
  expect(await client.units.boundaries({ cut: AFTER })).toEqual([{ code: '90001', parts: [one, other] }]);
  const { found } = await client.units.formerNamed({ text: one, date: '2025-12-29' });
  expect(found[0]?.successors.map(({ code }) => code)).toEqual(['90001']);
  const { madeFrom, population } = await client.units.background({ code: '90001', cut: AFTER });
  expect(madeFrom.map(({ code }) => code)).toEqual([one, other]);
  const parts = await Promise.all([one, other].map((code) => client.units.background({ code, cut: BEFORE })));
  const people = parts.map((part) => part.population.people ?? 0);
  expect(population.people).toBe(people.reduce((sum, count) => sum + count, 0));
  const { provinces } = await client.intake.submissions({ cut: AFTER });
  expect(provinces.find(({ code }) => code === '31')?.expected).toBe(4);
  const { acts } = await client.journal.list({ kinds: ['unitsChanged'], limit: 1 });
  expect(acts[0]).toMatchObject({ who: WHO, subject: HEAD.document, reason: 'Sắp xếp', count: 3 });
});

it('is taken back while nothing rests on it, and then all is as before', async () => {
  const { client } = application;
  const was = await client.status.get({ cut: AFTER });
  const { id } = await take(json([merge()]));
  expect((await client.units.acts())[0]).toMatchObject({ id, held: null });
  await outcomeOf(await client.units.undoActs({ id, who: WHO, reason: 'Nhầm ngày' }));
  expect(await client.status.get({ cut: AFTER })).toEqual(was);
  expect((await client.units.acts())[0]).toMatchObject({ undoneBy: WHO, held: null });
  await expect(client.units.undoActs({ id, who: WHO, reason: 'Lại' }).then(outcomeOf)).rejects.toMatchObject({
    code: 'UNIT_ACT_UNKNOWN',
  });
  // The same again, then with a figure that rests on it.
  const again = await take(json([merge()]));
  const criterion = (await client.status.get({ cut: AFTER })).criteria[0]?.code ?? '';
  await bring(application, {
    cut: AFTER,
    figures: [
      { unit: '90001', indicator: criterion, figure: { value: 1, numerator: null, denominator: null } },
    ],
  });
  await expect(
    client.units.undoActs({ id: again.id, who: WHO, reason: 'Thôi' }).then(outcomeOf),
  ).rejects.toMatchObject({ code: 'UNIT_ACT_HELD' });
  const { acts } = await client.journal.list({ kinds: ['unitsUndone'], limit: 5 });
  expect(acts.map(({ who, reason }) => [who, reason])).toEqual([[WHO, 'Nhầm ngày']]);
});

it('renames from a day on, splits, moves to another province under a new code', async () => {
  const { client } = application;
  const [one = '', other = '', third = ''] = codes;
  const csv = [
    'Áp dụng từ ngày,Số văn bản,Thay đổi,Mã đơn vị trước,Mã đơn vị,Tên,Loại,Mã tỉnh',
    `20/12/2025,12/NQ,Đổi tên,,${one},Phường Tên Mới,Phường,`,
    `,,Chia,${other},90002,Xã Đông,Xã,`,
    `,,Chia,${other},90003,Xã Tây,Xã,`,
    `,,Chuyển tỉnh,${third},90004,,,12`,
  ].join('\n');
  const read = await client.units.readActs({ place: written('a.csv', csv) });
  expect(read.problems).toEqual([]);
  expect(read.undrawn).toEqual(['90002', '90003']);
  await take(written('a.csv', csv));
  const nameOn = async (date: string) =>
    (await client.units.list({ date })).units.find(({ code }) => code === one)?.name;
  expect([await nameOn('2025-12-19'), await nameOn(DAY)]).toEqual([
    expect.not.stringMatching('Tên Mới'),
    'Tên Mới',
  ]);
  expect([await communesAt(AFTER, '31'), await communesAt(AFTER, '12')]).toEqual([5, 6]);
  const { found } = await client.units.formerNamed({ text: other, date: DAY });
  expect(found[0]?.successors.map(({ code, isPart }) => [code, isPart])).toEqual([
    ['90002', true],
    ['90003', true],
  ]);
});

it('refuses what cannot be, with file, sheet and row', async () => {
  const { client } = application;
  const [one = '', other = ''] = codes;
  expect(await refusals(json([{ ...merge(), from: [one, '99999'] }]))).toEqual([
    'a.json, dòng 1: Không có đơn vị mang mã 99999 vào ngày đó.',
  ]);
  const twice = [merge(), { act: 'recode', from: [one], code: '90009' }];
  expect(await refusals(json(twice))).toEqual([
    `a.json, dòng 2: ${one} bị nhập, chia, đổi tên hoặc chuyển ở hai chỗ. Mỗi đơn vị chỉ một thay đổi.`,
  ]);
  expect(await refusals(json([{ ...merge(), code: codes[2] ?? '', province: '12' }]))).toEqual([
    expect.stringContaining('phải có mã mới'),
  ]);
  expect(await refusals(json([{ act: 'new', code: '35', name: 'Tỉnh Mới', kind: 'tinh' }]))).toEqual([
    'a.json: Tỉnh 35 không còn xã nào.',
  ]);
  // What a spreadsheet has left of 00025, and of 00004.
  for (const [code, name] of [
    ['25', 'Phường Mới'],
    ['4', 'Mới'],
  ])
    expect(await refusals(json([{ act: 'rename', code, name }]))).toContain(
      `a.json, dòng 1: “${code}” không phải mã đơn vị: tỉnh có 2 chữ số, xã có 5 chữ số.`,
    );
  const sheet = 'Thay đổi,Mã đơn vị trước,Mã đơn vị\nNhập,,\nBiến mất,,90001\n';
  expect(await refusals(written('a.csv', sheet))).toEqual([
    expect.stringMatching(/^a\.csv, dòng 3: Không đọc được ô “Thay đổi”: “Biến mất”\. Hãy chọn: /),
    expect.stringContaining('Chưa ghi ngày áp dụng'),
    expect.stringContaining('Chưa ghi số văn bản'),
    'a.csv, dòng 2: Chưa ghi mã đơn vị.',
  ]);
  const plan = await client.plan.export({ format: 'json' });
  await expect(
    client.units.readActs({ place: written('b.json', await plan.file.text()) }),
  ).rejects.toMatchObject({
    code: 'UNIT_FILE_REFUSED',
  });
  await expect(take(json([{ ...merge(), from: [one, '99999'] }]))).rejects.toMatchObject({
    code: 'UNIT_FILE_PROBLEMS',
  });
  await take(json([merge()]));
  expect(await refusals(json([{ act: 'rename', code: other, name: 'Khác' }]))).toEqual([
    expect.stringContaining('đã thay đổi cùng ngày theo 12/NQ-UBTVQH'),
    expect.stringContaining('Không có đơn vị'),
  ]);
  expect(
    await refusals(json([{ act: 'rename', code: codes[3], name: 'Khác' }], { ...HEAD, day: '2025-12-01' })),
  ).toEqual([expect.stringContaining('đã được nạp')]);
});

it('reads an act as resolutions say it, and names what can be said in place of what cannot', async () => {
  const [one = '', other = ''] = codes;
  const csv = (act: string, day: string) =>
    [
      'Áp dụng từ ngày,Số văn bản,Thay đổi,Mã đơn vị trước,Mã đơn vị,Tên,Loại,Mã tỉnh',
      `${day},12/NQ,${act},"${one};${other}",90001,Phường Một,Phường,31`,
    ].join('\n');
  for (const act of ['Sáp nhập', 'HỢP NHẤT', 'Nhập'])
    expect(await refusals(written('a.csv', csv(act, '20/12/2025')))).toEqual([]);
  const told = await refusals(written('a.csv', csv('Dồn', '2025.12.20')));
  expect(told).toEqual(
    expect.arrayContaining([
      'a.csv, dòng 2: Không đọc được ô “Áp dụng từ ngày”: “2025.12.20”. Hãy ghi dạng dd/MM/yyyy, ví dụ 01/07/2026.',
      expect.stringMatching(
        /dòng 2: Không đọc được ô “Thay đổi”: “Dồn”\. Hãy chọn: .*Nhập \(sáp nhập, hợp nhất\)/,
      ),
    ]),
  );
});

it('takes no figure of a unit that ended, and says where it is now', async () => {
  const { client } = application;
  const [one = ''] = codes;
  await take(json([merge()]));
  const { criteria } = await client.status.get({ cut: AFTER });
  const rows = [one, '90001'].flatMap((unit) =>
    [BEFORE, AFTER].map((cut) => `${cut},${unit},${criteria[0]?.code},1`),
  );
  const file = new File([`cut,unit_code,indicator,value\n${rows.join('\n')}\n`], 'a.csv');
  const { problems } = await client.intake.inspect({ file });
  const ended = problems.filter(({ code }) => code === 'UNIT_ENDED');
  expect(ended).toEqual([
    expect.objectContaining({
      ...{ severity: 'error', row: 3 },
      values: expect.objectContaining({ code: one, date: '20/12/2025', into: 'Phường Hợp Nhất (90001)' }),
    }),
  ]);
});

it('takes no report in words of a unit that ended, and says where it is now', async () => {
  const { client } = application;
  const [one = ''] = codes;
  await take(json([merge()]));
  const { plan } = await client.plan.get({});
  const rows = [one, '90001'].flatMap((unit) =>
    [BEFORE, AFTER].map((cut) => `${cut},${unit},${plan.difficulties[0]?.code},Thiếu máy,10/11/2025`),
  );
  const csv = `Kỳ,Mã đơn vị,Loại khó khăn,Nội dung,Từ ngày\n${rows.join('\n')}\n`;
  const { problems, reports } = await client.intake.inspect({ file: new File([csv], 'kho-khan.csv') });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([
    expect.objectContaining({ code: 'UNIT_ENDED', row: 3, values: expect.objectContaining({ code: one }) }),
  ]);
  // That of the unit that ended from before its day, and one of the unit that followed, said twice.
  expect(reports).toEqual([{ kind: 'difficulty', added: 2, changed: 0, same: 0 }]);
});

it('lets no two units of one kind and province bear one name, and none one that cannot be read', async () => {
  const [one = '', other = ''] = codes;
  const { units } = await application.client.units.list({ date: DAY });
  const named = units.find(({ code }) => code === other);
  const taken = { act: 'rename', code: one, name: named?.name, kind: named?.kind };
  expect(await refusals(json([taken]))).toEqual([
    `a.json: ${one} mang tên “${named?.name}” như ${other}, cùng loại và cùng tỉnh. Hãy ghi tên khác hoặc sửa loại.`,
  ]);
  const invisible = json([{ act: 'rename', code: one, name: '\u0007\u202E \u200B' }]);
  expect((await refusals(invisible))[0]).toContain('Không đọc được ô “Tên”');
  const place = json([{ act: 'rename', code: one, name: 'Phường Đông\u0007\u202E\tHải\nMới' }]);
  await take(place);
  const now = (await application.client.units.list({ date: DAY })).units.find(({ code }) => code === one);
  expect(now?.name).toBe('Đông Hải Mới');
});

it('calls a unit by its name at the cuts at which it is no more, or not yet', async () => {
  const { client } = application;
  const [one = ''] = codes;
  const was = (await client.units.list({ date: DAY })).units.find(({ code }) => code === one);
  await take(json([merge()]));
  const named = async (date: string) =>
    (await client.units.list({ date, others: true })).others.map(({ code, name }) => [code, name]);
  expect(await named(DAY)).toContainEqual([one, was?.name]);
  expect(await named('2025-12-19')).toContainEqual(['90001', 'Hợp Nhất']);
  expect((await client.units.list({ date: DAY })).others).toEqual([]);
  const said = JSON.stringify(
    await client.briefing.describe({ briefing: 'province', unit: '31', cut: AFTER, compare: BEFORE }),
  );
  expect(said).not.toContain(`"${one}"`);
});

it('says that a cut was closed after the day, and leaves it as it is', async () => {
  const { client } = application;
  await client.intake.close({ cut: AFTER, who: WHO, anyway: true });
  expect(await refusals(json([merge()]))).toEqual([
    expect.stringContaining('đã chốt sau ngày áp dụng 20/12/2025'),
  ]);
});

it('gives a template that is refused as long as it is empty, and names every kind of act', async () => {
  const { file } = await application.client.units.template({ format: 'xlsx' });
  const path = join(freshFolder(), 'mau.xlsx');
  writeFileSync(path, new Uint8Array(await file.arrayBuffer()));
  await expect(application.client.units.readActs({ place: { path } })).rejects.toMatchObject({
    code: 'UNIT_FILE_REFUSED',
  });
});
