import { Button } from '@mantine/core';
import { lookAtSource } from '#renderer/ground/source.ts';
import { useText } from '#renderer/ground/text.tsx';
import { useOpenFile } from '#renderer/ground/use-open-file.ts';
import { CompareButton } from '#renderer/ui/CompareButton.tsx';
import { VerdictBadge } from '#renderer/ui/VerdictBadge.tsx';
import classes from './SnapshotBanner.module.css';

/** Stands above every screen while its figures come from a file: which one, how far to trust it, the way back. */
export function SnapshotBanner() {
  const { t, format, pick } = useText();
  const file = useOpenFile();
  if (file === null) return null;
  const { scope, asOf } = file.manifest;
  return (
    <aside className={classes.banner} data-verdict={file.report.verdict} aria-label={t('snapshots.banner')}>
      <VerdictBadge verdict={file.report.verdict} />
      <strong>{t('snapshots.banner')}</strong>
      <span className={classes.name} title={file.report.file}>
        {file.name}
      </span>
      <span>
        {t('snapshots.field.scope')}: {pick(scope)} · {t('snapshots.field.asOf')}: {format.dateTime(asOf)}
      </span>
      {file.report.isJudgedAnew && <span>{t('snapshots.judgedAnew')}</span>}
      <span className={classes.back}>
        <CompareButton id={file.id} />
        <Button size="compact-sm" variant="default" onClick={() => lookAtSource(null)}>
          {t('snapshots.back')}
        </Button>
      </span>
    </aside>
  );
}
