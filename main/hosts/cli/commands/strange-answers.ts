import type { IntakePreviewDto } from '#shared/contract/intake.ts';
import { createTranslator } from '#shared/text/translator.ts';

interface Strange {
  readonly severity: 'error' | 'warning';
  readonly code: 'ANSWER_UNASKED' | 'ANSWER_UNKNOWN';
  readonly message: string;
  readonly sheet: null;
  readonly row: null;
  readonly column: null;
}

interface Given {
  readonly answers: Readonly<Record<string, string>>;
  /** With one file an answer that it does not ask for is a slip; of several it may be another's. */
  readonly isAlone: boolean;
}

const { t } = createTranslator('vi');
const NOWHERE = { sheet: null, row: null, column: null };

/** Answers to what a file does not ask, and such as no question takes; each names what there is. */
export function strangeAnswers(preview: IntakePreviewDto, { answers, isAlone }: Given): Strange[] {
  const given = Object.entries(answers);
  const unasked = new Set(preview.unasked);
  const keys = [
    ...new Set([...given.map(([key]) => key).filter((key) => !unasked.has(key)), ...keysOf(preview)]),
  ];
  const known = keys.length === 0 ? '–' : keys.join('; ');
  return given.flatMap(([key, value]): Strange[] => {
    if (unasked.has(key)) {
      const message = t('intake.answer.unasked', { key, known });
      return [{ severity: isAlone ? 'error' : 'warning', code: 'ANSWER_UNASKED', message, ...NOWHERE }];
    }
    const values = valuesOf(preview, key);
    if (values === null) return [];
    const message = t('intake.answer.strange', { key, value, known: values });
    return [{ severity: 'error', code: 'ANSWER_UNKNOWN', message, ...NOWHERE }];
  });
}

/** What can be answered: what is asked, and what columns are. */
function keysOf({ questions, sheets, problems }: IntakePreviewDto): string[] {
  const columns = sheets.flatMap((sheet) => sheet.columns.filter(({ header }) => header !== ''));
  return [
    ...questions.map(({ id }) => id),
    ...problems.flatMap(({ key }) => key ?? []),
    ...columns.map(({ questionId }) => questionId),
  ];
}

/** What a question that is asked all the same takes; null where its answer was taken. */
function valuesOf({ questions, sheets, problems }: IntakePreviewDto, key: string): string | null {
  const question = questions.find(({ id }) => id === key);
  if (question !== undefined) return question.candidates.map(({ code }) => code).join('; ');
  const column = sheets.flatMap((sheet) => sheet.columns).find(({ questionId }) => questionId === key);
  if (column !== undefined) return column.certainty === 'chosen' ? null : t('intake.answer.columns');
  return problems.some((one) => one.key === key) ? t('intake.answer.units') : null;
}
