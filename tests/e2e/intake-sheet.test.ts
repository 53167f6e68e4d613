import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OFFICE_FORMATS, writeOffice } from '#tests/fixtures/intake/office-formats.ts';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { unnamedControls } from './page-models/audit.ts';
import { dropFiles } from './page-models/intake-files.ts';
import { tabTo } from './page-models/keyboard.ts';

let application: RunningApplication;

beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application.close());

const SHEET = {
  name: 'Phụ lục',
  rows: [
    ['UBND THÀNH PHỐ HẢI PHÒNG', null, null, null, null],
    ['KẾT QUẢ TUẦN 29/12/2025', null, null, null, null],
    ['Mã xã', 'Tên xã', 'Kỳ', 'Thiết bị số', 'Cột lạ'],
    [null, 'Các phường', null, null, null],
    ['11446', 'Phường Phù Liễn', '29/12/2025', 'Ngon', 'a'],
    ['11629', 'Xã An Lão', '29/12/2025', 'Ngon', 'b'],
    ['11635', 'Xã An Trường', '29/12/2025', '7', 'c'],
    [null, 'Tổng hợp chung', '29/12/2025', 'Có', null],
  ],
  merges: ['A1:E1', 'A2:E2'],
};

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const row = (page: Page, number: number) =>
  page
    .getByRole('grid')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${number}`) }) });
const saysOfRow = (page: Page, number: number) => row(page, number).getByRole('rowheader').innerText();
const isRead = (page: Page) =>
  expect.poll(() => page.getByRole('grid').getAttribute('aria-busy')).toBe('false');

it('lets a clerk put a whole sheet right with the keyboard alone', async () => {
  const page = await application.openPage({ route: '#/so-lieu', width: 1366, height: 768 });
  await dropFiles(page, [{ name: 'bang.xlsx', bytes: writeOffice(OFFICE_FORMATS[0], [SHEET]) }]);
  const link = page.getByRole('link', { name: 'bang.xlsx' });
  await page.getByRole('row').filter({ has: link }).getByText('Cần trả lời').waitFor();
  await link.focus();
  await press(page, 'Enter');
  await page.getByRole('gridcell', { name: 'Phường Phù Liễn' }).waitFor();
  await expect.poll(() => saysOfRow(page, 1)).toContain('Phần đầu trang');
  await expect.poll(() => saysOfRow(page, 3)).toContain('Tiêu đề bảng');
  await expect.poll(() => saysOfRow(page, 4)).toContain('Dòng tên nhóm');
  await expect.poll(() => saysOfRow(page, 7)).toContain('Xã An Trường');
  await expect.poll(() => unnamedControls(page)).toEqual([]);

  // The word that nobody knows is asked about once, at its cell, for both its rows.
  await tabTo(page, 'Trang Phụ lục như trong tệp');
  await press(page, 'F8');
  const spot = page.getByRole('complementary', { name: 'Ô D5' });
  await spot.getByText('Trả lời một lần cho 2 dòng.').waitFor();
  await press(page, 'F6');
  const answer = spot.getByRole('combobox', { name: 'Chọn câu trả lời' }).first();
  await expect.poll(() => spot.evaluate((panel) => panel.contains(document.activeElement))).toBe(true);
  await answer.focus();
  await page.keyboard.type('Đạt');
  await page.getByRole('option', { name: 'Đạt', exact: true }).waitFor();
  await press(page, 'ArrowDown', 'Enter');
  await isRead(page);
  await expect
    .poll(() => page.getByRole('gridcell', { name: 'Ngon' }).first().getAttribute('data-severity'))
    .toBeNull();

  // A cell is written anew in its place, and that is taken back and done again.
  await press(page, 'F8');
  await page.getByRole('complementary', { name: 'Ô D7' }).waitFor();
  const cell = row(page, 7).locator('[data-column="3"]');
  await expect.poll(() => cell.getAttribute('aria-invalid')).toBe('true');
  await press(page, 'F2');
  await page.getByRole('textbox', { name: 'Giá trị thay cho ô D7' }).waitFor();
  await page.keyboard.type('Không');
  await press(page, 'Enter');
  await isRead(page);
  await expect.poll(() => cell.getAttribute('aria-invalid')).toBeNull();
  await expect.poll(() => cell.innerText()).toBe('Không');
  await press(page, 'Control+z');
  await expect.poll(() => cell.innerText()).toBe('7');
  await isRead(page);
  await press(page, 'Control+y');
  await expect.poll(() => cell.innerText()).toBe('Không');
  await isRead(page);

  // Rows are said to be something else, or left out; said again it is taken back.
  await press(page, 'ArrowDown', 't');
  await expect.poll(() => saysOfRow(page, 8)).toContain('Dòng tổng cộng');
  await isRead(page);
  await press(page, 'ArrowUp', 'Shift+ArrowUp', 'x');
  await expect.poll(() => saysOfRow(page, 6)).toContain('Bỏ ra bằng tay');
  await expect.poll(() => saysOfRow(page, 7)).toContain('Bỏ ra bằng tay');
  await isRead(page);
  await press(page, 'x');
  await expect.poll(() => saysOfRow(page, 7)).toContain('Xã An Trường');
  await isRead(page);

  // What a column holds is said where it stands.
  await press(page, 'End', 'k');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Cột E là');
  await page.keyboard.type('Ghi chu');
  await page.getByRole('option', { name: 'Ghi chú', exact: true }).first().waitFor();
  await press(page, 'ArrowDown', 'Enter');
  await isRead(page);
  await expect.poll(() => page.getByRole('columnheader', { name: /^E/ }).innerText()).toContain('Ghi chú');
  await press(page, 'Control+z');
  await isRead(page);

  await press(page, 'Control+f');
  await page.keyboard.type('an lao');
  await page.getByText('Tìm thấy 1 dòng').waitFor();
  await expect.poll(() => page.getByRole('grid').getByRole('rowheader').count()).toBe(1);
  await press(page, 'Escape', 'Enter');
  await page.getByText('8 dòng', { exact: true }).waitFor();
  await page.getByText('Sẵn sàng ghi').waitFor();
  expect(application.problems).toEqual([]);
});

it('shows a table whose header is not found, and reads it by the rows that a person names', async () => {
  const page = await application.openPage({
    route: '#/so-lieu',
    width: 1920,
    height: 1080,
    colorScheme: 'dark',
  });
  const text = 'Báo cáo tuần 29/12/2025\nĐịa bàn;Mục A\nPhường Phù Liễn;Có\nXã An Lão;Không\n';
  await dropFiles(page, [{ name: 'la.csv', bytes: Buffer.from(text) }]);
  await page.getByRole('row').filter({ hasText: 'la.csv' }).getByText('Có lỗi').waitFor();
  await page.getByRole('link', { name: 'la.csv' }).click();
  await page.getByRole('gridcell', { name: 'Địa bàn' }).click();
  await press(page, 'h');
  await expect.poll(() => saysOfRow(page, 2)).toContain('Tiêu đề bảng');
  await isRead(page);
  for (const [column, words, option] of [
    ['A', 'Ten don vi', 'Tên đơn vị'],
    ['B', 'thiet bi', /^Giá trị: /],
  ] as const) {
    await page.getByRole('columnheader', { name: new RegExp(`^${column}`) }).click();
    await press(page, 'k');
    await page.keyboard.type(words);
    await page.getByRole('option', { name: option }).first().waitFor();
    await press(page, 'ArrowDown', 'Enter');
    await isRead(page);
  }
  await expect.poll(() => saysOfRow(page, 3)).toContain('Phường Phù Liễn');
  expect(application.problems).toEqual([]);
});
