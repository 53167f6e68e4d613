import { Button, Progress } from '@mantine/core';
import { useText } from '#renderer/ground/text.tsx';
import classes from './SnapshotsView.module.css';
import type { FileWork } from './use-file-work.ts';

/** What is being done to a file, how far it is, and the way to stop it; nothing while nothing is done. */
export function WorkProgress<Input, Outcome>({ work }: { readonly work: FileWork<Input, Outcome> }) {
  const { t } = useText();
  if (!work.isRunning) return null;
  const label = t(work.step === null ? 'snapshots.step.start' : `snapshots.step.${work.step}`);
  return (
    <div className={classes.progress}>
      <span>{label}</span>
      <Progress value={work.share * 100} aria-label={label} />
      <Button size="compact-sm" variant="default" onClick={work.stop}>
        {t('snapshots.make.stop')}
      </Button>
    </div>
  );
}
