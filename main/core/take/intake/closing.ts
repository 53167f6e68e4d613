import { noteClosed } from '#main/core/ground/cuts/picture.ts';
import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { closeCut, type MissingProvince } from './closing-store.ts';
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
