import { Button, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo } from 'react';
import { type Names, useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import { filterWords } from '#renderer/tables/filter-words.ts';
import type { FileColumn } from '#renderer/tables/table-file.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { TaskRowDto } from '#shared/contract/plan.ts';
import { TASK_SCHEDULES, TASK_SCOPES } from '#shared/domain/model.ts';
import classes from './TaskTable.module.css';
import { taskColumns } from './task-columns.tsx';
import type { TaskFilter } from './use-task-filter.ts';

/** Every task with filters and search; sorting by any column. */
export function TaskTable(props: { readonly tasks: readonly TaskRowDto[]; readonly filter: TaskFilter }) {
  const text = useText();
  const { phases } = useNames();
  const { tasks, filter } = props;
  const columns = useMemo(() => taskColumns(text), [text]);
  const shown = tasks.filter(filter.keeps);
  return (
    <Panel
      title={text.t('plan.list')}
      note={text.t('table.showing', { shown: shown.length, total: tasks.length })}
      flush
      actions={<Filters filter={filter} />}
    >
      {shown.length === 0 ? (
        <EmptyState
          title={text.t('state.empty.filtered')}
          hint={text.t('state.empty.filtered.hint')}
          action={
            <Button variant="default" size="xs" onClick={filter.clear}>
              {text.t('state.clearFilters')}
            </Button>
          }
        />
      ) : (
        <div className={classes.scroll}>
          <DataTable
            caption={text.t('plan.list')}
            columns={columns}
            rows={shown}
            rowKey={(task) => task.code}
            fileColumns={fileColumns(text)}
            filters={filterLines(filter, phases, text)}
          />
        </div>
      )}
    </Panel>
  );
}

/** What a file has besides: which group a task belongs to and how many units it has. */
function fileColumns({ t }: Text): FileColumn<TaskRowDto>[] {
  return [
    { header: t('plan.file.unitsTotal'), value: (task) => task.units, format: 'integer' },
    { header: t('plan.file.unitsReported'), value: (task) => task.unitsReported, format: 'integer' },
    {
      header: t('plan.file.atLeast'),
      value: (task) => task.progressBounds?.atLeast ?? task.progress,
      format: 'percent',
      empty: () => 'notReported',
    },
    {
      header: t('plan.file.atMost'),
      value: (task) => task.progressBounds?.atMost ?? task.progress,
      format: 'percent',
      empty: () => 'notReported',
    },
    { header: t('plan.file.group'), value: (task) => task.group },
    { header: t('plan.filter.scope'), value: (task) => t(`scope.${task.scope}`) },
  ];
}

function filterLines({ values }: TaskFilter, phases: Names['phases'], text: Text): string[] {
  const { t } = text;
  const word = (kind: string, value: string | null) =>
    value === null ? null : (text.tryText(`${kind}.${value}`) ?? value);
  return filterWords(text, [
    [t('plan.file.group'), values.group],
    [t('plan.filter.schedule'), word('schedule', values.schedule)],
    [t('plan.filter.phase'), values.phase === null ? null : (phases.get(values.phase) ?? values.phase)],
    [t('plan.filter.scope'), word('scope', values.scope)],
    [t('plan.search'), values.q],
  ]);
}

function Filters({ filter }: { readonly filter: TaskFilter }) {
  const { t } = useText();
  const { phases } = useNames();
  const { values, set } = filter;
  return (
    <span className={classes.filters}>
      <TextInput
        size="xs"
        w="14rem"
        aria-label={t('plan.search')}
        placeholder={t('plan.search')}
        leftSection={<IconSearch size="0.875rem" aria-hidden="true" />}
        value={values.q ?? ''}
        onChange={(event) => set('q', event.currentTarget.value)}
      />
      <Choice
        label={t('plan.filter.schedule')}
        value={values.schedule}
        options={TASK_SCHEDULES.map((value) => ({ value, label: t(`schedule.${value}`) }))}
        onChange={(value) => set('schedule', value)}
      />
      <Choice
        label={t('plan.filter.phase')}
        value={values.phase}
        options={[...phases].map(([value, label]) => ({ value, label }))}
        onChange={(value) => set('phase', value)}
      />
      <Choice
        label={t('plan.filter.scope')}
        value={values.scope}
        options={TASK_SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))}
        onChange={(value) => set('scope', value)}
      />
      {filter.isFiltered && (
        <Button variant="default" size="xs" onClick={filter.clear}>
          {t('state.clearFilters')}
        </Button>
      )}
    </span>
  );
}

function Choice(props: {
  readonly label: string;
  readonly value: string | null;
  readonly options: { value: string; label: string }[];
  readonly onChange: (value: string | null) => void;
}) {
  const { t } = useText();
  return (
    <Select
      size="xs"
      w="10.5rem"
      aria-label={props.label}
      placeholder={props.label}
      clearable
      clearButtonProps={{ 'aria-label': t('state.clearFilters') }}
      data={props.options}
      value={props.value}
      onChange={props.onChange}
    />
  );
}
