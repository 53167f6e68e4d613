import { skipToken, useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { CountryTrend, MissingFigures, Spread } from './IndicatorCharts.tsx';
import { IndicatorHead } from './IndicatorHead.tsx';
import { IndicatorList } from './IndicatorList.tsx';
import classes from './IndicatorsView.module.css';
import { firstIndicator, type IndicatorPage } from './indicator-page.ts';
import { ProvinceRanking } from './ProvinceRanking.tsx';

/** Chỉ tiêu: one criterion or output by province, spread, over time, and what is missing. */
export function IndicatorsView(props: { readonly code?: string }) {
  const { id } = useCut();
  const { indicators } = useNames();
  const { t } = useText();
  const api = useApi();
  const code = props.code ?? firstIndicator(indicators);
  const query = useQuery(
    api.indicators.get.queryOptions({
      input: code === undefined ? skipToken : { code, cut: id },
      placeholderData: (before) => (before?.indicator.code === code ? before : undefined),
    }),
  );
  return (
    <div className={classes.page}>
      <IndicatorList current={code} />
      <div className={classes.content} aria-busy={query.isPlaceholderData || undefined}>
        {query.data === undefined || query.isError ? (
          <NoPage isWithout={code === undefined} query={query} empty={t('indicators.none')} />
        ) : (
          <Page page={query.data} />
        )}
      </div>
    </div>
  );
}

/** While it is on its way; nothing to wait for in a plan without an indicator. */
function NoPage(props: {
  readonly isWithout: boolean;
  readonly query: Parameters<typeof QueryState>[0]['query'];
  readonly empty: string;
}) {
  const all = useQuery(useApi().plan.indicators.queryOptions());
  if (props.isWithout && all.data?.length === 0) return <EmptyState title={props.empty} />;
  return <QueryState query={props.isWithout ? all : props.query} />;
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
