import type { Catalogue } from '#main/core/ground/catalogue/catalogue.ts';
import { idOf, readCatalogueIds } from '#main/core/ground/catalogue/ids-store.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import type { UnitKind } from '#shared/domain/model.ts';
import type { PlanTask } from '#shared/domain/plan.ts';
import { type PlannedCut, planCuts } from './calendar.ts';
import { insertCuts } from './cuts-store.ts';

export interface Commune {
  readonly index: number;
  readonly code: string;
  readonly name: string;
  readonly unitId: number;
  readonly province: number;
  readonly kind: UnitKind;
  readonly areaKm2: number;
  /** Row of this commune in its province's workbook. */
  readonly row: number;
}

export interface Province {
  readonly index: number;
  readonly code: string;
  readonly name: string;
  readonly unitId: number;
  readonly communes: readonly Commune[];
}

export interface PlannedTask extends PlanTask {
  readonly id: number;
}

/** What the generator works on: the catalogue with its row ids, and the cuts. */
export interface World {
  readonly countryId: number;
  readonly provinces: readonly Province[];
  readonly communes: readonly Commune[];
  readonly tasks: readonly PlannedTask[];
  readonly indicators: ReadonlyMap<string, number>;
  readonly criteria: readonly string[];
  /** Weeks and the moment, oldest first: criteria and task reports. */
  readonly statusCuts: readonly PlannedCut[];
  /** Months, oldest first: outputs. */
  readonly monthCuts: readonly PlannedCut[];
}

/** Title, header and explanation rows above the first commune of a template. */
const ROWS_ABOVE = 6;

/** Reads the loaded catalogue's ids and writes the cuts. */
export function createWorld(database: WriteDatabase, catalogue: Catalogue): World {
  const ids = readCatalogueIds(database);
  const cuts = insertCuts(database, planCuts());
  const provinces = createProvinces(catalogue, ids.units);
  return {
    countryId: idOf(ids.units, 'VN'),
    provinces,
    communes: provinces.flatMap(({ communes }) => communes).sort((a, b) => a.index - b.index),
    tasks: catalogue.plan.tasks.map((task) => ({ ...task, id: idOf(ids.tasks, task.code) })),
    indicators: ids.indicators,
    criteria: catalogue.plan.indicators.filter(({ kind }) => kind === 'criterion').map(({ code }) => code),
    statusCuts: cuts.filter(({ kind }) => kind !== 'month'),
    monthCuts: cuts.filter(({ kind }) => kind === 'month'),
  };
}

function createProvinces({ units }: Catalogue, ids: ReadonlyMap<string, number>): Province[] {
  const indexed = units.communes.map((commune, index) => ({ ...commune, index }));
  return units.provinces.map(({ code, name }, index) => {
    const own = indexed.filter(({ province }) => province === code);
    const communes = own.map((commune, place) => ({
      index: commune.index,
      code: commune.code,
      name: commune.name,
      unitId: idOf(ids, commune.code),
      province: index,
      kind: commune.kinds[0]?.kind ?? 'xa',
      areaKm2: commune.areaKm2,
      row: ROWS_ABOVE + 1 + place,
    }));
    return { index, code, name, unitId: idOf(ids, code), communes };
  });
}

/** The place of the status cut of a day (week or moment). */
export function cutAt(world: World, day: string): number {
  const index = world.statusCuts.findIndex((cut) => cut.day === day);
  if (index < 0) throw new Error(`No status cut on ${day}`);
  return index;
}
