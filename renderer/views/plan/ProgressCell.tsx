import { useText } from '#renderer/ground/text.tsx';
import classes from './TaskTable.module.css';

/** A share of work done as a small bar with its number; words when nobody said. */
export function ProgressCell(props: {
  readonly progress: number | null;
  readonly write?: (progress: number) => string;
}) {
  const { t, format } = useText();
  const { progress, write = format.percent } = props;
  if (progress === null) return <span>{t('empty.notReported')}</span>;
  return (
    <span className={classes.progress}>
      <span className={classes.track} aria-hidden="true">
        <span className={classes.fill} style={{ width: `${progress * 100}%` }} />
      </span>
      <span>{write(progress)}</span>
    </span>
  );
}
