import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import { defaultRuleSet } from '#shared/domain/default-rules.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import { firstCalendar, monthBefore } from './ground/calendar/first.ts';
import { insertRevision } from './ground/calendar/store.ts';
import type { Catalogue } from './ground/catalogue/catalogue.ts';
import { lacksBackground, loadBackground } from './ground/catalogue/former-store.ts';
import { isUnfilled, loadCatalogue } from './ground/catalogue/load-store.ts';
import { readBackground, readBackgroundVersion, readCatalogue } from './ground/catalogue/read.ts';
import { notePictures } from './ground/cuts/picture.ts';
import { listCuts } from './ground/cuts/store.ts';
import { insertWorkspace } from './ground/workspace/store.ts';
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

/** A new database, of which nobody has said what it is to become. */
export class BeginningMissing extends Error {}

/** Writes made-up figures into a database that holds the catalogue and no cut. */
export type FillIllustrative = (database: WriteDatabase, catalogue: Catalogue) => void;

/** What a new database becomes: filled for illustration, or a real workplace without a figure. */
export type Beginning =
  | { readonly kind: 'illustrative'; readonly fill: FillIllustrative }
  | { readonly kind: 'real'; readonly name: string; readonly plan?: FirstPlan | undefined };

/** The plan that a real workplace begins with, where it is not the built-in one. */
export interface FirstPlan {
  readonly plan: Plan;
  readonly rules: RuleSet;
  readonly who: string;
  readonly note: string;
}

/** Whether the database is new, was judged by older rules, or lacks what is built in of units of old. */
export function isUnprepared(database: ReadDatabase, assetsFolder: string): boolean {
  if (isUnfilled(database) || isJudgementOutdated(database)) return true;
  return lacksBackground(database, readBackgroundVersion(assetsFolder));
}

/** Whether preparing the database replaces something that was judged. */
export function replacesJudgements(database: ReadDatabase): boolean {
  return isJudgementOutdated(database) && hasStatuses(database);
}

/** What preparing needs besides the database. */
export interface Preparation {
  readonly assetsFolder: string;
  readonly clock: () => Date;
  /** Null where nothing was said of what a new database is to be: WORKSPACE_MISSING. */
  readonly beginning: Beginning | null;
  readonly onProgress?: ((progress: FillingProgress) => void) | undefined;
}

/**
 * Fills a new database with the catalogue, the first rule set and what it begins with, and computes every
 * status from them; one that older rules judged is judged anew; any other is left alone. `onProgress` hears of each
 * step.
 */
export function prepareData(database: WriteDatabase, preparation: Preparation): void {
  const { assetsFolder, clock, onProgress = () => undefined } = preparation;
  if (isUnfilled(database)) fillAnew(database, preparation, onProgress);
  else if (replacesJudgements(database)) judgeAnew(database, clock().toISOString(), onProgress);
  if (lacksBackground(database, readBackgroundVersion(assetsFolder)))
    loadBackground(database, readBackground(assetsFolder));
  noteJudged(database);
}

function fillAnew(
  database: WriteDatabase,
  { assetsFolder, clock, beginning }: Preparation,
  onProgress: (progress: FillingProgress) => void,
): void {
  if (beginning === null) throw new BeginningMissing();
  onProgress({ done: 0, total: 0 });
  const builtIn = readCatalogue(assetsFolder);
  const { plan, rules, who, note } =
    (beginning.kind === 'real' ? beginning.plan : undefined) ?? builtInPlan(builtIn);
  const catalogue = { ...builtIn, plan };
  loadCatalogue(database, catalogue);
  const at = clock().toISOString();
  insertRules(database, rules, who, note, at);
  const { kind } = beginning;
  const name = beginning.kind === 'real' ? beginning.name : null;
  insertWorkspace(database, { kind, name, createdAt: at, practiceSince: null });
  if (beginning.kind === 'illustrative') beginning.fill(database, catalogue);
  else for (const revision of [monthBefore(at), firstCalendar(at)]) insertRevision(database, revision);
  notePictures(
    database,
    listCuts(database).map(({ id }) => id),
    null,
  );
  computeAll(database, null, onProgress);
}

function builtInPlan({ plan }: Catalogue): FirstPlan {
  const rules = defaultRuleSet(plan.indicators, plan.notAsked);
  return { plan, rules, who: 'KH02 Center', note: 'Bộ quy tắc ban đầu / First rule set' };
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
