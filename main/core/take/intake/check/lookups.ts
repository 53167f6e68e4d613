import { foldText, spellingKey } from '#shared/text/fold.ts';
import type { Locale } from '#shared/text/format.ts';
import { fullUnitName } from '#shared/text/unit-names.ts';
import { type Place, type Problem, type ProblemCode, problem } from '../problem.ts';
import type { Cell } from '../read/table.ts';
import { foldHeader } from '../recognise/fold-header.ts';
import { suggestMeanings } from '../recognise/header.ts';
import { textOf } from '../recognise/text-of.ts';
import type { FormerUnit } from '../resolve/former.ts';
import { officialName, type Register, type RegisterUnit } from '../resolve/register.ts';
import { type Resolution, resolveUnit } from '../resolve/resolve-unit.ts';
import { cutLookup } from './cut-lookup.ts';
import { formerProblem } from './former-parts.ts';
import { formerOf, type RowWords } from './former-words.ts';
import { type FoundIndicator, type LookupParts, type Lookups, placeAt } from './lookup-parts.ts';
import type { Candidate } from './question.ts';

export function createLookups(parts: LookupParts): Lookups {
  return {
    ...unitLookup(parts),
    indicator: indicatorLookup(parts),
    cut: cutLookup(parts),
    isUnitName: (text) => parts.options.register.byFold.has(foldText(text)),
  };
}

/** 'Xã An Lão, TP. Hải Phòng': enough to tell units of one name apart. */
export function describeUnit(
  unit: RegisterUnit,
  options: { readonly register: Pick<Register, 'byCode'>; readonly day: string; readonly language?: Locale },
): string {
  const { day, language = 'vi' } = options;
  const own = nameOn(unit, day, language);
  const province = unit.province === null ? undefined : options.register.byCode.get(unit.province);
  return province === undefined || unit.level !== 'commune'
    ? own
    : `${own}, ${nameOn(province, day, language)}`;
}

function nameOn(unit: RegisterUnit, day: string, language: Locale): string {
  const name = officialName(unit, day);
  if (name === null || name.kind === null) return unit.code;
  return fullUnitName(
    { code: unit.code, kind: name.kind, name: name.name, nameEn: name.nameEn ?? name.name },
    language,
  );
}

type Known = {
  readonly index: number | null;
  readonly again: ((place: Place) => void) | null;
  /** Whether it is a unit at all, of today or of old. */
  readonly isNamed: boolean;
};

type Words = {
  readonly code: Cell;
  readonly name: Cell;
  readonly province: Cell;
  readonly district: Cell;
  readonly known: Known;
};

// A file of names nobody has ever heard of must not fill the memory: what was found is then found again.
const MOST_WORDINGS = 50_000;

function unitLookup(parts: LookupParts): Pick<Lookups, 'unit' | 'names'> {
  // By the raw cells, of which a row mostly repeats the code alone; then by their texts.
  const byCell = new Map<Cell, Words>();
  const byText = new Map<string, Known>();
  const find = (code: Cell, name: Cell, province: Cell, district: Cell): Known => {
    const row = {
      ...{ code: textOf(code), name: textOf(name), province: textOf(province) },
      district: textOf(district),
    };
    const key = [row.code, row.name, row.province, row.district].join('\u0001');
    let known = byText.get(key);
    if (known === undefined) {
      known = resolveWords(parts, row);
      if (byText.size >= MOST_WORDINGS) byText.clear();
      byText.set(key, known);
    }
    return known;
  };
  const unit: Lookups['unit'] = (code, name, { province, district }, row, column) => {
    const cell = code ?? name;
    let words = byCell.get(cell);
    if (words === undefined || !isSame(words, code, name, province, district)) {
      words = { code, name, province, district, known: find(code, name, province, district) };
      if (byCell.size >= MOST_WORDINGS) byCell.clear();
      if (cell === null || typeof cell !== 'object') byCell.set(cell, words);
    }
    words.known.again?.(placeAt(parts, row, column));
    return words.known.index;
  };
  return {
    unit,
    names: (code, name, { province, district }) => find(code, name, province, district).isNamed,
  };
}

const isSame = (words: Words, code: Cell, name: Cell, province: Cell, district: Cell): boolean =>
  words.code === code && words.name === name && words.province === province && words.district === district;

function resolveWords(parts: LookupParts, row: RowWords): Known {
  const { options, figures } = parts;
  const { code, name, province } = row;
  const id = `unit:${code}|${spellingKey(name)}|${foldText(province)}`;
  const chosen = options.register.byCode.get(options.answers.get(id) ?? '');
  if (chosen !== undefined) return { index: figures.units.indexOf(chosen.code), again: null, isNamed: true };
  const words = { code: code || null, name: name || null, province: province || null };
  const scope = {
    province: parts.nameProvince,
    day: options.day,
    formerProvince: options.former.province,
  };
  const resolution = resolveUnit(words, options.register, scope);
  const former = formerOf(row, resolution, options, parts.nameProvince);
  if (former !== null) return knownFormer(parts, former);
  if (resolution.outcome !== 'found') {
    parts.unknown.meet('unit', id);
    return {
      index: null,
      again: (place) => refuse(parts, { id, code, name, province }, resolution, place),
      isNamed: resolution.outcome === 'ask' && resolution.why !== 'similar',
    };
  }
  const isOutside = options.province !== null && resolution.notes.includes('otherProvince');
  const notes = noteProblems(resolution, code, province, parts);
  const again = (place: Place): void => {
    for (const note of notes) parts.report({ ...note, ...whole(place) });
  };
  return {
    index: isOutside ? null : figures.units.indexOf(resolution.unit.code),
    again: notes.length === 0 ? null : again,
    isNamed: true,
  };
}

/** Its figures are added up with those of its neighbours; what it reports in words has no place today. */
function knownFormer(parts: LookupParts, former: FormerUnit): Known {
  const code = parts.former?.codeOf(former);
  if (code !== undefined) return { index: parts.figures.units.indexOf(code), again: null, isNamed: true };
  const nameOf = (into: string) => nameOfCode(into, parts.options);
  return {
    index: null,
    again: (place) => parts.report(formerProblem(former, nameOf, place)),
    isNamed: true,
  };
}

export function nameOfCode(code: string, options: Pick<LookupParts['options'], 'register' | 'day'>): string {
  const unit = options.register.byCode.get(code);
  return unit === undefined ? code : describeUnit(unit, options);
}

function whole({ sheet = null, row = null, column = null }: Place) {
  return { sheet, row, column };
}

function noteProblems(
  found: Extract<Resolution, { outcome: 'found' }>,
  code: string,
  province: string,
  parts: LookupParts,
): Problem[] {
  const unit = describeUnit(found.unit, parts.options);
  return found.notes.flatMap((note): Problem[] => {
    if (note === 'zeroLost')
      return [problem('warning', 'UNIT_CODE_ZERO_LOST', { code, full: found.unit.code, unit })];
    if (note === 'provinceUnknown')
      return [problem('warning', 'PROVINCE_UNKNOWN', { text: province.slice(0, 60), unit })];
    if (note === 'oldKind') return [problem('warning', 'UNIT_KIND_OLD', { unit })];
    return parts.options.province === null ? [] : [problem('error', 'UNIT_OTHER_PROVINCE', { unit })];
  });
}

const ASK_CODES = {
  ambiguous: 'UNIT_AMBIGUOUS',
  similar: 'UNIT_SUGGESTED',
  codeNameDiffer: 'UNIT_CODE_NAME_DIFFER',
  provinceDiffers: 'UNIT_PROVINCE_DIFFERS',
} as const satisfies Record<string, ProblemCode>;

function refuse(
  parts: LookupParts,
  { id, code, name, province }: { id: string; code: string; name: string; province: string },
  resolution: Exclude<Resolution, { outcome: 'found' }>,
  place: Place,
): void {
  if (resolution.outcome !== 'ask') {
    const problemCode = resolution.outcome === 'missing' ? 'UNIT_MISSING' : 'UNIT_UNKNOWN';
    const at = resolution.outcome === 'missing' ? place : { ...place, key: id };
    parts.report(problem('error', problemCode, { code, name }, at));
    return;
  }
  const candidates = resolution.candidates.map(
    (unit): Candidate => ({
      code: unit.code,
      label: describeUnit(unit, parts.options),
    }),
  );
  const labels = candidates.map((candidate) => `${candidate.label} (${candidate.code})`).join('; ');
  const values = { code, name, province, candidates: labels };
  parts.report(problem('question', ASK_CODES[resolution.why], values, { ...place, key: id }));
  parts.questions.ask({ id, code: ASK_CODES[resolution.why], values, candidates, first: place });
}

function indicatorLookup(parts: LookupParts): Lookups['indicator'] {
  const { vocabulary, answers } = parts.options;
  const byCell = new Map<Cell, FoundIndicator>();
  const known = new Map<string, FoundIndicator | null>();
  const find = (text: string): FoundIndicator | null => {
    const meaning = vocabulary.exact.get(foldHeader(text));
    const own =
      vocabulary.indicators.get(text) ??
      vocabulary.indicators.get(answers.get(`indicator:${foldHeader(text)}`) ?? '');
    const code = own?.code ?? (meaning !== undefined && 'indicator' in meaning ? meaning.indicator : null);
    const indicator = code === null ? undefined : vocabulary.indicators.get(code);
    return indicator === undefined
      ? null
      : { index: parts.figures.indicators.indexOf(indicator.code), kind: indicator.kind };
  };
  return (cell, row, column) => {
    const before = byCell.get(cell);
    if (before !== undefined) return before;
    const text = textOf(cell);
    let answer = known.get(text);
    if (answer === undefined) {
      answer = find(text);
      if (answer === null) parts.unknown.meet('indicator', text);
      if (known.size >= MOST_WORDINGS) known.clear();
      known.set(text, answer);
    }
    if (answer === null) refuseIndicator(parts, text, placeAt(parts, row, column));
    else if (typeof cell === 'string') byCell.set(cell, answer);
    return answer;
  };
}

function refuseIndicator(parts: LookupParts, text: string, place: Place): void {
  const { vocabulary } = parts.options;
  const candidates = suggestMeanings(text, vocabulary).flatMap((meaning): Candidate[] => {
    const indicator = 'indicator' in meaning ? vocabulary.indicators.get(meaning.indicator ?? '') : undefined;
    return indicator === undefined ? [] : [{ code: indicator.code, label: indicator.name }];
  });
  const values = {
    text: text.slice(0, 80),
    count: candidates.length,
    candidates: candidates.map(({ label }) => label).join('; '),
  };
  const id = `indicator:${foldHeader(text)}`;
  const severity = candidates.length === 0 ? 'error' : 'question';
  parts.report(problem(severity, 'INDICATOR_UNKNOWN', values, { ...place, key: id }));
  if (candidates.length === 0) return;
  parts.questions.ask({
    id,
    code: 'INDICATOR_UNKNOWN',
    values,
    candidates,
    first: place,
  });
}
