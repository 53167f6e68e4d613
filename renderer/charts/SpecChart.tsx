import { useEffect, useRef } from 'react';
import type { ChartSpec } from '#shared/charts/spec.ts';
import { chartOption } from '#shared/charts/spec-option.ts';
import { createFormatter, type Locale } from '#shared/text/format.ts';
import classes from './Chart.module.css';

/** Letters of a chart on a page, in points; `pointPixels` says how large a point of the page is here. */
const LETTERS = 11;

/** A chart of a briefing as every export draws it, on white paper in any appearance. */
export function SpecChart(props: {
  readonly spec: ChartSpec;
  readonly language: Locale;
  readonly pointPixels: number;
}) {
  const { spec, language, pointPixels } = props;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = element.current;
    if (place === null) return;
    let stop: (() => void) | null = null;
    let isGone = false;
    void import('./engine.ts').then(({ createChart }) => {
      if (isGone) return;
      const chart = createChart(place);
      chart.setOption(chartOption(spec, paperStyle(spec, language, pointPixels)));
      stop = () => chart.dispose();
    });
    return () => {
      isGone = true;
      stop?.();
    };
  }, [spec, language, pointPixels]);
  return <div ref={element} className={classes.picture} role="img" aria-label={spec.title} />;
}

function paperStyle(spec: ChartSpec, language: Locale, pointPixels: number) {
  const format = createFormatter(language);
  const isDense = spec.categories.length > 24;
  return {
    fontFamily: 'Be Vietnam Pro',
    fontSize: (isDense ? 8 : LETTERS) * pointPixels,
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
