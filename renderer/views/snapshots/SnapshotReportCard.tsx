import type { ReactNode } from 'react';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { VerdictBadge } from '#renderer/ui/VerdictBadge.tsx';
import type { SnapshotReport } from '#shared/contract/snapshots.ts';
import classes from './SnapshotsView.module.css';

/** The verdict on a file with its reasons, and what the file says about itself. */
export function SnapshotReportCard(props: { readonly report: SnapshotReport; readonly action?: ReactNode }) {
  const { t } = useText();
  const names = useNames();
  const { report } = props;
  return (
    <article className={classes.report} data-verdict={report.verdict} aria-label={report.file}>
      <header className={classes.reportHead}>
        <VerdictBadge verdict={report.verdict} />
        <strong>{report.file}</strong>
        <span className={classes.push}>{props.action}</span>
      </header>
      {report.reasons.map((reason) => (
        <p key={`${reason.code} ${JSON.stringify(reason.values)}`}>{names.reason(reason)}</p>
      ))}
      {report.isJudgedAnew && <p>{t('snapshots.judgedAnew')}</p>}
      {report.manifest !== null && <Fields report={report} />}
    </article>
  );
}

function Fields({ report }: { readonly report: SnapshotReport }) {
  const { t, format, pick } = useText();
  const names = useNames();
  const { manifest, key } = report;
  if (manifest === null) return null;
  const [first = '', last = first] = [manifest.cuts[0], manifest.cuts.at(-1)];
  const span = first === last ? names.cut(first) : `${names.cut(first)} – ${names.cut(last)}`;
  const fields: [string, string][] = [
    [t('snapshots.field.scope'), pick(manifest.scope)],
    [t('snapshots.field.asOf'), format.dateTime(manifest.asOf)],
    [t('snapshots.field.communes'), format.number(manifest.communes)],
    [t('snapshots.field.cuts'), `${format.number(manifest.cuts.length)} (${span})`],
    [t('snapshots.field.maker'), manifest.maker.who ?? manifest.maker.program],
    manifest.createdAt === undefined
      ? [t('snapshots.field.changedAt'), format.dateTime(manifest.changedAt ?? manifest.asOf)]
      : [t('snapshots.field.createdAt'), format.dateTime(manifest.createdAt)],
    [t('snapshots.field.signer'), key === null ? '–' : `${key.name} · ${key.fingerprint}`],
    [t('snapshots.field.rules'), format.number(manifest.ruleVersion)],
    [t('snapshots.field.sources'), manifest.sourceKinds.map((kind) => t(`sourceKind.${kind}`)).join(', ')],
    [t('snapshots.field.bytes'), format.number(report.bytes)],
  ];
  return (
    <dl className={classes.fields}>
      {fields.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
