import type { MapSpec } from '#main/core/brief/description.ts';
import type { Rect } from '#main/core/brief/layout.ts';
import type { Tools } from '#main/core/brief/tools.ts';
import type { Drawing } from './drawing.ts';
import { drawingSvg } from './drawing-svg.ts';
import type { Look } from './look.ts';
import { drawMap } from './map-drawing.ts';
import { svgToPng } from './png.ts';

/** A map is drawn this many pixels high whatever its place, so that its lettering keeps its proportion. */
const DRAWING_HEIGHT = 860;

/** The map in the proportions of its place. */
export function mapDrawing(
  map: MapSpec,
  place: Pick<Rect, 'width' | 'height'>,
  tools: Tools,
  look?: Look,
): Drawing {
  const boundaries = tools.boundaries(map.level === 'province' ? 'country' : 'detail');
  const width = Math.round((DRAWING_HEIGHT * place.width) / place.height);
  const pixelsPerPoint = DRAWING_HEIGHT / place.height;
  const { fonts } = tools;
  const drawn = { width, height: DRAWING_HEIGHT, pixelsPerPoint, fonts };
  return drawMap(map, boundaries, look === undefined ? drawn : { ...drawn, look });
}

/** The same as SVG. */
export function mapSvg(
  map: MapSpec,
  place: Pick<Rect, 'width' | 'height'>,
  tools: Tools,
  look?: Look,
): string {
  return drawingSvg(mapDrawing(map, place, tools, look));
}

/** The map as PNG, `pixels` wide. */
export function mapPicture(
  map: MapSpec,
  place: Pick<Rect, 'width' | 'height'>,
  pixels: number,
  tools: Tools,
): Promise<Uint8Array> {
  return svgToPng(mapSvg(map, place, tools), pixels, tools.fonts);
}
