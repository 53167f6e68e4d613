import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DATABASE_NAME } from '#main/core/app.ts';
import { openDatabase } from '#main/db/open.ts';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';
import { unnamedControls } from './page-models/audit.ts';
import { frameOf } from './page-models/frame.ts';

let application: RunningApplication;

beforeAll(async () => {
  const folder = filledFolder();
  const { write, close } = openDatabase(join(folder, DATABASE_NAME));
  write.exec(`UPDATE cut SET label = 'Tổng kết' WHERE code = 'month-2025-11'`);
  close();
  application = await startApplication(folder);
});
afterAll(() => application.close());

it.each(['phu lien', 'Phù Liễn', '11446'])('finds Phường Phù Liễn first by %s', async (words) => {
  const page = await application.openPage();
  const { search } = frameOf(page);
  await search.find(words);
  await search.hits.filter({ hasText: 'Phường Phù Liễn' }).first().waitFor();
  await expect.poll(() => search.hits.first().textContent()).toBe('Phường Phù LiễnTP. Hải Phòng');
  await page.close();
});

it('says so when the search finds nothing', async () => {
  const page = await application.openPage();
  const { search } = frameOf(page);
  await search.find('zzzz');
  await search.dialog.getByText('Không tìm thấy “zzzz”').waitFor();
  await page.close();
});

it('runs commands from the palette and speaks the other language afterwards', async () => {
  const page = await application.openPage();
  const { search } = frameOf(page);
  await search.find('chuyen sang tieng anh');
  await search.hits.first().filter({ hasText: 'Chuyển sang tiếng Anh' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  await page.getByText('ILLUSTRATIVE DATA', { exact: true }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
  await page.close();
});

it('lists the keys of every command, and goes by them', async () => {
  const page = await application.openPage();
  const { title, search } = frameOf(page);
  await title.waitFor();
  await page.keyboard.press('?');
  for (const row of [
    'Mở chế độ màn hình lớnAlt W',
    'Xem phím tắt?F1',
    'Đến từng màn hình theo thứ tựAlt 1…Alt 9',
  ])
    await search.dialog.locator('div', { hasText: row }).last().waitFor();
  await page.keyboard.press('Escape');
  await search.dialog.waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+b');
  await page.getByRole('button', { name: 'Mở rộng cột màn hình' }).waitFor();
  await page.keyboard.press('Alt+9');
  await expect.poll(() => title.textContent()).toBe('Dự báo');
  await page.close();
});

it('keeps the dark appearance after the page is loaded again', async () => {
  const page = await application.openPage();
  await page.getByRole('button', { name: 'Nền tối' }).click();
  await page.reload();
  await page.getByRole('button', { name: 'Nền sáng' }).waitFor();
  await expect.poll(() => page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
  await page.close();
});

it('carries the cut from screen to screen and goes back and forward through it', async () => {
  const page = await application.openPage({ route: '#/?cut=week-2025-08-04' });
  const frame = frameOf(page);
  await frame.screen('Nhiệm vụ').click();
  await page.waitForURL(/#\/nhiem-vu\?cut=week-2025-08-04/);
  await expect.poll(() => frame.cut.inputValue()).toBe('Tuần 04/08/2025');
  await page.keyboard.press('Alt+Comma');
  await page.waitForURL(/cut=moment-2025-07-31T1600/);
  await page.goBack();
  await page.waitForURL(/#\/nhiem-vu\?cut=week-2025-08-04/);
  await expect.poll(() => frame.cut.inputValue()).toBe('Tuần 04/08/2025');
  await page.goBack();
  await page.waitForURL(/#\/\?cut=week-2025-08-04/);
  await page.goForward();
  await expect.poll(() => frame.title.textContent()).toBe('Nhiệm vụ');
  await page.close();
});

it('understands a day as a cut, and says so when it knows none', async () => {
  const page = await application.openPage({ route: '#/?cut=2025-07-31' });
  const frame = frameOf(page);
  await frame.mark.waitFor();
  await expect.poll(() => frame.cut.inputValue()).toBe('Thời điểm 31/07/2025 16:00');
  const address = page.url();
  await page.goto(address.replace('2025-07-31', 'week-1999-01-04'));
  await page.getByText('Không có kỳ số liệu này; đang hiện kỳ của bức tranh.').waitFor();
  await page.close();
});

it('opens a month by its address, and goes from month to month', async () => {
  const page = await application.openPage({ route: '#/chi-tieu?cut=th%C3%A1ng 12/2025' });
  const frame = frameOf(page);
  await expect.poll(() => frame.cut.inputValue()).toBe('Tháng 12/2025');
  await page.keyboard.press('Alt+Comma');
  await page.waitForURL(/#\/chi-tieu\?cut=month-2025-11/);
  await expect.poll(() => frame.cut.inputValue()).toBe('Tháng 11/2025 (Tổng kết)');
  await expect.poll(() => page.getByText('Không có kỳ số liệu này').count()).toBe(0);
  await page.close();
  // Sentences call it by its own name as well.
  const named = await application.openPage({ route: '#/chi-tieu/applications_online?cut=month-2025-11' });
  await named.getByText('Số liệu của kỳ tháng 11/2025 (Tổng kết)').waitFor();
  await named.close();
  // What is of weeks stands at the last one before the end of the month.
  const compared = await application.openPage({ route: '#/so-sanh?cut=month-2025-11' });
  await expect
    .poll(() => compared.getByRole('combobox', { name: 'Đến kỳ' }).inputValue())
    .toMatch(/^Tuần 24\/11\/2025/);
  await compared.close();
});

it('opens the list of shortcuts with a question mark, but not while somebody types', async () => {
  const page = await application.openPage({ route: '#/nhiem-vu' });
  const field = page.getByLabel('Tìm theo tên, mã, cơ quan');
  await field.fill('x');
  await field.press('?');
  await expect.poll(() => field.inputValue()).toBe('x?');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  await field.blur();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Phím tắt' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.close();
});

it.each(['/', '/nhiem-vu', '/nhiem-vu/1.08', '/don-vi/11446', '/don-vi/31', '/canh-bao'])(
  'gives every control of %s a name, marks the page as illustrative and has one main heading',
  async (path) => {
    const page = await application.openPage({ route: `#${path}` });
    const frame = frameOf(page);
    await frame.main.getByRole('region').first().waitFor();
    await expect.poll(() => unnamedControls(page)).toEqual([]);
    await expect.poll(() => frame.mark.count()).toBe(1);
    await expect.poll(() => frame.title.count()).toBe(1);
    expect(application.problems).toEqual([]);
    await page.close();
  },
);
