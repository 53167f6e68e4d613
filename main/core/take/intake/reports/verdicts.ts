import { type DifficultyGiven, evaluateDifficulty } from '#shared/domain/difficulty-report.ts';
import { type DocumentGiven, evaluateDocument } from '#shared/domain/document-report.ts';
import type { UnitLevel } from '#shared/domain/model.ts';
import type { Day } from '#shared/domain/periods.ts';
import { deadlineOn, isHeld } from '#shared/domain/plan.ts';
import type { ReportFault } from '#shared/domain/report-fault.ts';
import { evaluateTaskReport, type TaskReportGiven } from '#shared/domain/task-report.ts';
import { difficultyId, documentId } from './identity.ts';
import type { PlanTask, PlanWords } from './plan-words.ts';
import type { ReportBody } from './tables-store.ts';

/** Whose report it is, and the cut it comes with. */
export interface Reporter {
  readonly unit: string;
  readonly level: UnitLevel;
  readonly cut: string;
  /** The day of the cut in Vietnam. */
  readonly cutDay: Day;
}

export interface Verdict {
  /** As it is written; null where it cannot be taken. */
  readonly body: ReportBody | null;
  readonly faults: readonly ReportFault<string>[];
}

export interface TaskRow extends TaskReportGiven {
  /** Code. */
  readonly task: string;
}

/** Of a report on a task; whoever enters one, by file or by hand, comes through here. */
export function judgeTaskRow(row: TaskRow, by: Reporter, plan: PlanWords): Verdict {
  const task = plan.tasks.get(row.task);
  if (task === undefined) return refused('TASK_UNKNOWN', 'task', { task: row.task.slice(0, 40) });
  if (!isHeld(task, by.cutDay)) return refused('TASK_NOT_HELD', 'task', heldDays(task));
  if (row.cause !== null && !plan.categories.some(({ code }) => code === row.cause))
    return refused('CAUSE_UNKNOWN', 'cause', { text: row.cause.slice(0, 80) });
  const due = { ...task, deadline: deadlineOn(task, by.cutDay) };
  const about = { task: due, level: by.level, cutDay: by.cutDay, today: plan.today, planStart: plan.start };
  const { value, faults } = evaluateTaskReport(row, about);
  if (value === null) return { body: null, faults };
  const { state, progress, doneOn, note, cause } = value;
  const body = { cut: by.cut, task: task.code, unit: by.unit, state, progress, done_on: doneOn, note, cause };
  return { body, faults };
}

/** 'none' for a day that nobody named. */
function heldDays({ code, from, until }: PlanTask): ReportFault<string>['values'] {
  return { task: code, from: from ?? 'none', until: until ?? 'none' };
}

export interface DifficultyRow extends DifficultyGiven {
  /** The beginning of the id of a known one; null for a new one. */
  readonly id: string | null;
  /** Codes; none are those of the category. */
  readonly indicators: readonly string[];
}

export function judgeDifficultyRow(row: DifficultyRow, by: Reporter, plan: PlanWords): Verdict {
  const { value, faults } = evaluateDifficulty(row, daysOf(by, plan));
  if (value === null) return { body: null, faults };
  const known = row.id === null ? [] : plan.difficulties(row.id.toLowerCase());
  const own = known.find(({ unit }) => unit === by.unit);
  if (row.id !== null && (own === undefined || known.length > 1))
    return refused('DIFFICULTY_UNKNOWN', 'id', { text: row.id.slice(0, 40), unit: by.unit });
  const { category, text, since, resolvedOn } = value;
  const body = {
    uuid: own?.uuid ?? difficultyId(by.unit, category, since),
    unit: by.unit,
    category,
    text,
    reported_on: since,
    resolved_on: resolvedOn,
    indicators: row.indicators.length === 0 ? null : JSON.stringify(row.indicators),
  };
  return { body, faults };
}

export interface DocumentRow extends DocumentGiven {
  /** Code; null where it belongs to none. */
  readonly task: string | null;
}

export function judgeDocumentRow(row: DocumentRow, by: Reporter, plan: PlanWords): Verdict {
  const { value, faults } = evaluateDocument(row, daysOf(by, plan));
  if (value === null) return { body: null, faults };
  if (row.task !== null && !plan.tasks.has(row.task))
    return refused('TASK_UNKNOWN', 'task', { task: row.task.slice(0, 40) });
  const { kind, number, title, issuedOn } = value;
  const uuid = documentId(by.unit, kind, number, issuedOn);
  const body = { uuid, unit: by.unit, task: row.task, kind, number, title, issued_on: issuedOn };
  return { body, faults };
}

function daysOf({ cutDay }: Reporter, { today, start }: PlanWords) {
  return { cutDay, today, planStart: start };
}

function refused(code: string, field: string, values: ReportFault<string>['values']): Verdict {
  return { body: null, faults: [{ severity: 'error', code, field, values }] };
}
