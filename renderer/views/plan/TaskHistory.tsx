import { useMemo } from 'react';
import { Chart } from '#renderer/charts/Chart.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { taskChart } from './task-chart.ts';
import type { TaskDetail } from './task-detail.ts';

/** The reported progress of the task cut by cut. */
export function TaskHistory({ detail }: { readonly detail: TaskDetail }) {
  const text = useText();
  const { id } = useCut();
  return (
    <Panel title={text.t('plan.task.history')}>
      <Chart chart={useMemo(() => taskChart(detail, id, text), [detail, id, text])} height="12rem" />
    </Panel>
  );
}
