import { basename, join } from 'node:path';
import { DATABASE_NAME, hasDatabase } from '#main/core/files/data-folder.ts';
import { recordAct } from '#main/core/ground/acts/store.ts';
import { notePictures } from '#main/core/ground/cuts/picture.ts';
import { listCuts } from '#main/core/ground/cuts/store.ts';
import { readWorkspace } from '#main/core/ground/workspace/store.ts';
import { renameAlerts } from '#main/core/judge/alerts/alias-store.ts';
import { recomputeAllSteps } from '#main/core/judge/judgement/recompute.ts';
import { isJudgementOutdated, noteJudged } from '#main/core/judge/judgement/version.ts';
import { undoReports } from '#main/core/take/intake/reports/undo.ts';
import { refreshSubmissions } from '#main/core/take/intake/submissions-store.ts';
import { undoFigures } from '#main/core/take/intake/undo-store.ts';
import { copyUntouched } from '#main/db/copy-untouched.ts';
import { type OpenOptions, openDatabase, type WriteDatabase } from '#main/db/open.ts';
import { makePrivateFolder } from '#main/files/private.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { TakenCounts } from '#shared/domain/taken-over.ts';
import {
  beginCalendar,
  countTaken,
  dropEmptyCuts,
  dropLeft,
  dropSeen,
  keepDecisions,
  listLeftImports,
  noteLeftRuns,
  renewArrivals,
  requireWhole,
  settleReal,
  shrink,
} from './take-over-store.ts';

/** What a new workspace is called, and when it was made (UTC ISO). */
export interface NewWorkspace {
  /** Undefined: as the old one. */
  readonly name: string | undefined;
  readonly at: string;
  /** Null where nobody gave a name. */
  readonly who: string | null;
}

/** How much of each kind was taken over, and how much was left behind. */
export interface TakenOver {
  readonly name: string;
  readonly takenOver: TakenCounts;
  readonly leftOut: TakenCounts;
}

/**
 * Makes in `folder` a real workspace of everything in the workspace `old` that is not built in, judged anew. The old one
 * is only read: what is changed, an older schema too, is a copy. WORKSPACE_MISSING, WORKSPACE_PRACTICE, DATABASE_DAMAGED,
 * DATABASE_FOREIGN, DATABASE_NEWER.
 */
export function takeOverInto(
  folder: string,
  old: string,
  { name, at, who }: NewWorkspace,
  options: OpenOptions,
): TakenOver {
  if (!hasDatabase(old)) throw new UserError('WORKSPACE_MISSING', { folder: old });
  makePrivateFolder(folder);
  const file = join(folder, DATABASE_NAME);
  copyUntouched(join(old, DATABASE_NAME), file, options);
  let result: TakenOver | null = null;
  const fill = (database: WriteDatabase): void => {
    result = takeOver(database, old, { name, at, who });
  };
  const { write, close } = openDatabase(file, options, { isNeeded: () => true, fill });
  try {
    shrink(write);
  } finally {
    close();
  }
  if (result === null) throw new Error('Nothing was taken over');
  return result;
}

/** In one transaction, in the copy. */
function takeOver(database: WriteDatabase, old: string, { name, at, who }: NewWorkspace): TakenOver {
  const workspace = readWorkspace(database);
  if (workspace === null) throw new UserError('WORKSPACE_MISSING', { folder: old });
  if (workspace.practiceSince !== null) throw new UserError('WORKSPACE_PRACTICE', { folder: old });
  const called = name ?? workspace.name ?? 'KH02 Center';
  const before = countTaken(database);
  if (isJudgementOutdated(database)) renameAlerts(database);
  leaveBehind(database, at);
  if (workspace.kind === 'illustrative') {
    dropSeen(database);
    beginCalendar(database, at);
  }
  keepDecisions(database);
  settleReal(database, called, at);
  recordAct(database, { at, kind: 'tookOver', who, subject: workspace.name ?? basename(old) });
  judge(database);
  requireWhole(database);
  const takenOver = countTaken(database);
  const leftOut = Object.fromEntries(
    Object.entries(before).map(([kind, count]) => [kind, count - takenOver[kind as keyof TakenCounts]]),
  ) as TakenCounts;
  return { name: called, takenOver, leftOut };
}

/** What is left behind gives back what it had replaced, as if it had been undone. */
function leaveBehind(database: WriteDatabase, at: string): void {
  noteLeftRuns(database);
  for (const { id, cutId } of listLeftImports(database)) {
    undoFigures(database, id, cutId, at);
    undoReports(database, id, at);
  }
  dropLeft(database);
  dropEmptyCuts(database);
}

function judge(database: WriteDatabase): void {
  const cuts = listCuts(database);
  for (const cut of cuts) {
    renewArrivals(database, cut);
    refreshSubmissions(database, cut, null);
  }
  notePictures(
    database,
    cuts.map(({ id }) => id),
    null,
  );
  for (const _ of recomputeAllSteps(database, null));
  noteJudged(database);
}
