import { useComputedColorScheme } from '@mantine/core';
import { IconChartLine, IconTable } from '@tabler/icons-react';
import type { EChartsOption } from 'echarts';
import type { ECharts } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import { isPageOnPaper, useOnPaper } from '#renderer/ground/paper.ts';
import { useText } from '#renderer/ground/text.tsx';
import { type ChartStyle, chartStyle } from '#shared/charts/style.ts';
import { AddChart } from './AddChart.tsx';
import classes from './Chart.module.css';
import { ChartFigures } from './ChartFigures.tsx';
import { ChartPicture } from './ChartPicture.tsx';

/** The same figures in rows, for those who cannot or would rather not read the picture. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A chart and its table twin behind a switch. */
export function Chart(props: {
  /** What the chart shows, in a sentence. */
  readonly label: string;
  readonly build: (style: ChartStyle) => EChartsOption;
  readonly table: ChartTable;
  readonly height?: string;
  /** Its figures end at the cut on screen, as a forecast's do; a history reaches the newest cut. */
  readonly endsAtCut?: boolean;
}) {
  const { t } = useText();
  const [isTable, setTable] = useState(false);
  const Icon = isTable ? IconChartLine : IconTable;
  return (
    <figure className={classes.figure} style={{ height: props.height }}>
      {isTable ? (
        <>
          <ChartFigures label={props.label} build={props.build} table={props.table} />
          <TableTwin label={props.label} table={props.table} />
        </>
      ) : (
        <Picture label={props.label} build={props.build} />
      )}
      <ChartPicture label={props.label} build={props.build} endsAtCut={props.endsAtCut ?? false} />
      <AddChart
        label={props.label}
        build={props.build}
        table={props.table}
        endsAtCut={props.endsAtCut ?? false}
      />
      <button
        type="button"
        className={classes.switch}
        onClick={() => setTable(!isTable)}
        aria-pressed={isTable}
        title={t(isTable ? 'chart.asChart' : 'chart.asTable')}
      >
        <Icon size="1rem" aria-hidden="true" />
        <span className="visually-hidden">
          {t(isTable ? 'chart.asChart' : 'chart.asTable')}: {props.label}
        </span>
      </button>
    </figure>
  );
}

/** Letters of charts are 0.75 of a rem, as pixels, so that they grow with the page on large displays. */
function fontPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.75;
}

function Picture(props: { readonly label: string; readonly build: (style: ChartStyle) => EChartsOption }) {
  const theme = useComputedColorScheme('light');
  const isOnPaper = useOnPaper();
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<DrawnChart | null>(null);
  const { build } = props;
  const option = useRef(() => build(chartStyle(theme, fontPixels())));
  useEffect(() => {
    option.current = () => build(chartStyle(theme, fontPixels()));
    chart.current?.redraw();
  }, [build, theme]);
  useEffect(() => {
    const place = element.current;
    if (place === null) return;
    let isGone = false;
    // The chart engine is a third of the program: the first screen does not wait for it.
    void import('./engine.ts').then(({ createChart }) => {
      if (!isGone) chart.current = draw(createChart(place), place, () => option.current());
    });
    return () => {
      isGone = true;
      chart.current?.stop();
      chart.current = null;
    };
  }, []);
  useEffect(() => (isOnPaper ? chart.current?.stretch() : undefined), [isOnPaper]);
  return <div ref={element} className={classes.picture} role="img" aria-label={props.label} />;
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

function TableTwin(props: { readonly label: string; readonly table: ChartTable }) {
  const { columns, rows } = props.table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={classes.table} tabIndex={0} aria-label={props.label}>
      <table>
        <caption className="visually-hidden">{props.label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]}>
              {row.map((cell, position) => (
                <td key={columns[position]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
