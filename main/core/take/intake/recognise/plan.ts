import type { ColumnLayout, Layout } from './layout.ts';
import { type Meaning, meaningFromKey } from './meaning.ts';
import { foldHeader } from './vocabulary.ts';

/** Columns (0-based, -1 = none) of one figure. `indicator` is null in the long shape: the row names it. */
export interface FigureColumnsPlan {
  readonly indicator: string | null;
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
  readonly cut: number;
  readonly indicator: number;
  readonly figures: readonly FigureColumnsPlan[];
}

/** Id under which a person's choice for a column is kept. */
export function columnQuestionId(header: string): string {
  return `column:${foldHeader(header)}`;
}

/** The plan of a layout; suggested columns count only when a person has confirmed them in `answers`. */
export function planRows(layout: Layout, answers: ReadonlyMap<string, string>): RowPlan {
  const columns = layout.columns.flatMap((column): { index: number; meaning: Meaning }[] => {
    const meaning = chosenMeaning(column, answers);
    return meaning === null ? [] : [{ index: column.index, meaning }];
  });
  const find = (role: Meaning['role']): number =>
    columns.find(({ meaning }) => meaning.role === role)?.index ?? -1;
  const province = find('province');
  return {
    unitCode: find('unitCode'),
    unitName: find('unitName'),
    province: province >= 0 ? province : find('provinceCode'),
    cut: find('cut'),
    indicator: find('indicator'),
    figures: layout.shape === 'long' ? [longFigure(columns)] : wideFigures(columns),
  };
}

function chosenMeaning(column: ColumnLayout, answers: ReadonlyMap<string, string>): Meaning | null {
  const answer = answers.get(columnQuestionId(column.header));
  if (answer !== undefined) return meaningFromKey(answer);
  return column.certainty === 'suggested' || column.certainty === 'none' ? null : column.meaning;
}

type PlannedColumn = { readonly index: number; readonly meaning: Meaning };

function longFigure(columns: readonly PlannedColumn[]): FigureColumnsPlan {
  return figureOf(
    null,
    columns.filter(({ meaning }) => !('indicator' in meaning) || meaning.indicator === null),
  );
}

function wideFigures(columns: readonly PlannedColumn[]): FigureColumnsPlan[] {
  const byIndicator = new Map<string, PlannedColumn[]>();
  for (const column of columns) {
    if (!('indicator' in column.meaning) || column.meaning.indicator === null) continue;
    const list = byIndicator.get(column.meaning.indicator);
    if (list === undefined) byIndicator.set(column.meaning.indicator, [column]);
    else list.push(column);
  }
  // A note of the whole row stands beside each of its figures.
  const note = columns.filter(({ meaning }) => meaning.role === 'note' && meaning.indicator === null);
  return [...byIndicator].map(([indicator, own]) => figureOf(indicator, [...own, ...note]));
}

function figureOf(indicator: string | null, columns: readonly PlannedColumn[]): FigureColumnsPlan {
  const find = (role: string): number => columns.find(({ meaning }) => meaning.role === role)?.index ?? -1;
  const value = columns.find(({ meaning }) => meaning.role === 'value');
  return {
    indicator,
    value: value?.index ?? -1,
    numerator: find('numerator'),
    denominator: find('denominator'),
    note: find('note'),
    isPercent: value !== undefined && 'isPercent' in value.meaning && value.meaning.isPercent,
  };
}
