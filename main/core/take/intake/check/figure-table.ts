import type { Figure } from '#shared/domain/model.ts';
import { createFigureIndex } from './figure-index.ts';

const FIRST_CAPACITY = 16_384;
const MOST_INDICATORS = 512;
const MOST_UNITS = 16_384;

/** Codes in the order they came; a figure names them by position. */
export interface CodeList {
  readonly codes: readonly string[];
  readonly indexOf: (code: string) => number;
}

/** Where a figure stands in its file: index of the sheet, row as in the file. */
export interface FigurePlace {
  readonly sheet: number;
  readonly row: number;
  readonly note: string | null;
}

export interface StoredFigure extends Figure, FigurePlace {
  readonly cut: string;
  readonly indicator: string;
  readonly unit: string;
}

/**
 * Figures as columns of numbers: two million of them take about 100 MB, as objects they would take four times
 * that. Each cut, indicator and unit has one figure.
 */
export interface FigureTable {
  readonly cuts: CodeList;
  readonly indicators: CodeList;
  readonly units: CodeList;
  readonly size: number;
  /** Adds a figure, or gives the position of the one that is there already. */
  readonly add: (
    cut: number,
    indicator: number,
    unit: number,
    figure: Figure,
    place: FigurePlace,
  ) => number | null;
  readonly get: (index: number) => StoredFigure;
  /** Positions by the names' order in `order`, for writing in the order of the primary key. */
  readonly sorted: (ranks: TableRanks) => Uint32Array;
  readonly columns: () => FigureColumns;
  /** The figures whose position passes the test, in a new table of the same cuts, indicators and kept units. */
  readonly filter: (test: (index: number) => boolean, isUnitKept?: (code: string) => boolean) => FigureTable;
}

/** For each position in the code lists a number to sort by. */
export interface TableRanks {
  readonly cuts: readonly number[];
  readonly indicators: readonly number[];
  readonly units: readonly number[];
}

/** The columns themselves, `size` long; NaN stands for null. */
export interface FigureColumns {
  readonly cut: Uint16Array;
  readonly indicator: Uint16Array;
  readonly unit: Uint16Array;
  readonly value: Float64Array;
  readonly numerator: Float64Array;
  readonly denominator: Float64Array;
  readonly sheet: Uint8Array;
  readonly row: Uint32Array;
  readonly notes: ReadonlyMap<number, string>;
}

function createCodeList(most: number): CodeList {
  const codes: string[] = [];
  const positions = new Map<string, number>();
  return {
    codes,
    indexOf: (code) => {
      const known = positions.get(code);
      if (known !== undefined) return known;
      if (codes.length >= most) throw new RangeError(`More than ${most} codes`);
      positions.set(code, codes.length);
      return codes.push(code) - 1;
    },
  };
}

function allocate(capacity: number) {
  return {
    cut: new Uint16Array(capacity),
    indicator: new Uint16Array(capacity),
    unit: new Uint16Array(capacity),
    value: new Float64Array(capacity),
    numerator: new Float64Array(capacity),
    denominator: new Float64Array(capacity),
    sheet: new Uint8Array(capacity),
    row: new Uint32Array(capacity),
  };
}

type Store = ReturnType<typeof allocate>;

function grow(old: Store, capacity: number): Store {
  const next = allocate(capacity);
  for (const name of Object.keys(next) as (keyof Store)[]) next[name].set(old[name]);
  return next;
}

/** An empty table; `expected` figures fit in without growing. */
export function createFigureTable(expected = FIRST_CAPACITY): FigureTable {
  const cuts = createCodeList(4096);
  const indicators = createCodeList(MOST_INDICATORS);
  const units = createCodeList(MOST_UNITS);
  const notes = new Map<number, string>();
  const capacity = 2 ** Math.ceil(Math.log2(Math.max(FIRST_CAPACITY, expected + 1)));
  let store = allocate(capacity);
  const index = createFigureIndex(MOST_UNITS);
  let size = 0;

  const get = (position: number): StoredFigure => ({
    cut: cuts.codes[store.cut[position] ?? 0] ?? '',
    indicator: indicators.codes[store.indicator[position] ?? 0] ?? '',
    unit: units.codes[store.unit[position] ?? 0] ?? '',
    value: fromNaN(store.value[position]),
    numerator: fromNaN(store.numerator[position]),
    denominator: fromNaN(store.denominator[position]),
    sheet: store.sheet[position] ?? 0,
    row: store.row[position] ?? 0,
    note: notes.get(position) ?? null,
  });
  const table: FigureTable = {
    cuts,
    indicators,
    units,
    get size() {
      return size;
    },
    add: (cut, indicator, unit, figure, place) => {
      const taken = index.take(cut * MOST_INDICATORS + indicator, unit, size);
      if (taken !== null) return taken;
      store.cut[size] = cut;
      store.indicator[size] = indicator;
      store.unit[size] = unit;
      store.value[size] = figure.value ?? Number.NaN;
      store.numerator[size] = figure.numerator ?? Number.NaN;
      store.denominator[size] = figure.denominator ?? Number.NaN;
      store.sheet[size] = place.sheet;
      store.row[size] = place.row;
      if (place.note !== null) notes.set(size, place.note);
      size += 1;
      if (size === store.cut.length) store = grow(store, size * 2);
      return null;
    },
    get,
    sorted: (ranks) => sortPositions(store, size, ranks),
    columns: () => ({ ...store, notes }),
    filter: (test, isUnitKept = () => true) => {
      const kept = createFigureTable();
      for (const list of ['cuts', 'indicators', 'units'] as const)
        for (const code of table[list].codes)
          if (list !== 'units' || isUnitKept(code)) kept[list].indexOf(code);
      for (let at = 0; at < size; at += 1) if (test(at)) addStored(kept, get(at));
      return kept;
    },
  };
  return table;
}

/** Adds a figure by its codes. */
export function addStored(table: FigureTable, figure: StoredFigure): number | null {
  const cut = table.cuts.indexOf(figure.cut);
  const indicator = table.indicators.indexOf(figure.indicator);
  return table.add(cut, indicator, table.units.indexOf(figure.unit), figure, figure);
}

function fromNaN(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function sortPositions(store: Store, size: number, ranks: TableRanks): Uint32Array {
  const keyAt = keyReader(store, ranks);
  const order = new Uint32Array(size);
  let before = -1;
  let at = 0;
  for (; at < size; at += 1) {
    const key = keyAt(at);
    if (key <= before) break;
    before = key;
    order[at] = at;
  }
  // Most large files come out of a program and are in order already.
  return at === size ? order : sortPacked(keyAt, order);
}

/** The place of a figure in the order of the primary key. */
function keyReader(store: Store, ranks: TableRanks): (position: number) => number {
  const cuts = densePlaces(ranks.cuts);
  const indicators = densePlaces(ranks.indicators);
  const units = densePlaces(ranks.units);
  const positions = 2 ** Math.ceil(Math.log2(store.cut.length + 1));
  if (cuts.length * indicators.length * units.length * positions > Number.MAX_SAFE_INTEGER) {
    throw new RangeError('Too many figures to sort');
  }
  return (position) => {
    const cut = cuts[store.cut[position] ?? 0] ?? 0;
    const indicator = indicators[store.indicator[position] ?? 0] ?? 0;
    return (cut * indicators.length + indicator) * units.length + (units[store.unit[position] ?? 0] ?? 0);
  };
}

// Key and position packed into one number below 2^53, so that the native sort of doubles does it.
function sortPacked(keyAt: (position: number) => number, order: Uint32Array): Uint32Array {
  const span = 2 ** Math.ceil(Math.log2(order.length + 2));
  const packed = new Float64Array(order.length);
  for (let at = 0; at < packed.length; at += 1) packed[at] = keyAt(at) * span + at;
  packed.sort();
  for (let at = 0; at < packed.length; at += 1) {
    const key = packed[at] ?? 0;
    // The remainder of doubles is slow; the span is a power of two, so this is exact.
    order[at] = key - Math.floor(key / span) * span;
  }
  return order;
}

/** For each rank its place among them: 0 for the least. */
function densePlaces(ranks: readonly number[]): Float64Array {
  const places = new Float64Array(ranks.length);
  const order = ranks
    .map((_, index) => index)
    .sort((left, right) => (ranks[left] ?? 0) - (ranks[right] ?? 0));
  for (const [place, index] of order.entries()) places[index] = place;
  return places;
}
