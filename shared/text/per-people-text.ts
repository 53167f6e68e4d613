import { type PerPeople, perPeopleDigits } from '#shared/domain/per-people.ts';
import type { Formatter } from './format.ts';
import type { Translator } from './translator.ts';

interface Speaker {
  readonly t: Translator['t'];
  readonly format: Formatter;
}

/** '12,4 trên 10.000 dân (112 xã có cả số liệu và số dân; 2 xã chưa rõ số dân, không tính vào)'; that no population is known. */
export function perPeopleText({ t, format }: Speaker, figure: PerPeople): string {
  const { value, communes, withoutPopulation } = figure;
  if (value === null) return t('perPeople.none');
  const said = t('perPeople.country', { value: perPeopleNumber(format, value), communes });
  return withoutPopulation === 0 ? said : `${said}; ${t('perPeople.without', { count: withoutPopulation })}`;
}

export function perPeopleNumber(format: Formatter, value: number): string {
  return format.number(value, perPeopleDigits(value));
}
