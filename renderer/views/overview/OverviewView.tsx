import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { pairOf } from '#renderer/panels/status/national-change.ts';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { CoverageRanking } from './CoverageRanking.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import { NationalTrend } from './NationalTrend.tsx';
import { OverviewMap } from './OverviewMap.tsx';
import classes from './OverviewView.module.css';
import { TaskGroups } from './TaskGroups.tsx';
import { TopAlerts } from './TopAlerts.tsx';

/** Tổng quan: national figures, map, task groups, alerts, ranking and trend of one cut. */
export function OverviewView() {
  const api = useApi();
  const { id, statusCut } = useCut();
  const status = useQuery(
    api.status.get.queryOptions({ input: { cut: id }, placeholderData: (before) => before }),
  );
  // After the figures of the cut: the map and they come first, the line of the past may follow.
  const history = useQuery(
    api.status.history.queryOptions({ input: {}, enabled: status.data !== undefined }),
  );
  const pair = pairOf(history.data, statusCut?.id);
  const compared = useQuery(
    api.compare.cuts.queryOptions({
      input: { from: pair?.before.cut ?? '', to: pair?.now.cut ?? '' },
      enabled: pair !== null,
    }),
  );
  if (status.data === undefined || status.isError) return <QueryState query={status} />;
  return (
    <div className={classes.page} aria-busy={status.isPlaceholderData || undefined}>
      <KeyFigures
        report={status.data}
        history={history.data}
        cut={statusCut?.id}
        compared={compared.data?.country}
      />
      <TaskGroups report={status.data} className={classes.groups} />
      <OverviewMap className={classes.map} />
      <CoverageRanking provinces={status.data.provinces} className={classes.ranking} />
      <TopAlerts className={classes.alerts} />
      <NationalTrend history={history} className={classes.trend} />
    </div>
  );
}
