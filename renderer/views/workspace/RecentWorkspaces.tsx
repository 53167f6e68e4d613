import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { describeError } from '#renderer/ground/client/errors.ts';
import { useText } from '#renderer/ground/text.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import type { RecentWorkspaceDto } from '#shared/contract/workspace.ts';
import { useOpenWorkspace } from './use-open-workspace.ts';
import classes from './WorkspaceDialog.module.css';

/** The workspaces that were opened on this machine, the last one first, and the ways to a new one. */
export function RecentWorkspaces(props: { readonly onTask: (task: 'begin' | 'copy') => void }) {
  const text = useText();
  const { t } = text;
  const api = useApi();
  const list = useQuery(api.workspace.list.queryOptions());
  const info = useQuery(api.workspace.info.queryOptions()).data;
  const open = useOpenWorkspace();
  if (list.data === undefined || info === undefined) return <QueryState query={list} />;
  const mayCopy = info.kind === 'real' && !info.practice;
  return (
    <>
      {list.data.workspaces.every(({ state }) => state === 'here') && <p>{t('workspace.onlyThis')}</p>}
      <ul className={classes.list}>
        {list.data.workspaces.map((one) => (
          <li key={one.folder}>
            <WorkspaceWords workspace={one} />
            {one.state === 'there' && (
              <Button
                size="compact-sm"
                variant="default"
                loading={open.isPending && open.variables.folder === one.folder}
                onClick={() => open.mutate({ folder: one.folder })}
              >
                {t('workspace.open')}
              </Button>
            )}
            {one.state !== 'there' && (
              <span className={classes.state}>{t(`workspace.state.${one.state}`)}</span>
            )}
          </li>
        ))}
      </ul>
      {open.isError && (
        <p role="alert" className={classes.problem}>
          {describeError(open.error, text)}
        </p>
      )}
      <div className={classes.ways}>
        <Button onClick={() => props.onTask('begin')}>{t('workspace.begin')}</Button>
        {mayCopy && (
          <Button variant="default" onClick={() => props.onTask('copy')}>
            {t('workspace.copy')}
          </Button>
        )}
      </div>
    </>
  );
}

function WorkspaceWords({ workspace }: { readonly workspace: RecentWorkspaceDto }) {
  const { t } = useText();
  const { name, kind, practice, folder, place } = workspace;
  return (
    <span className={classes.words}>
      <strong>
        {name ?? t('workspace.illustrative')}
        {place !== null && ` · ${place}`}
      </strong>
      <span>{t(practice ? 'workspace.kind.practice' : `workspace.kind.${kind}`)}</span>
      <span className={classes.folder}>{folder}</span>
    </span>
  );
}
