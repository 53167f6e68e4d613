import { useMemo } from 'react';
import { useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import type { Column } from '#renderer/tables/column.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { ScheduleBadge } from '#renderer/ui/ScheduleBadge.tsx';
import { TASK_SCHEDULES } from '#shared/domain/model.ts';
import { causesText, delayText } from '#shared/text/delay-text.ts';
import { shortAgeText } from '#shared/text/task-text.ts';
import { ProgressCell } from './ProgressCell.tsx';
import classes from './TaskView.module.css';
import type { TaskDetail } from './task-detail.ts';

type UnitRow = TaskDetail['units'][number];

/** The provinces that carry the task out; those that pull it down first. */
export function TaskUnits({ detail }: { readonly detail: TaskDetail }) {
  const text = useText();
  const names = useNames();
  const columns = useMemo(() => columnsOf(text, names.fullName), [text, names]);
  const title = text.t(detail.task.scope === 'centre' ? 'plan.task.units.centre' : 'plan.task.units');
  const causes = causesText(text, detail.units);
  return (
    <Panel title={title} flush={detail.units.length > 0}>
      {detail.units.length === 0 ? (
        <p className={classes.note}>{text.t('plan.task.units.none')}</p>
      ) : (
        <>
          {causes !== '' && <p className={classes.note}>{causes}</p>}
          <DataTable
            caption={title}
            columns={columns}
            rows={detail.units}
            rowKey={(row) => row.code}
            fileTitle={`${title} ${detail.task.code}`}
            fileColumns={[
              { header: text.t('tableExport.code'), value: (row) => row.code },
              { header: text.t('plan.file.reportCut'), value: (row) => row.reportCut },
            ]}
            sort={{ key: 'schedule', direction: 'down' }}
          />
        </>
      )}
    </Panel>
  );
}

function columnsOf(text: Text, fullName: (code: string) => string): Column<UnitRow>[] {
  const { t, format } = text;
  return [
    {
      key: 'name',
      header: t('units.communes.name'),
      value: (row) => fullName(row.code),
      sortBy: (row) => text.pick(row),
      cell: (row) => <AppLink to={`/don-vi/${row.code}`}>{fullName(row.code)}</AppLink>,
    },
    {
      key: 'schedule',
      header: t('plan.column.schedule'),
      value: (row) => t(`schedule.${row.schedule}`),
      sortBy: (row) => TASK_SCHEDULES.indexOf(row.schedule),
      firstSort: 'down',
      cell: (row) => <ScheduleBadge schedule={row.schedule} />,
    },
    {
      key: 'progress',
      header: t('plan.column.progress'),
      value: (row) => row.progress,
      format: 'percent',
      empty: () => 'notReported',
      firstSort: 'up',
      cell: (row, write) => <ProgressCell task={row} write={write} />,
    },
    {
      key: 'age',
      header: t('plan.column.age'),
      value: (row) => row.age,
      format: 'integer',
      firstSort: 'down',
      cell: (row) => shortAgeText(text, row.age),
    },
    { key: 'outcome', header: t('plan.column.outcome'), value: (row) => t(`outcome.${row.outcome}`) },
    {
      key: 'doneOn',
      header: t('plan.task.units.doneOn'),
      value: (row) => row.doneOn,
      format: 'date',
      cell: (row) => (row.doneOn === null ? '' : format.date(row.doneOn)),
    },
    {
      key: 'cause',
      header: t('plan.task.units.cause'),
      value: (row) => delayText(text, row),
    },
    {
      key: 'note',
      header: t('plan.task.units.note'),
      value: (row) => row.note,
      sortBy: null,
      cell: (row) => row.note ?? '',
    },
  ];
}
