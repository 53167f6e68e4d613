import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { usePerson } from '#renderer/ground/use-person.ts';
import { useSay } from '#renderer/ground/use-say.ts';
import { WhoField } from '#renderer/ui/WhoField.tsx';

/** Adds a cut that the calendar lacks, by its code. */
export function AddCut() {
  const { t } = useText();
  const person = usePerson();
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const [code, setCode] = useState('');
  const [label, setLabel] = useState('');
  const add = useMutation(
    useApi().calendar.add.mutationOptions({
      onSuccess: () => {
        person.remember();
        setOpen(false);
      },
      onError: say.error,
    }),
  );
  const named = label.trim() === '' ? {} : { label };
  return (
    <>
      <Button size="compact-sm" onClick={() => setOpen(true)}>
        {t('calendar.add')}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t('calendar.add.title')}>
        <Stack>
          <TextInput
            label={t('calendar.add.code')}
            description={t('calendar.add.code.about')}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
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
          <Button
            disabled={code.trim() === '' || person.who.trim() === ''}
            loading={add.isPending}
            onClick={() => add.mutate({ cut: code.trim(), who: person.who, ...named })}
          >
            {t('calendar.add.do')}
          </Button>
        </Stack>
      </Modal>
    </>
  );
}
