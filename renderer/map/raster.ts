import type { MapTopology } from './topology.ts';

/** A window onto the map in device pixels: x on the canvas = x in zoom-0 pixels from the origin * scale - left. */
export interface Viewport {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Which commune each pixel shows. `index` holds the commune's number + 1 row by row, 0 outside; `runStarts[i]`,
 * `runEnds[i]` and `runUnits[i]` say the same as horizontal runs of equal pixels, for repainting.
 */
export interface Raster {
  readonly viewport: Viewport;
  readonly index: Uint16Array;
  runCount: number;
  runStarts: Uint32Array;
  runEnds: Uint32Array;
  runUnits: Uint16Array;
}

/** An empty raster; pass the last one to use its memory again. */
function prepareRaster(viewport: Viewport, last: Raster | null): Raster {
  const size = viewport.width * viewport.height;
  const isRoomy = last !== null && last.index.buffer.byteLength >= size * 2;
  const index = isRoomy ? new Uint16Array(last.index.buffer, 0, size).fill(0) : new Uint16Array(size);
  const { runStarts, runEnds, runUnits } = last ?? emptyRuns(1 << 16);
  return { viewport, index, runCount: 0, runStarts, runEnds, runUnits };
}

function emptyRuns(capacity: number) {
  return {
    runStarts: new Uint32Array(capacity),
    runEnds: new Uint32Array(capacity),
    runUnits: new Uint16Array(capacity),
  };
}

/**
 * The communes of the topology as pixels: a pixel belongs to the commune that holds its centre. The arrays of
 * `last` are used again, so it must not be read afterwards.
 *
 * Every border is walked once. Where it crosses the centre line of a row, the commune's number changes by
 * (right - left); summing these steps along the row gives the number at each pixel, in any order of borders:
 *
 *      0   |   7   |   9   |   0          borders from west to east
 *        +7      +2      -9               what each of them adds
 */
export function rasterise(topology: MapTopology, viewport: Viewport, last: Raster | null = null): Raster {
  const raster = prepareRaster(viewport, last);
  const extent = {
    first: new Int32Array(viewport.height).fill(viewport.width),
    last: new Int32Array(viewport.height).fill(-1),
  };
  for (let arc = 0; arc < topology.rightOf.length; arc += 1) markArc(topology, arc, raster, extent);
  sumRows(raster, extent);
  return raster;
}

/** First and last column of each row that a border crosses; last = width when one lies east of the view. */
interface RowExtent {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

function markArc(topology: MapTopology, arc: number, raster: Raster, extent: RowExtent): void {
  const { scale, left, top, height } = raster.viewport;
  const { arcBounds, points, pointStarts } = topology;
  const isAbove = (arcBounds[arc * 4 + 3] ?? 0) * scale - top < 0;
  const isBelow = (arcBounds[arc * 4 + 1] ?? 0) * scale - top > height;
  if (isAbove || isBelow) return;
  const step = (topology.leftOf[arc] ?? 0) - (topology.rightOf[arc] ?? 0);
  const from = (pointStarts[arc] ?? 0) * 2;
  const to = (pointStarts[arc + 1] ?? 0) * 2 - 2;
  if ((arcBounds[arc * 4 + 2] ?? 0) * scale - left < 0) {
    // West of the view the bends cancel out: only the rows between its ends see the arc.
    markEdge(
      raster,
      extent,
      step,
      -1,
      (points[from + 1] ?? 0) * scale - top,
      -1,
      (points[to + 1] ?? 0) * scale - top,
    );
    return;
  }
  let x = (points[from] ?? 0) * scale - left;
  let y = (points[from + 1] ?? 0) * scale - top;
  let row = Math.ceil(y - 0.5);
  for (let at = from + 2; at <= to; at += 2) {
    const nextX = (points[at] ?? 0) * scale - left;
    const nextY = (points[at + 1] ?? 0) * scale - top;
    const nextRow = Math.ceil(nextY - 0.5);
    if (nextRow !== row) markEdge(raster, extent, step, x, y, nextX, nextY);
    x = nextX;
    y = nextY;
    row = nextRow;
  }
}

// Half-open rows: an edge crosses row r when it has one end above r + 0.5 and the other at or below it.
function markEdge(
  raster: Raster,
  extent: RowExtent,
  stepDown: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): void {
  const { width, height } = raster.viewport;
  const isDown = y1 > y0;
  const step = isDown ? stepDown : -stepDown;
  const rowFrom = Math.max(0, Math.ceil((isDown ? y0 : y1) - 0.5));
  const rowTo = Math.min(height, Math.ceil((isDown ? y1 : y0) - 0.5));
  if (rowFrom >= rowTo) return;
  const slope = (x1 - x0) / (y1 - y0);
  let x = x0 + (rowFrom + 0.5 - y0) * slope;
  for (let row = rowFrom; row < rowTo; row += 1) {
    const column = Math.max(0, Math.ceil(x - 0.5));
    if (column < width) {
      const at = row * width + column;
      raster.index[at] = (raster.index[at] ?? 0) + step;
      if (column < (extent.first[row] ?? 0)) extent.first[row] = column;
    }
    if (column > (extent.last[row] ?? 0)) extent.last[row] = Math.min(column, width);
    x += slope;
  }
}

function sumRows(raster: Raster, extent: RowExtent): void {
  const { width, height } = raster.viewport;
  for (let row = 0; row < height; row += 1) {
    const first = extent.first[row] ?? 0;
    const end = Math.min(width, (extent.last[row] ?? 0) + 1);
    if (first < end) sumRow(raster, row * width + first, row * width + end);
  }
}

// 16-bit arithmetic wraps round, and the sums wrap back: what counts is the total.
function sumRow(raster: Raster, from: number, to: number): void {
  const { index } = raster;
  let unit = 0;
  let start = from;
  for (let at = from; at < to; at += 1) {
    const step = index[at] ?? 0;
    if (step !== 0) {
      if (unit !== 0) addRun(raster, start, at, unit);
      unit = (unit + step) & 0xffff;
      start = at;
    }
    index[at] = unit;
  }
  if (unit !== 0) addRun(raster, start, to, unit);
}

/** Adds the pixels start..end (of one row) to the runs of a unit (number + 1). */
export function addRun(raster: Raster, start: number, end: number, unit: number): void {
  const at = raster.runCount;
  if (at === raster.runStarts.length) growRuns(raster);
  raster.runStarts[at] = start;
  raster.runEnds[at] = end;
  raster.runUnits[at] = unit;
  raster.runCount = at + 1;
}

function growRuns(raster: Raster): void {
  const larger = emptyRuns(raster.runStarts.length * 2);
  larger.runStarts.set(raster.runStarts);
  larger.runEnds.set(raster.runEnds);
  larger.runUnits.set(raster.runUnits);
  Object.assign(raster, larger);
}

/** Number of the commune at a pixel of the raster, or -1 outside; constant time. */
export function unitAtPixel(raster: Raster, x: number, y: number): number {
  const { width, height } = raster.viewport;
  const column = Math.floor(x);
  const row = Math.floor(y);
  if (column < 0 || row < 0 || column >= width || row >= height) return -1;
  return (raster.index[row * width + column] ?? 0) - 1;
}
