import type { CutRecord } from '#main/core/cuts/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { ForecastPoint } from '#shared/domain/forecast.ts';
import { vietnamDay } from '#shared/domain/periods.ts';

/** Points by code (of a place or a group), oldest first. */
export type Courses = ReadonlyMap<string, readonly ForecastPoint[]>;

/** Coverage of the country and the provinces at each of the status cuts, which come oldest first. */
export function coverageCourses(database: ReadDatabase, cuts: readonly CutRecord[]): Courses {
  // Place by place, which is how the index lies; the cuts are put in order below.
  const sql = `
    WITH place AS MATERIALIZED (SELECT id, code FROM unit WHERE level <> 'commune')
    SELECT place.code, status.cut_id, status.communes,
      CASE WHEN status.not_reported < status.communes THEN status.green END
    FROM place
    CROSS JOIN unit_status AS status ON status.unit_id = place.id AND status.communes IS NOT NULL`;
  type Row = [code: string, cutId: number, total: number, done: number | null];
  const courses = new Map<string, Map<number, Share>>();
  for (const [code, cutId, total, done] of database.prepare(sql).raw().all() as Row[]) {
    courseOf(courses, code).set(cutId, { total, done });
  }
  return inOrder(courses, cuts);
}

/** Progress of each group's tasks (sum of their progress of their number) at each of the status cuts. */
export function groupCourses(database: ReadDatabase, cuts: readonly CutRecord[]): Courses {
  const sql = `
    SELECT cut_id, task_id, progress FROM task_status
    WHERE unit_id = (SELECT id FROM unit WHERE level = 'country')`;
  const groups = groupsByTask(database);
  const courses = new Map<string, Map<number, Share>>();
  type Row = [cutId: number, taskId: number, progress: number | null];
  for (const [cutId, taskId, progress] of database.prepare(sql).raw().all() as Row[]) {
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
