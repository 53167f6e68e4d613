import { figuresOfMonth } from '#main/core/figures/course-store.ts';
import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import type { Place } from '#main/core/ground/units/walk.ts';
import type { Figures, JudgedMonth } from '#main/core/judge/judgement/month.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { previousCut } from '#shared/domain/cuts.ts';
import { measureOf } from '#shared/domain/figures.ts';
import type { CutToRaise } from './cut-facts.ts';
import { ONLINE } from './online.ts';
import { findSuspicions, type Suspicions } from './suspicions.ts';

/** What the rules find in a month alone, the same at every cut at which it speaks. */
export interface MonthFacts {
  /** Online share of provinces in the month before. */
  readonly onlineBefore: ReadonlyMap<number, number | null>;
  /** What there is to ask of provinces and their communes about what they sent. */
  readonly suspicions: Suspicions;
  /** Communes of a province without a single output, by its id. */
  readonly silent: ReadonlyMap<number, number>;
}

/** A month is judged once for a row of cuts under one rule set, and forgotten with them. */
const known = new WeakMap<JudgedMonth, MonthFacts>();

/** Gives what follows from the month that speaks at the cut. */
export function monthFacts(database: ReadDatabase, raised: CutToRaise): MonthFacts {
  const { judged, cuts, outputsCut, kept } = raised;
  const facts = known.get(judged.month);
  if (facts !== undefined) return facts;
  // A month of which little had come is nothing to hold another against.
  const pictures = cuts.filter(({ wasPicture }) => wasPicture === 1);
  const before = outputsCut === null ? null : previousCut(pictures, outputsCut);
  const provinces = judged.ground.places.filter(({ unit }) => unit.level === 'province');
  const made = {
    onlineBefore: onlineShares(database, raised, before),
    suspicions: findSuspicions(judged, kept, { now: outputsCut, before }),
    silent: new Map(provinces.map((place) => [place.unit.id, countSilent(judged.month, place)])),
  };
  known.set(judged.month, made);
  return made;
}

/** As `unitFigures` answers for the month, by the province's id. */
function onlineShares(
  database: ReadDatabase,
  { cut, cuts, judged, kept }: CutToRaise,
  month: CutRecord | null,
): Map<number, number | null> {
  if (month === null) return new Map();
  const figures = figuresOfMonth(database, cuts, { month, by: cut, indicator: ONLINE, rules: kept.rules });
  const measures = new Map(figures.map((figure) => [figure.unit, measureOf(figure.kind, figure)]));
  return new Map(judged.ground.places.map(({ unit }) => [unit.id, measures.get(unit.code) ?? null]));
}

function countSilent({ figures }: JudgedMonth, { members }: Place): number {
  return members.filter((member) => isSilent(figures[member] ?? [])).length;
}

/** Whether nothing came of what was asked; that it does not apply is no answer where the plan asks it. */
function isSilent(figures: Figures[number]): boolean {
  const asked = figures.filter((figure) => figure !== 'notApplicable');
  return asked.length > 0 && asked.every((figure) => figure === undefined || figure === 'selfExempt');
}
