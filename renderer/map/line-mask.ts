import type { Viewport } from './raster.ts';
import type { MapTopology } from './topology.ts';

/** Points nearer than this to the last drawn one are left out (device pixels). */
const SMALLEST_STEP = 0.75;

/** An islet narrower than this (device pixels) gets no border: it would be nothing but border. */
const SMALLEST_RING = 6;

/** The pixels that lines cover: place in the picture, and how much of it (0..255). Sparse, so that it blends fast. */
export interface LinePixels {
  readonly places: Uint32Array;
  readonly cover: Uint8Array;
}

/**
 * Draws lines into memory without a canvas: a second canvas of the map's size, its strokes and its way to the screen,
 * costs several times as much. Memory is kept from one picture to the next.
 */
export class LineMask {
  #cover = new Uint8Array(0);
  #places = new Uint32Array(1 << 16);
  #count = 0;
  #width = 0;
  #height = 0;

  /** The pixels of the arcs that touch the view, each border once; `lineWidth` in device pixels. */
  draw(topology: MapTopology, arcs: Uint32Array, viewport: Viewport, lineWidth: number): LinePixels {
    this.#begin(viewport);
    const half = lineWidth / 2;
    for (const arc of arcs) {
      if (touchesView(topology, arc, viewport, half) && !isTinyRing(topology, arc, viewport.scale)) {
        this.#arc(topology, arc, viewport, half);
      }
    }
    return this.#end();
  }

  #begin(viewport: Viewport): void {
    this.#width = viewport.width;
    this.#height = viewport.height;
    this.#count = 0;
    const size = viewport.width * viewport.height;
    // All zero between pictures: `#end` clears what was drawn, which is far less than everything.
    if (this.#cover.length < size) this.#cover = new Uint8Array(size);
  }

  #end(): LinePixels {
    const places = this.#places.slice(0, this.#count);
    const cover = new Uint8Array(this.#count);
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] ?? 0;
      cover[at] = this.#cover[place] ?? 0;
      this.#cover[place] = 0;
    }
    return { places, cover };
  }

  #arc(topology: MapTopology, arc: number, viewport: Viewport, half: number): void {
    const { points, pointStarts } = topology;
    const { scale, left, top } = viewport;
    const last = (pointStarts[arc + 1] ?? 0) * 2 - 2;
    const from = (pointStarts[arc] ?? 0) * 2;
    let drawnX = (points[from] ?? 0) * scale - left;
    let drawnY = (points[from + 1] ?? 0) * scale - top;
    for (let at = from + 2; at <= last; at += 2) {
      const x = (points[at] ?? 0) * scale - left;
      const y = (points[at + 1] ?? 0) * scale - top;
      if (at < last && Math.abs(x - drawnX) + Math.abs(y - drawnY) < SMALLEST_STEP) continue;
      this.#segment(drawnX, drawnY, x, y, half);
      drawnX = x;
      drawnY = y;
    }
  }

  #segment(x0: number, y0: number, x1: number, y1: number, half: number): void {
    const { abs, max, min } = Math;
    if (max(x0, x1) < -2 || min(x0, x1) > this.#width + 2) return;
    if (max(y0, y1) < -2 || min(y0, y1) > this.#height + 2) return;
    const isFlat = abs(x1 - x0) >= abs(y1 - y0);
    if (isFlat) this.#walk(x0, y0, x1, y1, half, this.#width, this.#height, 1, this.#width);
    else this.#walk(y0, x0, y1, x1, half, this.#height, this.#width, this.#width, 1);
  }

  // Walks along the longer axis (a); at each step the line covers a few pixels across it (b):
  // full where its centre is nearer than half a line width, fading over the last pixel.
  #walk(
    a0: number,
    b0: number,
    a1: number,
    b1: number,
    half: number,
    sizeA: number,
    sizeB: number,
    stepA: number,
    stepB: number,
  ): void {
    const along = a1 - a0;
    const slope = along === 0 ? 0 : (b1 - b0) / along;
    const cosine = 1 / Math.sqrt(1 + slope * slope);
    const reach = (half + 0.5) / cosine;
    const lowest = Math.min(a0, a1);
    const highest = Math.max(a0, a1);
    const lastA = Math.min(sizeA - 1, Math.floor(highest));
    for (let a = Math.max(0, Math.floor(lowest)); a <= lastA; a += 1) {
      const centre = Math.min(highest, Math.max(lowest, a + 0.5));
      const b = b0 + (centre - a0) * slope;
      const lastB = Math.min(sizeB - 1, Math.floor(b + reach - 0.5));
      for (let across = Math.max(0, Math.ceil(b - reach - 0.5)); across <= lastB; across += 1) {
        const distance = Math.abs(across + 0.5 - b) * cosine;
        const cover = Math.min(1, half + 0.5 - distance) * 255;
        if (cover > 0) this.#cover255(a * stepA + across * stepB, cover);
      }
    }
  }

  // Where lines meet the stronger counts, so that joints are no darker than lines.
  #cover255(place: number, cover: number): void {
    const before = this.#cover[place] ?? 0;
    if (cover <= before) return;
    this.#cover[place] = cover;
    if (before !== 0 || cover < 1) return;
    if (this.#count === this.#places.length) this.#grow();
    this.#places[this.#count] = place;
    this.#count += 1;
  }

  #grow(): void {
    const larger = new Uint32Array(this.#places.length * 2);
    larger.set(this.#places);
    this.#places = larger;
  }
}

function touchesView(topology: MapTopology, arc: number, viewport: Viewport, half: number): boolean {
  const { arcBounds } = topology;
  const { scale, left, top, width, height } = viewport;
  return (
    (arcBounds[arc * 4] ?? 0) * scale - left <= width + half &&
    (arcBounds[arc * 4 + 1] ?? 0) * scale - top <= height + half &&
    (arcBounds[arc * 4 + 2] ?? 0) * scale - left >= -half &&
    (arcBounds[arc * 4 + 3] ?? 0) * scale - top >= -half
  );
}

function isTinyRing(topology: MapTopology, arc: number, scale: number): boolean {
  const { arcBounds, points, pointStarts } = topology;
  const width = (arcBounds[arc * 4 + 2] ?? 0) - (arcBounds[arc * 4] ?? 0);
  const height = (arcBounds[arc * 4 + 3] ?? 0) - (arcBounds[arc * 4 + 1] ?? 0);
  if (Math.min(width, height) * scale >= SMALLEST_RING) return false;
  const first = (pointStarts[arc] ?? 0) * 2;
  const last = (pointStarts[arc + 1] ?? 0) * 2 - 2;
  return points[first] === points[last] && points[first + 1] === points[last + 1];
}

/** Lays lines of one colour (#rrggbb, opacity 0..1) over opaque pixels. */
export function blendLines(pixels: Uint32Array, lines: LinePixels, colour: string, opacity: number): void {
  const { places, cover } = lines;
  const value = Number.parseInt(colour.slice(1), 16);
  const red = value >> 16;
  const green = (value >> 8) & 0xff;
  const blue = value & 0xff;
  // Shares of 256, so that the division is a shift.
  const full = Math.round(opacity * 256);
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    const pixel = pixels[place] ?? 0;
    const share = ((cover[at] ?? 0) * full + 128) >> 8;
    const rest = 255 - share;
    const r = ((pixel & 0xff) * rest + red * share + 127) / 255;
    const g = (((pixel >> 8) & 0xff) * rest + green * share + 127) / 255;
    const b = (((pixel >> 16) & 0xff) * rest + blue * share + 127) / 255;
    pixels[place] = ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
  }
}
