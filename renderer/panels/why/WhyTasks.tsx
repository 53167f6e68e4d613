import { useText } from '#renderer/ground/text.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { ScheduleBadge } from '#renderer/ui/ScheduleBadge.tsx';
import type { WhyTaskDto } from '#shared/contract/why.ts';
import { columnWriter } from '#shared/text/figure-writer.ts';
import { knownText } from '#shared/text/known-text.ts';
import { wholeAgeText } from '#shared/text/task-text.ts';
import classes from './Why.module.css';

/** Each task that a number counts: its deadline, how far it is, and where it stands. */
export function WhyTasks(props: { readonly tasks: readonly WhyTaskDto[]; readonly others: number }) {
  const text = useText();
  const { t, pick, format } = text;
  const { tasks, others } = props;
  const write = columnWriter(
    'percent',
    tasks.map(({ progress }) => progress),
    [],
    format,
  );
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption className="visually-hidden">{t('why.tasks')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('plan.column.name')}</th>
            <th scope="col">{t('plan.column.deadline')}</th>
            <th scope="col" data-numeric>
              {t('plan.column.progress')}
            </th>
            <th scope="col">{t('plan.column.schedule')}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr key={task.code}>
              <th scope="row">
                <AppLink to={`/nhiem-vu/${encodeURIComponent(task.code)}`}>{task.code}</AppLink> {pick(task)}
              </th>
              <td>{format.date(task.deadline)}</td>
              <td data-numeric>
                {knownText(text, task.progress, 'notReported', write)}
                {task.scope !== 'centre' && task.unitsDone !== null && (
                  <span className={classes.parts}>
                    {t('plan.units', { done: task.unitsDone, units: task.units })}
                  </span>
                )}
                {task.age !== null && task.age > 0 && (
                  <span className={classes.parts}>{wholeAgeText(text, task)}</span>
                )}
              </td>
              <td>
                <ScheduleBadge schedule={task.schedule} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {others > 0 && <p className={classes.note}>{t('why.tasks.others', { count: others })}</p>}
    </div>
  );
}
