import type { Arc, Point } from './topology.ts';

interface Segment {
  from: Point;
  to: Point;
}

/**
 * How many pairs of line pieces cross or lie on each other, each pair counted once; 0 means that the arcs
 * are a plane graph: areas built from them cannot overlap. Arcs are in whole grid steps, so every test is
 * exact (products stay below 2^53 for grids of up to 50 million steps).
 */
export function countCrossings(arcs: readonly Arc[]): number {
  const segments = arcs.flatMap(segmentsOf);
  const cells = sortIntoCells(segments);
  const faults = new Set<number>();
  for (const members of cells.values()) {
    for (let i = 0; i < members.length; i++) {
      for (let j = i + 1; j < members.length; j++) {
        const [one = 0, other = 0] = [members[i], members[j]];
        const [a, b] = [segments[one], segments[other]];
        if (a && b && isFault(a, b)) faults.add(one * segments.length + other);
      }
    }
  }
  return faults.size;
}

function segmentsOf(arc: Arc): Segment[] {
  return arc.flatMap((to, index) => {
    const from = arc[index - 1];
    return from ? [{ from, to }] : [];
  });
}

/** Numbers of the segments whose bounding box meets a cell, for square cells a few segments wide. */
function sortIntoCells(segments: readonly Segment[]): Map<number, number[]> {
  const longest = segments.map(({ from, to }) =>
    Math.max(Math.abs(from[0] - to[0]), Math.abs(from[1] - to[1])),
  );
  const size = Math.max(1, (4 * longest.reduce((sum, length) => sum + length, 0)) / longest.length);
  const cells = new Map<number, number[]>();
  segments.forEach(({ from, to }, number) => {
    const [left, right] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])].map((x) =>
      Math.floor(x / size),
    );
    const [low, high] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])].map((y) => Math.floor(y / size));
    for (let x = left ?? 0; x <= (right ?? 0); x++) {
      for (let y = low ?? 0; y <= (high ?? 0); y++) {
        const cell = x * CELLS_IN_A_COLUMN + y;
        const members = cells.get(cell);
        if (members) members.push(number);
        else cells.set(cell, [number]);
      }
    }
  });
  return cells;
}

/** More cells than a grid of 50 million steps can have on one axis. */
const CELLS_IN_A_COLUMN = 2 ** 26;

function isFault(a: Segment, b: Segment): boolean {
  if (isApart(a, b, 0) || isApart(a, b, 1)) return false;
  const [fromSide, toSide] = [side(a, b.from), side(a, b.to)];
  if (fromSide === 0 && toSide === 0) return overlapsOnLine(a, b);
  return fromSide * toSide < 0 && side(b, a.from) * side(b, a.to) < 0;
}

function isApart(a: Segment, b: Segment, axis: 0 | 1): boolean {
  return (
    Math.max(a.from[axis], a.to[axis]) < Math.min(b.from[axis], b.to[axis]) ||
    Math.max(b.from[axis], b.to[axis]) < Math.min(a.from[axis], a.to[axis])
  );
}

/** 1 when the point is left of the segment, -1 right of it, 0 on its line. */
function side({ from, to }: Segment, point: Point): number {
  return Math.sign((to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0]));
}

// Pieces of one line may share an end; more than a point in common is a fault.
function overlapsOnLine(a: Segment, b: Segment): boolean {
  const axis = a.from[0] === a.to[0] ? 1 : 0;
  const start = Math.max(Math.min(a.from[axis], a.to[axis]), Math.min(b.from[axis], b.to[axis]));
  const end = Math.min(Math.max(a.from[axis], a.to[axis]), Math.max(b.from[axis], b.to[axis]));
  return end > start;
}
