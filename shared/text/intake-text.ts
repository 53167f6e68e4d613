import type { MessageValues, Translator } from './translator.ts';

/** What a sentence of the intake is made of: its code, its values, and where it stands in the sender's file. */
export interface ProblemWords {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
}

/** How codes inside a sentence are named for a person. */
export interface ProblemNames {
  readonly cut: (code: string) => string;
  readonly unit: (code: string) => string;
  readonly indicator: (code: string) => string;
}

/** The sentence of a problem and what to do about it; the code itself when there is no such sentence. */
export function problemSentence(
  problem: Pick<ProblemWords, 'code' | 'values'>,
  translator: Pick<Translator, 'tryText'>,
  names?: ProblemNames,
): string {
  const values = nameValues(problem.values, names);
  const sentence = translator.tryText(`intake.problem.${problem.code}`, values) ?? problem.code;
  const advice = translator.tryText(`intake.limit.${problem.values.limit ?? ''}`);
  return advice === null ? sentence : `${sentence} ${advice}`;
}

/** Values that carry a problem's code as `problem` say its sentence as `why`: a data file's reason is about a figure. */
export function withProblemSentence(
  values: MessageValues,
  translator: Pick<Translator, 'tryText'>,
): MessageValues {
  const why = translator.tryText(`intake.problem.${values.problem ?? ''}`, values);
  return why === null ? values : { ...values, why };
}

/** yyyy-mm-dd as it is written everywhere: dd/MM/yyyy. */
function writtenDays(values: ProblemWords['values']): Record<string, string | number> {
  const written = (value: string | number) => String(value).replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1');
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'number' ? value : written(value)]),
  );
}

function nameValues(values: ProblemWords['values'], names: ProblemNames | undefined): MessageValues {
  const named = writtenDays(values);
  if (names === undefined) return named;
  for (const key of ['cut', 'asked'] as const) {
    if (values[key] !== undefined) named[key] = names.cut(String(values[key]));
  }
  if (/^(\d{2}|\d{5})$/.test(String(values.unit ?? ''))) named.unit = names.unit(String(values.unit));
  if (values.indicator !== undefined) named.indicator = names.indicator(String(values.indicator));
  return named;
}

/** 'Trang “Số liệu”, ô C12'; empty when the problem is of the file as a whole. */
export function problemPlace(
  { sheet, row, column }: Omit<ProblemWords, 'code' | 'values'>,
  { t }: Pick<Translator, 't'>,
): string {
  if (sheet === null) return row === null ? '' : t('intake.place.row', { row });
  if (row === null) return t('intake.place.sheet', { sheet });
  if (column === null) return t('intake.place.sheetRow', { sheet, row });
  return t('intake.place.sheetRowColumn', { sheet, row, column });
}
