import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { frameOf } from './page-models/frame.ts';

let application: RunningApplication;

beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application.close());

it('shows the published figures of Xã An Lão with where they came from', async () => {
  const page = await application.openPage({ route: '#/don-vi/11629?cut=week-2025-11-10' });
  const outputs = frameOf(page).panel('Chỉ tiêu đầu ra');
  const row = outputs.getByRole('row', { name: /Tỷ lệ hồ sơ nộp trực tuyến/ });
  await row.waitFor();
  await expect
    .poll(async () => (await row.innerText()).replace(/\s+/g, ' '))
    .toContain('91,77% 1.048 / 1.142');
  await row.getByRole('button', { name: /^Nguồn của/ }).click();
  await page.getByText('Đã công bố').first().waitFor();
  await page.close();
});

it('lists the criteria of a commune with a word beside every mark', async () => {
  const page = await application.openPage({ route: '#/don-vi/11446' });
  const criteria = frameOf(page).panel('Điều kiện cơ bản').getByRole('listitem');
  const marked = expect.stringMatching(/Đạt|Chưa đạt|Chưa báo cáo/);
  await expect.poll(() => criteria.allInnerTexts()).toEqual(new Array(12).fill(marked));
  await page.close();
});

it('finds a commune in the table of its province without accents, and opens it', async () => {
  const page = await application.openPage({ route: '#/don-vi/31' });
  const communes = frameOf(page).panel('Các xã, phường, đặc khu');
  await communes.getByRole('table').waitFor();
  await page.getByLabel('Lọc theo tên').fill('phu lien');
  await communes.getByRole('link', { name: 'Phường Phù Liễn' }).click();
  await page.getByRole('heading', { level: 2, name: 'Phường Phù Liễn', exact: true }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 2, name: 'TP. Hải Phòng', exact: true }).waitFor();
  await page.close();
});

it('shows the country with its provinces', async () => {
  const page = await application.openPage({ route: '#/don-vi/VN' });
  const provinces = page.getByRole('table', { name: 'Tỉnh, thành phố' });
  await provinces.waitFor();
  await expect.poll(() => provinces.getByRole('row').count()).toBe(35);
  expect(application.problems).toEqual([]);
  await page.close();
});

it('says what is wrong and what to do when the code is of no unit', async () => {
  const page = await application.openPage({ route: '#/don-vi/99999' });
  await page.getByText(/Không có đơn vị hành chính mang mã “99999”/).waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Thử lại' }).count()).toBe(0);
  await page.getByRole('alert').getByRole('link', { name: 'Về Tổng quan' }).click();
  await page.getByRole('heading', { level: 1, name: 'Tổng quan' }).waitFor();
  await page.close();
});

it('finds a ward that is no more by its old name without accents, says where it is now, and opens that', async () => {
  const page = await application.openPage();
  const frame = frameOf(page);
  await frame.search.find('phuong phuc xa');
  const hit = frame.search.hits.filter({ hasText: 'Phường Phúc Xá (cũ)' });
  await hit.getByText('từ 01/07/2025 thuộc Phường Hồng Hà, TP. Hà Nội').waitFor();
  await hit.click();
  await page.getByRole('heading', { level: 2, name: 'Phường Hồng Hà', exact: true }).waitFor();
  const background = frame.panel('Dân số, trụ sở, hình thành');
  await background.getByText('123.282 người (năm 2025)').waitFor();
  await background.getByText('Số 30 phố Tứ Liên, phường Hồng Hà').waitFor();
  await background
    .getByRole('listitem')
    .filter({ hasText: 'Phường Phúc Xá' })
    .getByText(/^toàn bộ/)
    .waitFor();
  expect(application.problems).toEqual([]);
  await page.close();
});

it('says of a commune whose population nobody told that it is not known, and of a province what it was made from', async () => {
  const page = await application.openPage({ route: '#/don-vi/08' });
  const background = frameOf(page).panel('Dân số, trụ sở, hình thành');
  await background.getByText(/^ít nhất .* người \(năm 2025\)/).waitFor();
  await background.getByText('3/124 xã chưa rõ dân số').waitFor();
  await expect
    .poll(() => background.getByRole('list', { name: 'Hình thành từ' }).getByRole('listitem').allInnerTexts())
    .toEqual([expect.stringContaining('Tỉnh Hà Giang'), expect.stringContaining('Tỉnh Tuyên Quang')]);
  await page.close();
});
