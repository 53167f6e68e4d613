import type { ReadDatabase } from '#main/db/open.ts';
import { parseCutCode } from '#shared/domain/cuts.ts';
import { ALERT_RULES, ALERT_STATES, TASK_OUTCOMES } from '#shared/domain/model.ts';
import { SNAPSHOT_LIMITS } from './format/constants.ts';

const TEXT = SNAPSHOT_LIMITS.textCharacters;

/** Each finds a row that the schema lets pass and no program of ours has written. Figures have a verdict of their own. */
const WRONG_ROWS: Readonly<Record<string, string>> = {
  observation: `length(note) > ${TEXT} OR abs(value) > 1e15 OR sheet NOT BETWEEN 0 AND 255
    OR row NOT BETWEEN 0 AND 4294967295`,
  figure_total: `units < 0 OR reported NOT BETWEEN 0 AND units OR not_applicable NOT BETWEEN 0 AND units OR value < 0
    OR median < 0 OR numerator < 0 OR numerator > denominator OR (max(ifnull(value, 0), ifnull(median, 0)) > 1
      AND indicator_id NOT IN (SELECT id FROM indicator WHERE kind = 'count'))`,
  unit_status: `length(facts) > ${TEXT} OR json_type(facts) <> 'object' OR operating_score NOT BETWEEN 0 AND 1
    OR gap_cuts < 0 OR met < 0 OR missing < 0 OR green < 0 OR yellow < 0 OR red < 0 OR not_reported < 0
    OR green + yellow + red + not_reported > communes OR communes IS NOT NULL
      AND (ifnull(json_type(facts, '$.unanswered'), 'integer') <> 'integer'
        OR facts ->> '$.unanswered' NOT BETWEEN 0 AND yellow + red)`,
  task_status: `length(facts) > ${TEXT} OR json_type(facts) <> 'object' OR progress NOT BETWEEN 0 AND 1
    OR outcome NOT IN (SELECT value FROM json_each(:outcomes))
    OR ifnull(json_type(facts, '$.age'), 'integer') <> 'integer' OR facts ->> '$.age' < 0
    OR ifnull(json_type(facts, '$.cut'), 'text') <> 'text' OR length(facts ->> '$.cut') > 40
    OR ifnull(json_type(facts, '$.deadline'), 'text') <> 'text' OR length(facts ->> '$.deadline') > 10
    OR facts ->> '$.state' NOT IN ('notStarted', 'inProgress', 'done', 'blocked')
    OR ifnull(json_type(facts, '$.progressSum'), 'real') NOT IN ('integer', 'real')
    OR facts ->> '$.progressSum' NOT BETWEEN 0 AND facts ->> '$.units'`,
  submission: 'expected < 0 OR received NOT BETWEEN 0 AND expected',
  import_run: 'min(rows, added, changed, same) < 0',
  alert: 'rule NOT IN (SELECT value FROM json_each(:rules))',
  alert_reading: `json_type(evidence) <> 'object' OR held < 0 OR clear < 0`,
  alert_event: `to_state NOT IN (SELECT value FROM json_each(:states))
    OR from_state NOT IN (SELECT value FROM json_each(:states))`,
  source: `bytes < 0 OR EXISTS (SELECT 1 FROM json_each(source.sheets) AS sheet WHERE sheet.type <> 'text')`,
  unit: `level <> 'country' AND NOT EXISTS (SELECT 1 FROM unit AS parent
    WHERE parent.id = unit.parent_id AND parent.level = iif(unit.level = 'commune', 'province', 'country'))
    OR NOT EXISTS (SELECT 1 FROM unit_name AS name WHERE name.unit_id = unit.id AND name.role = 'official')`,
};

/** Columns that hold a day (yyyy-mm-dd). */
const DAYS: Readonly<Record<string, readonly string[]>> = {
  cut: ['start'],
  unit: ['valid_from', 'valid_to'],
  unit_name: ['valid_from', 'valid_to'],
  task: ['start', 'deadline'],
  task_report: ['done_on'],
  difficulty: ['reported_on', 'resolved_on'],
  document: ['issued_on'],
  alert_event: ['until'],
};
/** Columns that hold an instant (UTC ISO with milliseconds). */
const TIMES: Readonly<Record<string, readonly string[]>> = {
  cut: ['due_at', 'closed_at'],
  source: ['received_at'],
  import_run: ['committed_at'],
  submission: ['received_at'],
  rule_set: ['created_at'],
  alert_event: ['at', 'withdrawn_at'],
  picture_event: ['at'],
};

/** Tables that `hasWrongRow` knows something about. */
export const VALUE_TABLES: readonly string[] = [
  ...new Set([WRONG_ROWS, DAYS, TIMES].flatMap((rules) => Object.keys(rules))),
];

/** Whether a table holds a row that cannot be: a count below nothing, a word outside its set, a day that never was. */
export function hasWrongRow(database: ReadDatabase, table: string): boolean {
  const rules = [
    ...(WRONG_ROWS[table] === undefined ? [] : [WRONG_ROWS[table]]),
    ...(DAYS[table] ?? []).map((name) => `date(${name}) IS NOT ${name}`),
    // SQLite rolls 30 February over into March, so only a real day comes back as it was.
    ...(TIMES[table] ?? []).map((name) => `strftime('%Y-%m-%dT%H:%M:%fZ', ${name}) IS NOT ${name}`),
  ];
  const sql = `SELECT 1 FROM ${table} WHERE ${rules.map((rule) => `(${rule})`).join(' OR ')} LIMIT 1`;
  const words = { outcomes: TASK_OUTCOMES, rules: ALERT_RULES, states: ALERT_STATES };
  const used = Object.entries(words).filter(([name]) => sql.includes(`:${name}`));
  const values = Object.fromEntries(used.map(([name, list]) => [name, JSON.stringify(list)]));
  return database.prepare(sql).get(values) !== undefined;
}

interface CutRow {
  readonly code: string;
  readonly kind: string;
  readonly asOf: string;
}

/** Kind and as-of time of a cut follow from its code, and from nothing else. */
export function hasWrongCut(database: ReadDatabase): boolean {
  const cuts = database.prepare('SELECT code, kind, as_of AS asOf FROM cut').all() as CutRow[];
  return cuts.some(({ code, kind, asOf }) => {
    const cut = parseCutCode(code);
    return cut === null || cut.kind !== kind || cut.asOf !== asOf;
  });
}
