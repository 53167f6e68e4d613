import * as echarts from 'echarts';
import type { ChartSpec } from '#shared/charts/spec.ts';
import { chartOption } from '#shared/charts/spec-option.ts';
import { FONT_FAMILY, type Fonts, weightOf } from './font-metrics.ts';

export interface ChartDrawing {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly formatValue: (value: number) => string;
}

/**
 * Gives ECharts the measures of our fonts. Without a canvas it takes each Vietnamese letter for a whole em and
 * cuts labels. To be called before the first chart of the process: widths are kept for its whole life.
 */
export function useFontMetrics(fonts: Fonts): void {
  echarts.setPlatformAPI({
    measureText: (text, font) => {
      const size = Number(/(\d+(?:\.\d+)?)px/.exec(font ?? '')?.[1] ?? 12);
      const weight = weightOf(/\b(bold|\d{3})\b/.exec(font ?? '')?.[1] ?? '400');
      return { width: fonts.widthOf(text ?? '', size, weight) };
    },
  });
}

/** The chart as SVG text, the same bytes for the same figures in every process. */
export function chartSvg(spec: ChartSpec, drawing: ChartDrawing): string {
  const chart = echarts.init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: drawing.width,
    height: drawing.height,
  });
  try {
    chart.setOption(
      chartOption(spec, {
        fontFamily: FONT_FAMILY,
        fontSize: drawing.fontSize,
        text: '#17212B',
        faint: '#5B6673',
        grid: '#D9DEE5',
        background: '#FFFFFF',
        formatValue: drawing.formatValue,
        animation: false,
      }),
    );
    return cleanChart(chart.renderToSVGString());
  } finally {
    // An undisposed chart keeps a timer, and the process never ends.
    chart.dispose();
  }
}

/** ECharts' own SVG as other programs read it: equal bytes for equal charts, nothing that only a browser knows. */
export function cleanChart(svg: string): string {
  return portable(stable(svg));
}

/** zrender numbers its ids per process: numbered anew from 0, and without what only a browser reads. */
function stable(svg: string): string {
  const names = new Map<string, string>();
  return svg
    .replace(/\bzr\d+-(\w+?)-?(\d+)\b/g, (found) => {
      const name = names.get(found) ?? `z${names.size}`;
      names.set(found, name);
      return name;
    })
    .replace(/<style >[\s\S]*?<\/style>/, '')
    .replace(/ (ecmeta_\w+|class|pointer-events)="[^"]*"/g, '');
}

/**
 * Other programs ignore `dominant-baseline` and `paint-order`: the baseline goes into y (0.35 em is half the
 * height of our capitals) and the outline, which would be drawn over the text, goes away.
 */
function portable(svg: string): string {
  return svg
    .replace(/<text dominant-baseline="central"([^>]*)>/g, (_found, rest: string) => {
      const down = 0.35 * Number(/font-size:([\d.]+)px/.exec(rest)?.[1] ?? 12);
      if (!/\sy="/.test(rest)) return `<text${rest} y="${down.toFixed(2)}">`;
      const moved = rest.replace(
        /\sy="([-\d.]+)"/,
        (_match, y: string) => ` y="${(Number(y) + down).toFixed(2)}"`,
      );
      return `<text${moved}>`;
    })
    .replace(
      /<text([^>]*?) stroke="[^"]*"( stroke-width="[^"]*")? paint-order="stroke"( stroke-miterlimit="[^"]*")?/g,
      '<text$1',
    );
}
