import { type Names, useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import { TableMenu } from '#renderer/tables/TableMenu.tsx';
import type { FileColumn } from '#renderer/tables/table-file.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { figureWriter, MEAN_DIGITS } from '#shared/text/figure-writer.ts';
import { writtenDifference } from '#shared/text/format.ts';
import { monthName } from '#shared/text/reason-text.ts';
import type { Category, DifficultyReport } from './difficulty-types.ts';
import classes from './Explained.module.css';

/** The indicators each category explains: their value where it is reported beside the country's. */
export function Explained(props: { readonly report: DifficultyReport; readonly chosen: string | null }) {
  const text = useText();
  const names = useNames();
  const { t } = text;
  const { categories, figuresCut } = props.report;
  const month = monthName(figuresCut, text);
  const shown = categories.filter(
    (category) =>
      category.indicators.length > 0 &&
      (props.chosen === null ? category.open > 0 : category.code === props.chosen),
  );
  const lines = shown.flatMap((category) =>
    category.indicators.map((indicator) => ({ category, indicator })),
  );
  return (
    <Panel
      title={t('difficulties.explains')}
      note={t('difficulties.explains.note', { month: month ?? 'none' })}
      flush
      scrolls
    >
      <TableMenu
        title={t('difficulties.explains')}
        rows={() => lines}
        count={lines.length}
        columns={fileColumns(text, names, month)}
      />
      <table className={classes.table}>
        <caption className="visually-hidden">{t('difficulties.explains')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('difficulties.category')}</th>
            <th scope="col" data-numeric>
              {t('difficulties.explains.affected')}
            </th>
            <th scope="col" data-numeric>
              {t('difficulties.explains.country')}
            </th>
            <th scope="col" data-numeric>
              {t('difficulties.explains.difference')}
            </th>
          </tr>
        </thead>
        {shown.map((category) => (
          <CategoryRows key={category.code} category={category} />
        ))}
      </table>
    </Panel>
  );
}

interface Line {
  readonly category: Category;
  readonly indicator: Category['indicators'][number];
}

/** The month stands beside outputs only: criteria are those of the cut. */
function fileColumns({ t, pick }: Text, names: Names, month: string | null): FileColumn<Line>[] {
  const isOutput = ({ indicator }: Line): boolean => names.indicator(indicator.code)?.kind !== 'criterion';
  return [
    { header: t('difficulties.category'), value: ({ category }) => pick(category) },
    { header: t('difficulties.open'), value: ({ category }) => category.open, format: 'integer' },
    { header: t('units.outputs.indicator'), value: ({ indicator }) => pick(indicator) },
    {
      header: t('difficulties.explains.affected'),
      value: ({ indicator }) => indicator.value,
      format: 'decimal',
      empty: () => 'notReported',
    },
    {
      header: t('difficulties.explains.country'),
      value: ({ indicator }) => indicator.country,
      format: 'decimal',
      empty: () => 'notReported',
    },
    { header: t('cutKind.month'), value: (line) => (isOutput(line) ? month : null) },
  ];
}

function CategoryRows({ category }: { readonly category: Category }) {
  const { t, pick, format } = useText();
  const names = useNames();
  const kindOf = (code: string) => names.indicator(code)?.kind ?? 'ratio';
  const written = figureWriter(
    category.indicators.flatMap(({ code, value, country }) =>
      [value, country].map((one) => ({ kind: kindOf(code), value: one })),
    ),
    format,
  );
  const write = (kind: string, value: number | null) =>
    value === null ? t('empty.noData') : written({ kind, value });
  return (
    <tbody>
      <tr className={classes.category}>
        <th scope="rowgroup" colSpan={4}>
          {pick(category)}
          <small>
            {t('difficulties.open')} {format.number(category.open)}
            {category.medianAgeDays !== null &&
              ` · ${t('difficulties.age.median')} ${t('difficulties.age.days', { days: category.medianAgeDays })}`}
          </small>
        </th>
      </tr>
      {category.indicators.map((indicator) => {
        const kind = kindOf(indicator.code);
        const isCount = kind === 'count';
        const { value, country } = indicator;
        const difference = writtenDifference(value, country, isCount ? MEAN_DIGITS : undefined);
        return (
          <tr key={indicator.code}>
            <th scope="row">
              <AppLink to={`/chi-tieu/${indicator.code}`}>{pick(indicator)}</AppLink>
            </th>
            <td data-numeric>{write(kind, value)}</td>
            <td data-numeric>{write(kind, country)}</td>
            <td data-numeric data-sign={Math.sign(difference ?? 0)}>
              {isCount ? format.signed(difference, MEAN_DIGITS) : format.signedPoints(difference)}
            </td>
          </tr>
        );
      })}
    </tbody>
  );
}
