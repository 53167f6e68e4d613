import type { UnitKind, UnitLevel } from '#shared/domain/model.ts';
import { foldText, spellingKey } from '#shared/text/fold.ts';

export interface RegisterName {
  readonly name: string;
  readonly role: 'official' | 'spelling' | 'former' | 'learned';
  readonly kind: UnitKind | null;
  readonly nameEn: string | null;
  /** yyyy-mm-dd; `to` exclusive, null while it holds. */
  readonly from: string;
  readonly to: string | null;
}

/** One unit of the register with every name it has or had. */
export interface RegisterUnit {
  readonly code: string;
  readonly level: UnitLevel;
  readonly province: string | null;
  /** yyyy-mm-dd of its first day, and of the first on which it is no more. */
  readonly held: { readonly from: string; readonly until: string | null };
  readonly names: readonly RegisterName[];
}

/** Whether the unit is there on the day. */
export function isThere({ held }: RegisterUnit, day: string): boolean {
  return held.from <= day && (held.until === null || day < held.until);
}

/** The register ready for look-ups. */
export interface Register {
  readonly byCode: ReadonlyMap<string, RegisterUnit>;
  /** Spelling key (accents count) -> units that bear it. */
  readonly bySpelling: ReadonlyMap<string, readonly RegisterUnit[]>;
  /** Without accents: for suggestions only. */
  readonly byFold: ReadonlyMap<string, readonly RegisterUnit[]>;
  readonly communesOf: ReadonlyMap<string, readonly RegisterUnit[]>;
}

/** Builds the look-ups; learned names are found like official ones. */
export function createRegister(units: readonly RegisterUnit[]): Register {
  const bySpelling = new Map<string, RegisterUnit[]>();
  const byFold = new Map<string, RegisterUnit[]>();
  const communesOf = new Map<string, RegisterUnit[]>();
  for (const unit of units) {
    for (const { name, nameEn } of unit.names) {
      addTo(bySpelling, spellingKey(name), unit);
      addTo(byFold, foldText(name), unit);
      if (nameEn !== null) addTo(byFold, foldText(nameEn), unit);
    }
    if (unit.level === 'commune' && unit.province !== null) addTo(communesOf, unit.province, unit);
  }
  return { byCode: new Map(units.map((unit) => [unit.code, unit])), bySpelling, byFold, communesOf };
}

function addTo(map: Map<string, RegisterUnit[]>, key: string, unit: RegisterUnit): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [unit]);
  else if (!list.includes(unit)) list.push(unit);
}

/** The official name in force on the day, or the last one. */
export function officialName(unit: RegisterUnit, day: string): RegisterName | null {
  const official = unit.names.filter(({ role }) => role === 'official');
  return official.findLast(({ from }) => from <= day) ?? official[0] ?? null;
}
