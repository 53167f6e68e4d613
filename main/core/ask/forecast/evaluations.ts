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
import type { ForecastPoint } from '#shared/domain/forecast-course.ts';
import { vietnamDay } from '#shared/domain/periods.ts';

export interface Evaluated {
  readonly evaluation: ForecastEvaluation;
  /** At the last cut with data, however few reported there. */
  readonly share: number | null;
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
  const groups = listGroupDeadlines(database, vietnamDay(view.statusCut.asOf)).map(({ code }) => code);
  const places = listPlaces(database, vietnamDay(view.statusCut.asOf)).map(({ code }) => code);
  return {
    groups: evaluated(groupCourses(database, cuts, groups), groups, PERCENT),
    places: evaluated(coverageCourses(database, cuts, places), places, 1),
  };
}

/** The country is no unit of its own kind: its provinces test its forecast. */
function evaluated(courses: Courses, codes: readonly string[], steps: number): Map<string, Evaluated> {
  const listed = codes.map((code) => ({ code, points: courses.get(code) ?? [], steps }));
  const { pooled = [], others = [] } = Object.groupBy(listed, ({ code }) =>
    code === 'VN' ? 'others' : 'pooled',
  );
  const evaluations = evaluateForecasts(pooled, others);
  return new Map(
    listed.flatMap(({ code, points }) => {
      const evaluation = evaluations.get(code);
      return evaluation === undefined ? [] : [[code, { evaluation, share: lastShare(points) }] as const];
    }),
  );
}

function lastShare(points: readonly ForecastPoint[]): number | null {
  const last = points.findLast(({ done }) => done !== null);
  return last === undefined || last.done === null ? null : last.done / last.total;
}

export function statusCutsUpTo({ all, statusCut }: CutView): CutRecord[] {
  return all.filter((cut) => cut.kind !== 'month' && cut.asOf <= statusCut.asOf);
}
