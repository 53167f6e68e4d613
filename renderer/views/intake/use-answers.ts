import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import type { IntakeQuestionDto } from '#shared/contract/intake.ts';

/** Their answers are words of ours, or a column by its own header. */
const ANSWERED_IN_WORDS: ReadonlySet<string> = new Set([
  'WORD_UNKNOWN',
  'CODES_OF_BEFORE',
  'DENOMINATOR_WHICH',
  'COUNT_OR_RATE',
  'PROOF_DIFFERS',
  'HEADER_UNREAD',
]);

/** The candidates, and below them for a unit every other one of the register. */
export function useAnswers({ candidates, code }: IntakeQuestionDto) {
  const names = useNames();
  const { t, tryText } = useText();
  if (code === 'FILE_SEEN_CHANGES') {
    return candidates.map((one) => ({ value: one.code, label: t('intake.questions.again') }));
  }
  if (code === 'DENOMINATORS_OUTGROWN') {
    return candidates.map((one) => ({ value: one.code, label: t('intake.questions.larger') }));
  }
  if (code.startsWith('SCALE_') || ANSWERED_IN_WORDS.has(code)) {
    return candidates.map((one) => ({
      value: one.code,
      label: tryText(`intake.answer.${one.code}`) ?? one.label,
    }));
  }
  const isCut = code.startsWith('CUT_');
  const own = candidates.map((one) => ({ value: one.code, label: isCut ? names.cut(one.code) : one.label }));
  if (!code.startsWith('UNIT_')) return own;
  const suggested = new Set(own.map(({ value }) => value));
  const others = names.units
    .filter(({ code: value }) => !suggested.has(value))
    .map(({ code: value, parent }) => ({
      value,
      label: parent === null ? names.fullName(value) : `${names.fullName(value)}, ${names.fullName(parent)}`,
    }));
  return [...own, ...others];
}
