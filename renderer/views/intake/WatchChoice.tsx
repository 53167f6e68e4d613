import { Button, Group, Radio, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { canChooseFolder, chooseFolder } from '#renderer/ground/client/choose-folder.ts';
import { describeError } from '#renderer/ground/client/errors.ts';
import { useText } from '#renderer/ground/text.tsx';
import { usePerson } from '#renderer/ground/use-person.ts';
import { useSay } from '#renderer/ground/use-say.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { WhoField } from '#renderer/ui/WhoField.tsx';
import { WATCH_POLICIES } from '#shared/contract/choices.ts';
import type { WatchPolicy, WatchSettings } from '#shared/contract/watch.ts';
import classes from './DataView.module.css';

/** Chooses the folder, what happens to the files it brings, and who answers for that. */
export function WatchChoice(props: {
  readonly settings: WatchSettings | null;
  readonly onDone: () => void;
  readonly onCancel?: () => void;
}) {
  const text = useText();
  const { t } = text;
  const say = useSay();
  const api = useApi();
  const person = usePerson();
  const [folder, setFolder] = useState(props.settings?.folder ?? '');
  const [policy, setPolicy] = useState<WatchPolicy>(props.settings?.policy ?? 'inbox');
  const choose = useMutation({
    mutationFn: async () => {
      await person.remember();
      return await api.watch.choose.call({ folder, policy, who: person.who.trim() });
    },
    onSuccess: (state) => {
      say.done(t('watch.chosen', { folder: state.settings?.folder ?? folder }));
      props.onDone();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    choose.mutate();
  };
  const browse = async () => setFolder((await chooseFolder()) ?? folder);
  return (
    <Panel title={t('watch.title')} note={t('watch.note')}>
      <form className={classes.watchForm} onSubmit={submit}>
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <TextInput
            className={classes.grow ?? ''}
            label={t('watch.folder')}
            description={t('watch.folder.hint')}
            withAsterisk
            maxLength={4000}
            value={folder}
            onChange={(event) => setFolder(event.currentTarget.value)}
          />
          {canChooseFolder() && (
            <Button variant="default" onClick={browse}>
              {t('watch.folder.choose')}
            </Button>
          )}
        </Group>
        <Radio.Group
          label={t('watch.policy')}
          value={policy}
          onChange={(value) => setPolicy(value as WatchPolicy)}
        >
          <div className={classes.stack}>
            {WATCH_POLICIES.map((one) => (
              <Radio
                key={one}
                value={one}
                label={t(`watch.policy.${one}`)}
                description={t(`watch.policy.${one}.hint`)}
              />
            ))}
          </div>
        </Radio.Group>
        <WhoField
          label={t('watch.person')}
          withAsterisk
          value={person.who}
          onChange={(event) => person.setWho(event.currentTarget.value)}
        />
        {choose.error !== null && (
          <p role="alert" className={classes.error}>
            {describeError(choose.error, text)}
          </p>
        )}
        <Group gap="xs">
          <Button
            type="submit"
            loading={choose.isPending}
            disabled={folder.trim() === '' || person.who.trim() === ''}
          >
            {t('watch.start')}
          </Button>
          {props.onCancel !== undefined && (
            <Button variant="default" onClick={props.onCancel}>
              {t('watch.cancel')}
            </Button>
          )}
        </Group>
      </form>
    </Panel>
  );
}
