import { useEffect, useRef } from 'react';
import type { ChartSpec } from '#shared/charts/spec.ts';
import { chartOption } from '#shared/charts/spec-option.ts';
import { createFormatter, type Locale } from '#shared/text/format.ts';

/**
 * A chart of a briefing as every export draws it, on white paper in any appearance: laid out in points and then
 * scaled (a point is `pointPixels` wide), so that letters and lines keep the proportions of the printed page.
 */
export function SpecChart(props: {
  readonly spec: ChartSpec;
  readonly language: Locale;
  readonly pointPixels: number;
  /** Of its place, in points. */
  readonly width: number;
  readonly height: number;
}) {
  const { spec, language, pointPixels, width, height } = props;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = element.current;
    if (place === null) return;
    let stop: (() => void) | null = null;
    let isGone = false;
    void import('./engine.ts').then(({ createChart }) => {
      if (isGone) return;
      const chart = createChart(place);
      chart.resize({ width, height });
      chart.setOption(chartOption(spec, paperStyle(spec, language)));
      stop = () => chart.dispose();
    });
    return () => {
      isGone = true;
      stop?.();
    };
  }, [spec, language, width, height]);
  const scale = { width, height, transform: `scale(${pointPixels})`, transformOrigin: '0 0' };
  return <div ref={element} style={scale} role="img" aria-label={spec.title} />;
}

function paperStyle(spec: ChartSpec, language: Locale) {
  const format = createFormatter(language);
  const isDense = spec.categories.length > 24;
  return {
    fontFamily: 'Be Vietnam Pro',
    fontSize: isDense ? 8.5 : 12.5,
    text: '#17212B',
    faint: '#5B6673',
    grid: '#D9DEE5',
    background: '#FFFFFF',
    formatValue: (value: number) =>
      spec.format === 'percent'
        ? format.percent(value)
        : format.number(value, spec.format === 'decimal' ? 2 : 0),
    animation: false,
  };
}
