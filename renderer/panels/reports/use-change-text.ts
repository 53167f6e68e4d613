import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { useFigureText } from '#renderer/ground/use-figure-text.ts';
import type { SnapshotChangeDto } from '#shared/contract/snapshots.ts';

type Body = SnapshotChangeDto['now'];
type Write = (change: SnapshotChangeDto, body: Body) => string;

const numberOf = (value: Body[string] | undefined): number | null =>
  typeof value === 'number' ? value : null;

/** Writes what a change is about, and the value it has on one side. */
export function useChangeText() {
  const { t, format, pick } = useText();
  const names = useNames();
  const figureText = useFigureText();
  const tasks = useQuery(useApi().plan.tasks.queryOptions({ input: {} })).data?.tasks ?? [];
  const { data: difficulties } = useQuery(useApi().difficulties.list.queryOptions({ input: { limit: 1 } }));
  const categoryName = (code: string): string => {
    const category = difficulties?.categories.find((one) => one.code === code);
    return category === undefined ? code : pick(category);
  };
  const taskName = (code: unknown): string => {
    const task = tasks.find((one) => one.code === code);
    return task === undefined ? String(code ?? '–') : `${task.code} ${pick(task)}`;
  };
  const indicatorName = (code: string): string => {
    const found = names.indicator(code);
    return found === undefined ? code : pick({ name: found.shortName, nameEn: found.shortNameEn });
  };
  const day = (value: Body[string] | undefined): string =>
    typeof value === 'string' ? format.date(value) : '–';
  const values: Readonly<Record<SnapshotChangeDto['kind'], Write>> = {
    figure: ({ now }, body) =>
      figureText(String(now.indicator), {
        value: numberOf(body.value),
        numerator: numberOf(body.numerator),
        denominator: numberOf(body.denominator),
      }),
    taskReport: (_change, body) =>
      [
        t(`taskState.${stateOf(body)}`),
        body.done_on === null ? format.percent(numberOf(body.progress)) : day(body.done_on),
        typeof body.cause === 'string' ? categoryName(body.cause) : '',
        body.note ?? '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    difficulty: (_change, body) =>
      `${body.text} (${day(body.reported_on)} – ${body.resolved_on === null ? '…' : day(body.resolved_on)})`,
    document: (_change, body) => `${body.number}, ${day(body.issued_on)}: ${body.title}`,
  };
  const subjects: Readonly<Record<SnapshotChangeDto['kind'], (body: Body) => string>> = {
    figure: (body) => indicatorName(String(body.indicator)),
    taskReport: (body) => taskName(body.task),
    difficulty: (body) => categoryName(String(body.category)),
    document: (body) => (body.task === null ? '–' : taskName(body.task)),
  };
  return {
    subject: (change: SnapshotChangeDto): string => subjects[change.kind](change.now),
    value: (change: SnapshotChangeDto, body: Body): string => values[change.kind](change, body),
  };
}

const STATES = ['notStarted', 'inProgress', 'done', 'blocked'] as const;

function stateOf(body: Body): (typeof STATES)[number] {
  return STATES.find((state) => state === body.state) ?? 'notStarted';
}
