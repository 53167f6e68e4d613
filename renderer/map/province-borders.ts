import type { UnitTable } from './topology.ts';

interface ArcSides {
  readonly rightOf: Uint16Array;
  readonly leftOf: Uint16Array;
}

interface Borders {
  /** 1 for each arc on the border of a province, coast included. */
  readonly isBorder: Uint8Array;
  readonly provinceArcs: Uint32Array;
  readonly communeArcs: Uint32Array;
}

/** The arcs that bound a province, and the others. */
export function provinceBorders(provinces: UnitTable, arcCount: number): Borders {
  const isBorder = new Uint8Array(arcCount);
  for (const signed of provinces.ringArcs) isBorder[signed < 0 ? ~signed : signed] = 1;
  const numbers = Uint32Array.from({ length: arcCount }, (_, arc) => arc);
  return {
    isBorder,
    provinceArcs: numbers.filter((arc) => isBorder[arc] === 1),
    communeArcs: numbers.filter((arc) => isBorder[arc] === 0),
  };
}

/**
 * The province of each commune, found from the lines alone: a commune beside a province's border, on the inner
 * side, is in that province, and so is every commune reached from it without crossing such a border.
 */
export function assignProvinces(
  communes: UnitTable,
  provinces: UnitTable,
  sides: ArcSides,
  isBorder: Uint8Array,
): Uint16Array {
  const found = new Uint16Array(communes.codes.length).fill(UNKNOWN);
  const reached: number[] = [];
  const mark = (commune: number, province: number) => {
    if (commune < 0 || found[commune] !== UNKNOWN) return;
    found[commune] = province;
    reached.push(commune);
  };
  forEachArc(provinces, (signed, province) => mark(innerSide(sides, signed), province));
  const neighbours = neighboursInside(sides, isBorder, communes.codes.length);
  for (let commune = reached.pop(); commune !== undefined; commune = reached.pop()) {
    for (const neighbour of neighbours[commune] ?? []) mark(neighbour, found[commune] ?? 0);
  }
  const lost = found.indexOf(UNKNOWN);
  if (lost >= 0) throw new RangeError(`commune ${communes.codes[lost]} lies in no province`);
  return found;
}

const UNKNOWN = 0xffff;

function innerSide(sides: ArcSides, signed: number): number {
  const side = signed < 0 ? sides.leftOf[~signed] : sides.rightOf[signed];
  return (side ?? 0) - 1;
}

function forEachArc(table: UnitTable, visit: (signed: number, unit: number) => void): void {
  for (let unit = 0; unit < table.codes.length; unit += 1) {
    const end = table.arcStarts[table.ringStarts[unit + 1] ?? 0] ?? 0;
    for (let at = table.arcStarts[table.ringStarts[unit] ?? 0] ?? 0; at < end; at += 1) {
      visit(table.ringArcs[at] ?? 0, unit);
    }
  }
}

function neighboursInside(sides: ArcSides, isBorder: Uint8Array, count: number): number[][] {
  const neighbours: number[][] = Array.from({ length: count }, () => []);
  isBorder.forEach((border, arc) => {
    const right = (sides.rightOf[arc] ?? 0) - 1;
    const left = (sides.leftOf[arc] ?? 0) - 1;
    if (border === 1 || right < 0 || left < 0) return;
    neighbours[right]?.push(left);
    neighbours[left]?.push(right);
  });
  return neighbours;
}
