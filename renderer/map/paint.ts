import type { Raster } from './raster.ts';

/**
 * Marks that tell classes apart without colour. `hatch` is kept for 'no data', the last three for what lies between
 * two colours: each has half of the area.
 */
export const PATTERNS = [
  'solid',
  'hatch',
  'crossHatch',
  'dots',
  'lines',
  'dashes',
  'stripes',
  'checks',
  'bars',
] as const;
export type Pattern = (typeof PATTERNS)[number];

/** How a class is filled: colours as #rrggbb, `ink` draws the pattern on `colour`. */
export interface MapPaint {
  readonly colour: string;
  readonly pattern: Pattern;
  readonly ink: string;
}

/** Side of a pattern's tile in CSS pixels; tiles are drawn at the device's ratio. */
const TILE_CSS = 8;

/** A paint ready for pixels: one colour, or a square tile of side * side colours. All 32-bit, ABGR in memory order. */
interface ReadyPaint {
  readonly colour: number;
  readonly tile: Uint32Array | null;
  readonly side: number;
}

/** Paints ready for pixels at a device pixel ratio. */
export function readyPaints(paints: readonly MapPaint[], ratio: number): ReadyPaint[] {
  const side = Math.max(TILE_CSS, Math.round(TILE_CSS * ratio));
  return paints.map((paint) => ({
    colour: pixelColour(paint.colour),
    tile: paint.pattern === 'solid' ? null : drawTile(paint, side),
    side,
  }));
}

/** #rrggbb as the 32-bit number whose bytes in memory are r, g, b, 255 (little-endian machines). */
export function pixelColour(hex: string): number {
  const value = Number.parseInt(hex.slice(1), 16);
  const red = value >> 16;
  const green = (value >> 8) & 0xff;
  const blue = value & 0xff;
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

function drawTile(paint: MapPaint, side: number): Uint32Array {
  const tile = new Uint32Array(side * side).fill(pixelColour(paint.colour));
  const ink = pixelColour(paint.ink);
  const isInk = TILE_SHAPES[paint.pattern];
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) if (isInk(x / side, y / side)) tile[y * side + x] = ink;
  }
  return tile;
}

/** Where a pattern's ink is in a tile of side 1; each repeats without a seam. */
export const TILE_SHAPES: Readonly<Record<Pattern, (x: number, y: number) => boolean>> = {
  solid: () => false,
  hatch: (x, y) => (x + y) % 1 < 0.25,
  crossHatch: (x, y) => (x + y) % 1 < 0.2 || (x - y + 1) % 1 < 0.2,
  dots: (x, y) => x < 0.26 && y < 0.26,
  lines: (_x, y) => y < 0.25,
  dashes: (x, y) => y < 0.25 && x < 0.5,
  stripes: (x, y) => (x - y + 1) % 1 < 0.5,
  checks: (x, y) => x < 0.5 === y < 0.5,
  bars: (x) => x < 0.5,
};

/**
 * Writes the colour of each commune's class along its runs. `paintOf[number + 1]` is the place of its paint.
 * Patterns are anchored to the map, not to the canvas, so that they do not swim when the view moves.
 */
export function paintRuns(
  raster: Raster,
  pixels: Uint32Array,
  paintOf: Uint8Array,
  paints: readonly ReadyPaint[],
): void {
  const { runStarts, runEnds, runUnits, runCount } = raster;
  for (let run = 0; run < runCount; run += 1) {
    const paint = paints[paintOf[runUnits[run] ?? 0] ?? 0];
    if (paint === undefined) continue;
    const start = runStarts[run] ?? 0;
    const end = runEnds[run] ?? 0;
    if (paint.tile === null) fillPixels(pixels, start, end, paint.colour);
    else fillPattern(raster, pixels, start, end, paint.tile, paint.side);
  }
}

// The built-in fill costs a call; most runs are shorter than that is worth.
const SHORT_RUN = 24;

function fillPixels(pixels: Uint32Array, start: number, end: number, colour: number): void {
  if (end - start > SHORT_RUN) pixels.fill(colour, start, end);
  else for (let at = start; at < end; at += 1) pixels[at] = colour;
}

function fillPattern(
  raster: Raster,
  pixels: Uint32Array,
  start: number,
  end: number,
  tile: Uint32Array,
  side: number,
): void {
  const { width, left, top } = raster.viewport;
  const row = Math.floor(start / width);
  const tileRow = positiveModulo(row + Math.round(top), side) * side;
  let column = positiveModulo(start - row * width + Math.round(left), side);
  for (let at = start; at < end; at += 1) {
    pixels[at] = tile[tileRow + column] ?? 0;
    column = column + 1 === side ? 0 : column + 1;
  }
}

function positiveModulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
