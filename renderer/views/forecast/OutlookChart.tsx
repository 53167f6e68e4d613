import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback } from 'react';
import { Chart } from '#renderer/charts/Chart.tsx';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { forecastLine } from '#shared/charts/forecast-line.ts';
import type { ChartStyle } from '#shared/charts/style.ts';
import type { CoursePointDto, OutlookDto } from '#shared/contract/forecast.ts';

const HEIGHT = '16rem';

/** How far it came cut by cut, and where the present pace leads. */
export function OutlookChart(props: {
  readonly outlook: OutlookDto;
  readonly cut: string | undefined;
  readonly name: string;
}) {
  const { code } = props.outlook;
  const query = useQuery(useApi().forecast.course.queryOptions({ input: { code, cut: props.cut } }));
  // A place of the chart's own height: what stands below it does not move when the course arrives.
  if (query.data === undefined || query.isError)
    return (
      <Frame>
        <QueryState query={query} />
      </Frame>
    );
  return <CourseChart outlook={props.outlook} points={query.data.points} name={props.name} />;
}

function Frame(props: { readonly children: ReactNode }) {
  return <div style={{ height: HEIGHT }}>{props.children}</div>;
}

function CourseChart(props: {
  readonly outlook: OutlookDto;
  readonly points: readonly CoursePointDto[];
  readonly name: string;
}) {
  const { t, format } = useText();
  const { outlook, points, name } = props;
  const build = useCallback(
    (style: ChartStyle) => forecastLine(specOf(outlook, points, t, format), style),
    [outlook, points, t, format],
  );
  const writeShare = format.percents(points.map(({ share }) => share));
  return (
    <Chart
      endsAtCut
      label={t('forecast.chart', { name })}
      height={HEIGHT}
      build={build}
      table={{
        columns: [t('forecast.chart.day'), t('forecast.chart.actual')],
        rows: points.map((point) => [format.date(point.day), writeShare(point.share)]),
      }}
    />
  );
}

type Text = ReturnType<typeof useText>;

function specOf(
  outlook: OutlookDto,
  points: readonly CoursePointDto[],
  t: Text['t'],
  format: Text['format'],
) {
  const { completion, earliest, latest, deadline } = outlook;
  return {
    points,
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
    writeShare: (share: number) => format.percent(share),
    writeDay: (day: string) => format.date(day),
  };
}
