import { IconArrowDownRight, IconArrowUpRight, IconMinus } from '@tabler/icons-react';
import { useText } from '#renderer/ground/text.tsx';
import classes from './Delta.module.css';

/** A change since the previous cut: arrow, sign and words; null when it cannot be said, with the reason. */
export function Delta(props: {
  readonly change: number | null;
  /** There is a cut before: that nothing can be said is for want of reports. */
  readonly hasBefore: boolean;
  readonly text: string;
  /** Whether more of it is good news. */
  readonly good: 'up' | 'down';
}) {
  const { t } = useText();
  const { change } = props;
  if (change === null)
    return <span className={classes.delta}>{t(props.hasBefore ? 'delta.partial' : 'delta.none')}</span>;
  const Icon = change === 0 ? IconMinus : change > 0 ? IconArrowUpRight : IconArrowDownRight;
  const isGood = change === 0 ? undefined : change > 0 === (props.good === 'up');
  return (
    <span className={classes.delta} data-good={isGood}>
      <Icon size="1em" aria-hidden="true" />
      <span className={classes.value}>{change === 0 ? t('delta.same') : props.text}</span>
      <span>{t('delta.since')}</span>
    </span>
  );
}
