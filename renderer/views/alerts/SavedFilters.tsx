import { ActionIcon, Button, Group, Popover, TextInput, Text as Words } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import type { SavedFilterDto } from '#shared/contract/alerts.ts';
import classes from './SavedFilters.module.css';
import { type AlertFilter, alertQueryOf } from './use-alert-filter.ts';

/** The filters people keep: choose one, keep what is chosen now, or forget one. */
export function SavedFilters({ filter }: { readonly filter: AlertFilter }) {
  const { t } = useText();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const saved = useSavedFilters();
  return (
    <Popover opened={isOpen} onChange={(open) => !open && close()} trapFocus shadow="md" width="20rem">
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconBookmark size="1rem" aria-hidden="true" />}
          onClick={toggle}
        >
          {t('alerts.saved')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {saved.filters.length === 0 ? (
          <Words size="sm" c="dimmed">
            {t('alerts.saved.none')}
          </Words>
        ) : (
          <ul className={classes.list}>
            {saved.filters.map((one) => (
              <li key={one.name}>
                <button
                  type="button"
                  onClick={() => {
                    filter.apply(one.filter);
                    close();
                  }}
                >
                  {one.name}
                </button>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('alerts.saved.remove', { name: one.name })}
                  onClick={() => saved.remove(one.name)}
                >
                  <IconTrash size="1rem" aria-hidden="true" />
                </ActionIcon>
              </li>
            ))}
          </ul>
        )}
        <NewFilter filter={filter} onSave={saved.save} />
      </Popover.Dropdown>
    </Popover>
  );
}

function NewFilter(props: {
  readonly filter: AlertFilter;
  readonly onSave: (saved: SavedFilterDto) => unknown;
}) {
  const { t } = useText();
  const { id } = useCut();
  const [name, setName] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const save = () => {
    if (name.trim() === '') return;
    props.onSave({ name: name.trim(), filter: alertQueryOf(props.filter, id) });
    setName('');
    // The button has just gone dead: without this the keyboard would stand nowhere.
    field.current?.focus();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Group gap="xs" mt="xs" align="end" wrap="nowrap">
        <TextInput
          ref={field}
          size="xs"
          label={t('alerts.saved.add')}
          placeholder={t('alerts.saved.name')}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          className={classes.name}
        />
        <Button size="xs" type="submit" disabled={name.trim() === ''}>
          {t('alerts.saved.save')}
        </Button>
      </Group>
    </form>
  );
}

function useSavedFilters() {
  const api = useApi();
  const say = useSay();
  const queries = useQueryClient();
  const saved = useQuery(api.alerts.savedFilters.queryOptions());
  const options = {
    onSuccess: (all: SavedFilterDto[]) => queries.setQueryData(api.alerts.savedFilters.queryKey(), all),
    onError: say.error,
  };
  const save = useMutation(api.alerts.saveFilter.mutationOptions(options));
  const remove = useMutation(api.alerts.removeFilter.mutationOptions(options));
  return {
    filters: saved.data ?? [],
    save: (filter: SavedFilterDto) => save.mutate(filter),
    remove: (name: string) => remove.mutate({ name }),
  };
}
