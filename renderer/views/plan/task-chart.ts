import type { Text } from '#renderer/ground/text.tsx';
import type { ChartSpec } from '#shared/charts/spec.ts';
import type { TaskDetail } from './task-detail.ts';

/** The reported progress of the task cut by cut. */
export function taskChart(
  {
    history,
    task,
  }: Pick<TaskDetail, 'history'> & { readonly task: Pick<TaskDetail['task'], 'name' | 'nameEn'> },
  cut: string | undefined,
  { t, pick }: Pick<Text, 't' | 'pick'>,
): ChartSpec {
  const current = history.find((point) => point.cut === cut);
  return {
    title: t('plan.task.history.label', { name: pick(task) }),
    form: 'lines',
    axis: {
      kind: 'cuts',
      name: t('cut.label'),
      points: history.map((point) => point.asOf),
      ...(current === undefined ? {} : { current: current.asOf }),
    },
    asOf: history.at(-1)?.cut ?? '',
    unit: 'percent',
    maximum: 1,
    series: [
      {
        name: t('plan.task.history.progress'),
        tone: 'reported',
        values: history.map((point) => point.progress),
        empty: t('empty.notReported'),
      },
    ],
    beside: [
      {
        name: t('plan.task.history.units'),
        unit: 'integer',
        values: history.map((point) => point.unitsDone),
        empty: t('empty.notReported'),
      },
    ],
  };
}
