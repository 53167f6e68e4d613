import { firstCalendar, monthBefore } from '#main/core/ground/calendar/first.ts';
import { insertRevision } from '#main/core/ground/calendar/store.ts';
import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import { PROGRAM_NAME } from '#shared/contract/settings.ts';
import type { TakenCounts } from '#shared/domain/taken-over.ts';

const COUNTED: Readonly<Record<keyof TakenCounts, string>> = {
  cuts: 'cut',
  closings: `cut WHERE state = 'closed'`,
  imports: `import_run WHERE kind <> 'built-in' AND through_id IS NULL`,
  sources: 'source',
  figures: 'observation',
  pastFigures: 'observation_past',
  taskReports: 'task_report',
  difficulties: 'difficulty',
  documents: 'document',
  decisions: 'alert_event WHERE who IS NOT NULL',
  ruleSets: 'rule_set',
  calendar: `calendar_revision WHERE who <> '${PROGRAM_NAME}'`,
  learnedNames: `unit_name WHERE role = 'learned'`,
  columns: 'sender_column',
  recipes: 'recipe WHERE ended_at IS NULL',
  trustedKeys: 'trusted_key',
  settings: `setting WHERE key NOT LIKE 'judgement.%'`,
  waitingFiles: 'inbox_file',
};

/** How much of each kind there is. */
export function countTaken(database: ReadDatabase): TakenCounts {
  const counts = Object.entries(COUNTED).map(([name, rows]) => {
    return [name, database.prepare(`SELECT count(*) FROM ${rows}`).pluck().get()];
  });
  return Object.fromEntries(counts) as TakenCounts;
}

/**
 * Notes in a temporary table which runs stay behind: those of the program, and those on an illustrative source. The run
 * of a data file stays where others stand within it that rest on something real.
 */
export function noteLeftRuns(database: WriteDatabase): void {
  database.exec(`
    CREATE TEMP TABLE left_run (id INTEGER PRIMARY KEY);
    INSERT INTO left_run SELECT import_run.id FROM import_run JOIN source ON source.id = import_run.source_id
      WHERE import_run.kind = 'built-in' OR source.kind = 'illustrative'`);
}

/** Runs of files that stay behind and are in force: they have to give back what they replaced. */
export function listLeftImports(database: ReadDatabase): { id: number; cutId: number | null }[] {
  const sql = `
    SELECT id, cut_id AS cutId FROM import_run
    WHERE id IN left_run AND kind <> 'built-in' AND state = 'committed' ORDER BY id DESC`;
  return database.prepare(sql).all() as ReturnType<typeof listLeftImports>;
}

/** Afterwards nothing rests on a run that stays behind, and what was computed is to be computed anew. */
export function dropLeft(database: WriteDatabase): void {
  keepRows(database, 'observation', 'run_id NOT IN left_run');
  keepRows(database, 'observation_past', 'run_id NOT IN left_run AND replaced_by NOT IN left_run');
  keepRows(database, 'report_past', 'run_id NOT IN left_run AND replaced_by NOT IN left_run');
  for (const table of ['task_report', 'difficulty', 'document'])
    keepRows(database, table, 'run_id NOT IN left_run');
  for (const table of ['unit_status', 'task_status', 'figure_total', 'alert_reading'])
    keepRows(database, table, 'false');
  database.exec(`
    DELETE FROM picture_event WHERE who IS NULL
      AND cut_id IN (SELECT cut_id FROM import_run WHERE id IN left_run);
    DELETE FROM left_run WHERE id IN (
      SELECT through_id FROM import_run WHERE through_id IS NOT NULL AND id NOT IN left_run);
    DELETE FROM import_run WHERE id IN left_run;
    UPDATE source SET kind = CASE WHEN EXISTS (
        SELECT 1 FROM import_run AS own JOIN import_run AS inner_run ON inner_run.through_id = own.id
          JOIN source AS inner_source ON inner_source.id = inner_run.source_id
        WHERE own.source_id = source.id AND inner_source.kind = 'published') THEN 'published' ELSE 'official' END
      WHERE kind = 'illustrative' AND id IN (SELECT source_id FROM import_run);
    DELETE FROM source WHERE id NOT IN (SELECT source_id FROM import_run);
    DELETE FROM import_receipt WHERE source_id NOT IN (SELECT id FROM source)`);
}

/** To empty a table costs nothing, to take a million rows out of it does. */
function keepRows(database: WriteDatabase, table: string, condition: string): void {
  database.exec(`
    CREATE TEMP TABLE kept AS SELECT * FROM ${table} WHERE ${condition};
    DELETE FROM ${table};
    INSERT INTO ${table} SELECT * FROM kept;
    DROP TABLE kept`);
}

/** A cut stays that holds something, or that a person or the calendar opened. */
export function dropEmptyCuts(database: WriteDatabase): void {
  database.exec(`
    CREATE TEMP TABLE left_cut AS SELECT id FROM cut WHERE id NOT IN (
      SELECT cut_id FROM import_run WHERE cut_id IS NOT NULL UNION SELECT cut_id FROM observation
      UNION SELECT cut_id FROM observation_past UNION SELECT cut_id FROM task_report
      UNION SELECT cut_id FROM cut_event WHERE kind = 'opened')`);
  for (const table of ['submission', 'picture_event', 'cut_wait', 'cut_event', 'alert_event'])
    database.exec(`DELETE FROM ${table} WHERE cut_id IN left_cut`);
  database.exec('DELETE FROM cut WHERE id IN left_cut');
}

/**
 * Of alerts what people decided stays, to be found by rule, subject and cut when the cut is judged; one that began at a
 * cut that is left behind begins with the first decision about it.
 */
export function keepDecisions(database: WriteDatabase): void {
  database.exec(`
    DELETE FROM alert WHERE id NOT IN (SELECT alert_id FROM alert_event);
    DELETE FROM alert_alias WHERE alert_id NOT IN (SELECT id FROM alert);
    UPDATE alert SET since_cut_id = (
        SELECT cut_id FROM alert_event JOIN cut ON cut.id = cut_id WHERE alert_id = alert.id ORDER BY as_of LIMIT 1)
      WHERE since_cut_id IN left_cut`);
}

/** What the program saw in made-up figures is no history. */
export function dropSeen(database: WriteDatabase): void {
  database.exec('DELETE FROM alert_event WHERE who IS NULL');
}

/** The board says of each province when the last came that is there, and by which run. */
export function renewArrivals(database: WriteDatabase, { id }: CutRecord): void {
  database
    .prepare(`
      UPDATE submission SET corrected = 0, run_id = (
        SELECT max(observation.run_id) FROM observation JOIN unit ON unit.id = observation.unit_id
        WHERE observation.cut_id = submission.cut_id
          AND (unit.id = submission.unit_id OR unit.parent_id = submission.unit_id))
      WHERE cut_id = :id AND (run_id IS NULL OR run_id NOT IN (SELECT id FROM import_run))`)
    .run({ id });
  database
    .prepare(`
      UPDATE submission SET received_at = (SELECT committed_at FROM import_run WHERE import_run.id = run_id)
      WHERE cut_id = ?`)
    .run(id);
}

/** The calendar of the made-up half year gives its place to that of a new workplace; what people wrote holds after it. */
export function beginCalendar(database: WriteDatabase, at: string): void {
  const first = firstCalendar(at);
  const sql = `
    UPDATE calendar_revision SET valid_from = :from, valid_to = :until, schedule = :schedule,
      created_at = :createdAt, note = :note WHERE who = :who`;
  const { changes } = database.prepare(sql).run({ ...first, schedule: JSON.stringify(first.schedule) });
  if (changes === 0) insertRevision(database, first);
  // What was written last holds from its day on: the month before must not come after what people wrote.
  const version = database.prepare('SELECT min(version) - 1 FROM calendar_revision').pluck().get() as number;
  insertRevision(database, monthBefore(at), version);
}

/**
 * It is a real workspace of that name. What lies in the folder of the old one stays there: files that wait, files that
 * were made, the key that signs; and two workspaces do not watch one folder.
 */
export function settleReal(database: WriteDatabase, name: string, at: string): void {
  database.prepare(`UPDATE workspace SET kind = 'real', name = ?, created_at = ?`).run(name, at);
  database.exec(`
    DELETE FROM inbox_file;
    DELETE FROM snapshot_made;
    DELETE FROM watch_file;
    DELETE FROM setting WHERE key LIKE 'watch.%';
    UPDATE trusted_key SET is_own = 0`);
}

/** Nothing that is there speaks of something that is not. */
export function requireWhole(database: WriteDatabase): void {
  const orphan = database.prepare('SELECT "table", parent FROM pragma_foreign_key_check LIMIT 1').get();
  if (orphan !== undefined) throw new Error(`What was taken over is not whole: ${JSON.stringify(orphan)}`);
}

/** Gives the room of what was left behind back. */
export function shrink(database: WriteDatabase): void {
  database.exec('VACUUM');
}
