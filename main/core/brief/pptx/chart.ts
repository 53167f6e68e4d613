import type { Rect } from '#main/core/brief/layout.ts';
import { PAGE_COLOURS } from '#main/core/brief/palette.ts';
import { FONT_FAMILY } from '#main/core/brief/pictures/font-metrics.ts';
import type { ChartSpec, ValueFormat } from '#shared/charts/spec.ts';
import type { ChartOptions, Slide } from './generator.ts';
import { hex, inches } from './units.ts';

/** Number formats of Office; it writes them with the separators of the reader's own system. */
const CODES: Readonly<Record<ValueFormat, string>> = {
  integer: '#,##0',
  decimal: '#,##0.00',
  percent: '0.0%',
};

/** Adds the native chart of the specification under that name; empty values stay gaps, never zeros. */
export function addNativeChart(slide: Slide, chart: ChartSpec, rect: Rect, objectName: string): void {
  const data = chart.series.map((series) => ({
    name: series.name,
    labels: [...chart.categories],
    // The generator's type knows no gaps; it writes null as an empty value, which the repair takes out.
    values: series.values as number[],
  }));
  slide.addChart(kindOf(chart), data, {
    ...inches(rect),
    ...commonOptions(chart),
    ...ownOptions(chart, rect),
    objectName,
  });
}

function kindOf(chart: ChartSpec): 'bar' | 'line' | 'doughnut' {
  if (chart.kind === 'line') return 'line';
  return chart.kind === 'doughnut' ? 'doughnut' : 'bar';
}

function commonOptions(chart: ChartSpec): ChartOptions {
  const size = chart.categories.length > 24 ? 7 : 10;
  return {
    altText: chart.title,
    chartColors: chart.series.map((series) => hex(series.colour)),
    catAxisLabelFontFace: FONT_FAMILY,
    catAxisLabelFontSize: size,
    catAxisLabelColor: hex(PAGE_COLOURS.ink),
    catAxisLineShow: false,
    // Every category is named; Office would leave out every second one of 34.
    ...(chart.kind === 'line' ? {} : { catAxisLabelFrequency: '1' }),
    valAxisLabelFontFace: FONT_FAMILY,
    valAxisLabelFontSize: 9,
    valAxisLabelColor: hex(PAGE_COLOURS.faint),
    valAxisLabelFormatCode: chart.format === 'percent' ? '0%' : CODES[chart.format],
    valAxisLineShow: false,
    valAxisMinVal: 0,
    ...(chart.maximum === undefined ? {} : { valAxisMaxVal: chart.maximum }),
    valGridLine: { color: hex(PAGE_COLOURS.grid), size: 0.5 },
    catGridLine: { style: 'none' },
    dataLabelFontFace: FONT_FAMILY,
    dataLabelFontSize: size,
    dataLabelColor: hex(PAGE_COLOURS.ink),
    dataLabelFormatCode: CODES[chart.format],
    legendFontFace: FONT_FAMILY,
    legendFontSize: 10,
    displayBlanksAs: 'gap',
  };
}

function ownOptions(chart: ChartSpec, rect: Rect): ChartOptions {
  switch (chart.kind) {
    case 'ranking':
      return {
        ...barOptions(chart),
        barDir: 'bar',
        ...TOP_DOWN,
        valAxisHidden: true,
        valGridLine: { style: 'none' },
      };
    case 'distribution':
      return {
        ...barOptions(chart),
        barDir: 'col',
        catAxisLabelRotate: rect.width < 40 * chart.categories.length ? -60 : 0,
      };
    case 'stacked':
      return stackedOptions(chart);
    case 'line':
      return { lineSize: 2.5, lineDataSymbolSize: 6, showLegend: chart.series.length > 1, legendPos: 't' };
    case 'doughnut':
      return {
        holeSize: 55,
        showLegend: true,
        legendPos: 'r',
        showPercent: false,
        showValue: true,
        chartColors: (chart.pointColours ?? []).map(hex),
      };
  }
}

// The generator writes 'maxMin' (first category on top) but its types know only 'minMax'.
const TOP_DOWN = { catAxisOrientation: 'maxMin' as 'minMax' };

/** One series: the colours of single bars take the place of the series' colour. */
function barOptions(chart: ChartSpec): ChartOptions {
  return {
    // Two bars are no thicker than one of four.
    barGapWidthPct: chart.categories.length < 4 ? 150 : 35,
    showValue: true,
    dataLabelPosition: 'outEnd',
    showLegend: false,
    ...(chart.pointColours === undefined ? {} : { chartColors: chart.pointColours.map(hex) }),
  };
}

function stackedOptions(chart: ChartSpec): ChartOptions {
  return {
    barDir: 'bar',
    barGrouping: 'stacked',
    barGapWidthPct: 45,
    valAxisHidden: true,
    valGridLine: { style: 'none' },
    ...TOP_DOWN,
    showLegend: true,
    legendPos: 't',
    showValue: true,
    // A zero needs no label; the third section of the format code is what Office writes for zero.
    dataLabelFormatCode: `${CODES[chart.format]};;`,
  };
}
