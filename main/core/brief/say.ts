import type { ReasonDto } from '#shared/contract/words.ts';
import { createFormatter, type Formatter, type Locale } from '#shared/text/format.ts';
import { reasonText } from '#shared/text/reason-text.ts';
import { createTranslator, type Translator } from '#shared/text/translator.ts';
import { shortUnitName } from '#shared/text/unit-names.ts';

export interface Named {
  readonly name: string;
  readonly nameEn: string;
  /** Of units. */
  readonly code?: string;
}

/** Names that stand behind the codes of reasons. */
export interface NameBook {
  readonly unit: ReadonlyMap<string, Named>;
  readonly task: ReadonlyMap<string, Named>;
  readonly indicator: ReadonlyMap<string, Named>;
  /** What people call cuts that have a name of their own. */
  readonly cutLabels?: ReadonlyMap<string, string | null>;
}

type NamedKind = 'unit' | 'task' | 'indicator';

/** Everything a page needs to speak one language. */
export interface Say {
  readonly locale: Locale;
  readonly t: Translator['t'];
  readonly tryText: Translator['tryText'];
  readonly cutLabel: NonNullable<Translator['cutLabel']>;
  readonly format: Formatter;
  readonly name: (named: Named) => string;
  /** A plan, or one of its phases, as people say it. */
  readonly short: (named: { readonly shortName: string; readonly shortNameEn: string }) => string;
  readonly unit: (code: string) => string;
  readonly indicator: (code: string) => string;
  /** Places as 'A, B và C'; of more than `most` the first ones and how many other places. */
  readonly names: (names: readonly string[], most?: number) => string;
  /** The same for what is no place: indicators, task groups. */
  readonly items: (names: readonly string[], most?: number) => string;
  readonly reason: (reason: ReasonDto) => string;
}

const NAMES_AT_MOST = 8;

/** A speaker of the language over the names of one set of facts. */
export function createSay(locale: Locale, book: NameBook): Say {
  const translator = createTranslator(locale);
  const format = createFormatter(locale);
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const name = (named: Named): string => shortUnitName(named, locale);
  const look = (kind: NamedKind, code: string): string => {
    const named = book[kind].get(code);
    return named === undefined ? code : name({ ...named, code });
  };
  const known = (kind: NamedKind) => (code: string) => {
    const named = book[kind].get(code);
    return named === undefined ? undefined : name({ ...named, code });
  };
  const cutLabel = (code: string): string | null => book.cutLabels?.get(code) ?? null;
  const names = {
    unit: known('unit'),
    task: known('task'),
    indicator: known('indicator'),
    cut: (code: string) => withLabel(cutDate(code, format), cutLabel(code)),
  };
  const enumerate = (all: readonly string[], kind: 'place' | 'item', most = NAMES_AT_MOST): string =>
    all.length <= most + 1
      ? list.format(all)
      : translator.t('briefing.andOthers', {
          names: all.slice(0, most).join(', '),
          count: all.length - most,
          kind,
        });
  const say: Say = {
    locale,
    t: translator.t,
    tryText: translator.tryText,
    cutLabel,
    format,
    name,
    short: ({ shortName, shortNameEn }) => (locale === 'vi' ? shortName : shortNameEn),
    unit: (code) => look('unit', code),
    indicator: (code) => look('indicator', code),
    names: (names, most) => enumerate(names, 'place', most),
    items: (names, most) => enumerate(names, 'item', most),
    reason: (reason) => reasonText(reason, translator, names),
  };
  return say;
}

const withLabel = (name: string, label: string | null): string =>
  label === null ? name : `${name} (${label})`;

/** The date inside a cut's code (week-2025-07-28), or its month. */
export function cutDate(code: string, format: Formatter): string {
  const found = /\d{4}-\d{2}(-\d{2})?/.exec(code)?.[0];
  if (found === undefined) return code;
  return found.length === 7 ? format.month(found) : format.date(found);
}

/** Cut at a word, with an ellipsis, so that it has at most that many characters. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const space = text[most - 1] === ' ' ? cut.length : cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/, '')}…`;
}
