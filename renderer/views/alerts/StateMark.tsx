import {
  IconBellRinging,
  IconCircleCheck,
  IconClockPause,
  IconHourglass,
  IconUserCheck,
} from '@tabler/icons-react';
import { useText } from '#renderer/ground/text.tsx';
import type { AlertState } from '#shared/domain/model.ts';
import classes from './StateMark.module.css';

export const STATE_ICONS = {
  pending: IconHourglass,
  firing: IconBellRinging,
  acknowledged: IconUserCheck,
  snoozed: IconClockPause,
  resolved: IconCircleCheck,
} as const;

/** The state of an alert: a shape and its word. */
export function StateMark({ state }: { readonly state: AlertState }) {
  const { t } = useText();
  const Icon = STATE_ICONS[state];
  return (
    <span className={classes.mark} data-state={state}>
      <Icon size="0.875rem" aria-hidden="true" />
      {t(`alertState.${state}`)}
    </span>
  );
}
