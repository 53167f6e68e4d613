import type { ReactNode } from 'react';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { VerdictBadge } from '#renderer/ui/VerdictBadge.tsx';
import type { SnapshotReport } from '#shared/contract/snapshots.ts';
import classes from './SnapshotsView.module.css';

/** The verdict on a file with its reasons, and what the file says about itself. */
export function SnapshotReportCard(props: { readonly report: SnapshotReport; readonly action?: ReactNode }) {
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
    [t('snapshot.field.scope'), pick(manifest.scope)],
    [t('snapshot.field.asOf'), format.dateTime(manifest.asOf)],
    [t('snapshot.field.communes'), format.number(manifest.communes)],
    [t('snapshot.field.cuts'), `${format.number(manifest.cuts.length)} (${span})`],
    [t('snapshot.field.maker'), manifest.maker.who ?? manifest.maker.program],
    [t('snapshot.field.createdAt'), format.dateTime(manifest.createdAt)],
    [t('snapshot.field.signer'), key === null ? '–' : `${key.name} · ${key.fingerprint}`],
    [t('snapshot.field.rules'), format.number(manifest.ruleVersion)],
    [t('snapshot.field.sources'), manifest.sourceKinds.map((kind) => t(`sourceKind.${kind}`)).join(', ')],
    [t('snapshot.field.bytes'), format.number(report.bytes)],
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
