import type { Text } from '#renderer/ground/text.tsx';
import type { BarSegment } from '#renderer/ui/StackedBar.tsx';
import type { GroupFiguresDto } from '#shared/contract/status.ts';

/** The parts of a group's bar, from done to not reported. */
export function groupSegments(group: GroupFiguresDto, text: Text): BarSegment[] {
  return [
    { tone: 'green', label: text.t('schedule.done'), value: group.done },
    { tone: 'inTime', label: text.t('schedule.onTime'), value: group.onTime },
    { tone: 'yellow', label: text.t('schedule.dueSoon'), value: group.dueSoon },
    { tone: 'red', label: text.t('schedule.overdue'), value: group.overdue },
    { tone: 'empty', label: text.t('schedule.notReported'), value: group.notReported },
  ];
}
