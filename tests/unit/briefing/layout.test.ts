import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Page, TableSpec } from '#main/core/brief/description.ts';
import { fitTable, fitText, wrapLines } from '#main/core/brief/fit.ts';
import { frameWords } from '#main/core/brief/frame-words.ts';
import { layoutPage, PAGE_SIZES } from '#main/core/brief/layout.ts';
import { kindMark, stateMark } from '#main/core/brief/marks.ts';
import { loadFonts } from '#main/core/brief/pictures/font-metrics.ts';
import { createSay, shorten } from '#main/core/brief/say.ts';
import { TEXT_LIMITS } from '#main/core/brief/style.ts';
import { waitingMark } from '#shared/text/waiting-month.ts';

const { widthOf } = loadFonts(join(import.meta.dirname, '../../../assets'));

const page: Page = {
  id: 'p',
  title: 'Trang',
  rows: [
    { height: 12, cells: [{ width: 1, block: { type: 'headline', text: 'A' } }] },
    {
      height: 88,
      cells: [
        { width: 60, block: { type: 'text', paragraphs: ['B'] } },
        { width: 40, block: { type: 'text', paragraphs: ['C'] } },
      ],
    },
  ],
  notes: [],
  provenance: {
    source: '',
    asOf: '',
    cut: '',
    ruleVersion: 1,
    mark: 'illustrative',
    corrected: false,
    collecting: null,
    statusCut: '',
    waiting: '',
  },
};

describe('the layout of a page', () => {
  it.each(['wide', 'a4'] as const)('keeps every block on the %s page, apart from the others', (format) => {
    const size = PAGE_SIZES[format];
    const { blocks, footer } = layoutPage(page, size);
    for (const { rect } of blocks) {
      expect(rect.x).toBeGreaterThanOrEqual(30);
      expect(rect.x + rect.width).toBeLessThanOrEqual(size.width - 30);
      expect(rect.y + rect.height).toBeLessThanOrEqual(footer.y);
    }
    expect(blocks).toHaveLength(3);
    const [, left, right] = blocks;
    expect((left?.rect.x ?? 0) + (left?.rect.width ?? 0)).toBeLessThan(right?.rect.x ?? 0);
  });
});

describe('the marks of a page', () => {
  const names = { unit: new Map(), task: new Map(), indicator: new Map() };
  const month = { cut: 'month-2026-01', instead: 'month-2025-12', owed: 33_210, sent: 3 };

  it.each(['vi', 'en'] as const)('have room for all that may come together, in %s', (language) => {
    const say = createSay(language, names);
    const words = frameWords(say);
    const provenance = {
      ...page.provenance,
      corrected: true,
      collecting: { provinces: 34, inProvinces: 12 },
      waiting: waitingMark(say, { ...month, provinces: 34, inProvinces: 0 }),
    };
    for (const format of ['wide', 'a4'] as const) {
      const { mark, state, title } = layoutPage(page, PAGE_SIZES[format]);
      const kind = kindMark({ provenance }, { words });
      expect(wrapLines(kind, mark.width, 11, widthOf, 700)).toHaveLength(1);
      const said = stateMark({ provenance }, { words });
      const size = fitText([said], state, widthOf, TEXT_LIMITS.state);
      expect(wrapLines(said, state.width, size, widthOf, 700)).toHaveLength(1);
      expect(size).toBeGreaterThanOrEqual(8);
      expect(state.y + (state.height + size) / 2).toBeLessThanOrEqual(Math.min(mark.y, title.y + 8));
    }
  });
});

describe('text that is fitted', () => {
  const rect = { width: 120, height: 60 };

  it('is as large as its place allows, and never wider or higher', () => {
    const long = 'Trung tâm Phục vụ hành chính công xã Nghĩa Đàn '.repeat(3).trim();
    const size = fitText([long], rect, widthOf, { largest: 30, smallest: 5 });
    const lines = wrapLines(long, rect.width, size, widthOf);
    expect(lines.length * size * 1.28).toBeLessThanOrEqual(rect.height);
    expect(lines.every((line) => widthOf(line, size) <= rect.width)).toBe(true);
    expect(fitText(['Ngắn'], rect, widthOf, { largest: 30, smallest: 5 })).toBe(30);
  });

  it('shrinks for one word that has no place to break', () => {
    const size = fitText(['1.981/3.321'], { width: 80, height: 100 }, widthOf, { largest: 32, smallest: 8 });
    expect(widthOf('1.981/3.321', size)).toBeLessThanOrEqual(80);
    expect(size).toBeLessThan(32);
  });

  it('is cut at a word with an ellipsis', () => {
    expect(shorten('Chuyển đổi số trong Quốc hội, Mặt trận', 30)).toBe('Chuyển đổi số trong Quốc hội…');
    expect(shorten('Ngắn', 30)).toBe('Ngắn');
  });
});

describe('a table that is fitted', () => {
  const table = (rows: number): TableSpec => ({
    title: '',
    columns: [
      { title: 'Đơn vị', width: 3, format: 'text' },
      { title: 'Từ ngày', width: 1, format: 'date' },
    ],
    rows: Array.from({ length: rows }, (_, index) => [
      { value: `Xã ${index}`, text: `Xã ${index}` },
      { value: '2025-07-31', text: '31/07/2025' },
    ]),
    emptyText: '',
  });

  it('shows all rows when they fit and never breaks a date', () => {
    const fit = fitTable(table(5), { width: 300, height: 200 }, widthOf);
    expect(fit.shown).toBe(5);
    expect(widthOf('31/07/2025', fit.size)).toBeLessThan(fit.columnWidths[1] ?? 0);
  });

  it('shows as many rows as fit at the smallest size, and leaves room to say how many are left', () => {
    const fit = fitTable(table(200), { width: 300, height: 200 }, widthOf);
    expect(fit.shown).toBeGreaterThan(5);
    expect(fit.rowHeights.reduce((sum, height) => sum + height, 0)).toBeLessThanOrEqual(200);
    expect(fit.rowHeights).toHaveLength(fit.shown + 1);
  });

  it('shows no more rows than a page is to show, with room for the line that tells of the others', () => {
    const fit = fitTable({ ...table(40), most: 5 }, { width: 300, height: 600 }, widthOf);
    expect(fit.shown).toBe(5);
    const least = fitTable(table(5), { width: 300, height: 130 }, widthOf);
    const height = least.rowHeights.reduce((sum, one) => sum + one, 0);
    const tight = fitTable({ ...table(40), most: 5 }, { width: 300, height }, widthOf);
    expect(tight.rowHeights.reduce((sum, one) => sum + one, 0)).toBeLessThan(height - tight.size);
  });
});
