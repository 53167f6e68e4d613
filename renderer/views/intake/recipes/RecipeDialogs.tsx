import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { describeError } from '#renderer/ground/client/errors.ts';
import { useText } from '#renderer/ground/text.tsx';
import { usePerson } from '#renderer/ground/use-person.ts';
import { useSay } from '#renderer/ground/use-say.ts';
import { WhoDialog } from '#renderer/ui/WhoDialog.tsx';
import { WhoField } from '#renderer/ui/WhoField.tsx';
import type { RecipeDto } from '#shared/contract/recipes.ts';
import view from '../DataView.module.css';
import { RecipeInWords } from './RecipeInWords.tsx';

/** What is to be done with which recipe. */
export interface RecipeAct {
  readonly act: 'show' | 'rename' | 'remove';
  readonly recipe: RecipeDto;
}

/** One recipe in words, under another name, or in force no more. */
export function RecipeDialogs(props: { readonly chosen: RecipeAct | null; readonly onClose: () => void }) {
  const { chosen, onClose } = props;
  const { t } = useText();
  const say = useSay();
  const api = useApi();
  const of = (act: RecipeAct['act']) => (chosen?.act === act ? chosen.recipe : null);
  const name = chosen?.recipe.name ?? '';
  const remove = async (who: string) => {
    await api.recipes.remove.call({ name, who });
    say.done(t('recipes.removed', { name }));
  };
  const [shown, renamed] = [of('show'), of('rename')];
  const close = { 'aria-label': t('frame.close') };
  const title = t('recipes.show.of', { name });
  return (
    <>
      <Modal opened={shown !== null} onClose={onClose} title={title} closeButtonProps={close} size="48rem">
        {shown !== null && <RecipeInWords recipe={shown} />}
      </Modal>
      <Modal opened={renamed !== null} onClose={onClose} title={title} closeButtonProps={close}>
        {renamed !== null && <RenameForm name={renamed.name} onDone={onClose} />}
      </Modal>
      <WhoDialog
        isOpen={of('remove') !== null}
        onClose={onClose}
        title={title}
        note={t('recipes.remove.note')}
        who={t('recipes.remove.who')}
        submit={t('recipes.remove')}
        onSubmit={remove}
      />
    </>
  );
}

function RenameForm({ name, onDone }: { readonly name: string; readonly onDone: () => void }) {
  const text = useText();
  const { t } = text;
  const say = useSay();
  const person = usePerson();
  const [to, setTo] = useState(name);
  const rename = useMutation({
    ...useApi().recipes.rename.mutationOptions(),
    onSuccess: (made) => {
      say.done(t('recipes.renamed', { name, to: made.name }));
      onDone();
    },
  });
  const who = person.who.trim();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await person.remember();
    rename.mutate({ name, to: to.trim(), who });
  };
  return (
    <form onSubmit={submit} className={view.stack}>
      <TextInput
        data-autofocus
        label={t('recipes.rename.to')}
        withAsterisk
        maxLength={80}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <WhoField
        label={t('recipes.rename.who')}
        withAsterisk
        value={person.who}
        onChange={(event) => person.setWho(event.currentTarget.value)}
      />
      {rename.error !== null && (
        <p role="alert" className={view.error}>
          {describeError(rename.error, text)}
        </p>
      )}
      <Button
        type="submit"
        loading={rename.isPending}
        disabled={to.trim() === '' || to.trim() === name || who === ''}
      >
        {t('recipes.rename')}
      </Button>
    </form>
  );
}
