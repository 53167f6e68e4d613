import type { KeyFigure, TableSpec } from './description.ts';
import { type CardPart, cardParts, type Rect } from './layout.ts';
import type { Fonts, FontWeight } from './pictures/font-metrics.ts';
import { TEXT_LIMITS } from './style.ts';

/** Line height as a multiple of the font size; Be Vietnam Pro needs room for two marks on one letter. */
export const LINE_HEIGHT = 1.28;
/** Other programs set text up to this much wider than our own measure (kerning, hinting, rounding). */
const SAFETY = 1.03;

export type Measure = Fonts['widthOf'];

/** How a line break is told to the generator of decks, which would make paragraphs of \\n; clean text has none of it. */
export const SOFT_BREAK = '\u2028';

/** Breaks text at its line breaks, then at spaces into lines no wider than `width`; a single longer word stands alone. */
export function wrapLines(
  text: string,
  width: number,
  size: number,
  widthOf: Measure,
  weight: FontWeight = 400,
): string[] {
  return text.split(/[\n\u2028]/).flatMap((line) => wrapLine(line, width, size, widthOf, weight));
}

function wrapLine(text: string, width: number, size: number, widthOf: Measure, weight: FontWeight): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, size, weight) * SAFETY > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  return lines;
}

export interface TextLimits {
  readonly largest: number;
  readonly smallest: number;
  readonly weight?: FontWeight;
  /** Space after each paragraph as a multiple of the size. */
  readonly after?: number;
  /** Width that a bullet takes away. */
  readonly indent?: number;
}

/** The largest font size (points, whole and half) at which all paragraphs fit; the smallest if none does. */
export function fitText(
  paragraphs: readonly string[],
  rect: Pick<Rect, 'width' | 'height'>,
  widthOf: Measure,
  limits: TextLimits,
): number {
  const { largest, smallest, weight = 400, after = 0, indent = 0 } = limits;
  for (let size = largest; size > smallest; size -= 0.5) {
    const lines = paragraphs.map(
      (paragraph) => wrapLines(paragraph, rect.width - indent, size, widthOf, weight).length,
    );
    const height = lines.reduce((sum, count) => sum + count * size * LINE_HEIGHT + after * size, 0);
    if (height <= rect.height && fitsWords(paragraphs, rect.width - indent, size, widthOf, weight))
      return size;
  }
  return smallest;
}

/** A word cannot be broken: the widest one must fit, else other programs break it anywhere. */
function fitsWords(
  paragraphs: readonly string[],
  width: number,
  size: number,
  widthOf: Measure,
  weight: FontWeight,
): boolean {
  return paragraphs.every((paragraph) =>
    paragraph.split(/\s+/).every((word) => widthOf(word, size, weight) * SAFETY <= width),
  );
}

/** Font sizes of a row of cards: the same for the same part of each, so that they read as one row. */
export function fitCards(
  figures: readonly KeyFigure[],
  card: Rect,
  widthOf: Measure,
): Readonly<Record<CardPart, number>> {
  const parts = cardParts(card);
  const smallest = (texts: readonly string[], rect: Rect, limits: TextLimits): number =>
    Math.min(limits.largest, ...texts.map((text) => fitText([text], rect, widthOf, limits)));
  return {
    label: smallest(
      figures.map(({ label }) => label),
      parts.label,
      TEXT_LIMITS.label,
    ),
    value: smallest(
      figures.map(({ text }) => text),
      parts.value,
      TEXT_LIMITS.figure,
    ),
    change: smallest(
      figures.flatMap(({ change }) => change?.text ?? []),
      parts.change,
      TEXT_LIMITS.label,
    ),
  };
}

export interface TableFit {
  readonly size: number;
  readonly columnWidths: readonly number[];
  /** Points; the header's first, then one for each row that is shown. */
  readonly rowHeights: readonly number[];
  /** Rows that fit; the others are told in one last line. */
  readonly shown: number;
}

/** Padding left and right, above and below the text of a cell. */
export const CELL_PADDING = { x: 5, y: 3 } as const;
const TABLE_SIZES = { largest: 12.5, smallest: 8 } as const;

/**
 * The largest font size at which the rows that a page shows fit its rectangle; rows that do not fit at the smallest are
 * cut. Where rows are left, there is room for the line that tells of them.
 */
export function fitTable(table: TableSpec, rect: Pick<Rect, 'width' | 'height'>, widthOf: Measure): TableFit {
  const rows = table.rows.slice(0, table.most);
  const rest = rows.length < table.rows.length ? restHeight(TABLE_SIZES.largest) : 0;
  return fitRows({ ...table, rows }, { ...rect, height: rect.height - rest }, widthOf);
}

/** Height of the line 'Còn n mục khác', in points. */
function restHeight(size: number): number {
  return size * LINE_HEIGHT + 2 * CELL_PADDING.y;
}

function fitRows(table: TableSpec, rect: Pick<Rect, 'width' | 'height'>, widthOf: Measure): TableFit {
  for (let size: number = TABLE_SIZES.largest; size >= TABLE_SIZES.smallest; size -= 0.5) {
    const columnWidths = columnsAt(table, rect.width, size, widthOf);
    if (columnWidths === null) continue;
    const rowHeights = measureRows(table, columnWidths, size, widthOf);
    if (sum(rowHeights) <= rect.height) return { size, columnWidths, rowHeights, shown: table.rows.length };
  }
  const smallest = columnsAt(table, rect.width, TABLE_SIZES.smallest, widthOf) ?? sharesOf(table, rect.width);
  return cutRows(table, smallest, rect.height, widthOf);
}

function sharesOf(table: TableSpec, width: number): number[] {
  const weights = sum(table.columns.map((column) => column.width));
  return table.columns.map((column) => (width * column.width) / weights);
}

/**
 * Widths at which dates and long words stay whole in every cell: a column that its share is too narrow for gets what
 * it needs, the others share the rest. Null when there is not enough for all.
 */
function columnsAt(table: TableSpec, width: number, size: number, widthOf: Measure): number[] | null {
  const needs = table.columns.map((column, index) => {
    const texts = table.rows.map((row) => row[index]?.text ?? '');
    const widest = Math.max(
      widestWord([column.title], size, widthOf, 600),
      widestWord(texts, size, widthOf, 400),
    );
    return widest * SAFETY + 2 * CELL_PADDING.x;
  });
  if (sum(needs) > width) return null;
  const fixed = new Set<number>();
  for (;;) {
    const free = table.columns.filter((_, index) => !fixed.has(index));
    const left = width - sum([...fixed].map((index) => needs[index] ?? 0));
    const weights = sum(free.map((column) => column.width));
    const widths = table.columns.map((column, index) =>
      fixed.has(index) ? (needs[index] ?? 0) : (left * column.width) / weights,
    );
    const narrow = widths.findIndex((one, index) => !fixed.has(index) && one < (needs[index] ?? 0));
    if (narrow === -1) return widths;
    fixed.add(narrow);
  }
}

function widestWord(texts: readonly string[], size: number, widthOf: Measure, weight: FontWeight): number {
  const words = new Set(texts.flatMap((text) => text.split(/\s+/)));
  return Math.max(0, ...[...words].map((word) => widthOf(word, size, weight)));
}

function cutRows(
  table: TableSpec,
  columnWidths: readonly number[],
  height: number,
  widthOf: Measure,
): TableFit {
  const size = TABLE_SIZES.smallest;
  const all = measureRows(table, columnWidths, size, widthOf);
  let left = height - restHeight(size);
  let rows = 0;
  for (const rowHeight of all) {
    left -= rowHeight;
    if (left < 0) break;
    rows += 1;
  }
  return { size, columnWidths, rowHeights: all.slice(0, rows), shown: Math.max(0, rows - 1) };
}

function measureRows(
  table: TableSpec,
  columnWidths: readonly number[],
  size: number,
  widthOf: Measure,
): number[] {
  const heightOf = (texts: readonly string[], weight: FontWeight): number => {
    const lines = texts.map((text, column) => {
      const width = (columnWidths[column] ?? 0) - 2 * CELL_PADDING.x;
      return wrapLines(text, width, size, widthOf, weight).length;
    });
    return Math.max(1, ...lines) * size * LINE_HEIGHT + 2 * CELL_PADDING.y;
  };
  return [
    heightOf(
      table.columns.map((column) => column.title),
      600,
    ),
    ...table.rows.map((row) =>
      heightOf(
        row.map((cell) => cell.text),
        400,
      ),
    ),
  ];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
