import type { Text } from '#renderer/ground/text.tsx';
import type { ChartSeries, ChartSpec } from '#shared/charts/spec.ts';
import type { AheadPointDto, CoursePointDto, OutlookDto } from '#shared/contract/forecast.ts';
import type { CutDto } from '#shared/contract/words.ts';

/** What was reached, and from the last point on what is expected of the tested weeks; the deadline is upright. */
export function courseChart(
  { deadline }: Pick<OutlookDto, 'deadline'>,
  course: {
    readonly points: readonly CoursePointDto[];
    readonly ahead: readonly AheadPointDto[];
    readonly cut: Pick<CutDto, 'id'>;
  },
  name: string,
  { t, format }: Pick<Text, 't' | 'format'>,
): ChartSpec {
  const { points, ahead, cut } = course;
  const known = points.filter(({ state }) => state === 'value');
  const last = known.at(-1);
  const days = [...new Set([...points, ...ahead].map(({ day }) => day))].sort();
  const shares = new Map(known.map(({ day, share }) => [day, share]));
  const states = new Map(points.map(({ day, state }) => [day, state]));
  const expected = new Map(ahead.map((point) => [point.day, point]));
  return {
    title: t('forecast.chart', { name }),
    form: 'lines',
    axis: {
      kind: 'days',
      name: t('forecast.chart.day'),
      points: days,
      ...(deadline === null
        ? {}
        : {
            deadline: {
              day: deadline,
              name: t('forecast.chart.deadline', { date: format.date(deadline) }),
            },
          }),
    },
    asOf: cut.id,
    unit: 'percent',
    maximum: 1,
    series: [
      {
        name: t('forecast.chart.actual'),
        tone: 'reported',
        // The line ends where too few spoke: it would fall, or rise, by that alone.
        values: days.map((day) => shares.get(day) ?? null),
        empty: days.map((day) => holeOf(states.get(day), t)),
      },
      ...(ahead.length === 0 ? [] : LINES).map(
        ({ key, end, dash }): ChartSeries => ({
          name: t(key),
          tone: 'operating',
          dash,
          joined: true,
          values: days.map((day) => expected.get(day)?.[end] ?? (day === last?.day ? last.share : null)),
        }),
      ),
    ],
  };
}

function holeOf(state: CoursePointDto['state'] | undefined, t: Text['t']): string | null {
  if (state === undefined || state === 'value') return null;
  return t(state === 'notReported' ? 'empty.notReported' : 'forecast.share.few');
}

const LINES = [
  { key: 'forecast.chart.pace', end: 'share', dash: 'dashed' },
  { key: 'forecast.chart.high', end: 'high', dash: 'dotted' },
  { key: 'forecast.chart.low', end: 'low', dash: 'dotted' },
] as const;
