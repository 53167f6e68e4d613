import type { EChartsOption } from 'echarts';
import type { ChartStyle } from './style.ts';

/** What every chart shares: letters, and no animation, because figures are read, not watched. */
export function baseOption(style: ChartStyle): EChartsOption {
  return {
    animation: false,
    textStyle: { fontFamily: style.fontFamily, fontSize: style.fontSize, color: style.text },
  };
}

/** A tooltip drawn as text inside the picture: names from files never become markup. */
export function tooltip(style: ChartStyle, trigger: 'axis' | 'item') {
  return {
    trigger,
    renderMode: 'richText' as const,
    confine: true,
    backgroundColor: style.surface,
    borderColor: style.line,
    textStyle: { color: style.text, fontSize: style.fontSize, fontFamily: style.fontFamily },
    axisPointer: { type: 'line' as const, lineStyle: { color: style.textSoft } },
  };
}

/** Room round the plot in pixels; labels of axes are kept inside. */
export function grid(style: ChartStyle, top: number) {
  return {
    left: 4,
    right: style.fontSize,
    top,
    bottom: 4,
    outerBoundsMode: 'same' as const,
    outerBoundsContain: 'axisLabel' as const,
  };
}

/** The names of the lines above the plot; the corner on the right is left to the buttons of the screen. */
export function legend(style: ChartStyle) {
  return {
    top: 0,
    left: 0,
    right: style.fontSize * 7,
    itemWidth: style.fontSize * 1.8,
    itemHeight: style.fontSize * 0.7,
    itemGap: style.fontSize,
    textStyle: { color: style.text, fontSize: style.fontSize, fontFamily: style.fontFamily },
  };
}

/** Labels of an axis; the first and last of an axis in time stay inside the plot. */
export function axisLabel(style: ChartStyle) {
  return { color: style.textSoft, fontSize: style.fontSize, fontFamily: style.fontFamily };
}

/** Diagonal lines for what was not reported, as on the map and in every bar. */
export function hatch(style: ChartStyle) {
  const colour = style.theme === 'light' ? '#7C8490' : '#8C94A3';
  return { symbol: 'rect', color: colour, dashArrayX: [1, 0], dashArrayY: [1.5, 4], rotation: -Math.PI / 4 };
}
