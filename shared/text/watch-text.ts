import { problemSentence } from './intake-text.ts';
import type { Translator } from './translator.ts';

/** The sentence behind a reason of the watched folder; the code itself when there is no such sentence. */
export function watchSentence(
  reason: { readonly code: string; readonly values: Readonly<Record<string, string | number>> },
  translator: Pick<Translator, 'tryText'>,
  dateTime: (at: string) => string,
): string {
  const problem = /^intake\.problem\.(.+)$/.exec(reason.code)?.[1];
  if (problem !== undefined) return problemSentence({ code: problem, values: reason.values }, translator);
  const at = reason.values.at === undefined ? {} : { at: dateTime(String(reason.values.at)) };
  return translator.tryText(reason.code, { ...reason.values, ...at }) ?? reason.code;
}
