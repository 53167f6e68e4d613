import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { ForecastLine } from '#renderer/panels/forecast/ForecastLine.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { OriginNote } from '#renderer/ui/OriginNote.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { ScheduleBadge } from '#renderer/ui/ScheduleBadge.tsx';
import { monthName } from '#shared/text/reason-text.ts';
import { wholeAgeText } from '#shared/text/task-text.ts';
import { ProgressCell } from './ProgressCell.tsx';
import { PullingDown } from './PullingDown.tsx';
import { TaskFacts } from './TaskFacts.tsx';
import { TaskHistory } from './TaskHistory.tsx';
import { TaskOutputs } from './TaskOutputs.tsx';
import { TaskUnits } from './TaskUnits.tsx';
import classes from './TaskView.module.css';
import { unitsText } from './task-columns.tsx';
import type { TaskDetail } from './task-detail.ts';

/** One task: what the reports say beside what its outputs say, and the provinces that make it up. */
export function TaskView(props: { readonly code: string }) {
  const { id } = useCut();
  const query = useQuery(
    useApi().plan.task.queryOptions({
      input: { code: props.code, cut: id },
      placeholderData: (before) => (before?.task.code === props.code ? before : undefined),
    }),
  );
  if (query.data === undefined || query.isError) return <QueryState query={query} wayBack="tasks" />;
  return <Detail detail={query.data} />;
}

function Detail({ detail }: { readonly detail: TaskDetail }) {
  const text = useText();
  const { t, pick } = text;
  const { task } = detail;
  return (
    <article className={classes.page}>
      <header className={classes.heading}>
        <AppLink to="/nhiem-vu" className={classes.back ?? ''}>
          <IconArrowLeft size="1rem" aria-hidden="true" />
          {t('plan.task.back')}
        </AppLink>
        <h2 className={classes.name}>
          <span>{task.code}</span> {pick(task)}
        </h2>
        <TaskFacts task={task} />
        {task.group !== null && <ForecastLine code={task.group} cut={detail.cut.id} />}
      </header>
      <div className={classes.sides}>
        <Reported detail={detail} />
        <Panel title={t('plan.task.outputs')} note={monthName(detail.figuresCut, text) ?? ''}>
          {detail.outputs.length === 0 ? (
            <EmptyState title={t('status.noEvidence')} hint={t('plan.task.outputs.none')} hatched />
          ) : (
            <TaskOutputs outputs={detail.outputs} month={detail.figuresCut} />
          )}
        </Panel>
        <TaskHistory detail={detail} />
        <PullingDown detail={detail} />
      </div>
      <TaskUnits detail={detail} />
    </article>
  );
}

function Reported({ detail }: { readonly detail: TaskDetail }) {
  const text = useText();
  const { t } = text;
  const names = useNames();
  const { task, reasons } = detail;
  return (
    <Panel title={t('plan.task.reported')}>
      <div className={classes.states}>
        <ScheduleBadge schedule={task.schedule} />
        <strong>{t(`outcome.${task.outcome}`)}</strong>
        <ProgressCell task={task} />
        {task.age !== null && <span className={classes.note}>{wholeAgeText(text, task)}</span>}
        {task.scope !== 'centre' && (
          <span className={classes.note}>
            {t('plan.column.units')}: {unitsText(task, text)}
          </span>
        )}
      </div>
      <p className={classes.note}>
        <OriginNote cut={detail.cut.id} task={task.code} />
      </p>
      <h3 className={classes.why}>{t('plan.task.why')}</h3>
      <ul className={classes.reasons}>
        {reasons.map((reason) => (
          <li key={`${reason.code}${JSON.stringify(reason.values)}`}>{names.reason(reason)}</li>
        ))}
      </ul>
    </Panel>
  );
}
