import { Progress } from '@mantine/core';
import { describeError } from '#renderer/ground/client/errors.ts';
import { useText } from '#renderer/ground/text.tsx';
import classes from './RuleChangeProgress.module.css';
import type { RuleChanging } from './use-rule-change.ts';

/** How many cuts a change of rules has computed anew, or why it has failed. */
export function RuleChangeProgress<Input>({ change }: { readonly change: RuleChanging<Input> }) {
  const text = useText();
  const { t, format } = text;
  const { isRunning, share, error } = change;
  if (isRunning) {
    return (
      <div className={classes.progress}>
        <span>
          {t('rules.save.busy')} {format.percent(share)}
        </span>
        <Progress value={share * 100} aria-label={t('rules.save.busy')} />
      </div>
    );
  }
  if (error === null) return null;
  return (
    <p className={classes.error} role="alert">
      {describeError(error, text)}
    </p>
  );
}
