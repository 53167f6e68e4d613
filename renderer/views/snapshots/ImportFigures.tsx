import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useText } from '#renderer/app/text.tsx';
import { useApi } from '#renderer/client/ApiProvider.tsx';
import { describeError } from '#renderer/client/errors.ts';
import type { OpenSnapshotDto } from '#shared/contract/snapshots.ts';
import classes from './SnapshotsView.module.css';

/** Takes the figures of an open file into this machine: asks who does it, and why where a cut is closed. */
export function ImportFigures(props: { readonly opened: OpenSnapshotDto; readonly onClose: () => void }) {
  const text = useText();
  const { t, format } = text;
  const { id, report } = props.opened;
  const [who, setWho] = useState('');
  const [reason, setReason] = useState('');
  const bring = useMutation(useApi().snapshots.import.mutationOptions());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    bring.mutate({ id, who, ...(reason.trim() === '' ? {} : { reason }) });
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('snapshot.import.title', { file: report.file })}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
      size="34rem"
    >
      <form className={classes.form} onSubmit={submit}>
        <p>{t('snapshot.import.note')}</p>
        <TextInput
          label={t('snapshot.import.who')}
          value={who}
          maxLength={120}
          onChange={(event) => setWho(event.currentTarget.value)}
        />
        <TextInput
          label={t('snapshot.import.reason')}
          value={reason}
          maxLength={2000}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" loading={bring.isPending} disabled={who.trim() === '' || bring.isSuccess}>
          {t('snapshot.import.start')}
        </Button>
      </form>
      <div aria-live="polite">
        {bring.data !== undefined && (
          <p>
            {t('snapshot.import.done', {
              added: format.number(bring.data.added),
              changed: format.number(bring.data.changed),
              same: format.number(bring.data.same),
            })}
          </p>
        )}
        {bring.error !== null && (
          <p role="alert" className={classes.error}>
            {describeError(bring.error, text)}
          </p>
        )}
      </div>
    </Modal>
  );
}
