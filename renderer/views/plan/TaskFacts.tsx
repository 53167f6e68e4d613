import { useText } from '#renderer/ground/text.tsx';
import type { TaskRowDto } from '#shared/contract/plan.ts';
import classes from './TaskView.module.css';

/** Who leads, in which phase and group, from when to when. */
export function TaskFacts({ task }: { readonly task: TaskRowDto }) {
  const { t, format, locale } = useText();
  const group = (locale === 'vi' ? task.groupName : task.groupNameEn) ?? t('plan.group.none');
  const facts = [
    [t('plan.task.lead'), locale === 'vi' ? task.leadAgency : task.leadAgencyEn],
    [t('plan.task.group'), task.group === null ? group : `${task.group}. ${group}`],
    [t('plan.task.phase'), locale === 'vi' ? task.phaseName : task.phaseNameEn],
    [t('plan.task.scope'), t(`scope.${task.scope}`)],
    [t('plan.task.start'), format.date(task.start)],
    [t('plan.task.deadline'), format.date(task.deadline)],
    // An extension moves the deadline and not the one that was promised first.
    ...(task.deadline === task.firstDeadline
      ? []
      : [[t('plan.task.firstDeadline'), format.date(task.firstDeadline)] as const]),
    [t('plan.task.origin'), t(`origin.${task.origin}`)],
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
