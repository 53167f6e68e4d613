import { thresholdLines } from '#renderer/charts/threshold-lines.ts';
import type { Text } from '#renderer/ground/text.tsx';
import type { UnitOutput } from '#renderer/panels/units/OutputsTable.tsx';
import type { ChartSpec } from '#shared/charts/spec.ts';
import type { UnitProfileDto } from '#shared/contract/units.ts';

/** The communes by reported status, column by column over the cuts. */
export function historyChart(history: UnitProfileDto['history'], { t }: Pick<Text, 't'>): ChartSpec {
  return {
    title: t('units.history.green'),
    form: 'columns',
    stacked: true,
    axis: { kind: 'cuts', name: t('cut.label'), points: history.map((point) => point.asOf) },
    asOf: history.at(-1)?.cut ?? '',
    unit: 'integer',
    series: [
      { name: t('status.green'), tone: 'green', values: history.map((point) => point.green) },
      {
        name: t('units.history.other'),
        // Yellow and red together: a colour of neither.
        tone: 'neutral',
        values: history.map((point) => point.communes - point.green - point.notReported),
      },
      { name: t('status.notReported'), tone: 'empty', values: history.map((point) => point.notReported) },
    ],
  };
}

type Figures = Pick<UnitOutput, 'kind' | 'name' | 'nameEn' | 'greenFrom' | 'yellowFrom' | 'trend'>;

/** One output indicator of the unit month by month, with its two thresholds. */
export function outputChart(output: Figures, unit: string, cut: string, text: Text): ChartSpec {
  const { kind, greenFrom, yellowFrom, trend } = output;
  const name = text.pick(output);
  const isRatio = kind === 'ratio';
  return {
    // Put into a briefing it stands alone.
    title: text.t('units.outputs.trendOfUnit', { unit, name }),
    form: 'lines',
    axis: {
      kind: 'months',
      name: text.t('cutKind.month'),
      points: trend.map((point) => point.cut.replace('month-', '')),
    },
    asOf: cut,
    unit: isRatio ? 'percent' : 'decimal',
    ...(isRatio ? { maximum: 1 } : {}),
    series: [
      {
        name,
        tone: 'reported',
        values: trend.map((point) => point.value),
        empty: text.t('empty.notReported'),
      },
    ],
    // Thresholds of counts are per commune and month: they say nothing beside the sum of a province.
    ...(isRatio && greenFrom !== null && yellowFrom !== null
      ? { thresholds: thresholdLines(greenFrom, yellowFrom, text) }
      : {}),
  };
}
