import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/client/ApiProvider.tsx';
import { sourceOfWindow } from '#renderer/client/source.ts';
import { VerdictBadge } from '#renderer/ui/VerdictBadge.tsx';
import classes from './SnapshotBanner.module.css';
import { lookAtSource } from './source.ts';
import { useText } from './text.tsx';

/** Stands above every screen while its figures come from a file: which one, how far to trust it, the way back. */
export function SnapshotBanner() {
  const { t, format, pick } = useText();
  const query = useQuery({
    ...useApi().snapshots.current.queryOptions(),
    enabled: sourceOfWindow() !== null,
  });
  const report = query.data?.report;
  if (report === undefined || report.manifest === null) return null;
  const { scope, asOf } = report.manifest;
  return (
    <aside className={classes.banner} data-verdict={report.verdict} aria-label={t('snapshot.banner')}>
      <VerdictBadge verdict={report.verdict} />
      <strong>{t('snapshot.banner')}</strong>
      <span>{report.file}</span>
      <span>
        {t('snapshot.field.scope')}: {pick(scope)} · {t('snapshot.field.asOf')}: {format.dateTime(asOf)}
      </span>
      <Button
        className={classes.back ?? ''}
        size="compact-sm"
        variant="default"
        onClick={() => lookAtSource(null)}
      >
        {t('snapshot.back')}
      </Button>
    </aside>
  );
}
