import { useCallback } from 'react';
import { Chart } from '#renderer/charts/Chart.tsx';
import { thresholdLines } from '#renderer/charts/threshold-lines.ts';
import { useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { StackedBar } from '#renderer/ui/StackedBar.tsx';
import { distribution } from '#shared/charts/distribution.ts';
import type { ChartStyle } from '#shared/charts/style.ts';
import { trendLine } from '#shared/charts/trend-line.ts';
import { colourOfValue } from '#shared/domain/operating.ts';
import type { IndicatorThresholds } from '#shared/domain/rule-set.ts';
import { monthName, titleWithMonth } from '#shared/text/reason-text.ts';
import classes from './IndicatorCharts.module.css';
import { type IndicatorPage, writeValue } from './indicator-page.ts';

interface Props {
  readonly page: IndicatorPage;
  readonly thresholds: IndicatorThresholds | undefined;
}

/** How the communes' values are spread; a criterion is met or not, so it is a bar of three parts. */
export function Spread({ page, thresholds }: Props) {
  const text = useText();
  const { t } = text;
  const missing = page.country.notReported + page.country.notApplicable;
  const isCriterion = page.indicator.kind === 'criterion';
  return (
    <Panel
      title={t('indicators.distribution')}
      note={
        isCriterion
          ? ''
          : [monthName(page.figuresCut, text), t('indicators.distribution.note', { missing })]
              .filter(Boolean)
              .join(' · ')
      }
    >
      {page.distribution.length === 0 ? (
        <EmptyState title={t('empty.noData')} hatched />
      ) : isCriterion ? (
        <CriterionSpread page={page} />
      ) : (
        <Histogram page={page} thresholds={thresholds} />
      )}
    </Panel>
  );
}

function CriterionSpread({ page }: { readonly page: IndicatorPage }) {
  const { t, format } = useText();
  const met = page.country.numerator ?? 0;
  const notMet = page.country.reported - met;
  const segments = [
    { tone: 'green' as const, label: t('criterion.met'), value: met },
    { tone: 'red' as const, label: t('criterion.notMet'), value: notMet },
    { tone: 'inTime' as const, label: t('criterion.notApplicable'), value: page.country.notApplicable },
    { tone: 'empty' as const, label: t('criterion.notReported'), value: page.country.notReported },
  ];
  return (
    <div className={classes.spread}>
      <StackedBar segments={segments} label={t('indicators.criterion.spread')} height="1.5rem" />
      <dl>
        {segments.map(({ tone, label, value }) => (
          <div key={tone}>
            <dt>{label}</dt>
            <dd>{format.number(value)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Histogram({ page, thresholds }: Props) {
  const text = useText();
  const { t, format } = text;
  const { indicator } = page;
  const bins = page.distribution.map(({ from, to, communes }) => ({ from, to, count: communes }));
  const build = useCallback(
    (style: ChartStyle) =>
      distribution(
        {
          bins: page.distribution.map(({ from, to, communes }) => ({ from, to, count: communes })),
          tone: (bin) => (thresholds === undefined ? 'neutral' : colourOfValue(bin.from, thresholds)),
          writeBound: (value) => writeValue(indicator, value, { format }),
          writeCount: (count) => format.number(count),
        },
        style,
      ),
    [page.distribution, thresholds, indicator, format],
  );
  return (
    <Chart
      label={titleWithMonth(
        `${t('indicators.distribution')}: ${text.pick(indicator)}`,
        page.figuresCut,
        text,
      )}
      height="14rem"
      build={build}
      table={{
        columns: [t('indicators.distribution.class'), t('indicators.distribution.communes')],
        rows: bins.map((bin) => [
          `${writeValue(indicator, bin.from, text)} – ${writeValue(indicator, bin.to, text)}`,
          format.number(bin.count),
        ]),
      }}
    />
  );
}

/** The country's value over the cuts that carry the indicator, with how many communes were missing. */
export function CountryTrend({ page, thresholds }: Props) {
  const text = useText();
  const names = useNames();
  const { t, format } = text;
  const { indicator, trend } = page;
  const name = text.pick(indicator);
  const isMonthly = indicator.kind !== 'criterion';
  const values = trend.map((point) => point.value);
  const limits = thresholds === undefined ? [] : [thresholds.greenFrom, thresholds.yellowFrom];
  const write = indicator.kind === 'count' ? format.numbers(values) : format.percents(values, limits);
  const build = useCallback(
    (style: ChartStyle) =>
      trendLine(
        {
          labels: trend.map((point) =>
            isMonthly ? format.month(point.cut.replace('month-', '')) : format.dayAndMonth(point.asOf),
          ),
          series: [{ name, tone: 'reported', values: trend.map((point) => point.value) }],
          write: (value) => writeValue(indicator, value, { format }),
          // Thresholds of counts are per commune: they say nothing beside the sum of the country.
          ...(indicator.kind === 'count' ? {} : { max: 1, thresholds: linesOf(thresholds, text) }),
        },
        style,
      ),
    [trend, isMonthly, name, indicator, thresholds, text, format],
  );
  return (
    <Panel title={t('indicators.trend')}>
      {trend.every((point) => point.value === null) ? (
        <EmptyState title={t('empty.noData')} hatched />
      ) : (
        <Chart
          endsAtCut
          label={`${t('indicators.trend')}: ${name}`}
          height="14rem"
          build={build}
          table={{
            columns: [t('indicators.trend.cut'), t('indicators.trend.value'), t('indicators.trend.missing')],
            rows: trend.map((point) => [
              names.cut(point.cut),
              write(point.value),
              format.number(point.notReported),
            ]),
          }}
        />
      )}
    </Panel>
  );
}

function linesOf(thresholds: IndicatorThresholds | undefined, text: Text) {
  if (thresholds === undefined) return [];
  return thresholdLines(thresholds.greenFrom, thresholds.yellowFrom, text);
}

/** Which provinces have not sent it, the most first. */
export function MissingFigures({ page }: { readonly page: IndicatorPage }) {
  const { t, format } = useText();
  const names = useNames();
  const lacking = page.provinces
    .filter((place) => place.notReported > 0)
    .sort((left, right) => right.notReported - left.notReported);
  return (
    <Panel title={t('indicators.missing')}>
      {page.figuresCut === null ? (
        <p>{t('indicators.noFigures')}</p>
      ) : lacking.length === 0 ? (
        <p>{t('indicators.missing.none')}</p>
      ) : (
        <>
          <p>
            {t('indicators.missing.lead', {
              count: page.country.notReported,
              provinces: lacking.length,
            })}
          </p>
          <ul className={classes.missing}>
            {lacking.map((place) => (
              <li key={place.code}>
                {names.shortName(place.code)} <strong>{format.number(place.notReported)}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
