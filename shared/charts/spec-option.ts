import type { EChartsOption } from 'echarts';
import { inkOn } from '#shared/domain/colours.ts';
import { type ChartSeries, type ChartSpec, leastLabelled } from './spec.ts';

/** What a drawing needs beside the figures; sizes in pixels of the drawing. */
export interface ChartStyle {
  readonly fontFamily: string;
  readonly fontSize: number;
  readonly text: string;
  readonly faint: string;
  readonly grid: string;
  readonly background: string;
  readonly formatValue: (value: number) => string;
  readonly animation: boolean;
}

/** The ECharts option of a chart specification, without title: the page or the picture writes that. */
export function chartOption(spec: ChartSpec, style: ChartStyle): EChartsOption {
  const common: EChartsOption = {
    animation: style.animation,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: style.fontFamily, fontSize: style.fontSize, color: style.text },
  };
  switch (spec.kind) {
    case 'ranking':
      return { ...common, ...rankingOption(spec, style) };
    case 'stacked':
      return { ...common, ...stackedOption(spec, style) };
    case 'line':
      return { ...common, ...lineOption(spec, style) };
    case 'doughnut':
      return { ...common, ...doughnutOption(spec, style) };
    case 'distribution':
      return { ...common, ...distributionOption(spec, style) };
  }
}

function valueAxis(spec: ChartSpec, style: ChartStyle) {
  return {
    type: 'value' as const,
    min: 0,
    ...(spec.maximum === undefined ? {} : { max: spec.maximum }),
    // Counts have no halves: without this a small chart labels 0.5 as 1.
    ...(spec.format === 'integer' ? { minInterval: 1 } : {}),
    // Shares of a whole in quarters; ECharts' own choice ends on 90, 100.
    ...(spec.maximum === 1 ? { interval: 0.25 } : { splitNumber: 4 }),
    axisLabel: {
      fontSize: style.fontSize,
      formatter: style.formatValue,
      color: style.faint,
      hideOverlap: true,
    },
    splitLine: { lineStyle: { color: style.grid } },
  };
}

function categoryAxis(spec: ChartSpec, style: ChartStyle, isUpright: boolean) {
  return {
    type: 'category' as const,
    data: [...spec.categories],
    inverse: !isUpright,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: style.grid } },
    axisLabel: {
      fontSize: style.fontSize,
      color: style.text,
      interval: isUpright ? ('auto' as const) : 0,
      hideOverlap: isUpright,
    },
  };
}

// Bars carry their own number, so the grid leaves room for it at the far end.
const BAR_GRID = { left: 8, right: 64, top: 8, bottom: 8, containLabel: true };
const LEGEND_GRID = { left: 8, right: 24, top: 40, bottom: 8, containLabel: true };

function legend(style: ChartStyle) {
  return {
    top: 0,
    left: 0,
    itemWidth: 14,
    itemHeight: 10,
    textStyle: { color: style.text, fontSize: style.fontSize },
  };
}

function points(spec: ChartSpec, series: ChartSeries) {
  return series.values.map((value, index) => ({
    value: value ?? '-',
    itemStyle: { color: spec.pointColours?.[index] ?? series.colour },
  }));
}

function writeLabel(style: ChartStyle) {
  return (item: { value?: unknown }): string =>
    typeof item.value === 'number' ? style.formatValue(item.value) : '';
}

function rankingOption(spec: ChartSpec, style: ChartStyle): EChartsOption {
  return {
    grid: { ...BAR_GRID, top: spec.reference ? 26 : 8 },
    xAxis: valueAxis(spec, style),
    yAxis: categoryAxis(spec, style, false),
    series: spec.series.map((series) => ({
      type: 'bar',
      name: series.name,
      barCategoryGap: '25%',
      data: points(spec, series),
      label: { show: true, position: 'right', color: style.text, formatter: writeLabel(style) },
      ...referenceLine(spec, style),
    })),
  };
}

function referenceLine(spec: ChartSpec, style: ChartStyle) {
  if (spec.reference === undefined) return {};
  const { label, value } = spec.reference;
  return {
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: style.text, type: 'dashed' as const, width: 1 },
      label: { formatter: label, color: style.text, position: 'start' as const, distance: 4 },
      data: [{ xAxis: value }],
    },
  };
}

function stackedOption(spec: ChartSpec, style: ChartStyle): EChartsOption {
  const least = leastLabelled(spec);
  return {
    legend: legend(style),
    grid: LEGEND_GRID,
    xAxis: valueAxis(spec, style),
    yAxis: categoryAxis(spec, style, false),
    series: spec.series.map((series) => ({
      type: 'bar',
      stack: 'whole',
      name: series.name,
      barCategoryGap: '35%',
      itemStyle: { color: series.colour },
      data: series.values.map((value) => value ?? '-'),
      label: { show: true, color: inkOn(series.colour), formatter: hideBelow(least, style) },
    })),
  };
}

function hideBelow(least: number, style: ChartStyle) {
  return (item: { value?: unknown }): string =>
    typeof item.value === 'number' && item.value >= least ? style.formatValue(item.value) : '';
}

function lineOption(spec: ChartSpec, style: ChartStyle): EChartsOption {
  // A single line is named by the chart's title.
  const isAlone = spec.series.length < 2;
  return {
    ...(isAlone ? {} : { legend: legend(style) }),
    grid: isAlone ? { ...LEGEND_GRID, top: 16 } : LEGEND_GRID,
    xAxis: edgeToEdge(categoryAxis(spec, style, true)),
    yAxis: valueAxis(spec, style),
    series: spec.series.map((series) => ({
      type: 'line',
      name: series.name,
      data: series.values.map((value) => value ?? '-'),
      connectNulls: false,
      symbolSize: 6,
      lineStyle: { color: series.colour, width: 3 },
      itemStyle: { color: series.colour },
    })),
  };
}

/** A line starts on the value axis, so the first label starts there, too, and leaves the axis' zero readable. */
function edgeToEdge(axis: ReturnType<typeof categoryAxis>) {
  return {
    ...axis,
    boundaryGap: false,
    axisLabel: { ...axis.axisLabel, alignMinLabel: 'left' as const, alignMaxLabel: 'right' as const },
  };
}

function doughnutOption(spec: ChartSpec, style: ChartStyle): EChartsOption {
  const series = spec.series[0];
  return {
    series: [
      {
        type: 'pie',
        radius: ['45%', '72%'],
        data: (series?.values ?? []).map((value, index) => ({
          value: value ?? 0,
          name: spec.categories[index] ?? '',
          itemStyle: { color: spec.pointColours?.[index] ?? series?.colour ?? style.grid },
        })),
        label: {
          color: style.text,
          formatter: (item) => `${item.name}: ${style.formatValue(Number(item.value))}`,
        },
        labelLine: { lineStyle: { color: style.faint } },
      },
    ],
  };
}

function distributionOption(spec: ChartSpec, style: ChartStyle): EChartsOption {
  return {
    grid: { left: 8, right: 24, top: 28, bottom: 8, containLabel: true },
    xAxis: {
      ...categoryAxis(spec, style, true),
      axisLabel: {
        fontSize: style.fontSize,
        color: style.text,
        interval: 0,
        rotate: spec.categories.length > 12 ? 55 : 0,
      },
    },
    yAxis: valueAxis(spec, style),
    series: spec.series.map((series) => ({
      type: 'bar',
      name: series.name,
      barCategoryGap: '20%',
      data: points(spec, series),
      label: { show: true, position: 'top', color: style.text, formatter: writeLabel(style) },
    })),
  };
}
