import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { unnamedControls } from './page-models/audit.ts';
import { frameOf } from './page-models/frame.ts';

let application: RunningApplication;

beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application.close());

const linesOf = (page: Page) => page.getByRole('list', { name: 'Danh sách cảnh báo' }).getByRole('listitem');
const tabOf = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name} \\d`) });

const wordsOf = async (place: Locator) => (await place.innerText()).split('\n').filter(Boolean);

/** The number at the end of a tab's name: 'Cần xử lý 578' -> 578. */
async function countOf(page: Page, name: string): Promise<number> {
  const text = (await tabOf(page, name).innerText()).replace(/\D/g, '');
  return Number(text);
}

it('is worked through by keyboard alone: choose, take with a note, read the history, hand over', async () => {
  const page = await application.openPage({ route: '#/canh-bao', width: 1366, height: 768 });
  await linesOf(page).first().waitFor();
  const waiting = await countOf(page, 'Cần xử lý');
  for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
  await page.getByText('Đã chọn 2').waitFor();
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog', { name: 'Tiếp nhận 2 cảnh báo' });
  await dialog.getByLabel('Nội dung').and(page.locator(':focus')).waitFor();
  await page.keyboard.type('Đã giao Sở Khoa học và Công nghệ');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Nguyễn Thị Lan');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Đã ghi cho 2 cảnh báo.').waitFor();
  await page.getByRole('button', { name: `Cần xử lý ${waiting - 2}` }).waitFor();
  await expect.poll(() => countOf(page, 'Đã tiếp nhận')).toBe(2);

  await tabOf(page, 'Đã tiếp nhận').click();
  await linesOf(page).filter({ hasText: 'Nguyễn Thị Lan: Đã giao Sở' }).first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const detail = frameOf(page).panel('Chi tiết cảnh báo');
  await detail.getByRole('heading', { name: 'Vì sao?' }).waitFor();
  await detail.getByText('Đã giao Sở Khoa học và Công nghệ').waitFor();
  await page.keyboard.press('Escape');
  await detail.waitFor({ state: 'hidden' });

  await page.getByRole('link', { name: 'Phiếu giao ca' }).click();
  const handled = page.getByRole('listitem').filter({ hasText: 'Nguyễn Thị Lan, tiếp nhận' });
  await handled.first().waitFor();
  await expect.poll(() => handled.count()).toBe(2);
  await expect.poll(() => unnamedControls(page)).toEqual([]);
  expect(application.problems).toEqual([]);
  await page.close();
});

it('asks for a note and a person before anything is written', async () => {
  const page = await application.openPage({ route: '#/canh-bao' });
  await linesOf(page).first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: /Hoãn 1 cảnh báo/ });
  await dialog.getByRole('button', { name: /Ghi lại/ }).click();
  await dialog.getByText('Cần điền').first().waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(() => countOf(page, 'Tạm hoãn')).toBe(0);
  await page.close();
});

it('keeps a filter under a name and brings it back', async () => {
  const page = await application.openPage({ route: '#/canh-bao' });
  await linesOf(page).first().waitFor();
  await page.getByLabel('Tìm theo tên').fill('lai chau');
  await page.waitForURL(/text=lai/);
  await page.getByRole('button', { name: 'Bộ lọc đã lưu' }).click();
  await page.getByLabel('Lưu bộ lọc này…').fill('Lai Châu');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Lai Châu', exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Bỏ lọc', exact: true }).click();
  await page.waitForURL((url) => !url.hash.includes('text='));
  await page.getByRole('button', { name: 'Bộ lọc đã lưu' }).click();
  await page.getByRole('button', { name: 'Lai Châu', exact: true }).click();
  await page.waitForURL(/text=lai/);
  await page.close();
});

it('shows an older cut as it stood and lets nobody act on it', async () => {
  const page = await application.openPage({
    route: '#/canh-bao?cut=moment-2025-07-31T1600&rule=coverageLow',
  });
  await linesOf(page).filter({ hasText: 'độ phủ xanh 5,36% (3/56)' }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect
    .poll(() => page.getByRole('button', { name: 'Tiếp nhận', exact: true }).isDisabled())
    .toBe(true);
  await page.keyboard.press('a');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  await page.getByRole('button', { name: 'Về bức tranh' }).click();
  await page.waitForURL((url) => !url.hash.includes('cut='));
  await page.close();
});

it('reads a long list page by page as one goes on, and acts on the whole of it', async () => {
  const page = await application.openPage({ route: '#/canh-bao?state=open', width: 1366, height: 768 });
  await linesOf(page).first().waitFor();
  await expect.poll(() => countOf(page, 'Tất cả đang mở')).toBeGreaterThan(200);
  const total = await countOf(page, 'Tất cả đang mở');
  await expect.poll(() => linesOf(page).first().getAttribute('aria-setsize')).toBe(String(total));
  await page.keyboard.press('j');
  await page.keyboard.press('End');
  const last = page.locator(`li[aria-posinset="${total}"]`);
  await last.getByRole('button').and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Home');
  await linesOf(page).first().getByRole('button').and(page.locator(':focus')).waitFor();
  await page.close();

  const other = await application.openPage({ route: '#/canh-bao?state=open', width: 1366, height: 768 });
  await linesOf(other).first().waitFor();
  await other.getByLabel(/^Chọn tất cả/).click();
  await other.getByText(`Đã chọn ${total}`).waitFor();
  await other.getByRole('button', { name: 'Ghi chú', exact: true }).click();
  await other.getByRole('dialog', { name: `Ghi chú vào ${total} cảnh báo` }).waitFor();
  expect(application.problems).toEqual([]);
  await other.close();
});

it('groups a list that has not been read to its end under provinces, the fullest first', async () => {
  const page = await application.openPage({
    route: '#/canh-bao?state=open&grouped',
    width: 1366,
    height: 768,
  });
  const headings = linesOf(page).getByRole('heading');
  await headings.first().waitFor();
  const facet = frameOf(page).panel('Theo tỉnh, thành phố').getByRole('button').first();
  const [name, count] = await wordsOf(facet);
  await expect.poll(() => wordsOf(headings.first())).toEqual([name, count]);
  const total = await countOf(page, 'Tất cả đang mở');
  const lines = async () => Number(await linesOf(page).first().getAttribute('aria-setsize'));
  await expect.poll(lines).toBeGreaterThan(total);
  await page.close();
});
