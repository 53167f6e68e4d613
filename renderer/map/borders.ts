import type { Viewport } from './raster.ts';
import type { MapTopology, UnitTable } from './topology.ts';

/** Points nearer than this to the last drawn one are left out (device pixels). */
const SMALLEST_STEP = 0.75;

/** An islet smaller than this (device pixels) gets no border: it would be nothing but border. */
const SMALLEST_RING = 6;

/** Arcs stroked at once: one path of all of them takes a software rasteriser several times as long. */
const ARCS_PER_STROKE = 48;

/** Strokes the arcs that touch the view, each once, with the context's line width and colour. */
export function strokeArcs(
  context: CanvasRenderingContext2D,
  topology: MapTopology,
  arcs: Uint32Array,
  viewport: Viewport,
): void {
  let inPath = 0;
  context.beginPath();
  for (const arc of arcs) {
    if (!touchesView(topology, arc, viewport) || isTinyRing(topology, arc, viewport.scale)) continue;
    addArc(context, topology, arc, viewport);
    inPath += 1;
    if (inPath < ARCS_PER_STROKE) continue;
    context.stroke();
    context.beginPath();
    inPath = 0;
  }
  context.stroke();
}

function touchesView(topology: MapTopology, arc: number, viewport: Viewport): boolean {
  const { arcBounds } = topology;
  const { scale, left, top, width, height } = viewport;
  return (
    (arcBounds[arc * 4] ?? 0) * scale - left <= width &&
    (arcBounds[arc * 4 + 1] ?? 0) * scale - top <= height &&
    (arcBounds[arc * 4 + 2] ?? 0) * scale - left >= 0 &&
    (arcBounds[arc * 4 + 3] ?? 0) * scale - top >= 0
  );
}

function isTinyRing(topology: MapTopology, arc: number, scale: number): boolean {
  const { arcBounds, points, pointStarts } = topology;
  const width = (arcBounds[arc * 4 + 2] ?? 0) - (arcBounds[arc * 4] ?? 0);
  const height = (arcBounds[arc * 4 + 3] ?? 0) - (arcBounds[arc * 4 + 1] ?? 0);
  if (Math.max(width, height) * scale >= SMALLEST_RING) return false;
  const first = (pointStarts[arc] ?? 0) * 2;
  const last = (pointStarts[arc + 1] ?? 0) * 2 - 2;
  return points[first] === points[last] && points[first + 1] === points[last + 1];
}

function addArc(
  context: CanvasRenderingContext2D,
  topology: MapTopology,
  arc: number,
  viewport: Viewport,
): void {
  const { points, pointStarts } = topology;
  const { scale, left, top } = viewport;
  const from = (pointStarts[arc] ?? 0) * 2;
  const last = (pointStarts[arc + 1] ?? 0) * 2 - 2;
  let drawnX = (points[from] ?? 0) * scale - left;
  let drawnY = (points[from + 1] ?? 0) * scale - top;
  context.moveTo(drawnX, drawnY);
  for (let at = from + 2; at <= last; at += 2) {
    const x = (points[at] ?? 0) * scale - left;
    const y = (points[at + 1] ?? 0) * scale - top;
    if (at < last && Math.abs(x - drawnX) + Math.abs(y - drawnY) < SMALLEST_STEP) continue;
    context.lineTo(x, y);
    drawnX = x;
    drawnY = y;
  }
}

/**
 * The outline of a unit as SVG path data, in zoom-0 pixels from the origin times scale, minus left and top; points
 * that would fall within a pixel of each other are left out.
 */
export function outlinePath(
  topology: MapTopology,
  table: UnitTable,
  unit: number,
  viewport: Pick<Viewport, 'scale' | 'left' | 'top'>,
): string {
  const parts: string[] = [];
  for (let ring = table.ringStarts[unit] ?? 0; ring < (table.ringStarts[unit + 1] ?? 0); ring += 1) {
    const pen: Pen = { ...viewport, parts, x: Number.NaN, y: Number.NaN };
    for (let at = table.arcStarts[ring] ?? 0; at < (table.arcStarts[ring + 1] ?? 0); at += 1) {
      writeArc(topology, table.ringArcs[at] ?? 0, pen);
    }
    parts.push('Z');
  }
  return parts.join('');
}

interface Pen {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  readonly parts: string[];
  x: number;
  y: number;
}

function writeArc(topology: MapTopology, signed: number, pen: Pen): void {
  const arc = signed < 0 ? ~signed : signed;
  const from = topology.pointStarts[arc] ?? 0;
  const to = (topology.pointStarts[arc + 1] ?? 0) - 1;
  const step = signed < 0 ? -1 : 1;
  const end = signed < 0 ? from : to;
  for (let point = signed < 0 ? to : from; ; point += step) {
    writePoint(topology.points[point * 2] ?? 0, topology.points[point * 2 + 1] ?? 0, pen, point === end);
    if (point === end) return;
  }
}

function writePoint(worldX: number, worldY: number, pen: Pen, isEnd: boolean): void {
  const x = worldX * pen.scale - pen.left;
  const y = worldY * pen.scale - pen.top;
  const isStart = Number.isNaN(pen.x);
  if (!isStart && !isEnd && Math.abs(x - pen.x) + Math.abs(y - pen.y) < 1) return;
  pen.parts.push(isStart ? 'M' : 'L', x.toFixed(1), ' ', y.toFixed(1));
  pen.x = x;
  pen.y = y;
}

/** Typical side of the communes in view, in device pixels: the median of the square root of their boxes. */
export function medianSideInView(topology: MapTopology, viewport: Viewport): number {
  const { bounds, codes } = topology.communes;
  const { scale, left, top, width, height } = viewport;
  const sides: number[] = [];
  for (let at = 0; at < codes.length * 4; at += 4) {
    const west = (bounds[at] ?? 0) * scale - left;
    const north = (bounds[at + 1] ?? 0) * scale - top;
    const east = (bounds[at + 2] ?? 0) * scale - left;
    const south = (bounds[at + 3] ?? 0) * scale - top;
    const isInView = east >= 0 && south >= 0 && west <= width && north <= height;
    if (isInView) sides.push(Math.sqrt((east - west) * (south - north)));
  }
  sides.sort((one, other) => one - other);
  return sides[sides.length >> 1] ?? 0;
}
