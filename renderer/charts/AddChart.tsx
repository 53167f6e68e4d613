import { IconCheck, IconPresentation } from '@tabler/icons-react';
import { useState } from 'react';
import { addFigureToDraft } from '#renderer/ground/briefing-draft.ts';
import { useText } from '#renderer/ground/text.tsx';
import type { ChartSpec } from '#shared/charts/spec.ts';
import classes from './Chart.module.css';

/** 'Thêm vào báo cáo': puts the chart as it stands, without what is only chosen on screen, behind the last page. */
export function AddChart({ chart }: { readonly chart: ChartSpec }) {
  const { t } = useText();
  const [isDone, setDone] = useState(false);
  const add = (): void => {
    const { current: _chosen, ...axis } = chart.axis;
    addFigureToDraft({ cut: chart.asOf, block: { type: 'chart', chart: { ...chart, axis } } });
    setDone(true);
  };
  const Icon = isDone ? IconCheck : IconPresentation;
  const words = t(isDone ? 'briefingScreen.addFigure.done' : 'briefingScreen.addFigure');
  return (
    <button type="button" className={`${classes.switch} ${classes.add}`} onClick={add} title={words}>
      <Icon size="1rem" aria-hidden="true" />
      <span className="visually-hidden" aria-live="polite">
        {words}: {chart.title}
      </span>
    </button>
  );
}
