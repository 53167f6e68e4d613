import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { unnamedControls } from './page-models/audit.ts';

let application: RunningApplication;
beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application.close());

const recipe = (name: string) => ({
  ...{ format: 'kh02-recipe', formatVersion: 1, name, sender: '31', kind: 'figures' },
  content: {
    ...{ header: [['mã số hóa', 'hạ tầng']], gap: null, texts: {}, footer: 'lập tại hải phòng' },
    columns: { A: 'unitCode', B: 'value:devices' },
    answers: { 'word:duoc': 'met' },
    rows: [{ label: 'gộp lại', kind: 'total' }],
    dialect: { encoding: 'tcvn3', delimiter: ';' },
  },
});

it('shows what recipes there are, and takes, names, hands out and removes them', async () => {
  const page = await application.openPage({ route: '#/so-lieu/cong-thuc', width: 1366, height: 768 });
  await page.getByText('Chưa có công thức đọc nào.').waitFor();
  const choose = async (bytes: Buffer) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Nhận tệp công thức…' }).click();
    await (await chooser).setFiles({ name: 'a.json', mimeType: 'application/json', buffer: bytes });
  };
  const dialog = page.getByRole('dialog');

  // What is no recipe is refused where it was asked for.
  await choose(Buffer.from('{}'));
  await dialog.getByRole('textbox', { name: 'Người nhận' }).fill('Trực ban');
  await dialog.getByRole('button', { name: 'Nhận', exact: true }).click();
  await dialog.getByText('Tệp không phải là công thức đọc').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });

  await choose(Buffer.from(JSON.stringify(recipe('Hải Phòng'))));
  await dialog.getByRole('textbox', { name: 'Người nhận' }).fill('Trực ban');
  await dialog.getByRole('button', { name: 'Nhận', exact: true }).click();
  const row = page.getByRole('row').filter({ hasText: 'Hải Phòng' });
  await row.getByText('bảng số liệu').waitFor();
  await expect.poll(() => unnamedControls(page)).toEqual([]);

  await page.getByRole('button', { name: 'Xem: Hải Phòng' }).click();
  await dialog.getByText('Dùng khi tiêu đề đúng như sau: mã số hóa | hạ tầng').waitFor();
  await dialog.getByText('Chữ “duoc”: Đạt').waitFor();
  await dialog.getByText('bảng mã TCVN3').waitFor();
  await dialog.getByText('Bảng hết ở trên dòng “lập tại hải phòng”').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });

  await page.getByRole('button', { name: 'Đổi tên: Hải Phòng' }).click();
  await dialog.getByRole('textbox', { name: 'Tên mới' }).fill('Sở KHCN Hải Phòng');
  await dialog.getByRole('button', { name: 'Đổi tên' }).click();
  await page.getByRole('button', { name: 'Xem: Sở KHCN Hải Phòng' }).waitFor();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Xuất tệp: Sở KHCN Hải Phòng' }).click();
  const saved = JSON.parse(await readFile(await (await download).path(), 'utf8'));
  expect(saved).toEqual(recipe('Sở KHCN Hải Phòng'));

  await page.getByRole('button', { name: 'Bỏ: Sở KHCN Hải Phòng' }).click();
  await dialog.getByText('Không tệp nào được đọc theo công thức này nữa.').waitFor();
  await dialog.getByRole('button', { name: 'Bỏ', exact: true }).click();
  await page.getByText('Chưa có công thức đọc nào.').waitFor();
  expect(application.problems).toEqual([]);
});
