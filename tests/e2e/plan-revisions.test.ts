import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writePlanWorkbook } from '#main/core/take/plan-file/write.ts';
import type { Client } from '#shared/contract/contract.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import { SECOND_PLAN } from '#tests/fixtures/plans/second-plan.ts';
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

it('gives a province a target of its own, and an indicator another frequency', async () => {
  const page = await application.openPage({ ...SIZE, route: '#/ke-hoach?phan=tasks&muc=1.08' });
  await page.getByRole('button', { name: 'Sửa kế hoạch' }).click();
  const output = page.getByRole('group', { name: 'Kết quả đầu ra 1' });
  const own = output.getByRole('combobox', { name: 'Mức riêng của một tỉnh' });
  await own.fill('Hai Phong');
  await page.getByRole('option', { name: /Hải Phòng/ }).click();
  await output.getByRole('textbox', { name: /Mức cần đạt của .*Hải Phòng/ }).fill('91');
  await page.goto(`${application.address}#/ke-hoach?phan=indicators&muc=support_operations`);
  await page.getByRole('combobox', { name: 'Bao lâu hỏi một lần' }).click();
  await page.getByRole('option', { name: 'hằng quý' }).click();
  // Nobody but communes can be asked, so nothing else is offered.
  await page.getByRole('combobox', { name: 'Hỏi cấp nào' }).click();
  await expect.poll(() => page.getByRole('option').allInnerTexts()).toEqual(['cấp xã']);
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Bản nháp (2)' }).click();
  await page.getByText('hằng quý').first().waitFor();
  await page
    .getByText(/Hải Phòng/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ bản nháp' }).click();
  expect(application.problems).toEqual([]);
  await page.close();
});

it('asks before the workbook of another plan takes the place of the whole plan', async () => {
  const { rules } = await asking((client) => client.plan.get({}));
  const content = { plan: SECOND_PLAN, rules, revision: 1, at: '2026-01-01T00:00:00.000Z' };
  const page = await application.openPage({ ...SIZE, route: '#/ke-hoach' });
  await page.getByRole('button', { name: 'Đọc tệp kế hoạch' }).waitFor();
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const buffer = Buffer.from(writePlanWorkbook(content));
  const take = () =>
    page.locator('input[type=file]').setInputFiles({ name: 'ke-hoach-2026.xlsx', mimeType, buffer });
  const dialog = page.getByRole('dialog');
  await take();
  await dialog.getByRole('alert').getByText('Tệp là một kế hoạch khác').waitFor();
  await dialog.getByRole('button', { name: 'Hủy' }).click();
  await expect.poll(() => page.getByRole('tab', { name: /^Bản nháp/ }).count()).toBe(0);
  await take();
  await dialog.getByRole('button', { name: 'Thay cả kế hoạch trong bản nháp' }).click();
  await page.getByRole('tab', { name: /^Bản nháp \(\d+/ }).waitFor();
  await page.getByText('Việc B1').first().waitFor();
  await page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
  await dialog.getByRole('button', { name: 'Bỏ bản nháp' }).click();
  // Nothing of it is in force.
  const { plan } = await asking((client) => client.plan.get({}));
  expect(plan.code).not.toBe(SECOND_PLAN.code);
  expect(application.problems).toEqual([]);
  await page.close();
});

it('merges the file of an older revision with what was changed since, and names what clashes', async () => {
  const old = await asking((client) => client.plan.export({ format: 'json' }));
  const said = JSON.parse(await old.file.text());
  const whole = await asking((client) => client.plan.get({}));
  const change = (at: number, shortName: string) =>
    whole.plan.groups.map((group, place) => (place === at ? { ...group, shortName } : group));
  await asking(async (client) =>
    outcomeOf(
      await client.plan.save({
        plan: { ...whole.plan, groups: change(1, 'Hạ tầng chung') },
        ...{ base: whole.revision.version, from: '2026-01-05', who: WHO, note: 'đổi tên' },
      }),
    ),
  );
  said.groups[1].shortName = 'Hạ tầng riêng';
  said.groups[2].shortName = 'Dữ liệu mở';
  const page = await application.openPage({ ...SIZE, route: '#/ke-hoach' });
  await page.getByRole('button', { name: 'Đọc tệp kế hoạch' }).waitFor();
  const buffer = Buffer.from(JSON.stringify(said));
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: old.name, mimeType: 'application/json', buffer });
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Tệp và bản mới cùng đổi').waitFor();
  await dialog.getByText('Hạ tầng chung').first().waitFor();
  await dialog.getByText('Dữ liệu mở').first().waitFor();
  await dialog.getByRole('button', { name: 'Đưa vào bản nháp' }).click();
  await page.getByRole('tab', { name: 'Bản nháp (2)' }).waitFor();
  await page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
  await dialog.getByRole('button', { name: 'Bỏ bản nháp' }).click();
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
