import { useCallback } from 'react';
import { useText } from '#renderer/app/text.tsx';
import { Chart } from '#renderer/charts/Chart.tsx';
import { forecastLine } from '#shared/charts/forecast-line.ts';
import type { ChartStyle } from '#shared/charts/style.ts';
import type { OutlookDto } from '#shared/contract/forecast.ts';

/** How far it came cut by cut, and where the present pace leads. */
export function OutlookChart(props: {
  readonly outlook: OutlookDto;
  readonly name: string;
  readonly height?: string;
}) {
  const { t, format } = useText();
  const { outlook, name } = props;
  const build = useCallback(
    (style: ChartStyle) => forecastLine(specOf(outlook, t, format), style),
    [outlook, t, format],
  );
  return (
    <Chart
      endsAtCut
      label={t('forecast.chart', { name })}
      height={props.height ?? '16rem'}
      build={build}
      table={{
        columns: [t('forecast.chart.day'), t('forecast.chart.actual')],
        rows: outlook.points.map((point) => [format.date(point.day), format.percent(point.share)]),
      }}
    />
  );
}

type Text = ReturnType<typeof useText>;

function specOf(outlook: OutlookDto, t: Text['t'], format: Text['format']) {
  const { completion, earliest, latest, deadline } = outlook;
  return {
    points: outlook.points,
    outlook: completion === null || earliest === null ? null : { completion, earliest, latest },
    deadline:
      deadline === null
        ? null
        : { day: deadline, name: t('forecast.chart.deadline', { date: format.date(deadline) }) },
    names: {
      actual: t('forecast.chart.actual'),
      pace: t('forecast.chart.pace'),
      fast: t('forecast.chart.fast'),
      slow: t('forecast.chart.slow'),
    },
    writeShare: (share: number) => format.percent(share, 0),
    writeDay: (day: string) => format.date(day),
  };
}
