import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '#main/core/brief/csv/write.ts';
import type { Block, Briefing, Page } from '#main/core/brief/description.ts';
import { frameWords } from '#main/core/brief/frame-words.ts';
import { writePdf } from '#main/core/brief/pdf/write.ts';
import { figurePng, figureSvg } from '#main/core/brief/pictures/figure-picture.ts';
import { writePptx } from '#main/core/brief/pptx/write.ts';
import { createSay } from '#main/core/brief/say.ts';
import { createTools } from '#main/core/brief/tools.ts';
import { writeBriefingWorkbook } from '#main/core/brief/xlsx/briefing-workbook.ts';
import { cleanTexts } from '#shared/text/clean-text.ts';
import { CLEAN, CLEAN_LINE, SPOILED } from '#tests/fixtures/briefing/spoiled.ts';
import { readOffice, readXml } from '#tests/setup/office-parts.ts';
import { pdfPages } from './briefing-pdf-text.ts';

const tools = createTools(join(import.meta.dirname, '../../assets'));
const names = { unit: new Map(), task: new Map(), indicator: new Map() };
const asOf = '2025-07-31T09:00:00.000Z';
/** Stands in the fields below for what must not leave. */
const X = '%';

const chart = {
  type: 'chart',
  chart: {
    title: `chart ${X}`,
    form: 'bars',
    axis: { kind: 'units', name: `axis ${X}`, points: [`category ${X}`, 'b'] },
    asOf: '',
    unit: 'integer',
    series: [{ name: `series ${X}`, tone: 'green', values: [1, 2] }],
  },
} as const satisfies Block;
const map = {
  type: 'map',
  map: {
    level: 'province',
    description: `map ${X}`,
    areas: [{ code: '48', name: `area ${X}`, value: `value ${X}`, colour: '#2E9E83' }],
    format: 'text',
    legendTitle: `legend ${X}`,
    legend: [{ label: `class ${X}`, colour: '#2E9E83', count: '1' }],
    labels: [{ code: '48', lon: 108.2, lat: 16, lines: [`label ${X}`] }],
    archipelagoNames: { '20333': `archipelago ${X}` },
  },
} as const satisfies Block;
const table: Block = {
  type: 'table',
  table: {
    title: `table ${X}`,
    columns: [{ title: `column ${X}`, width: 1, format: 'text' }],
    rows: [[{ value: `cell ${X}`, text: `cell ${X}` }]],
    emptyText: '',
  },
};
const figure = { label: `label ${X}`, value: 1, text: `figure ${X}`, format: 'integer' } as const;
const change = { text: `change ${X}`, direction: 'same' } as const;
const blocks: Block[][] = [
  [{ type: 'headline', text: `headline ${X}` }],
  [{ type: 'figures', figures: [{ ...figure, change }] }],
  [chart, map],
  [table, { type: 'text', paragraphs: [`paragraph ${X}`] }],
];
const provenance = {
  source: `source ${X}`,
  asOf,
  cut: 'moment-2025-07-31T1600',
  ruleVersion: 1,
  mark: 'illustrative' as const,
  corrected: false,
  collecting: null,
  statusCut: '',
  waiting: '',
};
const pages = blocks.map(
  (cells, at): Page => ({
    id: `page-${at}`,
    title: `title ${X}`,
    rows: [{ height: 1, cells: cells.map((block) => ({ width: 1, block })) }],
    notes: [`note ${X}`],
    provenance,
  }),
);
const briefing: Briefing = cleanTexts(
  {
    kind: 'national',
    language: 'vi',
    title: `briefing ${X}`,
    subtitle: `subtitle ${X}`,
    organisation: `organisation ${X}`,
    brand: { accent: '#0F4C81', band: '#0F4C81', logo: null },
    snapshot: null,
    unit: 'VN',
    unitName: `unit ${X}`,
    cut: 'moment-2025-07-31T1600',
    compareCut: null,
    asOf,
    words: frameWords(createSay('vi', names)),
    pages,
  },
  (text) => text.replace(X, SPOILED),
);

const clean = (field: string): string => `${field} ${CLEAN}`;
const line = (field: string): string => `${field} ${CLEAN_LINE}`;

describe('what no file may hold, in every text of a briefing', () => {
  it('is gone from a deck, and line breaks stay where the words were', async () => {
    const parts = readOffice(await writePptx(briefing, { tools }));
    const slides = [1, 2, 3, 4].map((number) => parts.get(`ppt/slides/slide${number}.xml`));
    const said = slides.flatMap((slide) => slide?.texts ?? []);
    for (const field of 'title headline label figure change chart table column cell paragraph'.split(' '))
      expect(said, field).toContain(clean(field));
    expect(said.join('\n')).toContain(`Nguồn: source ${CLEAN}`);
    expect(slides[2]?.attributes).toContain(line('map'));
    expect(parts.get('ppt/notesSlides/notesSlide1.xml')?.texts).toContain(clean('note'));
    const drawn = parts.get('ppt/charts/chart1.xml')?.texts;
    const sheet = 'ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx/xl/worksheets/sheet1.xml';
    for (const field of ['category', 'series']) {
      expect(drawn, field).toContain(clean(field));
      expect(parts.get(sheet)?.texts, field).toContain(clean(field));
    }
    const core = parts.get('docProps/core.xml')?.texts;
    for (const field of ['briefing', 'subtitle', 'organisation']) expect(core, field).toContain(line(field));
    expect(parts.get('docProps/app.xml')?.texts).toContain(line('organisation'));
  });

  it('is gone from a workbook: cells, names of sheets, properties', async () => {
    const chunks: Uint8Array[] = [];
    const extra = [{ title: `extra ${SPOILED}`, columns: [], rows: [] }];
    await writeBriefingWorkbook(briefing, extra, (chunk) => chunks.push(chunk));
    const parts = readOffice(Buffer.concat(chunks));
    const cells = [...parts.values()].flatMap(({ texts }) => texts);
    for (const field of 'briefing organisation unit title headline chart axis category series table column'.split(
      ' ',
    ))
      expect(cells, field).toContain(clean(field));
    for (const field of 'cell paragraph label change legend area value extra source'.split(' '))
      expect(cells, field).toContain(clean(field));
    const sheets = parts.get('xl/workbook.xml')?.attributes;
    expect(sheets).toContain('1. title một hai ba bốn năm');
    expect(sheets).toContain('extra một hai ba bốn năm');
    const core = parts.get('docProps/core.xml')?.texts;
    expect(core).toContain(line('briefing'));
    expect(core).toContain(line('organisation'));
  });

  it.each(['wide', 'a4'] as const)('is gone from a PDF, %s', async (format) => {
    const bytes = await writePdf(briefing, { tools, format });
    const words = (text: string): string => text.replace(/\s+/g, ' ');
    const text = words(pdfPages(bytes).join(' '));
    const drawn = CLEAN_LINE.slice(0, CLEAN_LINE.indexOf(' \u{1F600}'));
    for (const field of 'title headline label figure change chart table column cell paragraph source'.split(
      ' ',
    ))
      expect(text, field).toContain(`${field} ${drawn}`);
  });

  it('is gone from a CSV, also where it hid a formula', () => {
    const cell = (value: string) => ({ value, format: 'text' as const });
    const columns = [{ title: `column ${SPOILED}`, format: 'text' as const }];
    const rows = [[cell(`cell ${SPOILED}`)], [cell('\u0001=1+1')], [cell('\r=1+1')]];
    const text = Buffer.from(writeCsv({ title: '', columns, rows }, 'vi')).toString('utf8');
    const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
    const expected = [quoted(line('column')), quoted(clean('cell')), `'=1+1`, quoted(`'\n=1+1`)];
    expect(text).toBe(`\uFEFF${expected.join('\r\n')}\r\n`);
  });

  it.each([
    ['chart', chart],
    ['map', map],
  ] as const)('is gone from the picture of a %s', async (kind, block) => {
    const spoiled = cleanTexts(block, (text) => text.replace(X, SPOILED));
    const page = { id: '', title: `title ${SPOILED}`, rows: [], notes: [], provenance };
    const svg = figureSvg(spoiled, page, briefing, tools);
    const { texts } = readXml('svg', svg);
    expect(texts.join(' ')).toContain(kind === 'chart' ? 'category' : 'archipelago');
    expect(Buffer.from(await figurePng(svg, '1x', tools)).toString('latin1', 1, 4)).toBe('PNG');
  });
});
