import { type CSSProperties, useMemo } from 'react';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { TableMenu } from '#renderer/tables/TableMenu.tsx';
import type { DifficultyReport } from './difficulty-types.ts';
import classes from './HeatMatrix.module.css';
import { changeFilter, type DifficultyFilter } from './use-difficulty-filter.ts';

type Category = DifficultyReport['categories'][number];

/** The open difficulties of a category in a province, and the provinces in the order of their names. */
function useMatrix(report: DifficultyReport) {
  const { locale } = useText();
  const names = useNames();
  return useMemo(() => {
    const collator = new Intl.Collator(locale);
    const codes = [...new Set(report.matrix.map((cell) => cell.province))];
    const counts = new Map(
      report.matrix.map(({ category, province, open }) => [`${category}|${province}`, open]),
    );
    return {
      provinces: codes.sort((left, right) => collator.compare(names.shortName(left), names.shortName(right))),
      top: Math.max(1, ...counts.values()),
      countOf: (category: string, province: string): number => counts.get(`${category}|${province}`) ?? 0,
    };
  }, [report.matrix, names, locale]);
}

/** Categories x provinces with the number of open difficulties; the darker the more. A cell filters the lists. */
export function HeatMatrix(props: { readonly report: DifficultyReport; readonly filter: DifficultyFilter }) {
  const { t, pick } = useText();
  const names = useNames();
  const { report, filter } = props;
  const { provinces, top, countOf } = useMatrix(report);
  return (
    <>
      <TableMenu
        title={t('difficulties.matrix')}
        rows={() => report.categories}
        count={report.categories.length}
        columns={[
          { header: t('difficulties.category'), value: pick },
          ...provinces.map((code) => ({
            header: names.shortName(code),
            value: (row: Category) => countOf(row.code, code),
            format: 'integer' as const,
          })),
          { header: t('difficulties.open'), value: (row) => row.open, format: 'integer' },
        ]}
      />
      <table className={classes.matrix}>
        <caption className="visually-hidden">{t('difficulties.matrix.caption')}</caption>
        <Head provinces={provinces} />
        <tbody>
          {report.categories.map((category) => (
            <tr key={category.code} aria-selected={filter.category === category.code || undefined}>
              <CategoryHead category={category} filter={filter} />
              {provinces.map((code) => (
                <td key={code}>
                  <Cell
                    category={category.code}
                    province={code}
                    count={countOf(category.code, code)}
                    top={top}
                    categoryName={pick(category)}
                    provinceName={names.shortName(code)}
                    isChosen={filter.category === category.code && filter.province === code}
                  />
                </td>
              ))}
              <td className={classes.total}>{category.open}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Head({ provinces }: { readonly provinces: readonly string[] }) {
  const { t } = useText();
  const names = useNames();
  return (
    <thead>
      <tr>
        <td />
        {provinces.map((code) => (
          <th key={code} scope="col">
            <span>{names.shortName(code)}</span>
          </th>
        ))}
        <th scope="col">
          <span>{t('difficulties.open')}</span>
        </th>
      </tr>
    </thead>
  );
}

/** The name of a category, which filters the lists by it alone. */
function CategoryHead({
  category,
  filter,
}: {
  readonly category: Category;
  readonly filter: DifficultyFilter;
}) {
  const { pick } = useText();
  const isChosen = filter.category === category.code;
  return (
    <th scope="row">
      <button
        type="button"
        aria-pressed={isChosen && filter.province === null}
        onClick={() => changeFilter({ category: isChosen ? null : category.code, province: null })}
      >
        {pick(category)}
      </button>
    </th>
  );
}

/** From this share of the highest count on the ground is dark and its figure white. */
const STRONG = 0.7;

/** How much of the dark colour a cell has; between 70 and 85 % neither ink reaches 4.5:1 on it. */
const heatOf = (share: number): number =>
  share > STRONG ? 85 + ((share - STRONG) / (1 - STRONG)) * 15 : 15 + share * 75;

function Cell(props: {
  readonly category: string;
  readonly province: string;
  readonly count: number;
  readonly top: number;
  readonly categoryName: string;
  readonly provinceName: string;
  readonly isChosen: boolean;
}) {
  const { t } = useText();
  const { count, top, isChosen } = props;
  if (count === 0) return <span className={classes.empty} />;
  const words = { category: props.categoryName, province: props.provinceName, count };
  const label = t('difficulties.cell', words);
  return (
    <button
      type="button"
      className={classes.cell}
      style={{ '--heat': `${heatOf(count / top)}%` } as CSSProperties}
      data-strong={count / top > STRONG || undefined}
      aria-pressed={isChosen}
      aria-label={label}
      title={label}
      onClick={() =>
        changeFilter(
          isChosen
            ? { category: null, province: null }
            : { category: props.category, province: props.province },
        )
      }
    >
      {count}
    </button>
  );
}
