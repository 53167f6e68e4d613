import { listPlanned } from '#main/core/ground/calendar/planned.ts';
import { type Opening, openCut, recordCutEvent } from '#main/core/ground/calendar/store.ts';
import { type CutRecord, listCuts } from '#main/core/ground/cuts/store.ts';
import { recomputeSteps } from '#main/core/judge/judgement/recompute.ts';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import { addedCut, DAYS_AHEAD, type PlannedCut } from '#shared/domain/calendar.ts';
import { contentsOf, deleteCut, noteRemoval, setDue } from './change-store.ts';

export interface Act {
  readonly who: string;
  readonly at: string;
}

export function requireOpened(database: ReadDatabase, code: string): CutRecord {
  const cut = listCuts(database).find((one) => one.code === code);
  if (cut === undefined) throw new UserError('CUT_UNKNOWN', { cut: code });
  return cut;
}

/** Opens a planned cut or one that a person adds, and judges it, as nobody has sent anything yet. */
export function* addSteps(
  database: WriteDatabase,
  code: string,
  { dueAt, ...opening }: Opening & { readonly dueAt: string | null },
): Generator<unknown, void> {
  if (listCuts(database).some((cut) => cut.code === code)) throw new UserError('CUT_EXISTS', { cut: code });
  const planned = listPlanned(database, opening.at).find((cut) => cut.code === code);
  const cut = planned ?? requireNear(code, opening.at);
  const id = openCut(database, { ...cut, dueAt: dueAt ?? cut.dueAt }, opening);
  yield* recomputeSteps(database, id, opening.at);
}

function requireNear(code: string, now: string): PlannedCut {
  const cut = addedCut(code);
  if (cut === null) throw new UserError('CUT_UNKNOWN', { cut: code });
  const limit = Date.parse(now) + DAYS_AHEAD * 86_400_000;
  if (Date.parse(cut.asOf) > limit) throw new UserError('CUT_TOO_FAR', { cut: code, days: DAYS_AHEAD });
  return cut;
}

/** Moves the hour a cut is due; who had been late, and who is silent, is judged anew. */
export function* moveDueSteps(
  database: WriteDatabase,
  code: string,
  { dueAt, reason, who, at }: Act & { readonly dueAt: string; readonly reason: string },
): Generator<unknown, void> {
  const cut = requireOpened(database, code);
  setDue(database, cut.id, dueAt);
  const detail = { from: cut.dueAt, to: dueAt };
  recordCutEvent(database, { cutId: cut.id, kind: 'dueMoved', at, who, reason, detail });
  yield* recomputeSteps(database, cut.id, at);
}

/** Takes out a planned cut, or an opened one that is empty. */
export function* removeSteps(
  database: WriteDatabase,
  code: string,
  { who, at, reason }: Act & { readonly reason: string | null },
): Generator<unknown, void> {
  const cut = listCuts(database).find((one) => one.code === code);
  const isPlanned = listPlanned(database, at).some((one) => one.code === code);
  if (cut === undefined && !isPlanned) throw new UserError('CUT_UNKNOWN', { cut: code });
  if (cut !== undefined) yield* deleteSteps(database, cut, at);
  noteRemoval(database, { code, at, who, reason });
}

function* deleteSteps(database: WriteDatabase, cut: CutRecord, at: string): Generator<unknown, void> {
  if (cut.state === 'closed') throw new UserError('CUT_CLOSED', { cut: cut.code });
  const contents = contentsOf(database, cut.id);
  if (Object.values(contents).some((count) => count > 0))
    throw new UserError('CUT_NOT_EMPTY', { cut: cut.code, ...contents });
  deleteCut(database, cut.id);
  const later = listCuts(database).find((one) => one.kind !== 'month' && one.asOf >= cut.asOf);
  if (later !== undefined) yield* recomputeSteps(database, later.id, at);
}
