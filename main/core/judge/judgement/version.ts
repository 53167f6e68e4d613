import { readSetting, removeSetting, writeSetting } from '#main/core/ground/settings/store.ts';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';

/**
 * Raised by one whenever the program judges the same figures otherwise than before, or alerts say another sentence or
 * other values of them: statuses, totals and alerts that an older number wrote are judged anew, of a data folder at its
 * opening, of a data file while it is loaded. Words alone raise nothing: alerts keep the key of a sentence and its values.
 */
export const JUDGEMENT_VERSION = 6;

/** What judged everything in a database; without it the first, which wrote none. */
const VERSION_SETTING = 'judgement.version';
/** Set by a migration after which what stands there no longer counts. */
const OUTDATED_SETTING = 'judgement.outdated';

/** Whether statuses, totals and alerts of a database were judged by an older program, where there are any. */
export function isJudgementOutdated(database: ReadDatabase): boolean {
  if (readSetting(database, OUTDATED_SETTING) === true) return true;
  return judgementVersionOf(database) < JUDGEMENT_VERSION;
}

/** The version by which everything in a database was judged. */
export function judgementVersionOf(database: ReadDatabase): number {
  const version = readSetting(database, VERSION_SETTING);
  return typeof version === 'number' ? version : 1;
}

/** Everything in the database has been judged by this program, or by the version that is given. */
export function noteJudged(database: WriteDatabase, version: number = JUDGEMENT_VERSION): void {
  removeSetting(database, OUTDATED_SETTING);
  writeSetting(database, VERSION_SETTING, version);
}
