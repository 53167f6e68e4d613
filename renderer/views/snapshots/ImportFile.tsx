import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { describeError } from '#renderer/ground/client/errors.ts';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { usePerson } from '#renderer/ground/use-person.ts';
import { ImportChanges } from '#renderer/panels/reports/ImportChanges.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { WhoField } from '#renderer/ui/WhoField.tsx';
import type { OpenSnapshotDto, SnapshotPreviewDto } from '#shared/contract/snapshots.ts';
import { ImportCounts } from './ImportCounts.tsx';
import classes from './SnapshotsView.module.css';

/** What an open file would change on this machine, one by one; then who takes it in, and why where a cut is closed. */
export function ImportFile(props: { readonly opened: OpenSnapshotDto; readonly onClose: () => void }) {
  const { t } = useText();
  const { id, report } = props.opened;
  const preview = useQuery(useApi().snapshots.preview.queryOptions({ input: { id } }));
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('snapshots.import.title', { file: report.file })}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
      size="72rem"
    >
      {preview.data === undefined ? (
        <QueryState query={preview} />
      ) : (
        <Decision id={id} preview={preview.data} />
      )}
    </Modal>
  );
}

function Decision(props: { readonly id: string; readonly preview: SnapshotPreviewDto }) {
  const text = useText();
  const { t, format } = text;
  const names = useNames();
  const { id, preview } = props;
  const { who, setWho, remember } = usePerson();
  const [reason, setReason] = useState('');
  const [again, setAgain] = useState(false);
  const bring = useMutation(useApi().snapshots.import.mutationOptions({ onSuccess: remember }));
  const closed = preview.cuts.filter(({ state }) => state === 'closed');
  const isNothing = [preview.figures, ...preview.reports].every(
    ({ added, changed }) => added + changed === 0,
  );
  const isAsked = preview.seen !== null && !isNothing;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    bring.mutate({ id, who, again, ...(reason.trim() === '' ? {} : { reason }) });
  };
  return (
    <div className={classes.import}>
      <p>{t('snapshots.import.note')}</p>
      {preview.seen !== null && (
        <p className={classes.warning}>
          {t('snapshots.import.seen', { time: format.dateTime(preview.seen.at), who: preview.seen.who })}
        </p>
      )}
      {closed.length > 0 && (
        <p className={classes.warning}>
          {t('snapshots.import.closed', { cuts: closed.map(({ code }) => names.cut(code)).join(', ') })}
        </p>
      )}
      <ImportCounts figures={preview.figures} reports={preview.reports} />
      {preview.leftOut > 0 && (
        <p className={classes.warning}>{t('snapshots.import.leftOut', { count: preview.leftOut })}</p>
      )}
      {preview.changes.length > 0 && (
        <div className={classes.changes}>
          <ImportChanges changes={preview.changes} />
        </div>
      )}
      {bring.data === undefined && (
        <form className={classes.form} onSubmit={submit}>
          <WhoField
            label={t('snapshots.import.who')}
            value={who}
            onChange={(event) => setWho(event.currentTarget.value)}
          />
          {closed.length > 0 && (
            <TextInput
              label={t('snapshots.import.reason')}
              value={reason}
              maxLength={2000}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
          {isAsked && (
            <Checkbox
              label={t('snapshots.import.again')}
              checked={again}
              onChange={(event) => setAgain(event.currentTarget.checked)}
            />
          )}
          <Button
            type="submit"
            loading={bring.isPending}
            disabled={
              who.trim() === '' ||
              isNothing ||
              (isAsked && !again) ||
              (closed.length > 0 && reason.trim() === '')
            }
          >
            {t('snapshots.import.start')}
          </Button>
          {isNothing && <span>{t('snapshots.import.nothing')}</span>}
        </form>
      )}
      <div aria-live="polite">
        {bring.data !== undefined && (
          <p>
            {t('snapshots.import.done')}{' '}
            <AppLink to="/so-lieu/cac-lan-nap">{t('snapshots.import.runs')}</AppLink>
          </p>
        )}
        {bring.error !== null && (
          <p role="alert" className={classes.error}>
            {describeError(bring.error, text)}
          </p>
        )}
      </div>
    </div>
  );
}
