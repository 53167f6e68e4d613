import { useCallback } from 'react';
import { Chart } from '#renderer/charts/Chart.tsx';
import { thresholdLines } from '#renderer/charts/threshold-lines.ts';
import { type Text, useText } from '#renderer/ground/text.tsx';
import type { UnitOutput } from '#renderer/panels/units/OutputsTable.tsx';
import type { ChartStyle } from '#shared/charts/style.ts';
import { trendLine } from '#shared/charts/trend-line.ts';
import { figureWriter } from '#shared/text/figure-writer.ts';

/** One output indicator of the unit month by month, with its two thresholds. */
export function OutputChart(props: { readonly output: UnitOutput; readonly unit: string }) {
  const text = useText();
  const { output, unit } = props;
  const name = text.pick(output);
  const build = useCallback(
    (style: ChartStyle) =>
      trendLine(
        {
          labels: output.trend.map((point) => text.format.month(point.cut.replace('month-', ''))),
          series: [{ name, tone: 'reported', values: output.trend.map((point) => point.value) }],
          write: (value) =>
            output.kind === 'ratio' ? text.format.percent(value) : text.format.number(value, 1),
          thresholds: thresholdsOf(output, text),
          ...(output.kind === 'ratio' ? { max: 1 } : {}),
        },
        style,
      ),
    [output, name, text],
  );
  const limits = output.kind === 'ratio' ? [output.greenFrom, output.yellowFrom] : [];
  const write = figureWriter(
    output.trend.map(({ value }) => ({ kind: output.kind, value, thresholds: limits })),
    text.format,
  );
  return (
    <Chart
      endsAtCut
      // Put into a briefing it stands alone.
      label={text.t('units.outputs.trendOfUnit', { unit, name })}
      height="12rem"
      build={build}
      table={{
        columns: [text.t('cutKind.month'), name],
        rows: output.trend.map((point) => [
          text.format.month(point.cut.replace('month-', '')),
          write({ ...output, value: point.value }),
        ]),
      }}
    />
  );
}

// Thresholds of counts are per commune and month: they say nothing beside the sum of a province.
function thresholdsOf(output: UnitOutput, text: Text) {
  if (output.kind !== 'ratio' || output.greenFrom === null || output.yellowFrom === null) return [];
  return thresholdLines(output.greenFrom, output.yellowFrom, text);
}
