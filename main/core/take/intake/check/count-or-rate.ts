import { columnName } from '#main/core/files/workbook/place.ts';
import { type Problem, problem } from '../problem.ts';
import type { TableFile } from '../read/table.ts';
import { lentAnswer } from '../recipes/answers.ts';
import type { ColumnLayout } from '../recognise/column.ts';
import { countOrRate, meetNumber, noNumbers, unsaidColumns } from '../recognise/count-or-rate.ts';
import type { Layout } from '../recognise/layout.ts';
import { planRows } from '../recognise/plan.ts';
import type { Vocabulary } from '../recognise/vocabulary.ts';
import { createLeftOutTest } from './left-out.ts';
import type { CollectOptions } from './options.ts';
import type { QuestionList } from './question.ts';

const ANSWERS = ['count', 'rate'] as const;
type Answer = (typeof ANSWERS)[number];

interface Deciding {
  readonly file: TableFile;
  readonly index: number;
  readonly sheet: string;
  readonly options: Pick<CollectOptions, 'vocabulary' | 'answers' | 'signal'>;
  readonly questions: QuestionList;
  readonly report: (problem: Problem) => void;
}

/**
 * The layout with each column that says neither number nor rate read as what its numbers show; where they show neither,
 * it is asked about and left out. Reads the sheet once more where there is such a column beside a whole.
 */
export async function settleCountOrRate(layout: Layout, deciding: Deciding): Promise<Layout> {
  const { vocabulary, answers } = deciding.options;
  const columns = unsaidColumns(layout, vocabulary)
    .map((column) => ({ column, whole: wholeOf(column, layout, vocabulary) }))
    .filter(({ whole }) => whole >= 0);
  // Columns of several months below one header are of one kind, and one question.
  const groups = Map.groupBy(columns, ({ column }) => column.questionId);
  const unsaid = [...groups.values()].flatMap((group) => {
    const numbers = noNumbers();
    return group.map((one) => ({ ...one, numbers, first: group[0]?.column ?? one.column }));
  });
  if (unsaid.length === 0) return layout;
  const open = unsaid.filter(({ first }) => saidOf(answers, idOf(deciding.sheet, first)) === null);
  if (open.length > 0) {
    // A row of averages or totals is no number of a unit.
    const { ruleOf } = createLeftOutTest(planRows(layout), () => false);
    for await (const batch of deciding.file.rows(deciding.index)) {
      deciding.options.signal?.throwIfAborted();
      for (const { row, cells } of batch) {
        if (row <= layout.lastHeaderRow || ruleOf(cells) !== null) continue;
        for (const { column, whole, numbers } of open)
          meetNumber(numbers, cells[column.index] ?? null, cells[whole] ?? null);
      }
    }
  }
  const read = new Map<number, Answer | null>();
  for (const { column, first, numbers } of unsaid) {
    const id = idOf(deciding.sheet, first);
    const is = saidOf(answers, id) ?? countOrRate(numbers) ?? answerOf(lentAnswer(answers, id));
    read.set(column.index, is);
    if (is === null && column === first)
      ask(deciding, column, { value: numbers.shown ?? '', rows: numbers.rows });
  }
  return { ...layout, columns: layout.columns.map((column) => readAs(column, read.get(column.index))) };
}

/** The column of what it would be a share of: by its definition, else any that counts. */
function wholeOf({ meaning, cut }: ColumnLayout, layout: Layout, { bases, indicators }: Vocabulary): number {
  const columns = layout.columns.filter((one) => one.cut === cut);
  const base = 'indicator' in meaning ? bases.get(meaning.indicator ?? '') : undefined;
  const isOwn = ({ meaning: one }: ColumnLayout) =>
    base !== undefined && (one.role === 'base' ? one.of === base.key : isCount(one, base.indicator));
  const isAny = ({ meaning: one }: ColumnLayout) =>
    one.role === 'base' || ('indicator' in one && indicators.get(one.indicator ?? '')?.kind === 'count');
  return (columns.find(isOwn) ?? columns.find(isAny))?.index ?? -1;
}

const isCount = (meaning: ColumnLayout['meaning'], indicator: string | null): boolean =>
  indicator !== null && 'indicator' in meaning && meaning.indicator === indicator;

const idOf = (sheet: string, { index }: ColumnLayout): string => `parts:${sheet}|${columnName(index)}`;

/** What a person says of this very file; what a recipe says counts only where the numbers do not tell. */
function saidOf(answers: ReadonlyMap<string, string>, id: string): Answer | null {
  const said = answers.get(id);
  return lentAnswer(answers, id) === undefined ? answerOf(said) : null;
}

const answerOf = (said: string | undefined): Answer | null =>
  ANSWERS.find((answer) => answer === said) ?? null;

function readAs(column: ColumnLayout, is: Answer | null | undefined): ColumnLayout {
  const { meaning } = column;
  if (is === undefined || is === 'rate' || meaning.role !== 'value') return column;
  if (is === null) return { ...column, meaning: { role: 'ignored' } };
  return { ...column, meaning: { ...meaning, role: 'numerator' } };
}

function ask(
  { sheet, questions, report }: Deciding,
  column: ColumnLayout,
  { value, rows }: { value: string; rows: number },
): void {
  const place = { sheet, column: columnName(column.index) };
  const indicator = 'indicator' in column.meaning ? (column.meaning.indicator ?? '') : '';
  const values = { indicator, header: column.header, value };
  const id = idOf(sheet, column);
  report(problem('question', 'COUNT_OR_RATE', values, { ...place, key: id }));
  const candidates = ANSWERS.map((code) => ({ code, label: code }));
  questions.ask({ id, code: 'COUNT_OR_RATE', values, candidates, first: place }, rows);
}
