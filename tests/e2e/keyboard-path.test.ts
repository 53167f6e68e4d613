import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { frameOf } from './page-models/frame.ts';
import { tabTo } from './page-models/keyboard.ts';

let application: RunningApplication;

beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application.close());

it('leads by keyboard alone from the search to a reason, back to the country, to another cut and layer', async () => {
  const page = await application.openPage({ width: 1366, height: 768 });
  const frame = frameOf(page);
  await frame.panel('Xếp hạng độ phủ xanh').waitFor();

  await frame.search.find('an lao');
  await frame.search.hits.filter({ hasText: 'TP. Hải Phòng' }).first().waitFor();
  await expect.poll(() => frame.search.hits.first().textContent()).toBe('Xã An LãoTP. Hải Phòng');
  await page.keyboard.press('Enter');

  const why = frame.panel('Vì sao Xã An Lão có màu này?');
  await why.getByText(/điều kiện cơ bản/).waitFor();
  await page.waitForURL(/#\/don-vi\/11629/);

  await page.keyboard.press('Alt+1');
  await frame.panel('Các nhóm nhiệm vụ').waitFor();
  await expect.poll(() => frame.title.textContent()).toBe('Tổng quan');

  const newest = await frame.cut.inputValue();
  await page.keyboard.press('Alt+Comma');
  await page.waitForURL(/cut=week-2025-12-22/);
  await expect.poll(() => frame.cut.inputValue()).not.toBe(newest);

  await tabTo(page, 'Trạng thái báo cáo');
  await page.keyboard.press('ArrowRight');
  await page.getByRole('application', { name: 'Bản đồ Độ phủ xanh theo xã, phường, đặc khu' }).waitFor();
  expect(application.problems).toEqual([]);
  await page.close();
});
