import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Chart } from '#renderer/charts/Chart.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import type { HistoryPoint } from '#renderer/panels/status/national-change.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { nationalTrend } from './national-trend.ts';

/** Reported GREEN and operating GREEN over the cuts: the room between the two lines is the gap. */
export function NationalTrend(props: {
  readonly history: UseQueryResult<HistoryPoint[]>;
  readonly className?: string | undefined;
}) {
  const { t } = useText();
  const { history } = props;
  const where = useNames().onlyProvince === null ? '' : '.province';
  return (
    <Panel title={t(`overview.trend${where}`)} className={props.className}>
      {history.data === undefined || history.isError ? (
        <QueryState query={history} />
      ) : history.data.length === 0 ? (
        <EmptyState title={t('empty.noData')} />
      ) : (
        <Lines points={history.data} />
      )}
    </Panel>
  );
}

function Lines({ points }: { readonly points: readonly HistoryPoint[] }) {
  const text = useText();
  const { statusCut, home } = useCut();
  const id = statusCut?.id;
  // A cut that is still collected is no point of the course, unless it is what one looks at.
  const last = [statusCut?.asOf ?? '', home?.asOf ?? ''].toSorted().at(-1) ?? '';
  const known = useMemo(() => points.filter(({ asOf }) => asOf <= last), [points, last]);
  return <Chart chart={useMemo(() => nationalTrend(known, id, text), [known, id, text])} />;
}
