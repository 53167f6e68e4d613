import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { FolderInput } from './FolderInput.tsx';

const OTHER = 'other';

/** With which workspace a new one begins: none, one that was opened here, or that of another folder. */
export function OldWorkspace(props: {
  /** Null: it begins empty. */
  readonly value: string | null;
  readonly onChange: (folder: string | null) => void;
}) {
  const { t } = useText();
  const list = useQuery(useApi().workspace.list.queryOptions()).data?.workspaces ?? [];
  const [isOther, setOther] = useState(false);
  // Nothing of a practice copy comes into a real workspace.
  const known = list.filter(({ state, practice }) => state !== 'gone' && !practice);
  const choose = (chosen: string): void => {
    setOther(chosen === OTHER);
    props.onChange(chosen === OTHER || chosen === '' ? null : chosen);
  };
  return (
    <>
      <NativeSelect
        label={t('workspace.from')}
        description={t('workspace.from.hint')}
        value={isOther ? OTHER : (props.value ?? '')}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          { value: '', label: t('workspace.from.nothing') },
          ...known.map(({ folder, name, kind }) => ({
            value: folder,
            label: t('workspace.from.one', {
              name: name ?? t('workspace.illustrative'),
              kind: t(`workspace.kind.${kind}`),
              folder,
            }),
          })),
          { value: OTHER, label: t('workspace.from.other') },
        ]}
      />
      {isOther && (
        <FolderInput
          label={t('workspace.from.folder')}
          value={props.value ?? ''}
          onChange={(folder) => props.onChange(folder.trim() === '' ? null : folder.trim())}
        />
      )}
    </>
  );
}
