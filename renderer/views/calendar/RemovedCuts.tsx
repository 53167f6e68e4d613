import { Text } from '@mantine/core';
import { useText } from '#renderer/ground/text.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { RemovedCutDto } from '#shared/contract/calendar.ts';

/** What people took out of the calendar, with who and why: it opens no more by itself. */
export function RemovedCuts({ removed }: { readonly removed: readonly RemovedCutDto[] }) {
  const { t, format } = useText();
  if (removed.length === 0) return null;
  return (
    <Panel title={t('calendar.removed')}>
      <Text size="sm" c="dimmed">
        {t('calendar.removed.about')}
      </Text>
      {removed.map(({ id, at, who, reason }) => (
        <Text key={id} size="sm">
          {[
            id,
            t('calendar.removed.by', { who, at: format.dateTime(at) }),
            ...(reason === null ? [] : [reason]),
          ].join(' · ')}
        </Text>
      ))}
    </Panel>
  );
}
