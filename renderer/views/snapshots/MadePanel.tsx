import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { type Api, useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { inPages, useEveryRow } from '#renderer/ground/client/use-every-row.ts';
import { fromBase64, saveBlob } from '#renderer/ground/save-file.ts';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import type { Column } from '#renderer/tables/column.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import type { MadeSnapshotDto } from '#shared/contract/snapshots.ts';
import { fileNameOf } from '#shared/text/file-name.ts';

const PAGE = 100;
const rowsOf = (page: readonly MadeSnapshotDto[]) => page;

/** Files that were made here: where they lie, what they hold, and a copy to take along. */
export function MadePanel() {
  const { t } = useText();
  const query = useInfiniteQuery(
    useApi().snapshots.list.infiniteOptions({
      input: (offset: number) => ({ limit: PAGE, offset }),
      ...inPages(PAGE, rowsOf),
    }),
  );
  const made = useEveryRow(query, rowsOf);
  const columns = useColumns();
  return (
    <Panel title={t('snapshots.made.title')} flush>
      {made === undefined ? (
        <QueryState query={query} />
      ) : made.length === 0 ? (
        <EmptyState title={t('snapshots.made.none')} />
      ) : (
        <DataTable
          caption={t('snapshots.made.title')}
          columns={columns}
          rows={made}
          rowKey={(row) => row.id}
          pageSize={20}
        />
      )}
    </Panel>
  );
}

function useColumns(): Column<MadeSnapshotDto>[] {
  const { t, pick } = useText();
  return [
    { key: 'file', header: t('snapshots.made.file'), value: (row) => row.file },
    { key: 'scope', header: t('snapshots.field.scope'), value: (row) => pick(row.scope), sortBy: null },
    { key: 'asOf', header: t('snapshots.field.asOf'), value: (row) => row.asOf, format: 'time' },
    { key: 'madeAt', header: t('snapshots.field.createdAt'), value: (row) => row.madeAt, format: 'time' },
    { key: 'signedBy', header: t('snapshots.field.signer'), value: (row) => row.signedBy, sortBy: null },
    {
      key: 'bytes',
      header: t('snapshots.field.bytes'),
      value: (row) => row.bytes,
      format: 'integer',
      firstSort: 'up',
    },
    { key: 'save', header: t('snapshots.made.copy'), value: null, cell: (row) => <Copy row={row} /> },
  ];
}

function Copy({ row }: { readonly row: MadeSnapshotDto }) {
  const { t } = useText();
  const api = useApi();
  const say = useSay();
  const save = useMutation({
    mutationFn: () => saveMade(api, row.id, fileNameOf(row.file)),
    onError: say.error,
  });
  if (!row.isThere) return t('snapshots.made.gone');
  return (
    <Button size="compact-sm" variant="default" onClick={() => save.mutate()}>
      {t('snapshots.made.save')}
    </Button>
  );
}

/** Fetches a file that was made here and hands it to the browser's downloads. */
async function saveMade(api: Api, id: string, name: string): Promise<void> {
  const parts: BlobPart[] = [];
  for await (const piece of await api.snapshots.download.call({ id })) parts.push(fromBase64(piece));
  saveBlob(new Blob(parts, { type: 'application/vnd.sqlite3' }), name);
}
