import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { canChooseFolder, chooseFolder } from '#renderer/ground/client/choose-folder.ts';
import { describeError } from '#renderer/ground/client/errors.ts';
import { useText } from '#renderer/ground/text.tsx';
import { useOpenWorkspace } from './use-open-workspace.ts';
import classes from './WorkspaceDialog.module.css';

const NAME_LENGTH = 80;

/** Asks for a name and, for who wants another place, a folder; makes the workspace and opens it. */
export function NewWorkspace({ task }: { readonly task: 'begin' | 'copy' }) {
  const text = useText();
  const { t } = text;
  const api = useApi();
  const [name, setName] = useState('');
  const [folder, setFolder] = useState('');
  const place = useQuery(api.workspace.list.queryOptions()).data?.defaultPlace ?? '';
  const canOpen = useQuery(api.workspace.info.queryOptions()).data?.canOpen === true;
  const open = useOpenWorkspace();
  const onSuccess = (made: { readonly folder: string }) => canOpen && open.mutate(made);
  const create = useMutation(api.workspace.create.mutationOptions({ onSuccess }));
  const copy = useMutation(api.workspace.copy.mutationOptions({ onSuccess }));
  const make = task === 'begin' ? create : copy;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate({ name: name.trim(), ...(folder.trim() === '' ? {} : { folder: folder.trim() }) });
  };
  if (make.isSuccess && !open.isPending) return <Made folder={make.data.folder} problem={open.error} />;
  return (
    <form onSubmit={submit} className={classes.form}>
      <p>{t(`workspace.${task}.about`)}</p>
      <TextInput
        data-autofocus
        required
        maxLength={NAME_LENGTH}
        label={t('workspace.name')}
        placeholder={t('workspace.name.example')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={classes.place}>
        <TextInput
          label={t('workspace.folder')}
          description={t('workspace.folder.hint', { place })}
          value={folder}
          onChange={(event) => setFolder(event.currentTarget.value)}
        />
        {canChooseFolder() && (
          <Button
            variant="default"
            onClick={() => void chooseFolder().then((chosen) => chosen !== null && setFolder(chosen))}
          >
            {t('workspace.folder.choose')}
          </Button>
        )}
      </div>
      {make.isError && (
        <p role="alert" className={classes.problem}>
          {describeError(make.error, text)}
        </p>
      )}
      <div className={classes.ways}>
        <Button type="submit" disabled={name.trim() === ''} loading={make.isPending || open.isPending}>
          {t(canOpen ? 'workspace.makeAndOpen' : 'workspace.make')}
        </Button>
      </div>
    </form>
  );
}

/** It is there; where it could not be opened from here, how it is. */
function Made(props: { readonly folder: string; readonly problem: unknown }) {
  const text = useText();
  return (
    <div className={classes.form} role="status">
      <p>{text.t('workspace.made', { folder: props.folder })}</p>
      <p>
        <code>npm start -- --data {JSON.stringify(props.folder)}</code>
      </p>
      {props.problem !== null && <p className={classes.problem}>{describeError(props.problem, text)}</p>}
    </div>
  );
}
