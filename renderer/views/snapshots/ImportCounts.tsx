import { useText } from '#renderer/ground/text.tsx';
import type { ReportCounts } from '#shared/contract/report-kinds.ts';
import type { SnapshotPreviewDto } from '#shared/contract/snapshots.ts';
import classes from './SnapshotsView.module.css';

/** How many of each kind are new, changed and the same. */
export function ImportCounts(props: {
  readonly figures: SnapshotPreviewDto['figures'];
  readonly reports: readonly ReportCounts[];
}) {
  const { t, format } = useText();
  const rows = [{ kind: 'figure' as const, ...props.figures }, ...props.reports];
  return (
    <table className={classes.counts}>
      <caption className="visually-hidden">{t('snapshots.import.counts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('snapshots.import.kind')}</th>
          {(['added', 'changed', 'same'] as const).map((state) => (
            <th key={state} scope="col">
              {t(`snapshots.import.${state}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.kind}>
            <th scope="row">{t(`snapshots.import.kind.${row.kind}`)}</th>
            {(['added', 'changed', 'same'] as const).map((state) => (
              <td key={state}>{format.number(row[state])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
