import type { ReadDatabase } from '#main/db/open.ts';
import { listUnits } from './store.ts';

export interface UnitName {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: string;
}

/** The names of every unit in force on a day; a code that is not in force is its own name. */
export function unitNames(database: ReadDatabase, day: string): { of(code: string): UnitName } {
  const names = new Map(listUnits(database, day).map((unit) => [unit.code, unit]));
  return {
    of: (code) => {
      const unit = names.get(code);
      if (unit === undefined) return { code, name: code, nameEn: code, kind: '' };
      return { code, name: unit.name, nameEn: unit.nameEn, kind: unit.kind };
    },
  };
}
