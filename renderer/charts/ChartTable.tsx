import { useText } from '#renderer/ground/text.tsx';
import { TableMenu } from '#renderer/tables/TableMenu.tsx';
import { chartColumns, chartRows } from '#shared/charts/reading.ts';
import type { ChartSpec } from '#shared/charts/spec.ts';
import classes from './Chart.module.css';

/** The figures of a chart as a table, and as a file: bare numbers there, holes left holes. */
export function ChartTable({ chart }: { readonly chart: ChartSpec }) {
  const { format } = useText();
  const { title, asOf } = chart;
  const columns = chartColumns(chart, format);
  const rows = chart.axis.points.map((_, at) => at);
  const file = columns.map(({ name, format: kind, values }) => ({
    header: name,
    // Counts may be means: two places show both.
    format: kind === 'integer' ? ('decimal' as const) : kind,
    value: (at: number) => values[at] ?? null,
  }));
  return (
    <>
      <TableMenu title={title} columns={file} rows={() => rows} count={rows.length} cut={asOf} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={classes.table} tabIndex={0} aria-label={title}>
        <table>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              {columns.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {chartRows(chart, format).map((row) => (
              <tr key={row[0]}>
                {row.map((cell, at) => (
                  <td key={columns[at]?.name}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
