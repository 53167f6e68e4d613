import type { Locator, Page } from 'playwright-core';

/** Pixels of the map by colour (#rrggbb), as the canvas holds them. */
export type PixelCounts = Readonly<Record<string, number>>;

/** The map screen as a person meets it. */
export class MapPage {
  readonly page: Page;
  readonly map: Locator;
  readonly legend: Locator;
  readonly card: Locator;
  readonly path: Locator;
  readonly panel: Locator;
  readonly live: Locator;

  constructor(page: Page) {
    this.page = page;
    this.map = page.getByRole('application');
    this.legend = page.getByRole('region', { name: 'Chú giải' });
    this.card = page.locator('[data-map-card]');
    this.path = page.getByRole('navigation', { name: 'Vị trí trên bản đồ' });
    this.panel = page.getByRole('complementary');
    this.live = page.locator('[data-map-live]');
  }

  /** Waits until land, names and legend are there. */
  async ready(): Promise<this> {
    await this.legend.waitFor();
    await this.page.locator('[data-map-labels] text').first().waitFor({ state: 'attached' });
    return this;
  }

  /** The counts of the legend, class by class. */
  async counts(): Promise<number[]> {
    const texts = await this.legend.locator('b').allInnerTexts();
    return texts.map((text) => Number(text.replaceAll('.', '')));
  }

  /** The place of a name on the map, in pixels of the page, once it is written and stands still. */
  async placeOf(name: string): Promise<{ x: number; y: number }> {
    await this.page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll('[data-map-labels] text')].some((one) => one.textContent === wanted),
      name,
    );
    return this.page.evaluate(async (wanted) => {
      const find = () => {
        const labels = [...document.querySelectorAll('[data-map-labels] text')];
        const box = labels.find((label) => label.textContent === wanted)?.getBoundingClientRect();
        return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      };
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      await document.fonts.ready;
      let before = find();
      for (;;) {
        await frame();
        await frame();
        const now = find();
        if (now && now.x === before?.x && now.y === before.y) return now;
        before = now;
      }
    }, name);
  }

  /** Waits until two names on the map stand at least so many pixels below each other. */
  async waitUntilApart(names: readonly [string, string], atLeast: number): Promise<void> {
    await this.page.waitForFunction(
      ([one, other, least]) => {
        const labels = [...document.querySelectorAll('[data-map-labels] text')];
        const top = (name: string) =>
          labels.find((label) => label.textContent === name)?.getBoundingClientRect().y ?? Number.NaN;
        return Math.abs(top(one) - top(other)) >= least;
      },
      [...names, atLeast] as const,
    );
  }

  async pointAt(name: string): Promise<void> {
    const { x, y } = await this.placeOf(name);
    await this.page.mouse.move(x, y);
  }

  async click(name: string): Promise<void> {
    const { x, y } = await this.placeOf(name);
    await this.page.mouse.click(x, y);
  }

  async doubleClick(name: string): Promise<void> {
    const { x, y } = await this.placeOf(name);
    await this.page.mouse.dblclick(x, y);
  }

  /** Counts the pixels of each colour on the canvas of the land. */
  pixels(): Promise<PixelCounts> {
    return this.page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.leaflet-overlay-pane canvas');
      const image = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
      const counts: Record<string, number> = {};
      const pixels = new Uint32Array(image?.data.buffer ?? new ArrayBuffer(0));
      for (const pixel of pixels) {
        if (pixel >>> 24 === 0) continue;
        const [red, green, blue] = [pixel & 0xff, (pixel >> 8) & 0xff, (pixel >> 16) & 0xff];
        const colour = `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
        counts[colour] = (counts[colour] ?? 0) + 1;
      }
      return counts;
    });
  }

  /** Waits until the land has at least this many pixels of a colour, or none of it. */
  async waitForColour(colour: string, atLeast: number): Promise<void> {
    await this.page.waitForFunction(
      ([wanted, least]) => {
        const canvas = document.querySelector<HTMLCanvasElement>('.leaflet-overlay-pane canvas');
        const image = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
        if (image === undefined) return false;
        const value = Number.parseInt(wanted.slice(1), 16);
        const abgr = (0xff000000 | ((value & 0xff) << 16) | (value & 0xff00) | (value >> 16)) >>> 0;
        const found = new Uint32Array(image.data.buffer).filter((pixel) => pixel === abgr).length;
        return least === 0 ? found === 0 : found >= least;
      },
      [colour, atLeast] as const,
    );
  }

  /** Waits until the address holds a piece of text, or no longer does. */
  async waitForAddress(part: string, isThere = true): Promise<void> {
    await this.page.waitForURL((url) => decodeURIComponent(url.hash).includes(part) === isThere);
  }
}
