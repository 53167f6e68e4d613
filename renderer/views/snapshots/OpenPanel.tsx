import { Button, FileButton } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type DragEvent, useEffect, useEffectEvent, useState } from 'react';
import { useQueryValue } from '#renderer/ground/address.ts';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { describeError } from '#renderer/ground/client/errors.ts';
import { sendFile } from '#renderer/ground/client/uploads.ts';
import { useDroppedSnapshot } from '#renderer/ground/dropped-snapshot.ts';
import { lookAtSource } from '#renderer/ground/source.ts';
import { useText } from '#renderer/ground/text.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { outcomeOf } from '#shared/contract/outcome.ts';
import { OpenList } from './OpenList.tsx';
import { SnapshotReportCard } from './SnapshotReportCard.tsx';
import classes from './SnapshotsView.module.css';
import { useFileWork } from './use-file-work.ts';
import { WorkProgress } from './WorkProgress.tsx';

/** A received file: dropped or chosen, judged before anything of it is shown, then opened read-only. */
export function OpenPanel() {
  const text = useText();
  const { t } = text;
  const api = useApi();
  const [isOver, setIsOver] = useState(false);
  const check = useFileWork(async (file: File, around) => {
    const onProgress = (share: number) => around.tell({ step: 'send', done: share, total: 1 });
    const upload = await sendFile(api, file, { signal: around.signal, onProgress });
    const stream = await api.snapshots.verify.call({ upload }, { signal: around.signal });
    return { upload, report: (await outcomeOf(stream, around.tell)).report };
  });
  const open = useFileWork(async (upload: string, { signal, tell }) => {
    const { opened: file } = await outcomeOf(await api.snapshots.open.call({ upload }, { signal }), tell);
    lookAtSource(file.id);
  });
  useHandedFile(open.start);
  const opened = useQuery(api.snapshots.opened.queryOptions());
  const take = (file: File | null | undefined): void => {
    if (file) check.start(file);
  };
  useDroppedSnapshot(check.start);
  const look = (upload: string | undefined): void => {
    if (upload !== undefined) open.start(upload);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files[0]);
  };
  const error = check.error ?? open.error;
  return (
    <Panel title={t('snapshots.open.title')} note={t('snapshots.open.note')}>
      <section
        className={classes.drop}
        data-over={isOver || undefined}
        aria-label={t('snapshots.open.drop')}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <IconFileImport size="1.75rem" stroke={1.4} aria-hidden="true" />
        <span>{t('snapshots.open.drop')}</span>
        <FileButton accept=".kh02" onChange={take}>
          {(props) => (
            <Button {...props} variant="default" loading={check.isRunning}>
              {t('snapshots.open.choose')}
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
        <WorkProgress work={check} />
        <WorkProgress work={open} />
        {check.outcome !== null && (
          <SnapshotReportCard
            report={check.outcome.report}
            action={
              check.outcome.report.canOpen && (
                <Button loading={open.isRunning} onClick={() => look(check.outcome?.upload)}>
                  {t('snapshots.open.look')}
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

/** Opens the file that a double click or the command line has handed to the program, once. */
function useHandedFile(open: (upload: string) => void): void {
  const [handed, setHanded] = useQueryValue('open');
  const take = useEffectEvent((upload: string) => {
    setHanded(null);
    open(upload);
  });
  useEffect(() => {
    if (handed !== null) take(handed);
  }, [handed]);
}
