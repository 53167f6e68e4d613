import type { Briefing } from '#main/core/brief/description.ts';
import { drawChart, setPlatformAPI } from '#shared/charts/engine.ts';
import { chartOption } from '#shared/charts/option.ts';
import type { ChartSpec } from '#shared/charts/spec.ts';
import { chartStyle } from '#shared/charts/style.ts';
import { createFormatter } from '#shared/text/format.ts';
import { type Fonts, weightOf } from './font-metrics.ts';

type Look = Pick<Briefing, 'brand' | 'language'>;

interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
}

/**
 * Gives ECharts the measures of our fonts. Without a canvas it takes each Vietnamese letter for a whole em and
 * cuts labels. To be called before the first chart of the process: widths are kept for its whole life.
 */
export function useFontMetrics(fonts: Fonts): void {
  setPlatformAPI({
    measureText: (text, font) => {
      const size = Number(/(\d+(?:\.\d+)?)px/.exec(font ?? '')?.[1] ?? 12);
      const weight = weightOf(/\b(bold|\d{3})\b/.exec(font ?? '')?.[1] ?? '400');
      return { width: fonts.widthOf(text ?? '', size, weight) };
    },
  });
}

/** The chart on white paper as SVG text, the same bytes for the same figures in every process; sizes in pixels. */
export function chartSvg(chart: ChartSpec, { brand, language }: Look, drawing: Drawing): string {
  const { width, height, fontSize } = drawing;
  const style = chartStyle(createFormatter(language), { fontSize, accent: brand.accent, isPaper: true });
  return cleanChart(drawChart(chartOption(chart, style), width, height));
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
 * Other programs ignore `font`, `dominant-baseline` and `paint-order`: the baseline goes into y (0.35 em is half the
 * height of our capitals) and the outline, which would be drawn over the text, goes away.
 */
function portable(svg: string): string {
  return svg
    .replace(/font: normal normal ([\d.]+px) ([^";]+)/g, 'font-size:$1;font-family:$2')
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
