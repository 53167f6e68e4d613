import { Button } from '@mantine/core';
import { describeError } from '#renderer/ground/client/errors.ts';
import { useText } from '#renderer/ground/text.tsx';
import type { TakenCounts } from '#shared/domain/taken-over.ts';
import { takenOverText } from '#shared/text/taken-over-text.ts';
import type { useOpenWorkspace } from './use-open-workspace.ts';
import classes from './WorkspaceDialog.module.css';

/** It is there: what it got of an old one and what stayed behind, and how it is opened. */
export function MadeWorkspace(props: {
  readonly folder: string;
  readonly name: string;
  readonly taken: { readonly takenOver: TakenCounts; readonly leftOut: TakenCounts } | null;
  /** Null where it cannot be opened from here. */
  readonly open: ReturnType<typeof useOpenWorkspace> | null;
}) {
  const text = useText();
  const { t } = text;
  const { folder, name, taken, open } = props;
  const mustType = open === null || open.isError;
  return (
    <div className={classes.form} role="status">
      {taken !== null && <p>{t('workspace.from.made', { name, folder })}</p>}
      {taken !== null && takenOverText(taken, text).map((line) => <p key={line}>{line}</p>)}
      {mustType && (
        <>
          <p>{t('workspace.made', { folder })}</p>
          <p>
            <code>npm start -- --data {JSON.stringify(folder)}</code>
          </p>
        </>
      )}
      {open?.isError && <p className={classes.problem}>{describeError(open.error, text)}</p>}
      {!mustType && (
        <div className={classes.ways}>
          <Button loading={open.isPending} onClick={() => open.mutate({ folder })}>
            {t('workspace.open')}
          </Button>
        </div>
      )}
    </div>
  );
}
