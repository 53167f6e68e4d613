import { useCallback } from 'react';
import { Chart } from '#renderer/charts/Chart.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { ChartStyle } from '#shared/charts/style.ts';
import { trendLine } from '#shared/charts/trend-line.ts';
import type { TaskDetail } from './task-detail.ts';

/** The reported progress of the task cut by cut. */
export function TaskHistory({ detail }: { readonly detail: TaskDetail }) {
  const { t, format, pick } = useText();
  const { id } = useCut();
  const { history, task } = detail;
  const build = useCallback(
    (style: ChartStyle) =>
      trendLine(
        {
          labels: history.map((point) => format.dayAndMonth(point.asOf)),
          series: [
            {
              name: t('plan.task.history.progress'),
              tone: 'reported',
              values: history.map((point) => point.progress),
            },
          ],
          write: (value) => format.percent(value),
          max: 1,
          current: history.findIndex((point) => point.cut === id),
        },
        style,
      ),
    [history, id, t, format],
  );
  const writeShare = format.percents(history.map(({ progress }) => progress));
  return (
    <Panel title={t('plan.task.history')}>
      <Chart
        label={t('plan.task.history.label', { name: pick(task) })}
        height="12rem"
        build={build}
        table={{
          columns: [t('cut.label'), t('plan.task.history.progress'), t('plan.task.history.units')],
          rows: history.map((point) => [
            format.dateTime(point.asOf),
            writeShare(point.progress),
            format.number(point.unitsDone),
          ]),
        }}
      />
    </Panel>
  );
}
