import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { usePerson } from '#renderer/ground/use-person.ts';
import { useSay } from '#renderer/ground/use-say.ts';
import { WhoField } from '#renderer/ui/WhoField.tsx';
import type { IntakePreviewDto } from '#shared/contract/intake.ts';
import view from '../DataView.module.css';
import { useInbox } from '../inbox.tsx';
import type { InboxItem } from '../inbox-item.ts';
import classes from './Sheet.module.css';

interface RecipeProps {
  readonly item: InboxItem;
  readonly preview: IntakePreviewDto;
  readonly sheet: string;
}

/** The recipe that the sheet was read by, and keeping what was said of it for the next one of its shape. */
export function RecipePart({ item, preview, sheet }: RecipeProps) {
  const { t } = useText();
  const inbox = useInbox();
  const [isAsking, setAsking] = useState(false);
  const used = preview.recipes.find((one) => one.sheet === sheet);
  const isOpen = item.state === 'read';
  const { answers, layout, recipe, dialect } = item.revision;
  const isSaid = Object.keys({ ...answers, ...dialect }).length > 0 || layout[sheet] !== undefined;
  return (
    <span className={classes.recipe}>
      {used !== undefined && (
        <>
          <span className={classes.soft}>
            {t('intake.sheet.recipe.used', { name: used.name, version: used.version })}
          </span>
          <Button
            size="compact-xs"
            variant="default"
            disabled={!isOpen}
            onClick={() => inbox.revise(item.key, { recipe: null })}
          >
            {t('intake.sheet.recipe.without')}
          </Button>
        </>
      )}
      {recipe === null && (
        <Button
          size="compact-xs"
          variant="default"
          disabled={!isOpen}
          onClick={() => inbox.revise(item.key, { recipe: undefined })}
        >
          {t('intake.sheet.recipe.with')}
        </Button>
      )}
      <Button
        size="compact-xs"
        variant="default"
        disabled={!isOpen || !isSaid}
        onClick={() => setAsking(true)}
      >
        {t('intake.sheet.recipe.save')}
      </Button>
      <Modal
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('intake.sheet.recipe.save')}
        closeButtonProps={{ 'aria-label': t('frame.close') }}
      >
        <RecipeForm {...{ preview, sheet }} name={used?.name ?? ''} onDone={() => setAsking(false)} />
      </Modal>
    </span>
  );
}

function RecipeForm(
  props: Pick<RecipeProps, 'preview' | 'sheet'> & { readonly name: string; readonly onDone: () => void },
) {
  const { preview, sheet, onDone } = props;
  const { t } = useText();
  const say = useSay();
  const person = usePerson();
  const [name, setName] = useState(props.name);
  const save = useMutation({
    ...useApi().recipes.save.mutationOptions(),
    onError: say.error,
    onSuccess: (saved) => {
      say.done(t('intake.sheet.recipe.saved', { name: saved.name, version: saved.version }));
      onDone();
    },
  });
  const who = person.who.trim();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await person.remember();
    save.mutate({ id: preview.id ?? '', sheet, name: name.trim(), who });
  };
  return (
    <form onSubmit={submit} className={view.stack}>
      <TextInput
        data-autofocus
        label={t('intake.sheet.recipe.name')}
        description={t('intake.sheet.recipe.hint')}
        withAsterisk
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <WhoField
        label={t('intake.commit.who')}
        withAsterisk
        value={person.who}
        onChange={(event) => person.setWho(event.currentTarget.value)}
      />
      <Button type="submit" loading={save.isPending} disabled={name.trim() === '' || who === ''}>
        {t('intake.sheet.recipe.save')}
      </Button>
    </form>
  );
}
