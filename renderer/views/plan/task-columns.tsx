import type { Text } from '#renderer/ground/text.tsx';
import type { Column } from '#renderer/tables/DataTable.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { ScheduleBadge } from '#renderer/ui/ScheduleBadge.tsx';
import type { TaskRowDto } from '#shared/contract/plan.ts';
import { TASK_SCHEDULES } from '#shared/domain/model.ts';
import { ProgressCell } from './ProgressCell.tsx';
import classes from './TaskTable.module.css';

/** The columns of the task table in the screen's language. */
export function taskColumns(text: Text): Column<TaskRowDto>[] {
  const { t, pick, format, locale } = text;
  const lead = (task: TaskRowDto) => (locale === 'vi' ? task.leadAgency : task.leadAgencyEn);
  return [
    {
      key: 'code',
      header: t('plan.column.code'),
      sortBy: (task) => task.code,
      value: (task) => task.code,
      cell: (task) => <AppLink to={`/nhiem-vu/${encodeURIComponent(task.code)}`}>{task.code}</AppLink>,
    },
    {
      key: 'name',
      header: t('plan.column.name'),
      sortBy: pick,
      value: pick,
      cell: (task) => <span className={classes.name}>{pick(task)}</span>,
    },
    {
      key: 'lead',
      header: t('plan.column.lead'),
      sortBy: lead,
      value: lead,
      cell: (task) => <span className={classes.lead}>{lead(task)}</span>,
    },
    {
      key: 'phase',
      header: t('plan.column.phase'),
      sortBy: (task) => t(`phase.${task.phase}`),
      value: (task) => t(`phase.${task.phase}`),
      cell: (task) => t(`phase.${task.phase}`),
    },
    {
      key: 'deadline',
      header: t('plan.column.deadline'),
      sortBy: (task) => task.deadline,
      value: (task) => task.deadline,
      format: 'date',
      cell: (task) => format.date(task.deadline),
    },
    {
      key: 'progress',
      header: t('plan.column.progress'),
      numeric: true,
      firstSort: 'down',
      sortBy: (task) => task.progress,
      value: (task) => task.progress,
      format: 'percent',
      cell: (task, write) => <ProgressCell progress={task.progress} write={write} />,
    },
    {
      key: 'units',
      header: t('plan.column.units'),
      numeric: true,
      firstSort: 'down',
      sortBy: (task) => task.unitsDone / Math.max(task.units, 1),
      value: (task) => (task.scope === 'centre' ? null : task.unitsDone),
      format: 'integer',
      cell: (task) =>
        task.scope === 'centre' ? '' : t('plan.units', { done: task.unitsDone, units: task.units }),
    },
    {
      key: 'schedule',
      header: t('plan.column.schedule'),
      sortBy: (task) => TASK_SCHEDULES.length - TASK_SCHEDULES.indexOf(task.schedule),
      value: (task) => t(`schedule.${task.schedule}`),
      cell: (task) => <ScheduleBadge schedule={task.schedule} />,
    },
    {
      key: 'outcome',
      header: t('plan.column.outcome'),
      sortBy: (task) => t(`outcome.${task.outcome}`),
      value: (task) => t(`outcome.${task.outcome}`),
      cell: (task) => t(`outcome.${task.outcome}`),
    },
  ];
}
