import { type Block, type Briefing, blocksOf, type Page } from '#main/core/brief/description.ts';
import { marksOf } from '#main/core/brief/marks.ts';
import type { Tools } from '#main/core/brief/tools.ts';
import { checkText } from '#main/core/files/well-formed.ts';
import { isDense } from '#shared/charts/reading.ts';
import { cleanTexts } from '#shared/text/clean-text.ts';
import { chartSvg } from './chart-svg.ts';
import { LOOKS } from './look.ts';
import { mapSvg } from './map-picture.ts';
import { frameSvg } from './picture-frame.ts';
import { PICTURE_WIDTHS, type PictureScale, svgToPng } from './png.ts';

type Drawable = Extract<Block, { type: 'chart' | 'map' }>;

/** The first chart or map of the page, or null when it has none. */
export function drawableOf(page: Page): Drawable | null {
  return (
    blocksOf(page).find((block): block is Drawable => block.type === 'chart' || block.type === 'map') ?? null
  );
}

/** A chart or map as a picture of its own: title, drawing, legend, source and the illustrative mark, as SVG. */
export function figureSvg(drawable: Drawable, page: Page, briefing: Briefing, tools: Tools): string {
  return frameSvg({
    title: drawable.type === 'chart' ? drawable.chart.title : page.title,
    marks: marksOf(page, briefing),
    source: briefing.words.provenanceLine(page.provenance),
    draw: (room) => drawing(drawable, room, briefing, tools),
    look: { ...LOOKS.light, title: briefing.brand.accent },
    fonts: tools.fonts,
  });
}

function drawing(
  drawable: Drawable,
  place: { readonly width: number; readonly height: number },
  briefing: Briefing,
  tools: Tools,
): string {
  if (drawable.type === 'map') return mapSvg(drawable.map, pagePlace(place), tools);
  const fontSize = isDense(drawable.chart) ? 13 : 16;
  return chartSvg(cleanTexts(drawable.chart), briefing, { ...place, fontSize });
}

/** A map is laid out for points of a page; a picture of 1280 units is looked at like one of 720 points. */
export function pagePlace(room: { readonly width: number; readonly height: number }) {
  return { width: room.width * 0.6, height: room.height * 0.6 };
}

/** The same picture as PNG: 1280, 2560 or 3840 pixels wide. */
/** An SVG as a file. PART_MALFORMED. */
export function svgBytes(svg: string): Uint8Array<ArrayBuffer> {
  checkText('svg', svg);
  return new TextEncoder().encode(svg);
}

export function figurePng(svg: string, scale: PictureScale, tools: Tools): Promise<Uint8Array> {
  return svgToPng(svg, PICTURE_WIDTHS[scale], tools.fonts);
}
