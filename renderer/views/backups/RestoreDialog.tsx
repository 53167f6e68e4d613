import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import type { BackupContentsDto, BackupDto } from '#shared/contract/backups.ts';

/** A look inside a backup, every page of it checked, before it takes the place of what is there. */
export function RestoreDialog(props: {
  readonly backup: BackupDto;
  readonly canRestore: boolean;
  readonly onClose: () => void;
}) {
  const { t, format } = useText();
  const api = useApi();
  const say = useSay();
  const { name, madeAt } = props.backup;
  const look = useQuery(api.backups.look.queryOptions({ input: { name }, staleTime: 0, retry: false }));
  const restore = useMutation(
    api.backups.restore.mutationOptions({
      onSuccess: () => {
        say.done(t('backups.restoring'));
        props.onClose();
      },
      onError: say.error,
    }),
  );
  return (
    <Modal opened onClose={props.onClose} title={t('backups.look.title', { at: format.dateTime(madeAt) })}>
      <Stack>
        {look.data === undefined ? <QueryState query={look} /> : <Contents contents={look.data} />}
        <p>{t('backups.restore.what')}</p>
        {!props.canRestore && <p>{t('backups.restore.elsewhere', { name })}</p>}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose} data-autofocus>
            {t('backups.cancel')}
          </Button>
          <Button
            color="red"
            disabled={look.data === undefined || !props.canRestore}
            loading={restore.isPending}
            onClick={() => restore.mutate({ name })}
          >
            {t('backups.restore')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Contents({ contents }: { readonly contents: BackupContentsDto }) {
  const { t, format } = useText();
  const { cuts, figures, newestAsOf, lastRunAt, schemaVersion } = contents;
  return (
    <ul>
      <li>
        {t('backups.contents', {
          cuts,
          figures,
          newest: newestAsOf === null ? '–' : format.dateTime(newestAsOf),
        })}
      </li>
      <li>
        {lastRunAt === null
          ? t('backups.lastRun.none')
          : t('backups.lastRun', { at: format.dateTime(lastRunAt) })}
      </li>
      <li>{t('backups.schema', { version: schemaVersion })}</li>
    </ul>
  );
}
