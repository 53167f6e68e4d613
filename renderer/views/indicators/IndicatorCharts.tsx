import { useMemo } from 'react';
import { Chart } from '#renderer/charts/Chart.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { StackedBar } from '#renderer/ui/StackedBar.tsx';
import { isChartEmpty } from '#shared/charts/reading.ts';
import type { IndicatorThresholds } from '#shared/domain/rule-set.ts';
import { monthName } from '#shared/text/reason-text.ts';
import classes from './IndicatorCharts.module.css';
import { countryTrend, histogram } from './indicator-charts.ts';
import { type IndicatorPage, monthNote } from './indicator-page.ts';

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
  const chart = useMemo(() => histogram(page, thresholds, text), [page, thresholds, text]);
  return <Chart chart={chart} height="14rem" />;
}

/** The country's value over the cuts that carry the indicator, with how many communes were missing. */
export function CountryTrend({ page, thresholds }: Props) {
  const text = useText();
  const chart = useMemo(() => countryTrend(page, thresholds, text), [page, thresholds, text]);
  return (
    <Panel title={text.t('indicators.trend')}>
      {isChartEmpty(chart) ? (
        <EmptyState title={text.t('empty.noData')} hatched />
      ) : (
        <Chart chart={chart} height="14rem" />
      )}
    </Panel>
  );
}

/** Which provinces have not sent it, the most first. */
export function MissingFigures({ page }: { readonly page: IndicatorPage }) {
  const text = useText();
  const { t, format } = text;
  const names = useNames();
  const lacking = page.provinces
    .filter((place) => place.notReported > 0)
    .sort((left, right) => right.notReported - left.notReported);
  return (
    <Panel title={t('indicators.missing')}>
      {page.figuresCut === null ? (
        <p>{monthNote(page, text, names)}</p>
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
