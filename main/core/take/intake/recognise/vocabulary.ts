import type { IndicatorKind } from '#shared/domain/model.ts';
import { type Base, basesOf } from './denominators.ts';
import { foldHeader } from './fold-header.ts';
import type { KeyRole, Meaning, Part } from './meaning.ts';

/** An indicator with every official way to write it. */
export interface IndicatorWords {
  readonly code: string;
  readonly kind: IndicatorKind;
  readonly name: string;
  readonly nameEn: string;
  readonly shortName: string;
  readonly shortNameEn: string;
  /** Ways to write it that its names do not cover, and a number of things beside its rate: its numerator. */
  readonly words?: readonly string[];
  readonly numeratorWords?: readonly string[];
  /** What it is, in Vietnamese: says of what a share is a share. */
  readonly definition?: string;
}

// Headers as localities write them, folded (no accents, lower case, words by single spaces).
const KEY_WORDS: Readonly<Record<KeyRole | 'ignored', readonly string[]>> = {
  unitCode: [
    'ma xa',
    'ma don vi',
    'ma dvhc',
    'ma don vi hanh chinh',
    'ma',
    'ma so',
    'ma dv',
    'ma xa phuong',
    'ma phuong xa',
    'ma xa phuong dac khu',
    'ma phuong xa dac khu',
    'ma dia phuong',
    'code',
    'unit code',
    'commune code',
    'ward code',
    'unit',
    'unit id',
    'ma hanh chinh',
  ],
  unitName: [
    'ten xa',
    'ten don vi',
    'don vi',
    'ten',
    'xa phuong',
    'phuong xa',
    'xa',
    'phuong',
    'don vi hanh chinh',
    'dia phuong',
    'ten xa phuong',
    'ten phuong xa',
    'ten don vi hanh chinh',
    'xa phuong dac khu',
    'phuong xa dac khu',
    'ten xa phuong dac khu',
    'ten phuong xa dac khu',
    'ten dia phuong',
    'don vi cap xa',
    'ten don vi cap xa',
    'ubnd xa phuong',
    'ubnd cap xa',
    'commune',
    'unit name',
    'name',
    'commune name',
    'ward',
    'commune ward',
    'don vi bao cao',
    'don vi hanh chinh cap xa',
  ],
  province: [
    'tinh',
    'tinh thanh pho',
    'tinh thanh',
    'ten tinh',
    'tinh tp',
    'ten tinh thanh pho',
    'province',
    'province name',
    'province city',
  ],
  provinceCode: ['ma tinh', 'ma tinh thanh pho', 'ma tp', 'ma tinh tp', 'province code'],
  // Of before July 2025: who names one speaks of units of old.
  district: [
    'huyen',
    'quan huyen',
    'quan',
    'ten huyen',
    'ten quan huyen',
    'huyen quan',
    'huyen thi xa',
    'huyen thi xa thanh pho',
    'quan huyen thi xa',
    'quan huyen thi xa thanh pho',
    'cap huyen',
    'don vi cap huyen',
    'district',
    'district name',
  ],
  cut: [
    'ky',
    'ky so lieu',
    'ky bao cao',
    'cut',
    'ngay so lieu',
    'ngay',
    'ngay bao cao',
    'thoi diem',
    'thang',
    'tuan',
    'date',
    'period',
    'as of',
    'month',
    'week',
    'ky du lieu',
  ],
  indicator: [
    'chi tieu',
    'ma chi tieu',
    'ten chi tieu',
    'tieu chi',
    'ma tieu chi',
    'ten tieu chi',
    'indicator',
    'indicator code',
    'criterion',
    'chi so',
    'ma chi so',
  ],
  ignored: ['stt', 'tt', 'so tt', 'so thu tu', 'no', 'index', 'tong diem', 'xep loai'],
};

const PART_WORDS: Readonly<Record<Part, readonly string[]>> = {
  value: [
    'gia tri',
    'value',
    'so lieu',
    'ket qua',
    'ty le',
    'rate',
    'percent',
    'percentage',
    'share',
    'ty le dat',
    'trang thai',
    'dat chua dat',
    'co khong',
    'so luong',
  ],
  numerator: ['tu so', 'numerator', 'so dat', 'so thuc hien', 'thuc hien', 'so ho so', 'done'],
  denominator: ['mau so', 'denominator', 'tong so', 'tong', 'total', 'tong so ho so', 'phai thuc hien'],
  note: ['ghi chu', 'note', 'notes', 'remark', 'remarks', 'giai thich', 'comment'],
};

/** Parts that say how many, whatever stands above them. */
export const NUMBER_OF_THINGS: ReadonlySet<string> = new Set(['so luong']);

export interface Vocabulary {
  readonly indicators: ReadonlyMap<string, IndicatorWords>;
  /** Folded header -> meaning. */
  readonly exact: ReadonlyMap<string, Meaning>;
  /** Folded part words -> part. */
  readonly parts: ReadonlyMap<string, Part>;
  /** What each share is a share of. */
  readonly bases: ReadonlyMap<string, Base>;
  /** Folded header -> indicator, for suggestions by common words. */
  readonly phrases: readonly { readonly words: ReadonlySet<string>; readonly meaning: Meaning }[];
}

/** Everything headers may say, for these indicators. */
export function createVocabulary(indicators: readonly IndicatorWords[]): Vocabulary {
  const exact = new Map<string, Meaning>();
  const add = (phrase: string, meaning: Meaning): void => {
    const key = foldHeader(phrase);
    if (key !== '' && !exact.has(key)) exact.set(key, meaning);
  };
  for (const indicator of indicators) addIndicator(indicator, add);
  for (const [role, words] of Object.entries(KEY_WORDS)) {
    for (const word of words) add(word, { role: role as KeyRole | 'ignored' });
  }
  const parts = new Map<string, Part>();
  for (const [part, words] of Object.entries(PART_WORDS)) {
    for (const word of words) {
      parts.set(word, part as Part);
      add(word, { role: part as Part, indicator: null, isPercent: false });
    }
  }
  const phrases = [...exact]
    .filter(([, meaning]) => 'indicator' in meaning && meaning.indicator !== null)
    .map(([phrase, meaning]) => ({ words: new Set(phrase.split(' ')), meaning }));
  return {
    indicators: new Map(indicators.map((item) => [item.code, item])),
    ...{ exact, parts, phrases, bases: basesOf(indicators) },
  };
}

function addIndicator(indicator: IndicatorWords, add: (phrase: string, meaning: Meaning) => void): void {
  const value: Meaning = { role: 'value', indicator: indicator.code, isPercent: false };
  const { code, name, nameEn, shortName, shortNameEn, words = [], numeratorWords = [] } = indicator;
  for (const phrase of [code, name, nameEn, shortName, shortNameEn, ...words]) add(phrase, value);
  const numerator: Meaning = { role: 'numerator', indicator: code, isPercent: false };
  for (const phrase of numeratorWords) add(phrase, numerator);
}
