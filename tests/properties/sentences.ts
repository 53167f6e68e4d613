import { IntlMessageFormat } from 'intl-messageformat';
import type { Reason } from '#shared/domain/model.ts';
import { reasonValueKind } from '#shared/domain/reason.ts';
import { reasons } from '#shared/text/messages/reasons.ts';
import { createTranslator } from '#shared/text/translator.ts';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
const SPEAKERS = { vi: createTranslator('vi'), en: createTranslator('en') } as const;
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
  return SPEAKERS[language].tryText(reason.code, reason.values) ?? reason.code;
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
    // Nothing and one may be said in words.
    if (element.type === PLURAL && value < 2) continue;
    const within = stepOf(element);
    const isSaid = (number: number): boolean =>
      isNear(number, value, within) || isNear(number, value * 100, within);
    if (!numbersIn(sentence, language).some(isSaid)) {
      return `${reason.code}: ${element.value}=${value} is not in '${sentence}'`;
    }
  }
  return null;
}

/** Every number of a sentence as the language writes it. */
function numbersIn(sentence: string, language: Language): number[] {
  const [thousands, decimals] = language === 'vi' ? ['.', ','] : [',', '.'];
  return (sentence.match(/-?\d+(?:[.,]\d+)*/g) ?? []).map((text) =>
    Number(text.replaceAll(thousands, '').replace(decimals, '.')),
  );
}

/** Two decimals are written, of means one; 99.999% is cut to 99.99%, never rounded to all. */
const STEP = 0.01;
const HALF_STEP_OF_MEANS = 0.05;

function stepOf(element: Element): number {
  const style = element.type === NUMBER && 'style' in element ? element.style : null;
  const options = typeof style === 'object' && style !== null && 'parsedOptions' in style ? style : null;
  return options?.parsedOptions.maximumFractionDigits === 1 ? HALF_STEP_OF_MEANS : STEP;
}

const isNear = (shown: number, value: number, within = STEP): boolean =>
  Math.abs(shown - value) <= within + Math.abs(value) * 1e-9;

/** True when the number itself, not rounded away, stands in the sentence as a percentage. */
export function percentIn(sentence: string, value: number, language: Language): boolean {
  return numbersIn(sentence, language).some((shown) => isNear(shown, value * 100));
}
