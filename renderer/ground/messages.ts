/// <reference path="./message-modules.d.ts" />
import type { Locale } from '#shared/text/format.ts';

type Messages = Readonly<Record<string, string>>;

/** Where this machine remembers the language. */
export const LANGUAGE_KEY = 'kh02-language';
const FIRST = { vi: () => import('virtual:messages-vi'), en: () => import('virtual:messages-en') } as const;
const LATE = {
  vi: () => import('virtual:messages-late-vi'),
  en: () => import('virtual:messages-late-en'),
} as const;
const loaded = new Map<Locale, Record<string, string>>();

/** The language that was chosen last on this machine. */
export function storedLocale(): Locale {
  const stored = window.localStorage.getItem(LANGUAGE_KEY);
  return stored !== null && Object.hasOwn(FIRST, stored) ? (stored as Locale) : 'vi';
}

/** Fetches what the first screens say in a language: most people read one, so that the program itself carries none. */
export async function loadMessages(locale: Locale): Promise<void> {
  if (!loaded.has(locale)) loaded.set(locale, { ...(await FIRST[locale]()).default });
}

/** Fetches what all other screens say, in every language that was asked for; whoever has the first sentences has these too. */
export async function loadLateMessages(): Promise<void> {
  for (const [locale, messages] of loaded) Object.assign(messages, (await LATE[locale]()).default);
}

/** The sentences of a language that was loaded, by key; throws for another: our own mistake. */
export function messagesIn(locale: Locale): Messages {
  const messages = loaded.get(locale);
  if (messages === undefined) throw new Error(`The language ${locale} was not loaded`);
  return messages;
}
