import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { frameOf } from './page-models/frame.ts';

const ROUTE = '#/nhiem-vu?cut=moment-2025-07-31T1600';
let application: RunningApplication;

beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application.close());

it('shows eight groups, the overdue tasks of no group apart, and all tasks below', async () => {
  const page = await application.openPage({ route: ROUTE });
  const groups = frameOf(page).panel('Các nhóm nhiệm vụ').locator('button[aria-pressed]');
  await groups.first().waitFor();
  await expect.poll(() => groups.count()).toBe(9);
  await expect.poll(() => groups.nth(0).innerText()).toMatch(/Quá hạn 2/);
  await expect.poll(() => groups.nth(8).innerText()).toMatch(/Chưa rõ nhóm[\s\S]*không nêu/);
  await page.close();
});

it('filters by group and by words without accents, and keeps both in the address', async () => {
  const page = await application.openPage({ route: ROUTE });
  const frame = frameOf(page);
  const table = page.getByRole('table', { name: 'Danh sách nhiệm vụ' });
  await table.waitFor();
  await frame.panel('Các nhóm nhiệm vụ').locator('button[aria-pressed]', { hasText: 'Thể chế' }).click();
  await page.waitForURL(/group=1/);
  await page.getByLabel('Tìm theo tên, mã, cơ quan').fill('thu tuc hanh chinh');
  await page.waitForURL(/q=thu/);
  const codes = async () => (await table.getByRole('row').getByRole('link').allTextContents()).toSorted();
  const procedures = ['1.01', '1.04', '1.07', '1.08'];
  await expect.poll(codes).toEqual(procedures);
  await page.reload();
  await expect.poll(codes).toEqual(procedures);
  await page.close();
});

it('says so when no task matches, and takes the filters off again', async () => {
  const page = await application.openPage({ route: `${ROUTE}&q=zzzz` });
  await page.getByText('Không có mục nào khớp bộ lọc').waitFor();
  await page.getByRole('button', { name: 'Bỏ lọc' }).first().click();
  await page.getByRole('table', { name: 'Danh sách nhiệm vụ' }).waitFor();
  await page.close();
});

it('sorts by a column and says which way', async () => {
  const page = await application.openPage({ route: ROUTE });
  const table = page.getByRole('table', { name: 'Danh sách nhiệm vụ' });
  const header = table.getByRole('columnheader', { name: 'Hạn', exact: true });
  await header.getByRole('button').click();
  await expect.poll(() => header.getAttribute('aria-sort')).toBe('ascending');
  await header.getByRole('button').click();
  await expect.poll(() => header.getAttribute('aria-sort')).toBe('descending');
  await page.close();
});

it('opens a task with what was reported beside what its outputs say', async () => {
  const page = await application.openPage({ route: '#/nhiem-vu/1.08' });
  const frame = frameOf(page);
  await frame.panel('Báo cáo nói gì').getByText('Vì sao?').waitFor();
  await frame.panel('Kết quả đầu ra nói gì').getByRole('table').waitFor();
  await expect
    .poll(() => page.getByRole('table', { name: 'Tỉnh, thành phố' }).getByRole('row').count())
    .toBe(35);
  expect(application.problems).toEqual([]);
  await page.close();
});
