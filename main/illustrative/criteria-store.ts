import { idOf } from '#main/core/ground/catalogue/ids-store.ts';
import { type Cell, insertRows } from '#main/db/insert-rows.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { MOMENT_DAY, type PlannedCut } from './calendar.ts';
import { type Arrivals, planArrivals } from './criteria-model.ts';
import { applyOvernight, planSetbacks, type Setback } from './criteria-setbacks.ts';
import type { DeliveryRun } from './deliveries.ts';
import { createRandom } from './random.ts';
import { cutAt, type World } from './world.ts';

const MASK_COLUMNS = ['unit_id', 'met', 'given', 'run_id', 'row'];

/** For each status cut and commune the criteria met, one bit each, in the order of `world.criteria`. */
export type Masks = readonly Uint16Array[];

/** Criteria met at every status cut, whether or not they were reported. */
export function planCriteria(world: World): Masks {
  const moment = cutAt(world, MOMENT_DAY);
  const arrivals = planArrivals(world, moment);
  applyOvernight(world, arrivals, moment);
  const setbacks = planSetbacks(world, moment);
  return world.statusCuts.map((_, cut) => maskCut(arrivals, setbacks, cut));
}

function maskCut(arrivals: Arrivals, setbacks: readonly Setback[], cut: number): Uint16Array {
  const masks = new Uint16Array(arrivals.length);
  for (const [commune, row] of arrivals.entries()) {
    let mask = 0;
    for (let criterion = 0; criterion < row.length; criterion++) {
      if ((row[criterion] ?? 0) <= cut) mask |= 1 << criterion;
    }
    masks[commune] = mask;
  }
  for (const { commune, criterion, from, to } of setbacks) {
    if (cut >= from && cut <= to) masks[commune] = (masks[commune] ?? 0) & ~(1 << criterion);
  }
  return masks;
}

/**
 * Writes the criteria that were reported. More than a million rows: a cut's communes go into a small temporary
 * table as bits, and SQLite unfolds them in the order of the key, so that few values pass into it.
 */
export function insertCriteria(
  database: WriteDatabase,
  world: World,
  masks: Masks,
  runs: readonly (readonly DeliveryRun[])[],
): void {
  database.exec(
    'CREATE TEMP TABLE illustrative_mask (unit_id INTEGER PRIMARY KEY, met INTEGER, given INTEGER, run_id INTEGER, row INTEGER)',
  );
  const unfold = database.prepare(`
    INSERT INTO observation (cut_id, indicator_id, unit_id, value, run_id, sheet, row)
    SELECT ?, ?, unit_id, (met >> ?) & 1, run_id, 0, row FROM illustrative_mask
    WHERE (given >> ?) & 1 ORDER BY unit_id`);
  const clear = database.prepare('DELETE FROM illustrative_mask');
  for (const [index, cut] of world.statusCuts.entries()) {
    fillMask(database, world, cut, masks[index] ?? new Uint16Array(0), runs[index] ?? []);
    for (const [bit, code] of world.criteria.entries())
      unfold.run(cut.id, idOf(world.indicators, code), bit, bit);
    clear.run();
  }
  database.exec('DROP TABLE illustrative_mask');
}

function fillMask(
  database: WriteDatabase,
  world: World,
  cut: PlannedCut,
  masks: Uint16Array,
  runs: readonly DeliveryRun[],
): void {
  const rows: Cell[][] = [];
  const random = createRandom(`partial|${cut.code}`);
  const all = (1 << world.criteria.length) - 1;
  for (const { delivery, runId } of runs) {
    for (const [place, commune] of delivery.province.communes.entries()) {
      if (!delivery.given[place] || runId === null) continue;
      // A few reports leave one criterion out; on the published moment none does.
      const isPartial = cut.day !== MOMENT_DAY && random.chance(0.004);
      const given = isPartial ? all & ~(1 << random.integer(0, world.criteria.length - 1)) : all;
      rows.push([commune.unitId, masks[commune.index] ?? 0, given, runId, commune.row]);
    }
  }
  insertRows(database, 'illustrative_mask', MASK_COLUMNS, rows);
}
