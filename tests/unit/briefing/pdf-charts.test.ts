import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { drawChartSvg } from '#main/core/brief/pdf/chart.ts';
import { bytesOf, FACES } from '#main/core/brief/pdf/paper.ts';
import { chartSvg, useFontMetrics } from '#main/core/brief/pictures/chart-svg.ts';
import { FONT_FILES, loadFonts } from '#main/core/brief/pictures/font-metrics.ts';
import type { ChartSpec } from '#shared/charts/spec.ts';
import { pdfContents, pdfPages } from '#tests/integration/briefing-pdf-text.ts';

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

const spec = (kind: ChartSpec['kind']): ChartSpec => ({
  kind,
  title: 'Thử',
  categories: ['Hà Nội', 'Huế & Đắk Lắk', 'Cà Mau'],
  series: [
    { name: 'Xanh', colour: '#2E9E83', values: [3, null, 1] },
    ...(kind === 'doughnut' || kind === 'ranking'
      ? []
      : [{ name: 'Đỏ', colour: '#9E1B1B', values: [1, 2, 3] }]),
  ],
  ...(kind === 'doughnut' ? { pointColours: ['#2E9E83', '#F5CB45', '#9E1B1B'] } : {}),
  format: 'integer',
  ...(kind === 'ranking' ? { reference: { label: 'Cả nước', value: 2 } } : {}),
});
const size = { width: 900, height: 500, fontSize: 12, formatValue: String };

describe('a chart in a PDF', () => {
  it.each(['ranking', 'stacked', 'line', 'doughnut', 'distribution'] as const)(
    '%s has its words as text and its colours',
    async (kind) => {
      const bytes = await drawn(chartSvg(spec(kind), size));
      const [text = ''] = pdfPages(bytes);
      expect(text).toContain('Hà Nội');
      expect(text).toContain(kind === 'doughnut' ? 'Cà Mau: 1' : 'Huế & Đắk Lắk');
      // #2E9E83 as PDFKit writes it.
      expect(pdfContents(bytes)[0]).toMatch(/0\.18039\d* 0\.61960\d* 0\.51372\d* (scn|SCN)/);
    },
  );

  it.each([
    ['an element', '<image href="a.png"/>', '<image>'],
    ['a colour', '<rect width="1" height="1" fill="hsl(1 2% 3%)"/>', 'hsl'],
    ['a transform', '<g transform="skewX(3)"></g>', 'skewX'],
  ])('is not drawn without %s that we do not know', async (_what, part, named) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">${part}</svg>`;
    await expect(drawn(svg)).rejects.toThrow(named);
  });
});
