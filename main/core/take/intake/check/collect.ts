import { type Problem, problem } from '../problem.ts';
import type { Row, TableFile } from '../read/table.ts';
import type { UsedRecipe } from '../recipes/use.ts';
import { NOTHING_CHOSEN } from '../recognise/chosen.ts';
import { HEADER_SEARCH_ROWS, isHeaderRow, type Layout, recogniseLayout } from '../recognise/layout.ts';
import { planRows, withBases } from '../recognise/plan.ts';
import { textOf } from '../recognise/text-of.ts';
import { cutOfTitle } from '../recognise/title-cut.ts';
import { createReportCollector } from '../reports/collect-reports.ts';
import type { GatheredReports } from '../reports/gathered.ts';
import { type ReportLayout, recogniseReports } from '../reports/sheet-columns.ts';
import { guessProvince, provinceOfUnits } from '../resolve/guess-province.ts';
import type { UnitsAcross } from '../turn/find-units.ts';
import { applyRecipe, reportUnused } from './apply-recipe.ts';
import { askBase, reportColumns, settleTotals } from './ask-columns.ts';
import { createRowCollector, type RowOutcome } from './collect-row.ts';
import {
  type Account,
  accountOf,
  beginCollecting,
  type Collecting,
  type SheetPlace,
  type SheetSummary,
} from './collecting.ts';
import { settleCountOrRate } from './count-or-rate.ts';
import type { FigureTable } from './figure-table.ts';
import { createHeaderTest, createLeftOutList, namesUnitsAgain } from './left-out.ts';
import type { Lookups } from './lookup-parts.ts';
import { createLookups } from './lookups.ts';
import type { CollectOptions } from './options.ts';
import { createProblemList, type ProblemList } from './problem-list.ts';
import type { Question } from './question.ts';
import { rowReader } from './read-rows.ts';
import { kindsOf } from './row-kinds.ts';
import { createRowMarks } from './row-marks.ts';
import { settleFigures } from './settle-figures.ts';
import { readTemplateMeta, type TemplateMeta } from './template-meta.ts';
import { createTotals } from './totals.ts';
import { readTurned, rowOfFigure, tellTurned, turnedFile, unitsAcross } from './turned.ts';
import { askUnreadHeader } from './unread-header.ts';
import { createShiftWatch } from './width.ts';

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
  readonly recipes: readonly UsedRecipe[];
  readonly template: TemplateMeta | null;
  /** What became of each row, and what the file states of itself. */
  readonly account: Account;
  /** The province named by the template, the caller or the texts around the table, else that of all its units. */
  readonly province: string | null;
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
  const collecting = beginCollecting(file, fileName, options, problems);
  const sheets: SheetSummary[] = [];
  for (const [index, { name, isHidden }] of file.sheets.entries()) {
    if (isHidden) continue;
    sheets.push(await collectSheet(collecting, index, name));
  }
  for (const found of file.told?.() ?? []) problems.add(found);
  if (template === null || sheets.every(isLeftOut)) reportSkipped(sheets, problems);
  reportUnused(collecting);
  const figures = settleFigures(collecting);
  if (collecting.rows === 0 && problems.errors() + problems.questions() === 0)
    problems.add(problem('error', 'FILE_NO_FIGURES'));
  return {
    figures,
    reports: collecting.reports,
    problems,
    questions: collecting.questions.all(),
    rows: collecting.rows,
    rejectedRows: collecting.rejectedRows,
    account: accountOf(collecting),
    sheets,
    recipes: collecting.recipes,
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

type Found = Pick<SheetSummary, 'layout' | 'reports'>;

async function collectSheet(collecting: Collecting, index: number, sheet: string): Promise<SheetSummary> {
  collecting.choices = collecting.options.layout?.get(sheet) ?? NOTHING_CHOSEN;
  const found = await readSheet(collecting, index, sheet);
  if (found.across !== null) return await collectTurned(collecting, index, sheet, found.across);
  const { leftOut, marks } = collecting;
  return { sheet, ...found, leftOut, marks, turned: null };
}

/** A sheet whose units stand across, read as one whose units stand one below the other. */
async function collectTurned(
  collecting: Collecting,
  index: number,
  sheet: string,
  across: UnitsAcross,
): Promise<SheetSummary> {
  const { file, problems, questions } = collecting;
  const turned = await readTurned(collecting, { index, sheet }, across);
  if (turned === null) {
    collecting.choices = { ...collecting.choices, orientation: 'down' };
    const found = await readSheet(collecting, index, sheet);
    return { sheet, ...found, leftOut: collecting.leftOut, marks: collecting.marks, turned: null };
  }
  problems.add(problem('warning', 'UNITS_ACROSS', { units: across.row }, { sheet, row: across.row }));
  collecting.turned = turned;
  collecting.file = turnedFile(file, turned);
  problems.standing(turned.placeOf);
  questions.standing(turned.placeOf);
  const found = await readSheet(collecting, index, sheet);
  problems.standing(null);
  questions.standing(null);
  collecting.turned = null;
  collecting.file = file;
  const { leftOut } = collecting;
  return { sheet, ...found, leftOut, marks: tellTurned(collecting, sheet, turned), turned };
}

interface SheetFound extends Found {
  /** Where its units stand across, so that it has to be turned first. */
  readonly across: UnitsAcross | null;
}

async function readSheet(collecting: Collecting, index: number, sheet: string): Promise<SheetFound> {
  const { file, options } = collecting;
  const head: Row[] = [];
  let read: ((row: Row) => void) | null = null;
  let found: SheetFound = { layout: null, reports: null, across: null };
  collecting.marks = createRowMarks();
  collecting.leftOut = createLeftOutList(collecting.marks);
  collecting.leftOutOf.push(collecting.leftOut);
  collecting.settleTotals = () => {};
  const headRows = Math.max(HEADER_SEARCH_ROWS, collecting.choices.header?.last ?? 0) + 5;
  const begin = async (): Promise<void> => {
    const across = collecting.turned === null ? unitsAcross(collecting, sheet, head) : null;
    found = across === null ? { ...recognise(collecting, sheet, head), across } : { ...found, across };
    const place = { sheet, index, head };
    if (found.reports !== null) read = reportReader(collecting, place, found.reports);
    else if (found.layout !== null) {
      const layout = await settleCountOrRate(found.layout, { ...partsOf(collecting), ...place });
      found = { ...found, layout };
      if (isComplete(collecting, sheet, layout)) read = figureReader(collecting, place, layout);
    }
    for (const row of head) read?.(row);
  };
  for await (const batch of file.rows(index)) {
    options.signal?.throwIfAborted();
    for (const row of batch) {
      if (read !== null) (read as (row: Row) => void)(row);
      else if (head.push(row) >= headRows) {
        await begin();
        if (read === null) return found;
      }
    }
  }
  if (read === null) await begin();
  collecting.settleTotals();
  collecting.leftOut.tell(sheet, (one) => collecting.problems.add(one));
  return found;
}

const partsOf = ({ file, options, questions, problems }: Collecting) => ({
  ...{ file, options, questions },
  report: (found: Problem): void => problems.add(found),
});

/** Reports in words are told by columns that no table of figures has. */
function recognise(collecting: Collecting, sheet: string, head: readonly Row[]): Found {
  const { options } = collecting;
  const reports = recogniseReports(head, options.vocabulary, sheet);
  applyRecipe(collecting, sheet, head, reports?.kind ?? 'figures');
  if (reports !== null) {
    for (const found of reports.problems) collecting.problems.add(found);
    return { layout: null, reports };
  }
  const { layout, problems } = recogniseLayout(head, { ...options, choices: collecting.choices }, sheet);
  if (layout !== null) reportColumns(collecting, layout, problems);
  return { layout, reports: null };
}

/** Whether a header that a person named has a column of units and one of figures; says which it lacks. */
function isComplete({ choices, problems }: Collecting, sheet: string, layout: Layout): boolean {
  if (choices.header === null || layout.columns.some(({ certainty }) => certainty === 'suggested'))
    return true;
  const { unitCode, unitName, indicator, figures } = planRows(layout);
  const hasUnit = Math.max(unitCode, unitName) >= 0;
  const hasFigure =
    layout.shape === 'wide'
      ? figures.length > 0
      : indicator >= 0 && figures.some(({ value, numerator }) => value >= 0 || numerator >= 0);
  const place = { sheet, row: choices.header.last };
  if (!hasUnit) problems.add(problem('error', 'LAYOUT_NO_UNIT', {}, place));
  if (!hasFigure) problems.add(problem('error', 'LAYOUT_NO_FIGURE', {}, place));
  return hasUnit && hasFigure;
}

function figureReader(collecting: Collecting, place: SheetPlace, layout: Layout): (row: Row) => void {
  const { options, figures, problems, file } = collecting;
  const { plan, asked } = withBases(
    planRows(layout),
    layout,
    options.vocabulary,
    place.sheet,
    options.answers,
  );
  for (const one of asked) askBase(collecting, place.sheet, one);
  askUnreadHeader(collecting, place, layout);
  // Excel writes a semicolon where the comma is taken by the decimals.
  const decimal = file.dialect?.delimiter === ';' ? (',' as const) : null;
  const totals = createTotals(plan, decimal);
  const collect = createRowCollector({
    sheet: place.sheet,
    sheetIndex: place.index,
    plan,
    lookups: lookupsOf(collecting, place, layout, true),
    figures,
    decimal,
    report: (found) => problems.add(found),
    notAsked: options.notAsked ?? {},
    scales: collecting.scales,
    words: { answers: options.answers, questions: collecting.questions, unknown: collecting.unknown },
    isHeader: createHeaderTest(place.head, layout),
    isOtherHeader: (cells) => namesUnitsAgain(layout, cells) || isHeaderRow(cells, options.vocabulary),
    leftOut: collecting.leftOut,
    kindOf: kindsOf(collecting.choices),
    totals,
    rates: collecting.rates,
    marks: collecting.marks,
    rowOf: collecting.turned === null ? null : rowOfFigure(collecting.turned),
    meetEmpty: (row) => {
      collecting.empty += 1;
      collecting.marks.set(row, 'empty');
    },
  });
  const rejectedBefore = collecting.rejectedRows;
  collecting.settleTotals = () => {
    // A sum of units of which some are not read proves nothing.
    if (collecting.rejectedRows === rejectedBefore) settleTotals(collecting, place, { layout, plan, totals });
  };
  const shift = createShiftWatch(file.dialect, layout, plan, place.head);
  collecting.shifts.push({ ...place, shift });
  return rowReader(collecting, place.sheet, { ...layout, width: layout.columns.length, shift }, collect);
}

function reportReader(collecting: Collecting, place: SheetPlace, layout: ReportLayout): (row: Row) => void {
  const { options, figures, problems, reports } = collecting;
  const lookups = lookupsOf(collecting, place, layout, false);
  const collect = createReportCollector({
    sheet: place.sheet,
    sheetIndex: place.index,
    ...{ layout, lookups, reports, units: figures.units, cuts: figures.cuts },
    ...{ register: options.register, vocabulary: options.vocabulary, plan: options.plan },
    endedOn: options.endedOn,
    province: collecting.province,
    report: (found) => problems.add(found),
  });
  const { leftOut } = collecting;
  const kindOf = kindsOf(collecting.choices);
  const withKinds = (row: Row): RowOutcome => {
    const kind = kindOf(row);
    if (kind === undefined || kind === 'unit') return collect(row);
    leftOut.add(kind, row.row);
    return 'skipped';
  };
  return rowReader(collecting, place.sheet, { ...layout, width: headerWidth(place.head, layout) }, withKinds);
}

/** What the words of a sheet's rows mean; the texts above its table may say whose it is. */
function lookupsOf(
  collecting: Collecting,
  { sheet, head }: SheetPlace,
  { lastHeaderRow }: { readonly lastHeaderRow: number },
  takesFormer: boolean,
): Lookups {
  const { options, figures, problems, questions, unknown } = collecting;
  const above = head.filter(({ row }) => row <= lastHeaderRow).flatMap(({ cells }) => cells.map(textOf));
  const named = options.province ?? guessProvince([collecting.fileName, sheet, ...above], options.register);
  collecting.province ??= named;
  return createLookups({
    ...{ sheet, options, figures, questions, unknown, report: (found) => problems.add(found) },
    nameProvince: named,
    titleCut: cutOfTitle(above),
    former: takesFormer ? collecting.former : null,
  });
}

const headerWidth = (head: readonly Row[], { lastHeaderRow }: ReportLayout): number =>
  head.find(({ row }) => row === lastHeaderRow)?.cells.length ?? 0;
