import { foldText, spellingKey } from '#shared/text/fold.ts';
import { splitUnitKind, type WrittenKind } from '#shared/text/unit-names.ts';
import type { FormerRegister } from './former.ts';
import { isThere, officialName, type Register, type RegisterUnit } from './register.ts';

/** What a row says of its unit; texts as they stand in the file, null where there is nothing. */
export interface UnitWords {
  readonly code: string | null;
  readonly name: string | null;
  readonly province: string | null;
}

export interface ResolveScope {
  /** The sender's province, or null for a file of the whole country. */
  readonly province: string | null;
  /** yyyy-mm-dd on which kinds and names are judged. */
  readonly day: string;
  /** What a province of old is today; without it only today's are known. */
  readonly formerProvince?: FormerRegister['province'];
}

export type Resolution =
  | { readonly outcome: 'found'; readonly unit: RegisterUnit; readonly notes: readonly ResolutionNote[] }
  /** A person has to choose; `why` says what stands in the way. */
  | { readonly outcome: 'ask'; readonly why: AskReason; readonly candidates: readonly RegisterUnit[] }
  | { readonly outcome: 'missing' }
  | { readonly outcome: 'unknown' };
export type ResolutionNote = 'zeroLost' | 'oldKind' | 'otherProvince' | 'provinceUnknown';
export type AskReason = 'ambiguous' | 'similar' | 'codeNameDiffer' | 'provinceDiffers';

const MOST_CANDIDATES = 12;
/** Letters by which two names of one place differ at most, in a long name. */
const MOST_APART = 2;

/**
 * The unit a row speaks of: by code first, else by name with kind and province. Only names that agree in every
 * accent are taken; what agrees without accents, or nearly, is asked. A code whose name says another unit is asked.
 */
export function resolveUnit(words: UnitWords, register: Register, scope: ResolveScope): Resolution {
  const code = words.code?.trim() ?? '';
  const name = words.name?.trim() ?? '';
  if (code === '' && name === '') return { outcome: 'missing' };
  const byCode = code === '' ? [] : unitsOfCode(code, register);
  if (byCode.length > 0) {
    const found = fromCode(code, name, byCode, register, scope);
    return found.outcome === 'found' ? inItsProvince(found, words, register, scope) : found;
  }
  if (name === '') return { outcome: 'unknown' };
  return fromName(name, words.province, register, scope);
}

/**
 * Units a code can mean, the likeliest first: itself, or with the zeros that a spreadsheet dropped (4 -> 04 or
 * 00004). Two digits are a province as they stand, and may be a commune of Hà Nội too (91 -> An Giang or 00091).
 */
function unitsOfCode(text: string, register: Register): RegisterUnit[] {
  const code = text.replace(/\s+/g, '').toUpperCase();
  const exact = register.byCode.get(code);
  if (exact !== undefined) {
    const longer = exact.level === 'province' ? register.byCode.get(code.padStart(5, '0')) : undefined;
    return longer === undefined ? [exact] : [exact, longer];
  }
  const digits = /^\d{1,5}(?=\.0+$|$)/.exec(code)?.[0];
  if (digits === undefined) return [];
  const padded = [digits.padStart(5, '0'), ...(digits.length < 3 ? [digits.padStart(2, '0')] : [])];
  return padded.flatMap((key) => register.byCode.get(key) ?? []);
}

function fromCode(
  code: string,
  name: string,
  units: readonly RegisterUnit[],
  register: Register,
  scope: ResolveScope,
): Resolution {
  const agreeing =
    name === '' ? likeliest(units, code, scope) : units.filter((unit) => bearsName(unit, name, register));
  const [unit] = agreeing.length > 0 ? agreeing : units;
  if (unit === undefined) return { outcome: 'unknown' };
  if (agreeing.length === 0) {
    const named = fromName(name, null, register, scope);
    const others = named.outcome === 'found' ? [named.unit] : named.outcome === 'ask' ? named.candidates : [];
    return { outcome: 'ask', why: 'codeNameDiffer', candidates: [unit, ...others].slice(0, MOST_CANDIDATES) };
  }
  if (agreeing.length > 1) return { outcome: 'ask', why: 'ambiguous', candidates: agreeing };
  const notes: ResolutionNote[] = unit.code === code.replace(/\s+/g, '').toUpperCase() ? [] : ['zeroLost'];
  if (name !== '' && hasOldKind(unit, splitName(name, register).kinds, scope.day)) notes.push('oldKind');
  if (isOutside(unit, scope)) notes.push('otherProvince');
  return { outcome: 'found', unit, notes };
}

/** A code that is right lies where the row says it lies; else it, or the province, is somebody else's. */
function inItsProvince(
  found: Extract<Resolution, { outcome: 'found' }>,
  { name, province }: UnitWords,
  register: Register,
  scope: ResolveScope,
): Resolution {
  const { unit } = found;
  if (unit.level !== 'commune') return found;
  const inName = name === null ? null : splitName(name, register).province;
  const meant = provincesMeant(province ?? inName, register, scope);
  if (meant === null)
    return province === null ? found : { ...found, notes: [...found.notes, 'provinceUnknown'] };
  if (meant.includes(unit.province ?? '')) return found;
  const others = unit.names
    .flatMap((one) => register.bySpelling.get(spellingKey(one.name)) ?? [])
    .filter((other) => other.level === 'commune' && meant.includes(other.province ?? ''));
  const candidates = [...new Set([unit, ...others])].slice(0, MOST_CANDIDATES);
  return { outcome: 'ask', why: 'provinceDiffers', candidates };
}

/** Codes of today's provinces that a text means, one of old by what it is today; null where it means none. */
function provincesMeant(
  text: string | null,
  register: Register,
  { formerProvince }: ResolveScope,
): readonly string[] | null {
  if (text === null || text.trim() === '') return null;
  const today = findProvince(text, register);
  return today === null ? (formerProvince?.(text.trim())?.now ?? null) : [today];
}

/** Without a name to tell: those of the sender's province, else the code as it stands, else all. */
function likeliest(
  units: readonly RegisterUnit[],
  code: string,
  scope: ResolveScope,
): readonly RegisterUnit[] {
  const inside = units.filter((unit) => scope.province !== null && !isOutside(unit, scope));
  if (inside.length > 0) return inside;
  const exact = units.filter((unit) => unit.code === code);
  return exact.length > 0 ? exact : units;
}

// Beside a code a name needs to agree only without accents: the code has named the unit already.
function bearsName(unit: RegisterUnit, name: string, register: Register): boolean {
  const bare = new Set([foldText(splitName(name, register).name), foldText(name)]);
  return unit.names.some(
    (known) => bare.has(foldText(known.name)) || (known.nameEn !== null && bare.has(foldText(known.nameEn))),
  );
}

function fromName(
  text: string,
  provinceText: string | null,
  register: Register,
  scope: ResolveScope,
): Resolution {
  const parts = splitName(text, register);
  const meant = provincesMeant(provinceText ?? parts.province, register, scope);
  const province = meant?.length === 1 ? (meant[0] ?? null) : scope.province;
  const named =
    register.bySpelling.get(spellingKey(parts.name)) ?? register.bySpelling.get(spellingKey(text)) ?? [];
  // A unit that ended may have given its name to the one that followed.
  const there = named.filter((unit) => isThere(unit, scope.day));
  const matches = narrow(there.length > 0 ? there : named, parts.kinds, province, scope.day);
  const [only] = matches;
  if (only !== undefined && matches.length === 1) {
    const notes: ResolutionNote[] = hasOldKind(only, parts.kinds, scope.day) ? ['oldKind'] : [];
    if (isOutside(only, scope)) notes.push('otherProvince');
    if (provinceText !== null && meant === null) notes.push('provinceUnknown');
    return { outcome: 'found', unit: only, notes };
  }
  if (matches.length > 1)
    return { outcome: 'ask', why: 'ambiguous', candidates: matches.slice(0, MOST_CANDIDATES) };
  const similar = findSimilarTo([text, parts.name], province, register);
  return similar.length === 0
    ? { outcome: 'unknown' }
    : { outcome: 'ask', why: 'similar', candidates: similar };
}

export interface NameParts {
  readonly kinds: readonly WrittenKind[];
  readonly name: string;
  readonly province: string | null;
}

const SEPARATORS = [/$^/u, /\s*[,;(/]\s*/u, /\s*[,;(/]\s*|\s+[-–]\s+/u];

// 'UBND xã An Lão, tỉnh Gia Lai', 'An Lão (Hải Phòng)', 'Phường Phù Liễn - TP. Hải Phòng'; a dash may also belong
// to the name itself ('Lâm Viên - Đà Lạt'), so the longest beginning that is a name wins.
export function splitName(text: string, register: Register): NameParts {
  const bare = text.replace(
    /^(ubnd|ủy ban nhân dân|uỷ ban nhân dân|trung tâm phục vụ hành chính công)\s+/iu,
    '',
  );
  let parts: NameParts = { kinds: [], name: bare, province: null };
  for (const separator of SEPARATORS) {
    const [first = '', ...rest] = bare.split(separator).map((part) => part.replace(/\)\s*$/, ''));
    const province = rest.find((part) => part.trim() !== '') ?? null;
    parts = { ...splitUnitKind(first), province };
    if (register.byFold.has(foldText(parts.name))) return parts;
  }
  return parts;
}

export function findProvince(text: string | null, register: Register): string | null {
  if (text === null || text.trim() === '') return null;
  const trimmed = text.trim();
  const code = register.byCode.get(trimmed.padStart(2, '0'));
  if (code?.level === 'province') return code.code;
  const { name } = splitUnitKind(trimmed);
  const named = register.bySpelling.get(spellingKey(name)) ?? register.byFold.get(foldText(name)) ?? [];
  const provinces = named.filter(({ level }) => level === 'province');
  return provinces.length === 1 ? (provinces[0]?.code ?? null) : null;
}

/** The kind narrows when it fits some; the province always does. */
function narrow(
  units: readonly RegisterUnit[],
  kinds: readonly WrittenKind[],
  province: string | null,
  day: string,
): readonly RegisterUnit[] {
  const isProvinceMeant = kinds.some((kind) => kind === 'tinh' || kind === 'thanh_pho');
  const level = isProvinceMeant ? 'province' : 'commune';
  const ofLevel = units.filter((unit) => unit.level === level);
  const inProvince =
    isProvinceMeant || province === null ? ofLevel : ofLevel.filter((unit) => unit.province === province);
  if (kinds.length === 0) return inProvince;
  const ofKind = inProvince.filter((unit) => kinds.includes(officialName(unit, day)?.kind ?? 'quoc_gia'));
  return ofKind.length > 0 ? ofKind : inProvince;
}

function hasOldKind(unit: RegisterUnit, kinds: readonly WrittenKind[], day: string): boolean {
  const kind = officialName(unit, day)?.kind;
  return kinds.length > 0 && kind !== null && kind !== undefined && !kinds.includes(kind);
}

function isOutside(unit: RegisterUnit, scope: ResolveScope): boolean {
  return scope.province !== null && unit.province !== scope.province && unit.code !== scope.province;
}

/** By the text as it stands too: without accents 'Phuong Liet' reads like a kind and a name, and is Phương Liệt. */
function findSimilarTo(
  names: readonly string[],
  province: string | null,
  register: Register,
): RegisterUnit[] {
  const whole = names.filter(
    (name, index) => index === names.length - 1 || register.byFold.has(foldText(name)),
  );
  return [...new Set(whole.flatMap((name) => findSimilar(name, province, register)))].slice(
    0,
    MOST_CANDIDATES,
  );
}

function findSimilar(name: string, province: string | null, register: Register): RegisterUnit[] {
  const fold = foldText(name);
  const isCommuneIn = (unit: RegisterUnit): boolean =>
    unit.level === 'commune' && (province === null || unit.province === province);
  const same = (register.byFold.get(fold) ?? []).filter(isCommuneIn);
  if (same.length > 0) return same.slice(0, MOST_CANDIDATES);
  if (province === null) return (register.byFold.get(fold) ?? []).slice(0, MOST_CANDIDATES);
  const near = (register.communesOf.get(province) ?? [])
    .map((unit) => ({ unit, distance: nearest(unit, fold) }))
    .filter(({ distance }) => distance <= (fold.length > 5 ? MOST_APART : 1))
    .sort((left, right) => left.distance - right.distance)
    .map(({ unit }) => unit);
  // The right name in another province: shown, because the province may be the mistake.
  const elsewhere = (register.bySpelling.get(spellingKey(name)) ?? []).filter(
    ({ level }) => level === 'commune',
  );
  return [...near, ...elsewhere].slice(0, MOST_CANDIDATES);
}

function nearest(unit: RegisterUnit, fold: string): number {
  return Math.min(...foldedNames(unit).map((name) => editDistance(name, fold, MOST_APART)));
}

// Folding is what costs: each unit's names once, however many names of a file are compared with them.
const folded = new WeakMap<RegisterUnit, readonly string[]>();

function foldedNames(unit: RegisterUnit): readonly string[] {
  const known = folded.get(unit);
  if (known !== undefined) return known;
  const names = unit.names.map(({ name }) => foldText(name));
  folded.set(unit, names);
  return names;
}

/** Letters to insert, drop or change (Levenshtein); `most` + 1 when it is more than that. */
function editDistance(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let before = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const change = (before[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(change, (before[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    if (Math.min(...current) > most) return most + 1;
    before = current;
  }
  return before[right.length] ?? most + 1;
}
