import type { UnitKind } from '#shared/domain/model.ts';
import type { Locale } from './format.ts';

/** What a unit's full name is made of. */
export interface NamedUnit {
  readonly code: string;
  readonly kind: UnitKind;
  readonly name: string;
  readonly nameEn: string;
}

const PREFIXES: Readonly<Record<UnitKind, string>> = {
  quoc_gia: '',
  thanh_pho: 'TP. ',
  tinh: 'Tỉnh ',
  xa: 'Xã ',
  phuong: 'Phường ',
  dac_khu: 'Đặc khu ',
};

const SUFFIXES: Readonly<Record<UnitKind, string>> = {
  quoc_gia: '',
  thanh_pho: ' City',
  tinh: ' Province',
  xa: ' Commune',
  phuong: ' Ward',
  dac_khu: ' Special Zone',
};

/** The code of the country as a unit. */
export const COUNTRY_CODE = 'VN';
const COUNTRY_NAMES: Readonly<Record<Locale, string>> = { vi: 'Cả nước', en: 'Viet Nam' };

/** 'Phường Phù Liễn', 'TP. Hải Phòng', 'Cả nước'; in English 'Phu Lien Ward', 'Haiphong City', 'Viet Nam'. */
export function fullUnitName(unit: NamedUnit, locale: Locale): string {
  if (unit.kind === 'quoc_gia') return COUNTRY_NAMES[locale];
  return locale === 'vi' ? `${PREFIXES[unit.kind]}${unit.name}` : `${unit.nameEn}${SUFFIXES[unit.kind]}`;
}

/** The name without its kind, in the language: 'Phù Liễn', 'Phu Lien'; the country has one name everywhere. */
export function shortUnitName(
  unit: Pick<NamedUnit, 'name' | 'nameEn'> & { readonly code?: string },
  locale: Locale,
): string {
  if (unit.code === COUNTRY_CODE) return COUNTRY_NAMES[locale];
  return locale === 'vi' ? unit.name : unit.nameEn;
}

/** A kind as people write it: towns were communes of their own until 01/07/2025, when the level of districts ended. */
export type WrittenKind = UnitKind | 'thi_tran';

export interface KindAndName {
  /** Kinds the prefix may stand for ('T.P' only cities); empty when there was no prefix. */
  readonly kinds: readonly WrittenKind[];
  readonly name: string;
}

// Longer words first: 'Thành phố' before 'T', 'Phường' before 'P'.
const KIND_PREFIXES: readonly (readonly [RegExp, readonly WrittenKind[]])[] = [
  [/^(thị trấn|thi tran)\s+(?=\S)|^tt(\.\s*|\s+)(?=\S)/iu, ['thi_tran']],
  [/^(thành phố|thanh pho|tp\.?)[\s.]+(?=\S)|^tp\.(?=\S)/iu, ['thanh_pho']],
  [/^(tỉnh|tinh)\s+(?=\S)|^t\.\s*(?=\S)/iu, ['tinh']],
  [/^(phường|phuong)\s+(?=\S)|^p\.\s*(?=\S)/iu, ['phuong']],
  [/^(đặc khu|dac khu|đk|dk)[\s.]+(?=\S)|^đ\.?\s?k\.\s*(?=\S)/iu, ['dac_khu']],
  [/^(xã|xa)\s+(?=\S)|^x\.\s*(?=\S)/iu, ['xa']],
];

const KIND_SUFFIXES: readonly (readonly [RegExp, readonly UnitKind[]])[] = [
  [/(?<=\S)\s+special zone$/iu, ['dac_khu']],
  [/(?<=\S)\s+commune$/iu, ['xa']],
  [/(?<=\S)\s+ward$/iu, ['phuong']],
  [/(?<=\S)\s+province$/iu, ['tinh']],
  [/(?<=\S)\s+city$/iu, ['thanh_pho']],
];

/** Takes the kind off a written name: 'P. Phù Liễn' -> phuong + 'Phù Liễn'; a bare name keeps all of it. */
export function splitUnitKind(text: string): KindAndName {
  const trimmed = text.normalize('NFC').trim().replace(/\s+/g, ' ');
  for (const [shape, kinds] of [...KIND_PREFIXES, ...KIND_SUFFIXES]) {
    const name = trimmed.replace(shape, '');
    if (name !== trimmed) return { kinds, name: name.trim() };
  }
  return { kinds: [], name: trimmed };
}
