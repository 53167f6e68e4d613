import { FORMER_NEW, FORMER_OLD, FORMER_QUESTION } from '#shared/contract/choices.ts';
import { foldText } from '#shared/text/fold.ts';
import type { FormerPlace, FormerRegister, FormerUnit } from '../resolve/former.ts';
import { officialName, type Register, type RegisterUnit } from '../resolve/register.ts';
import { findProvince, type Resolution, resolveUnit, splitName } from '../resolve/resolve-unit.ts';
import type { CollectOptions } from './options.ts';

/** What a row says of its unit; empty texts where it says nothing. */
export interface RowWords {
  readonly code: string;
  readonly name: string;
  readonly province: string;
  readonly district: string;
}

type Known = Pick<CollectOptions, 'register' | 'former' | 'answers' | 'day'>;

// 'Phường Phúc Xá (từ 01/7/2025 thuộc Phường Hồng Hà)', 'Xã A, nay là xã B'.
const TODAY_SAID =
  /^(.+?)[\s,;(–-]+(?:(?:kể\s+)?từ\s+(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4},?\s*)?(?:nay\s+)?(?:thuộc|là|nhập vào|sáp nhập vào|hợp nhất thành)\s+(.+?)\)?\s*$/iu;

/**
 * The unit of old that a row means: where it says so itself ('từ 01/7/2025 thuộc …'), where its province or district is
 * one of old, where a person has said that the file speaks of units of old, or where none of today is meant.
 */
export function formerOf(
  words: RowWords,
  resolution: Resolution,
  known: Known,
  nameProvince: string | null,
): FormerUnit | null {
  if (resolution.outcome === 'missing') return null;
  const said = saidToday(words, known, nameProvince);
  if (said !== null) return said;
  const place = placeOf(words, known, nameProvince);
  if (isOfOld(place, known)) {
    const found = known.former.find(words.code, nameOf(words.name, known.register), place);
    if (found !== null) return isWholeStill(found, resolution, known.former) ? null : found;
  }
  return whereNoneOfToday(words, resolution, known, place);
}

const isOfOld = ({ formerProvince, district }: FormerPlace, { answers }: Known): boolean => {
  const answer = answers.get(FORMER_QUESTION);
  return answer === FORMER_OLD || (answer !== FORMER_NEW && (formerProvince !== null || district !== null));
};

/** One that became a commune of today all by itself is that commune. */
function isWholeStill(found: FormerUnit, resolution: Resolution, former: FormerRegister): boolean {
  if (resolution.outcome !== 'found' || found.into.length !== 1) return false;
  const [into = ''] = found.into;
  return into === resolution.unit.code && former.partsOf(into).length === 1;
}

function placeOf(
  { name, province, district }: RowWords,
  known: Known,
  nameProvince: string | null,
): FormerPlace {
  const text = province === '' ? (name === '' ? null : splitName(name, known.register).province) : province;
  const today = findProvince(text, known.register);
  const old = text === null || today !== null ? null : known.former.province(text);
  const now = today ?? (old?.now.length === 1 ? (old.now[0] ?? null) : null);
  return {
    province: now ?? nameProvince,
    formerProvince: old?.code ?? null,
    district: district === '' ? null : district,
  };
}

/** With its kind and without a province behind it. */
function nameOf(name: string, register: Register): string {
  const { province } = splitName(name, register);
  return province === null ? name : (name.split(/\s*[,;(/]\s*/u)[0] ?? name);
}

function saidToday(words: RowWords, known: Known, nameProvince: string | null): FormerUnit | null {
  const [, old = '', today = ''] = TODAY_SAID.exec(words.name) ?? [];
  if (today === '') return null;
  const { register, former, day } = known;
  const found = former.find(words.code, old, placeOf({ ...words, name: old }, known, nameProvince));
  const scope = { province: nameProvince, day, formerProvince: former.province };
  const named = resolveUnit({ code: null, name: today, province: words.province || null }, register, scope);
  const units = named.outcome === 'found' ? [named.unit] : named.outcome === 'ask' ? named.candidates : [];
  const into = units.map(({ code }) => code).filter((code) => found?.into.includes(code));
  return found !== null && into.length === 1 ? { ...found, into } : null;
}

function whereNoneOfToday(
  { code, name }: RowWords,
  resolution: Exclude<Resolution, { outcome: 'missing' }>,
  known: Known,
  place: FormerPlace,
): FormerUnit | null {
  const { former, register, day } = known;
  if (resolution.outcome === 'ask' && resolution.why !== 'codeNameDiffer') {
    // What one of today is called but for its accents is asked about, and no unit of old.
    const isCalledSo = (unit: RegisterUnit) =>
      foldText(calledOn(unit, day)) === foldText(bareName(name, register));
    if (resolution.candidates.some(isCalledSo)) return null;
  }
  if (resolution.outcome !== 'found') return former.find(code, nameOf(name, register), place);
  // Of three digits without a name: a commune's of Hà Nội, or a district's of old.
  const isBare = name === '' && resolution.notes.includes('zeroLost') && code.length === 3;
  const isInside = place.province !== null && resolution.unit.province === place.province;
  return isBare && !isInside ? former.find(code, '', place) : null;
}

const calledOn = (unit: RegisterUnit, day: string): string => officialName(unit, day)?.name ?? '';
const bareName = (name: string, register: Register): string => splitName(name, register).name;
