import { figuresOfMonth } from '#main/core/figures/course-store.ts';
import type { UnitFigure } from '#main/core/figures/unit-figure.ts';
import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import type { Place } from '#main/core/ground/units/walk.ts';
import type { Figures, JudgedMonth } from '#main/core/judge/judgement/month.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { ShareBefore } from '#shared/domain/alerts/unit-alerts.ts';
import { isNearlyComplete } from '#shared/domain/coverage.ts';
import { previousCut } from '#shared/domain/cuts.ts';
import { measureOf } from '#shared/domain/figures.ts';
import type { CutToRaise } from './cut-facts.ts';
import { onlineColumn } from './online.ts';
import { findSuspicions, type Suspicions } from './suspicions.ts';

/** What the rules find in a month alone, the same at every cut at which it speaks. */
export interface MonthFacts {
  /** Online share of provinces in the last month before of which nearly all communes sent it. */
  readonly onlineBefore: ReadonlyMap<number, ShareBefore>;
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
    onlineBefore: onlineBefore(database, raised, pictures),
    suspicions: findSuspicions(judged, kept, { now: outputsCut, before }),
    silent: new Map(provinces.map((place) => [place.unit.id, countSilent(judged.month, place)])),
  };
  known.set(judged.month, made);
  return made;
}

/** How far back a share is looked for: beyond a year it is another season's. */
const MONTHS_BACK = 12;

/**
 * By the province's id the share of the newest month before that is known of it: a month in which it was silent hides no
 * fall, and one in which many of its communes were makes none.
 */
function onlineBefore(
  database: ReadDatabase,
  { cut, cuts, judged, kept, outputsCut }: CutToRaise,
  pictures: readonly CutRecord[],
): Map<number, ShareBefore> {
  const known = new Map<number, ShareBefore>();
  const { outputs } = judged.month;
  const indicator = outputs[onlineColumn(outputs)]?.code;
  if (indicator === undefined) return known;
  const wanted = judged.ground.places.filter(({ unit }) => unit.level === 'province');
  let month = outputsCut;
  for (let back = 0; back < MONTHS_BACK && month !== null && known.size < wanted.length; back += 1) {
    month = previousCut(pictures, month);
    if (month === null) break;
    const asked = { month, by: cut, indicator, rules: kept.rules };
    const figures = new Map(figuresOfMonth(database, cuts, asked).map((figure) => [figure.unit, figure]));
    for (const { unit } of wanted) {
      const share = shareOf(figures.get(unit.code), month);
      if (share !== null && !known.has(unit.id)) known.set(unit.id, share);
    }
  }
  return known;
}

function shareOf(figure: UnitFigure | undefined, month: CutRecord): ShareBefore | null {
  if (figure === undefined) return null;
  const { reported, notReported, bounds } = figure;
  const value = measureOf(figure.kind, figure);
  if (value === null || !isNearlyComplete({ communes: reported + notReported, notReported })) return null;
  return { value, low: Math.min(value, bounds?.low ?? value), cut: month.code };
}

function countSilent({ figures }: JudgedMonth, { members }: Place): number {
  return members.filter((member) => isSilent(figures[member] ?? [])).length;
}

/** Whether nothing came of what was asked then; that it does not apply is no answer where the plan asks it. */
function isSilent(figures: Figures[number]): boolean {
  const asked = figures.filter((figure) => figure !== 'notApplicable' && figure !== 'notYetDue');
  return asked.length > 0 && asked.every((figure) => figure === undefined || figure === 'selfExempt');
}
