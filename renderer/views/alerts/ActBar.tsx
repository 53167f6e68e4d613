import { Button } from '@mantine/core';
import { IconArrowBackUp, IconClockPause, IconNote, IconUserCheck } from '@tabler/icons-react';
import { sourceOfWindow } from '#renderer/ground/client/source.ts';
import { useText } from '#renderer/ground/text.tsx';
import classes from './ActBar.module.css';
import { ACTS, type ActName } from './use-acts.ts';

const ICONS = {
  acknowledge: IconUserCheck,
  snooze: IconClockPause,
  wake: IconArrowBackUp,
  note: IconNote,
} as const;

/** What can be done, with the key that does it. */
export function ActBar(props: { readonly isDisabled: boolean; readonly onAct: (act: ActName) => void }) {
  const { t } = useText();
  // Nothing in a data file can be acted on.
  if (sourceOfWindow() !== null) return null;
  return (
    <div className={classes.bar}>
      {ACTS.map((act) => {
        const Icon = ICONS[act];
        return (
          <Button
            key={act}
            size="compact-sm"
            variant={act === 'acknowledge' ? 'filled' : 'default'}
            disabled={props.isDisabled}
            leftSection={<Icon size="1rem" aria-hidden="true" />}
            onClick={() => props.onAct(act)}
          >
            {t(`alerts.act.${act}`)}
          </Button>
        );
      })}
    </div>
  );
}
