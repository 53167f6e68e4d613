import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { describeError } from '#renderer/ground/client/errors.ts';
import { useText } from '#renderer/ground/text.tsx';
import { FirstPlan } from './FirstPlan.tsx';
import { FolderInput } from './FolderInput.tsx';
import { MadeWorkspace } from './MadeWorkspace.tsx';
import { OldWorkspace } from './OldWorkspace.tsx';
import { useOpenWorkspace } from './use-open-workspace.ts';
import classes from './WorkspaceDialog.module.css';

const NAME_LENGTH = 80;

/**
 * Asks for a name, for who wants another place, and for what it begins with; makes the workspace and opens it, at once
 * where there is nothing to read about it.
 */
export function NewWorkspace({ task }: { readonly task: 'begin' | 'copy' }) {
  const text = useText();
  const { t } = text;
  const api = useApi();
  const [name, setName] = useState('');
  const [folder, setFolder] = useState('');
  const [old, setOld] = useState<string | null>(null);
  const [plan, setPlan] = useState<string | null>(null);
  const place = useQuery(api.workspace.list.queryOptions()).data?.defaultPlace ?? '';
  const { create, copy, canOpen, open } = useMaking();
  const make = task === 'begin' ? create : copy;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const asked = { name: name.trim(), ...(folder.trim() === '' ? {} : { folder: folder.trim() }) };
    if (task === 'copy') copy.mutate(asked);
    else if (old !== null) create.mutate({ ...asked, from: old });
    else create.mutate({ ...asked, ...(plan === null ? {} : { plan: { upload: plan } }) });
  };
  const taken = create.data?.taken ?? null;
  if (make.isSuccess && (taken !== null || !open.isPending))
    return <MadeWorkspace {...make.data} name={name} taken={taken} open={canOpen ? open : null} />;
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
      <FolderInput
        label={t('workspace.folder')}
        description={t('workspace.folder.hint', { place })}
        value={folder}
        onChange={setFolder}
      />
      {task === 'begin' && <OldWorkspace value={old} onChange={setOld} />}
      {task === 'begin' && old === null && <FirstPlan onChange={setPlan} />}
      {make.isError && (
        <p role="alert" className={classes.problem}>
          {describeError(make.error, text)}
        </p>
      )}
      <div className={classes.ways}>
        <Button type="submit" disabled={name.trim() === ''} loading={make.isPending || open.isPending}>
          {t(canOpen && old === null ? 'workspace.makeAndOpen' : 'workspace.make')}
        </Button>
        {make.isPending && old !== null && <p role="status">{t('workspace.from.busy')}</p>}
      </div>
    </form>
  );
}

/** The makings, each followed by opening what was made where nothing has to be read before. */
function useMaking() {
  const api = useApi();
  const canOpen = useQuery(api.workspace.info.queryOptions()).data?.canOpen === true;
  const open = useOpenWorkspace();
  const go = (made: { readonly folder: string }) => canOpen && open.mutate(made);
  const create = useMutation(
    api.workspace.create.mutationOptions({ onSuccess: (made) => made.taken === null && go(made) }),
  );
  const copy = useMutation(api.workspace.copy.mutationOptions({ onSuccess: go }));
  return { create, copy, canOpen, open };
}
