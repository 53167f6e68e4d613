import { Button, TextInput } from '@mantine/core';
import { canChooseFolder, chooseFolder } from '#renderer/ground/client/choose-folder.ts';
import { useText } from '#renderer/ground/text.tsx';
import classes from './WorkspaceDialog.module.css';

/** The full path of a folder, typed or, where the system has a dialog for it, chosen. */
export function FolderInput(props: {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly onChange: (folder: string) => void;
}) {
  const { t } = useText();
  const { onChange, ...rest } = props;
  return (
    <div className={classes.place}>
      <TextInput {...rest} onChange={(event) => onChange(event.currentTarget.value)} />
      {canChooseFolder() && (
        <Button
          variant="default"
          onClick={() => void chooseFolder().then((chosen) => chosen !== null && onChange(chosen))}
        >
          {t('workspace.folder.choose')}
        </Button>
      )}
    </div>
  );
}
