import { useCallback } from 'react';
import { useText } from '#renderer/ground/text.tsx';
import { PictureMenu } from '#renderer/ui/PictureMenu.tsx';
import type { MakeSubject } from '#renderer/ui/use-picture.ts';
import { chartOption } from '#shared/charts/option.ts';
import type { ChartSpec } from '#shared/charts/spec.ts';
import { chartStyle } from '#shared/charts/style.ts';
import classes from './Chart.module.css';

/** The room for the drawing in a picture that is 1280 wide and 720 high, and letters that suit it. */
const ROOM = { width: 1216, height: 570, letters: 17 } as const;

/** The chart as a picture: drawn anew at the picture's size, with everything the screen shows on it. */
export function ChartPicture({ chart }: { readonly chart: ChartSpec }) {
  const { format } = useText();
  const make: MakeSubject = useCallback(
    async (theme) => {
      const { drawChart } = await import('./engine.ts');
      const style = chartStyle(format, { theme, fontSize: ROOM.letters, isPaper: true });
      const svg = drawChart(chartOption(chart, style), ROOM.width, ROOM.height);
      return { drawing: { type: 'chart', svg }, title: chart.title, cut: chart.asOf };
    },
    [chart, format],
  );
  const className = `${classes.switch} ${classes.camera}`;
  return <PictureMenu title={chart.title} make={make} isDisabled={false} className={className} />;
}
