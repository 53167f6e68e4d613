import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';
import { fillWorkbook, readWorkbookFile } from '#tests/setup/workbook-file.ts';

const CUT = 'week-2025-12-29';
let application: Application;

beforeAll(async () => {
  application = await createApp({
    dataFolder: filledFolder(),
    clock: () => new Date('2025-12-29T10:00:00.000Z'),
  });
});
afterAll(async () => {
  await application.close();
});

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());

test("the sender's own workbook comes back whole, with the wrong cell marked and explained", async () => {
  const { intake } = application.client;
  const { file } = await intake.template({ province: '31', cut: CUT });
  const bytes = fillWorkbook(await bytesOf(file), 'Số liệu', { C7: '7' });
  const preview = await intake.inspect({ file: new File([bytes], 'Hải Phòng.xlsx') });
  const returned = await intake.rejected({ id: preview.id ?? '' });
  expect(returned).toMatchObject({ name: 'Hải Phòng-can-sua.xlsx', cells: 1 });
  const before = readWorkbookFile(bytes);
  const marked = readWorkbookFile(await bytesOf(returned.file));
  const cell = marked[0]?.cells.get('C7');
  expect(cell).toMatchObject({ value: '7', fill: 'F9D2D2', isLocked: false });
  expect(cell?.note).toContain('không phải Có/Không');
  // Nothing but that cell is another one.
  for (const [at, { cells, ...sheet }] of before.entries()) {
    const { cells: now, ...rest } = marked[at] ?? { cells: new Map() };
    expect(rest).toEqual(sheet);
    expect(new Map([...now, ['C7', null]])).toEqual(new Map([...cells, ['C7', null]]));
  }
  const mended = await intake.inspect({ file: new File([await returned.file.arrayBuffer()], 'lại.xlsx') });
  expect(mended).toMatchObject({ province: '31', figures: 0, outcome: 'errors', cuts: preview.cuts });
  expect(mended.rows).toBe(preview.rows);
});

test('of a CSV only its wrong rows come back, at the numbers they had', async () => {
  const rows = Array.from({ length: 30 }, (_, index) => `11629;Xã An Lão;${index === 20 ? '=1+1' : 'Có'}`);
  const text = ['Mã xã;Tên xã;Thiết bị số', ...rows].join('\n');
  const { intake } = application.client;
  const preview = await intake.inspect({ file: new File([text], 'a*b.csv'), cut: CUT });
  const { file, way } = await intake.rejected({ id: preview.id ?? '' });
  expect(way).toBe('format');
  const [sheet] = readWorkbookFile(await bytesOf(file));
  expect(sheet?.name).toBe('a b.csv');
  expect(sheet?.cells.get('A1')?.value).toBe('Mã xã');
  expect(sheet?.cells.get('C22')).toMatchObject({ value: '=1+1', fill: 'F9D2D2' });
  expect(sheet?.cells.get('C22')?.note).toContain('C22');
  expect(sheet?.cells.has('C21')).toBe(false);
});

test('all 34 templates of a cut come in one zip', async () => {
  const { name, file } = await application.client.intake.templates({ cut: CUT });
  expect(name).toBe(`kh02-mau-${CUT}.zip`);
  const names = Object.keys(unzipSync(new Uint8Array(await file.arrayBuffer())));
  expect(names).toHaveLength(34);
  expect(names).toContain(`kh02-mau-31-tp-hai-phong-${CUT}.xlsx`);
});

test('the board counts every province of every cut', async () => {
  const { intake } = application.client;
  const trend = await intake.punctuality({ cut: CUT });
  expect(trend).toHaveLength(12);
  expect(trend.at(-1)?.cut).toBe(CUT);
  for (const { inTime, late, incomplete } of trend) expect(inTime + late + incomplete).toBe(34);
});

test('closing and opening again stay on record with who and why', async () => {
  const { intake } = application.client;
  await intake.close({ cut: CUT, who: 'Lê Thị Chốt' });
  await intake.reopen({ cut: CUT, who: 'Lê Thị Chốt', reason: 'Tỉnh gửi bổ sung' });
  const cut = (await intake.cuts()).find(({ id }) => id === CUT);
  expect(cut).toMatchObject({ state: 'collecting', closedAt: null });
  expect(cut?.events.slice(-2)).toMatchObject([
    { kind: 'closed', who: 'Lê Thị Chốt', reason: null },
    { kind: 'reopened', reason: 'Tỉnh gửi bổ sung' },
  ]);
});
