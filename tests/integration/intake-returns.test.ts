import { Workbook } from '@cj-tech-master/excelts';
import { unzipSync } from 'fflate';
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
afterAll(async () => {
  await application.close();
});

async function open(file: File): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(await file.arrayBuffer());
  return workbook;
}

test("the sender's own workbook comes back whole, with the wrong cell marked and explained", async () => {
  const { intake } = application.client;
  const { file } = await intake.template({ province: '31', cut: CUT });
  const filled = await open(file);
  const sheet = filled.getWorksheet('Số liệu');
  if (sheet) sheet.getCell('C7').value = 'có lẽ';
  const bytes = new Uint8Array(await filled.xlsx.writeBuffer());
  const preview = await intake.inspect({ file: new File([bytes], 'Hải Phòng.xlsx') });
  const returned = await intake.rejected({ id: preview.id ?? '' });
  expect(returned).toMatchObject({ name: 'Hải Phòng-can-sua.xlsx', cells: 1 });
  const marked = await open(returned.file);
  expect(marked.worksheets.map(({ name }) => name)).toEqual(filled.worksheets.map(({ name }) => name));
  const cell = marked.getWorksheet('Số liệu')?.getCell('C7');
  expect(cell?.value).toBe('có lẽ');
  expect(cell?.fill).toMatchObject({ pattern: 'solid', fgColor: { argb: 'FFF9D2D2' } });
  expect(JSON.stringify(cell?.note)).toContain('không phải Có/Không');
  const mended = await intake.inspect({ file: new File([await returned.file.arrayBuffer()], 'lại.xlsx') });
  expect(mended).toMatchObject({ province: '31', rows: 1, outcome: 'errors' });
});

test('of a CSV only its wrong rows come back, at the numbers they had', async () => {
  const rows = Array.from({ length: 30 }, (_, index) => `11629;Xã An Lão;${index === 20 ? '=1+1' : 'Có'}`);
  const text = ['Mã xã;Tên xã;Thiết bị số', ...rows].join('\n');
  const { intake } = application.client;
  const preview = await intake.inspect({ file: new File([text], 'a*b.csv'), cut: CUT });
  const { file } = await intake.rejected({ id: preview.id ?? '' });
  const [sheet] = (await open(file)).worksheets;
  expect(sheet?.name).toBe('a b.csv');
  expect(sheet?.getCell('A1').value).toBe('Mã xã');
  expect(sheet?.getCell('C22').value).toBe('=1+1');
  expect(sheet?.getCell('C21').value ?? null).toBeNull();
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
  expect(cut).toMatchObject({ state: 'open', closedAt: null });
  expect(cut?.events.slice(-2)).toMatchObject([
    { kind: 'closed', who: 'Lê Thị Chốt', reason: null },
    { kind: 'reopened', reason: 'Tỉnh gửi bổ sung' },
  ]);
});
