import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { Chart } from '#renderer/charts/Chart.tsx';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import type { Answers } from '#shared/contract/contract.ts';
import type { OutlookDto } from '#shared/contract/forecast.ts';
import { courseChart } from './course-chart.ts';

const HEIGHT = '16rem';

/** How far it came cut by cut, and what is expected of the weeks that a forecast was tested for. */
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
  return <CourseChart outlook={props.outlook} course={query.data} name={props.name} />;
}

function Frame(props: { readonly children: ReactNode }) {
  return <div style={{ height: HEIGHT }}>{props.children}</div>;
}

function CourseChart(props: {
  readonly outlook: OutlookDto;
  readonly course: Answers['forecast']['course'];
  readonly name: string;
}) {
  const text = useText();
  const { outlook, course, name } = props;
  const chart = useMemo(() => courseChart(outlook, course, name, text), [outlook, course, name, text]);
  return <Chart chart={chart} height={HEIGHT} />;
}
