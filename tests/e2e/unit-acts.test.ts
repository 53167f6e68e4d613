import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';

let application: RunningApplication;
let page: Page;
beforeAll(async () => {
  application = await startApplication();
  page = await application.openPage({ route: '#/cai-dat', width: 1366, height: 768 });
});
afterAll(() => application.close());

const HEAD = 'Áp dụng từ ngày,Số văn bản,Thay đổi,Mã đơn vị trước,Mã đơn vị,Tên,Loại';
const file = (name: string, rows: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from([HEAD, ...rows].join('\n')),
});
const look = async (name: string) => {
  const folder = process.env.KH02_LOOK;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
};

it('says what is wrong with a file, takes in one that is right, and takes it back, for a person with a reason', async () => {
  const panel = page.getByRole('region', { name: 'Thay đổi đơn vị hành chính' });
  const choose = panel.locator('input[type=file]');
  await choose.setInputFiles(
    file('sai.csv', ['29/12/2025,12/NQ,Nhập,11446;99999,90001,Phường Hợp Nhất,Phường']),
  );
  const dialog = page.getByRole('dialog', { name: 'Thay đổi đơn vị hành chính' });
  await expect.poll(() => dialog.innerText()).toContain('sai.csv, dòng 2: Không có đơn vị mang mã 99999');
  await look('wrong');
  await dialog.getByRole('button', { name: 'Đóng' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await choose.setInputFiles(
    file('dung.csv', ['29/12/2025,12/NQ,Nhập,11446;11629,90001,Phường Hợp Nhất,Phường']),
  );
  await expect.poll(() => dialog.innerText()).toContain('Mới: Phường Hợp Nhất (90001), TP. Hải Phòng (31)');
  await look('right');
  await dialog.getByLabel('Người nạp').fill('Lê Văn Cường');
  await dialog.getByRole('button', { name: 'Áp dụng' }).click();
  await expect
    .poll(() => panel.getByRole('table').innerText())
    .toMatch(/29\/12\/2025\s+12\/NQ\s+1 mới, 2 hết hiệu lực/);
  await look('taken');
  await page.goto(`${application.address}#/don-vi/90001`);
  await expect
    .poll(() => page.locator('main').innerText())
    .toMatch(/Phường Hợp Nhất.*Hình thành từ.*Xã An Lão/s);
  await look('unit');
  await page.goto(`${application.address}#/cai-dat`);
  await panel.getByRole('button', { name: 'Hoàn tác 12/NQ' }).click();
  const undo = page.getByRole('dialog', { name: 'Hoàn tác' });
  await undo.getByLabel('Lý do, ghi chú').fill('Nhầm ngày');
  await undo.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect.poll(() => panel.getByRole('table').innerText()).toContain('đã hoàn tác (Lê Văn Cường)');
});
