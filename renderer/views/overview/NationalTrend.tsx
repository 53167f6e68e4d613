import type { UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import { Chart } from '#renderer/charts/Chart.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { type HistoryPoint, operatingShare } from '#renderer/panels/status/national-change.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import type { ChartStyle } from '#shared/charts/style.ts';
import { trendLine } from '#shared/charts/trend-line.ts';

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
  const { t, format } = useText();
  const { id } = useCut();
  const build = useCallback(
    (style: ChartStyle) =>
      trendLine(
        {
          labels: points.map((point) => format.dayAndMonth(point.asOf)),
          series: [
            {
              name: t('overview.trend.reported'),
              tone: 'reported',
              values: points.map((point) => point.coverage),
            },
            {
              name: t('overview.trend.operating'),
              tone: 'operating',
              dashed: true,
              values: points.map((point) => operatingShare(point.operating)),
            },
          ],
          write: (value) => format.percent(value),
          max: 1,
          current: points.findIndex((point) => point.cut === id),
        },
        style,
      ),
    [points, id, t, format],
  );
  const writeReported = format.percents(points.map((point) => point.coverage));
  const writeOperating = format.percents(points.map((point) => operatingShare(point.operating)));
  return (
    <Chart
      label={t('overview.trend.label')}
      build={build}
      table={{
        columns: [
          t('cut.label'),
          t('overview.trend.reported'),
          t('overview.trend.operating'),
          t('overview.trend.overdue'),
        ],
        rows: points.map((point) => [
          format.dateTime(point.asOf),
          writeReported(point.coverage),
          writeOperating(operatingShare(point.operating)),
          format.number(point.overdue),
        ]),
      }}
    />
  );
}
