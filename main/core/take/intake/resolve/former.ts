import { lazily } from '#main/core/ground/lazily.ts';
import { foldText, spellingKey } from '#shared/text/fold.ts';
import { splitUnitKind } from '#shared/text/unit-names.ts';
import type { Register } from './register.ts';

/** A commune or district that is no more. */
export interface FormerUnit {
  readonly level: 'commune' | 'district';
  readonly code: string;
  /** With its kind: 'Phường Quán Toan'. */
  readonly name: string;
  /** yyyy-mm-dd of the first day on which it was no more. */
  readonly endedOn: string;
  /** Codes of the units that it, or parts of it, went into. */
  readonly into: readonly string[];
  /** Where it lay: names with their kinds, null where the register does not say. */
  readonly district: string | null;
  readonly province: { readonly code: string; readonly name: string } | null;
}

/** What a row says beside the code and the name. */
export interface FormerPlace {
  /** Today's province, where the file or the row names one. */
  readonly province: string | null;
  /** Code of a province of old, where the row names one that is no more. */
  readonly formerProvince: string | null;
  readonly district: string | null;
}

/** Units of old by what files say of them. */
export interface FormerRegister {
  /** The one that a code, a name or both mean; null where none or several do. */
  readonly find: (code: string, name: string, place: FormerPlace) => FormerUnit | null;
  /** Whether a commune of old had the code, whatever has it today. */
  readonly hadCommune: (code: string) => boolean;
  /** The province of old that a code or name means, with the provinces that its communes went into. */
  readonly province: (text: string) => { readonly code: string; readonly now: readonly string[] } | null;
  /** The communes of old of which one of today was made, wholly or of a part. */
  readonly partsOf: (code: string) => readonly FormerUnit[];
}

/** `load` is asked when the first unit is met that today's register does not know. */
export function createFormerRegister(load: () => readonly FormerUnit[], register: Register): FormerRegister {
  const known = lazily(() => indexOf(load(), register));
  return {
    find: (code, name, place) => {
      const named = name === '' ? null : splitUnitKind(name);
      const ofCode = (known().byCode.get(code) ?? []).filter((unit) => named === null || bears(unit, named));
      if (ofCode.length > 0) {
        const [only, ...others] = narrowed(ofCode, place, register);
        return others.length === 0 ? (only ?? null) : null;
      }
      if (named === null) return null;
      const all = (known().byName.get(foldText(named.name)) ?? []).filter((unit) => bears(unit, named));
      const exact = all.filter((unit) => spellingKey(bare(unit)) === spellingKey(named.name));
      const [only, ...others] = narrowed(exact.length > 0 ? exact : all, place, register);
      return others.length === 0 ? (only ?? null) : null;
    },
    hadCommune: (code) => (known().byCode.get(code) ?? []).some(({ level }) => level === 'commune'),
    province: (text) => known().provinces.get(provinceKey(text)) ?? null,
    partsOf: (code) => known().partsOf.get(code) ?? [],
  };
}

const bare = ({ name }: FormerUnit): string => splitUnitKind(name).name;

const provinceKey = (text: string): string => foldText(splitUnitKind(text).name);

function bears(unit: FormerUnit, named: ReturnType<typeof splitUnitKind>): boolean {
  const own = splitUnitKind(unit.name);
  const isKind = named.kinds.length === 0 || own.kinds.length === 0 || isSameKind(own.kinds, named.kinds);
  return isKind && foldText(own.name) === foldText(named.name);
}

const isSameKind = (own: readonly string[], named: readonly string[]): boolean =>
  own.some((kind) => named.includes(kind));

/** Those that lay where the row says; what it does not say narrows nothing. */
function narrowed(
  units: readonly FormerUnit[],
  place: FormerPlace,
  register: Register,
): readonly FormerUnit[] {
  const { province, formerProvince, district } = place;
  const isNow = (unit: FormerUnit) =>
    province === null ||
    unit.into.length === 0 ||
    unit.into.some((code) => register.byCode.get(code)?.province === province);
  const wasIn = (unit: FormerUnit) => formerProvince === null || unit.province?.code === formerProvince;
  const inside = units.filter((unit) => isNow(unit) && wasIn(unit));
  if (district === null || inside.length < 2) return inside;
  const wanted = provinceKey(district);
  return inside.filter((unit) => unit.district !== null && provinceKey(unit.district) === wanted);
}

function indexOf(units: readonly FormerUnit[], register: Register) {
  const partsOf = new Map<string, FormerUnit[]>();
  const provinces = new Map<string, { code: string; now: Set<string> }>();
  for (const unit of units) {
    if (unit.level === 'commune')
      for (const code of unit.into) partsOf.set(code, [...(partsOf.get(code) ?? []), unit]);
    if (unit.province === null) continue;
    for (const key of [unit.province.code, provinceKey(unit.province.name)]) {
      const known = provinces.get(key) ?? { code: unit.province.code, now: new Set<string>() };
      provinces.set(key, known);
      for (const code of unit.into) known.now.add(register.byCode.get(code)?.province ?? '');
    }
  }
  return {
    byCode: Map.groupBy(units, ({ code }) => code),
    byName: Map.groupBy(units, (unit) => foldText(bare(unit))),
    partsOf,
    provinces: new Map([...provinces].map(([key, { code, now }]) => [key, { code, now: [...now] }])),
  };
}
