import type { Viewport } from './raster.ts';
import type { MapTopology, UnitTable } from './topology.ts';

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
