import type { Text } from '#renderer/ground/text.tsx';
import { evidenceOf, type HistoryPoint, reportingOf } from '#renderer/panels/status/national-change.ts';
import type { ChartSpec } from '#shared/charts/spec.ts';
import { drawn, operatingShare } from '#shared/domain/coverage.ts';

/** Reported GREEN and operating GREEN over the cuts: the room between the two lines is the gap. */
export function nationalTrend(
  points: readonly HistoryPoint[],
  cut: string | undefined,
  { t }: Pick<Text, 't'>,
): ChartSpec {
  // Only where there are some: a column of noughts says nothing.
  const open = points.map((point) => point.operating.undetermined);
  const current = points.find((point) => point.cut === cut);
  return {
    title: t('overview.trend.label'),
    form: 'lines',
    axis: {
      kind: 'cuts',
      name: t('cut.label'),
      points: points.map((point) => point.asOf),
      ...(current === undefined ? {} : { current: current.asOf }),
    },
    asOf: points.at(-1)?.cut ?? '',
    unit: 'percent',
    maximum: 1,
    series: [
      {
        name: t('overview.trend.reported'),
        tone: 'reported',
        values: points.map((point) => drawn(point.coverage, reportingOf(point))),
        empty: t('empty.fewReported'),
      },
      {
        name: t('overview.trend.operating'),
        tone: 'operating',
        dash: 'dashed',
        values: points.map(({ operating }) => drawn(operatingShare(operating), evidenceOf(operating))),
        empty: t('status.noEvidence'),
      },
    ],
    beside: [
      {
        name: t('overview.trend.overdue'),
        unit: 'integer',
        values: points.map((point) => point.overdue),
        empty: t('empty.notReported'),
      },
      ...(open.some((count) => count > 0)
        ? [{ name: t('overview.trend.undetermined'), unit: 'integer' as const, values: open }]
        : []),
    ],
  };
}
