import { useText } from '#renderer/ground/text.tsx';
import { type TaskProgress, taskProgressText } from '#shared/text/task-text.ts';
import classes from './TaskTable.module.css';

/**
 * A share of work done as a small bar with its number; of how many it speaks where only some ever reported; words when
 * nobody did.
 */
export function ProgressCell(props: {
  readonly task: TaskProgress;
  readonly write?: (progress: number) => string;
}) {
  const text = useText();
  const { task, write = text.format.percent } = props;
  const said = taskProgressText(text, task, write);
  if (task.progress === null) return <span>{said}</span>;
  return (
    <span className={classes.progress}>
      <span className={classes.track} aria-hidden="true">
        <span className={classes.fill} style={{ width: `${task.progress * 100}%` }} />
      </span>
      <span>{said}</span>
    </span>
  );
}
