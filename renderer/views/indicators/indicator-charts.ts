import { thresholdLines } from '#renderer/charts/threshold-lines.ts';
import type { Text } from '#renderer/ground/text.tsx';
import type { ChartSpec, ChartTone } from '#shared/charts/spec.ts';

import { colourOfValue } from '#shared/domain/operating.ts';
import type { IndicatorThresholds } from '#shared/domain/rule-set.ts';
import { titleWithMonth } from '#shared/text/reason-text.ts';
import { type IndicatorPage, writeValue } from './indicator-page.ts';

/** What the charts of an indicator's page rest on. */
type Figures = Pick<IndicatorPage, 'distribution' | 'trend' | 'figuresCut'> & {
  readonly indicator: Pick<IndicatorPage['indicator'], 'kind' | 'name' | 'nameEn'>;
  readonly cut: Pick<IndicatorPage['cut'], 'id'>;
};

/** How many communes lie in each class of values, in the colours of the thresholds. */
export function histogram(
  { indicator, distribution, cut, figuresCut }: Figures,
  thresholds: IndicatorThresholds | undefined,
  text: Text,
): ChartSpec {
  return {
    title: titleWithMonth(`${text.t('indicators.distribution')}: ${text.pick(indicator)}`, figuresCut, text),
    form: 'columns',
    axis: {
      kind: 'classes',
      name: text.t('indicators.distribution.class'),
      points: distribution.map(
        ({ from, to }) => `${writeValue(indicator, from, text)} – ${writeValue(indicator, to, text)}`,
      ),
    },
    asOf: cut.id,
    unit: 'integer',
    series: [
      {
        name: text.t('indicators.distribution.communes'),
        tone: 'neutral',
        values: distribution.map(({ communes }) => communes),
        ...(thresholds === undefined
          ? {}
          : { states: distribution.map((one) => colourOfClass(one, thresholds)) }),
      },
    ],
  };
}

/** A class in which a threshold lies holds communes of two colours, and has none. */
function colourOfClass(
  { from, to }: { readonly from: number; readonly to: number },
  thresholds: IndicatorThresholds,
): ChartTone {
  const colour = colourOfValue(from, thresholds);
  const isWhole = [thresholds.greenFrom, thresholds.yellowFrom].every((one) => one <= from || one >= to);
  return isWhole ? colour : 'neutral';
}

/** The country's value over the cuts that carry the indicator, with how many communes were missing. */
export function countryTrend(
  { indicator, trend, cut }: Figures,
  thresholds: IndicatorThresholds | undefined,
  text: Text,
): ChartSpec {
  const name = text.pick(indicator);
  const isCount = indicator.kind === 'count';
  const isMonthly = indicator.kind !== 'criterion';
  return {
    title: `${text.t('indicators.trend')}: ${name}`,
    form: 'lines',
    axis: {
      kind: isMonthly ? 'months' : 'cuts',
      name: text.t('indicators.trend.cut'),
      points: trend.map((point) => (isMonthly ? point.cut.replace('month-', '') : point.asOf)),
    },
    asOf: cut.id,
    unit: isCount ? 'integer' : 'percent',
    ...(isCount ? {} : { maximum: 1 }),
    series: [
      {
        name,
        tone: 'reported',
        values: trend.map((point) => point.value),
        empty: text.t('empty.notReported'),
      },
    ],
    beside: [
      {
        name: text.t('indicators.trend.missing'),
        unit: 'integer',
        values: trend.map((point) => point.notReported),
      },
    ],
    // Thresholds of counts are per commune: they say nothing beside the sum of the country.
    ...(isCount || thresholds === undefined
      ? {}
      : { thresholds: thresholdLines(thresholds.greenFrom, thresholds.yellowFrom, text) }),
  };
}
