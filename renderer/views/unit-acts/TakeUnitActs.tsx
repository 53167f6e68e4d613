import { Button, FileButton, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { describeError } from '#renderer/ground/client/errors.ts';
import { sendFile } from '#renderer/ground/client/uploads.ts';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import { WhoDialog } from '#renderer/ui/WhoDialog.tsx';
import { TABLE_ENDINGS } from '#shared/contract/choices.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import type { UnitActsReadDto } from '#shared/contract/unit-acts.ts';
import { unitActProblemText, unitChangeLines, unitTouchedLines } from '#shared/text/unit-acts-text.ts';
import classes from './TakeUnitActs.module.css';

/** Chooses a file, says what it would do or what is wrong with it, and takes it in for a person. */
export function TakeUnitActs() {
  const text = useText();
  const { t } = text;
  const api = useApi();
  const say = useSay();
  const reset = useRef<() => void>(null);
  const read = useMutation({
    mutationFn: async (file: File) => {
      const upload = await sendFile(api, file);
      return { upload, said: await api.units.readActs.call({ place: { upload } }) };
    },
    onSettled: () => reset.current?.(),
  });
  const { data } = read;
  const isFine = data !== undefined && data.said.problems.length === 0;
  const take = async (who: string, reason: string | null) => {
    if (data === undefined) return;
    const place = { upload: data.upload };
    await outcomeOf(await api.units.takeActs.call({ place, who, ...(reason === null ? {} : { reason }) }));
    say.done(headOf(data.said, 'taken', text));
  };
  return (
    <>
      <FileButton
        resetRef={reset}
        accept={TABLE_ENDINGS}
        onChange={(file) => file !== null && read.mutate(file)}
      >
        {(props) => (
          <Button {...props} loading={read.isPending}>
            {t('unitActs.choose')}
          </Button>
        )}
      </FileButton>
      <Modal
        opened={read.isError || (data !== undefined && !isFine)}
        onClose={read.reset}
        title={t('unitActs.title')}
        closeButtonProps={{ 'aria-label': t('frame.close') }}
        size="52rem"
      >
        {read.isError && <p role="alert">{describeError(read.error, text)}</p>}
        {data !== undefined && <Problems said={data.said} />}
      </Modal>
      <WhoDialog
        isOpen={isFine}
        onClose={read.reset}
        title={t('unitActs.title')}
        note={data === undefined ? '' : <Look said={data.said} />}
        who={t('unitActs.who')}
        submit={t('unitActs.take')}
        reason={{ label: t('unitActs.reason'), isRequired: false }}
        onSubmit={take}
      />
    </>
  );
}

function headOf(
  { file, document, day, change, problems }: UnitActsReadDto,
  outcome: 'ready' | 'taken' | 'refused',
  { t, format }: ReturnType<typeof useText>,
): string {
  return t(`unitActs.${outcome}`, {
    ...{ file, count: problems.length, document: document ?? '', day: day === null ? '' : format.date(day) },
    ...{ begun: change.begun.length, ended: change.ended.length, changed: change.changed.length },
  });
}

function Look({ said }: { readonly said: UnitActsReadDto }) {
  const text = useText();
  return (
    <div className={classes.look}>
      <p>{headOf(said, 'ready', text)}</p>
      <Lines lines={unitChangeLines(said.change, said.names, text)} />
      <Lines lines={unitTouchedLines(said, text)} />
    </div>
  );
}

function Problems({ said }: { readonly said: UnitActsReadDto }) {
  const text = useText();
  return (
    <div className={classes.look} role="alert">
      <p>{headOf(said, 'refused', text)}</p>
      <Lines lines={said.problems.map((problem) => unitActProblemText(problem, said.file, text))} />
    </div>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className={classes.lines}>
      {[...new Set(lines)].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
