import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DATABASE_NAME } from '#main/core/app.ts';
import { openDatabase } from '#main/db/open.ts';
import { beginningFolder } from '#tests/fixtures/empty/workspaces.ts';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { printedPages, squeezed } from './page-models/printed.ts';

let application: RunningApplication;
let page: Page;

/** One open week and no calendar, so that none of its cuts opens meanwhile. */
function oneWeek(): string {
  const folder = beginningFolder('a week of which nothing has arrived');
  const { write, close } = openDatabase(join(folder, DATABASE_NAME));
  write.exec('DELETE FROM calendar_revision');
  close();
  return folder;
}

beforeAll(async () => {
  application = await startApplication(oneWeek());
  page = await application.openPage({ route: '#/ky-va-lich' });
});
afterAll(() => application.close());

/** Chooses an act of the row of a cut and fills its dialog; waits until it is gone. */
async function act(
  name: string,
  fields: Readonly<Record<string, string>>,
  submit: string,
  { cut = 'Tuần', confirm }: { readonly cut?: string; readonly confirm?: RegExp } = {},
) {
  await page.getByRole('row').filter({ hasText: cut }).getByRole('button', { name: 'Sửa…' }).click();
  await page.getByRole('menuitem', { name }).click();
  const dialog = page.getByRole('dialog');
  for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label).fill(value);
  await dialog.getByLabel('Người thực hiện').fill('Trực ban');
  await dialog.getByRole('button', { name: submit }).click();
  // What may be a slip has to be confirmed.
  if (confirm !== undefined) {
    await dialog.getByText('Hãy đánh dấu để xác nhận').waitFor();
    await dialog.getByLabel(confirm).check();
    await dialog.getByRole('button', { name: submit }).click();
  }
  await dialog.waitFor({ state: 'detached' });
}

const row = () => page.getByRole('table').first().getByRole('row').last().innerText();

it('ticks the step of the first cut off as soon as one is open, before anything has come', async () => {
  const begin = await application.openPage({ route: '#/bat-dau' });
  const step = begin.getByRole('listitem').filter({ hasText: 'Mở kỳ báo cáo đầu tiên' });
  await step.getByText('Tuần 05/01/2026 đã mở, đang chờ số liệu; hạn 05/01/2026 16:00.').waitFor();
  await step.getByLabel('Đã xong').waitFor();
  await begin.close();
});

it('names an open cut, moves its due hour, closes it and opens it again', async () => {
  await expect.poll(row).toContain('Tuần 05/01/2026');
  await act('Đặt tên riêng…', { 'Tên riêng': 'đầu năm' }, 'Lưu');
  await expect.poll(row).toContain('Tuần 05/01/2026 (đầu năm)');
  await act('Dời hạn…', { 'Ngày hạn': '06/01/2026', 'Lý do': 'Bão' }, 'Lưu');
  await expect.poll(row).toContain('06/01/2026 16:00');
  await act('Chốt kỳ…', {}, 'Chốt số liệu', { confirm: /^Vẫn chốt dù mới có 0\/34 tỉnh/ });
  await expect.poll(row).toContain('đã chốt');
  await act('Mở lại kỳ…', { 'Lý do mở lại': 'Chốt nhầm' }, 'Mở lại');
  await expect.poll(row).toContain('hết hạn, chưa chốt');
  expect(application.problems).toEqual([]);
});

it('plans a single moment, and says what the change does before it is written', async () => {
  await page.getByRole('button', { name: 'Thêm thời điểm…' }).click();
  await page.getByLabel('Ngày', { exact: true }).fill('31/12/2090');
  await page.getByText(/^Thêm 1 kỳ, bỏ 0 kỳ/).waitFor();
  await page.getByLabel('Lý do').fill('Tổng kết');
  await page.getByLabel('Người thực hiện').last().fill('Trực ban');
  await page.getByRole('button', { name: 'Áp dụng lịch' }).click();
  await page.getByRole('cell', { name: 'Thời điểm 31/12/2090 09:00' }).waitFor();
  // What is planned has its name before it opens.
  await act('Đặt tên riêng…', { 'Tên riêng': 'cả kỳ' }, 'Lưu', { cut: 'Thời điểm 31/12/2090' });
  await page.getByRole('cell', { name: 'Thời điểm 31/12/2090 09:00 (cả kỳ)' }).waitFor();
  expect(application.problems).toEqual([]);
});

it('adds a week that shares days with another only when that is said', async () => {
  await page.getByRole('button', { name: 'Thêm kỳ…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Mã kỳ').fill('week-2026-01-07');
  await dialog.getByRole('button', { name: 'Thêm và mở' }).click();
  await dialog.getByText(/trùng ngày với week-2026-01-05, nên chưa được thêm/).waitFor();
  await dialog.getByRole('button', { name: 'Vẫn thêm' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('cell', { name: 'Tuần 07/01/2026' }).waitFor();
  expect(application.problems).toEqual([]);
});

it('says on one line what is collected, and the rest in a list that makes way for the dialog', async () => {
  const strip = page.getByRole('complementary', { name: 'Bức tranh và kỳ đang thu thập' });
  await page.getByRole('button', { name: 'Thêm kỳ…' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Mã kỳ').fill('week-2026-01-19');
  await form.getByRole('button', { name: 'Thêm và mở' }).click();
  await strip.getByText(/^Đang thu thập tuần 19\/01\/2026: 0\/34 tỉnh/).waitFor();
  await expect.poll(() => strip.getByText(/^Đang thu thập/).count()).toBe(1);
  await strip.getByRole('button', { name: 'và 1 kỳ khác đã mở, chưa chốt, 1 kỳ chờ chốt' }).click();
  const other = page.getByRole('listitem').filter({ hasText: 'Đang thu thập tuần 07/01/2026' });
  await other.getByRole('button', { name: 'Chốt hay đợi?' }).click();
  await page.getByRole('dialog', { name: /^tuần 07\/01\/2026/i }).waitFor();
  await other.waitFor({ state: 'detached' });
  expect(application.problems).toEqual([]);
});

it('says on every printed page of a cut that is collected that it is, and how far', async () => {
  const week = await application.openPage({ route: '#/so-lieu?cut=week-2026-01-19' });
  await week.getByText(/^Đang xem tuần 19\/01\/2026/).waitFor();
  const pages = printedPages(await week.pdf({ preferCSSPageSize: true }));
  expect(pages.length).toBeGreaterThan(0);
  for (const { text } of pages) expect(text).toContain(squeezed('đang thu thập: 0/34 tỉnh'));
  await week.close();
});

it('opens a month that is collected by its address, and says that it is', async () => {
  const calendar = await application.openPage({ route: '#/ky-va-lich' });
  await calendar.getByRole('button', { name: 'Thêm kỳ…' }).click();
  const form = calendar.getByRole('dialog');
  await form.getByLabel('Mã kỳ').fill('month-2026-01');
  await form.getByRole('button', { name: 'Thêm và mở' }).click();
  await form.waitFor({ state: 'detached' });
  const month = await application.openPage({ route: '#/?cut=month-2026-01' });
  await month.getByText(/^Đang xem tháng 01\/2026, kỳ chưa đủ: 0\/34 tỉnh/).waitFor();
  await expect
    .poll(() => month.getByRole('combobox', { name: 'Kỳ số liệu' }).inputValue())
    .toBe('Tháng 01/2026');
  await calendar.close();
  await month.close();
});
