import { addRun, type Raster } from './raster.ts';
import type { MapTopology } from './topology.ts';

/** Radius of the dot that stands for an islet too small to see, and the size below which it does (CSS pixels). */
const DOT_RADIUS = 2.2;
const TOO_SMALL = 4;

/**
 * Adds a dot to the raster for every islet that would be smaller than a few pixels, so that the special zones far
 * out at sea can be seen, hovered and clicked at every zoom. Dots never cover land nor each other.
 * `ratio` is device pixels per CSS pixel.
 */
export function addIsletDots(raster: Raster, topology: MapTopology, ratio: number): void {
  const { scale, left, top, width, height } = raster.viewport;
  const { islets } = topology;
  const radius = DOT_RADIUS * ratio;
  for (let at = 0; at < islets.length; at += 4) {
    if ((islets[at + 2] ?? 0) * scale >= TOO_SMALL * ratio) continue;
    const x = (islets[at] ?? 0) * scale - left;
    const y = (islets[at + 1] ?? 0) * scale - top;
    if (x < -radius || y < -radius || x > width + radius || y > height + radius) continue;
    stampDot(raster, x, y, radius, (islets[at + 3] ?? 0) + 1);
  }
}

function stampDot(raster: Raster, centreX: number, centreY: number, radius: number, unit: number): void {
  const { width, height } = raster.viewport;
  const lastRow = Math.min(height - 1, Math.floor(centreY + radius - 0.5));
  for (let row = Math.max(0, Math.ceil(centreY - radius - 0.5)); row <= lastRow; row += 1) {
    const rise = row + 0.5 - centreY;
    const reach = Math.sqrt(Math.max(0, radius * radius - rise * rise));
    const from = Math.max(0, Math.ceil(centreX - reach - 0.5));
    const to = Math.min(width, Math.floor(centreX + reach + 0.5));
    stampFreePixels(raster, row * width + from, row * width + to, unit);
  }
}

function stampFreePixels(raster: Raster, from: number, to: number, unit: number): void {
  for (let at = from; at < to; at += 1) {
    if (raster.index[at] !== 0) continue;
    raster.index[at] = unit;
    addRun(raster, at, at + 1, unit);
  }
}
