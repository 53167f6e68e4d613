import type { RecipeKind } from '#shared/contract/choices.ts';
import type { Row, TableFile } from '../read/table.ts';
import type { UsedRecipe } from '../recipes/use.ts';
import { NOTHING_CHOSEN, type SheetChoices } from '../recognise/chosen.ts';
import type { Layout } from '../recognise/layout.ts';
import { type GatheredReports, gatherReports } from '../reports/gathered.ts';
import type { ReportLayout } from '../reports/sheet-columns.ts';
import type { TurnedSheet } from '../turn/turn-sheet.ts';
import { createFigureTable, type FigureTable } from './figure-table.ts';
import { createFormerSeen, type FormerSeen } from './former-parts.ts';
import { createLeftOutList, type LeftOut, type LeftOutList } from './left-out.ts';
import type { CollectOptions } from './options.ts';
import type { ProblemList } from './problem-list.ts';
import { createQuestionList, type QuestionList } from './question.ts';
import { createRowMarks, type RowMarks } from './row-marks.ts';
import { createScales, type Scales } from './scale.ts';
import { createStatedRates, type StatedRates } from './stated-rates.ts';
import { createUnknownWords, type UnknownWords } from './unknown-words.ts';
import type { ShiftWatch } from './width.ts';

export interface SheetSummary {
  readonly sheet: string;
  /** null: no header of figures was found. */
  readonly layout: Layout | null;
  /** Of a sheet of reports in words; with neither the sheet was left out. */
  readonly reports: ReportLayout | null;
  /** Rows of no unit; of a sheet whose units stand across columns, A as 1. */
  readonly leftOut: LeftOutList;
  /** What was made of each row below its header. */
  readonly marks: RowMarks;
  /** Of a sheet whose units stand across. */
  readonly turned: TurnedSheet | null;
}

/** Rows that are of no unit by the rule that left them out, and sums and rates that the file states itself. */
export interface Account {
  readonly leftOut: readonly { readonly rule: LeftOut; readonly count: number }[];
  /** Of a unit that says nothing. */
  readonly empty: number;
  readonly sums: { readonly agrees: number; readonly differs: number };
  readonly rates: { readonly stated: number; readonly differing: number };
}

export interface SheetPlace {
  readonly sheet: string;
  readonly index: number;
  readonly head: readonly Row[];
}

/** A file being read. */
export interface Collecting {
  /** As it is read: of a sheet that is turned, its columns are rows. */
  file: TableFile;
  readonly fileName: string;
  readonly options: CollectOptions;
  readonly figures: FigureTable;
  readonly reports: GatheredReports;
  readonly problems: ProblemList;
  readonly questions: QuestionList;
  readonly unknown: UnknownWords;
  readonly scales: Scales;
  /** Of each sheet of figures. */
  readonly shifts: (SheetPlace & { readonly shift: ShiftWatch })[];
  readonly former: FormerSeen;
  readonly rates: StatedRates;
  /** Indicators of a sheet ('0 devices') whose stated sum is not theirs, until somebody says that they are right. */
  readonly unproven: Set<string>;
  readonly sums: { agrees: number; differs: number };
  readonly leftOutOf: LeftOutList[];
  /** What was said of the layout of the sheet that is being read. */
  choices: SheetChoices;
  readonly recipes: UsedRecipe[];
  /** Sheets that the recipe which was asked for does not fit, and the first text of its header that they lack. */
  readonly misfits: { sheet: string; kind: RecipeKind; missing: string | null }[];
  empty: number;
  /** Of the sheet that is being read. */
  leftOut: LeftOutList;
  marks: RowMarks;
  settleTotals: () => void;
  turned: TurnedSheet | null;
  rows: number;
  rejectedRows: number;
  province: string | null;
}

/** A file of which nothing is read yet. */
export function beginCollecting(
  file: TableFile,
  fileName: string,
  options: CollectOptions,
  problems: ProblemList,
): Collecting {
  const questions = createQuestionList();
  return {
    ...{ file, fileName, options, problems, questions },
    figures: createFigureTable(options.expectedFigures),
    reports: gatherReports(),
    unknown: createUnknownWords(),
    scales: createScales(options.answers),
    shifts: [],
    former: createFormerSeen(),
    rates: createStatedRates(options.answers, questions),
    unproven: new Set(),
    sums: { agrees: 0, differs: 0 },
    leftOutOf: [],
    choices: NOTHING_CHOSEN,
    recipes: [],
    misfits: [],
    leftOut: createLeftOutList(),
    marks: createRowMarks(),
    settleTotals: () => {},
    turned: null,
    ...{ empty: 0, rows: 0, rejectedRows: 0, province: options.province },
  };
}

/** What became of the rows of a file that was read to its end. */
export function accountOf({ leftOutOf, empty, sums, rates }: Collecting): Account {
  const all = new Map<LeftOut, number>();
  for (const [rule, count] of leftOutOf.flatMap((list) => [...list.counts()]))
    all.set(rule, (all.get(rule) ?? 0) + count);
  const leftOut = [...all].map(([rule, count]) => ({ rule, count }));
  return { leftOut, empty, sums, rates: rates.count() };
}
