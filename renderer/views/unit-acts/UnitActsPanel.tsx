import { Button, Group } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { saveBlob } from '#renderer/ground/save-file.ts';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import type { Column } from '#renderer/tables/column.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { WhoDialog } from '#renderer/ui/WhoDialog.tsx';
import { outcomeOf } from '#shared/contract/outcome.ts';
import type { UnitActsTakenDto } from '#shared/contract/unit-acts.ts';
import { TakeUnitActs } from './TakeUnitActs.tsx';

/** Đơn vị hành chính: resolutions that changed communes and provinces, and the next one from its file. */
export function UnitActsPanel() {
  const { t } = useText();
  const api = useApi();
  const acts = useQuery(api.units.acts.queryOptions()).data ?? [];
  const [undoing, setUndoing] = useState<UnitActsTakenDto | null>(null);
  const columns = useColumns(setUndoing);
  return (
    <Panel title={t('unitActs.title')} note={t('unitActs.about')}>
      <Group gap="sm" mb="sm" data-control>
        <TakeUnitActs />
        <TemplateButton />
      </Group>
      {acts.length === 0 ? (
        <EmptyState title={t('unitActs.none')} />
      ) : (
        <DataTable
          caption={t('unitActs.title')}
          columns={columns}
          rows={acts}
          rowKey={({ id }) => id}
          pageSize={20}
        />
      )}
      <UndoDialog act={undoing} onClose={() => setUndoing(null)} />
    </Panel>
  );
}

function TemplateButton() {
  const { t } = useText();
  const api = useApi();
  const say = useSay();
  const get = useMutation({
    mutationFn: () => api.units.template.call({ format: 'xlsx' }),
    onSuccess: ({ name, file }) => saveBlob(file, name),
    onError: say.error,
  });
  return (
    <Button variant="default" loading={get.isPending} onClick={() => get.mutate()}>
      {t('unitActs.template')}
    </Button>
  );
}

function useColumns(onUndo: (act: UnitActsTakenDto) => void): Column<UnitActsTakenDto>[] {
  const { t, format } = useText();
  return [
    {
      key: 'day',
      header: t('unitFile.column.day'),
      value: ({ day }) => day,
      cell: ({ day }) => format.date(day),
    },
    { key: 'document', header: t('unitFile.column.document'), value: ({ document }) => document },
    {
      key: 'change',
      header: t('unitFile.column.act'),
      value: ({ change: { begun, ended, changed } }) =>
        t('unitActs.counts', { begun: begun.length, ended: ended.length, changed: changed.length }),
    },
    { key: 'who', header: t('journal.who'), value: ({ who }) => who },
    {
      key: 'undo',
      header: '',
      value: null,
      cell: (act) => {
        if (act.undoneBy !== null) return t('unitActs.undone', { who: act.undoneBy });
        if (act.held !== null) return t(`unitActs.heldBy.${act.held}`);
        return (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('unitActs.undo.of', { document: act.document })}
            onClick={() => onUndo(act)}
          >
            {t('unitActs.undo')}
          </Button>
        );
      },
    },
  ];
}

function UndoDialog(props: { readonly act: UnitActsTakenDto | null; readonly onClose: () => void }) {
  const { t, format } = useText();
  const api = useApi();
  const say = useSay();
  const { act, onClose } = props;
  const undo = async (who: string, reason: string | null) => {
    if (act === null) return;
    await outcomeOf(await api.units.undoActs.call({ id: act.id, who, reason: reason ?? '' }));
    say.done(t('unitActs.undoDone', { document: act.document }));
  };
  return (
    <WhoDialog
      isOpen={act !== null}
      onClose={onClose}
      title={t('unitActs.undo')}
      note={
        act === null ? '' : t('unitActs.undo.note', { document: act.document, day: format.date(act.day) })
      }
      who={t('unitActs.who')}
      submit={t('unitActs.undo')}
      reason={{ label: t('unitActs.reason'), isRequired: true }}
      onSubmit={undo}
    />
  );
}
