import { IconAlertTriangle, IconCheck, IconClockExclamation, IconMinus } from '@tabler/icons-react';
import { useText } from '#renderer/ground/text.tsx';
import type { OutlookDto } from '#shared/contract/forecast.ts';
import classes from './OutlookBadge.module.css';
import { type Verdict, verdictOf, verdictText } from './outlook.ts';

const ICONS: Readonly<Record<Verdict, typeof IconCheck>> = {
  complete: IconCheck,
  inTime: IconCheck,
  someOverdue: IconClockExclamation,
  late: IconClockExclamation,
  past: IconAlertTriangle,
  unknown: IconMinus,
};

/** Late or not, as icon and words. */
export function OutlookBadge(props: { readonly outlook: OutlookDto; readonly day: string }) {
  const text = useText();
  const verdict = verdictOf(props.outlook, props.day);
  const Icon = ICONS[verdict];
  return (
    <span className={classes.badge} data-verdict={verdict}>
      <Icon size="1rem" aria-hidden="true" />
      {verdictText(props.outlook, props.day, text)}
    </span>
  );
}
