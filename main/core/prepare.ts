import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import { defaultRuleSet } from '#shared/domain/default-rules.ts';
import type { Catalogue } from './ground/catalogue/catalogue.ts';
import { loadCatalogue } from './ground/catalogue/load.ts';
import { readCatalogue } from './ground/catalogue/read.ts';
import { fillIllustrativeData } from './illustrative/fill.ts';
import { recomputeAllSteps } from './judge/judgement/recompute.ts';

/** How far the filling of a new database is: status cuts computed, of all that there will be. */
export interface FillingProgress {
  readonly done: number;
  readonly total: number;
}

/** Whether the database has no units yet, and so is new. */
export function isUnfilled(database: ReadDatabase): boolean {
  return database.prepare('SELECT count(*) FROM unit').pluck().get() === 0;
}

/**
 * Fills a new database with the catalogue, the first rule set and the illustrative data, and computes every
 * status from them; a database that holds units already is left alone. `onProgress` hears of each step.
 */
export function prepareData(
  database: WriteDatabase,
  assetsFolder: string,
  clock: () => Date,
  onProgress: (progress: FillingProgress) => void = () => undefined,
): void {
  if (!isUnfilled(database)) return;
  onProgress({ done: 0, total: 0 });
  const catalogue = readCatalogue(assetsFolder);
  loadCatalogue(database, catalogue);
  insertFirstRules(database, catalogue, clock);
  fillIllustrativeData(database, catalogue);
  let told = 0;
  for (const { done, total } of recomputeAllSteps(database, null)) {
    if (done > told) onProgress({ done, total });
    told = done;
  }
}

function insertFirstRules(database: WriteDatabase, { indicators }: Catalogue, clock: () => Date): void {
  const rules = defaultRuleSet(indicators.indicators);
  const sql = 'INSERT INTO rule_set (version, created_at, who, note, rules) VALUES (1, ?, ?, ?, ?)';
  const note = 'Bộ quy tắc ban đầu / First rule set';
  database.prepare(sql).run(clock().toISOString(), 'KH02 Center', note, JSON.stringify(rules));
}
