import type { EChartsOption } from 'echarts';
import { axisLabel, baseOption, grid, legend, tooltip } from './parts.ts';
import { type ChartStyle, toneColour } from './style.ts';

/** Days are yyyy-mm-dd, shares fractions 0..1. */
export interface ForecastSpec {
  readonly points: readonly { readonly day: string; readonly share: number | null }[];
  /** Where the pace leads; null where there is no date. `latest` null: no end in sight at the slow pace. */
  readonly outlook: {
    readonly completion: string;
    readonly earliest: string;
    readonly latest: string | null;
  } | null;
  readonly deadline: { readonly day: string; readonly name: string } | null;
  readonly names: {
    readonly actual: string;
    readonly pace: string;
    readonly fast: string;
    readonly slow: string;
  };
  readonly writeShare: (share: number) => string;
  readonly writeDay: (day: string) => string;
}

/** What was reached, and from the last point on the three paces to 100%; the deadline is an upright line. */
export function forecastLine(spec: ForecastSpec, style: ChartStyle): EChartsOption {
  const writeTime = (time: number) => spec.writeDay(new Date(time).toISOString().slice(0, 10));
  return {
    ...baseOption(style),
    legend: legend(style),
    grid: { ...grid(style, style.fontSize * 4.2), right: style.fontSize * 3.5 },
    tooltip: {
      ...tooltip(style, 'axis'),
      valueFormatter: (value) => (typeof value === 'number' ? spec.writeShare(value) : '–'),
    },
    xAxis: {
      type: 'time',
      axisLabel: { ...axisLabel(style), hideOverlap: true, formatter: writeTime },
      axisLine: { lineStyle: { color: style.line } },
      axisTick: { show: false },
      axisPointer: { label: { formatter: ({ value }) => writeTime(Number(value)) } },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 1,
      interval: 0.25,
      axisLabel: { ...axisLabel(style), formatter: (value: number) => spec.writeShare(value) },
      splitLine: { lineStyle: { color: style.line } },
    },
    series: [actualSeries(spec, style), ...paceSeries(spec, style)],
  };
}

function actualSeries(spec: ForecastSpec, style: ChartStyle) {
  const colour = toneColour('reported', style.theme);
  return {
    type: 'line' as const,
    name: spec.names.actual,
    color: colour,
    lineStyle: { width: 2.5, color: colour },
    symbolSize: style.fontSize * 0.4,
    connectNulls: false,
    data: spec.points.map(({ day, share }) => [day, share ?? '-']),
    ...(spec.deadline === null ? {} : { markLine: deadlineMark(spec.deadline, style) }),
  };
}

function deadlineMark(deadline: { readonly day: string; readonly name: string }, style: ChartStyle) {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: toneColour('red', style.theme), type: 'solid' as const, width: 1.5 },
    label: {
      formatter: deadline.name,
      color: style.text,
      fontSize: style.fontSize,
      position: 'end' as const,
    },
    data: [{ xAxis: deadline.day }],
  };
}

function paceSeries(spec: ForecastSpec, style: ChartStyle) {
  const last = spec.points.findLast((point) => point.share !== null);
  if (spec.outlook === null || last === undefined) return [];
  const { completion, earliest, latest } = spec.outlook;
  const colour = toneColour('operating', style.theme);
  const lines = [
    { name: spec.names.pace, day: completion, type: 'dashed' as const, width: 2 },
    { name: spec.names.fast, day: earliest, type: 'dotted' as const, width: 1.5 },
    { name: spec.names.slow, day: latest, type: 'dotted' as const, width: 1.5 },
  ];
  return lines.flatMap(({ name, day, type, width }) =>
    day === null
      ? []
      : [
          {
            type: 'line' as const,
            name,
            color: colour,
            lineStyle: { width, color: colour, type },
            symbol: 'emptyCircle',
            symbolSize: style.fontSize * 0.5,
            data: [
              [last.day, last.share],
              [day, 1],
            ],
          },
        ],
  );
}
