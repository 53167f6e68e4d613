import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { type Briefing, blocksOf } from '#main/core/brief/description.ts';
import { exportBriefing } from '#main/core/brief/export.ts';
import { exportProvinces } from '#main/core/brief/export-provinces.ts';
import { makeBriefing } from '#main/core/brief/make.ts';
import { writePdf } from '#main/core/brief/pdf/write.ts';
import { createTools, type Tools } from '#main/core/brief/tools.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { readWorkbookFile } from '#tests/setup/workbook-file.ts';
import { pdfPages } from './briefing-pdf-text.ts';

const MOMENT = 'moment-2025-07-31T1600';
let app: Application;
let tools: Tools;
let briefing: Briefing;

beforeAll(async () => {
  app = await createApp({ dataFolder: filledFolder() });
  tools = createTools(join(import.meta.dirname, '../../assets'));
  briefing = await makeBriefing(app.client, { kind: 'national', language: 'vi', cut: MOMENT });
}, 120_000);

afterAll(() => app.close());

/** Words of a text without the places where lines were broken. */
const words = (text: string): string => text.replace(/\s+/g, ' ');

describe.each(['wide', 'a4'] as const)('the national PDF, %s', (format) => {
  let bytes: Uint8Array;
  let raw: string;
  beforeAll(async () => {
    bytes = await writePdf(briefing, { tools, format });
    raw = Buffer.from(bytes).toString('latin1');
  });

  it('has text that can be copied with all its accents, on every page', () => {
    const pages = pdfPages(bytes);
    expect(pages).toHaveLength(12);
    for (const [index, page] of briefing.pages.entries()) {
      const text = words(pages[index] ?? '');
      expect(text).toContain(words(page.title));
      expect(text).toContain('SỐ LIỆU MINH HỌA');
      expect(text).toContain('Số liệu đến 31/07/2025 16:00. Bộ quy tắc số 1.');
      expect(text).not.toContain('\uFFFD');
      for (const block of blocksOf(page)) {
        if (block.type === 'text') for (const line of block.paragraphs) expect(text).toContain(words(line));
        if (block.type === 'headline') expect(text).toContain(words(block.text));
      }
    }
  });

  it('embeds its fonts, is tagged in Vietnamese and has a bookmark for each page', () => {
    expect(raw.match(/\/FontFile2 /g)?.length).toBeGreaterThanOrEqual(3);
    expect(raw).toContain('/Marked true');
    expect(raw).toContain('/Lang (vi-VN)');
    for (const type of ['H1', 'H2', 'Table', 'TR', 'TH', 'TD', 'Figure', 'P'])
      expect(raw, type).toContain(`/S /${type}\n`);
    expect(raw.match(/\/Type \/Outlines|\/Title /g)?.length).toBeGreaterThanOrEqual(12);
    expect(raw).toContain('/Outlines');
  });

  it('draws charts and maps as vectors and fetches nothing', () => {
    expect(raw).not.toContain('/Subtype /Image');
    expect(raw).not.toMatch(/\/URI|\/JavaScript|\/Launch/);
  });

  it('is the same bytes every time', async () => {
    expect(Buffer.from(await writePdf(briefing, { tools, format })).equals(bytes)).toBe(true);
  });
});

describe('an exported file', () => {
  const base = { kind: 'national', language: 'vi', cut: MOMENT } as const;

  it('gets a name with unit, day and content when a folder is given, the same for the same content', async () => {
    const folder = freshFolder();
    const first = await exportBriefing(app.client, { ...base, tools, format: 'csv', out: folder });
    const second = await exportBriefing(app.client, { ...base, tools, format: 'csv', out: folder });
    expect(first.file).toMatch(/kh02_national_viet-nam_2025-07-31_[0-9a-f]{8}\.csv$/);
    expect(second.file).toBe(first.file);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('as CSV holds every commune with its statuses', async () => {
    const { file } = await exportBriefing(app.client, { ...base, tools, format: 'csv', out: freshFolder() });
    const lines = readFileSync(file, 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(3322);
    expect(lines.filter((line) => line.split(';')[3] === 'Xanh')).toHaveLength(1981);
  });

  it('as a workbook has a cover, a sheet for each page with typed figures, and the whole table', async () => {
    const out = join(freshFolder(), 'book.xlsx');
    await exportBriefing(app.client, { ...base, tools, format: 'workbook', out });
    const sheets = readWorkbookFile(readFileSync(out));
    expect(sheets).toHaveLength(15);
    const columnB = (sheet: number) =>
      [...(sheets[sheet]?.cells ?? [])].flatMap(([place, { value }]) => (/^B\d/.test(place) ? [value] : []));
    expect(columnB(0)).toContain(MOMENT);
    for (const [index, page] of briefing.pages.entries())
      expect(sheets[index + 1]?.cells.get('A1')?.value).toBe(page.title);
    const numbers = columnB(5).filter((value) => typeof value === 'number');
    expect(numbers).toHaveLength(34);
    expect(Math.max(...numbers)).toBe(1);
    expect(columnB(13).length).toBeGreaterThan(3321);
    // Counts per 10,000 people, of the country and every province.
    const perPeople = [...(sheets[14]?.cells ?? [])];
    const cell = (place: string) => sheets[14]?.cells.get(place)?.value;
    expect(cell('E3')).toBe('Trên 10.000 dân');
    expect(columnB(14).filter((code) => code === 'VN').length).toBeGreaterThanOrEqual(1);
    const row = perPeople.find(([place, { value }]) => /^B\d/.test(place) && value === 'VN')?.[0].slice(1);
    const [value, people, communes] = ['E', 'F', 'G'].map((column) => cell(`${column}${row}`));
    expect(value).toBeTypeOf('number');
    expect(people).toBeGreaterThan(90_000_000);
    expect(communes).toBeGreaterThan(3000);
  });

  it.each([
    ['png', /^\u0089PNG/],
    ['svg', /^<svg /],
  ] as const)('as %s is the picture of a page with its title, source and mark', async (format, start) => {
    const { file } = await exportBriefing(app.client, {
      ...base,
      tools,
      format,
      page: 'ranking',
      scale: '1x',
      out: freshFolder(),
    });
    const text = readFileSync(file, format === 'svg' ? 'utf8' : 'latin1');
    expect(text).toMatch(start);
    if (format === 'svg') {
      expect(text).toContain('SỐ LIỆU MINH HỌA');
      expect(text).toContain('Số liệu đến 31/07/2025 16:00');
    }
  });

  it('says that a page has no picture', async () => {
    await expect(
      exportBriefing(app.client, { ...base, tools, format: 'png', page: 'overdue', out: freshFolder() }),
    ).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  it.each(['deck', 'pdf', 'workbook', 'csv'] as const)(
    'leaves nothing behind when %s is cancelled',
    async (format) => {
      const out = freshFolder();
      const stop = new AbortController();
      const work = exportBriefing(app.client, { ...base, tools, format, out, signal: stop.signal });
      stop.abort();
      await expect(work).rejects.toMatchObject({ code: expect.stringMatching(/CANCELLED|ABORT_ERR/) });
      expect(readdirSync(out)).toEqual([]);
    },
  );
});

describe('the sheets of all provinces', () => {
  it('come as whole files into one zip, with progress', async () => {
    const out = join(freshFolder(), 'tinh.zip');
    const steps: number[] = [];
    const result = await exportProvinces(app.client, {
      tools,
      language: 'vi',
      cut: MOMENT,
      format: 'csv',
      out,
      onProgress: ({ done }) => steps.push(done),
    });
    expect(result.files).toHaveLength(34);
    expect(steps).toEqual(Array.from({ length: 34 }, (_, index) => index + 1));
    expect(Object.keys(unzipSync(readFileSync(out)))).toEqual(result.files);
  });

  it('stopped halfway leave whole files in a folder and no zip', async () => {
    const folder = freshFolder();
    const stop = new AbortController();
    const options = {
      tools,
      language: 'vi',
      cut: MOMENT,
      format: 'csv',
      signal: stop.signal,
      onProgress: ({ done }: { done: number }) => {
        if (done === 3) stop.abort();
      },
    } as const;
    await expect(
      exportProvinces(app.client, { ...options, out: join(folder, 'x.zip') }),
    ).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});
