import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { frameOf } from './page-models/frame.ts';

const PUBLISHED = '#/?cut=moment-2025-07-31T1600';
let application: RunningApplication;

beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application.close());

it('shows the published national figures of 31 July 2025 at 16:00', async () => {
  const page = await application.openPage({ route: PUBLISHED });
  const figures = frameOf(page).panel('Số liệu toàn quốc');
  await figures.waitFor();
  const text = async () => (await figures.innerText()).replace(/\s+/g, ' ');
  for (const words of [
    '1.981 trên 3.321 đơn vị cấp xã',
    '59,65% 8 tỉnh đủ 100%, 13 trên 70%',
    'Tiến độ 34 tỉnh, thành phố X Xanh: 34 V Vàng: 0 Đ Đỏ: 0',
    'Nhiệm vụ quá hạn 6 ',
  ])
    await expect.poll(text).toContain(words);
  await page.close();
});

it('ranks the provinces and says plainly which overdue tasks have no group', async () => {
  const page = await application.openPage({ route: PUBLISHED });
  const frame = frameOf(page);
  const rows = frame.panel('Xếp hạng độ phủ xanh').getByRole('listitem');
  await rows.first().waitFor();
  await expect.poll(() => rows.count()).toBe(34);
  // Eight provinces stand at 100%: all are first, and the next one is the ninth.
  for (let at = 0; at < 8; at += 1) await expect.poll(() => rows.nth(at).textContent()).toMatch(/^1\D/);
  // One column, one number of decimals.
  await expect.poll(() => rows.nth(0).textContent()).toContain('100,00%');
  await expect.poll(() => rows.nth(8).textContent()).toMatch(/^9\D/);
  await expect.poll(() => rows.nth(33).textContent()).toContain('Cao Bằng5,36%3/56');
  await expect.poll(() => rows.nth(32).textContent()).toContain('Lai Châu7,89%3/38');
  await frame
    .panel('Các nhóm nhiệm vụ')
    .getByText(/^2 nhiệm vụ quá hạn chưa rõ nhóm/)
    .waitFor();
  await page.close();
});

it('shows the change since the cut before, and none at the first cut', async () => {
  const page = await application.openPage({ route: '#/?cut=week-2025-06-30' });
  const figures = frameOf(page).panel('Số liệu toàn quốc');
  await figures.getByText('Chưa có kỳ trước').first().waitFor();
  await page.keyboard.press('Alt+Period');
  await figures.getByText('so với kỳ trước').first().waitFor();
  expect(application.problems).toEqual([]);
  await page.close();
});

it('offers the trend as a table', async () => {
  const page = await application.openPage();
  const trend = frameOf(page).panel('Diễn biến toàn quốc');
  await trend.getByRole('button', { name: /^Xem dạng bảng/ }).click();
  const rows = trend.getByRole('row');
  await rows.nth(1).waitFor();
  await expect.poll(() => rows.count()).toBe(29);
  await expect
    .poll(() => trend.getByRole('row', { name: /^31\/07\/2025 16:00/ }).innerText())
    .toContain('59,65%');
  await page.close();
});
