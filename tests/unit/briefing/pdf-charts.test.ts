import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { drawChartSvg } from '#main/core/brief/pdf/chart.ts';
import { bytesOf, FACES } from '#main/core/brief/pdf/paper.ts';
import { chartSvg, useFontMetrics } from '#main/core/brief/pictures/chart-svg.ts';
import { FONT_FILES, loadFonts } from '#main/core/brief/pictures/font-metrics.ts';
import { writePoint } from '#shared/charts/reading.ts';
import type { ChartSpec } from '#shared/charts/spec.ts';
import { toneColour } from '#shared/charts/style.ts';
import { createFormatter } from '#shared/text/format.ts';
import { pdfContents, pdfPages } from '#tests/integration/briefing-pdf-text.ts';
import { BARS, SCREEN_CHARTS } from '#tests/unit/charts/screen-charts.ts';

const assets = join(import.meta.dirname, '../../../assets');
const fonts = loadFonts(assets);
useFontMetrics(fonts);

async function drawn(svg: string): Promise<Uint8Array> {
  const document = new PDFDocument({ font: '', size: [900, 500], margin: 0, autoFirstPage: false });
  const bytes = bytesOf(document);
  for (const face of Object.values(FACES))
    document.registerFont(face, join(assets, 'fonts', FONT_FILES[face as keyof typeof FONT_FILES]));
  document.addPage();
  drawChartSvg(document, svg, { x: 0, y: 0, width: 900, height: 500 });
  document.end();
  return bytes;
}

/** #RRGGBB as PDFKit writes it: three fractions. */
function colourInPdf(colour: string): RegExp {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const written = parts.map((part) =>
    part === 0 || part === 1 ? String(part) : `${part.toFixed(5).slice(0, -1)}\\d*`,
  );
  return new RegExp(`${written.join(' ')} (scn|SCN)`);
}

const charts: Readonly<Record<string, ChartSpec>> = { ...SCREEN_CHARTS, 'bars with a line across': BARS };
const look = {
  language: 'vi',
  brand: { accent: '#0F4C81', band: '#0F4C81', logo: null },
} as const;

describe('a chart in a PDF', () => {
  it.each(Object.entries(charts))('%s has its words as text and its colours', async (_name, chart) => {
    const bytes = await drawn(chartSvg(chart, look, { width: 900, height: 500, fontSize: 12 }));
    const [text = ''] = pdfPages(bytes);
    const [series] = chart.series;
    if (chart.series.length > 1) expect(text).toContain(series?.name);
    const [first = ''] = chart.axis.points;
    if (chart.axis.kind !== 'days')
      expect(text).toContain(writePoint(chart.axis, first, createFormatter('vi'), true));
    const drawnIn = series?.states?.[0] ?? series?.tone ?? 'house';
    expect(pdfContents(bytes)[0]).toMatch(
      colourInPdf(toneColour(drawnIn, { theme: 'light', accent: '#0F4C81' })),
    );
  });

  it('hatches what was not reported', async () => {
    const chart = SCREEN_CHARTS['unit: communes by status over the cuts'];
    const bytes = await drawn(chartSvg(chart, look, { width: 900, height: 500, fontSize: 12 }));
    expect(pdfContents(bytes)[0]).toMatch(/ \/P1 scn/);
  });

  it.each([
    ['an element', '<image href="a.png"/>', '<image>'],
    ['a colour', '<rect width="1" height="1" fill="hsl(1 2% 3%)"/>', 'hsl'],
    ['a transform', '<g transform="skewX(3)"></g>', 'skewX'],
  ])('is not drawn without %s that we do not know', async (_what, part, named) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">${part}</svg>`;
    await expect(drawn(svg)).rejects.toThrow(named);
  });
});
