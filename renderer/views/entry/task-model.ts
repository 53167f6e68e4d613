import type { EntryDraftDto, EntryGridDto } from '#shared/contract/entry.ts';
import { isReportPart, REPORT_PARTS, type ReportPart, reportText } from '#shared/domain/entry.ts';
import { TASK_STATES } from '#shared/domain/model.ts';
import { dayNumber } from '#shared/domain/periods.ts';
import { type Choice, choiceOf, taskStateOf } from '#shared/text/report-words.ts';
import { readWrittenDay } from '#shared/text/written-day.ts';
import type { GridModel, ReportColumn } from './grid-model.ts';

export type EntryTasks = NonNullable<EntryGridDto['tasks']>;

const COLUMNS: readonly ReportColumn[] = REPORT_PARTS.map((part) => ({ indicator: '', kind: 'task', part }));

/** Names of the states, in the order in which they are offered. */
export type StateNames = (state: (typeof TASK_STATES)[number]) => readonly string[];

/** The closed lists that a column takes; null for a column of free text. */
export function choicesOf(
  part: ReportPart,
  { causes }: EntryTasks,
  stateNames: StateNames,
): readonly Choice[] | null {
  if (part === 'state') return TASK_STATES.map((code) => ({ code, names: stateNames(code) }));
  if (part !== 'cause') return null;
  return causes.map(({ code, name, nameEn }) => ({ code, names: [name, nameEn] }));
}

/** The grid of tasks: a row for each task that the body reports on. Rows bear the code of their task in place of a unit's. */
export function createTaskModel(grid: EntryGridDto, tasks: EntryTasks, stateNames: StateNames): GridModel {
  const byTask = <One extends { task: string }>(all: readonly One[]) =>
    new Map(all.map((one) => [one.task, one]));
  const reports = byTask(tasks.reports);
  const past = byTask(tasks.past);
  return {
    rows: tasks.rows.map(({ task }) => task),
    columns: COLUMNS,
    textInForce: (task, { part }) => (isReportPart(part) ? reportText(reports.get(task), part) : ''),
    textOfPast: (task, { part }) => (isReportPart(part) ? reportText(past.get(task), part) : ''),
    isAsked: () => true,
    settle: ({ part }, text) => (isReportPart(part) ? settleReport(part, text, tasks, stateNames) : text),
    toWire: (task, { part }) => ({ unit: grid.unit, indicator: task, part }),
    fromWire: fromWire(grid.unit),
    figures: null,
  };
}

/** What is typed of a task, as it is kept: a choice by its code, a progress with its sign, a day as yyyy-mm-dd. */
function settleReport(part: ReportPart, typed: string, tasks: EntryTasks, stateNames: StateNames): string {
  const text = typed.normalize('NFC').trim();
  const choices = choicesOf(part, tasks, stateNames);
  if (choices !== null)
    return choiceOf(choices, text) ?? (part === 'state' ? taskStateOf(text) : null) ?? text;
  if (part === 'doneOn') return dayNumber(text) === null ? (readWrittenDay(text) ?? text) : text;
  return part === 'progress' && /^\d{1,3}([.,]\d+)?$/.test(text) ? `${text.replace('.', ',')}%` : text;
}

/** Only what is said of tasks by this body; the code of the task takes the place of the unit. */
function fromWire(body: string): GridModel['fromWire'] {
  const own = <One extends { unit: string; indicator: string }>(one: One) => ({
    ...one,
    unit: one.indicator,
    indicator: '',
  });
  return ({ cells = [], others = [], movedReports = [], verdicts = [] }: Partial<EntryDraftDto>) => ({
    cells: cells.filter(({ unit, part }) => unit === body && isReportPart(part)).map(own),
    others: others.filter(({ unit, part }) => unit === body && isReportPart(part)).map(own),
    moved: movedReports.map(own),
    verdicts: verdicts.filter(({ part }) => part !== null && isReportPart(part)).map(own),
    readings: [],
  });
}
