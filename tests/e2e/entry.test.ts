import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { openWebClient } from '#tests/setup/web-client.ts';
import { unnamedControls } from './page-models/audit.ts';

let application: RunningApplication;

/** Who sits at this machine. */
async function sit(personName: string): Promise<void> {
  const { client, socket } = await openWebClient(application.door);
  await client.settings.set({ personName });
  socket.close();
}

beforeAll(async () => {
  application = await startApplication();
  await sit(WHO);
});
afterAll(() => application.close());

const WEEK = 'week-2025-12-29';
const GRID = `#/nhap-lieu?tinh=31&ky=${WEEK}`;
const WHO = 'Lê Thị An';

const cellAt = (page: Page, row: number, column: number) =>
  page.locator(`[data-row="${row}"][data-column="${column}"]`);
/** Where the keyboard is. */
const activeOf = (page: Page) =>
  page.evaluate(() => {
    const cell = document.activeElement?.closest<HTMLElement>('[data-column]');
    return cell == null ? null : [Number(cell.dataset.row), Number(cell.dataset.column)];
  });
/** The text of a cell, also while the keyboard is in it. */
const textOf = (page: Page, row: number, column: number) =>
  cellAt(page, row, column).evaluate(
    (cell) => cell.querySelector('input')?.value ?? cell.firstElementChild?.textContent ?? '',
  );

async function openGrid(page: Page): Promise<void> {
  await page.getByRole('grid').waitFor();
}

async function toFirstCell(page: Page): Promise<void> {
  await cellAt(page, 0, 0).click();
  await page.keyboard.press('Control+Home');
  await expect.poll(() => activeOf(page)).toEqual([0, 0]);
}

/** The next test begins with a grid in which nobody has typed. */
async function dropDraft(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ bản nháp' }).click();
  await page.getByText('Chưa gõ gì').waitFor();
  expect(application.problems).toEqual([]);
  await page.close();
}

/** As Excel puts a block of cells on the clipboard. */
async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate((block) => {
    const data = new DataTransfer();
    data.setData('text/plain', block);
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

it('is walked and written in by the keyboard alone, judged at the cell, and takes steps back', async () => {
  const page = await application.openPage({ route: GRID, width: 1366, height: 768 });
  await openGrid(page);
  await toFirstCell(page);
  await expect.poll(() => textOf(page, 0, 0)).toBe('Có');
  await page.keyboard.type('k');
  await page.keyboard.press('Enter');
  await expect.poll(() => activeOf(page)).toEqual([1, 0]);
  await expect.poll(() => textOf(page, 0, 0)).toBe('Không');
  await page.keyboard.type('có lẽ');
  await page.getByText('“có lẽ” không phải Có/Không').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => cellAt(page, 1, 0).getAttribute('data-mark')).toBeNull();
  await page.keyboard.type('có lẽ');
  await page.keyboard.press('Tab');
  await expect.poll(() => activeOf(page)).toEqual([1, 1]);
  await expect.poll(() => cellAt(page, 1, 0).getAttribute('data-mark')).toBe('error');
  await page.getByText('2 ô nháp · 1 ô lỗi').waitFor();

  await page.keyboard.press('Control+End');
  await expect.poll(async () => (await activeOf(page))?.[0]).toBeGreaterThan(50);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(() => page.locator('[aria-selected="true"]').count()).toBe(4);
  await page.keyboard.press('Delete');
  await page.getByText('Chưa gõ gì').waitFor();
  await expect.poll(() => textOf(page, 0, 0)).toBe('Có');
  await page.keyboard.press('Control+z');
  await page.getByText('2 ô nháp · 1 ô lỗi').waitFor();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.getByText('Chưa gõ gì').waitFor();
  await page.keyboard.press('Control+y');
  await page.getByText('1 ô nháp · 0 ô lỗi').waitFor();
  await page.keyboard.press('F6');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Ô đang chọn');
  await expect.poll(() => unnamedControls(page)).toEqual([]);
  await dropDraft(page);
});

it('takes a block from Excel, says of every cell that did not fit, and gives cells back out', async () => {
  const route = '#/nhap-lieu?tinh=31&ky=month-2025-12';
  const page = await application.openPage({ route, width: 1366, height: 768 });
  await openGrid(page);
  await toFirstCell(page);
  await pasteText(page, '"1.234"\t2.500\r\n\t\r\n12\t"mười ""hai"""\r\n');
  await page.getByText('Đã dán 4 ô.').waitFor();
  await expect.poll(() => textOf(page, 2, 1)).toBe('mười "hai"');
  await expect.poll(() => cellAt(page, 2, 1).getAttribute('data-mark')).toBe('error');
  await page.keyboard.press('Control+End');
  await expect.poll(async () => (await activeOf(page))?.[1]).toBeGreaterThan(5);
  await pasteText(page, '5\t6\r\n7\t8');
  const rest = page.getByRole('alert', { name: '3 ô dán không có chỗ' });
  await rest.getByText('dòng 1, cột 2 của khối dán: “6”').waitFor();
  await rest.getByText('dòng 2, cột 1 của khối dán: “7”').waitFor();
  await rest.getByRole('button', { name: 'Đã xem' }).click();

  // The first rows are not drawn while the last ones are looked at.
  await page.locator('[data-row][data-column]').last().click();
  await page.keyboard.press('Control+Home');
  await expect.poll(() => activeOf(page)).toEqual([0, 0]);
  await page.keyboard.press('Shift+ArrowRight');
  const copied = () =>
    page.evaluate(() => {
      const data = new DataTransfer();
      const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
      return data.getData('text/plain');
    });
  await expect.poll(copied).toBe('1.234\t2.500');
  await dropDraft(page);
});

it('leaves the keys of an input method alone, and takes the word it gives', async () => {
  const page = await application.openPage({ route: GRID, width: 1366, height: 768 });
  await openGrid(page);
  await toFirstCell(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'khô', selectionStart: 3, selectionEnd: 3 });
  for (const key of ['ArrowDown', 'Enter']) await page.keyboard.press(key);
  await expect.poll(() => activeOf(page)).toEqual([0, 0]);
  await session.send('Input.insertText', { text: 'không' });
  await expect.poll(() => textOf(page, 0, 0)).toBe('không');
  await page.keyboard.press('Enter');
  await expect.poll(() => textOf(page, 0, 0)).toBe('Không');
  await dropDraft(page);
});

it('shows beside the cell what somebody else is typing into it', async () => {
  const first = await application.openPage({ route: GRID, width: 1366, height: 768 });
  const second = await application.openPage({ route: GRID, width: 1366, height: 768 });
  for (const page of [first, second]) {
    await openGrid(page);
    await toFirstCell(page);
  }
  await second.getByRole('button', { name: WHO }).click();
  await second.getByRole('form').getByLabel('Người nhập').fill('Phạm Bình');
  await second.getByRole('button', { name: 'Bắt đầu nhập' }).click();
  await second.getByRole('grid').waitFor();
  await cellAt(first, 4, 2).click();
  await first.keyboard.type('có lẽ');
  await first.keyboard.press('Enter');
  await second.getByText(`${WHO} cũng đang nhập bảng này: 1 ô nháp`).waitFor();
  await cellAt(second, 4, 2).click();
  await second.getByText(new RegExp(`${WHO} gõ “có lẽ” lúc`)).waitFor();
  await first.keyboard.press('Control+z');
  await first.getByText('Chưa gõ gì').waitFor();
  expect(application.problems).toEqual([]);
  await first.close();
  await second.close();
});

it('says of a cut that nobody knows that there is none', async () => {
  const page = await application.openPage({ route: '#/nhap-lieu?tinh=31&ky=week-2096-01-02' });
  await page.getByText(/Không có kỳ số liệu/).waitFor();
  await page.close();
});

it('keeps a draft over a crash of the host and commits it as a run that is undone like a file', async () => {
  await sit(WHO);
  const page = await application.openPage({ route: GRID, width: 1366, height: 768 });
  await openGrid(page);
  await toFirstCell(page);
  await expect.poll(() => textOf(page, 2, 0)).toBe('Có');
  await cellAt(page, 2, 0).click();
  await page.keyboard.type('0');
  await page.keyboard.press('Enter');
  await page.getByText(/Đã lưu nháp \d\d:\d\d/).waitFor();
  await expect.poll(() => cellAt(page, 2, 0).getAttribute('data-typed')).toBe('true');
  await page.close();
  await application.stopHost();
  const folder = application.dataFolder;
  await application.close();
  application = await startApplication(folder);

  const again = await application.openPage({ route: '#/nhap-lieu', width: 1366, height: 768 });
  await again.getByRole('link', { name: new RegExp(`TP. Hải Phòng.*${WHO}`) }).click();
  await again.getByRole('grid').waitFor();
  await expect.poll(() => textOf(again, 2, 0)).toBe('Không');
  await again.getByRole('button', { name: /^Xem và ghi/ }).click();
  const dialog = again.getByRole('dialog');
  await dialog.getByText('trước Có, nay Không').first().waitFor();
  await dialog.getByRole('button', { name: /^Ghi \d/ }).click();
  await again.getByText('Đã ghi TP. Hải Phòng').waitFor();
  await again.getByText('Chưa gõ gì').waitFor();
  await expect.poll(() => textOf(again, 2, 0)).toBe('Không');

  await again.goto(`${application.address}#/so-lieu/cac-lan-nap`);
  const row = again.getByRole('row').filter({ hasText: 'Nhập tay: TP. Hải Phòng' });
  await row.getByText('Nạp, nhập tay').waitFor();
  await row.getByRole('button', { name: /^Hoàn tác/ }).click();
  await again.getByRole('dialog').getByRole('button', { name: 'Hoàn tác', exact: true }).click();
  await row.getByText('Đã hoàn tác').first().waitFor();
  expect(application.problems).toEqual([]);
  await again.close();
});

it('takes what a province says of its tasks, by keyboard and from Excel, and commits it as one run', async () => {
  const route = `#/nhap-lieu?tinh=31&ky=${WEEK}`;
  const page = await application.openPage({ route, width: 1366, height: 768 });
  await openGrid(page);
  await page.getByText('Tiến độ nhiệm vụ', { exact: true }).click();
  await page.getByText(/nhiệm vụ · hạn/).waitFor();
  await toFirstCell(page);
  await page.keyboard.type('2');
  await page.keyboard.press('Tab');
  await expect.poll(() => textOf(page, 0, 0)).toBe('Đang thực hiện');
  await page.keyboard.type('120');
  await page.getByText('Tiến độ 120% nằm ngoài khoảng cho phép').waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => cellAt(page, 0, 1).getAttribute('data-mark')).toBe('error');
  await page.keyboard.press('ArrowLeft');
  await pasteText(page, 'Đã hoàn thành\t100%\t01/02/2099\r\n');
  await page.getByText('Đã dán 3 ô.').waitFor();
  await page
    .getByText(/01\/02\/2099/)
    .first()
    .waitFor();
  await expect.poll(() => cellAt(page, 1, 2).getAttribute('data-mark')).toBe('error');
  await toFirstCell(page);
  await page.getByRole('button', { name: '4 Đang vướng mắc' }).click();
  await expect.poll(() => textOf(page, 0, 0)).toBe('Đang vướng mắc');
  await cellAt(page, 0, 1).click();
  await page.keyboard.type('35');
  await page.keyboard.press('Enter');
  await page.getByText(/[1-9] ô lỗi/).waitFor();
  await expect.poll(() => unnamedControls(page)).toEqual([]);
  await page.getByRole('button', { name: /Xem và ghi/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/Nhiệm vụ: .* thay đổi|Nhiệm vụ: 1 báo cáo mới/).waitFor();
  await dialog.getByRole('checkbox', { name: /Chỉ ghi các ô hợp lệ/ }).check();
  // Overdue, and no cause given.
  await dialog.getByRole('checkbox', { name: /Tôi đã xem 1 điều/ }).check();
  await dialog.getByRole('button', { name: 'Ghi 1 mục' }).click();
  await page.getByText(/Đã ghi Thành phố Hải Phòng|Đã ghi TP. Hải Phòng/).waitFor();
  await expect.poll(() => textOf(page, 0, 1)).toBe('35%');
  await dropDraft(page);
});
