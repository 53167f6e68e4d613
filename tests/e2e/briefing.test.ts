import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';

const CUT = 'cut=moment-2025-07-31T1600';
const TREND = 'Tỷ lệ xã báo cáo XANH và tỷ lệ xã vận hành XANH của cả nước qua các kỳ số liệu';
let application: RunningApplication;

beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application.close());

it('lists the twelve pages of the national briefing and previews one with its source', async () => {
  const page = await application.openPage({ route: `#/bao-cao?${CUT}` });
  const pages = page.getByRole('list', { name: 'Các trang' });
  await pages.getByRole('listitem').nth(11).waitFor();
  await expect.poll(() => pages.getByRole('listitem').count()).toBe(12);
  const preview = page.getByRole('article');
  await preview.getByText('Số liệu đến 31/07/2025 16:00').waitFor();
  await expect.poll(() => preview.innerText()).toContain('SỐ LIỆU MINH HỌA');
  await pages.getByRole('button').nth(4).click();
  await preview.getByRole('img').waitFor();
  await page.close();
});

it('moves a page by keyboard, renames it, and exports the slides in that order', async () => {
  const page = await application.openPage({ route: `#/bao-cao?${CUT}`, width: 1366, height: 768 });
  const pages = page.getByRole('list', { name: 'Các trang' });
  await pages.getByRole('listitem').nth(11).waitFor();
  const first = pages.getByRole('listitem').nth(0).getByRole('button').first();
  await first.focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => pages.getByRole('listitem').count()).toBe(11);
  await pages.getByRole('listitem').nth(0).getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('textbox', { name: 'Tiêu đề', exact: true }).fill('Bản đồ do chúng tôi đặt tên');
  await pages.getByRole('listitem').nth(1).getByText('Bản đồ do chúng tôi đặt tên').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Bản trình chiếu', exact: true }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^kh02_national_viet-nam_2025-07-31_[0-9a-f]{8}\.pptx$/);
  const slides = unzipSync(readFileSync(await file.path()));
  expect(Buffer.from(slides['ppt/slides/slide2.xml'] ?? []).toString()).toContain(
    'Bản đồ do chúng tôi đặt tên',
  );
  expect(Object.keys(slides).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(11);
  await page.getByText(/^Đã xuất: kh02_national/).waitFor();
  await page.close();
});

it('takes a chart of another screen into the briefing', async () => {
  const page = await application.openPage({ route: `#/?${CUT}` });
  await page.getByRole('button', { name: `Thêm vào báo cáo: ${TREND}` }).click();
  await page.getByRole('button', { name: `Đã thêm vào báo cáo: ${TREND}` }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Báo cáo', exact: true }).click();
  const pages = page.getByRole('list', { name: 'Các trang' });
  await pages.getByRole('listitem').nth(12).waitFor();
  await pages.getByRole('listitem').nth(12).getByRole('button').first().click();
  const chart = page.getByRole('article').getByRole('img', { name: TREND, exact: true });
  for (const words of ['Báo cáo XANH', 'Vận hành XANH', '75%'])
    await chart.locator('svg text', { hasText: words }).waitFor();
  expect(application.problems).toEqual([]);
  await page.close();
});

it('stops making province sheets when asked to', async () => {
  const page = await application.openPage({ route: `#/bao-cao?${CUT}` });
  await page.getByRole('button', { name: '34 tệp PDF' }).click();
  await page.getByText(/^Đang làm \d+\/34/).waitFor();
  await page.getByRole('button', { name: 'Dừng lại' }).click();
  await page.getByText('Đã dừng, không có tệp nào được ghi.').waitFor();
  await page.close();
});
