import type { ReadDatabase } from '#main/db/open.ts';
import { listUnitKeys, type UnitKey, unitsChangeAfter } from './store.ts';

/** Positions of unit ids in the walk of a recompute: everything below is held in arrays by position. */
export type UnitPositions = ReadonlyMap<number, number>;

/** A province or the country. */
export interface Place {
  readonly unit: UnitKey;
  readonly position: number;
  /** Positions of its communes in the walk. */
  readonly members: readonly number[];
}

/** The units in force on a day, in the order they are walked. */
export interface Ground {
  readonly units: readonly UnitKey[];
  readonly positions: UnitPositions;
  readonly places: readonly Place[];
}

/** Gives the units in force on a day (yyyy-mm-dd); days between which nothing changes share one ground. */
export function groundReader(database: ReadDatabase): (day: string) => Ground {
  let last: { readonly from: string; readonly until: string | null; readonly ground: Ground } | null = null;
  return (day) => {
    const isSame = last !== null && last.from <= day && (last.until === null || day < last.until);
    if (last === null || !isSame) {
      const ground = groundOf(listUnitKeys(database, day));
      last = { from: day, until: unitsChangeAfter(database, day), ground };
    }
    return last.ground;
  };
}

function groundOf(units: readonly UnitKey[]): Ground {
  const communes = [...units.keys()].filter((position) => units[position]?.level === 'commune');
  const byParent = Map.groupBy(communes, (position) => units[position]?.parentId);
  const places = [...units.entries()].flatMap(([position, unit]) => {
    if (unit.level === 'commune') return [];
    const members = unit.level === 'country' ? communes : (byParent.get(unit.id) ?? []);
    return [{ unit, position, members }];
  });
  return { units, positions: new Map(units.map((unit, position) => [unit.id, position])), places };
}
