import { Button, Group, Modal, Stack, Textarea, Text as Words } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useCut } from '#renderer/ground/cut.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { WhoField } from '#renderer/ui/WhoField.tsx';
import { vietnamDay } from '#shared/domain/periods.ts';
import { type ActName, useActs } from './use-acts.ts';

export interface OpenAct {
  readonly act: ActName;
  readonly ids: readonly string[];
}

/** Asks who does it and why before alerts are acknowledged, snoozed, given back or noted. */
export function ActDialog(props: {
  readonly open: OpenAct | null;
  readonly onClose: (isDone: boolean) => void;
}) {
  const { t } = useText();
  const { open } = props;
  const count = open?.ids.length ?? 0;
  return (
    <Modal
      opened={open !== null}
      onClose={() => props.onClose(false)}
      title={open === null ? '' : t(`alerts.act.title.${open.act}`, { count })}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
      size="32rem"
    >
      {open !== null && <ActForm key={open.act} open={open} onClose={props.onClose} />}
    </Modal>
  );
}

function ActForm(props: { readonly open: OpenAct; readonly onClose: (isDone: boolean) => void }) {
  const { t } = useText();
  const { cut } = useCut();
  const { person, run } = useActs();
  const [typedWho, setWho] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [until, setUntil] = useState('');
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const { act, ids } = props.open;
  const who = typedWho ?? person;
  const submit = async () => {
    setTried(true);
    if (isBusy || who.trim() === '' || note.trim() === '') return;
    setBusy(true);
    const isDone = await run({
      act,
      ids,
      who: who.trim(),
      note: note.trim(),
      until: until === '' ? null : until,
    });
    setBusy(false);
    if (isDone) props.onClose(true);
  };
  const missing = (value: string) => (isTried && value.trim() === '' ? t('alerts.act.required') : null);
  return (
    <form onSubmit={preventing(submit)} onKeyDown={onControlEnter(submit)}>
      <Stack gap="sm">
        <Words size="sm" c="dimmed">
          {t(`alerts.act.hint.${act}`)}
        </Words>
        <Textarea
          label={t('alerts.act.note.field')}
          withAsterisk
          data-autofocus
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2000}
          value={note}
          error={missing(note)}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <WhoField
          label={t('alerts.act.who')}
          description={t('alerts.act.who.hint')}
          withAsterisk
          value={who}
          error={missing(who)}
          onChange={(event) => setWho(event.currentTarget.value)}
        />
        {act === 'acknowledge' && (
          <DayInput
            label={t('alerts.act.until')}
            description={t('alerts.act.until.hint')}
            min={cut === null ? undefined : vietnamDay(cut.asOf)}
            value={until}
            onChange={setUntil}
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => props.onClose(false)}>
            {t('alerts.act.cancel')}
          </Button>
          <Button type="submit" loading={isBusy}>
            {t('alerts.act.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function preventing(run: () => unknown) {
  return (event: FormEvent) => {
    event.preventDefault();
    run();
  };
}

/** Enter alone makes a new line in the note. */
function onControlEnter(run: () => unknown) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    run();
  };
}
