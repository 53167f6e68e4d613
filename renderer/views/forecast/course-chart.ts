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
  const last = points.findLast((point) => point.share !== null);
  const days = [...new Set([...points, ...ahead].map(({ day }) => day))].sort();
  const shares = new Map(points.map(({ day, share }) => [day, share]));
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
        values: days.map((day) => shares.get(day) ?? null),
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

const LINES = [
  { key: 'forecast.chart.pace', end: 'share', dash: 'dashed' },
  { key: 'forecast.chart.high', end: 'high', dash: 'dotted' },
  { key: 'forecast.chart.low', end: 'low', dash: 'dotted' },
] as const;
