import type { EChartsOption } from 'echarts';
import { useCallback } from 'react';
import { useCut } from '#renderer/ground/cut.tsx';
import { PictureMenu } from '#renderer/ui/PictureMenu.tsx';
import type { MakeSubject } from '#renderer/ui/use-picture.ts';
import { type ChartStyle, chartStyle } from '#shared/charts/style.ts';
import classes from './Chart.module.css';
import { isHistory } from './is-history.ts';

/** The room for the drawing in a picture that is 1280 wide and 720 high, and letters that suit it. */
const ROOM = { width: 1216, height: 570, letters: 17 } as const;

/** The chart as a picture: drawn anew at the picture's size, with everything the screen shows on it. */
export function ChartPicture(props: {
  readonly label: string;
  readonly build: (style: ChartStyle) => EChartsOption;
  readonly endsAtCut: boolean;
}) {
  const { id, cuts } = useCut();
  const { label, build, endsAtCut } = props;
  const make: MakeSubject = useCallback(
    async (theme) => {
      const option = build(chartStyle(theme, ROOM.letters));
      // What is printed below a history must not be older than its last point.
      const cut = isHistory(option) && !endsAtCut ? cuts[0]?.id : id;
      if (cut === undefined) return null;
      const { drawChart } = await import('./engine.ts');
      const svg = drawChart(option, ROOM.width, ROOM.height);
      return { drawing: { type: 'chart', svg }, title: label, cut };
    },
    [build, label, endsAtCut, id, cuts],
  );
  const className = `${classes.switch} ${classes.camera}`;
  return <PictureMenu title={label} make={make} isDisabled={id === undefined} className={className} />;
}
