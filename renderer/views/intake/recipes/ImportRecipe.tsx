import { Button, FileButton } from '@mantine/core';
import { useRef, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import { WhoDialog } from '#renderer/ui/WhoDialog.tsx';

/** No recipe is so long; what is is cut off and refused as none. */
const BYTES_AT_MOST = 1_000_000;

/** Takes a recipe that another machine wrote. */
export function ImportRecipe() {
  const { t } = useText();
  const say = useSay();
  const api = useApi();
  const [file, setFile] = useState<File | null>(null);
  // So that the same file may be chosen again.
  const reset = useRef<() => void>(null);
  const close = () => {
    reset.current?.();
    setFile(null);
  };
  const name = file?.name ?? '';
  const submit = async (who: string) => {
    if (file === null) return;
    const text = await file.slice(0, BYTES_AT_MOST).text();
    const made = await api.recipes.import.call({ text, who });
    say.done(t('recipes.imported', { name: made.name, version: made.version }));
  };
  return (
    <>
      <FileButton resetRef={reset} accept=".json,application/json" onChange={setFile}>
        {(props) => (
          <Button {...props} variant="default">
            {t('recipes.import')}
          </Button>
        )}
      </FileButton>
      <WhoDialog
        isOpen={file !== null}
        onClose={close}
        title={t('recipes.import')}
        note={t('recipes.import.note', { file: name })}
        who={t('recipes.import.who')}
        submit={t('recipes.import.submit')}
        onSubmit={submit}
      />
    </>
  );
}
