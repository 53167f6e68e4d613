import { IconFolders } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import type { WorkspaceTask } from '#renderer/views/workspace/WorkspaceDialog.tsx';
import classes from './Rail.module.css';

/** Which workspace this is and of what kind, the way to others, and in the illustrative one the way to real work. */
export function WorkspaceSwitch(props: {
  readonly isCollapsed: boolean;
  readonly onTask: (task: WorkspaceTask) => void;
}) {
  const { t } = useText();
  const info = useQuery(useApi().workspace.info.queryOptions()).data;
  if (info === undefined) return null;
  const name = info.name ?? t('workspace.illustrative');
  const kindWords = t(info.practice ? 'workspace.kind.practice' : `workspace.kind.${info.kind}`);
  // A copied folder bears the name of what it is a copy of.
  const mark = info.readOnlyFolder === null ? null : t('workspace.readOnly');
  const kind = [kindWords, mark, info.place].filter((word) => word !== null).join(' · ');
  const label = `${t('workspace.switch')}: ${name} (${kind})`;
  return (
    <div className={classes.workspace} data-practice={info.practice || undefined}>
      <button type="button" aria-label={label} title={label} onClick={() => props.onTask('switch')}>
        <IconFolders size="1.25rem" stroke={1.6} aria-hidden="true" />
        {!props.isCollapsed && (
          <span>
            <strong>{name}</strong>
            <small>{kind}</small>
          </span>
        )}
      </button>
      {info.kind === 'illustrative' && !props.isCollapsed && (
        <button type="button" className={classes.begin} onClick={() => props.onTask('begin')}>
          {t('workspace.begin')}
        </button>
      )}
    </div>
  );
}
