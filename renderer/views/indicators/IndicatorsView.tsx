import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { CountryTrend, MissingFigures, Spread } from './IndicatorCharts.tsx';
import { IndicatorHead } from './IndicatorHead.tsx';
import { IndicatorList } from './IndicatorList.tsx';
import classes from './IndicatorsView.module.css';
import { FIRST_INDICATOR, type IndicatorPage } from './indicator-page.ts';
import { ProvinceRanking } from './ProvinceRanking.tsx';

/** Chỉ tiêu: one criterion or output by province, spread, over time, and what is missing. */
export function IndicatorsView({ code = FIRST_INDICATOR }: { readonly code?: string }) {
  const { id } = useCut();
  const query = useQuery(
    useApi().indicators.get.queryOptions({
      input: { code, cut: id },
      placeholderData: (before) => (before?.indicator.code === code ? before : undefined),
    }),
  );
  return (
    <div className={classes.page}>
      <IndicatorList current={code} />
      <div className={classes.content} aria-busy={query.isPlaceholderData || undefined}>
        {query.data === undefined || query.isError ? (
          <QueryState query={query} />
        ) : (
          <Page page={query.data} />
        )}
      </div>
    </div>
  );
}

function Page({ page }: { readonly page: IndicatorPage }) {
  const rules = useQuery(useApi().rules.get.queryOptions({ input: {} }));
  const thresholds = rules.data?.rules.operating.indicators[page.indicator.code];
  return (
    <>
      <IndicatorHead page={page} />
      <div className={classes.columns}>
        <ProvinceRanking page={page} className={classes.ranking} />
        <div className={classes.column}>
          <CountryTrend page={page} thresholds={thresholds} />
          <Spread page={page} thresholds={thresholds} />
          <MissingFigures page={page} />
        </div>
      </div>
    </>
  );
}
