import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import { defaultRuleSet } from '#shared/domain/default-rules.ts';
import { isUnfilled, loadCatalogue } from './ground/catalogue/load-store.ts';
import { readCatalogue } from './ground/catalogue/read.ts';
import { fillIllustrativeData } from './illustrative/fill.ts';
import { renameAlerts } from './judge/alerts/alias-store.ts';
import { recomputeAllSteps } from './judge/judgement/recompute.ts';
import { hasStatuses } from './judge/judgement/store.ts';
import { isJudgementOutdated, noteJudged } from './judge/judgement/version.ts';
import { insertRules } from './judge/rules/store.ts';

/** How far the filling of a new database is: status cuts computed, of all that there will be. */
export interface FillingProgress {
  readonly done: number;
  readonly total: number;
}

/** Whether the database is new, or was judged by older rules. */
export function isUnprepared(database: ReadDatabase): boolean {
  return isUnfilled(database) || isJudgementOutdated(database);
}

/** Whether preparing the database replaces something that was judged. */
export function replacesJudgements(database: ReadDatabase): boolean {
  return isJudgementOutdated(database) && hasStatuses(database);
}

/**
 * Fills a new database with the catalogue, the first rule set and the illustrative data, and computes every
 * status from them; one that older rules judged is judged anew; any other is left alone. `onProgress` hears of each
 * step.
 */
export function prepareData(
  database: WriteDatabase,
  assetsFolder: string,
  clock: () => Date,
  onProgress: (progress: FillingProgress) => void = () => undefined,
): void {
  if (isUnfilled(database)) fillAnew(database, assetsFolder, clock, onProgress);
  else if (replacesJudgements(database)) judgeAnew(database, clock().toISOString(), onProgress);
  noteJudged(database);
}

function fillAnew(
  database: WriteDatabase,
  assetsFolder: string,
  clock: () => Date,
  onProgress: (progress: FillingProgress) => void,
): void {
  onProgress({ done: 0, total: 0 });
  const catalogue = readCatalogue(assetsFolder);
  loadCatalogue(database, catalogue);
  const rules = defaultRuleSet(catalogue.indicators.indicators);
  const at = clock().toISOString();
  insertRules(database, rules, 'KH02 Center', 'Bộ quy tắc ban đầu / First rule set', at);
  fillIllustrativeData(database, catalogue);
  computeAll(database, null, onProgress);
}

function judgeAnew(
  database: WriteDatabase,
  now: string,
  onProgress: (progress: FillingProgress) => void,
): void {
  renameAlerts(database);
  computeAll(database, now, onProgress);
}

function computeAll(
  database: WriteDatabase,
  now: string | null,
  onProgress: (progress: FillingProgress) => void,
): void {
  let told = 0;
  for (const { done, total } of recomputeAllSteps(database, now)) {
    if (done > told) onProgress({ done, total });
    told = done;
  }
}
