import { useNames } from '#renderer/app/names.tsx';
import { useText } from '#renderer/app/text.tsx';
import { type Column, DataTable } from '#renderer/ui/DataTable.tsx';
import type { SnapshotChangeDto } from '#shared/contract/snapshots.ts';
import classes from './SnapshotsView.module.css';
import { useChangeText } from './use-change-text.ts';

/** The first changes of each kind, what is here beside what the file says. */
export function ImportChanges({ changes }: { readonly changes: readonly SnapshotChangeDto[] }) {
  const { t } = useText();
  const columns = useColumns();
  if (changes.length === 0) return null;
  return (
    <div className={classes.changes}>
      <DataTable
        caption={t('snapshot.import.list')}
        columns={columns}
        rows={changes.map((change, position) => ({ ...change, position }))}
        rowKey={({ position }) => String(position)}
        pageSize={100}
      />
    </div>
  );
}

function useColumns(): Column<SnapshotChangeDto & { readonly position: number }>[] {
  const { t } = useText();
  const names = useNames();
  const { subject, value } = useChangeText();
  return [
    { key: 'kind', header: t('snapshot.import.kind'), cell: ({ kind }) => t(`snapshot.import.kind.${kind}`) },
    { key: 'unit', header: t('data.changes.unit'), cell: ({ unit }) => names.fullName(unit) },
    { key: 'subject', header: t('snapshot.import.subject'), cell: (change) => subject(change) },
    {
      key: 'cut',
      header: t('data.changes.cut'),
      cell: ({ cut }) => (cut === null ? '–' : names.cut(cut)),
    },
    {
      key: 'before',
      header: t('snapshot.import.here'),
      cell: (change) => (change.before === null ? '–' : value(change, change.before)),
    },
    { key: 'now', header: t('snapshot.import.file'), cell: (change) => value(change, change.now) },
  ];
}
