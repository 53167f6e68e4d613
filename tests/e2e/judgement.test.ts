import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { unnamedControls } from './page-models/audit.ts';
import { frameOf } from './page-models/frame.ts';
import { tabTo } from './page-models/keyboard.ts';

const NEWEST = 'cut=week-2025-12-29';
let application: RunningApplication;

beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application.close());

/** The counts of a matrix, cell by cell, as numbers. */
async function cellsOf(page: Page): Promise<number[]> {
  const texts = await page
    .getByRole('table', { name: /theo trạng thái báo cáo/ })
    .getByRole('button')
    .allTextContents();
  return texts.map((text) => Number(text.replaceAll('.', '')));
}

describe('Chênh lệch', () => {
  it('shows a matrix whose cells add up to all communes, and filters the list by a cell', async () => {
    const page = await application.openPage({ route: `#/chenh-lech?${NEWEST}` });
    await page.getByRole('table', { name: /theo trạng thái báo cáo/ }).waitFor();
    await expect.poll(() => cellsOf(page)).toHaveLength(25);
    const sum = async () => (await cellsOf(page)).reduce((total, count) => total + count, 0);
    await expect.poll(sum).toBe(3321);
    const wide = page.getByRole('button', { name: /^Báo cáo Xanh, vận hành Đỏ/ });
    await wide.click();
    await page.waitForURL(/reported=green&operating=red/);
    const count = await wide.innerText();
    await page.getByText(`${count} đơn vị`, { exact: true }).waitFor();
    await expect.poll(() => wide.getAttribute('aria-pressed')).toBe('true');
    await page.close();
  });

  it('is worked by keyboard alone: a cell, then a commune, and back', async () => {
    const page = await application.openPage({ route: `#/chenh-lech?${NEWEST}` });
    await page.getByRole('table', { name: /theo trạng thái báo cáo/ }).waitFor();
    await tabTo(page, /^Báo cáo Xanh, vận hành Đỏ/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/operating=red/);
    await tabTo(page, /^(Xã|Phường|Đặc khu) /);
    await page.keyboard.press('Enter');
    await page.waitForURL(/don-vi\/\d{5}/);
    await page.goBack();
    await page.waitForURL(/chenh-lech\?.*operating=red/);
    await page.close();
  });

  it('names the communes of a province on its own page', async () => {
    const page = await application.openPage({ route: `#/don-vi/01?${NEWEST}` });
    const block = frameOf(page).panel('Xanh nhưng chưa vận hành');
    await block.getByRole('table').waitFor();
    await expect.poll(() => block.getByRole('link').first().innerText()).toMatch(/./);
    await block.getByRole('link', { name: 'Mở màn hình Chênh lệch của tỉnh' }).click();
    await page.waitForURL(/chenh-lech\?.*province=01/);
    await page.close();
  });
});

describe('So sánh', () => {
  it('keeps the two cuts in the address and swaps them', async () => {
    const route = '#/so-sanh?from=moment-2025-07-31T1600&to=week-2025-12-29';
    const page = await application.openPage({ route });
    const lead = page.getByText(/Trên 3\.321 đơn vị có ở cả hai kỳ: 1\.161 tiến bộ, 31 thụt lùi/);
    await lead.waitFor();
    await page.getByRole('button', { name: 'Đổi chỗ hai kỳ' }).click();
    await page.getByText(/: 31 tiến bộ, 1\.161 thụt lùi/).waitFor();
    await page.waitForURL(/from=week-2025-12-29&to=moment-2025-07-31T1600/);
    await page.goBack();
    await lead.waitFor();
    await page.close();
  });
});

describe('Dự báo', () => {
  it('states its method and a verdict for every group', async () => {
    const page = await application.openPage({ route: `#/du-bao?${NEWEST}` });
    const groups = frameOf(page).panel('Nhóm nhiệm vụ').getByRole('table');
    await groups.waitFor();
    await expect.poll(() => groups.getByRole('row').count()).toBe(9);
    await frameOf(page)
      .panel('Cách dự báo')
      .getByText(/không phải cam kết/)
      .waitFor();
    await page.close();
  });

  it('says that there is not enough data where there is not', async () => {
    const page = await application.openPage({ route: '#/du-bao?cut=week-2025-07-07' });
    await page.getByText('Chưa đủ dữ liệu').first().waitFor();
    await page.close();
  });
});

describe('Khó khăn', () => {
  it('filters its list by a category of the matrix', async () => {
    const page = await application.openPage({ route: `#/kho-khan?${NEWEST}` });
    const list = frameOf(page).panel('Danh sách khó khăn');
    await list.getByText('111 khó khăn').waitFor();
    await page.getByRole('button', { name: 'Thiếu hướng dẫn', exact: true }).click();
    await list.getByText('6 khó khăn', { exact: true }).waitFor();
    await page.close();
  });
});

describe('Chỉ tiêu', () => {
  it('ranks the provinces and opens another indicator from its list', async () => {
    const page = await application.openPage({ route: `#/chi-tieu?${NEWEST}` });
    const table = page.getByRole('table', { name: /Theo tỉnh, thành phố/ });
    await table.waitFor();
    await expect.poll(() => table.getByRole('row').count()).toBe(35);
    await page
      .getByRole('navigation', { name: 'Danh mục chỉ tiêu' })
      .getByRole('link', { name: /^Nhân sự/ })
      .click();
    await page.waitForURL(/chi-tieu\/staff/);
    await page.getByText(/3\.239 trong 3\.321 xã, phường, đặc khu đạt/).waitFor();
    await page.close();
  });
});

describe('Cài đặt', () => {
  it('previews a threshold while it is typed, and shows an overlap at its field', async () => {
    const page = await application.openPage({ route: `#/cai-dat?${NEWEST}` });
    const field = page.getByLabel('VÀNG khi thiếu nhiều nhất (điều kiện)');
    await field.fill('1');
    const preview = frameOf(page).panel('Nếu áp dụng');
    await preview.getByText('64 xã đổi màu').waitFor();
    await page.getByLabel('Bậc giữa').fill('80');
    await page.getByText(/Ngưỡng dưới \(80%\) phải thấp hơn ngưỡng trên \(70%\)/).waitFor();
    await expect
      .poll(() => page.getByRole('button', { name: 'Lưu thành phiên bản mới' }).isDisabled())
      .toBe(true);
    await page.getByRole('button', { name: 'Bỏ các sửa đổi' }).click();
    await expect.poll(() => field.inputValue()).toBe('2');
    await page.close();
  });

  it('saves a new version with who and why, and goes back to the first', async () => {
    const page = await application.openPage({ route: `#/cai-dat?${NEWEST}` });
    await page.getByLabel('VÀNG khi thiếu nhiều nhất (điều kiện)').fill('1');
    await frameOf(page).panel('Nếu áp dụng').getByText('64 xã đổi màu').waitFor();
    await page.getByRole('button', { name: 'Lưu thành phiên bản mới' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/Người thay đổi/).fill('Trần Thị Bình');
    await dialog.getByLabel(/Lý do, căn cứ/).fill('Thử nghiệm');
    await dialog.getByRole('button', { name: 'Lưu và áp dụng' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Bộ quy tắc số 2').waitFor();
    const versions = frameOf(page).panel('Các phiên bản');
    await versions.getByRole('button', { name: 'Áp dụng lại' }).click();
    await dialog.getByLabel(/Người thay đổi/).fill('Trần Thị Bình');
    await dialog.getByRole('button', { name: 'Áp dụng lại' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Bộ quy tắc số 1', { exact: true }).waitFor();
    await page.close();
  });
});

it('gives every control of these screens a name, and reports no problem', async () => {
  for (const path of ['chenh-lech', 'so-sanh', 'du-bao', 'kho-khan', 'chi-tieu', 'cai-dat']) {
    const page = await application.openPage({ route: `#/${path}?${NEWEST}` });
    await page.getByRole('main').getByRole('heading').first().waitFor();
    await page.waitForLoadState('networkidle');
    await expect.poll(() => unnamedControls(page)).toEqual([]);
    await page.close();
  }
  expect(application.problems).toEqual([]);
});
