import type { Formatter, Locale } from './format.ts';
import type { Translator } from './translate.ts';
import { fullUnitName, type NamedUnit } from './unit-names.ts';

interface Successor extends NamedUnit {
  readonly level: 'country' | 'province' | 'commune';
  readonly parent: string | null;
}

interface FormerPlace {
  readonly district: string | null;
  readonly province: string | null;
}

interface Former extends FormerPlace {
  readonly level: 'province' | 'district' | 'commune';
  readonly endedOn: string;
  readonly successors: readonly Successor[];
}

export interface FormerText {
  readonly t: Translator['t'];
  readonly format: Pick<Formatter, 'date'>;
  readonly locale: Locale;
  /** The full name of a province of today by its code. */
  readonly province: (code: string) => string;
}

/** Names that a sentence still bears. */
const NAMED = 5;

/** 'từ 01/07/2025 thuộc Phường Hồng Hà, TP. Hà Nội'; of what was divided all that followed, of many the first. */
export function becameText(former: Former, text: FormerText): string {
  const { t, format } = text;
  const date = format.date(former.endedOn);
  const { successors, level } = former;
  if (successors.length === 0) return t('former.nowhere', { date });
  const units = listOf(successors, text);
  if (level === 'district') return t('former.district', { date, units });
  if (successors.length === 1) return t('former.whole', { date, units });
  return t('former.divided', { date, count: successors.length, units });
}

/** 'Quận Ba Đình, Thành phố Hà Nội': where it lay. */
export function formerPlaceText({ district, province }: FormerPlace): string {
  return [district, province].filter((name) => name !== null).join(', ');
}

/** 'Phường Hồng Hà, TP. Hà Nội'. */
function successorText(unit: Successor, { locale, province }: FormerText): string {
  const name = fullUnitName(unit, locale);
  return unit.level === 'commune' && unit.parent !== null ? `${name}, ${province(unit.parent)}` : name;
}

/** The province is said once where all lie in it. */
function listOf(successors: readonly Successor[], text: FormerText): string {
  const parents = new Set(successors.map(({ parent }) => parent));
  const [parent] = parents;
  const named = successors.slice(0, NAMED);
  const left = successors.length - named.length;
  const isOnePlace = parents.size === 1 && parent != null && successors[0]?.level === 'commune';
  const names = named.map((unit) =>
    isOnePlace ? fullUnitName(unit, text.locale) : successorText(unit, text),
  );
  const units = left > 0 ? text.t('former.more', { units: names.join(', '), count: left }) : names.join(', ');
  return isOnePlace ? `${units}, ${text.province(parent)}` : units;
}
