import { listCuts } from '#main/core/ground/cuts/store.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import { type CommitStep, judge } from './commit.ts';
import { undoReports } from './reports/undo.ts';
import { findImport, type RunRow } from './store.ts';
import { refreshSubmissions } from './submissions-store.ts';
import { markUndone, undoFigures } from './undo-store.ts';

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
  const figures = undoFigures(database, id, cutId, request.at);
  const reports = undoReports(database, id, request.at);
  markUndone(database, id, request);
  return { restored: figures.restored + reports.restored, removed: figures.removed + reports.removed };
}
