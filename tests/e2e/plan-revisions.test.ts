import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { openWebClient } from '#tests/setup/web-client.ts';
import { unnamedControls } from './page-models/audit.ts';

const WHO = 'Trần Văn Bình';
const SIZE = { width: 1366, height: 768 };
const EXTENDED = 'hạn 31/03/2026, gia hạn từ 30/06/2025';

let application: RunningApplication;
beforeAll(async () => {
  application = await startApplication();
  const { client, socket } = await openWebClient(application.door);
  await client.settings.set({ personName: WHO });
  socket.close();
});
afterAll(() => application.close());

/** A field of the form of what is chosen, where the list beside it has none of that name. */
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

it('extends a deadline and retires an indicator: drafted, checked, previewed, saved, seen', async () => {
  const page = await application.openPage({ ...SIZE, route: '#/ke-hoach?phan=tasks&muc=1.02' });
  await page.getByRole('button', { name: 'Sửa kế hoạch' }).click();
  await page.getByRole('button', { name: 'Gia hạn' }).click();
  await expect.poll(() => page.getByText('Còn để trống. Hãy điền.').count()).toBe(3);
  await field(page, 'Thời hạn mới').fill('31/03/2026');
  await field(page, 'Số văn bản').fill('12/QĐ-BCĐ');
  await field(page, 'Lý do').fill('Chờ nghị định');
  await page.getByRole('link', { name: EXTENDED }).waitFor();
  await expect.poll(() => unnamedControls(page)).toEqual([]);

  // A threshold that contradicts its neighbour is told at its field, and goes with what is wrong.
  await page.getByRole('tab', { name: 'Chỉ tiêu' }).click();
  await page.getByRole('link', { name: /Máy tính, thiết bị số/ }).click();
  await field(page, 'VÀNG từ').fill('95');
  const wrong = page.locator('[data-path$=".yellowFrom"]').getByText('phải thấp hơn ngưỡng XANH');
  await wrong.waitFor();
  await page.getByRole('tab', { name: /Bản nháp \(2, 1 chỗ phải sửa\)/ }).click();
  await page.getByRole('link', { name: /VÀNG từ/ }).click();
  await field(page, 'VÀNG từ').fill('70');
  await expect.poll(() => wrong.count()).toBe(0);
  await page.getByRole('button', { name: 'Ngừng từ ngày 29/12/2025' }).click();

  // The draft outlives leaving the screen and the window.
  await page.goto(`${application.address}#/nhiem-vu`);
  await page.getByRole('heading', { level: 1, name: 'Nhiệm vụ' }).waitFor();
  await page.reload();
  await page.goto(`${application.address}#/ke-hoach?phan=draft`);
  await page.getByText('12/QĐ-BCĐ').waitFor();
  await page.getByText('1/1 kỳ đang mở sẽ có đơn vị đổi màu.').waitFor();
  await expect.poll(() => field(page, 'Người thực hiện').inputValue()).toBe(WHO);
  await field(page, 'Lý do, căn cứ').fill('Theo 12/QĐ-BCĐ');
  await page.getByRole('button', { name: 'Lưu và áp dụng' }).click();

  // Who, why and what, in the history; the deadline on the screen of tasks; the indicator with its last day.
  const newest = page.getByRole('listitem').filter({ hasText: 'Bản sửa đổi số 2' });
  await newest.getByText('Theo 12/QĐ-BCĐ').waitFor();
  await newest.getByText(`${WHO} · áp dụng từ ngày 29/12/2025`).waitFor();
  await newest.getByRole('button', { name: 'Khác bản số 1' }).click();
  await newest
    .getByText('Đến 31/03/2026, có hiệu lực từ 29/12/2025, theo 12/QĐ-BCĐ: Chờ nghị định')
    .waitFor();
  await page.goto(`${application.address}#/ke-hoach?phan=indicators&muc=devices`);
  await page.getByText('ngừng từ 29/12/2025').waitFor();
  await page.goto(`${application.address}#/nhiem-vu?q=1.02`);
  await page.getByRole('cell', { name: '31/03/2026' }).waitFor();
  expect(application.problems).toEqual([]);
  await page.close();
});
