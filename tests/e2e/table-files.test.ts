import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';

const CUT = 'cut=moment-2025-07-31T1600';
let application: RunningApplication;

beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application.close());

const menu = (page: Page, title: string | RegExp) =>
  page.getByRole('button', { name: typeof title === 'string' ? `Xuất bảng thành tệp: ${title}` : title });

async function fileOf(page: Page, title: string | RegExp, item: RegExp): Promise<Buffer> {
  await menu(page, title).first().click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: item }).click();
  return readFileSync(await (await download).path());
}

function sheets(bytes: Uint8Array): [string, string] {
  const parts = unzipSync(bytes);
  const sheet = (number: number) => Buffer.from(parts[`xl/worksheets/sheet${number}.xml`] ?? []).toString();
  return [sheet(1), sheet(2)];
}

it('exports every commune of the map table, not only the rows on screen, with its filter in words', async () => {
  const page = await application.openPage({ route: `#/ban-do?view=table&level=commune&${CUT}` });
  const csv = (await fileOf(page, /^Xuất bảng thành tệp: Trạng thái báo cáo/, /csv/)).toString();
  expect(csv.split('\r\n')).toHaveLength(1 + 3321 + 1);
  await page.getByLabel('Lọc theo tên hoặc mã').fill('phu lien');
  await page.getByRole('button', { name: 'Phường Phù Liễn' }).waitFor();
  const [data, cover] = sheets(await fileOf(page, /^Xuất bảng thành tệp: Trạng thái báo cáo/, /xlsx/));
  expect(data).toContain('Phường Phù Liễn');
  expect(data.match(/<row /g)).toHaveLength(5);
  expect(cover).toContain('phu lien');
  await page.close();
});

it('keeps the order of the screen and writes numbers as numbers', async () => {
  const page = await application.openPage({ route: `#/du-bao?${CUT}` });
  await page.getByRole('button', { name: 'Đã đạt' }).last().click();
  await page.getByRole('button', { name: 'Đã đạt' }).last().click();
  const csv = (await fileOf(page, /^Xuất bảng thành tệp: .*Tỉnh, thành phố/, /csv/)).toString();
  const shares = csv
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => Number(line.split(';')[1]?.replace(',', '.')));
  expect(shares).toHaveLength(34);
  expect(shares).toEqual(shares.toSorted((left, right) => left - right));
  await page.close();
});

it('gives outputs of a month the month in name, title and rows, and not the week that shows them', async () => {
  const page = await application.openPage({ route: '#/chi-tieu/applications_online?cut=week-2025-12-29' });
  const panel = page.locator('[data-panel]', {
    has: page.getByRole('heading', { name: 'Theo tỉnh, thành phố' }),
  });
  await panel.getByText('tháng 11/2025 · ').waitFor();
  const csv = (await fileOf(page, /Theo tỉnh, thành phố/, /csv/)).toString();
  const [head, ...rows] = csv.trim().split('\r\n');
  expect(head?.split(';').at(-1)).toBe('Tháng');
  expect(rows).toHaveLength(34);
  expect(rows.every((row) => row.endsWith(';tháng 11/2025'))).toBe(true);
  const [data, cover] = sheets(await fileOf(page, /Theo tỉnh, thành phố/, /xlsx/));
  expect(data).toContain(', tháng 11/2025');
  expect(cover).toContain('month-2025-11');
  expect(data + cover).not.toContain('29/12/2025');
  await page.close();
});

it('says of the values on a map table which month they are of, and leaves the statuses to their week', async () => {
  const route = '#/ban-do?cut=week-2025-12-29&layer=results_online&level=province&view=table';
  const page = await application.openPage({ route });
  await page.getByRole('columnheader', { name: 'Giá trị, tháng 11/2025' }).waitFor();
  const [data, cover] = sheets(await fileOf(page, /Trả kết quả trực tuyến, tháng 11\/2025/, /xlsx/));
  expect(data).toContain('Giá trị, tháng 11/2025');
  expect(cover).toContain('week-2025-12-29');
  await page.close();
});

it('offers a file on every screen that has a table', async () => {
  const page = await application.openPage({ route: `#/?${CUT}` });
  const titles = {
    '/': ['Xếp hạng độ phủ xanh', 'Các nhóm nhiệm vụ'],
    '/nhiem-vu': ['Danh sách nhiệm vụ'],
    '/canh-bao': ['Danh sách cảnh báo'],
    '/kho-khan': ['Danh sách khó khăn', 'Giải thích chỉ tiêu nào'],
    '/so-lieu/bang-nop': [/^Xuất bảng thành tệp: Bảng nộp/],
    '/don-vi/31': [/^Xuất bảng thành tệp: Chỉ tiêu đầu ra/, /^Xuất bảng thành tệp: Các xã/],
  } satisfies Record<string, readonly (string | RegExp)[]>;
  for (const [path, wanted] of Object.entries(titles)) {
    await page.goto(`${new URL(application.address).origin}/#${path}?${CUT}`);
    for (const title of wanted) await menu(page, title).first().waitFor();
  }
  const [data] = sheets(await fileOf(page, /^Xuất bảng thành tệp: Các xã/, /xlsx/));
  expect(data.match(/<row /g)?.length).toBe(4 + 114);
  expect(application.problems).toEqual([]);
  await page.close();
});
