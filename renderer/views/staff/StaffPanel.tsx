import { Button, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { describeError } from '#renderer/ground/client/errors.ts';
import { useText } from '#renderer/ground/text.tsx';
import { usePerson } from '#renderer/ground/use-person.ts';
import { useSay } from '#renderer/ground/use-say.ts';
import { useStaff } from '#renderer/ground/use-staff.ts';
import type { Column } from '#renderer/tables/column.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { StaffMemberDto } from '#shared/contract/staff.ts';

/** Cán bộ: who works here, with a duty each. */
export function StaffPanel() {
  const { t } = useText();
  const staff = useStaff();
  const columns = useColumns();
  return (
    <Panel title={t('staff.title')} note={t('staff.about')}>
      {staff.length === 0 ? (
        <EmptyState title={t('staff.none')} />
      ) : (
        <DataTable
          caption={t('staff.title')}
          columns={columns}
          rows={staff}
          rowKey={({ name }) => name}
          pageSize={50}
        />
      )}
      <AddForm />
    </Panel>
  );
}

function useColumns(): Column<StaffMemberDto>[] {
  const { t } = useText();
  const api = useApi();
  const say = useSay();
  const { known } = usePerson();
  const remove = useMutation(
    api.staff.remove.mutationOptions({
      onSuccess: (_, { name }) => say.done(t('staff.removed', { name })),
      onError: say.error,
    }),
  );
  return [
    { key: 'name', header: t('staff.name'), value: ({ name }) => name },
    { key: 'duty', header: t('staff.duty'), value: ({ duty }) => duty || null },
    {
      key: 'remove',
      header: '',
      value: null,
      cell: ({ name }) => (
        <Button
          size="compact-sm"
          variant="default"
          disabled={known === ''}
          title={known === '' ? t('staff.nobodyActs') : undefined}
          aria-label={t('staff.remove.of', { name })}
          onClick={() => remove.mutate({ name, who: known })}
        >
          {t('staff.remove')}
        </Button>
      ),
    },
  ];
}

function AddForm() {
  const text = useText();
  const { t } = text;
  const say = useSay();
  const { known } = usePerson();
  const [name, setName] = useState('');
  const [duty, setDuty] = useState('');
  const put = useMutation(
    useApi().staff.put.mutationOptions({
      onSuccess: (_, asked) => {
        say.done(t('staff.added', { name: asked.name }));
        setName('');
        setDuty('');
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') put.mutate({ name: name.trim(), duty: duty.trim(), who: known });
  };
  return (
    <form onSubmit={submit} data-control>
      <Group align="end" gap="sm">
        <TextInput
          label={t('staff.name')}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={put.isError ? describeError(put.error, text) : undefined}
        />
        <TextInput
          label={t('staff.duty')}
          w="20rem"
          maxLength={200}
          value={duty}
          onChange={(event) => setDuty(event.currentTarget.value)}
        />
        <Button type="submit" disabled={known === '' || name.trim() === '' || put.isPending}>
          {t('staff.add')}
        </Button>
      </Group>
      {known === '' && <p>{t('staff.nobodyActs')}</p>}
    </form>
  );
}
