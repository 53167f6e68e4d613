import type { EChartsOption } from 'echarts';
import { useText } from '#renderer/ground/text.tsx';
import { TableMenu } from '#renderer/tables/TableMenu.tsx';
import type { FileColumn } from '#renderer/tables/table-file.ts';
import { specFromOption } from '#shared/charts/option-spec.ts';
import { type ChartStyle, chartStyle } from '#shared/charts/style.ts';
import type { ChartTable } from './Chart.tsx';

/** The figures behind a chart as a file: bare numbers, holes left holes. */
export function ChartFigures(props: {
  readonly label: string;
  readonly build: (style: ChartStyle) => EChartsOption;
  readonly table: ChartTable;
}) {
  const { t } = useText();
  const { label, table } = props;
  const isShare = table.rows.some((row) => row[1]?.includes('%') === true);
  const spec = specFromOption(props.build(chartStyle('light')), label, isShare);
  if (spec === null) return null;
  const columns: FileColumn<number>[] = [
    { header: table.columns[0] ?? t('chart.asTable'), value: (at) => spec.categories[at] ?? null },
    ...spec.series.map((series, place) => ({
      header: series.name === '' ? (table.columns[place + 1] ?? label) : series.name,
      value: (at: number) => series.values[at] ?? null,
      // Counts may be means: two places show both.
      format: isShare ? ('percent' as const) : ('decimal' as const),
    })),
  ];
  const rows = spec.categories.map((_, at) => at);
  return <TableMenu title={label} columns={columns} rows={() => rows} count={rows.length} />;
}
