import type { Reason, UnitKind } from './model.ts';
import { reason } from './reason.ts';
import { namedTwice } from './unit-names-twice.ts';

/** What a resolution does to units, one row of its file each. */
export const UNIT_ACT_KINDS = [
  'new',
  'merge',
  'split',
  'part',
  'rename',
  'status',
  'move',
  'recode',
] as const;
export type UnitActKind = (typeof UNIT_ACT_KINDS)[number];

export interface UnitAct {
  readonly kind: UnitActKind;
  /** Codes of the units that it takes, or takes something of. */
  readonly from: readonly string[];
  /** The unit that it makes, enlarges or changes. */
  readonly code: string;
  /** Null where the row says nothing of it. */
  readonly name: string | null;
  readonly nameEn: string | null;
  readonly unitKind: UnitKind | null;
  readonly province: string | null;
  readonly population: number | null;
  readonly countedIn: number | null;
  readonly seat: string | null;
}

export interface StandingUnit {
  readonly code: string;
  /** 'VN' of a province. */
  readonly parent: string;
  readonly kind: UnitKind;
  readonly name: string;
  readonly nameEn: string;
}

/** What an act is held against: the units on its day, as every earlier resolution left them. */
export interface UnitGround {
  readonly standing: ReadonlyMap<string, StandingUnit>;
  /** Codes of units that were in force some day: a code means one unit for ever. */
  readonly used: ReadonlySet<string>;
  /** Codes of units that another document changes on the same day, with its number. */
  readonly touched: ReadonlyMap<string, string>;
}

interface Named {
  readonly kind: UnitKind;
  readonly name: string;
  readonly nameEn: string;
}

/** What a document says of a unit beside its name; null where it says nothing. */
export interface SaidFacts {
  readonly population: number | null;
  readonly countedIn: number | null;
  readonly seat: string | null;
}

export interface BegunUnit extends StandingUnit, SaidFacts {
  readonly madeFrom: readonly UnitPart[];
}

/** A unit that something was made from; `isPart`: not the whole of it. */
export interface UnitPart {
  readonly code: string;
  readonly isPart: boolean;
}

/** All that a document does on its day; each list by code. */
export interface UnitChange {
  readonly begun: readonly BegunUnit[];
  readonly ended: readonly { readonly code: string; readonly into: readonly string[] }[];
  readonly changed: readonly { readonly code: string; readonly before: Named; readonly after: Named }[];
  /** Units that go on and were enlarged, each with what it was given. */
  readonly enlarged: readonly (SaidFacts & { readonly code: string; readonly by: readonly UnitPart[] })[];
  /** Units that go on and gave parts away. */
  readonly reduced: readonly { readonly code: string; readonly into: readonly string[] }[];
}

/** `at`: which act it is about; null for the whole. */
export interface UnitActProblem {
  readonly at: number | null;
  readonly reason: Reason;
}

const PROVINCE_KINDS: readonly UnitKind[] = ['tinh', 'thanh_pho'];
const COMMUNE_KINDS: readonly UnitKind[] = ['xa', 'phuong', 'dac_khu'];
/** How many units each kind of act takes from. */
const TAKES: Readonly<Record<UnitActKind, readonly [least: number, most: number]>> = {
  new: [0, 0],
  merge: [1, 200],
  split: [1, 1],
  part: [1, 1],
  rename: [0, 0],
  status: [0, 0],
  move: [1, 1],
  recode: [1, 1],
};
/** These give the unit a code that nobody bears. */
const GIVES_CODE: ReadonlySet<UnitActKind> = new Set(['new', 'move', 'recode']);
const CHANGES_NAME: ReadonlySet<UnitActKind> = new Set(['rename', 'status']);
const ENDS: ReadonlySet<UnitActKind> = new Set(['merge', 'split', 'move', 'recode']);

type Values = Readonly<Record<string, string | number>>;

interface Work {
  readonly ground: UnitGround;
  readonly acts: readonly UnitAct[];
  readonly report: (at: number | null, code: string, values?: Values) => void;
  /** Which units end. */
  readonly ends: ReadonlySet<string>;
}

/** What acts of one day come to, whatever their order; with problems the change is not to be used. */
export function evaluateUnitActs(
  ground: UnitGround,
  acts: readonly UnitAct[],
): { readonly change: UnitChange; readonly problems: readonly UnitActProblem[] } {
  const problems: UnitActProblem[] = [];
  const report: Work['report'] = (at, code, values = {}) => {
    problems.push({ at, reason: reason(`reason.units.${code}`, values) });
  };
  const work: Work = { ground, acts, report, ends: endingOf(acts) };
  for (const at of acts.keys()) checkAct(work, at);
  checkTwice(work);
  const begun = begunOf(work);
  const change: UnitChange = {
    begun,
    ended: endedOf(work),
    changed: changedOf(work),
    enlarged: enlargedOf(work),
    reduced: reducedOf(work),
  };
  if (problems.length === 0) checkProvinces(ground, change, report);
  const after = problems.length === 0 ? [...unitsAfter(ground.standing, change).values()] : [];
  for (const { unit, other } of namedTwice(after, [...change.begun, ...change.changed]))
    report(null, 'nameTwice', { value: unit.code, name: unit.name, other: other.code });
  return { change, problems };
}

export function levelOfCode(code: string): 'province' | 'commune' {
  return code.length === 2 ? 'province' : 'commune';
}

/** A unit ends where it is taken whole, unless it is what the act makes; one that is split, unless a part keeps its code. */
function endingOf(acts: readonly UnitAct[]): Set<string> {
  const kept = new Set(acts.filter(({ kind }) => kind === 'split').flatMap(keptBySplit));
  const ending = acts
    .filter(({ kind }) => ENDS.has(kind))
    .flatMap(({ from, code }) => from.filter((one) => one !== code));
  return new Set(ending.filter((code) => !kept.has(code)));
}

function keptBySplit({ from, code }: UnitAct): string[] {
  return from.filter((one) => one === code);
}

function checkAct(work: Work, at: number): void {
  const act = work.acts[at];
  if (act === undefined) return;
  const { ground, report } = work;
  const { kind, from, code } = act;
  const codes = [...new Set([...from, code])];
  const misshapen = codes.find((one) => !/^(\d{2}|\d{5})$/.test(one));
  if (misshapen !== undefined) {
    report(at, 'code', { value: misshapen });
    return;
  }
  for (const one of codes) {
    const document = ground.touched.get(one);
    if (document !== undefined) report(at, 'sameDay', { value: one, document });
  }
  const [least, most] = TAKES[kind];
  if (from.length < least || from.length > most) {
    report(at, 'takes', { act: kind, least, most });
    return;
  }
  if (new Set(from).size < from.length) report(at, 'doubled', { value: doubledOf(from) });
  for (const one of from) if (!ground.standing.has(one)) report(at, 'unknown', { value: one });
  if (from.some((one) => levelOfCode(one) !== levelOfCode(code))) report(at, 'levels', { value: code });
  const kinds = levelOfCode(code) === 'province' ? PROVINCE_KINDS : COMMUNE_KINDS;
  if (act.unitKind !== null && !kinds.includes(act.unitKind)) report(at, 'kindLevel', { value: code });
  checkTarget(work, at, act);
}

function doubledOf(codes: readonly string[]): string {
  return codes.find((code, at) => codes.indexOf(code) !== at) ?? '';
}

function checkTarget({ ground, ends, report }: Work, at: number, act: UnitAct): void {
  const { kind, from, code } = act;
  const known = ground.standing.get(code);
  if (CHANGES_NAME.has(kind)) {
    if (known === undefined) report(at, 'unknown', { value: code });
    else if (ends.has(code)) report(at, 'twoActs', { value: code });
    if (kind === 'rename' && act.name === null) report(at, 'nameMissing', { value: code });
    if (kind === 'status' && act.unitKind === null) report(at, 'kindMissing', { value: code });
  } else if (known === undefined) {
    if (ground.used.has(code)) report(at, 'codeUsed', { value: code });
  } else if (GIVES_CODE.has(kind)) {
    report(at, kind === 'move' && from.includes(code) ? 'moveCode' : 'codeInUse', { value: code });
  } else if (ends.has(code)) report(at, 'twoActs', { value: code });
  if (known !== undefined && act.province !== null && act.province !== known.parent)
    report(at, 'moveCode', { value: code });
  if (kind === 'merge' && from.every((one) => one === code)) report(at, 'mergesNothing', { value: code });
  if (kind === 'part' && (from.includes(code) || from.some((one) => ends.has(one))))
    report(at, 'partEnds', { value: from[0] ?? '' });
}

/** A unit that ends in two acts, or is renamed in two rows. */
function checkTwice({ acts, report }: Work): void {
  const seen = new Map<string, string>();
  for (const [at, { kind, from, code }] of acts.entries()) {
    const isSplit = kind === 'split';
    const ending = ENDS.has(kind) ? from.filter((one) => isSplit || one !== code) : [];
    const own = CHANGES_NAME.has(kind) ? [code] : ending;
    for (const one of own) {
      const act = isSplit ? `split ${one}` : `act ${at}`;
      const before = seen.get(one);
      if (before !== undefined && before !== act) report(at, 'twoActs', { value: one });
      seen.set(one, act);
    }
  }
}

interface Row {
  readonly at: number;
  readonly act: UnitAct;
}

/** The rows that make or enlarge units, by the code of the unit. */
function rowsByTarget({ acts }: Work): Map<string, Row[]> {
  const rows = acts.map((act, at): Row => ({ at, act })).filter(({ act }) => !CHANGES_NAME.has(act.kind));
  return Map.groupBy(rows, ({ act }) => act.code);
}

function begunOf(work: Work): BegunUnit[] {
  const targets = [...rowsByTarget(work)].filter(([code]) => !work.ground.standing.has(code));
  const codes = new Set(targets.map(([code]) => code));
  return targets
    .map(([code, rows]) => begunFrom(work, code, rows, codes))
    .toSorted((one, other) => (one.code < other.code ? -1 : 1));
}

function begunFrom(work: Work, code: string, rows: readonly Row[], begun: ReadonlySet<string>): BegunUnit {
  const { ground, report, ends } = work;
  const at = rows[0]?.at ?? 0;
  const heirOf = rows.find(({ act }) => act.kind === 'recode' || act.kind === 'move')?.act.from[0];
  const heir = heirOf === undefined ? undefined : ground.standing.get(heirOf);
  const sources = rows.flatMap(({ act }) => act.from);
  const parents = new Set(sources.flatMap((one) => ground.standing.get(one)?.parent ?? []));
  const isMove = rows.some(({ act }) => act.kind === 'move');
  const usualParent = parents.size === 1 && !isMove ? [...parents][0] : undefined;
  const said = <Field extends keyof UnitAct>(field: Field) => onlyOf(work, rows, field);
  const name = said('name') ?? heir?.name ?? null;
  const kind = said('unitKind') ?? heir?.kind ?? null;
  const isProvince = levelOfCode(code) === 'province';
  const parent = isProvince ? 'VN' : (said('province') ?? usualParent ?? null);
  if (name === null) report(at, 'nameMissing', { value: code });
  if (kind === null) report(at, 'kindMissing', { value: code });
  if (parent === null) report(at, 'provinceMissing', { value: code });
  const isThere = ground.standing.has(parent ?? '') ? !ends.has(parent ?? '') : begun.has(parent ?? '');
  if (parent !== null && !isProvince && (!isThere || levelOfCode(parent) !== 'province'))
    report(at, 'provinceUnknown', { value: parent });
  const renamed = said('name') !== null;
  return {
    ...{ code, parent: parent ?? '', kind: kind ?? 'xa', name: name ?? code },
    nameEn: said('nameEn') ?? (renamed ? null : heir?.nameEn) ?? plainName(name ?? code),
    ...factsOf(work, rows),
    madeFrom: partsOf(work, rows),
  };
}

/** What the rows of one unit say of a field; two that differ are a problem. */
function onlyOf<Field extends keyof UnitAct>(
  { report }: Work,
  rows: readonly Row[],
  field: Field,
): UnitAct[Field] | null {
  const said = rows.filter(({ act }) => act[field] !== null);
  const [first] = said;
  const other = said.find(({ act }) => act[field] !== first?.act[field]);
  if (other !== undefined) report(other.at, 'contradicts', { value: other.act.code });
  return first?.act[field] ?? null;
}

function factsOf(work: Work, rows: readonly Row[]): SaidFacts {
  return {
    population: onlyOf(work, rows, 'population'),
    countedIn: onlyOf(work, rows, 'countedIn'),
    seat: onlyOf(work, rows, 'seat'),
  };
}

/** Without accents, as names are written in English: 'Hồng Hà' -> 'Hong Ha'. */
function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D');
}

function partsOf({ acts }: Work, rows: readonly Row[]): UnitPart[] {
  const parts = rows.flatMap(({ act }) => {
    const heirs = acts.filter(({ kind, from }) => kind === 'split' && from[0] === act.from[0]).length;
    const isPart = act.kind === 'part' || (act.kind === 'split' && heirs > 1);
    return act.from.filter((code) => code !== act.code).map((code): UnitPart => ({ code, isPart }));
  });
  return parts.toSorted((one, other) => (one.code < other.code ? -1 : 1));
}

function endedOf({ acts, ends }: Work): UnitChange['ended'] {
  return [...ends].toSorted().map((code) => ({
    code,
    into: [...new Set(acts.filter(({ from }) => from.includes(code)).map((act) => act.code))].toSorted(),
  }));
}

function changedOf(work: Work): UnitChange['changed'] {
  const { acts, ground } = work;
  const byCode = Map.groupBy(
    acts.map((act, at): Row => ({ at, act })),
    ({ act }) => act.code,
  );
  return [...byCode].toSorted().flatMap(([code, rows]) => {
    const unit = ground.standing.get(code);
    if (unit === undefined) return [];
    const before = { kind: unit.kind, name: unit.name, nameEn: unit.nameEn };
    const name = onlyOf(work, rows, 'name') ?? unit.name;
    const nameEn = onlyOf(work, rows, 'nameEn') ?? (name === unit.name ? unit.nameEn : plainName(name));
    const after = { kind: onlyOf(work, rows, 'unitKind') ?? unit.kind, name, nameEn };
    const isSame = JSON.stringify(before) === JSON.stringify(after);
    const [first] = rows;
    if (isSame && first !== undefined && CHANGES_NAME.has(first.act.kind))
      work.report(first.at, 'changesNothing', { value: code });
    return isSame ? [] : [{ code, before, after }];
  });
}

function enlargedOf(work: Work): UnitChange['enlarged'] {
  return [...rowsByTarget(work)]
    .filter(([code]) => work.ground.standing.has(code))
    .map(([code, rows]) => ({ code, by: partsOf(work, rows), ...factsOf(work, rows) }))
    .filter(({ by }) => by.length > 0)
    .toSorted((one, other) => (one.code < other.code ? -1 : 1));
}

function reducedOf({ acts, ends }: Work): UnitChange['reduced'] {
  const giving = acts.filter(({ kind }) => kind === 'part' || kind === 'split');
  const pairs = giving.flatMap(({ from, code }) =>
    from.filter((one) => one !== code && !ends.has(one)).map((one) => ({ one, code })),
  );
  return [...Map.groupBy(pairs, ({ one }) => one)]
    .map(([code, given]) => ({ code, into: given.map((pair) => pair.code).toSorted() }))
    .toSorted((one, other) => (one.code < other.code ? -1 : 1));
}

/** Every commune lies in a province that is there, and every province has one. */
function checkProvinces(ground: UnitGround, change: UnitChange, report: Work['report']): void {
  const after = unitsAfter(ground.standing, change);
  const full = new Set([...after.values()].map(({ parent }) => parent));
  for (const { code, parent } of after.values()) {
    if (levelOfCode(code) === 'province' && !full.has(code)) report(null, 'provinceEmpty', { value: code });
    if (levelOfCode(code) === 'commune' && !after.has(parent))
      report(null, 'provinceLeft', { value: parent, commune: code });
  }
}

/** The units from the day of a change on. */
export function unitsAfter(
  standing: ReadonlyMap<string, StandingUnit>,
  { begun, ended, changed }: UnitChange,
): Map<string, StandingUnit> {
  const after = new Map(standing);
  for (const { code } of ended) after.delete(code);
  for (const { code, parent, kind, name, nameEn } of begun)
    after.set(code, { code, parent, kind, name, nameEn });
  for (const { code, after: said } of changed) {
    const unit = after.get(code);
    if (unit !== undefined) after.set(code, { ...unit, ...said });
  }
  return after;
}

/** Codes of the units that a change says something of. */
export function touchedBy({ begun, ended, changed, enlarged, reduced }: UnitChange): Set<string> {
  return new Set([...begun, ...ended, ...changed, ...enlarged, ...reduced].map(({ code }) => code));
}
