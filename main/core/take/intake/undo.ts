import { listCuts } from '#main/core/ground/cuts/store.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import { type CommitStep, judge } from './commit.ts';
import { undoReports } from './reports/undo.ts';
import { findImport, type RunRow } from './store.ts';
import { refreshSubmissions } from './submissions.ts';

export interface UndoRequest {
  readonly run: string;
  readonly who: string;
  readonly reason: string | null;
  readonly at: string;
}

export interface UndoResult {
  readonly runs: readonly string[];
  readonly cuts: readonly string[];
  /** Figures and reports that got their earlier value back, and that are gone because there was none. */
  readonly restored: number;
  readonly removed: number;
}

const SAME_FIGURE = (left: string, right: string): string =>
  ['cut_id', 'indicator_id', 'unit_id'].map((name) => `${left}.${name} = ${right}.${name}`).join(' AND ');
const FIELDS = 'cut_id, indicator_id, unit_id, value, numerator, denominator, run_id, sheet, row, note';

/**
 * Takes a whole import back, inside the caller's transaction: each figure is again what it would be had the file
 * never come, also where a later import has replaced it. The withdrawn values stay in the history. Throws
 * RUN_UNKNOWN when there is no such import in force, CUT_CLOSED when a closed cut would change without a reason.
 */
export function* undoSteps(database: WriteDatabase, request: UndoRequest): Generator<CommitStep, UndoResult> {
  const runs = findImport(database, request.run);
  if (runs.length === 0) throw new UserError('RUN_UNKNOWN', { run: request.run });
  const all = listCuts(database);
  const cuts = all.filter(({ id }) => runs.some(({ cutId }) => cutId === id));
  const closed = cuts.find(({ state }) => state === 'closed');
  if (closed !== undefined && request.reason === null)
    throw new UserError('CUT_CLOSED', { cut: closed.code });
  let restored = 0;
  let removed = 0;
  for (const run of runs) {
    const counts = undoRun(database, run, request);
    restored += counts.restored;
    removed += counts.removed;
    yield { stage: 'figures', done: restored + removed, total: 0 };
  }
  for (const cut of cuts) refreshSubmissions(database, cut, null);
  yield* judge(database, cuts, request.at);
  const listed = runs.filter(({ isWithin }) => isWithin === 0).map(({ run }) => run);
  return { runs: listed, cuts: cuts.map(({ code }) => code), restored, removed };
}

function undoRun(database: WriteDatabase, { id, cutId }: RunRow, request: UndoRequest) {
  bridgeLater(database, id);
  withdrawCurrent(database, id, cutId, request.at);
  const restored = database
    .prepare(`
      UPDATE observation SET value = past.value, numerator = past.numerator, denominator = past.denominator,
        run_id = past.run_id, sheet = past.sheet, row = past.row, note = past.note
      FROM observation_past AS past
      WHERE past.replaced_by = :id AND past.state = 'replaced' AND ${SAME_FIGURE('past', 'observation')}`)
    .run({ id }).changes;
  database.prepare(`DELETE FROM observation_past WHERE replaced_by = ? AND state = 'replaced'`).run(id);
  const removed = database
    .prepare('DELETE FROM observation WHERE cut_id = ? AND run_id = ?')
    .run(cutId, id).changes;
  const reports = undoReports(database, id, request.at);
  const detail = request.reason === null ? null : JSON.stringify({ undoReason: request.reason });
  database
    .prepare(`
      UPDATE import_run SET state = 'undone', undone_at = :at, undone_by = :who,
        detail = ifnull(:detail, detail) WHERE id = :id`)
    .run({ id, at: request.at, who: request.who, detail });
  return { restored: restored + reports.restored, removed: removed + reports.removed };
}

/**
 * Where a later run replaced this one's value, what was before this one becomes what the later run replaced:
 *   before -> this -> later   becomes   before -> later, with this one's value withdrawn
 */
function bridgeLater(database: WriteDatabase, id: number): void {
  database
    .prepare(`
      UPDATE observation_past AS earlier SET replaced_by = own.replaced_by, replaced_at = own.replaced_at
      FROM observation_past AS own
      WHERE earlier.replaced_by = :id AND earlier.state = 'replaced'
        AND own.run_id = :id AND own.state = 'replaced' AND ${SAME_FIGURE('own', 'earlier')}`)
    .run({ id });
  database
    .prepare(`UPDATE observation_past SET state = 'withdrawn' WHERE run_id = ? AND state = 'replaced'`)
    .run(id);
}

function withdrawCurrent(database: WriteDatabase, id: number, cutId: number | null, at: string): void {
  database
    .prepare(`
      INSERT INTO observation_past (${FIELDS}, state, replaced_by, replaced_at)
      SELECT ${FIELDS}, 'withdrawn', :id, :at FROM observation WHERE cut_id = :cutId AND run_id = :id`)
    .run({ id, cutId, at });
}
