import type { Text } from '#renderer/ground/text.tsx';
import type { BarSegment } from '#renderer/ui/StackedBar.tsx';
import type { GroupFiguresDto } from '#shared/contract/status.ts';

/** The parts of a group's bar, from done to not reported: of what is unknown there is no part. */
export function groupSegments(group: GroupFiguresDto, text: Text): BarSegment[] {
  return [
    { tone: 'green', label: text.t('schedule.done'), value: group.done ?? 0 },
    { tone: 'inTime', label: text.t('schedule.onTime'), value: group.onTime ?? 0 },
    { tone: 'yellow', label: text.t('schedule.dueSoon'), value: group.dueSoon ?? 0 },
    { tone: 'red', label: text.t('schedule.overdue'), value: group.overdue ?? 0 },
    { tone: 'empty', label: text.t('schedule.notReported'), value: group.notReported },
    ...(group.notYetDue > 0
      ? [{ tone: 'empty' as const, label: text.t('schedule.notYetDue'), value: group.notYetDue }]
      : []),
  ];
}
