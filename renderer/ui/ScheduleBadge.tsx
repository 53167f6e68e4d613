import {
  IconAlertSquareFilled,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconClockHour4,
  IconTriangleFilled,
} from '@tabler/icons-react';
import { useText } from '#renderer/ground/text.tsx';
import type { TaskSchedule } from '#shared/domain/model.ts';
import classes from './ScheduleBadge.module.css';

const ICONS = {
  done: IconCircleCheckFilled,
  onTime: IconClockHour4,
  dueSoon: IconTriangleFilled,
  overdue: IconAlertSquareFilled,
  notReported: IconCircleDashed,
} as const;

/** Where a task stands against its deadline: icon, colour and word. */
export function ScheduleBadge(props: { readonly schedule: TaskSchedule }) {
  const { t } = useText();
  const Icon = ICONS[props.schedule];
  return (
    <span className={classes.badge} data-schedule={props.schedule}>
      <Icon size="1.0625em" aria-hidden="true" />
      {t(`schedule.${props.schedule}`)}
    </span>
  );
}
