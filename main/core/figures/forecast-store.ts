import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { FORECAST_CUTS, type ForecastPoint, isAllForForecast } from '#shared/domain/forecast.ts';
import { vietnamDay } from '#shared/domain/periods.ts';

/** Points by code (of a place or a group), oldest first. */
export type Courses = ReadonlyMap<string, readonly ForecastPoint[]>;

/** Coverage of these places (the country, provinces) at each of the status cuts, which come oldest first. */
export function coverageCourses(
  database: ReadDatabase,
  cuts: readonly CutRecord[],
  codes: readonly string[],
): Courses {
  // Place by place, which is how the index lies; the cuts are put in order below.
  const sql = `
    SELECT place.code, status.cut_id, status.communes,
      CASE WHEN status.not_reported < status.communes THEN status.green END
    FROM unit AS place
    CROSS JOIN json_each(:cuts) AS asked
    CROSS JOIN unit_status AS status ON status.unit_id = place.id AND status.cut_id = asked.value
      AND status.communes IS NOT NULL
    WHERE place.code IN (SELECT value FROM json_each(:codes))`;
  type Row = [code: string, cutId: number, total: number, done: number | null];
  const courses = new Map<string, Map<number, Share>>();
  for (const [code, cutId, total, done] of read<Row>(database, sql, cuts, codes)) {
    courseOf(courses, code).set(cutId, { total, done });
  }
  return inOrder(courses, cuts);
}

/** Progress of these groups' tasks (sum of their progress of their number) at each of the status cuts. */
export function groupCourses(
  database: ReadDatabase,
  cuts: readonly CutRecord[],
  codes: readonly string[],
): Courses {
  const sql = `
    SELECT status.cut_id, status.task_id, status.progress
    FROM json_each(:cuts) AS asked
    CROSS JOIN task_status AS status ON status.cut_id = asked.value
      AND status.unit_id = (SELECT id FROM unit WHERE level = 'country')
    WHERE status.task_id IN (
      SELECT id FROM task WHERE group_code IN (SELECT value FROM json_each(:codes)))`;
  const groups = groupsByTask(database);
  const courses = new Map<string, Map<number, Share>>();
  type Row = [cutId: number, taskId: number, progress: number | null];
  for (const [cutId, taskId, progress] of read<Row>(database, sql, cuts, codes)) {
    const group = groups.get(taskId);
    if (group === undefined) continue;
    const course = courseOf(courses, group);
    const share = course.get(cutId);
    if (share === undefined) course.set(cutId, { total: 1, done: progress });
    else {
      share.total += 1;
      // Null as long as not one of the tasks has a figure.
      if (progress !== null) share.done = (share.done ?? 0) + progress;
    }
  }
  return inOrder(courses, cuts);
}

function read<Row>(
  database: ReadDatabase,
  sql: string,
  cuts: readonly CutRecord[],
  codes: readonly string[],
): Row[] {
  const values = { cuts: JSON.stringify(cuts.map(({ id }) => id)), codes: JSON.stringify(codes) };
  return database.prepare(sql).raw().all(values) as Row[];
}

/** Twice what a forecast looks at: the other half are cuts of one day, and cuts without data. */
const RECENT_CUTS = 2 * FORECAST_CUTS;

/** Of each place at least the points that its forecast rests on. */
export function coverageForForecast(
  database: ReadDatabase,
  cuts: readonly CutRecord[],
  codes: readonly string[],
): Courses {
  return forForecast(codes, cuts, (some, of) => coverageCourses(database, some, of));
}

/** Of each group at least the points that its forecast rests on. */
export function progressForForecast(
  database: ReadDatabase,
  cuts: readonly CutRecord[],
  codes: readonly string[],
): Courses {
  const known = cutsWithProgress(database);
  const telling = cuts.filter(({ id }) => known.has(id));
  return forForecast(codes, telling, (some, of) => groupCourses(database, some, of));
}

/** The last cuts of all courses; of those that have too few points in them all. */
function forForecast(
  codes: readonly string[],
  cuts: readonly CutRecord[],
  courses: (cuts: readonly CutRecord[], codes: readonly string[]) => Courses,
): Courses {
  const recent = courses(cuts.slice(-RECENT_CUTS), codes);
  const short = codes.filter((code) => !isAllForForecast(recent.get(code) ?? []));
  if (short.length === 0 || cuts.length <= RECENT_CUTS) return recent;
  return new Map([...recent, ...courses(cuts, short)]);
}

/** Row ids of the cuts at which some task of the plan has a figure; a forecast looks at no other. */
function cutsWithProgress(database: ReadDatabase): Set<number> {
  const sql = `
    SELECT DISTINCT cut_id FROM task_status
    WHERE unit_id = (SELECT id FROM unit WHERE level = 'country') AND progress IS NOT NULL`;
  return new Set(database.prepare(sql).pluck().all() as number[]);
}

interface Share {
  total: number;
  done: number | null;
}

function courseOf(courses: Map<string, Map<number, Share>>, code: string): Map<number, Share> {
  const known = courses.get(code);
  if (known !== undefined) return known;
  const course = new Map<number, Share>();
  courses.set(code, course);
  return course;
}

function groupsByTask(database: ReadDatabase): Map<number, string> {
  const sql = 'SELECT id, group_code FROM task WHERE group_code IS NOT NULL';
  return new Map(database.prepare(sql).raw().all() as [number, string][]);
}

function inOrder(
  courses: ReadonlyMap<string, ReadonlyMap<number, Share>>,
  cuts: readonly CutRecord[],
): Courses {
  const days = cuts.map((cut) => ({ id: cut.id, day: vietnamDay(cut.asOf) }));
  const pointsOf = (course: ReadonlyMap<number, Share>): ForecastPoint[] =>
    days.flatMap(({ id, day }) => {
      const share = course.get(id);
      return share === undefined ? [] : [{ day, done: share.done, total: share.total }];
    });
  return new Map([...courses].map(([code, course]) => [code, pointsOf(course)]));
}

export interface GroupDeadline {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly deadline: string;
}

/** Groups in the plan's order with the last deadline of their tasks. */
export function listGroupDeadlines(database: ReadDatabase): GroupDeadline[] {
  const sql = `
    SELECT task_group.code, task_group.name, task_group.name_en AS nameEn, max(task.deadline) AS deadline
    FROM task_group JOIN task ON task.group_code = task_group.code
    GROUP BY task_group.code ORDER BY task_group.position`;
  return database.prepare(sql).all() as GroupDeadline[];
}
