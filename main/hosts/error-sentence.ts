import { type ErrorCode, type ErrorValues, UserError } from '#shared/contract/errors.ts';
import { errorText } from '#shared/text/error-text.ts';
import type { Locale } from '#shared/text/format.ts';
import { createTranslator } from '#shared/text/translator.ts';

/** Exit codes of every command: what a script may rely on. 70 is EX_SOFTWARE of sysexits.h. */
export const EXIT = { userError: 1, wrongUsage: 2, mistake: 70 } as const;

// A value that nobody passed would throw inside the sentence, and hide the error that is to be told.
const UNKNOWN: ErrorValues = {
  backups: '?',
  code: '?',
  cut: '?',
  file: '?',
  folder: '?',
  option: '?',
  port: '?',
  problem: '?',
  run: '?',
  id: '?',
  left: '?',
  errors: 0,
  count: 0,
  questions: 0,
};

/** What is wrong and what to do, in one language. Values that a sentence wants and did not get show as '?'. */
export function errorSentence(code: ErrorCode, values: ErrorValues, locale: Locale): string {
  return errorText(code, { ...UNKNOWN, ...values }, createTranslator(locale)) ?? code;
}

/** The sentence for anything thrown, Vietnamese first, then English, on two lines. */
export function bilingualSentence(error: unknown): string {
  if (error instanceof UserError) {
    return (['vi', 'en'] as const)
      .map((locale) => errorSentence(error.code, error.values, locale))
      .join('\n');
  }
  const detail = error instanceof Error ? error.message : String(error);
  return (['vi', 'en'] as const)
    .map((locale) => createTranslator(locale).t('error.unexpected', { detail }))
    .join('\n');
}

/** The exit code of a command that ended with this error. */
export function exitCodeOf(error: unknown): number {
  // JOB_FAILED is a mistake of ours, told with its page.
  if (!(error instanceof UserError) || error.code === 'JOB_FAILED') return EXIT.mistake;
  const isUsage = error.code === 'OPTION_UNKNOWN' || error.code === 'OPTION_MISSING';
  return isUsage ? EXIT.wrongUsage : EXIT.userError;
}
