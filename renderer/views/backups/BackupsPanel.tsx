import { Alert, Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import type { Column } from '#renderer/tables/column.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import type { BackupDto } from '#shared/contract/backups.ts';
import classes from './BackupsPanel.module.css';
import { RestoreDialog } from './RestoreDialog.tsx';

/** The backups there are, one more at once, and the way back to each of them. */
export function BackupsPanel() {
  const { t, tryText, format } = useText();
  const list = useQuery(useApi().backups.list.queryOptions());
  const [chosen, choose] = useState<BackupDto | null>(null);
  const columns = useColumns(choose);
  return (
    <Panel title={t('backups.title')} actions={<MakeButton />}>
      <p className={classes.about}>{t('backups.about')}</p>
      {list.data === undefined ? (
        <QueryState query={list} />
      ) : (
        <>
          <p className={classes.about}>{t('backups.folder', { folder: list.data.folder })}</p>
          {list.data.failure !== null && (
            <Alert color="red">
              {t('backups.failed', {
                at: format.dateTime(list.data.failure.at),
                problem:
                  tryText(`error.${list.data.failure.code}`, {
                    file: list.data.folder,
                    folder: list.data.folder,
                  }) ?? list.data.failure.code,
              })}
            </Alert>
          )}
          {list.data.backups.length === 0 ? (
            <EmptyState title={t('backups.none')} hint={t('backups.none.detail')} />
          ) : (
            <DataTable
              caption={t('backups.title')}
              columns={columns}
              rows={list.data.backups}
              rowKey={(row) => row.name}
              pageSize={10}
            />
          )}
          {chosen !== null && (
            <RestoreDialog backup={chosen} canRestore={list.data.canRestore} onClose={() => choose(null)} />
          )}
        </>
      )}
    </Panel>
  );
}

function MakeButton() {
  const { t } = useText();
  const say = useSay();
  const make = useMutation(
    useApi().backups.make.mutationOptions({
      onSuccess: ({ name }) => say.done(t('backups.made', { name })),
      onError: say.error,
    }),
  );
  return (
    <Button size="compact-sm" loading={make.isPending} onClick={() => make.mutate({})}>
      {t('backups.make')}
    </Button>
  );
}

function useColumns(choose: (backup: BackupDto) => void): Column<BackupDto>[] {
  const { t } = useText();
  return [
    { key: 'madeAt', header: t('backups.madeAt'), value: (row) => row.madeAt, format: 'time' },
    { key: 'kind', header: t('backups.kind'), value: (row) => t(`backups.kind.${row.kind}`) },
    {
      key: 'bytes',
      header: t('backups.size'),
      value: (row) => t('backups.megabytes', { bytes: row.bytes }),
      sortBy: (row) => row.bytes,
    },
    { key: 'name', header: t('snapshots.made.file'), value: (row) => row.name, sortBy: null },
    {
      key: 'restore',
      header: t('backups.act'),
      value: null,
      cell: (row) => (
        <Button size="compact-sm" variant="default" onClick={() => choose(row)}>
          {t('backups.look')}
        </Button>
      ),
    },
  ];
}
