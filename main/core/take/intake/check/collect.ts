import { columnName } from '#main/core/files/workbook/place.ts';
import { type Problem, problem } from '../problem.ts';
import type { Cell, Row, TableFile } from '../read/table.ts';
import { HEADER_SEARCH_ROWS, type Layout, recogniseLayout, textOf } from '../recognise/layout.ts';
import { meaningKey } from '../recognise/meaning.ts';
import { columnQuestionId, planRows } from '../recognise/plan.ts';
import { cutOfTitle } from '../recognise/title-cut.ts';
import { createReportCollector } from '../reports/collect-reports.ts';
import { type GatheredReports, gatherReports } from '../reports/gathered.ts';
import { type ReportLayout, recogniseReports } from '../reports/sheet-columns.ts';
import { guessProvince, provinceOfUnits } from '../resolve/guess-province.ts';
import { createRowCollector, type RowOutcome } from './collect-row.ts';
import { createFigureTable, type FigureTable } from './figure-table.ts';
import { settleFormerCodes } from './former-codes.ts';
import { createHeaderTest, createLeftOutList, type LeftOutList } from './left-out.ts';
import type { Lookups } from './lookup-parts.ts';
import { createLookups } from './lookups.ts';
import { type CollectOptions, cellKey, rowKey } from './options.ts';
import { createProblemList, type ProblemList } from './problem-list.ts';
import { createQuestionList, type Question, type QuestionList } from './question.ts';
import { createScales, type Scales } from './scale.ts';
import { readTemplateMeta, type TemplateMeta } from './template-meta.ts';
import { createUnknownWords, type UnknownWords } from './unknown-words.ts';
import { createWidthTest } from './width.ts';

export interface SheetSummary {
  readonly sheet: string;
  /** null: no header of figures was found. */
  readonly layout: Layout | null;
  /** Of a sheet of reports in words; with neither the sheet was left out. */
  readonly reports: ReportLayout | null;
}

/** All that a file says, read against the register: figures, problems, questions. Nothing is written. */
export interface Collection {
  readonly figures: FigureTable;
  readonly reports: GatheredReports;
  readonly problems: ProblemList;
  readonly questions: readonly Question[];
  /** Rows with at least one figure or report; those of them with an error. */
  readonly rows: number;
  readonly rejectedRows: number;
  readonly sheets: readonly SheetSummary[];
  readonly template: TemplateMeta | null;
  /** The province named by the template, the caller or the texts around the table, else that of all its units. */
  readonly province: string | null;
}

interface Collecting {
  readonly file: TableFile;
  readonly fileName: string;
  readonly options: CollectOptions;
  readonly figures: FigureTable;
  readonly reports: GatheredReports;
  readonly problems: ProblemList;
  readonly questions: QuestionList;
  readonly unknown: UnknownWords;
  readonly scales: Scales;
  /** Whether a row named a unit that is no more. */
  namesFormer: boolean;
  /** Of the sheet that is being read. */
  leftOut: LeftOutList;
  rows: number;
  rejectedRows: number;
  province: string | null;
}

/** Reads every visible sheet of a file. Throws FileRefused where the file breaks off, or when it was aborted. */
export async function collectFigures(
  file: TableFile,
  fileName: string,
  given: CollectOptions,
): Promise<Collection> {
  const problems = createProblemList();
  for (const found of file.problems) problems.add(found);
  const template = readTemplateMeta(file.meta, given, (found) => problems.add(found));
  const options: CollectOptions = {
    ...given,
    province: given.province ?? template?.province ?? null,
    defaultCut: given.defaultCut ?? template?.cut ?? null,
  };
  const collecting: Collecting = {
    file,
    fileName,
    options,
    figures: createFigureTable(given.expectedFigures),
    reports: gatherReports(),
    problems,
    questions: createQuestionList(),
    unknown: createUnknownWords(),
    scales: createScales(options.answers),
    leftOut: createLeftOutList(),
    namesFormer: false,
    rows: 0,
    rejectedRows: 0,
    province: options.province,
  };
  const sheets: SheetSummary[] = [];
  for (const [index, { name, isHidden }] of file.sheets.entries()) {
    if (!isHidden) sheets.push({ sheet: name, ...(await collectSheet(collecting, index, name)) });
  }
  if (template === null || sheets.every(isLeftOut)) reportSkipped(sheets, problems);
  const say = (found: Problem): void => problems.add(found);
  const scaled = collecting.scales.settle(collecting.figures, collecting.questions, say);
  const figures = collecting.namesFormer
    ? settleFormerCodes(scaled, options, collecting.questions, say)
    : scaled;
  if (collecting.rows === 0 && problems.errors() + problems.questions() === 0)
    problems.add(problem('error', 'FILE_NO_FIGURES'));
  return {
    figures,
    reports: collecting.reports,
    problems,
    questions: collecting.questions.all(),
    rows: collecting.rows,
    rejectedRows: collecting.rejectedRows,
    sheets,
    template,
    province: collecting.province ?? provinceOfUnits(figures.units.codes, options.register),
  };
}

const isLeftOut = ({ layout, reports }: SheetSummary): boolean => layout === null && reports === null;

/** One recognised sheet is enough: the others are instructions or lists. */
function reportSkipped(sheets: readonly SheetSummary[], problems: ProblemList): void {
  const isAnyRead = !sheets.every(isLeftOut);
  for (const { sheet } of sheets.filter(isLeftOut)) {
    problems.add(
      problem(
        isAnyRead ? 'warning' : 'error',
        isAnyRead ? 'SHEET_SKIPPED' : 'HEADER_NOT_FOUND',
        {},
        { sheet },
      ),
    );
  }
  if (sheets.length === 0) problems.add(problem('error', 'HEADER_NOT_FOUND'));
}

async function collectSheet(
  collecting: Collecting,
  index: number,
  sheet: string,
): Promise<Omit<SheetSummary, 'sheet'>> {
  const { file, options } = collecting;
  const head: Row[] = [];
  let read: ((row: Row) => void) | null = null;
  let found: Omit<SheetSummary, 'sheet'> = { layout: null, reports: null };
  collecting.leftOut = createLeftOutList();
  const begin = (): void => {
    found = recognise(collecting, sheet, head);
    const place = { sheet, index, head };
    if (found.reports !== null) read = reportReader(collecting, place, found.reports);
    else if (found.layout !== null) read = figureReader(collecting, place, found.layout);
    for (const row of head) read?.(row);
  };
  for await (const batch of file.rows(index)) {
    options.signal?.throwIfAborted();
    for (const row of batch) {
      if (read !== null) (read as (row: Row) => void)(row);
      else if (head.push(row) >= HEADER_SEARCH_ROWS + 5) {
        begin();
        if (read === null) return found;
      }
    }
  }
  if (read === null) begin();
  collecting.leftOut.tell(sheet, (one) => collecting.problems.add(one));
  return found;
}

/** Reports in words are told by columns that no table of figures has. */
function recognise(collecting: Collecting, sheet: string, head: readonly Row[]): Omit<SheetSummary, 'sheet'> {
  const { vocabulary, remembered } = collecting.options;
  const reports = recogniseReports(head, vocabulary, sheet);
  if (reports !== null) {
    for (const found of reports.problems) collecting.problems.add(found);
    return { layout: null, reports };
  }
  const { layout, problems } = recogniseLayout(head, vocabulary, remembered, sheet);
  if (layout !== null) reportColumns(collecting, layout, problems);
  return { layout, reports: null };
}

interface SheetPlace {
  readonly sheet: string;
  readonly index: number;
  readonly head: readonly Row[];
}

function figureReader(collecting: Collecting, place: SheetPlace, layout: Layout): (row: Row) => void {
  const { options, figures, problems, file } = collecting;
  const collect = createRowCollector({
    sheet: place.sheet,
    sheetIndex: place.index,
    plan: planRows(layout, options.answers),
    lookups: lookupsOf(collecting, place, layout.lastHeaderRow),
    figures,
    // Excel writes a semicolon where the comma is taken by the decimals.
    decimal: file.dialect?.delimiter === ';' ? (',' as const) : null,
    report: (found) => problems.add(found),
    notAsked: options.notAsked ?? {},
    scales: collecting.scales,
    words: { answers: options.answers, questions: collecting.questions, unknown: collecting.unknown },
    isHeader: createHeaderTest(place.head, layout.lastHeaderRow),
    leftOut: collecting.leftOut,
  });
  return rowReader(collecting, place.sheet, { ...layout, width: layout.columns.length }, collect);
}

function reportReader(collecting: Collecting, place: SheetPlace, layout: ReportLayout): (row: Row) => void {
  const { options, figures, problems, reports } = collecting;
  const lookups = lookupsOf(collecting, place, layout.lastHeaderRow);
  const collect = createReportCollector({
    sheet: place.sheet,
    sheetIndex: place.index,
    ...{ layout, lookups, reports, units: figures.units, cuts: figures.cuts },
    ...{ register: options.register, vocabulary: options.vocabulary, plan: options.plan },
    province: collecting.province,
    report: (found) => problems.add(found),
  });
  return rowReader(collecting, place.sheet, { ...layout, width: headerWidth(place.head, layout) }, collect);
}

/** What the words of a sheet's rows mean; the texts above its table may say whose it is. */
function lookupsOf(collecting: Collecting, { sheet, head }: SheetPlace, lastHeaderRow: number): Lookups {
  const { options, figures, problems, questions, unknown } = collecting;
  const above = head.filter(({ row }) => row <= lastHeaderRow).flatMap(({ cells }) => cells.map(textOf));
  const named = options.province ?? guessProvince([collecting.fileName, sheet, ...above], options.register);
  collecting.province ??= named;
  return createLookups({
    ...{ sheet, options, figures, questions, unknown, report: (found) => problems.add(found) },
    nameProvince: named,
    titleCut: cutOfTitle(above),
    onFormer: () => {
      collecting.namesFormer = true;
    },
  });
}

const headerWidth = (head: readonly Row[], { lastHeaderRow }: ReportLayout): number =>
  head.find(({ row }) => row === lastHeaderRow)?.cells.length ?? 0;

/** Rows above which nothing is read, and how many columns the header has. */
interface TableEdges {
  readonly lastHeaderRow: number;
  readonly width: number;
}

function rowReader(
  collecting: Collecting,
  sheet: string,
  { lastHeaderRow, width }: TableEdges,
  collect: (row: Row) => RowOutcome,
): (row: Row) => void {
  const { options, file } = collecting;
  const mayChange = options.fixes.size > 0 || options.excluded.size > 0;
  const isTooWide = createWidthTest(file.dialect, width);
  return (row) => {
    if (row.row <= lastHeaderRow) return;
    const changed = mayChange ? applyChanges(row, sheet, options) : row;
    if (changed === null) return;
    if (isTooWide(changed.cells)) {
      collecting.rows += 1;
      collecting.rejectedRows += 1;
      const values = { width, found: changed.cells.length };
      collecting.problems.add(problem('error', 'ROW_TOO_WIDE', values, { sheet, row: row.row }));
      return;
    }
    const outcome = collect(changed);
    if (outcome !== 'skipped') collecting.rows += 1;
    if (outcome === 'rejected') collecting.rejectedRows += 1;
  };
}

/** The row with the officer's corrections, or null when it was taken out. */
function applyChanges(row: Row, sheet: string, options: CollectOptions): Row | null {
  if (options.excluded.has(rowKey(sheet, row.row))) return null;
  const cells: Cell[] = row.cells.map(
    (cell, index) => options.fixes.get(cellKey(sheet, columnName(index), row.row)) ?? cell,
  );
  return { row: row.row, cells };
}

function reportColumns(collecting: Collecting, layout: Layout, problems: readonly Problem[]): void {
  const { options, questions } = collecting;
  const isAnswered = (header: string): boolean => options.answers.has(columnQuestionId(header));
  for (const found of problems) {
    if (isAnswered(String(found.values.header ?? ''))) continue;
    collecting.problems.add(found);
    if (found.code !== 'COLUMN_SUGGESTED') continue;
    const column = layout.columns.find(({ index }) => columnName(index) === found.column);
    const candidates = (column?.candidates ?? []).map((meaning) => ({
      code: meaningKey(meaning),
      label: labelOfMeaning(meaning, options),
    }));
    questions.ask({
      id: columnQuestionId(column?.header ?? ''),
      code: found.code,
      values: found.values,
      candidates: [...candidates, { code: 'ignored', label: '-' }],
      first: { sheet: found.sheet, row: found.row, column: found.column },
    });
  }
}

function labelOfMeaning(meaning: Layout['columns'][number]['meaning'], options: CollectOptions): string {
  const code = 'indicator' in meaning ? meaning.indicator : null;
  return code === null ? meaning.role : (options.vocabulary.indicators.get(code)?.name ?? code);
}
