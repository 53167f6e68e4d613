import { IntlMessageFormat } from 'intl-messageformat';
import type { Reason } from '#shared/domain/model.ts';
import { reasonValueKind } from '#shared/domain/reason.ts';
import { reasons } from '#shared/text/messages/reasons.ts';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
const TAGS: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };

type Element = ReturnType<IntlMessageFormat['getAst']>[number];
// Element types of the ICU parser: number, plural, select.
const NUMBER = 2;
const PLURAL = 6;

export function messageOf(code: string, language: Language): IntlMessageFormat {
  const texts: Readonly<Record<string, string>> = reasons[language];
  const text = texts[code];
  if (text === undefined) throw new Error(`No sentence ${code} in ${language}`);
  return new IntlMessageFormat(text, TAGS[language], undefined, { ignoreTag: true });
}

/** The sentence of a reason; names and days stay the codes they came as. */
export function render(reason: Reason, language: Language): string {
  return String(messageOf(reason.code, language).format({ ...reason.values }));
}

/** Every placeholder of a message, those inside its choices as well. */
export function placeholders(elements: readonly Element[]): Set<string> {
  const names = new Set<string>();
  for (const element of elements) {
    if (element.type !== 0 && element.type !== 7) names.add(element.value);
    if ('options' in element) {
      for (const option of Object.values(element.options)) {
        for (const name of placeholders(option.value)) names.add(name);
      }
    }
  }
  return names;
}

/**
 * What is wrong with the sentence of a reason, in a few words, or null: every placeholder has a value, no
 * number is null, and every number that stands outside a choice is in the sentence as the language writes it.
 */
export function faultOf(reason: Reason, language: Language): string | null {
  const message = messageOf(reason.code, language);
  for (const name of placeholders(message.getAst())) {
    if (!Object.hasOwn(reason.values, name)) return `${reason.code}: no value for ${name}`;
  }
  for (const [name, value] of Object.entries(reason.values)) {
    if (value === null) return `${reason.code}: ${name} is null`;
    if (typeof value === 'number' && reasonValueKind(name) !== undefined) return `${name} is no number`;
  }
  const sentence = render(reason, language);
  for (const element of message.getAst()) {
    if (element.type !== NUMBER && element.type !== PLURAL) continue;
    const value = Number(reason.values[element.value]);
    if (!writings(value, language).some((text) => sentence.includes(text))) {
      return `${reason.code}: ${element.value}=${value} is not in '${sentence}'`;
    }
  }
  return null;
}

function writings(value: number, language: Language): string[] {
  const plain = new Intl.NumberFormat(TAGS[language], { maximumFractionDigits: 3 });
  const short = new Intl.NumberFormat(TAGS[language], { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(TAGS[language], { style: 'percent', maximumFractionDigits: 2 });
  // English writes a plural's 1 inside words only with its figure, so figures are enough here.
  return [plain.format(value), short.format(value), short.format(value * 100), percent.format(value)];
}

/** True when the number itself, not rounded away, stands in the sentence as a percentage. */
export function percentIn(sentence: string, value: number, language: Language): boolean {
  const text = new Intl.NumberFormat(TAGS[language], { style: 'percent', maximumFractionDigits: 2 });
  return sentence.includes(text.format(value));
}
