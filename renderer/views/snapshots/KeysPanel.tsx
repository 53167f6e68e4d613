import { Button, FileButton, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { describeError } from '#renderer/ground/client/errors.ts';
import { sourceOfWindow } from '#renderer/ground/client/source.ts';
import { saveBlob } from '#renderer/ground/save-file.ts';
import { useText } from '#renderer/ground/text.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import type { TrustedKeyDto } from '#shared/contract/snapshots.ts';
import classes from './SnapshotsView.module.css';

/** A key is four lines; what is longer is none, and is refused for it. */
const KEY_TEXT_BYTES = 4000;

/** The key this machine signs with, and the keys whose signatures count here. */
export function KeysPanel() {
  const text = useText();
  const { t } = text;
  const api = useApi();
  const query = useQuery(api.snapshots.keys.list.queryOptions());
  const exporting = useExport();
  const trust = useMutation({
    mutationFn: async (file: File) =>
      api.snapshots.keys.trust.call({ text: await file.slice(0, KEY_TEXT_BYTES).text() }),
  });
  const distrust = useMutation(api.snapshots.keys.distrust.mutationOptions());
  if (query.data === undefined) return <QueryState query={query} />;
  const { own, damaged, trusted } = query.data;
  const isReadOnly = sourceOfWindow() !== null;
  const error = exporting.error ?? trust.error ?? distrust.error;
  return (
    <Panel title={t('snapshots.key.title')} note={t('snapshots.key.note')}>
      {damaged !== null && (
        <p role="alert" className={classes.error}>
          {t('error.KEY_DAMAGED', { file: damaged })}
        </p>
      )}
      {own === null ? (
        !isReadOnly && <MakeKey isInPlace={damaged !== null} />
      ) : (
        <OwnKey own={own} onExport={() => exporting.mutate()} />
      )}
      <h3 className={classes.heading}>{t('snapshots.key.trusted')}</h3>
      {trusted.length === 0 && <p className={classes.soft}>{t('snapshots.key.noneTrusted')}</p>}
      <ul className={classes.list}>
        {trusted.map((key) => (
          <TrustedKey
            key={key.fingerprint}
            trusted={key}
            onRemove={isReadOnly ? null : () => distrust.mutate({ fingerprint: key.fingerprint })}
          />
        ))}
      </ul>
      {!isReadOnly && (
        <FileButton accept=".txt,text/plain" onChange={(file) => file && trust.mutate(file)}>
          {(props) => (
            <Button {...props} variant="default" size="compact-sm">
              {t('snapshots.key.trust')}
            </Button>
          )}
        </FileButton>
      )}
      {error !== null && (
        <p role="alert" className={classes.error}>
          {describeError(error, text)}
        </p>
      )}
    </Panel>
  );
}

function useExport() {
  const api = useApi();
  return useMutation({
    mutationFn: () => api.snapshots.keys.export.call(),
    onSuccess: ({ text: key, fileName }) => saveBlob(new Blob([key], { type: 'text/plain' }), fileName),
  });
}

type OwnKeyInfo = Pick<TrustedKeyDto, 'name' | 'fingerprint'> & { readonly madeAt: string };

function OwnKey(props: { readonly own: OwnKeyInfo; readonly onExport: () => void }) {
  const { t, format } = useText();
  const { name, fingerprint, madeAt } = props.own;
  return (
    <p className={classes.row}>
      <span className={classes.grow}>
        <strong>{name}</strong>
        <span className={classes.soft}>
          {t('snapshots.key.own', { fingerprint, time: format.dateTime(madeAt) })}
        </span>
      </span>
      <Button size="compact-sm" variant="default" onClick={props.onExport}>
        {t('snapshots.key.export')}
      </Button>
    </p>
  );
}

function TrustedKey(props: { readonly trusted: TrustedKeyDto; readonly onRemove: (() => void) | null }) {
  const { t, format } = useText();
  const { name, fingerprint, addedAt, isOwn } = props.trusted;
  return (
    <li>
      <span className={classes.grow}>
        <strong>{name}</strong>
        <span className={classes.soft}>
          {fingerprint} · {format.dateTime(addedAt)}
          {isOwn && ` · ${t('snapshots.key.isOwn')}`}
        </span>
      </span>
      {props.onRemove !== null && (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={props.onRemove}>
          {t('snapshots.key.distrust')}
        </Button>
      )}
    </li>
  );
}

/** `isInPlace`: the new key takes the place of one that is damaged. */
function MakeKey(props: { readonly isInPlace: boolean }) {
  const text = useText();
  const { t } = text;
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const make = useMutation(useApi().snapshots.keys.make.mutationOptions());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    make.mutate({ name, replace: props.isInPlace, ...(passphrase === '' ? {} : { passphrase }) });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        label={t('snapshots.key.name')}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('snapshots.key.passphraseNew')}
        w="18rem"
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      <Button type="submit" loading={make.isPending} disabled={name.trim() === ''}>
        {t('snapshots.key.make')}
      </Button>
      {make.error !== null && (
        <p role="alert" className={classes.error}>
          {describeError(make.error, text)}
        </p>
      )}
    </form>
  );
}
