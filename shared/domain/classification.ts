import { emptyKindOf, type FigureOrEmpty, isEmpty, ratioOf } from './figures.ts';
import { EMPTY_KINDS, type EmptyKind, type IndicatorKind } from './model.ts';

// Kept for the choice of classes on the map, which no screen offers yet (knip.json names this file).

/** Every value of a map layer: a number, or why there is none. */
export type MapValue = number | EmptyKind;

/** Values in `from` <= value < `to`; the last class holds its `to` as well. */
export interface ValueClass {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Classes from low to high, and the empties counted each for itself, so that the legend adds up to all. */
export interface Classification {
  readonly classes: readonly ValueClass[];
  readonly empties: Readonly<Record<EmptyKind, number>>;
}

const MAP_CLASSES = 5;

/** What the map shows of a figure: the fraction of a ratio, the number of a count, 1 or 0 of a criterion. */
export function mapValueOf(kind: IndicatorKind, figure: FigureOrEmpty | undefined): MapValue {
  if (figure === undefined) return 'notReported';
  if (isEmpty(figure)) return emptyKindOf(figure) ?? 'notReported';
  const value = kind === 'ratio' ? ratioOf(figure) : figure.value;
  if (value !== null) return value;
  // A ratio of 0 to 0 was reported, but there was nothing to measure.
  return figure.denominator === 0 ? 'notApplicable' : 'notReported';
}

/**
 * Equal-interval classes between the lowest and the highest value; one class when all values are equal, none
 * when there are none. Zero is a value. The order of the input does not matter.
 */
export function classifyEqualInterval(values: Iterable<MapValue>, classes = MAP_CLASSES): Classification {
  const numbers: number[] = [];
  const empties = { notReported: 0, notApplicable: 0, notYetDue: 0 };
  for (const value of values) {
    if (typeof value === 'number') numbers.push(value);
    else empties[value] += 1;
  }
  const edges = equalEdges(numbers, classes);
  return { classes: countByEdges(numbers, edges), empties };
}

function equalEdges(numbers: readonly number[], classes: number): number[] {
  if (numbers.length === 0) return [];
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const number of numbers) {
    low = Math.min(low, number);
    high = Math.max(high, number);
  }
  if (low === high) return [low, high];
  return Array.from({ length: classes + 1 }, (_, edge) =>
    edge === classes ? high : low + ((high - low) * edge) / classes,
  );
}

function countByEdges(numbers: readonly number[], edges: readonly number[]): ValueClass[] {
  const counts = new Array<number>(Math.max(0, edges.length - 1)).fill(0);
  for (const number of numbers) {
    const place = placeOf(number, edges);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts.map((count, place) => ({ from: edges[place] ?? 0, to: edges[place + 1] ?? 0, count }));
}

function placeOf(value: number, edges: readonly number[]): number {
  let place = 0;
  while (place + 2 < edges.length && value >= (edges[place + 1] ?? 0)) place += 1;
  return place;
}

/** The place of a value among the classes (0 = lowest), or the kind of empty. Outside values go to the ends. */
export function classOf(value: MapValue, { classes }: Classification): number | EmptyKind {
  if (typeof value !== 'number') return value;
  const edges = classes.map(({ from }) => from);
  const last = classes.at(-1);
  return placeOf(value, last === undefined ? [] : [...edges, last.to]);
}

/** Counts of each class name, every name present, 0 among them: the legend of a status or band layer. */
export function countClasses<Name extends string>(
  names: readonly Name[],
  values: Iterable<Name>,
): Record<Name, number> {
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  for (const value of values) counts[value] += 1;
  return counts;
}

/** All values of a classification, empties included. */
export function classifiedTotal({ classes, empties }: Classification): number {
  const inClasses = classes.reduce((sum, { count }) => sum + count, 0);
  return EMPTY_KINDS.reduce((sum, kind) => sum + empties[kind], inClasses);
}
