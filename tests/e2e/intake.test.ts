import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { foldText } from '#shared/text/fold.ts';
import { catalogue } from '#tests/fixtures/intake/register.ts';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { readWorkbookFile } from '#tests/setup/workbook-file.ts';
import { unnamedControls } from './page-models/audit.ts';
import { dropFiles, fillIn } from './page-models/intake-files.ts';
import { MapPage } from './page-models/map-page.ts';

let application: RunningApplication;

beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application.close());

const rowOf = (page: Page, file: string) => page.getByRole('row').filter({ hasText: file });

/** The template of a province as the screen hands it over. */
async function templateOf(page: Page, province: string): Promise<Uint8Array> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: `Tải mẫu: ${province}` }).click();
  return new Uint8Array(readFileSync(await (await download).path()));
}

async function greenCommunes(page: Page): Promise<string> {
  const map = await new MapPage(page).ready();
  return await map.legend.locator('b').first().innerText();
}

it('takes three files of provinces from the drop to the map and back', async () => {
  const page = await application.openPage({ route: '#/so-lieu/bieu-mau', width: 1366, height: 768 });
  const clean = fillIn(await templateOf(page, 'TP. Hải Phòng'));
  const wrong = fillIn(await templateOf(page, 'Tỉnh Lai Châu'), (set) => set('C6', '7'));
  const question = fillIn(await templateOf(page, 'TP. Cần Thơ'), (set) => {
    set('A6', null);
    set('B6', 'Phuong Cai Khe');
  });
  await page.getByRole('link', { name: 'Bản đồ' }).first().click();
  const before = await greenCommunes(page);

  await dropFiles(page, [
    { name: 'hai-phong.xlsx', bytes: clean },
    { name: 'lai-chau.xlsx', bytes: wrong },
    { name: 'can-tho.xlsx', bytes: question },
  ]);
  await rowOf(page, 'hai-phong.xlsx').getByText('Sẵn sàng ghi').waitFor();
  await rowOf(page, 'lai-chau.xlsx').getByText('Có lỗi').waitFor();
  await rowOf(page, 'can-tho.xlsx').getByText('Cần trả lời').waitFor();
  await expect.poll(() => unnamedControls(page)).toEqual([]);

  await page.getByRole('link', { name: 'lai-chau.xlsx' }).click();
  await page.getByRole('button', { name: /^Vấn đề \(/ }).click();
  const cell = page.getByLabel('Giá trị thay cho ô C6');
  await cell.waitFor();
  const marked = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải tệp đánh dấu lỗi' }).click();
  expect((await marked).suggestedFilename()).toBe('lai-chau-can-sua.xlsx');
  await cell.fill('Không');
  await cell.press('Enter');
  await page.getByText('Đã sửa 1 ô, bỏ 0 dòng.').waitFor();
  await page.getByRole('link', { name: 'Về hộp đến' }).click();
  await rowOf(page, 'lai-chau.xlsx').getByText('Sẵn sàng ghi').waitFor();

  await page.getByRole('link', { name: 'can-tho.xlsx' }).click();
  await page.getByRole('button', { name: /^Câu hỏi \(/ }).click();
  const answer = page.getByRole('combobox', { name: /^Chọn câu trả lời/ });
  await answer.first().waitFor();
  await answer.first().click();
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: 'Câu hỏi (0)' }).waitFor();
  await page.getByRole('button', { name: /^Thay đổi/ }).click();
  await page
    .getByRole('list', { name: 'Số liệu sẽ ghi so với hiện có' })
    .getByRole('listitem')
    .first()
    .waitFor();
  await page.getByRole('link', { name: 'Về hộp đến' }).click();

  await page.getByRole('button', { name: /^Ghi \d tệp sẵn sàng/ }).click();
  await page.getByLabel('Người ghi').fill('Trần Văn Trực');
  await page.getByRole('button', { name: 'Ghi', exact: true }).click();
  await rowOf(page, 'can-tho.xlsx').getByText('Đã ghi').waitFor();
  await page.getByRole('link', { name: 'Bản đồ' }).first().click();
  await expect.poll(() => greenCommunes(page)).not.toBe(before);

  await page.getByRole('link', { name: 'Số liệu', exact: true }).click();
  await page.getByRole('link', { name: 'Các lần nạp' }).click();
  // What was said of a file is there after a reload, when the page knows nothing of it any more.
  await page.reload();
  await page.getByRole('button', { name: 'Biên nhận: hai-phong.xlsx' }).click();
  const receipt = page.getByRole('dialog', { name: 'Giấy biên nhận: hai-phong.xlsx' });
  await receipt.getByText('GIẤY BIÊN NHẬN SỐ LIỆU').waitFor();
  await expect.poll(() => receipt.innerText()).toMatch(/Đối chiếu: .*\n/);
  await receipt.getByRole('button', { name: 'Đóng' }).click();
  for (const file of ['hai-phong.xlsx', 'lai-chau.xlsx', 'can-tho.xlsx']) {
    await page.getByRole('button', { name: `Hoàn tác: ${file}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác', exact: true }).click();
    await rowOf(page, file).getByText('Đã hoàn tác').waitFor();
  }
  await page.getByRole('link', { name: 'Bản đồ' }).first().click();
  await expect.poll(() => greenCommunes(page)).toBe(before);
  expect(application.problems).toEqual([]);
  await page.close();
});

it('keeps files across a reload of the page until they are thrown away', async () => {
  const page = await application.openPage({ route: '#/so-lieu', width: 1366, height: 768 });
  await page.getByText('Chưa có tệp nào chờ kiểm tra').waitFor();
  const line = 'month-2025-12,11629,support_operations,4321\n';
  // Larger than one piece: it is sent in several, and read from there.
  const large = new TextEncoder().encode(`cut,unit_code,indicator,value\n${line.repeat(90_000)}`);
  await dropFiles(page, [{ name: 'giữ lại.csv', bytes: large }]);
  await rowOf(page, 'giữ lại.csv').getByText('Sẵn sàng ghi').waitFor();
  await page.reload();
  await rowOf(page, 'giữ lại.csv').getByText('Sẵn sàng ghi').waitFor();
  await page.getByRole('link', { name: 'giữ lại.csv' }).click();
  await page.getByRole('button', { name: 'Ghi 1 số liệu' }).waitFor();
  await page.getByRole('link', { name: 'Về hộp đến' }).click();
  await page.getByRole('button', { name: 'Bỏ tệp này: giữ lại.csv' }).click();
  await page.getByText('Chưa có tệp nào chờ kiểm tra').waitFor();
  await page.reload();
  await page.getByText('Chưa có tệp nào chờ kiểm tra').waitFor();
  expect(application.problems).toEqual([]);
  await page.close();
});

it('asks thousands of questions and mends one of hundreds of errors at once', async () => {
  const page = await application.openPage({ route: '#/so-lieu', width: 1366, height: 768 });
  const names = catalogue.units.communes.map(({ name }) => foldText(name));
  const questions = ['Tên xã,Kỳ,Thiết bị số', ...names.map((name) => `${name},2025-12-29,Có`)].join('\n');
  const errors = catalogue.units.communes.map(({ code }, index) => `${code},2025-12-29,${index + 2}`);
  await dropFiles(page, [
    { name: 'hỏi.csv', bytes: Buffer.from(questions) },
    { name: 'sai.csv', bytes: Buffer.from(['Mã xã,Kỳ,Thiết bị số', ...errors].join('\n')) },
  ]);
  await rowOf(page, 'hỏi.csv').getByText('Cần trả lời').waitFor();
  await page.getByRole('link', { name: 'hỏi.csv' }).click();
  await page.getByRole('button', { name: /^Câu hỏi \(/ }).click();
  const list = page.getByRole('list', { name: 'Danh sách câu hỏi' });
  await list.getByRole('listitem').first().waitFor();
  await expect.poll(() => list.getByRole('listitem').count()).toBeLessThan(40);

  await page.getByRole('link', { name: 'Về hộp đến' }).click();
  await page.getByRole('link', { name: 'sai.csv' }).click();
  await page.getByRole('button', { name: /^Vấn đề \(/ }).click();
  const cells = page.getByLabel(/^Giá trị thay cho ô/);
  await cells.first().fill('Có');
  await cells.first().press('Enter');
  await page.getByText('Đã sửa 1 ô, bỏ 0 dòng.').waitFor();
  // What was typed for one cell must not stand in the box of the next.
  await expect.poll(() => cells.first().inputValue()).toBe('3');
  const marked = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải tệp đánh dấu lỗi' }).click();
  const [sheet] = readWorkbookFile(readFileSync(await (await marked).path()));
  expect(sheet?.cells.get('C3322')?.fill).toBe('F9D2D2');
  for (const file of ['hỏi.csv', 'sai.csv']) {
    await page.getByRole('link', { name: 'Hộp đến', exact: true }).first().click();
    await page.getByRole('button', { name: `Bỏ tệp này: ${file}` }).click();
  }
  await page.getByText('Chưa có tệp nào chờ kiểm tra').waitFor();
  expect(application.problems).toEqual([]);
  await page.close();
});

it('watches a folder that is chosen on the screen, and shows what it brought', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kh02-watch-'));
  const page = await application.openPage({ route: '#/so-lieu/thu-muc', width: 1366, height: 768 });
  await page.getByRole('textbox', { name: 'Thư mục' }).fill(folder);
  await page.getByRole('radio', { name: /^Tự ghi tệp sạch/ }).check();
  await page.getByRole('textbox', { name: 'Người chịu trách nhiệm' }).fill('Trần Văn Trực');
  await page.getByRole('button', { name: 'Theo dõi thư mục này' }).click();
  await page.getByText('Đang theo dõi', { exact: true }).waitFor();
  const figures = 'cut,unit_code,indicator,value\nmonth-2025-12,11629,support_operations,';
  writeFileSync(join(folder, 'sạch.csv'), `${figures}5678\n`);
  writeFileSync(join(folder, 'lỗi.csv'), `${figures}nhiều\n`);
  await rowOf(page, 'sạch.csv').getByText('Đã ghi').waitFor();
  await rowOf(page, 'lỗi.csv').getByText('Trả lại').waitFor();
  await expect.poll(() => unnamedControls(page)).toEqual([]);
  renameSync(folder, `${folder}-x`);
  await page.getByText('Đang vướng, sẽ tự tiếp tục').waitFor();
  renameSync(`${folder}-x`, folder);
  await page.getByText('Đang theo dõi', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Ngừng theo dõi' }).click();
  await page.getByRole('button', { name: 'Theo dõi thư mục này' }).waitFor();
  expect(application.problems).toEqual([]);
  await page.close();
  rmSync(folder, { recursive: true });
});

it('shows who owes what, writes the reminders, closes a cut and opens it again', async () => {
  const page = await application.openPage({ route: '#/so-lieu/bang-nop', width: 1366, height: 768 });
  await page.getByRole('table', { name: 'Tình hình nộp báo cáo của các tỉnh, thành phố' }).waitFor();
  await expect.poll(() => page.getByRole('table').first().getByRole('row').count()).toBe(35);
  await page.getByRole('button', { name: 'Chốt kỳ này…' }).click();
  await page.getByLabel('Người chốt').fill('Lê Thị Chốt');
  await page.getByRole('button', { name: 'Chốt số liệu', exact: true }).click();
  await page.getByText(/^Đã chốt lúc .* người chốt: Lê Thị Chốt$/).waitFor();
  await page.getByRole('button', { name: 'Mở lại…' }).click();
  await page.getByLabel('Lý do mở lại').fill('Tỉnh gửi bổ sung');
  await page.getByRole('button', { name: 'Mở lại', exact: true }).click();
  await page.getByText('Kỳ đang mở').waitFor();
  await page.getByText('Tỉnh gửi bổ sung').waitFor();
  await expect.poll(() => unnamedControls(page)).toEqual([]);
  expect(application.problems).toEqual([]);
  await page.close();
});
