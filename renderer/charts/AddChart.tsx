import { IconCheck, IconPresentation } from '@tabler/icons-react';
import type { EChartsOption } from 'echarts';
import { useState } from 'react';
import { addFigureToDraft } from '#renderer/ground/briefing-draft.ts';
import { useCut } from '#renderer/ground/cut.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { specFromOption } from '#shared/charts/option-spec.ts';
import { type ChartStyle, chartStyle } from '#shared/charts/style.ts';
import type { AddedFigureDto } from '#shared/contract/briefing-page.ts';
import classes from './Chart.module.css';
import type { ChartTable } from './Chart.tsx';
import { isHistory } from './is-history.ts';

/** 'Thêm vào báo cáo': puts the chart as it stands, in the colours of paper, behind the last page of the briefing. */
export function AddChart(props: {
  readonly label: string;
  readonly build: (style: ChartStyle) => EChartsOption;
  readonly table: ChartTable;
  /** The figures end at the cut on screen; otherwise a history over the cuts reaches the newest one. */
  readonly endsAtCut: boolean;
}) {
  const { t } = useText();
  const { id, cuts } = useCut();
  const [isDone, setDone] = useState(false);
  const add = (): void => {
    // The table twin writes shares with their sign; the option only knows numbers.
    const isShare = props.table.rows.some((row) => row[1]?.includes('%') === true);
    const option = props.build(chartStyle('light'));
    const chart = specFromOption(option, props.label, isShare);
    // What is printed below the chart must not be older than its last point.
    const cut = isHistory(option) && !props.endsAtCut ? cuts[0]?.id : id;
    if (chart === null || cut === undefined) return;
    addFigureToDraft({ cut, block: { type: 'chart', chart: structuredClone(chart) as ChartDto } });
    setDone(true);
  };
  const Icon = isDone ? IconCheck : IconPresentation;
  const words = t(isDone ? 'briefingScreen.addFigure.done' : 'briefingScreen.addFigure');
  return (
    <button
      type="button"
      className={`${classes.switch} ${classes.add}`}
      disabled={id === undefined}
      onClick={add}
      title={words}
    >
      <Icon size="1rem" aria-hidden="true" />
      <span className="visually-hidden" aria-live="polite">
        {words}: {props.label}
      </span>
    </button>
  );
}

type ChartDto = Extract<AddedFigureDto['block'], { type: 'chart' }>['chart'];
