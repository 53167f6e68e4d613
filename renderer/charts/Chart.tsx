import { useComputedColorScheme } from '@mantine/core';
import { IconChartLine, IconTable } from '@tabler/icons-react';
import type { EChartsOption } from 'echarts';
import type { ECharts } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import { isPageOnPaper, useOnPaper } from '#renderer/ground/paper.ts';
import { useText } from '#renderer/ground/text.tsx';
import { chartOption } from '#shared/charts/option.ts';
import type { ChartSpec } from '#shared/charts/spec.ts';
import { chartStyle } from '#shared/charts/style.ts';
import { AddChart } from './AddChart.tsx';
import classes from './Chart.module.css';
import { ChartPicture } from './ChartPicture.tsx';
import { ChartTable } from './ChartTable.tsx';

/** A chart and its table twin behind a switch; keep the specification between renders, a new one is drawn anew. */
export function Chart({ chart, height }: { readonly chart: ChartSpec; readonly height?: string }) {
  const { t } = useText();
  const [isTable, setTable] = useState(false);
  const Icon = isTable ? IconChartLine : IconTable;
  const words = t(isTable ? 'chart.asChart' : 'chart.asTable');
  return (
    <figure className={classes.figure} style={{ height }}>
      {isTable ? <ChartTable chart={chart} /> : <Picture chart={chart} />}
      <ChartPicture chart={chart} />
      <AddChart chart={chart} />
      <button
        type="button"
        className={classes.switch}
        onClick={() => setTable(!isTable)}
        aria-pressed={isTable}
        title={words}
      >
        <Icon size="1rem" aria-hidden="true" />
        <span className="visually-hidden">
          {words}: {chart.title}
        </span>
      </button>
    </figure>
  );
}

/** Letters of charts are 0.75 of a rem, as pixels, so that they grow with the page on large displays. */
function fontPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.75;
}

function Picture({ chart }: { readonly chart: ChartSpec }) {
  const { format } = useText();
  const theme = useComputedColorScheme('light');
  const isOnPaper = useOnPaper();
  const element = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnChart | null>(null);
  const build = () => chartOption(chart, chartStyle(format, { theme, fontSize: fontPixels() }));
  const option = useRef(build);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what `build` reads
  useEffect(() => {
    option.current = build;
    drawn.current?.redraw();
  }, [chart, theme, format]);
  useEffect(() => {
    const place = element.current;
    if (place === null) return;
    let isGone = false;
    // The chart engine is a third of the program: the first screen does not wait for it.
    void import('./engine.ts').then(({ createChart }) => {
      if (!isGone) drawn.current = draw(createChart(place), place, () => option.current());
    });
    return () => {
      isGone = true;
      drawn.current?.stop();
      drawn.current = null;
    };
  }, []);
  useEffect(() => (isOnPaper ? drawn.current?.stretch() : undefined), [isOnPaper]);
  return <div ref={element} className={classes.picture} role="img" aria-label={chart.title} />;
}

interface DrawnChart {
  readonly redraw: () => void;
  /** Makes the drawing as wide as its place whatever that is: nobody tells the width of paper. Returns the way back. */
  readonly stretch: () => () => void;
  readonly stop: () => void;
}

/** Draws at every size of the place, which may also mean another size of letters. */
function draw(chart: ECharts, place: HTMLElement, option: () => EChartsOption): DrawnChart {
  const redraw = () => chart.setOption(option(), { notMerge: true });
  const observer = new ResizeObserver(() => {
    if (isPageOnPaper()) return;
    chart.resize();
    redraw();
  });
  observer.observe(place);
  return {
    redraw,
    stretch: () => {
      const drawing = place.querySelector('svg');
      drawing?.setAttribute('viewBox', `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
      return () => drawing?.removeAttribute('viewBox');
    },
    stop: () => {
      observer.disconnect();
      chart.dispose();
    },
  };
}
