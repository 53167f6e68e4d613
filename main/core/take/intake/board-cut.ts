import { listPlanned } from '#main/core/ground/calendar/planned.ts';
import type { Context } from '#main/core/ground/context.ts';
import { standingCut } from '#main/core/ground/cuts/picture.ts';
import { type CutRecord, listCuts } from '#main/core/ground/cuts/store.ts';
import { cutUnknown } from '#main/core/ground/cuts/unknown.ts';
import { UserError } from '#shared/contract/errors.ts';
import { latestOf, resolveCut } from '#shared/domain/cuts.ts';
import { createFormatter } from '#shared/text/format.ts';

/**
 * The cut whose board is asked for: of what is owed there is something to say before anything has come. Without a
 * reference the picture, and before the first file the latest that is open. CUT_NOT_OPEN for one that is planned,
 * CUT_UNKNOWN, NO_DATA while no cut is open.
 */
export function boardCut({ read, clock }: Context, reference: string | undefined): CutRecord {
  const all = listCuts(read);
  if (reference === undefined) {
    const latest = latestOf(all.filter(({ kind }) => kind !== 'month')) ?? latestOf(all);
    const cut = standingCut(read, all)?.cut ?? latest;
    if (cut === null) throw new UserError('NO_DATA');
    return cut;
  }
  const cut = resolveCut(all, reference);
  if (cut !== null) return cut;
  const known = listPlanned(read, clock().toISOString());
  const planned = resolveCut(known, reference);
  if (planned === null) throw cutUnknown([...all, ...known], reference);
  const start = createFormatter('vi').date(planned.start);
  throw new UserError('CUT_NOT_OPEN', { cut: planned.code, start });
}
