import { type Boundaries, type Box, ringBox, type Shape } from './boundaries.ts';
import type { Line } from './drawing.ts';

export interface Frame {
  /** Pixels of the drawing. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Projector {
  readonly toPixel: (x: number, y: number) => [number, number];
  /** The rings of the shape; those outside the view's box are left out. */
  readonly lines: (shape: Shape) => Line[];
  /** Every arc that the shapes use, once: a border between two units is drawn a single time. */
  readonly borders: (shapes: readonly Shape[]) => Line[];
}

/** Points nearer than this to the last kept one say nothing at 4K (0.4 px of 3840 = 0.13 px of 1280). */
const THIN_PX = 0.15;

/** Fits the box into the frame, centred, and projects each arc once: shapes share their borders' points. */
export function createProjector(boundaries: Boundaries, box: Box, frame: Frame): Projector {
  const scale = Math.min(frame.width / (box.right - box.left), frame.height / (box.bottom - box.top));
  const offsetX = frame.left + (frame.width - (box.right - box.left) * scale) / 2 - box.left * scale;
  const offsetY = frame.top + (frame.height - (box.bottom - box.top) * scale) / 2 - box.top * scale;
  const toPixel = (x: number, y: number): [number, number] => [x * scale + offsetX, y * scale + offsetY];
  const thinned = new Map<number, Line>();
  const arcPixels = (number: number): Line => {
    const known = thinned.get(number);
    if (known !== undefined) return known;
    const pixels = thin(boundaries.arcs[number] ?? new Float64Array(), toPixel);
    thinned.set(number, pixels);
    return pixels;
  };
  const isInside = (ring: readonly number[]): boolean => overlaps(ringBox(boundaries, ring), box);
  return {
    toPixel,
    lines: (shape) => shape.rings.filter(isInside).map((ring) => ringLine(ring, arcPixels)),
    borders: (shapes) => [...arcsOf(shapes, isInside)].map(arcPixels),
  };
}

function overlaps(inner: Box, outer: Box): boolean {
  return (
    inner.left <= outer.right &&
    inner.right >= outer.left &&
    inner.top <= outer.bottom &&
    inner.bottom >= outer.top
  );
}

/** First and last point stay. */
function thin(points: Float64Array, toPixel: Projector['toPixel']): number[] {
  const kept: number[] = [];
  let lastX = 0;
  let lastY = 0;
  for (let index = 0; index < points.length; index += 2) {
    const [x, y] = toPixel(points[index] ?? 0, points[index + 1] ?? 0);
    const isEnd = index === 0 || index === points.length - 2;
    if (!isEnd && Math.hypot(x - lastX, y - lastY) < THIN_PX) continue;
    kept.push(Math.round(x * 100), Math.round(y * 100));
    lastX = x;
    lastY = y;
  }
  return kept;
}

function ringLine(ring: readonly number[], arcPixels: (number: number) => Line): Line {
  const points: number[] = [];
  for (const signed of ring) {
    const pixels = arcPixels(signed < 0 ? ~signed : signed);
    // Neighbouring arcs share an end point: the second arc leaves its first out.
    const from = points.length === 0 ? 0 : 1;
    const count = pixels.length / 2;
    for (let step = from; step < count; step += 1) {
      const at = signed < 0 ? count - 1 - step : step;
      points.push(pixels[at * 2] ?? 0, pixels[at * 2 + 1] ?? 0);
    }
  }
  return points;
}

function arcsOf(shapes: readonly Shape[], isInside: (ring: readonly number[]) => boolean): Set<number> {
  const used = new Set<number>();
  for (const shape of shapes) {
    for (const ring of shape.rings) {
      if (isInside(ring)) for (const signed of ring) used.add(signed < 0 ? ~signed : signed);
    }
  }
  return used;
}
