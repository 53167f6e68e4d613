import type { WriteDatabase } from '#main/db/open.ts';
import { defaultRuleSet } from '#shared/domain/default-rules.ts';
import { isUnfilled, loadCatalogue } from './ground/catalogue/load-store.ts';
import { readCatalogue } from './ground/catalogue/read.ts';
import { fillIllustrativeData } from './illustrative/fill.ts';
import { recomputeAllSteps } from './judge/judgement/recompute.ts';
import { insertRules } from './judge/rules/store.ts';

/** How far the filling of a new database is: status cuts computed, of all that there will be. */
export interface FillingProgress {
  readonly done: number;
  readonly total: number;
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
  const rules = defaultRuleSet(catalogue.indicators.indicators);
  const at = clock().toISOString();
  insertRules(database, rules, 'KH02 Center', 'Bộ quy tắc ban đầu / First rule set', at);
  fillIllustrativeData(database, catalogue);
  let told = 0;
  for (const { done, total } of recomputeAllSteps(database, null)) {
    if (done > told) onProgress({ done, total });
    told = done;
  }
}
