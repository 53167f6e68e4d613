import { columnName } from '#main/core/files/workbook/place.ts';
import { type Problem, problem } from '../problem.ts';
import type { Cell, Row } from '../read/table.ts';
import { type HeaderRows, NOTHING_CHOSEN, type SheetChoices } from './chosen.ts';
import { type ColumnLayout, withAnswers, withQuestionIds } from './column.ts';
import { foldHeader } from './fold-header.ts';
import { suggestMeanings } from './header.ts';
import { type Meaning, meaningKey } from './meaning.ts';
import { monthIn, withoutMonth, withYear } from './months.ts';
import {
  bestOf,
  type Header,
  headersOf,
  isHomeless,
  isNumberLike,
  type RememberedColumns,
  readHeader,
} from './read-header.ts';
import { textOf } from './text-of.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How a sheet is laid out; rows up to `lastHeaderRow` (as numbered in the file) hold no figures. */
export interface Layout {
  readonly shape: 'wide' | 'long';
  readonly header: HeaderRows;
  readonly lastHeaderRow: number;
  readonly columns: readonly ColumnLayout[];
}

/** As many rows as a header can be searched in: titles, addressees and dates stand above it. */
export const HEADER_SEARCH_ROWS = 40;

export interface Recognition {
  readonly layout: Layout | null;
  readonly problems: readonly Problem[];
}

/** What a header is read with. */
export interface LayoutWords {
  readonly vocabulary: Vocabulary;
  readonly remembered: RememberedColumns;
  /** What a person has said of columns, by the ids of their questions. */
  readonly answers: ReadonlyMap<string, string>;
  /** What a person has said of the sheet's rows. */
  readonly choices?: SheetChoices;
}

/**
 * Finds the header among the first rows of a sheet and what each column means. No layout when no row names both a
 * unit and a figure, unless a person has said which rows are the header. Uncertain columns are questions, unknown ones
 * warnings.
 */
export function recogniseLayout(
  rows: readonly Row[],
  { vocabulary, remembered, answers, choices = NOTHING_CHOSEN }: LayoutWords,
  sheet: string | null = null,
): Recognition {
  const best =
    choices.header === null
      ? foundHeader(rows, vocabulary, remembered)
      : chosenHeader(rows, choices.header, vocabulary, remembered);
  if (best === null) {
    return { layout: null, problems: [problem('error', 'HEADER_NOT_FOUND', {}, { sheet })] };
  }
  const titles = rows.slice(0, best.first).flatMap(({ cells }) => cells.map(textOf));
  const asked = withQuestionIds(best.columns).map((column) => withCutYear(column, titles));
  const said = withAnswers(asked, answers, vocabulary, choices.columns);
  const isLong = said.some(({ meaning }) => meaning.role === 'indicator');
  const columns = said.map((column) =>
    withCandidates(isLong ? column : withoutHomelessPart(column), vocabulary, titles),
  );
  const rowAt = (index: number): number => rows[index]?.row ?? 0;
  const { firstRow } = choices;
  const lastHeaderRow = firstRow === null ? lastHeader(rows, best.last, vocabulary) : firstRow - 1;
  const header = { first: rowAt(best.first), last: rowAt(best.last) };
  const layout: Layout = { shape: isLong ? 'long' : 'wide', header, lastHeaderRow, columns };
  return { layout, problems: columnProblems(columns, vocabulary, header.last, sheet) };
}

function foundHeader(
  rows: readonly Row[],
  vocabulary: Vocabulary,
  remembered: RememberedColumns,
): Header | null {
  const headers = headersOf(rows.slice(0, HEADER_SEARCH_ROWS), vocabulary, remembered);
  return bestOf(headers, isUsable) ?? bestOf(headers, (header) => mayBeUsable(header, vocabulary));
}

/** The header that a person named; null where the first rows of the sheet do not have it. */
function chosenHeader(
  rows: readonly Row[],
  { first, last }: HeaderRows,
  vocabulary: Vocabulary,
  remembered: RememberedColumns,
): Header | null {
  const own = rows.filter(({ row }) => row >= first && row <= last);
  const lower = own.at(-1);
  if (lower === undefined) return null;
  const at = { first: rows.indexOf(own[0] ?? lower), last: rows.indexOf(lower) };
  return readHeader(
    own.map(({ cells }) => cells),
    at,
    vocabulary,
    remembered,
  );
}

/** Whether a row below the header names the columns anew: a unit, and a figure or more, and nothing is a number. */
export function isHeaderRow(cells: readonly Cell[], vocabulary: Vocabulary): boolean {
  if (cells.some((cell) => typeof cell === 'number' || isNumberLike(textOf(cell)))) return false;
  const header = readHeader([cells], { first: 0, last: 0 }, vocabulary, new Map());
  return header.score > 2 && isUsable(header);
}

function isUsable({ columns }: Header): boolean {
  const has = (test: (meaning: Meaning) => boolean): boolean => columns.some(({ meaning }) => test(meaning));
  const hasUnit = has(({ role }) => role === 'unitCode' || role === 'unitName');
  const isLong = has(({ role }) => role === 'indicator');
  return (
    hasUnit &&
    has(
      (meaning) =>
        'indicator' in meaning && meaning.role !== 'note' && (isLong || meaning.indicator !== null),
    )
  );
}

/** A header that names units, and columns of which a person can say what they are. */
function mayBeUsable({ columns }: Header, vocabulary: Vocabulary): boolean {
  const hasUnit = columns.some(({ meaning: { role } }) => role === 'unitCode' || role === 'unitName');
  return hasUnit && columns.some((column) => withCandidates(column, vocabulary).certainty === 'suggested');
}

// Behind the header may stand our own row of codes, or the numbers of the columns: (1), (2), (3).
function lastHeader(rows: readonly Row[], last: number, vocabulary: Vocabulary): number {
  let at = last;
  while (at + 1 < rows.length && isFurtherHeader(rows[at + 1]?.cells ?? [], vocabulary)) at += 1;
  return rows[at]?.row ?? 0;
}

function isFurtherHeader(cells: readonly Cell[], vocabulary: Vocabulary): boolean {
  const texts = cells.map(textOf).filter((text) => text !== '');
  if (texts.length < 2) return false;
  const named = texts.filter((text) => !isNumberLike(text) && vocabulary.exact.has(foldHeader(text)));
  if (named.length * 2 > texts.length) return true;
  const numbers = texts.map((text) => /^[([]?(\d{1,3})[)\]]?(?:\s*=.*)?$/.exec(text)?.[1]);
  const counted = numbers.filter((number) => number !== undefined).map(Number);
  return (
    counted.length >= 3 &&
    counted.length >= texts.length - 3 &&
    counted.every((number, index) => index === 0 || number === (counted[index - 1] ?? 0) + 1)
  );
}

/** What a part of nothing is a part of was not understood. */
const withoutHomelessPart = (column: ColumnLayout): ColumnLayout =>
  isHomeless(column) ? { ...column, meaning: { role: 'unknown' }, certainty: 'none' } : column;

const withCutYear = (column: ColumnLayout, titles: readonly string[]): ColumnLayout =>
  column.cut === null ? column : { ...column, cut: withYear(column.cut, titles) };

function withCandidates(
  column: ColumnLayout,
  vocabulary: Vocabulary,
  titles: readonly string[] = [],
): ColumnLayout {
  if (column.certainty !== 'none' || column.header === '') return column;
  const isMonthAlone = column.cut !== null && monthIn(column.header)?.rest === '';
  const candidates = isMonthAlone
    ? figuresOfTitle(titles, vocabulary)
    : suggestMeanings(withoutMonth(column.header), vocabulary);
  const [first] = candidates;
  return first === undefined ? column : { ...column, meaning: first, certainty: 'suggested', candidates };
}

/** What columns of nothing but months may hold: what is counted, first what the texts above the table speak of. */
function figuresOfTitle(titles: readonly string[], { indicators, phrases }: Vocabulary): Meaning[] {
  const text = ` ${titles.map(foldHeader).join(' ')} `;
  const isNamed = (code: string): boolean =>
    phrases.some(
      ({ words, meaning }) =>
        'indicator' in meaning && meaning.indicator === code && text.includes(` ${[...words].join(' ')} `),
    );
  return [...indicators.values()]
    .filter(({ kind }) => kind !== 'criterion')
    .toSorted((left, right) => Number(isNamed(right.code)) - Number(isNamed(left.code)))
    .map(({ code }) => ({ role: 'value', indicator: code, isPercent: false }));
}

function columnProblems(
  columns: readonly ColumnLayout[],
  { indicators }: Vocabulary,
  row: number,
  sheet: string | null,
): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  for (const { index, header, cut, meaning, certainty, candidates } of columns) {
    const column = columnName(index);
    const place = { sheet, row, column };
    if (certainty === 'none' && header !== '')
      problems.push(problem('warning', 'COLUMN_UNKNOWN', { header }, place));
    if (certainty === 'suggested') {
      const options = candidates.map((candidate) =>
        'indicator' in candidate ? (indicators.get(candidate.indicator ?? '')?.name ?? '') : candidate.role,
      );
      problems.push(
        problem('question', 'COLUMN_SUGGESTED', { header, candidates: options.join(', ') }, place),
      );
    }
    if (meaning.role === 'unknown' || meaning.role === 'ignored' || certainty === 'none') continue;
    const key = `${meaningKey(meaning)} ${cut ?? ''}`;
    const first = seen.get(key);
    if (first !== undefined) problems.push(problem('error', 'COLUMN_TWICE', { header, first }, place));
    else seen.set(key, column);
  }
  return problems;
}
