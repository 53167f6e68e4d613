import type { Text } from '#renderer/ground/text.tsx';
import type { Column } from '#renderer/tables/column.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { ScheduleBadge } from '#renderer/ui/ScheduleBadge.tsx';
import type { TaskRowDto } from '#shared/contract/plan.ts';
import { TASK_SCHEDULES } from '#shared/domain/model.ts';
import { knownText } from '#shared/text/known-text.ts';
import { shortAgeText } from '#shared/text/task-text.ts';
import { ProgressCell } from './ProgressCell.tsx';
import classes from './TaskTable.module.css';

/** How many bodies report the task done, of those that owe it; or that none has said. */
export function unitsText(
  { unitsDone, units }: Pick<TaskRowDto, 'unitsDone' | 'units'>,
  { t, format }: Text,
): string {
  return knownText({ t, format }, unitsDone, 'notReported', (done) => t('plan.units', { done, units }));
}

function phaseOf({ phaseName, phaseNameEn }: TaskRowDto, locale: Text['locale']): string {
  return locale === 'vi' ? phaseName : phaseNameEn;
}

/** The columns of the task table in the screen's language. */
export function taskColumns(text: Text): Column<TaskRowDto>[] {
  const { t, pick, locale } = text;
  const lead = (task: TaskRowDto) => (locale === 'vi' ? task.leadAgency : task.leadAgencyEn);
  return [
    {
      key: 'code',
      header: t('plan.column.code'),
      value: (task) => task.code,
      cell: (task) => <AppLink to={`/nhiem-vu/${encodeURIComponent(task.code)}`}>{task.code}</AppLink>,
    },
    {
      key: 'name',
      header: t('plan.column.name'),
      value: pick,
      cell: (task) => <span className={classes.name}>{pick(task)}</span>,
    },
    {
      key: 'lead',
      header: t('plan.column.lead'),
      value: lead,
      cell: (task) => <span className={classes.lead}>{lead(task)}</span>,
    },
    { key: 'phase', header: t('plan.column.phase'), value: (task) => phaseOf(task, locale) },
    { key: 'deadline', header: t('plan.column.deadline'), value: (task) => task.deadline, format: 'date' },
    {
      key: 'progress',
      header: t('plan.column.progress'),
      value: (task) => task.progress,
      format: 'percent',
      empty: () => 'notReported',
      cell: (task, write) => <ProgressCell task={task} write={write} />,
    },
    {
      key: 'age',
      header: t('plan.column.age'),
      value: (task) => task.age,
      format: 'integer',
      firstSort: 'down',
      cell: (task) => shortAgeText(text, task.age),
    },
    {
      key: 'units',
      header: t('plan.column.units'),
      value: (task) => (task.scope === 'centre' ? null : task.unitsDone),
      format: 'integer',
      empty: (task) => (task.scope === 'centre' ? 'notApplicable' : 'notReported'),
      sortBy: (task) => (task.unitsDone === null ? null : task.unitsDone / Math.max(task.units, 1)),
      cell: (task) => (task.scope === 'centre' ? undefined : unitsText(task, text)),
    },
    {
      key: 'schedule',
      header: t('plan.column.schedule'),
      value: (task) => t(`schedule.${task.schedule}`),
      sortBy: (task) => TASK_SCHEDULES.length - TASK_SCHEDULES.indexOf(task.schedule),
      cell: (task) => <ScheduleBadge schedule={task.schedule} />,
    },
    { key: 'outcome', header: t('plan.column.outcome'), value: (task) => t(`outcome.${task.outcome}`) },
  ];
}
