import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import type { Column } from '#renderer/tables/column.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import type { SnapshotChangeDto } from '#shared/contract/snapshots.ts';
import { useChangeText } from './use-change-text.ts';

/** Changes that a file would make, what is here beside what the file says. */
export function ImportChanges({ changes }: { readonly changes: readonly SnapshotChangeDto[] }) {
  const { t } = useText();
  const columns = useColumns();
  if (changes.length === 0) return null;
  return (
    <DataTable
      caption={t('snapshots.import.list')}
      columns={columns}
      rows={changes.map((change, position) => ({ ...change, position }))}
      rowKey={({ position }) => String(position)}
      pageSize={100}
    />
  );
}

function useColumns(): Column<SnapshotChangeDto & { readonly position: number }>[] {
  const { t } = useText();
  const names = useNames();
  const { subject, value } = useChangeText();
  const column = (
    key: string,
    header: string,
    text: (change: SnapshotChangeDto) => string,
  ): Column<SnapshotChangeDto & { readonly position: number }> => ({
    key,
    header,
    value: text,
    sortBy: null,
  });
  return [
    column('kind', t('snapshots.import.kind'), ({ kind }) => t(`snapshots.import.kind.${kind}`)),
    column('unit', t('intake.changes.unit'), ({ unit }) => names.fullName(unit)),
    column('subject', t('snapshots.import.subject'), subject),
    column('cut', t('intake.changes.cut'), ({ cut }) => (cut === null ? '–' : names.cut(cut))),
    column('before', t('snapshots.import.here'), (change) =>
      change.before === null ? '–' : value(change, change.before),
    ),
    column('now', t('snapshots.import.file'), (change) => value(change, change.now)),
  ];
}
