import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { createFormatter, type Formatter, type Locale } from '#shared/text/format.ts';
import { type Translator, translatorOf } from '#shared/text/translate.ts';
import { LANGUAGE_KEY, loadLateMessages, loadMessages, messagesIn, storedLocale } from './messages.ts';

export interface Text extends Translator {
  readonly format: Formatter;
  readonly setLocale: (locale: Locale) => void;
  /** The name in the screen's language. */
  readonly pick: (names: { readonly name: string; readonly nameEn: string }) => string;
}

const TextContext = createContext<Text | null>(null);
/** Gives every screen its sentences and formats, in a language that was loaded; remembers the language on this machine. */
export function TextProvider(props: { readonly children: ReactNode }) {
  const [locale, show] = useState<Locale>(storedLocale);
  useEffect(() => {
    window.localStorage.setItem(LANGUAGE_KEY, locale);
    document.documentElement.lang = locale;
  }, [locale]);
  const text = useMemo<Text>(
    () => ({
      ...translatorOf(locale, messagesIn(locale)),
      format: createFormatter(locale),
      setLocale: (next) =>
        void loadMessages(next)
          .then(loadLateMessages)
          .then(() => show(next)),
      pick: (names) => (locale === 'vi' ? names.name : names.nameEn),
    }),
    [locale],
  );
  return <TextContext value={text}>{props.children}</TextContext>;
}

/** The same text for all below, which now also knows what people call cuts: titles that have only a code say it too. */
export function CutLabels(props: {
  readonly labels: ReadonlyMap<string, string | null>;
  readonly children: ReactNode;
}) {
  const { labels } = props;
  const text = useText();
  const named = useMemo<Text>(
    () => ({ ...text, cutLabel: (code) => labels.get(code) ?? null }),
    [text, labels],
  );
  return <TextContext value={named}>{props.children}</TextContext>;
}

/** `t`, formats and the language of the screen. */
export function useText(): Text {
  const text = useContext(TextContext);
  if (text === null) throw new Error('useText needs a TextProvider above it');
  return text;
}
