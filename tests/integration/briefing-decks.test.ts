import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { type Briefing, blocksOf } from '#main/core/brief/description.ts';
import { makeBriefing } from '#main/core/brief/make.ts';
import { nativeTable } from '#main/core/brief/pptx/native-table.ts';
import { writePptx } from '#main/core/brief/pptx/write.ts';
import { createTools, type Tools } from '#main/core/brief/tools.ts';
import { decodeText, type Parts, unzipParts } from '#main/core/files/zip.ts';
import { isChartEmpty } from '#shared/charts/reading.ts';
import type { ChartSpec } from '#shared/charts/spec.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';
import { officeFaults } from '#tests/setup/office-faults.ts';
import { BARS, SCREEN_CHARTS } from '#tests/unit/charts/screen-charts.ts';

const MOMENT = 'moment-2025-07-31T1600';
let app: Application;
let tools: Tools;
let briefing: Briefing;
let bytes: Uint8Array;
let parts: Parts;

beforeAll(async () => {
  app = await createApp({ dataFolder: filledFolder() });
  tools = createTools(join(import.meta.dirname, '../../assets'));
  briefing = await makeBriefing(app.client, { kind: 'national', language: 'vi', cut: MOMENT });
  bytes = await writePptx(briefing, { tools });
  parts = unzipParts(bytes);
}, 120_000);

afterAll(() => app.close());

const part = (name: string): string => decodeText(parts[name] ?? new Uint8Array());
const names = (shape: RegExp): string[] => Object.keys(parts).filter((name) => shape.test(name));
const plainText = (xml: string): string =>
  [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text).join('\n');

/** The charts that become native ones: one without a figure becomes a sentence. */
function chartsOf({ pages }: Briefing): ChartSpec[] {
  return pages
    .flatMap(blocksOf)
    .flatMap((block) => (block.type === 'chart' && !isChartEmpty(block.chart) ? [block.chart] : []));
}

describe('the national deck', () => {
  it('has twelve slides, each with its title, its source line and the illustrative mark', () => {
    expect(names(/^ppt\/slides\/slide\d+\.xml$/)).toHaveLength(12);
    for (const [index, page] of briefing.pages.entries()) {
      const text = plainText(part(`ppt/slides/slide${index + 1}.xml`));
      expect(text).toContain(page.title);
      expect(text).toContain('SỐ LIỆU MINH HỌA');
      expect(text).toContain('Số liệu đến 31/07/2025 16:00. Bộ quy tắc số 1.');
    }
  });

  it('says the published figures of 31 July in words', () => {
    const text = plainText(part('ppt/slides/slide1.xml'));
    expect(text).toContain('1.981 trong 3.321 xã, phường, đặc khu (59,65%) đạt đủ điều kiện cơ bản');
    expect(text).toContain('6 nhiệm vụ quá hạn');
    expect(text).toContain('34 Xanh, 0 Vàng, 0 Đỏ');
  });

  it('says of which month the outputs are', () => {
    const online = briefing.pages.find(({ id }) => id === 'online');
    expect(online?.title).toBe('Hồ sơ trực tuyến, tháng 07/2025');
  });

  it('writes the shares of a column with the same decimals', () => {
    const blocks = briefing.pages.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
    const columns = blocks.flatMap(({ block }) =>
      block.type === 'table'
        ? block.table.columns.map((_, at) => block.table.rows.map((row) => row[at]?.text ?? ''))
        : [],
    );
    const shares = columns.map((column) => column.filter((text) => text.endsWith('%')));
    expect(shares.filter((column) => column.length > 1).length).toBeGreaterThan(0);
    for (const column of shares) {
      expect(new Set(column.map((text) => text.split(',')[1]?.length)).size, column.join()).toBeLessThan(2);
    }
  });

  it('holds native charts whose values are those of the queries', async () => {
    const charts = chartsOf(briefing);
    expect(names(/^ppt\/charts\/chart\d+\.xml$/)).toHaveLength(charts.length);
    expect(charts.length).toBeGreaterThanOrEqual(7);
    const { provinces } = await app.client.status.get({ cut: MOMENT });
    const ranking = charts.findIndex((chart) => chart.title.startsWith('Tỷ lệ xã Xanh'));
    const xml = part(`ppt/charts/chart${ranking + 1}.xml`);
    const values = /<c:val>([\s\S]*?)<\/c:val>/.exec(xml)?.[1] ?? '';
    const drawn = [...values.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => Number(value));
    expect(drawn).toEqual(provinces.map(({ coverage }) => coverage ?? 0).sort((left, right) => right - left));
  });

  it('embeds each chart’s own figures as a workbook', () => {
    for (const [index, chart] of chartsOf(briefing).entries()) {
      const workbook = parts[`ppt/embeddings/Microsoft_Excel_Worksheet${index + 1}.xlsx`];
      const sheet = decodeText(
        unzipParts(workbook ?? new Uint8Array())['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
      );
      const numbers = [...sheet.matchAll(/<v>([^<]*)<\/v>/g)].map(([, value]) => Number(value));
      const { labels, series } = nativeTable(chart);
      const expected = labels.flatMap((_, row) => series.flatMap(({ values }) => values[row] ?? []));
      expect(numbers, chart.title).toEqual(expected);
      const relations = part(`ppt/charts/_rels/chart${index + 1}.xml.rels`);
      expect(relations).toContain(`Microsoft_Excel_Worksheet${index + 1}.xlsx`);
    }
  });

  it('takes the chart of every screen as Office takes it', async () => {
    const [page] = briefing.pages;
    if (page === undefined) throw new Error('The briefing has no page');
    const pages = Object.entries({ ...SCREEN_CHARTS, BARS }).map(([id, chart]) => ({
      ...page,
      id,
      rows: [{ height: 1, cells: [{ width: 1, block: { type: 'chart' as const, chart } }] }],
    }));
    const deck = unzipParts(await writePptx({ ...briefing, pages }, { tools }));
    expect(Object.keys(deck).filter((name) => /charts\/chart\d+\.xml$/.test(name))).toHaveLength(
      pages.length,
    );
    expect(officeFaults(deck)).toEqual([]);
  });

  it('shrinks a long title into its place and leaves a short one large', async () => {
    const made = await makeBriefing(app.client, { kind: 'tasks', language: 'vi', cut: MOMENT });
    const slides = unzipParts(await writePptx(made, { tools }));
    const sizes = made.pages.map((page, index) => {
      const xml = decodeText(slides[`ppt/slides/slide${index + 1}.xml`] ?? new Uint8Array());
      const title = /<p:ph[^>]*type="title"[\s\S]*?<\/p:sp>/.exec(xml)?.[0] ?? '';
      return { title: page.title, size: /sz="(\d+)"/.exec(title)?.[1] };
    });
    expect(sizes.find(({ title }) => title.startsWith('Nhóm 4'))?.size).toBe('1400');
    expect(sizes.find(({ title }) => title.startsWith('Nhóm 5'))?.size).toBe('2400');
  });

  it('holds the map as one PNG of 3840 pixels, with words for those who cannot see it', () => {
    const pictures = names(/^ppt\/media\/.*\.png$/);
    expect(pictures).toHaveLength(1);
    const png = Buffer.from(parts[pictures[0] ?? ''] ?? new Uint8Array());
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(3840);
    expect(part('ppt/slides/slide2.xml')).toContain('Bản đồ 34 tỉnh, thành phố');
  });

  it('tells the speaker why, and the source, in paragraphs of their own', () => {
    for (const [index, page] of briefing.pages.entries()) {
      const notes = part(`ppt/notesSlides/notesSlide${index + 1}.xml`);
      for (const line of page.notes) expect(plainText(notes).replaceAll('&quot;', '"')).toContain(line);
      expect(notes.match(/<a:p>/g)?.length).toBeGreaterThanOrEqual(page.notes.length);
    }
  });

  it('is written in Vietnamese for the spelling checker', () => {
    for (const name of names(/^ppt\/(slides|charts|notesSlides)\/\w+\d+\.xml$/))
      expect(part(name), name).not.toContain('lang="en-US"');
  });

  it('is the same bytes from the same data, though made again', async () => {
    const again = await makeBriefing(app.client, { kind: 'national', language: 'vi', cut: MOMENT });
    expect(Buffer.from(await writePptx(again, { tools })).equals(bytes)).toBe(true);
  });

  it('stops when it is cancelled', async () => {
    const stop = AbortSignal.abort();
    await expect(writePptx(briefing, { tools, signal: stop })).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});

describe('every built-in briefing', () => {
  it.each([
    ['national', undefined, 12, 12],
    ['province', '01', 2, 4],
    ['province', '56', 2, 4],
    ['gap', undefined, 2, 8],
    ['tasks', undefined, 9, 20],
    ['handover', undefined, 2, 8],
  ] as const)('%s %s has its pages, in both languages', async (kind, unit, least, most) => {
    for (const language of ['vi', 'en'] as const) {
      const made = await makeBriefing(app.client, { kind, unit, language, cut: MOMENT });
      expect(made.pages.length).toBeGreaterThanOrEqual(least);
      expect(made.pages.length).toBeLessThanOrEqual(most);
      expect(new Set(made.pages.map((page) => page.id)).size).toBe(made.pages.length);
      for (const page of made.pages) expect(page.notes.at(-1)).toContain('31/07/2025 16:00');
      expect(officeFaults(unzipParts(await writePptx(made, { tools })))).toEqual([]);
    }
  });

  it('can be made of the very first cut, which has nothing before it', async () => {
    const first = (await app.client.cuts.list()).at(-1)?.id;
    const made = await makeBriefing(app.client, { kind: 'national', language: 'vi', cut: first });
    expect(made.compareCut).toBeNull();
    const changes = made.pages.find((page) => page.id === 'changes');
    const headline = changes === undefined ? undefined : blocksOf(changes)[0];
    expect(headline).toEqual({ type: 'headline', text: 'Không có kỳ trước để so sánh' });
    expect((await writePptx(made, { tools })).length).toBeGreaterThan(10_000);
  });

  it('refuses a province briefing without a province, and of a unit that is none', async () => {
    const ask = (unit: string | undefined) =>
      makeBriefing(app.client, { kind: 'province', unit, language: 'vi', cut: MOMENT });
    await expect(ask(undefined)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(ask('99')).rejects.toMatchObject({ code: 'UNIT_UNKNOWN' });
  });
});
