import { type Block, type Briefing, blocksOf, type Page } from '../description.ts';
import { wrapLines } from '../fit.ts';
import { marksOf } from '../marks.ts';
import { PAGE_COLOURS } from '../palette.ts';
import type { Tools } from '../tools.ts';
import { chartSvg } from './chart-svg.ts';
import { FONT_FAMILY } from './font-metrics.ts';
import { mapDrawing } from './map-picture.ts';
import { escapeXml } from './map-svg.ts';
import { PICTURE_WIDTHS, type PictureScale, svgToPng } from './png.ts';

type Drawable = Extract<Block, { type: 'chart' | 'map' }>;

/** Drawing units: the picture at 1x is as many pixels. */
const WIDTH = 1280;
const HEIGHT = 720;
const MARGIN = 32;

/** The first chart or map of the page, or null when it has none. */
export function drawableOf(page: Page): Drawable | null {
  return (
    blocksOf(page).find((block): block is Drawable => block.type === 'chart' || block.type === 'map') ?? null
  );
}

/** A chart or map as a picture of its own: title, drawing, legend, source and the illustrative mark, as SVG. */
export function figureSvg(drawable: Drawable, page: Page, briefing: Briefing, tools: Tools): string {
  const title = drawable.type === 'chart' ? drawable.chart.title : page.title;
  const source = briefing.words.provenanceLine(page.provenance);
  const marks = marksOf(page, briefing);
  const lines = wrapLines(title, WIDTH - 2 * MARGIN - 220, 28, tools.fonts.widthOf, 700);
  const top = MARGIN + lines.length * 36 + 8;
  const place = { width: WIDTH - 2 * MARGIN, height: HEIGHT - top - 56 };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="${FONT_FAMILY}">`,
    `<title>${escapeXml(title)}</title><rect width="${WIDTH}" height="${HEIGHT}" fill="${PAGE_COLOURS.paper}"/>`,
    ...lines.map((line, index) =>
      svgText(line, MARGIN, MARGIN + 24 + index * 36, 28, PAGE_COLOURS.accent, 'font-weight="700"'),
    ),
    marks === ''
      ? ''
      : svgText(
          marks,
          WIDTH - MARGIN,
          MARGIN + 20,
          16,
          PAGE_COLOURS.mark,
          'font-weight="700" text-anchor="end"',
        ),
    nested(drawing(drawable, place, briefing, tools), MARGIN, top, place),
    svgText(source, MARGIN, HEIGHT - 22, 14, PAGE_COLOURS.faint),
    '</svg>',
  ].join('');
}

function drawing(
  drawable: Drawable,
  place: { readonly width: number; readonly height: number },
  briefing: Briefing,
  tools: Tools,
): string {
  // A map is laid out for points of a page; a picture of 1280 units is looked at like one of 720 points.
  if (drawable.type === 'map')
    return mapDrawing(drawable.map, { width: place.width * 0.6, height: place.height * 0.6 }, tools);
  return chartSvg(drawable.chart, {
    ...place,
    fontSize: drawable.chart.categories.length > 24 ? 13 : 16,
    formatValue: (value) => briefing.words.formatValue(value, drawable.chart.format),
  });
}

/** An SVG inside another one, fitted into its place. */
function nested(
  svg: string,
  x: number,
  y: number,
  place: { readonly width: number; readonly height: number },
): string {
  return svg.replace(/^<svg [^>]*?>/, (start) => {
    const box = /viewBox="([^"]*)"/.exec(start)?.[1] ?? `0 0 ${place.width} ${place.height}`;
    return `<svg x="${x}" y="${y}" width="${place.width}" height="${place.height}" viewBox="${box}">`;
  });
}

function svgText(text: string, x: number, y: number, size: number, colour: string, rest = ''): string {
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${colour}" ${rest}>${escapeXml(text)}</text>`;
}

/** The same picture as PNG: 1280, 2560 or 3840 pixels wide. */
export function figurePng(svg: string, scale: PictureScale, tools: Tools): Promise<Uint8Array> {
  return svgToPng(svg, PICTURE_WIDTHS[scale], tools.fonts);
}
