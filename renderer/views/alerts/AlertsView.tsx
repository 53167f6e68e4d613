import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCut } from '#renderer/app/cut.tsx';
import { useText } from '#renderer/app/text.tsx';
import { useApi } from '#renderer/client/ApiProvider.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { AlertFacets } from './AlertFacets.tsx';
import { AlertFilters } from './AlertFilters.tsx';
import { AlertList } from './AlertList.tsx';
import classes from './AlertsView.module.css';
import { type AlertFilter, useAlertFilter } from './use-alert-filter.ts';

const PAGE = 200;

/** Cảnh báo: every alert of the cut, filtered, counted and grouped. */
export function AlertsView() {
  const { t } = useText();
  const api = useApi();
  const { id } = useCut();
  const filter = useAlertFilter();
  const [limit, setLimit] = useState(PAGE);
  const all = useQuery(
    api.alerts.list.queryOptions({ input: { cut: id, limit: 1 }, placeholderData: (before) => before }),
  );
  const list = useQuery(
    api.alerts.list.queryOptions({
      input: { cut: id, limit, ...inputOf(filter) },
      placeholderData: (before) => before,
    }),
  );
  if (all.data === undefined || list.data === undefined || list.isError) {
    return <QueryState query={list.isError ? list : all} />;
  }
  return (
    <div className={classes.page}>
      <AlertFilters filter={filter} totals={all.data} />
      <Panel
        title={t('alerts.list')}
        note={t('alerts.total', { count: list.data.total })}
        className={classes.list}
        flush
        scrolls
      >
        <AlertList
          alerts={list.data.alerts}
          total={list.data.total}
          filter={filter}
          onMore={() => setLimit(limit + PAGE)}
        />
      </Panel>
      <AlertFacets totals={all.data} filter={filter} className={classes.facets} />
    </div>
  );
}

function inputOf(filter: AlertFilter) {
  return {
    ...(filter.severity === null ? {} : { severities: [filter.severity] }),
    ...(filter.rule === null ? {} : { rules: [filter.rule] }),
    ...(filter.province === null ? {} : { unit: filter.province }),
  };
}
