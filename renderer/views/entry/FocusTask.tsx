import { Button } from '@mantine/core';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import type { EntryGridDto } from '#shared/contract/entry.ts';
import { REPORT_PARTS, type ReportPart, reportText } from '#shared/domain/entry.ts';
import classes from './EntryView.module.css';
import type { EntryState } from './entry-state.ts';
import { choicesOf, type EntryTasks } from './task-model.ts';
import type { GridNames } from './use-grid-names.ts';

interface TaskProps {
  readonly state: EntryState;
  readonly tasks: EntryTasks;
  /** Its code. */
  readonly task: string;
}

/** The closed list of the cell, each choice with the number by which it is typed. */
export function FocusChoices(props: TaskProps & { readonly part: ReportPart }) {
  const { t, pick } = useText();
  const { state, tasks, task, part } = props;
  const choices = choicesOf(part, tasks, (one) => [t(`taskState.${one}`)]);
  if (choices === null) return null;
  const column = state.model.columns.find((one) => one.part === part);
  if (column === undefined) return null;
  const chosen = state.textOf(task, column);
  const choose = (text: string) => {
    state.cancel();
    state.change([{ unit: task, column, text }]);
  };
  return (
    <fieldset className={classes.choices} aria-label={t('entry.focus.choices')}>
      {choices.map(({ code, names: [name = code, nameEn = name] }, at) => (
        <Button
          key={code}
          size="compact-xs"
          variant="default"
          aria-pressed={chosen === code}
          onClick={() => choose(code)}
        >
          {at + 1} {pick({ name, nameEn })}
        </Button>
      ))}
    </fieldset>
  );
}

/** The deadline of the task, what is in force, and what the body said of it last. */
export function FocusTask(props: TaskProps & { readonly grid: EntryGridDto; readonly names: GridNames }) {
  const { t, pick, format } = useText();
  const cutName = useNames().cut;
  const { state, grid, names, tasks, task } = props;
  const about = tasks.rows.find((one) => one.task === task);
  const now = tasks.reports.find((one) => one.task === task);
  const past = tasks.past.find((one) => one.task === task);
  const run = now === undefined ? undefined : grid.runs[now.run];
  const sayAgain = (said: NonNullable<typeof past>) =>
    state.change(
      state.model.columns.flatMap((column) => {
        const part = REPORT_PARTS.find((one) => one === column.part);
        return part === undefined ? [] : [{ unit: task, column, text: reportText(said, part) }];
      }),
    );
  return (
    <p className={classes.facts}>
      {about !== undefined && <span>{t('entry.focus.deadline', { day: format.date(about.deadline) })}</span>}
      {past === undefined ? (
        <span>{t('entry.focus.neverSaid')}</span>
      ) : (
        <span>
          {t('entry.focus.before', { cut: cutName(past.cut), text: names.report(past) })}{' '}
          <Button size="compact-xs" variant="default" onClick={() => sayAgain(past)}>
            {t('entry.focus.sayAgain')}
          </Button>
        </span>
      )}
      <span>
        {now === undefined || run === undefined
          ? t('entry.focus.nothingSaid')
          : t('entry.focus.inForce', {
              ...{ text: names.report(now), source: pick({ name: run.source, nameEn: run.sourceEn }) },
              ...{ who: run.who, at: format.dateTime(run.at) },
            })}
      </span>
    </p>
  );
}
