import type { ReportRow, StateRow } from '#main/core/figures/inputs-store.ts';
import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import type { CutKind } from '#shared/domain/model.ts';
import type { TaskReported } from '#shared/domain/task-schedule.ts';

/** What a body last said of a task, with the code of the cut it said it at. */
export interface TaskState extends TaskReported {
  readonly cut: string;
}

/** [task][unit]; absent where the body never said anything. */
export type TaskStates = ReadonlyMap<number, ReadonlyMap<number, TaskState>>;

/**
 * The states at a cut: what was said there, else what lasts from the cut before and has grown older by one where the cut
 * owed a report.
 */
export function statesAt(
  cut: CutRecord,
  reports: readonly ReportRow[],
  earlier: TaskStates,
  firstReports: ReadonlyMap<CutKind, string>,
): TaskStates {
  const first = firstReports.get(cut.kind);
  const step = first !== undefined && first <= cut.asOf ? 1 : 0;
  const states = new Map<number, Map<number, TaskState>>();
  for (const [taskId, byUnit] of earlier) {
    const older = [...byUnit].map(
      ([unitId, state]) => [unitId, step === 0 ? state : { ...state, age: state.age + step }] as const,
    );
    states.set(taskId, new Map(older));
  }
  return withReports(states, cut.code, reports);
}

/** The states that were noted when a cut was judged, and what is reported there now. */
export function storedStates(
  cut: CutRecord,
  rows: readonly StateRow[],
  reports: readonly ReportRow[],
): TaskStates {
  return withReports(new Map(), cut.code, reports, rows);
}

/** Those noted at a cut that has been judged. */
export function statesOf(rows: readonly StateRow[]): TaskStates {
  return withReports(new Map(), '', [], rows);
}

function withReports(
  states: Map<number, Map<number, TaskState>>,
  cut: string,
  reports: readonly ReportRow[],
  noted: readonly StateRow[] = [],
): TaskStates {
  const note = ({ taskId, unitId, state, progress }: ReportRow, at: string, age: number): void => {
    const byUnit = states.get(taskId) ?? new Map<number, TaskState>();
    states.set(taskId, byUnit.set(unitId, { state, progress, cut: at, age }));
  };
  for (const row of noted) note(row, row.cut, row.age);
  for (const row of reports) note(row, cut, 0);
  return states;
}
