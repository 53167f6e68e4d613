import { withProblemSentence } from './intake-text.ts';
import type { MessageValues, Translator } from './translator.ts';

/**
 * The sentence of `error.<code>`; null when there is none. Where the value `reason` names a sentence of its own, as it
 * does for a refused data file, that sentence, with the same values, is what `{why}` stands for.
 */
export function errorText(
  code: string,
  values: MessageValues,
  translator: Pick<Translator, 'tryText'>,
): string | null {
  const why = translator.tryText(String(values.reason ?? ''), withProblemSentence(values, translator)) ?? '';
  return translator.tryText(`error.${code}`, { why, ...values });
}
