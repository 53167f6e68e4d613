import { Button, FileButton } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type DragEvent, useState } from 'react';
import { lookAtSource } from '#renderer/app/source.ts';
import { useText } from '#renderer/app/text.tsx';
import { useApi } from '#renderer/client/ApiProvider.tsx';
import { describeError } from '#renderer/client/errors.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { OpenList } from './OpenList.tsx';
import { SnapshotReportCard } from './SnapshotReportCard.tsx';
import classes from './SnapshotsView.module.css';
import { sendFile } from './transfer.ts';

/** A received file: dropped or chosen, judged before anything of it is shown, then opened read-only. */
export function OpenPanel() {
  const text = useText();
  const { t } = text;
  const api = useApi();
  const [isOver, setIsOver] = useState(false);
  const check = useMutation({
    mutationFn: async (file: File) => {
      const upload = await sendFile(api, file);
      return { upload, report: await api.snapshots.verify.call({ upload }) };
    },
  });
  const open = useMutation({
    mutationFn: (upload: string) => api.snapshots.open.call({ upload }),
    onSuccess: ({ id }) => lookAtSource(id),
  });
  const opened = useQuery(api.snapshots.opened.queryOptions());
  const take = (file: File | null | undefined): void => {
    if (file) check.mutate(file);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files[0]);
  };
  const error = check.error ?? open.error;
  return (
    <Panel title={t('snapshot.open.title')} note={t('snapshot.open.note')}>
      <section
        className={classes.drop}
        data-over={isOver || undefined}
        aria-label={t('snapshot.open.drop')}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <IconFileImport size="1.75rem" stroke={1.4} aria-hidden="true" />
        <span>{t('snapshot.open.drop')}</span>
        <FileButton accept=".kh02" onChange={take}>
          {(props) => (
            <Button {...props} variant="default" loading={check.isPending}>
              {t('snapshot.open.choose')}
            </Button>
          )}
        </FileButton>
      </section>
      <div aria-live="polite">
        {error !== null && (
          <p role="alert" className={classes.error}>
            {describeError(error, text)}
          </p>
        )}
        {check.data !== undefined && (
          <SnapshotReportCard
            report={check.data.report}
            action={
              check.data.report.canOpen && (
                <Button loading={open.isPending} onClick={() => open.mutate(check.data.upload)}>
                  {t('snapshot.open.look')}
                </Button>
              )
            }
          />
        )}
      </div>
      {opened.data !== undefined && opened.data.length > 0 && <OpenList opened={opened.data} />}
    </Panel>
  );
}
