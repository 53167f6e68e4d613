import { Button, SegmentedControl, TextInput, useMantineColorScheme } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { describeError } from '#renderer/ground/client/errors.ts';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { Labelled } from '#renderer/ui/Toolbar.tsx';
import { LOCALES } from '#shared/text/format.ts';
import classes from './PersonalSettings.module.css';

/** Who sits here, in which language and appearance. */
export function PersonalSettings() {
  const { t } = useText();
  return (
    <div className={classes.columns}>
      <Panel title={t('settings.person')}>
        <PersonName />
      </Panel>
      <Panel title={t('settings.display')}>
        <Display />
      </Panel>
    </div>
  );
}

function PersonName() {
  const text = useText();
  const { t } = text;
  const api = useApi();
  const say = useSay();
  const queries = useQueryClient();
  const settings = useQuery(api.settings.get.queryOptions());
  const [typed, setTyped] = useState<string | null>(null);
  const save = useMutation(
    api.settings.set.mutationOptions({
      onSuccess: (saved) => {
        queries.setQueryData(api.settings.get.queryKey(), saved);
        setTyped(null);
        say.done(t('settings.person.saved'));
      },
    }),
  );
  const stored = settings.data?.personName ?? '';
  const name = typed ?? stored;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ personName: name.trim() === '' ? null : name });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        className={classes.name ?? ''}
        label={t('settings.person.name')}
        description={t('settings.person.hint')}
        maxLength={120}
        value={name}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={save.isError ? describeError(save.error, text) : undefined}
      />
      <Button type="submit" disabled={name === stored || save.isPending}>
        {t('settings.save')}
      </Button>
    </form>
  );
}

const LANGUAGES = { vi: 'Tiếng Việt', en: 'English' } as const;

function Display() {
  const { t, locale, setLocale } = useText();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className={classes.display}>
      <Labelled label={t('settings.language')}>
        <SegmentedControl
          aria-label={t('settings.language')}
          value={locale}
          onChange={(value) => setLocale(LOCALES.find((one) => one === value) ?? 'vi')}
          // A language is called by its own name, so that whoever needs it can read it.
          data={LOCALES.map((value) => ({ value, label: LANGUAGES[value] }))}
        />
      </Labelled>
      <Labelled label={t('settings.appearance')}>
        <SegmentedControl
          aria-label={t('settings.appearance')}
          value={colorScheme}
          onChange={(value) => setColorScheme(value === 'dark' || value === 'auto' ? value : 'light')}
          data={[
            { value: 'light', label: t('settings.appearance.light') },
            { value: 'dark', label: t('settings.appearance.dark') },
            { value: 'auto', label: t('settings.appearance.auto') },
          ]}
        />
      </Labelled>
    </div>
  );
}
