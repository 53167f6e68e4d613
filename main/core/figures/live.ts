import type { CutView } from '#main/core/ground/cuts/lookup.ts';
import { type IndicatorKey, listIndicatorKeys } from '#main/core/ground/rules/store.ts';
import { type Ground, groundReader } from '#main/core/ground/units/walk.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { areOutputsDue } from '#shared/domain/cuts.ts';
import { lowerMedian, type Summand, sentValue, sumFigures } from '#shared/domain/figures.ts';
import type { IndicatorKind } from '#shared/domain/model.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { askingOf } from './asking.ts';
import { loadFigures, loadMarks } from './inputs-store.ts';
import { type BoundsOfColumn, boundsReader } from './sum-bounds-store.ts';
import type { AskedFigures, UnitFigure } from './unit-figure.ts';

/** The figures of places added up from what their communes sent, where judging has not written them. */
export function liveFigures(
  database: ReadDatabase,
  view: CutView,
  { of, unit, indicator }: AskedFigures,
): UnitFigure[] {
  const { statusCut, outputsCut } = view;
  const ground = groundReader(database)(vietnamDay(statusCut.asOf));
  const isDue = areOutputsDue(view);
  const isCriteria = of === 'criteria';
  const asking = askingOf(view, of);
  const keys = listIndicatorKeys(database, vietnamDay(statusCut.asOf)).filter(
    ({ code, kind }) =>
      (kind === 'criterion') === isCriteria && (indicator === undefined || indicator === code),
  );
  const sent = isCriteria
    ? loadMarks(database, statusCut.id, keys, ground, asking)
    : loadFigures(database, outputsCut?.id ?? null, keys, ground, asking, isDue);
  const boundsOf: BoundsOfColumn = isCriteria
    ? () => null
    : boundsReader(database, outputsCut?.id ?? null, ground, keys, sent);
  const isOwed = keys.map(({ code }) => isDue && !asking.outOfTurn.has(code));
  return addUp(ground, keys, sent, isOwed, boundsOf).filter(
    (figure) => unit === undefined || figure.unit === unit,
  );
}

function addUp(
  { places }: Ground,
  keys: readonly IndicatorKey[],
  sent: readonly (readonly Summand[])[],
  isOwed: readonly boolean[],
  boundsOf: BoundsOfColumn,
): UnitFigure[] {
  // The walk is by code, in which the country comes last.
  const ordered = places.toSorted((left, right) => Number(isBelow(left.unit)) - Number(isBelow(right.unit)));
  return ordered.flatMap(({ unit, members }) =>
    keys.map(({ code, kind }, column) => {
      const figures = figuresOwed(
        members.map((member) => sent[member]?.[column]),
        isOwed[column] === true,
      );
      return {
        ...{ unit: unit.code, code, kind, ...sumFigures(kind, figures) },
        ...{ median: medianOf(kind, figures), bounds: boundsOf(members, column) },
      };
    }),
  );
}

function isBelow({ level }: { readonly level: string }): boolean {
  return level !== 'country';
}

/**
 * Those of the figures that a place is added up from. Where they are owed, a commune that began after the month owes none of
 * it and is no part of its totals; before the first month has ended, or out of their turn, nobody owes any.
 */
export function figuresOwed<Item extends Summand>(
  figures: readonly Item[],
  isOwed: boolean,
): readonly Item[] {
  return isOwed ? figures.filter((figure) => figure !== 'notYetDue') : figures;
}

/** The lower middle one of the values that communes sent of an output; null for criteria, which have no middle. */
export function medianOf(kind: IndicatorKind, figures: readonly Summand[]): number | null {
  if (kind === 'criterion') return null;
  const values = new Float64Array(figures.length);
  let known = 0;
  for (const figure of figures) {
    const value = typeof figure === 'object' ? sentValue(kind, figure) : null;
    if (value !== null) values[known++] = value;
  }
  return lowerMedian(values.subarray(0, known));
}
