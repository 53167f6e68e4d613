import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { openWebClient } from '#tests/setup/web-client.ts';
import { unnamedControls } from './page-models/audit.ts';

let application: RunningApplication;
let page: Page;

const DECIDED = 130;

/** Two people: one decides of many alerts, each by itself; the other closes a cut and opens it again. */
async function actAsTwo(): Promise<void> {
  const { client, socket } = await openWebClient(application.door);
  const { alerts } = await client.alerts.list({ limit: DECIDED });
  for (const { id } of alerts) await client.alerts.acknowledge({ ids: [id], who: 'Trần Thị Bình', note: id });
  await client.intake.close({ cut: 'week-2025-12-29', who: 'Lê Văn Cường' });
  await client.intake.reopen({
    cut: 'week-2025-12-29',
    who: 'Lê Văn Cường',
    reason: 'Chờ Hải Phòng bổ sung',
  });
  socket.close();
}

beforeAll(async () => {
  application = await startApplication();
  await actAsTwo();
  page = await application.openPage({ route: '#/cai-dat', width: 1366, height: 768 });
});
afterAll(() => application.close());

const rows = () => page.getByRole('table').locator('tbody tr');

it('tells what was done, the newest first, looks for it by name and words, and goes on to what was before', async () => {
  await page.getByRole('link', { name: /^Nhật ký/ }).click();
  await expect.poll(() => rows().first().innerText()).toMatch(/Lê Văn Cường\s+Mở lại kỳ.*tuần 29\/12\/2025/s);
  await expect.poll(() => rows().count()).toBe(100);
  await page.getByRole('button', { name: 'Xem những việc trước đó' }).click();
  await expect.poll(() => rows().count()).toBeGreaterThan(DECIDED);
  await page.getByLabel('Người làm').fill('cuong');
  await expect.poll(() => rows().count()).toBe(2);
  await page.getByLabel('Có các từ').fill('bo sung');
  await expect.poll(() => rows().count()).toBe(1);
  await page.getByText('Chờ Hải Phòng bổ sung').waitFor();
  await page.reload();
  await expect.poll(() => rows().count()).toBe(1);
  await page.getByLabel('Từ ngày').fill('01/01/2099');
  await page.getByText('Không có việc nào').waitFor();
  await expect.poll(() => unnamedControls(page)).toEqual([]);
  await page.getByRole('button', { name: 'Bỏ lọc' }).click();
  await expect.poll(() => rows().count()).toBe(100);
});

it('offers who works here where a name is asked for, and takes any other', async () => {
  const settings = await application.openPage({ route: '#/cai-dat', width: 1366, height: 768 });
  const person = settings.getByRole('region', { name: 'Người dùng máy này' });
  await person.getByLabel('Họ tên, chức danh').fill('Lê Văn Cường');
  await person.getByRole('button', { name: 'Lưu' }).click();
  const staff = settings.getByRole('region', { name: 'Cán bộ' });
  await staff.getByLabel('Họ tên, chức danh').fill('Đỗ An');
  await staff.getByLabel('Nhiệm vụ').fill('Trực ban');
  await staff.getByRole('button', { name: 'Thêm vào danh sách' }).click();
  await staff.getByRole('row', { name: /Đỗ An\s+Trực ban/ }).waitFor();
  await expect.poll(() => unnamedControls(settings)).toEqual([]);
  const calendar = await application.openPage({ route: '#/ky-va-lich' });
  const offered = calendar.locator('datalist option');
  await expect.poll(() => offered.first().getAttribute('value')).toBe('Đỗ An');
  await calendar.close();
  await staff.getByRole('button', { name: 'Bỏ Đỗ An khỏi danh sách' }).click();
  await staff.getByText('Chưa có ai trong danh sách').waitFor();
  await settings.close();
});

it('writes a file of every act that fits, not only of those on the screen', async () => {
  await page.getByLabel('Người làm').fill('Trần Thị Bình');
  await expect.poll(() => rows().first().innerText()).toContain('Trần Thị Bình');
  await page.getByRole('button', { name: /^Xuất bảng thành tệp/ }).click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'CSV (.csv)' }).click();
  const text = await readFile(await (await waiting).path(), 'utf8');
  expect(text.match(/Trần Thị Bình/g)?.length).toBe(DECIDED);
  expect(application.problems).toEqual([]);
});
