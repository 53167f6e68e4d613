import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { MapPage } from './page-models/map-page.ts';

const GREEN = '#2e9e83';
const RED = '#9e1b1b';

let application: RunningApplication;
let page: Page;

beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application.close());
afterEach(async () => {
  await page.close();
  expect(application.problems).toEqual([]);
});

async function openMap(query = '', size: { width?: number; height?: number } = {}): Promise<MapPage> {
  page = await application.openPage({ route: `#/ban-do${query}`, ...size });
  return await new MapPage(page).ready();
}

describe('the picture', () => {
  it('shows every commune, and the legend counts all 3,321 of them', async () => {
    const map = await openMap('?cut=moment-2025-07-31T1600');
    await map.waitForColour(GREEN, 20_000);
    await map.waitForColour(RED, 500);
    const total = async () => (await map.counts()).reduce((sum, count) => sum + count, 0);
    await expect.poll(total).toBe(3321);
    await expect.poll(() => map.counts()).toContain(1981);
    await map.legend.getByText('không có số liệu').waitFor();
  });

  it('keeps Hoàng Sa and Trường Sa on screen when one province fills it', async () => {
    const map = await openMap('?province=04', { width: 1366, height: 768 });
    await page.getByRole('button', { name: /^Trường Sa \(Khánh Hòa\)/ }).waitFor();
    await page.getByRole('button', { name: /^Hoàng Sa \(Đà Nẵng\)/ }).click();
    await map.waitForAddress('unit=20333');
    await map.panel.getByText('Đặc khu Hoàng Sa').first().waitFor();
  });

  it('goes to another cut with the time slider, and the colours follow', async () => {
    const map = await openMap();
    await map.waitForColour(GREEN, 50_000);
    const pixels = async () => (await map.pixels())[GREEN] ?? 0;
    const before = await pixels();
    const [count] = await map.counts();
    await page.getByRole('slider', { name: 'Kỳ số liệu trên bản đồ' }).press('Home');
    await map.waitForAddress('cut=week-2025-06-30');
    await expect.poll(async () => (await map.counts())[0]).not.toBe(count);
    await expect.poll(pixels).toBeLessThan(before);
  });

  it('takes another layer from the list and keeps it in the address', async () => {
    const map = await openMap('?level=province');
    await page.getByRole('combobox', { name: 'Lớp bản đồ' }).click();
    await page.getByRole('option', { name: 'Độ phủ xanh' }).click();
    await map.waitForAddress('layer=coverage');
    await map.legend.getByRole('heading', { name: 'Độ phủ xanh' }).waitFor();
    await page.reload();
    await map.legend.getByRole('heading', { name: 'Độ phủ xanh' }).waitFor();
  });

  it('fades every class but the one pressed in the legend', async () => {
    const map = await openMap();
    await map.waitForColour(GREEN, 50_000);
    await map.legend.getByRole('button', { name: /^Đỏ/ }).click();
    await map.waitForColour(GREEN, 0);
    await map.waitForColour(RED, 100);
    await map.legend.getByRole('button', { name: 'Bỏ lọc' }).click();
    await map.waitForColour(GREEN, 50_000);
  });

  it('says that a layer or a unit of the address does not exist', async () => {
    await openMap('?layer=nonsense');
    await page.getByText('Không có lớp bản đồ này').waitFor();
    await page.goto(`${application.address}#/ban-do?unit=99999`);
    await page.getByText('Không có đơn vị mang mã “99999”').waitFor();
  });
});

describe('the pointer', () => {
  it('shows a card with name, status in words and coverage over a province', async () => {
    const map = await openMap('?level=province');
    await map.pointAt('Đắk Lắk');
    await map.card.getByText('Tỉnh Đắk Lắk').waitFor();
    await expect
      .poll(() => map.card.textContent())
      .toMatch(/Trạng thái báo cáo[\s\S]*(Xanh|Vàng|Đỏ)[\s\S]*Độ phủ xanh/);
  });

  it('names the criteria that a commune lacks', async () => {
    const map = await openMap('?cut=moment-2025-07-31T1600&province=04');
    await map.pointAt('Lý Bôn');
    await map.card.getByText('Còn thiếu 1 điều kiện cơ bản: Công khai thủ tục').waitFor();
  });

  it('opens the profile of a province on a click and gives the focus back when it closes', async () => {
    const map = await openMap('?level=province');
    await map.click('Gia Lai');
    await map.panel
      .getByRole('heading', { name: /Gia Lai/ })
      .first()
      .waitFor();
    await map.waitForAddress('unit=52');
    await page.keyboard.press('Escape');
    await map.waitForAddress('unit=', false);
    await expect.poll(() => map.map.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('goes into a province on a double click, fades the others, and Escape comes back out', async () => {
    const map = await openMap('?level=province');
    await map.waitForColour(GREEN, 10_000);
    await map.doubleClick('Nghệ An');
    await map.waitForAddress('province=40');
    await map.path.getByRole('button', { name: 'Tỉnh Nghệ An' }).waitFor();
    await map.placeOf('Kim Liên');
    await map.map.focus();
    await page.keyboard.press('Escape');
    await map.waitForAddress('province=', false);
    await map.placeOf('Đắk Lắk');
  });
});

describe('the keyboard', () => {
  it('walks from unit to unit, says each, opens one and goes into its province', async () => {
    const map = await openMap('?level=province');
    await map.map.focus();
    await page.keyboard.press('Enter');
    await map.live.getByText(/Trạng thái báo cáo/).waitFor({ state: 'attached' });
    const first = await map.live.textContent();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => map.live.textContent()).not.toBe(first);
    await page.keyboard.press('Enter');
    await map.waitForAddress('unit=');
    await map.panel.waitFor();
    await page.keyboard.press('Escape');
    await map.waitForAddress('unit=', false);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+Enter');
    await map.waitForAddress('province=');
  });

  it('pans with arrows and zooms with plus when no unit is chosen', async () => {
    const map = await openMap('?level=province');
    const before = await map.placeOf('Gia Lai');
    await map.map.focus();
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(
      ([name, y]) => {
        const label = [...document.querySelectorAll('[data-map-labels] text')].find(
          (text) => text.textContent === name,
        );
        return label !== undefined && label.getBoundingClientRect().y < y - 40;
      },
      ['Gia Lai', before.y] as const,
    );
    const apart = (await map.placeOf('Lâm Đồng')).y - (await map.placeOf('Gia Lai')).y;
    await page.keyboard.press('+');
    await map.waitUntilApart(['Gia Lai', 'Lâm Đồng'], apart * 1.3);
  });

  it('may be left in the middle of a zoom', async () => {
    const map = await openMap('?level=province');
    await map.placeOf('Gia Lai');
    await page.getByRole('button', { name: 'Phóng to' }).evaluate(async (button: HTMLElement) => {
      button.click();
      // In the next frame the zoom begins, and with it its timer.
      await new Promise(requestAnimationFrame);
      window.location.hash = '#/';
      // As long as that timer, and begun after it: by its end that one has run. Errors are looked for afterwards.
      await new Promise((resolve) => setTimeout(resolve, 250));
    });
    await page.getByRole('heading', { name: 'Tổng quan' }).waitFor();
  });
});

describe('the table twin', () => {
  it('holds the same units and classes, sorts, and opens a profile', async () => {
    const map = await openMap('?level=province&layer=coverage&cut=moment-2025-07-31T1600');
    await page.getByRole('button', { name: 'Xem dạng bảng' }).click();
    const table = page.getByRole('table');
    await table.waitFor();
    await expect.poll(() => table.locator('tbody tr').count()).toBe(34);
    const header = table.getByRole('columnheader', { name: 'Độ phủ xanh' });
    await header.getByRole('button').click();
    await header.getByRole('button').click();
    await expect.poll(() => table.locator('tbody tr').first().textContent()).toMatch(/Cao Bằng[\s\S]*5,36%/);
    await table.getByRole('button', { name: 'Tỉnh Cao Bằng' }).click();
    await map.waitForAddress('unit=04');
    await map.panel.waitFor();
  });
});
