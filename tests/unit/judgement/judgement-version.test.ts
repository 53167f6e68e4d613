import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSetting, writeSetting } from '#main/core/ground/settings/store.ts';
import {
  isJudgementOutdated,
  JUDGEMENT_VERSION,
  judgementVersionOf,
  noteJudged,
} from '#main/core/judge/judgement/version.ts';
import { migrateToLatest } from '#main/db/migrate.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { openScratch } from '#main/db/open-foreign.ts';

let database: WriteDatabase;
beforeEach(() => {
  database = openScratch();
  migrateToLatest(database, 'memory');
});
afterEach(() => {
  database.close();
});

it('a database that says nothing was judged by the first version', () => {
  expect([judgementVersionOf(database), isJudgementOutdated(database)]).toEqual([1, true]);
});

it.each([
  [JUDGEMENT_VERSION - 1, true],
  [JUDGEMENT_VERSION, false],
  [JUDGEMENT_VERSION + 1, false],
])('judged by version %i it is outdated: %s', (version, isOutdated) => {
  noteJudged(database, version);
  expect([judgementVersionOf(database), isJudgementOutdated(database)]).toEqual([version, isOutdated]);
});

it('a mark of a migration makes it outdated whatever the number, until it is judged', () => {
  noteJudged(database);
  writeSetting(database, 'judgement.outdated', true);
  expect(isJudgementOutdated(database)).toBe(true);
  noteJudged(database);
  expect([isJudgementOutdated(database), readSetting(database, 'judgement.outdated')]).toEqual([false, null]);
});
