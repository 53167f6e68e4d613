import { columnName } from '#main/core/files/workbook/place.ts';
import { PROOF_CONFIRMED, PROOF_QUESTION } from '#shared/contract/choices.ts';
import { type Problem, problem } from '../problem.ts';
import type { Layout } from '../recognise/layout.ts';
import { meaningKey } from '../recognise/meaning.ts';
import { type BaseAsked, baseQuestionId, NO_BASE, type RowPlan } from '../recognise/plan.ts';
import type { Collecting, SheetPlace } from './collecting.ts';
import type { CollectOptions } from './options.ts';
import { askProof } from './stated-rates.ts';
import { type Totals, totalProblem } from './totals.ts';

/** Asks once a file about sums that are not those of the units; until then nothing of their columns is taken. */
export function settleTotals(
  { options, questions, problems, sums, unproven }: Collecting,
  { sheet, index }: SheetPlace,
  { layout, plan, totals }: { readonly layout: Layout; readonly plan: RowPlan; readonly totals: Totals },
): void {
  const { agrees, differs } = totals.settle();
  const isConfirmed = options.answers.get(PROOF_QUESTION) === PROOF_CONFIRMED;
  sums.agrees += agrees;
  sums.differs += differs.length;
  for (const one of differs) {
    const header = layout.columns.find((column) => column.index === one.column)?.header ?? '';
    problems.add(totalProblem(one, { sheet, header, severity: isConfirmed ? 'warning' : 'question' }));
    if (isConfirmed) continue;
    askProof(questions);
    for (const { indicator, value, numerator, denominator } of plan.figures)
      if ([value, numerator, denominator].includes(one.column)) unproven.add(`${index} ${indicator}`);
  }
}

/** Which column a number of things is a share of; an error where no column of the table can be. */
export function askBase({ questions, problems }: Collecting, sheet: string, asked: BaseAsked): void {
  const { indicator, numerator, candidates } = asked;
  const place = { sheet, column: columnName(numerator.index) };
  const values = { indicator, header: numerator.header };
  const hasAny = candidates.length > 0;
  const code = hasAny ? 'DENOMINATOR_WHICH' : 'DENOMINATOR_NOWHERE';
  const id = baseQuestionId(asked, sheet);
  problems.add(problem(hasAny ? 'question' : 'error', code, values, hasAny ? { ...place, key: id } : place));
  if (!hasAny) return;
  const columns = candidates.map(({ index, header }) => ({ code: columnName(index), label: header }));
  questions.ask({
    id,
    code,
    values,
    candidates: [...columns, { code: NO_BASE, label: NO_BASE }],
    first: place,
  });
}

/** Says what is wrong with the columns of a sheet, and asks about those that are not sure. */
export function reportColumns(collecting: Collecting, layout: Layout, problems: readonly Problem[]): void {
  const { options, questions } = collecting;
  for (const found of problems) {
    const column = layout.columns.find(({ index }) => columnName(index) === found.column);
    collecting.problems.add(column === undefined ? found : { ...found, key: column.questionId });
    if (found.code !== 'COLUMN_SUGGESTED') continue;
    const candidates = (column?.candidates ?? []).map((meaning) => ({
      code: meaningKey(meaning),
      label: labelOfMeaning(meaning, options),
    }));
    questions.ask({
      id: column?.questionId ?? '',
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
