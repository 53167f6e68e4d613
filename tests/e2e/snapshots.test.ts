import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '#main/core/app.ts';
import { writeFormat1 } from '#tests/fixtures/snapshots/format-1-file.ts';
import { makeSnapshot } from '#tests/fixtures/snapshots/good-file.ts';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { unnamedControls } from './page-models/audit.ts';
import { dropFiles } from './page-models/intake-files.ts';

let application: RunningApplication;
let sent: string;
let altered: string;
let old: string;

beforeAll(async () => {
  application = await startApplication();
  const maker = await createApp({ dataFolder: filledFolder() });
  await maker.context.write((database) =>
    database.exec(`INSERT INTO document (uuid, unit_id, task_id, kind, number, title, issued_on, run_id)
      SELECT '00000000-0000-4000-8000-000000000031', id, NULL, 'dispatch', '77/CV', 'Công văn đôn đốc', '2025-08-30', 1
      FROM unit WHERE code = '31'`),
  );
  const folder = freshFolder();
  sent = join(folder, 'Hải Phòng.kh02');
  altered = join(folder, 'bị sửa.kh02');
  await makeSnapshot(maker, { province: '31', cuts: ['2025-09-01', '2025-09-08'], to: sent });
  await makeSnapshot(maker, { cuts: ['2025-09-08'], to: altered });
  await maker.close();
  old = join(folder, 'tệp cũ.kh02');
  await writeFormat1(sent, old);
});
afterAll(() => application.close());

const banner = (page: Page) => page.getByRole('complementary', { name: 'Đang xem tệp số liệu, chỉ đọc' });

async function openFile(
  page: Page,
  path: string,
  name: string,
  bytes: Buffer = readFileSync(path),
): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Chọn tệp…' }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/x-kh02', buffer: bytes });
  await page.getByRole('article', { name }).getByRole('button', { name: 'Xem tệp này' }).click();
  await banner(page).getByText(name).waitFor();
}

/** One bit of a figure changed: the file is whole for SQLite, and no longer what it was. */
function spoiled(path: string): Buffer {
  const bytes = Buffer.from(readFileSync(path));
  const at = bytes.indexOf('báo cáo', bytes.length >> 1);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  return bytes;
}

describe('a data file that an official receives', () => {
  it('of an older version says on every screen that it was judged anew', async () => {
    const page = await application.openPage({ route: '#/tep-so-lieu', width: 1366, height: 768 });
    const told = 'Tệp do phiên bản cũ ghi: trạng thái được tính lại theo quy tắc hiện nay.';
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Chọn tệp…' }).click();
    const buffer = readFileSync(old);
    await (await chooser).setFiles({ name: 'tệp cũ.kh02', mimeType: 'application/x-kh02', buffer });
    const card = page.getByRole('article', { name: 'tệp cũ.kh02' });
    await card.getByText(told).waitFor();
    await card.getByRole('button', { name: 'Xem tệp này' }).click();
    await banner(page).getByText(told).waitFor();
    await page.getByRole('link', { name: 'Cảnh báo' }).first().click();
    await banner(page).getByText(told).waitFor();
    await page.close();
  });

  it('is read on every screen with its mark, and left again', async () => {
    const page = await application.openPage({ route: '#/tep-so-lieu', width: 1366, height: 768 });
    await openFile(page, sent, 'Hải Phòng.kh02');
    for (const screen of [
      'Bản đồ',
      'Nhiệm vụ',
      'Cảnh báo',
      'Chênh lệch',
      'Chỉ tiêu',
      'Khó khăn',
      'So sánh',
      'Dự báo',
      'Báo cáo',
      'Tệp số liệu',
      'Cài đặt',
      'Tổng quan',
    ]) {
      await page
        .getByRole('navigation')
        .first()
        .getByRole('link', { name: new RegExp(`^${screen}`) })
        .click();
      await page.getByRole('heading', { level: 1, name: screen }).first().waitFor();
      await banner(page).getByText('Chưa xác thực').waitFor();
      await page.getByRole('contentinfo').getByText('Tệp Hải Phòng.kh02, chỉ đọc').waitFor();
      const open = ['Đang nạp…', 'Không lấy được số liệu'].map((words) =>
        page.getByRole('main').getByText(words),
      );
      await expect.poll(() => Promise.all(open.map((place) => place.count()))).toEqual([0, 0]);
      await expect.poll(() => unnamedControls(page)).toEqual([]);
    }
    await page.getByRole('button', { name: 'Trở về số liệu của máy này' }).click();
    await banner(page).waitFor({ state: 'detached' });
    expect(application.problems).toEqual([]);
  });

  it('is checked on its own screen wherever it is dropped', async () => {
    const page = await application.openPage({ route: '#/', width: 1366, height: 768 });
    await page.getByRole('heading', { level: 1, name: 'Tổng quan' }).first().waitFor();
    await dropFiles(page, [{ name: 'thả.kh02', bytes: readFileSync(sent) }]);
    await page.getByRole('heading', { level: 1, name: 'Tệp số liệu' }).first().waitFor();
    const card = page.getByRole('article', { name: 'thả.kh02' });
    await card.getByText('Chưa xác thực').waitFor();
    await dropFiles(page, [{ name: 'cụt.kh02', bytes: readFileSync(sent).subarray(0, 200_000) }]);
    await page.getByRole('article', { name: 'cụt.kh02' }).getByText('Tệp bị cắt cụt').waitFor();
    await expect.poll(() => card.count()).toBe(0);
  });

  it('is compared with this machine and with another file, each with its verdict', async () => {
    const page = await application.openPage({ route: '#/tep-so-lieu', width: 1366, height: 768 });
    await openFile(page, altered, 'bị sửa.kh02', spoiled(altered));
    await banner(page).getByText('Đã bị sửa').waitFor();
    await page.getByRole('button', { name: 'Trở về số liệu của máy này' }).click();
    await page.getByRole('navigation').first().getByRole('link', { name: 'Tệp số liệu' }).click();
    const row = page.getByRole('listitem').filter({ hasText: 'Hải Phòng.kh02' });
    await row.getByRole('button', { name: 'So sánh với số liệu tại máy' }).click();
    await page.getByText('Trên 114 đơn vị có ở cả hai kỳ').waitFor();
    const marks = page.getByRole('main').locator('dl').first();
    await marks.getByText('Số liệu tại máy').waitFor();
    await marks.getByText('Chưa xác thực').waitFor();
    await page.getByRole('combobox', { name: 'Nguồn của kỳ đầu' }).click();
    await page.getByRole('option', { name: /^bị sửa\.kh02/ }).click();
    await marks.getByText('Đã bị sửa').waitFor();
    await page.getByText('Trên 114 đơn vị có ở cả hai kỳ').waitFor();
    await expect.poll(() => unnamedControls(page)).toEqual([]);
  });

  it('brings its reports into this machine after showing what would change', async () => {
    const page = await application.openPage({ route: '#/tep-so-lieu', width: 1366, height: 768 });
    const row = page.getByRole('listitem').filter({ hasText: 'Hải Phòng.kh02' });
    await row.getByRole('button', { name: 'Nạp vào máy này…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('row', { name: /^Văn bản 1 0/ }).waitFor();
    await dialog.getByText('77/CV, 30/08/2025: Công văn đôn đốc').waitFor();
    await dialog.getByLabel('Người nạp').fill('Nguyễn Văn An');
    await dialog.getByRole('button', { name: 'Nạp vào máy này' }).click();
    await dialog.getByText('Đã nạp xong').waitFor();
    await dialog.getByRole('link', { name: 'Xem các lần nạp' }).click();
    await page.getByRole('row').filter({ hasText: 'Hải Phòng.kh02' }).first().waitFor();
  });
});
