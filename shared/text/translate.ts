import { type Formatters, IntlMessageFormat } from 'intl-messageformat';
import type { MessageKey } from './catalogue.ts';
import { createFormatter, type Locale } from './format.ts';

export type MessageValues = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Says a message of the catalogue in one language. */
export interface Translator {
  readonly locale: Locale;
  /** The sentence of the key with its values. Throws for a key that is not in the catalogue: our own mistake. */
  readonly t: (key: MessageKey, values?: MessageValues) => string;
  /** The same for a key that came as data (a reason, an error code); null when there is no such sentence. */
  readonly tryText: (key: string, values?: MessageValues) => string | null;
  /** What people call a cut, by its code, where whoever speaks knows the cuts; null of one that has no name of its own. */
  readonly cutLabel?: (code: string) => string | null;
}

/** Values that others of the same sentence are held against: rounding takes none across them. */
const THRESHOLDS = ['greenFrom', 'yellowFrom', 'target', 'threshold', 'above', 'half'] as const;

/** What means something in ICU MessageFormat; without any of it a message is its own sentence. */
const SYNTAX = /[{}'#]/;

const TAGS: Readonly<Record<Locale, string>> = { vi: 'vi-VN', en: 'en-GB' };

/** Sentences of one language by key. */
export type Messages = Readonly<Record<string, string>>;

/** A translator with its own cache of parsed messages; a message is parsed at its first use. */
export function translatorOf(locale: Locale, texts: Messages): Translator {
  const parsed = new Map<string, IntlMessageFormat>();
  let thresholds: readonly number[] = [];
  const formatters = formattersOf(locale, () => thresholds);
  const parse = (key: string, text: string): IntlMessageFormat => {
    const known = parsed.get(key);
    if (known !== undefined) return known;
    const created = new IntlMessageFormat(text, TAGS[locale], undefined, { ignoreTag: true, formatters });
    parsed.set(key, created);
    return created;
  };
  const tryText = (key: string, values: MessageValues = {}): string | null => {
    const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
    if (text === undefined) return null;
    // Most sentences have nothing to fill in, and a screen says hundreds of them.
    if (!SYNTAX.test(text)) return text;
    thresholds = THRESHOLDS.map((name) => values[name]).filter((value) => typeof value === 'number');
    return String(parse(key, text).format(values));
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

/** What a message says of a number: {share, number, percent}, {points, number, ::scale/100 .##}. */
interface NumberStyle extends Intl.NumberFormatOptions {
  readonly scale?: number;
}

/** Numbers inside sentences are written by the formatter of screens and files, which sees the thresholds beside them. */
function formattersOf(locale: Locale, thresholds: () => readonly number[]): Formatters {
  const format = createFormatter(locale);
  const plurals = new Map<string | undefined, Intl.PluralRules>();
  return {
    getNumberFormat: (_tags, options) => {
      const { style, maximumFractionDigits = 3, scale = 1 }: NumberStyle = options ?? {};
      const limits = thresholds().map((limit) => limit * scale);
      const write = (value: unknown): string => {
        const number = value === null ? null : Number(value);
        return style === 'percent'
          ? format.percent(number, limits)
          : format.number(number, maximumFractionDigits, limits);
      };
      return { format: write } as Intl.NumberFormat;
    },
    getDateTimeFormat: (...options) => new Intl.DateTimeFormat(...options),
    getPluralRules: (tag, options) => {
      const rules = plurals.get(options?.type) ?? new Intl.PluralRules(tag, options);
      plurals.set(options?.type, rules);
      return rules;
    },
  };
}
