import type { Viewport } from './raster.ts';
import type { MapTopology } from './topology.ts';

/** A name on the map: where it would like to stand, in zoom-0 pixels from the topology's origin. */
export interface MapLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Higher comes first where two names collide. */
  readonly weight: number;
  /** Longest width it may have, in zoom-0 pixels (its unit's own width); Infinity to write it in any case. */
  readonly room: number;
}

/** A name that found room; x, y is the centre of its text in device pixels of the canvas. */
export interface PlacedLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** A rectangle of the canvas in device pixels. */
export interface Box {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/** A name may be this much wider than its unit before it is left out. */
const OVERHANG = 1.5;

/**
 * The labels that can be written without two of them touching, heaviest first. `measure` gives a text's width and
 * `lineHeight` its height, both in device pixels; `gap` is the air kept round each. No name is put under a box of
 * `covered`.
 */
export function placeLabels(
  labels: readonly MapLabel[],
  viewport: Viewport,
  measure: (text: string) => number,
  lineHeight: number,
  gap: number,
  covered: readonly Box[] = [],
): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const taken = new BoxGrid(Math.max(1, lineHeight * 4));
  for (const box of covered) taken.add(box);
  for (const label of labels.toSorted((one, other) => other.weight - one.weight)) {
    const x = label.x * viewport.scale - viewport.left;
    const y = label.y * viewport.scale - viewport.top;
    if (x < 0 || y < 0 || x > viewport.width || y > viewport.height) continue;
    if (label.room * viewport.scale * OVERHANG < lineHeight) continue;
    const width = measure(label.text);
    if (width > label.room * viewport.scale * OVERHANG) continue;
    const box = boxAround(x, y, width / 2 + gap, lineHeight / 2 + gap);
    if (taken.add(box)) placed.push({ text: label.text, x, y });
  }
  return placed;
}

function boxAround(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return { west: x - halfWidth, north: y - halfHeight, east: x + halfWidth, south: y + halfHeight };
}

/** Boxes sorted into square cells, so that a new one is held against its neighbours only. */
class BoxGrid {
  readonly #cells = new Map<string, Box[]>();
  readonly #side: number;

  constructor(side: number) {
    this.#side = side;
  }

  /** Adds the box unless it overlaps one that is there. */
  add(box: Box): boolean {
    const keys = this.#keysOf(box);
    const isFree = keys.every((key) => !this.#cells.get(key)?.some((other) => overlap(box, other)));
    if (!isFree) return false;
    for (const key of keys) {
      const cell = this.#cells.get(key);
      if (cell === undefined) this.#cells.set(key, [box]);
      else cell.push(box);
    }
    return true;
  }

  #keysOf(box: Box): string[] {
    const keys: string[] = [];
    for (let column = this.#cell(box.west); column <= this.#cell(box.east); column += 1) {
      for (let row = this.#cell(box.north); row <= this.#cell(box.south); row += 1)
        keys.push(`${column} ${row}`);
    }
    return keys;
  }

  #cell(position: number): number {
    return Math.floor(position / this.#side);
  }
}

function overlap(one: Box, other: Box): boolean {
  return one.west < other.east && other.west < one.east && one.north < other.south && other.north < one.south;
}

/** Width of a commune's box in zoom-0 pixels: the room its name has. */
export function communeRoom(topology: MapTopology, commune: number): number {
  const { bounds } = topology.communes;
  return (bounds[commune * 4 + 2] ?? 0) - (bounds[commune * 4] ?? 0);
}
