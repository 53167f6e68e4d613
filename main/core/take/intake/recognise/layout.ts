import { columnName } from '#main/core/files/workbook/place.ts';
import { type Problem, problem } from '../problem.ts';
import type { Cell, Row } from '../read/table.ts';
import { type HeaderRows, NOTHING_CHOSEN, type SheetChoices } from './chosen.ts';
import { type ColumnLayout, withAnswers, withQuestionIds } from './column.ts';
import { foldHeader } from './fold-header.ts';
import { meaningOfPair, suggestMeanings } from './header.ts';
import { type Meaning, meaningKey } from './meaning.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How a sheet is laid out; rows up to `lastHeaderRow` (as numbered in the file) hold no figures. */
export interface Layout {
  readonly shape: 'wide' | 'long';
  readonly header: HeaderRows;
  readonly lastHeaderRow: number;
  readonly columns: readonly ColumnLayout[];
}

/** Meanings a person chose before for this sender, by folded header. */
export type RememberedColumns = ReadonlyMap<string, Meaning>;

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
  const said = withAnswers(withQuestionIds(best.columns), answers, vocabulary, choices.columns);
  const isLong = said.some(({ meaning }) => meaning.role === 'indicator');
  const columns = said.map((column) =>
    withCandidates(isLong ? column : withoutHomelessPart(column), vocabulary),
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
  return readHeader(joinRows(own.slice(0, -1)), lower.cells, at, vocabulary, remembered);
}

/** Rows of a header above its last: of each column the lowest text, a merged one in each column that it spans. */
function joinRows(rows: readonly Row[]): readonly Cell[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const lowest: string[] = [];
  for (const [at, { cells }] of rows.entries()) {
    let text = '';
    for (let column = 0; column < width; column += 1) {
      // What stands above begins another group there.
      const isOther = rows.slice(0, at).some((above) => textOf(above.cells[column]) !== '');
      text = textOf(cells[column]) || (isOther ? '' : text);
      if (text !== '') lowest[column] = text;
    }
  }
  return Array.from({ length: width }, (_, column) => lowest[column] ?? null);
}

interface Header {
  readonly columns: readonly ColumnLayout[];
  /** Positions of its rows. */
  readonly first: number;
  readonly last: number;
  readonly score: number;
}

/** Each row read as a header, by itself and with the row above it. */
function headersOf(rows: readonly Row[], vocabulary: Vocabulary, remembered: RememberedColumns): Header[] {
  const empty: readonly Cell[] = [];
  return rows.flatMap((row, index) => {
    const above = rows[index - 1];
    // A title above the only row of a header adds nothing to it: where both read alike the single row is meant.
    const single = readHeader(empty, row.cells, { first: index, last: index }, vocabulary, remembered);
    const both = { first: index - 1, last: index };
    const pair = above && readHeader(above.cells, row.cells, both, vocabulary, remembered);
    return pair === undefined ? [single] : [single, pair];
  });
}

function bestOf(headers: readonly Header[], test: (header: Header) => boolean): Header | null {
  let best: Header | null = null;
  for (const header of headers) if (header.score > (best?.score ?? 0) && test(header)) best = header;
  return best;
}

function readHeader(
  upper: readonly Cell[],
  lower: readonly Cell[],
  { first, last }: HeaderRows,
  vocabulary: Vocabulary,
  remembered: RememberedColumns,
): Header {
  const columns: ColumnLayout[] = [];
  let above = '';
  for (let index = 0; index < Math.max(upper.length, lower.length); index += 1) {
    const own = textOf(upper[index]);
    const below = textOf(lower[index]);
    // A merged cell has its text in its first column only; the columns it spans have names of their own below.
    above = own !== '' ? own : below === '' ? '' : above;
    const header = [above, below].filter((part) => part !== '').join(' / ');
    const known = remembered.get(foldHeader(header));
    const meaning = known ?? (isNumberLike(below) ? null : meaningOfPair(above, below, vocabulary));
    const certainty = known !== undefined ? 'remembered' : meaning === null ? 'none' : 'certain';
    columns.push({
      index,
      header,
      meaning: meaning ?? { role: 'unknown' },
      certainty,
      candidates: [],
      questionId: '',
    });
  }
  return { columns, first, last, score: columns.filter(({ certainty }) => certainty !== 'none').length };
}

/** Whether a row below the header names the columns anew: a unit, and a figure or more, and nothing is a number. */
export function isHeaderRow(cells: readonly Cell[], vocabulary: Vocabulary): boolean {
  if (cells.some((cell) => typeof cell === 'number' || isNumberLike(textOf(cell)))) return false;
  const header = readHeader([], cells, { first: 0, last: 0 }, vocabulary, new Map());
  return header.score > 2 && isUsable(header);
}

function isNumberLike(text: string): boolean {
  return text !== '' && /^[\d.,%/-]+$/.test(text);
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

/** Text of a header cell on one line. */
export function textOf(cell: Cell | undefined): string {
  const plain = cell !== null && typeof cell === 'object' && cell.kind === 'formula' ? cell.value : cell;
  if (typeof plain === 'string') return /\s/.test(plain) ? plain.replace(/\s+/g, ' ').trim() : plain;
  return typeof plain === 'number' ? String(plain) : '';
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

/** A part of nothing, where each column names its indicator: what it is a part of was not understood. */
function withoutHomelessPart(column: ColumnLayout): ColumnLayout {
  const { meaning } = column;
  const isHomeless = 'indicator' in meaning && meaning.indicator === null && meaning.role !== 'note';
  return isHomeless ? { ...column, meaning: { role: 'unknown' }, certainty: 'none' } : column;
}

function withCandidates(column: ColumnLayout, vocabulary: Vocabulary): ColumnLayout {
  if (column.certainty !== 'none' || column.header === '') return column;
  const candidates = suggestMeanings(column.header, vocabulary);
  const [first] = candidates;
  return first === undefined ? column : { ...column, meaning: first, certainty: 'suggested', candidates };
}

function columnProblems(
  columns: readonly ColumnLayout[],
  { indicators }: Vocabulary,
  row: number,
  sheet: string | null,
): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  for (const { index, header, meaning, certainty, candidates } of columns) {
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
    const first = seen.get(meaningKey(meaning));
    if (first !== undefined) problems.push(problem('error', 'COLUMN_TWICE', { header, first }, place));
    else seen.set(meaningKey(meaning), column);
  }
  return problems;
}
