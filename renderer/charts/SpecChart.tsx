import { useEffect, useRef } from 'react';
import { chartOption } from '#shared/charts/option.ts';
import { isDense } from '#shared/charts/reading.ts';
import type { ChartSpec } from '#shared/charts/spec.ts';
import { chartStyle } from '#shared/charts/style.ts';
import { createFormatter, type Locale } from '#shared/text/format.ts';

/**
 * A chart of a briefing as every export draws it, on white paper in any appearance: laid out in points and then
 * scaled (a point is `pointPixels` wide), so that letters and lines keep the proportions of the printed page.
 */
export function SpecChart(props: {
  readonly chart: ChartSpec;
  readonly language: Locale;
  readonly accent: string;
  readonly pointPixels: number;
  /** Of its place, in points. */
  readonly width: number;
  readonly height: number;
}) {
  const { chart, language, accent, pointPixels, width, height } = props;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = element.current;
    if (place === null) return;
    let stop: (() => void) | null = null;
    let isGone = false;
    void import('./engine.ts').then(({ createChart }) => {
      if (isGone) return;
      const drawn = createChart(place);
      const fontSize = isDense(chart) ? 8.5 : 12.5;
      drawn.resize({ width, height });
      drawn.setOption(
        chartOption(chart, chartStyle(createFormatter(language), { fontSize, accent, isPaper: true })),
      );
      stop = () => drawn.dispose();
    });
    return () => {
      isGone = true;
      stop?.();
    };
  }, [chart, language, accent, width, height]);
  const scale = { width, height, transform: `scale(${pointPixels})`, transformOrigin: '0 0' };
  return <div ref={element} style={scale} role="img" aria-label={chart.title} />;
}
