import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import { writePlan } from '../plan/tables-store.ts';
import type { Catalogue, CatalogueProvince, KindFrom } from './catalogue.ts';

interface NamedUnit extends Pick<CatalogueProvince, 'code' | 'name' | 'nameEn' | 'kinds'> {
  readonly level: 'country' | 'province' | 'commune';
  readonly parentId: number | null;
  readonly areaKm2: number | null;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly otherSpelling?: string;
  /** Its first day. */
  readonly from: string;
}

/**
 * Fills the catalogue tables of a new database: units with their names over time, groups, tasks, indicators,
 * targets, categories of difficulties. The caller's transaction holds it; a database that has units already
 * fails on their unique codes.
 */
export function loadCatalogue(database: WriteDatabase, catalogue: Catalogue): void {
  loadUnits(database, catalogue);
  writePlan(database, catalogue.plan);
}

function loadUnits(database: WriteDatabase, { units, plan }: Catalogue): void {
  const from = firstDay(plan);
  const insertUnit = unitWriter(database);
  const country = insertUnit({
    code: 'VN',
    level: 'country',
    parentId: null,
    name: 'Việt Nam',
    nameEn: 'Viet Nam',
    areaKm2: Math.round(units.provinces.reduce((sum, { areaKm2 }) => sum + areaKm2, 0)),
    lon: null,
    lat: null,
    kinds: [{ from, kind: 'quoc_gia' }],
    from,
  });
  const provinceIds = new Map<string, number>();
  for (const province of units.provinces) {
    provinceIds.set(province.code, insertUnit({ ...province, level: 'province', parentId: country, from }));
  }
  for (const commune of units.communes) {
    const parentId = provinceIds.get(commune.province);
    if (parentId === undefined)
      throw new Error(`Commune ${commune.code} has no province ${commune.province}`);
    insertUnit({ ...commune, level: 'commune', parentId, from: commune.kinds[0]?.from ?? from });
  }
}

/** Since when there are the country and its provinces of today; communes begin on the day they took up work, 1 July 2025. */
const UNITS_FROM = '2025-06-19';

/** Units are there on every day a plan speaks of. */
function firstDay(plan: Catalogue['plan']): string {
  return [UNITS_FROM, ...plan.phases.map(({ start }) => start)].toSorted()[0] ?? UNITS_FROM;
}

function unitWriter(database: WriteDatabase): (unit: NamedUnit) => number {
  const insert = database.prepare(
    'INSERT INTO unit (code, level, parent_id, area_km2, lon, lat, valid_from) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const insertName = database.prepare(
    'INSERT INTO unit_name (unit_id, role, kind, name, name_en, valid_from, valid_to) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  return (unit) => {
    const { code, level, parentId, areaKm2, lon, lat, from: first } = unit;
    const id = Number(insert.run(code, level, parentId, areaKm2, lon, lat, first).lastInsertRowid);
    for (const { kind, from, to } of spans(unit.kinds, first)) {
      insertName.run(id, 'official', kind, unit.name, unit.nameEn, from, to);
    }
    if (unit.otherSpelling) insertName.run(id, 'spelling', null, unit.otherSpelling, null, first, null);
    return id;
  };
}

/** Half-open spans [from, to): the day a new kind begins is the end of the one before. */
function spans(kinds: readonly KindFrom[], firstDay: string): (KindFrom & { readonly to: string | null })[] {
  return kinds.map(({ from, kind }, index) => ({
    kind,
    from: index === 0 ? firstDay : from,
    to: kinds[index + 1]?.from ?? null,
  }));
}

/** Whether the database has no units yet, and so is new. */
export function isUnfilled(database: ReadDatabase): boolean {
  return database.prepare('SELECT count(*) FROM unit').pluck().get() === 0;
}
