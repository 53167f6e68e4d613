import { type Arc, arcNumber, type RingArcs, walkArc } from './topology.ts';

/**
 * Arcs that bound the union of the rings: those whose two sides are not both inside. Signs are kept,
 * so the union stays on the same hand as in the rings it came from.
 */
export function boundaryArcs(rings: Iterable<RingArcs>): number[] {
  const once = new Map<number, number>();
  for (const signed of [...rings].flat()) {
    const arc = arcNumber(signed);
    if (once.has(arc)) once.delete(arc);
    else once.set(arc, signed);
  }
  return [...once.values()];
}

/**
 * Joins directed arcs end to end into closed rings, none of which passes the same node twice: where
 * areas touch in a point, each gets its own ring. `arcs` are grid arcs; an arc that leads nowhere is an error.
 *
 *   interior right of travel:        in --> o --> out      Of several ways out, the first one
 *                                           interior       anticlockwise from the way back is taken.
 */
export function stitchRings(arcs: readonly Arc[], boundary: readonly number[]): RingArcs[] {
  const waysOut = new Map<string, number[]>();
  for (const signed of boundary) {
    const from = startOf(arcs, signed);
    waysOut.set(from, [...(waysOut.get(from) ?? []), signed]);
  }
  const rings: RingArcs[] = [];
  for (const ways of waysOut.values()) {
    for (let first = ways[0]; first !== undefined; first = ways[0]) {
      rings.push(...walkFrom(arcs, waysOut, first));
    }
  }
  return rings;
}

function walkFrom(arcs: readonly Arc[], waysOut: Map<string, number[]>, first: number): RingArcs[] {
  const rings: RingArcs[] = [];
  const path: { from: string; signed: number }[] = [];
  let next: number | undefined = first;
  while (next !== undefined) {
    const from = startOf(arcs, next);
    path.push({ from, signed: next });
    take(waysOut, from, next);
    const node = startOf(arcs, ~next);
    const loopAt = path.findIndex((step) => step.from === node);
    if (loopAt >= 0) rings.push(path.splice(loopAt).map((step) => step.signed));
    if (path.length === 0) return rings;
    next = nextArc(arcs, waysOut.get(node) ?? [], path.at(-1)?.signed ?? next);
  }
  throw new Error('The boundary arcs do not close into rings.');
}

function startOf(arcs: readonly Arc[], signed: number): string {
  return String(walkArc(arcs, signed)[0]);
}

function take(waysOut: Map<string, number[]>, from: string, signed: number): void {
  const ways = waysOut.get(from);
  ways?.splice(ways.indexOf(signed), 1);
}

function nextArc(arcs: readonly Arc[], ways: readonly number[], arrived: number): number | undefined {
  if (ways.length < 2) return ways[0];
  const back = bearing(arcs, ~arrived);
  const turn = (signed: number): number => (bearing(arcs, signed) - back + 4 * Math.PI) % (2 * Math.PI);
  return ways.toSorted((a, b) => turn(a) - turn(b))[0];
}

/** Direction in which an arc leaves its first point, radians anticlockwise from east. */
function bearing(arcs: readonly Arc[], signed: number): number {
  const [from, to] = walkArc(arcs, signed);
  if (!from || !to) throw new Error(`Arc ${arcNumber(signed)} has fewer than two points.`);
  return Math.atan2(to[1] - from[1], to[0] - from[0]);
}
