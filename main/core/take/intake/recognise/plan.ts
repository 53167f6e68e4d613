import { columnName } from '#main/core/files/workbook/place.ts';
import type { ColumnLayout } from './column.ts';
import type { Base } from './denominators.ts';
import type { Layout } from './layout.ts';
import type { Meaning } from './meaning.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Columns (0-based, -1 = none) of one figure. `indicator` is null in the long shape: the row names it. */
export interface FigureColumnsPlan {
  readonly indicator: string | null;
  /** The month that their headers name, as it is written; null where the row says it, or the file. */
  readonly cut: string | null;
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly note: number;
  readonly isPercent: boolean;
}

/** A layout made ready for reading rows. */
export interface RowPlan {
  readonly unitCode: number;
  readonly unitName: number;
  readonly province: number;
  readonly district: number;
  readonly cut: number;
  readonly indicator: number;
  readonly figures: readonly FigureColumnsPlan[];
}

/** The plan of a layout; suggested columns count only when a person has confirmed them. */
export function planRows(layout: Layout): RowPlan {
  const columns = layout.columns.flatMap((column): PlannedColumn[] => {
    const meaning = takenMeaning(column);
    return meaning === null ? [] : [{ index: column.index, cut: column.cut, meaning }];
  });
  const find = (role: Meaning['role']): number =>
    columns.find(({ meaning }) => meaning.role === role)?.index ?? -1;
  const province = find('province');
  return {
    unitCode: find('unitCode'),
    unitName: find('unitName'),
    province: province >= 0 ? province : find('provinceCode'),
    district: find('district'),
    cut: find('cut'),
    indicator: find('indicator'),
    figures: layout.shape === 'long' ? [longFigure(columns)] : wideFigures(columns),
  };
}

function takenMeaning(column: ColumnLayout): Meaning | null {
  return column.certainty === 'suggested' || column.certainty === 'none' ? null : column.meaning;
}

type PlannedColumn = { readonly index: number; readonly cut: string | null; readonly meaning: Meaning };

function longFigure(columns: readonly PlannedColumn[]): FigureColumnsPlan {
  return figureOf(
    { indicator: null, cut: null },
    columns.filter(({ meaning }) => !('indicator' in meaning) || meaning.indicator === null),
  );
}

function wideFigures(columns: readonly PlannedColumn[]): FigureColumnsPlan[] {
  const figures = columns.flatMap((column) => {
    const indicator = 'indicator' in column.meaning ? column.meaning.indicator : null;
    return indicator === null ? [] : [{ ...column, indicator }];
  });
  // A note of the whole row stands beside each of its figures.
  const note = columns.filter(({ meaning }) => meaning.role === 'note' && meaning.indicator === null);
  const groups = Map.groupBy(figures, ({ indicator, cut }) => `${indicator} ${cut ?? ''}`);
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [figureOf(first, [first, ...others, ...note])],
  );
}

function figureOf(
  { indicator, cut }: Pick<FigureColumnsPlan, 'indicator' | 'cut'>,
  columns: readonly PlannedColumn[],
): FigureColumnsPlan {
  const find = (role: string): number => columns.find(({ meaning }) => meaning.role === role)?.index ?? -1;
  const value = columns.find(({ meaning }) => meaning.role === 'value');
  return {
    ...{ indicator, cut },
    value: value?.index ?? -1,
    numerator: find('numerator'),
    denominator: find('denominator'),
    note: find('note'),
    isPercent: value !== undefined && 'isPercent' in value.meaning && value.meaning.isPercent,
  };
}

/** A number of things of which the table does not say what share it is; what can be the whole of it. */
export interface BaseAsked {
  readonly indicator: string;
  readonly cut: string | null;
  readonly numerator: ColumnLayout;
  readonly candidates: readonly ColumnLayout[];
}

/** Id of the question what a number of things is a share of; answered with a column, or with `NO_BASE`. */
export const baseQuestionId = (
  { indicator, cut }: Pick<FigureColumnsPlan, 'indicator' | 'cut'>,
  sheet: string,
): string => `base:${sheet}|${indicator ?? ''}${cut === null ? '' : `|${cut}`}`;
export const NO_BASE = 'none';

/**
 * Gives each share that has no denominator of its own the column that its definition names: one column may serve several.
 * Where the definition names none of the table, a person is asked, and the share is left out until then.
 */
export function withBases(
  plan: RowPlan,
  { columns, shape }: Layout,
  { bases, indicators }: Pick<Vocabulary, 'bases' | 'indicators'>,
  sheet: string,
  answers: ReadonlyMap<string, string>,
): { readonly plan: RowPlan; readonly asked: readonly BaseAsked[] } {
  if (shape === 'long') return { plan, asked: [] };
  const asked: BaseAsked[] = [];
  const wholes = columns.flatMap((column) => {
    const meaning = takenMeaning(column);
    return meaning !== null && isWhole(meaning, indicators) ? [{ ...column, meaning }] : [];
  });
  const figures = plan.figures.flatMap((figure): FigureColumnsPlan[] => {
    const { indicator, cut, numerator, denominator } = figure;
    const isShare = indicator !== null && indicators.get(indicator)?.kind === 'ratio';
    if (!isShare || numerator < 0 || denominator >= 0) return [figure];
    const base = bases.get(indicator);
    // What is counted of one month is no share of another's.
    const own = wholes.find((one) => base !== undefined && isOf(one.meaning, base) && one.cut === cut);
    const answer = answers.get(baseQuestionId(figure, sheet));
    const column = own ?? wholes.find(({ index }) => columnName(index) === answer);
    if (column !== undefined) return [{ ...figure, denominator: column.index }];
    const counted = columns.find(({ index }) => index === numerator);
    if (answer === NO_BASE) return figure.value < 0 ? [] : [{ ...figure, numerator: -1 }];
    if (counted !== undefined)
      asked.push({ indicator, cut, numerator: counted, candidates: wholes.filter((one) => one.cut === cut) });
    return [];
  });
  return { plan: { ...plan, figures }, asked };
}

/** Counts a whole: an indicator that is a number, or what shares are of. */
const isWhole = (meaning: Meaning, indicators: Vocabulary['indicators']): boolean =>
  meaning.role === 'base' ||
  (meaning.role === 'value' && indicators.get(meaning.indicator ?? '')?.kind === 'count');

const isOf = (meaning: Meaning, { key, indicator }: Base): boolean =>
  meaning.role === 'base' ? meaning.of === key : 'indicator' in meaning && meaning.indicator === indicator;
