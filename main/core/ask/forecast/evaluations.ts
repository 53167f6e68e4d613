import {
  type Courses,
  coverageCourses,
  dataVersion,
  groupCourses,
  listGroupDeadlines,
} from '#main/core/figures/forecast-store.ts';
import type { CutView } from '#main/core/ground/cuts/lookup.ts';
import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import { listPlaces } from '#main/core/ground/units/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { evaluateForecasts, type ForecastEvaluation } from '#shared/domain/forecast.ts';
import { knownOn, newestTold } from '#shared/domain/forecast-course.ts';
import { type Day, vietnamDay } from '#shared/domain/periods.ts';

export interface Evaluated {
  readonly evaluation: ForecastEvaluation;
  /** What the pace counts from, and its day: of the newest week known well enough, or the last that was known at all. */
  readonly share: number | null;
  readonly asOf: Day | null;
  /** How much is known at the cut itself. */
  readonly state: ReturnType<typeof knownOn>;
}
export interface Evaluations {
  readonly groups: ReadonlyMap<string, Evaluated>;
  readonly places: ReadonlyMap<string, Evaluated>;
}

/** A task's progress is told by the percent. */
const PERCENT = 100;
/** Cuts somebody goes back and forth between. */
const KEPT_CUTS = 8;
interface Kept {
  readonly version: number;
  readonly cuts: Map<number, Evaluations>;
}
// The test of a forecast makes some thousands of earlier ones: worked out once until something is committed.
const kept = new WeakMap<ReadDatabase, Kept>();

/** The forecasts of all groups and places at a cut, from all that was known then. */
export function evaluationsAt(database: ReadDatabase, view: CutView): Evaluations {
  const version = dataVersion(database);
  const found = kept.get(database);
  const { cuts } = found?.version === version ? found : { cuts: new Map<number, Evaluations>() };
  const { id } = view.statusCut;
  const known = cuts.get(id);
  if (known !== undefined) return known;
  const made = evaluate(database, view);
  const [oldest] = cuts.keys();
  if (oldest !== undefined && cuts.size >= KEPT_CUTS) cuts.delete(oldest);
  cuts.set(id, made);
  kept.set(database, { version, cuts });
  return made;
}

function evaluate(database: ReadDatabase, view: CutView): Evaluations {
  const cuts = statusCutsUpTo(view);
  const day = vietnamDay(view.statusCut.asOf);
  const groups = listGroupDeadlines(database, day).map(({ code }) => code);
  const places = listPlaces(database, day).map(({ code }) => code);
  return {
    groups: evaluated(groupCourses(database, cuts, groups), groups, { steps: PERCENT, day }),
    places: evaluated(coverageCourses(database, cuts, places), places, { steps: 1, day }),
  };
}

/** The country is no unit of its own kind: its provinces test its forecast. */
function evaluated(
  courses: Courses,
  codes: readonly string[],
  { steps, day }: { readonly steps: number; readonly day: Day },
): Map<string, Evaluated> {
  const listed = codes.map((code) => ({ code, points: courses.get(code) ?? [], steps }));
  const { pooled = [], others = [] } = Object.groupBy(listed, ({ code }) =>
    code === 'VN' ? 'others' : 'pooled',
  );
  const evaluations = evaluateForecasts(pooled, others);
  return new Map(
    listed.flatMap(({ code, points }) => {
      const evaluation = evaluations.get(code);
      if (evaluation === undefined) return [];
      const told = newestTold(points);
      const share = told === null ? null : (told.done ?? 0) / told.total;
      return [[code, { evaluation, share, asOf: told?.day ?? null, state: knownOn(points, day) }] as const];
    }),
  );
}

export function statusCutsUpTo({ all, statusCut }: CutView): CutRecord[] {
  return all.filter((cut) => cut.kind !== 'month' && cut.asOf <= statusCut.asOf);
}
