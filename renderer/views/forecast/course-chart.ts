import type { Text } from '#renderer/ground/text.tsx';
import type { ChartSeries, ChartSpec } from '#shared/charts/spec.ts';
import type { CoursePointDto, OutlookDto } from '#shared/contract/forecast.ts';
import type { CutDto } from '#shared/contract/words.ts';

/** What was reached, and from the last point on the three paces to 100%; the deadline is an upright line. */
export function courseChart(
  outlook: Pick<OutlookDto, 'completion' | 'earliest' | 'latest' | 'deadline'>,
  { points, cut }: { readonly points: readonly CoursePointDto[]; readonly cut: Pick<CutDto, 'id'> },
  name: string,
  { t, format }: Pick<Text, 't' | 'format'>,
): ChartSpec {
  const { deadline } = outlook;
  const paces = pacesOf(outlook, t);
  const last = points.findLast((point) => point.share !== null);
  const ahead = last === undefined ? [] : paces;
  const days = [...new Set([...points.map(({ day }) => day), ...ahead.map(({ day }) => day)])].sort();
  const shares = new Map(points.map(({ day, share }) => [day, share]));
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
      ...ahead.map(
        ({ name, dash, day: end }): ChartSeries => ({
          name,
          tone: 'operating',
          dash,
          joined: true,
          values: days.map((day) => (day === end ? 1 : day === last?.day ? last.share : null)),
        }),
      ),
    ],
  };
}

/** Where the three paces lead; none where there is no date, and no slow one where its end is not in sight. */
function pacesOf(
  { completion, earliest, latest }: Pick<OutlookDto, 'completion' | 'earliest' | 'latest'>,
  t: Text['t'],
) {
  if (completion === null || earliest === null) return [];
  return [
    { name: t('forecast.chart.pace'), day: completion, dash: 'dashed' as const },
    { name: t('forecast.chart.fast'), day: earliest, dash: 'dotted' as const },
    ...(latest === null ? [] : [{ name: t('forecast.chart.slow'), day: latest, dash: 'dotted' as const }]),
  ];
}
