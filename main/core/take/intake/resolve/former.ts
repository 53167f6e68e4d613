import { lazily } from '#main/core/ground/lazily.ts';
import { foldText } from '#shared/text/fold.ts';
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
}

/** Units of old by what files say of them. */
export interface FormerRegister {
  /** The one that a code, a name or both mean; with a province one that lay where that is today. */
  readonly find: (code: string, name: string, province: string | null) => FormerUnit | null;
  /** Whether a commune of old had the code, whatever has it today. */
  readonly hadCommune: (code: string) => boolean;
}

/** `load` is asked when the first unit is met that today's register does not know. */
export function createFormerRegister(load: () => readonly FormerUnit[], register: Register): FormerRegister {
  const known = lazily(() => indexOf(load()));
  const isIn = (province: string | null) => (unit: FormerUnit) =>
    province === null ||
    unit.into.length === 0 ||
    unit.into.some((code) => register.byCode.get(code)?.province === province);
  return {
    find: (code, name, province) => {
      const named = foldText(name);
      const ofCode = (known().byCode.get(code) ?? []).filter(
        (unit) => named === '' || foldText(unit.name) === named,
      );
      const found = ofCode.length > 0 || named === '' ? ofCode : (known().byName.get(named) ?? []);
      const inside = found.filter(isIn(province));
      return inside.length === 1 || ofCode.length > 0 ? (inside[0] ?? null) : null;
    },
    hadCommune: (code) => (known().byCode.get(code) ?? []).some(({ level }) => level === 'commune'),
  };
}

function indexOf(units: readonly FormerUnit[]) {
  return {
    byCode: Map.groupBy(units, ({ code }) => code),
    byName: Map.groupBy(units, ({ name }) => foldText(name)),
  };
}
