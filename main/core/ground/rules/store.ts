import type { ReadDatabase } from '#main/db/open.ts';
import { completeRules, type StoredRuleSet } from '#shared/domain/default-rules.ts';
import { type CutPeriod, vietnamDay } from '#shared/domain/periods.ts';
import { isHeld, type PlanIndicator } from '#shared/domain/plan.ts';
import type { IndicatorReference, RuleSet } from '#shared/domain/rule-set.ts';

export interface ActiveRules {
  readonly version: number;
  readonly rules: RuleSet;
}

/** The setting that names the revision that was put in force last; without it the newest is. */
export const ACTIVE_RULES_SETTING = 'rules.activeVersion';
/** Setting: every time a revision was put in force, oldest first, so that going back is on record too. */
export const ACTIVATIONS_SETTING = 'rules.activations';

export interface Activation {
  readonly version: number;
  readonly at: string;
  readonly who: string;
}

export function listActivations(database: ReadDatabase): Activation[] {
  const value = database.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(ACTIVATIONS_SETTING);
  return value === undefined ? [] : (JSON.parse(value as string) as Activation[]);
}

/** A revision and the first day of the cuts it holds for; null = all. */
export interface DatedVersion {
  readonly version: number;
  readonly validFrom: string | null;
}

/** Revisions, the one that was put in force last first. */
export function listInForce(database: ReadDatabase): DatedVersion[] {
  const sql = 'SELECT version, valid_from AS validFrom FROM rule_set ORDER BY version DESC';
  const all = database.prepare(sql).all() as DatedVersion[];
  const active = database
    .prepare(`SELECT json_extract(value, '$') FROM setting WHERE key = ?`)
    .pluck()
    .get(ACTIVE_RULES_SETTING) as number | undefined;
  const acts = listActivations(database).map(({ version }) => version);
  const order = [
    ...(active === undefined ? [] : [active]),
    ...acts.reverse(),
    ...all.map(({ version }) => version),
  ];
  const byVersion = new Map(all.map((one) => [one.version, one]));
  return [...new Set(order)].flatMap((version) => byVersion.get(version) ?? []);
}

/** Of revisions in that order the one that holds on a day: the last that was put in force and has begun by then. */
export function versionOn(inForce: readonly DatedVersion[], day: string): number {
  const found = inForce.find(({ validFrom }) => validFrom === null || validFrom <= day) ?? inForce.at(-1);
  if (found === undefined) throw new Error('The database holds no rule set');
  return found.version;
}

/** What of a cut says under which revision it is judged: one that was closed keeps its own. */
export type RevisedCut = Pick<CutPeriod, 'asOf'> & { readonly revision: number | null };

/** The number of the revision of a cut. */
export function versionAt(inForce: readonly DatedVersion[], cut: RevisedCut): number {
  const own = inForce.find(({ version }) => version === cut.revision);
  return own?.version ?? versionOn(inForce, vietnamDay(cut.asOf));
}

/** The rules that a cut is judged by. */
export function rulesAt(database: ReadDatabase, cut: RevisedCut): ActiveRules {
  return requireRules(database, versionAt(listInForce(database), cut));
}

/** The revision that was put in force last. Every database has one from its first start, so its absence is our mistake. */
export function readActiveRules(database: ReadDatabase): ActiveRules {
  const [newest] = listInForce(database);
  if (newest === undefined) throw new Error('The database holds no rule set');
  return requireRules(database, newest.version);
}

/** The rules of a revision, or null when there is none. */
export function findRules(database: ReadDatabase, version: number): RuleSet | null {
  const row = database.prepare('SELECT rules FROM rule_set WHERE version = ?').pluck().get(version);
  return row === undefined ? null : completeRules(JSON.parse(row as string) as StoredRuleSet);
}

function requireRules(database: ReadDatabase, version: number): ActiveRules {
  const rules = findRules(database, version);
  if (rules === null) throw new Error(`The database holds no rule set ${version}`);
  return { version, rules };
}

export interface IndicatorKey extends IndicatorReference {
  readonly id: number;
}

type HeldKey = IndicatorKey & Pick<PlanIndicator, 'from' | 'until'>;

/** Indicators in the order of the plan, with the keys that observations are stored by: all, or those of a day. */
export function listIndicatorKeys(database: ReadDatabase, day?: string): IndicatorKey[] {
  const sql = `
    SELECT id, code, kind, direction, role, asks, valid_from AS "from", valid_to AS until FROM indicator ORDER BY position`;
  const all = database.prepare(sql).all() as HeldKey[];
  return all
    .filter((key) => day === undefined || isHeld(key, day))
    .map(({ from: _, until: __, ...key }) => key);
}
