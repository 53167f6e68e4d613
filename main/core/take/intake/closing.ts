import { noteClosed, wouldBePicture } from '#main/core/ground/cuts/picture.ts';
import { completenessAt } from '#main/core/ground/cuts/picture-store.ts';
import { type CutRecord, currentCut, listCuts } from '#main/core/ground/cuts/store.ts';
import { rulesAt } from '#main/core/ground/rules/store.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import { isBegun } from '#shared/domain/calendar.ts';
import { isPoor, sentShare } from '#shared/domain/picture.ts';
import { createFormatter } from '#shared/text/format.ts';
import { closeCut, type MissingProvince, reopenCut } from './closing-store.ts';
import { type CommitStep, judge } from './commit.ts';

/** Who closes a cut, when, and whether that is meant however little has come. */
interface Closing {
  readonly who: string;
  /** UTC ISO. */
  readonly at: string;
  readonly anyway?: boolean | undefined;
}

/** Closes the cut, which makes it a picture, and judges anew what that changes. CUT_ALREADY_CLOSED, CUT_CLOSE_POOR. */
export function* closeSteps(
  database: WriteDatabase,
  cut: CutRecord,
  { who, at, anyway = false }: Closing,
): Generator<CommitStep, MissingProvince[]> {
  if (!anyway && cut.state !== 'closed' && isBegun(cut, at)) requireMuch(database, cut);
  const missing = closeCut(database, cut, who, at);
  yield* judge(database, noteClosed(database, cut, who, at), at);
  return missing;
}

/** What becomes everybody's picture is not closed by a slip while little of it has come. */
function requireMuch(database: WriteDatabase, cut: CutRecord): void {
  const there = completenessAt(database, [cut]).get(cut.id);
  if (there === undefined || !isPoor(there) || !wouldBePicture(listCuts(database), cut)) return;
  const { inProvinces, provinces } = there;
  const share = createFormatter('vi').percent(sentShare(there));
  throw new UserError('CUT_CLOSE_POOR', { cut: cut.code, kind: cut.kind, inProvinces, provinces, share });
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
