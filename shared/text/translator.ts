import { IntlMessageFormat } from 'intl-messageformat';
import { type MessageKey, messagesOf } from './catalogue.ts';
import type { Locale } from './format.ts';

export type MessageValues = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Says a message of the catalogue in one language. */
export interface Translator {
  readonly locale: Locale;
  /** The sentence of the key with its values. Throws for a key that is not in the catalogue: our own mistake. */
  readonly t: (key: MessageKey, values?: MessageValues) => string;
  /** The same for a key that came as data (a reason, an error code); null when there is no such sentence. */
  readonly tryText: (key: string, values?: MessageValues) => string | null;
}

// Numbers inside sentences: {share, number, percent1} writes 59,7%.
const FORMATS = {
  number: {
    percent: { style: 'percent', maximumFractionDigits: 1 },
    percent0: { style: 'percent', maximumFractionDigits: 0 },
    percent1: { style: 'percent', maximumFractionDigits: 1 },
    percent2: { style: 'percent', maximumFractionDigits: 2 },
    decimal1: { maximumFractionDigits: 1 },
    decimal2: { maximumFractionDigits: 2 },
  },
} as const;

/** What means something in ICU MessageFormat; without any of it a message is its own sentence. */
const SYNTAX = /[{}'#]/;

const TAGS: Readonly<Record<Locale, string>> = { vi: 'vi-VN', en: 'en-GB' };

/** A translator with its own cache of parsed messages; a message is parsed at its first use. */
export function createTranslator(locale: Locale): Translator {
  const parsed = new Map<string, IntlMessageFormat>();
  const parse = (key: string, text: string): IntlMessageFormat => {
    const known = parsed.get(key);
    if (known !== undefined) return known;
    const created = new IntlMessageFormat(text, TAGS[locale], FORMATS, { ignoreTag: true });
    parsed.set(key, created);
    return created;
  };
  const tryText = (key: string, values: MessageValues = {}): string | null => {
    const texts = messagesOf(locale);
    const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
    if (text === undefined) return null;
    // Most sentences have nothing to fill in, and a screen says hundreds of them.
    return SYNTAX.test(text) ? String(parse(key, text).format(values)) : text;
  };
  return {
    locale,
    tryText,
    t: (key, values) => {
      const text = tryText(key, values);
      if (text === null) throw new Error(`No message for ${key} in ${locale}`);
      return text;
    },
  };
}
