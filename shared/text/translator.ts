import { messagesOf } from './catalogue.ts';
import type { Locale } from './format.ts';
import { type Translator, translatorOf } from './translate.ts';

export type { MessageValues, Translator } from './translate.ts';

/** A translator of the whole catalogue. The user interface has the catalogue of one language at a time (translatorOf). */
export function createTranslator(locale: Locale): Translator {
  return translatorOf(locale, messagesOf(locale));
}
