import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import { heldOn, taskDeadlineOn } from '#main/core/ground/plan/held-store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { ForecastPoint } from '#shared/domain/forecast-course.ts';
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
      CASE WHEN status.not_reported < status.communes THEN status.green END,
      status.communes - status.not_reported
    FROM unit AS place
    CROSS JOIN json_each(:cuts) AS asked
    CROSS JOIN unit_status AS status ON status.unit_id = place.id AND status.cut_id = asked.value
      AND status.communes IS NOT NULL
    WHERE place.code IN (SELECT value FROM json_each(:codes))`;
  type Row = [code: string, cutId: number, total: number, done: number | null, reported: number];
  const courses = new Map<string, Map<number, Share>>();
  for (const [code, cutId, total, done, reported] of read<Row>(database, sql, cuts, codes)) {
    courseOf(courses, code).set(cutId, { total, done, reported });
  }
  return inOrder(courses, cuts);
}

/**
 * Progress of these groups' tasks (sum of their progress of their number) at each of the status cuts, as they were last
 * reported by then: a task of all provinces at the mean of those that ever reported it, and known to the extent that
 * they did. A cut at which nobody speaks of any of the group's tasks has no progress.
 */
export function groupCourses(
  database: ReadDatabase,
  cuts: readonly CutRecord[],
  codes: readonly string[],
): Courses {
  const sql = `
    SELECT status.cut_id, status.task_id, status.progress, status.facts ->> '$.units', status.facts ->> '$.reported',
      status.facts ->> '$.fresh', status.facts ->> '$.progressSum'
    FROM json_each(:cuts) AS asked
    CROSS JOIN task_status AS status ON status.cut_id = asked.value
      AND status.unit_id = (SELECT id FROM unit WHERE level = 'country')
    WHERE status.task_id IN (
      SELECT id FROM task WHERE group_code IN (SELECT value FROM json_each(:codes)))
    ORDER BY asked.key`;
  const groups = groupsByTask(database);
  const courses = new Map<string, Map<number, GroupShare>>();
  for (const [cutId, taskId, ...task] of read<GroupRow>(database, sql, cuts, codes)) {
    const group = groups.get(taskId);
    if (group === undefined) continue;
    const course = courseOf(courses, group);
    const share = course.get(cutId) ?? { total: 0, done: 0, reported: 0, speaks: false };
    addTask(share, task);
    course.set(cutId, share);
  }
  return inOrder(courses, cuts);
}

type TaskOfGroup = [
  progress: number | null,
  units: number,
  reported: number,
  fresh: number | null,
  sum: number | null,
];
type GroupRow = [cutId: number, taskId: number, ...TaskOfGroup];

function addTask(share: GroupShare, [progress, units, reported, fresh, sum]: TaskOfGroup): void {
  share.total += 1;
  // In a data file of an older version nobody noted who spoke at this very cut: then whoever is known did.
  if ((fresh ?? reported) > 0) share.speaks = true;
  if (reported === 0) return;
  share.done += progress ?? (sum ?? 0) / reported;
  share.reported += reported / units;
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

/** Changes with every commit of any other connection: what was worked out from the database holds until then. */
export function dataVersion(database: ReadDatabase): number {
  return database.prepare('PRAGMA data_version').pluck().get() as number;
}

interface Share {
  total: number;
  done: number | null;
  reported: number;
}
interface GroupShare extends Share {
  done: number;
  speaks: boolean;
}

function courseOf<Kind>(courses: Map<string, Map<number, Kind>>, code: string): Map<number, Kind> {
  const known = courses.get(code);
  if (known !== undefined) return known;
  const course = new Map<number, Kind>();
  courses.set(code, course);
  return course;
}

function groupsByTask(database: ReadDatabase): Map<number, string> {
  const sql = 'SELECT id, group_code FROM task WHERE group_code IS NOT NULL';
  return new Map(database.prepare(sql).raw().all() as [number, string][]);
}

function inOrder(
  courses: ReadonlyMap<string, ReadonlyMap<number, Share & { readonly speaks?: boolean }>>,
  cuts: readonly CutRecord[],
): Courses {
  const days = cuts.map((cut) => ({ id: cut.id, day: vietnamDay(cut.asOf) }));
  const pointsOf = (course: ReadonlyMap<number, Share & { readonly speaks?: boolean }>): ForecastPoint[] =>
    days.flatMap(({ id, day }) => {
      const share = course.get(id);
      if (share === undefined) return [];
      const { total, reported } = share;
      return [{ day, done: share.speaks === false ? null : share.done, total, reported }];
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
export function listGroupDeadlines(database: ReadDatabase, day: string): GroupDeadline[] {
  const sql = `
    SELECT task_group.code, task_group.name, task_group.name_en AS nameEn, max(${taskDeadlineOn(':day')}) AS deadline
    FROM task_group JOIN task ON task.group_code = task_group.code
    WHERE ${heldOn('task', ':day')}
    GROUP BY task_group.code ORDER BY task_group.position`;
  return database.prepare(sql).all({ day }) as GroupDeadline[];
}
