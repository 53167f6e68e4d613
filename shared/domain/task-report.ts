import type { TaskScope, TaskState, UnitLevel } from './model.ts';
import type { Day } from './periods.ts';
import { dayFault, type ReportFault, textFault } from './report-fault.ts';
import type { TaskDates } from './task-schedule.ts';

/** What a body says of a task, before anybody has looked at it; what it did not say is null. */
export interface TaskReportGiven {
  readonly state: TaskState | null;
  /** A fraction. */
  readonly progress: number | null;
  /** yyyy-mm-dd. */
  readonly doneOn: string | null;
  readonly note: string | null;
  /** Code of a category of difficulties. */
  readonly cause: string | null;
}

export interface TaskReportValue extends TaskReportGiven {
  readonly state: TaskState;
  readonly progress: number;
  readonly doneOn: Day | null;
}

/** What a report is held against. */
export interface TaskReportAbout {
  readonly task: TaskDates & { readonly code: string; readonly scope: TaskScope };
  readonly level: UnitLevel;
  /** The day of the cut it is for, in Vietnam. */
  readonly cutDay: Day;
  readonly today: Day;
  /** The first day of the plan. */
  readonly planStart: Day;
}

export interface TaskReportEvaluation {
  /** Null where the report cannot be taken. */
  readonly value: TaskReportValue | null;
  readonly faults: readonly ReportFault<keyof TaskReportGiven | 'task'>[];
}

/**
 * Whether a body of that level reports a task of that scope: the centre its own, a province what is asked of provinces and
 * of their communes, for which it reports.
 */
export function reportsTask(level: UnitLevel, scope: TaskScope): boolean {
  return level === 'country' ? scope === 'centre' : level === 'province' && scope !== 'centre';
}

const FIXED = { notStarted: 0, done: 1 } as const;

/** The one verdict on what a body says of a task, however it came. */
export function evaluateTaskReport(given: TaskReportGiven, about: TaskReportAbout): TaskReportEvaluation {
  const faults: ReportFault<keyof TaskReportGiven | 'task'>[] = [];
  const { task } = about;
  if (!reportsTask(about.level, task.scope))
    faults.push({
      severity: 'error',
      code: 'TASK_OUTSIDE_SCOPE',
      field: 'task',
      values: { task: task.code },
    });
  if (given.state === null)
    faults.push({ severity: 'error', code: 'STATE_MISSING', field: 'state', values: { task: task.code } });
  faults.push(...progressFaults(given), ...doneFaults(given, about), ...textFault('note', given.note));
  if (faults.length > 0 || given.state === null) return { value: null, faults };
  const { state } = given;
  const progress = state === 'notStarted' || state === 'done' ? FIXED[state] : (given.progress ?? 0);
  const isLate = state !== 'done' && task.deadline < about.cutDay;
  const unexplained: TaskReportEvaluation['faults'] =
    isLate && given.cause === null
      ? [{ severity: 'warning', code: 'CAUSE_MISSING', field: 'cause', values: { task: task.code } }]
      : [];
  return { value: { ...given, state, progress }, faults: unexplained };
}

function progressFaults({ state, progress }: TaskReportGiven): ReportFault<'progress'>[] {
  const fault = (code: string, values: ReportFault<'progress'>['values'] = {}) =>
    [{ severity: 'error', code, field: 'progress', values }] as const satisfies ReportFault<'progress'>[];
  if (progress !== null && !(progress >= 0 && progress <= 1))
    return fault('PROGRESS_OUT_OF_RANGE', { progress });
  if (state === null) return [];
  if (state === 'notStarted' || state === 'done')
    return progress === null || progress === FIXED[state]
      ? []
      : fault('PROGRESS_DIFFERS', { state, progress });
  return progress === null ? fault('PROGRESS_MISSING') : [];
}

function doneFaults({ state, doneOn }: TaskReportGiven, about: TaskReportAbout): ReportFault<'doneOn'>[] {
  if (state !== 'done') {
    if (doneOn === null) return [];
    return [{ severity: 'error', code: 'DATE_WITHOUT_DONE', field: 'doneOn', values: {} }];
  }
  if (doneOn === null) return [{ severity: 'error', code: 'DONE_WITHOUT_DATE', field: 'doneOn', values: {} }];
  return dayFault('doneOn', doneOn, about);
}
