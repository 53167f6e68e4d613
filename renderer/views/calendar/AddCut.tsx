import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { describeError, isOverlap } from '#renderer/ground/client/errors.ts';
import { useText } from '#renderer/ground/text.tsx';
import { usePerson } from '#renderer/ground/use-person.ts';
import { WhoField } from '#renderer/ui/WhoField.tsx';

/** Adds a cut that the calendar lacks, by its code. */
export function AddCut() {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button size="compact-sm" onClick={() => setOpen(true)}>
        {t('calendar.add')}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t('calendar.add.title')}>
        {isOpen && <AddForm onDone={close} />}
      </Modal>
    </>
  );
}

/** A week that shares days with others is added by a button of its own. */
function AddForm({ onDone }: { readonly onDone: () => void }) {
  const text = useText();
  const { t } = text;
  const person = usePerson();
  const [code, setCode] = useState('');
  const [label, setLabel] = useState('');
  const onSuccess = () => {
    person.remember();
    onDone();
  };
  const add = useMutation(useApi().calendar.add.mutationOptions({ onSuccess }));
  const named = label.trim() === '' ? {} : { label };
  const submit = (overlap: boolean) => add.mutate({ cut: code.trim(), who: person.who, overlap, ...named });
  const changeCode = (next: string) => {
    add.reset();
    setCode(next);
  };
  return (
    <Stack>
      <TextInput
        label={t('calendar.add.code')}
        description={t('calendar.add.code.about')}
        value={code}
        onChange={(event) => changeCode(event.currentTarget.value)}
      />
      <TextInput
        label={t('calendar.edit.label')}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <WhoField
        label={t('calendar.who')}
        value={person.who}
        onChange={(event) => person.setWho(event.currentTarget.value)}
      />
      {add.isError && <p role="alert">{describeError(add.error, text)}</p>}
      {isOverlap(add.error) && (
        <Button variant="default" onClick={() => submit(true)}>
          {t('calendar.add.anyway')}
        </Button>
      )}
      <Button
        disabled={code.trim() === '' || person.who.trim() === ''}
        loading={add.isPending}
        onClick={() => submit(false)}
      >
        {t('calendar.add.do')}
      </Button>
    </Stack>
  );
}
