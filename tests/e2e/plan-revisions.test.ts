import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Client } from '#shared/contract/contract.ts';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { openWebClient } from '#tests/setup/web-client.ts';
import { unnamedControls } from './page-models/audit.ts';

const WHO = 'Trần Văn Bình';
const SIZE = { width: 1366, height: 768 };
const EXTENDED = 'hạn 31/03/2026, gia hạn từ 30/06/2025';

let application: RunningApplication;
beforeAll(async () => {
  application = await startApplication();
  await asking((client) => client.settings.set({ personName: WHO }));
});
afterAll(() => application.close());

/** Asks the engine beside the page. */
async function asking<Answer>(ask: (client: Client) => Promise<Answer>): Promise<Answer> {
  const { client, socket } = await openWebClient(application.door);
  const answer = await ask(client);
  socket.close();
  return answer;
}

/** A field of the form of what is chosen, where the list beside it has none of that name. */
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

it('extends a deadline and retires an indicator: drafted, checked, previewed, saved, seen', async () => {
  const page = await application.openPage({ ...SIZE, route: '#/ke-hoach?phan=tasks&muc=1.02' });
  await page.getByRole('button', { name: 'Sửa kế hoạch' }).click();
  await page.getByRole('button', { name: 'Gia hạn' }).click();
  await expect.poll(() => page.getByText('Còn để trống. Hãy điền.').count()).toBe(3);
  await field(page, 'Thời hạn mới').fill('31/03/2026');
  await field(page, 'Số văn bản').fill('12/QĐ-BCĐ');
  await field(page, 'Lý do').fill('Chờ nghị định');
  await page.getByRole('link', { name: EXTENDED }).waitFor();
  await expect.poll(() => unnamedControls(page)).toEqual([]);

  // A threshold that contradicts its neighbour is told at its field, and goes with what is wrong.
  await page.getByRole('tab', { name: 'Chỉ tiêu' }).click();
  await page.getByRole('link', { name: /Máy tính, thiết bị số/ }).click();
  await field(page, 'VÀNG từ').fill('95');
  const wrong = page.locator('[data-path$=".yellowFrom"]').getByText('phải thấp hơn ngưỡng XANH');
  await wrong.waitFor();
  await page.getByRole('tab', { name: /Bản nháp \(2, 1 chỗ phải sửa\)/ }).click();
  await page.getByRole('link', { name: /VÀNG từ/ }).click();
  await field(page, 'VÀNG từ').fill('70');
  await expect.poll(() => wrong.count()).toBe(0);
  await page.getByRole('button', { name: 'Ngừng từ ngày 29/12/2025' }).click();

  // The draft outlives leaving the screen and the window.
  await page.goto(`${application.address}#/nhiem-vu`);
  await page.getByRole('heading', { level: 1, name: 'Nhiệm vụ' }).waitFor();
  await page.reload();
  await page.goto(`${application.address}#/ke-hoach?phan=draft`);
  await page.getByText('12/QĐ-BCĐ').waitFor();
  await page.getByText('1/1 kỳ đang mở sẽ có đơn vị đổi màu.').waitFor();
  await expect.poll(() => page.getByLabel('Người thực hiện').inputValue()).toBe(WHO);
  await field(page, 'Lý do, căn cứ').fill('Theo 12/QĐ-BCĐ');
  await page.getByRole('button', { name: 'Lưu và áp dụng' }).click();

  // Who, why and what, in the history; the deadline on the screen of tasks; the indicator with its last day.
  const newest = page.getByRole('listitem').filter({ hasText: 'Bản sửa đổi số 2' });
  await newest.getByText('Theo 12/QĐ-BCĐ').waitFor();
  await newest.getByText(`${WHO} · áp dụng từ ngày 29/12/2025`).waitFor();
  await newest.getByRole('button', { name: 'Khác bản số 1' }).click();
  await newest
    .getByText('Đến 31/03/2026, có hiệu lực từ 29/12/2025, theo 12/QĐ-BCĐ: Chờ nghị định')
    .waitFor();
  await page.goto(`${application.address}#/ke-hoach?phan=indicators&muc=devices`);
  await page.getByText('ngừng từ 29/12/2025').waitFor();
  await page.goto(`${application.address}#/nhiem-vu?q=1.02`);
  await page.getByRole('cell', { name: '31/03/2026' }).waitFor();
  await page.goto(`${application.address}#/nhiem-vu/1.02`);
  await page.getByText('Hạn ban đầu').waitFor();
  expect(application.problems).toEqual([]);
  await page.close();
});

it('takes a plan file into the draft, and judges a closed cut anew where it is asked to', async () => {
  const cut = 'week-2025-12-29';
  const { file, name } = await asking((client) => client.plan.export({ format: 'json' }));
  await asking((client) => client.intake.close({ cut, who: WHO }));
  const said = JSON.parse(await file.text());
  said.groups[0].shortName = 'Pháp lý';
  said.tasks[0].phase = 'vô danh';
  const take = async (content: unknown) => {
    const buffer = Buffer.from(JSON.stringify(content));
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer });
  };
  const page = await application.openPage({ ...SIZE, route: '#/ke-hoach' });
  await page.getByRole('button', { name: 'Đọc tệp kế hoạch' }).waitFor();
  await take(said);
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/không có giai đoạn mang mã “vô danh”/).waitFor();
  await dialog.getByText('Pháp lý', { exact: true }).waitFor();
  await dialog.getByRole('button', { name: 'Đưa vào bản nháp' }).click();
  await page.getByRole('tab', { name: 'Bản nháp (2, 1 chỗ phải sửa)' }).waitFor();
  await page.getByText('Hãy sửa hết những chỗ chưa đúng để xem trước.').waitFor();
  await page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
  await dialog.getByRole('button', { name: 'Bỏ bản nháp' }).click();

  await page.getByRole('tab', { name: 'Lịch sử sửa đổi' }).click();
  await page.getByRole('button', { name: 'Chấm lại tuần 29/12/2025' }).click();
  await dialog.getByRole('textbox', { name: 'Lý do, căn cứ' }).fill('Đối chiếu lại');
  await dialog.getByRole('button', { name: 'Chấm lại' }).click();
  await page.getByText(/Đã chấm lại tuần 29.12.2025 theo bản sửa đổi số \d/).waitFor();
  expect(application.problems).toEqual([]);
  await page.close();
});
