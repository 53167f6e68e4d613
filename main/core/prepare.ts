import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import { defaultRuleSet } from '#shared/domain/default-rules.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import { loadCatalogue } from './catalogue/load.ts';
import { readCatalogue } from './catalogue/read.ts';
import { fillIllustrativeData } from './illustrative/fill.ts';
import { recomputeAll } from './judgement/recompute.ts';

/** Whether the database has no units yet, and so is new. */
export function isUnfilled(database: ReadDatabase): boolean {
  return database.prepare('SELECT count(*) FROM unit').pluck().get() === 0;
}

/**
 * Fills a new database with the catalogue, the first rule set and the illustrative data, and computes every
 * status from them; a database that holds units already is left alone.
 */
export function prepareData(database: WriteDatabase, assetsFolder: string, clock: () => Date): void {
  if (!isUnfilled(database)) return;
  const catalogue = readCatalogue(assetsFolder);
  loadCatalogue(database, catalogue);
  insertFirstRules(database, catalogue, clock);
  fillIllustrativeData(database, catalogue);
  recomputeAll(database, null);
}

function insertFirstRules(database: WriteDatabase, { indicators }: Catalogue, clock: () => Date): void {
  const rules = defaultRuleSet(indicators.indicators);
  const sql = 'INSERT INTO rule_set (version, created_at, who, note, rules) VALUES (1, ?, ?, ?, ?)';
  const note = 'Bộ quy tắc ban đầu / First rule set';
  database.prepare(sql).run(clock().toISOString(), 'KH02 Center', note, JSON.stringify(rules));
}
