import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { createFormatter, type Formatter, LOCALES, type Locale } from '#shared/text/format.ts';
import { createTranslator, type Translator } from '#shared/text/translator.ts';

export interface Text extends Translator {
  readonly format: Formatter;
  readonly setLocale: (locale: Locale) => void;
  /** The name in the screen's language. */
  readonly pick: (names: { readonly name: string; readonly nameEn: string }) => string;
}

const TextContext = createContext<Text | null>(null);
const STORAGE_KEY = 'kh02-language';

function storedLocale(): Locale {
  const stored = window.localStorage.getItem(STORAGE_KEY);
  return LOCALES.find((locale) => locale === stored) ?? 'vi';
}

/** Gives every screen its sentences and formats; remembers the language on this machine. */
export function TextProvider(props: { readonly children: ReactNode }) {
  const [locale, setLocale] = useState<Locale>(storedLocale);
  useEffect(() => {
    window.localStorage.setItem(STORAGE_KEY, locale);
    document.documentElement.lang = locale;
  }, [locale]);
  const text = useMemo<Text>(
    () => ({
      ...createTranslator(locale),
      format: createFormatter(locale),
      setLocale,
      pick: (names) => (locale === 'vi' ? names.name : names.nameEn),
    }),
    [locale],
  );
  return <TextContext value={text}>{props.children}</TextContext>;
}

/** `t`, formats and the language of the screen. */
export function useText(): Text {
  const text = useContext(TextContext);
  if (text === null) throw new Error('useText needs a TextProvider above it');
  return text;
}
