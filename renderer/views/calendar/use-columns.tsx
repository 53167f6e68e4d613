import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { saveBlob } from '#renderer/ground/save-file.ts';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import type { Column } from '#renderer/tables/column.ts';
import type { OpenedCutDto, PlannedCutDto } from '#shared/contract/calendar.ts';
import { cutName } from '#shared/text/reason-text.ts';
import { EditCut, EditPlannedCut } from './EditCut.tsx';

export function useOpenedColumns(who: string): Column<OpenedCutDto>[] {
  const text = useText();
  const { t } = text;
  return [
    {
      key: 'cut',
      header: t('calendar.cut'),
      value: (cut) => cutName(cut, text),
      sortBy: ({ asOf }) => asOf,
    },
    { key: 'state', header: t('calendar.state'), value: ({ stage }) => t(`cutState.${stage}`) },
    { key: 'due', header: t('calendar.due'), value: ({ dueAt }) => dueAt, format: 'time' },
    {
      key: 'begun',
      header: t('calendar.begun'),
      value: ({ begun, provinces }) => t('calendar.of', { count: begun, total: provinces }),
      sortBy: ({ begun }) => begun,
    },
    {
      key: 'complete',
      header: t('calendar.complete'),
      value: ({ complete, provinces }) => t('calendar.of', { count: complete, total: provinces }),
      sortBy: ({ complete }) => complete,
    },
    {
      key: 'sent',
      header: t('calendar.sent'),
      value: ({ sent, owed }) => (owed === 0 ? null : t('calendar.of', { count: sent, total: owed })),
      sortBy: ({ sent }) => sent,
    },
    { key: 'closedBy', header: t('calendar.closedBy'), value: ({ closedBy }) => closedBy },
    {
      key: 'acts',
      header: t('calendar.acts'),
      value: null,
      cell: (cut) => (
        <Group gap="xs" wrap="nowrap">
          <EditCut cut={cut} />
          <CutActs cut={cut.id} who={who} mayRemove={cut.state === 'collecting' && cut.sent === 0} />
        </Group>
      ),
    },
  ];
}

export function usePlannedColumns(who: string): Column<PlannedCutDto>[] {
  const text = useText();
  const { t } = text;
  return [
    {
      key: 'cut',
      header: t('calendar.cut'),
      value: (cut) => cutName(cut, text),
      sortBy: ({ asOf }) => asOf,
    },
    { key: 'start', header: t('calendar.start'), value: ({ start }) => start, format: 'date' },
    { key: 'asOf', header: t('calendar.asOf'), value: ({ asOf }) => asOf, format: 'time' },
    { key: 'due', header: t('calendar.due'), value: ({ dueAt }) => dueAt, format: 'time' },
    {
      key: 'provinces',
      header: t('calendar.provinces'),
      value: ({ provinces }) => provinces,
      format: 'integer',
    },
    {
      key: 'acts',
      header: t('calendar.acts'),
      value: null,
      cell: (cut) => (
        <Group gap="xs" wrap="nowrap">
          <EditPlannedCut cut={cut} />
          <CutActs cut={cut.id} who={who} mayRemove isPlanned />
        </Group>
      ),
    },
  ];
}

function CutActs(props: {
  readonly who: string;
  readonly cut: string;
  readonly mayRemove: boolean;
  readonly isPlanned?: boolean;
}) {
  const { t } = useText();
  const api = useApi();
  const { error: onError } = useSay();
  const open = useMutation(api.calendar.add.mutationOptions({ onError }));
  const remove = useMutation(api.calendar.remove.mutationOptions({ onError }));
  const templates = useMutation(
    api.intake.templates.mutationOptions({ onSuccess: ({ name, file }) => saveBlob(file, name), onError }),
  );
  const { cut, who } = props;
  const isNamed = who.trim() !== '';
  return (
    <Group gap="xs" wrap="nowrap">
      <Button
        size="compact-sm"
        variant="default"
        loading={templates.isPending}
        onClick={() => templates.mutate({ cut })}
      >
        {t('calendar.templates')}
      </Button>
      {props.isPlanned && (
        <Button
          size="compact-sm"
          variant="default"
          disabled={!isNamed}
          loading={open.isPending}
          onClick={() => open.mutate({ cut, who })}
        >
          {t('calendar.open')}
        </Button>
      )}
      {props.mayRemove && (
        <Button
          size="compact-sm"
          variant="default"
          disabled={!isNamed}
          loading={remove.isPending}
          onClick={() => remove.mutate({ cut, who })}
        >
          {t('calendar.remove')}
        </Button>
      )}
    </Group>
  );
}
