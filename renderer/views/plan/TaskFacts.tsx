import { useText } from '#renderer/ground/text.tsx';
import type { TaskRowDto } from '#shared/contract/plan.ts';
import classes from './TaskView.module.css';

/** Who leads, in which phase and group, from when to when. */
export function TaskFacts({ task }: { readonly task: TaskRowDto }) {
  const { t, tryText, format, locale } = useText();
  const group = task.group === null ? t('tasks.group.none') : (tryText(`group.${task.group}`) ?? task.group);
  const facts = [
    [t('task.lead'), locale === 'vi' ? task.leadAgency : task.leadAgencyEn],
    [t('task.group'), task.group === null ? group : `${task.group}. ${group}`],
    [t('task.phase'), t(`phase.${task.phase}`)],
    [t('task.scope'), t(`scope.${task.scope}`)],
    [t('task.start'), format.date(task.start)],
    [t('task.deadline'), format.date(task.deadline)],
    [t('task.origin'), t(`origin.${task.origin}`)],
  ] as const;
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
