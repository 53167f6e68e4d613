import { columnName } from '#main/core/files/workbook/place.ts';
import { foldHeader } from './fold-header.ts';
import { type Meaning, meaningFromKey } from './meaning.ts';

/** `chosen`: a person said so of this file; `recipe`: of one of its shape. */
export type Certainty = 'chosen' | 'recipe' | 'certain' | 'remembered' | 'suggested' | 'none';

export interface ColumnLayout {
  /** 0-based. */
  readonly index: number;
  readonly header: string;
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

/** A column is asked about by its header, and by its letter too where it has none, or one that another has as well. */
export function withQuestionIds(columns: readonly ColumnLayout[]): ColumnLayout[] {
  const headers = Map.groupBy(columns, ({ header }) => foldHeader(header));
  return columns.map((column) => {
    const header = foldHeader(column.header);
    const isAlone = header !== '' && headers.get(header)?.length === 1;
    return { ...column, questionId: `${COLUMN}${header}${isAlone ? '' : `@${columnName(column.index)}`}` };
  });
}

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
