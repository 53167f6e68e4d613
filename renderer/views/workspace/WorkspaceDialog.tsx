import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useText } from '#renderer/ground/text.tsx';
import { NewWorkspace } from './NewWorkspace.tsx';
import { RecentWorkspaces } from './RecentWorkspaces.tsx';

export type WorkspaceTask = 'switch' | 'begin' | 'copy';

/** Opens another workspace, begins a real one, or copies this one to practise on. */
export function WorkspaceDialog(props: { readonly task: WorkspaceTask; readonly onClose: () => void }) {
  const { t } = useText();
  const [task, setTask] = useState(props.task);
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t(`workspace.${task}`)}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
      size="44rem"
      transitionProps={{ duration: 0 }}
    >
      {task === 'switch' ? <RecentWorkspaces onTask={setTask} /> : <NewWorkspace key={task} task={task} />}
    </Modal>
  );
}
