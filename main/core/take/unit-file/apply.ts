import { randomUUID } from 'node:crypto';
import { countOwed } from '#main/core/ground/calendar/owed-store.ts';
import type { Context } from '#main/core/ground/context.ts';
import { notePictures } from '#main/core/ground/cuts/picture.ts';
import {
  insertUnitAct,
  listUnitActsInForce,
  markUnitActUndone,
  type UnitActRecord,
} from '#main/core/ground/units/acts-store.ts';
import { applyChange, takeBack } from '#main/core/ground/units/change-store.ts';
import { type RecomputeStep, recomputeFromSteps } from '#main/core/judge/judgement/recompute.ts';
import { reportProgress, type Watch } from '#main/core/work/progress.ts';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import { refreshSubmissions } from '../intake/offers.ts';
import { cutsFrom, lookAtActs } from './look.ts';
import type { ReadActs } from './read.ts';
import { countHanging } from './store.ts';

export interface Said {
  readonly who: string;
  readonly reason: string | null;
}

type Told = { kind: 'progress'; done: number; total: number } | { kind: 'done'; id: string };

/** One transaction: the units change, and every open cut from the day on is counted and judged anew. */
export function takeActs(
  context: Context,
  read: ReadActs,
  { who, reason }: Said,
  signal: AbortSignal | undefined,
): AsyncGenerator<Told, void, void> {
  const at = context.clock().toISOString();
  return inSteps(context, signal, function* (database) {
    const { problems, change, day, document } = lookAtActs(database, read, at);
    if (problems.length > 0 || day === null || document === null)
      throw new UserError('UNIT_FILE_PROBLEMS', { file: read.file, count: problems.length });
    const uuid = randomUUID();
    const { file, sha256 } = read;
    const act = { uuid, day, document, file, sha256, who, reason, at, change };
    const actId = insertUnitAct(database, act);
    applyChange(database, change, { day, actId });
    yield* judgeAnew(database, day, at);
    return uuid;
  });
}

/** UNIT_ACT_UNKNOWN, UNIT_ACT_HELD. */
export function undoActs(
  context: Context,
  id: string,
  { who, reason }: { readonly who: string; readonly reason: string },
  signal: AbortSignal | undefined,
): AsyncGenerator<Told, void, void> {
  const at = context.clock().toISOString();
  return inSteps(context, signal, function* (database) {
    const act = listUnitActsInForce(database).find(({ uuid }) => uuid === id);
    if (act === undefined) throw new UserError('UNIT_ACT_UNKNOWN', { id });
    const why = heldBy(database, act);
    if (why !== null) throw new UserError('UNIT_ACT_HELD', { document: act.document, why });
    markUnitActUndone(database, act, { at, who, reason });
    takeBack(database, act.change, { day: act.day, actId: act.id });
    yield* judgeAnew(database, act.day, at);
    return id;
  });
}

/** Why an act in force cannot be taken back any more; null where it can. */
export function heldBy(database: ReadDatabase, act: UnitActRecord): 'figures' | 'later' | 'closed' | null {
  if (listUnitActsInForce(database).some(({ day, id }) => day > act.day || (day === act.day && id > act.id)))
    return 'later';
  if (cutsFrom(database, act.day).some(({ state }) => state === 'closed')) return 'closed';
  const begun = act.change.begun.map(({ code }) => code);
  return countHanging(database, begun) > 0 ? 'figures' : null;
}

function inSteps(
  context: Context,
  signal: AbortSignal | undefined,
  work: (database: WriteDatabase) => Generator<RecomputeStep, string>,
): AsyncGenerator<Told, void, void> {
  return reportProgress(signal, async (watch: Watch<RecomputeStep>) => {
    let told = -1;
    const onProgress = (step: RecomputeStep): void => {
      if (step.done > told) watch.onProgress?.(step);
      told = step.done;
    };
    return { id: await context.writeSteps(work, { ...watch, onProgress }) };
  });
}

/** The boards first: what is owed says which cut is a picture. */
function* judgeAnew(database: WriteDatabase, day: string, at: string): Generator<RecomputeStep, void> {
  const cuts = cutsFrom(database, day);
  for (const cut of cuts) {
    refreshSubmissions(database, cut, null);
    countOwed(database, cut);
  }
  const ids = cuts.map(({ id }) => id);
  notePictures(database, ids, at);
  if (cuts.length > 0) yield* recomputeFromSteps(database, day, at);
}
