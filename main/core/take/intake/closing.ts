import { noteClosed } from '#main/core/ground/cuts/picture.ts';
import { type CutRecord, currentCut } from '#main/core/ground/cuts/store.ts';
import { rulesAt } from '#main/core/ground/rules/store.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { closeCut, type MissingProvince, reopenCut } from './closing-store.ts';
import { type CommitStep, judge } from './commit.ts';

/** Closes the cut, which makes it a picture, and judges anew what that changes. CUT_ALREADY_CLOSED. */
export function* closeSteps(
  database: WriteDatabase,
  cut: CutRecord,
  who: string,
  at: string,
): Generator<CommitStep, MissingProvince[]> {
  const missing = closeCut(database, cut, who, at);
  yield* judge(database, noteClosed(database, cut, who, at), at);
  return missing;
}

/** Opens it again; what it was closed under gives way to what holds for its day, by which it is judged where that differs. */
export function* reopenSteps(
  database: WriteDatabase,
  code: string,
  { who, reason }: { readonly who: string; readonly reason: string },
  at: string,
): Generator<CommitStep, void> {
  const cut = currentCut(database, code);
  reopenCut(database, cut, who, reason, at);
  const before = rulesAt(database, cut).version;
  const open = currentCut(database, code);
  if (cut.kind !== 'month' && rulesAt(database, open).version !== before) yield* judge(database, [open], at);
}
