import { columnName } from '#main/core/files/workbook/place.ts';
import { foldHeader } from './fold-header.ts';
import { type Meaning, meaningFromKey } from './meaning.ts';
import { monthIn, withoutMonth } from './months.ts';

/** `chosen`: a person said so of this file; `recipe`: of one of its shape. */
export type Certainty = 'chosen' | 'recipe' | 'certain' | 'remembered' | 'suggested' | 'none';

export interface ColumnLayout {
  /** 0-based. */
  readonly index: number;
  readonly header: string;
  /** The month that its header names, as it is written; null where it names none. */
  readonly cut: string | null;
  readonly meaning: Meaning;
  readonly certainty: Certainty;
  readonly candidates: readonly Meaning[];
  /** Id under which a person's choice for it is kept. */
  readonly questionId: string;
}

const COLUMN = 'column:';

/** The header that an answer about a column is remembered by; null where it is about one place of one table. */
export function headerOfColumnAnswer(id: string): string | null {
  const header = id.startsWith(COLUMN) ? id.slice(COLUMN.length) : '';
  return header === '' || header.includes('@') ? null : header;
}

/**
 * A column is asked about by its header, and by its letter too where it has none, or one that another has as well. One
 * header below several months is one question.
 */
export function withQuestionIds(columns: readonly ColumnLayout[]): ColumnLayout[] {
  const headers = Map.groupBy(columns, ({ header }) => foldHeader(withoutMonth(header)));
  return columns.map((column) => {
    const header = foldHeader(withoutMonth(column.header));
    const same = headers.get(header) ?? [];
    const isAlone = header !== '' && isOneAMonth(same) && !isMonthAlone(column);
    return { ...column, questionId: `${COLUMN}${header}${isAlone ? '' : `@${letterOf(column, same)}`}` };
  });
}

const isOneAMonth = (same: readonly ColumnLayout[]): boolean =>
  new Set(same.map(({ cut }) => cut)).size === same.length;

/** What stands below nothing but months is another thing in each table: no answer about it is remembered. */
const isMonthAlone = ({ header }: ColumnLayout): boolean => monthIn(header)?.rest === '';

const letterOf = (column: ColumnLayout, same: readonly ColumnLayout[]): string =>
  columnName(isMonthAlone(column) && isOneAMonth(same) ? (same[0]?.index ?? column.index) : column.index);

/** What a person said that a column is, of this file or in its recipe; rates below a header with % stay percents. */
export function withAnswers(
  columns: readonly ColumnLayout[],
  answers: ReadonlyMap<string, string>,
  { indicators }: { readonly indicators: ReadonlyMap<string, unknown> },
  recipe?: ReadonlyMap<string, string>,
): ColumnLayout[] {
  // A plan that has changed since, or a slip of a command: an indicator that is none says nothing.
  const isKnown = (meaning: Meaning): boolean =>
    !('indicator' in meaning) || meaning.indicator === null || indicators.has(meaning.indicator);
  return columns.map((column) => {
    const answer = answers.get(column.questionId);
    const key = answer ?? recipe?.get(columnName(column.index));
    const meaning = key === undefined ? null : meaningFromKey(key);
    if (meaning === null || !isKnown(meaning)) return column;
    const isRate = meaning.role === 'value' && column.header.includes('%');
    const chosen = isRate ? { ...meaning, isPercent: true } : meaning;
    return {
      ...column,
      meaning: chosen,
      certainty: answer === undefined ? 'recipe' : 'chosen',
      candidates: [],
    };
  });
}
