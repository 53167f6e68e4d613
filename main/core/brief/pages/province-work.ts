import type { FrameWords, Page, TableCell, TableSpec } from '#main/core/brief/description.ts';
import { compareText } from '#main/core/brief/facts.ts';
import type { ProvinceFacts } from '#main/core/brief/facts-province.ts';
import type { Say } from '#main/core/brief/say.ts';
import type { UnitProfileDto } from '#shared/contract/units.ts';
import { delayText } from '#shared/text/delay-text.ts';
import { shortAgeText } from '#shared/text/task-text.ts';
import { alertsTable } from './attention.ts';
import {
  dateCell,
  headline,
  notedCell,
  page,
  percentCell,
  row,
  shortCell,
  table,
  textCell,
} from './parts.ts';

const ROWS_SHOWN = 5;

type Tasks = UnitProfileDto['tasks'];

/** Without one report nothing is known to be overdue. */
export function hasReports(tasks: Tasks): boolean {
  return tasks.length === 0 || tasks.some((task) => task.progress !== null);
}

export function isOverdue(task: Tasks[number]): boolean {
  return task.schedule === 'overdue';
}

/** Province page 4: tasks to watch, difficulties, alerts. */
export function provinceWorkPage(facts: ProvinceFacts, say: Say, words: FrameWords): Page {
  const { tasks } = facts.profile;
  const overdue = tasks.filter(isOverdue);
  const known = hasReports(tasks);
  const watched = [...overdue, ...tasks.filter((task) => task.schedule === 'dueSoon')].toSorted(
    (left, right) => compareText(left.deadline, right.deadline) || compareText(left.code, right.code),
  );
  return page(facts, say, words, {
    id: 'work',
    title: say.t('briefing.province.work', { unit: say.unit(facts.figures.code) }),
    rows: [
      headline(
        say.t('briefing.province.workHeadline', {
          known: known ? 'yes' : 'no',
          overdue: overdue.length,
          difficulties: facts.difficulties.length,
          alerts: facts.alerts.total,
        }),
      ),
      row(44, [52, table(tasksTable(watched, known, say))], [48, table(difficultiesTable(facts, say))]),
      row(44, [1, table({ ...alertsTable(facts.alerts.alerts, say), most: ROWS_SHOWN })]),
    ],
    notes: [say.t('briefing.alerts.note'), say.t('briefing.difficulties.note')],
  });
}

/** The task, and why it is late where the province says so. */
function taskCell(task: Tasks[number], say: Say): TableCell {
  const why = delayText({ t: say.t, pick: say.name }, task) || (task.note ?? '');
  return notedCell(say.name(task), why, 120);
}

function tasksTable(tasks: Tasks, known: boolean, say: Say): TableSpec {
  return {
    title: say.t('briefing.province.tasks'),
    columns: [
      { title: say.t('briefing.column.task'), width: 46, format: 'text' },
      { title: say.t('briefing.column.deadline'), width: 18, format: 'date' },
      { title: say.t('briefing.column.progress'), width: 14, format: 'percent' },
      { title: say.t('plan.column.age'), width: 16, format: 'integer' },
      { title: say.t('briefing.column.state'), width: 18, format: 'text' },
    ],
    most: ROWS_SHOWN,
    rows: tasks.map((task) => [
      taskCell(task, say),
      dateCell(say, task.deadline),
      percentCell(say, task.progress),
      { value: task.age, text: shortAgeText(say, task.age) },
      textCell(say.t(`schedule.${task.schedule}`), task.schedule === 'overdue' ? 'red' : 'yellow'),
    ]),
    emptyText: say.t(known ? 'briefing.province.tasksEmpty' : 'briefing.groups.headline.noData'),
  };
}

function difficultiesTable(facts: ProvinceFacts, say: Say): TableSpec {
  return {
    title: say.t('briefing.difficulties.table'),
    columns: [
      { title: say.t('briefing.column.content'), width: 78, format: 'text' },
      { title: say.t('briefing.column.since'), width: 22, format: 'date' },
    ],
    most: ROWS_SHOWN,
    rows: facts.difficulties
      .toSorted((left, right) => compareText(right.difficulty.reportedOn, left.difficulty.reportedOn))
      .map(({ difficulty }) => [shortCell(difficulty.text, 110), dateCell(say, difficulty.reportedOn)]),
    emptyText: say.t('briefing.difficulties.empty'),
  };
}
