import { useMemo } from 'react';
import { Chart } from '#renderer/charts/Chart.tsx';
import { useText } from '#renderer/ground/text.tsx';
import type { UnitOutput } from '#renderer/panels/units/OutputsTable.tsx';
import { outputChart } from './unit-charts.ts';

/** One output indicator of the unit month by month, with its two thresholds. */
export function OutputChart(props: {
  readonly output: UnitOutput;
  readonly unit: string;
  readonly cut: string;
}) {
  const text = useText();
  const { output, unit, cut } = props;
  const chart = useMemo(() => outputChart(output, unit, cut, text), [output, unit, cut, text]);
  return <Chart chart={chart} height="12rem" />;
}
