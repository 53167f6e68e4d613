import { dayNumber, dayText, MOMENT_DAY } from './calendar.ts';
import { FULL_COVERAGE, SIGNATURES_LACKING } from './pins.ts';
import { createRandom, type Random } from './random.ts';
import type { PlannedTask, Province } from './world.ts';

/** How one body carries out one task; days are whole days since 1970. */
export interface Course {
  readonly start: number;
  readonly deadline: number;
  /** First day on which it is reported done; null = not within the half year. */
  readonly finish: number | null;
  /** Late work keeps pace until this day and then drags on. */
  readonly stall: number;
  /** Work begins this many days after the start. */
  readonly delay: number;
  readonly isBlocked: boolean;
}

/** The six overdue tasks end some time after the report; one is still open at the end of the year. */
const CENTRE_FINISH: Readonly<Record<string, string | null>> = {
  '0.01': '2025-09-26',
  '0.02': null,
  '1.02': '2025-08-22',
  '1.03': '2025-10-03',
  '2.02': '2025-09-12',
  '5.02': '2025-08-29',
  '1.06': '2025-10-20',
  '2.01': '2025-07-04',
  '2.07': null,
  '3.01': '2025-07-11',
  '3.04': '2025-11-21',
  '5.06': '2025-11-14',
  '6.01': '2025-07-18',
  '6.03': '2025-09-12',
  '7.04': '2025-11-20',
  '7.05': null,
  '8.01': '2025-07-04',
};
/** Cao Bằng and Lai Châu: RED for some weeks before and after the published moment. */
const STRUGGLING = new Set(['04', '12']);
const SLOW = new Set(['11', '38', '40', '52', '68', '86']);
/** Everything is reported done on the very day it is due. */
const ON_THE_DAY = new Set(['82', '96', '37']);
const SIGNATURES = '8.04';
const MOMENT = dayNumber(MOMENT_DAY);

/** The course of a task of the Centre. */
export function centreCourse(task: PlannedTask): Course {
  const random = createRandom(`task|${task.code}`);
  const deadline = dayNumber(task.deadline);
  const known = CENTRE_FINISH[task.code];
  const finish =
    known === undefined ? deadline - random.integer(0, 4) : known === null ? null : dayNumber(known);
  return { ...courseOf(task, finish, random), isBlocked: task.code === '0.02' };
}

/** The course of a province; whatever was due by 31 July 2025 is done by then, and the rest on pace. */
export function provinceCourse(task: PlannedTask, province: Province): Course {
  const random = createRandom(`task|${task.code}|${province.code}`);
  const deadline = dayNumber(task.deadline);
  if (ON_THE_DAY.has(province.code)) return { ...courseOf(task, deadline, random), isBlocked: false };
  return courseOf(task, provinceFinish(task, province, deadline, random), random);
}

function provinceFinish(
  task: PlannedTask,
  province: Province,
  deadline: number,
  random: Random,
): number | null {
  const isLate = random.chance(lateShare(province.code));
  if (deadline <= MOMENT) {
    return isLate ? Math.min(MOMENT - 1, deadline + random.integer(2, 28)) : deadline - random.integer(0, 5);
  }
  if (task.code === SIGNATURES && SIGNATURES_LACKING.includes(province.code))
    return deadline + random.integer(12, 60);
  if (task.phase === 'regular') return isLate ? null : deadline - random.integer(0, 8);
  if (isLate && STRUGGLING.has(province.code)) return deadline + random.integer(30, 75);
  return isLate ? deadline + random.integer(4, 45) : deadline - random.integer(0, 21);
}

function lateShare(province: string): number {
  if (STRUGGLING.has(province)) return 0.75;
  if (SLOW.has(province)) return 0.34;
  return FULL_COVERAGE.some((code) => code === province) ? 0.08 : 0.16;
}

function courseOf(task: PlannedTask, finish: number | null, random: Random): Course {
  const start = dayNumber(task.start);
  const deadline = dayNumber(task.deadline);
  const stall = Math.max(
    Math.round(start + (deadline - start) * random.between(0.5, 0.75)),
    deadline > MOMENT ? MOMENT + 1 : start,
  );
  const isLate = finish === null || finish > deadline;
  // Long tasks begin slowly in some places; short ones at once, so that what is due in August is on pace.
  const delay = deadline - start > 75 ? random.integer(0, 21) : 0;
  return { start, deadline, finish, stall, delay, isBlocked: isLate && random.chance(0.25) };
}

export interface Report {
  readonly state: 'notStarted' | 'inProgress' | 'done' | 'blocked';
  /** Fraction 0..1 in whole percent. */
  readonly progress: number;
  readonly doneOn: string | null;
}

/** What is reported on a day; null before the task begins. Progress never falls. */
export function reportOn(course: Course, day: number): Report | null {
  const { start, deadline, finish, stall, delay } = course;
  if (day < start) return null;
  if (finish !== null && day >= finish) return { state: 'done', progress: 1, doneOn: dayText(finish) };
  if (day < start + delay) return { state: 'notStarted', progress: 0, doneOn: null };
  const isLate = finish === null || finish > deadline;
  const share = isLate ? dragging(course, day) : (day - start + 1) / ((finish ?? deadline) - start + 1);
  const progress = Math.min(0.99, Math.ceil(share * 100) / 100);
  const isBlocked = course.isBlocked && day > stall && day > deadline;
  return { state: isBlocked ? 'blocked' : 'inProgress', progress, doneOn: null };
}

/**
 *  1 |            deadline      ______ finish
 *    |            .     ___----
 *    |     stall _.---- (drags)
 *    |     ___---
 *  0 |__---  (on pace)
 */
function dragging({ start, deadline, finish, stall }: Course, day: number): number {
  const onPace = (at: number): number => (at - start + 1) / (deadline - start + 1);
  if (day <= stall) return onPace(day);
  const end = finish ?? deadline + 90;
  return onPace(stall) + (0.97 - onPace(stall)) * ((day - stall) / (end - stall));
}
