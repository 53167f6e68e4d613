import { cycleOf, pictureOf, previousPicture } from '#main/core/ground/cuts/picture.ts';
import { appendPictureEvent, appendWait, completenessAt } from '#main/core/ground/cuts/picture-store.ts';
import { type CutRecord, cutDto, listCuts } from '#main/core/ground/cuts/store.ts';
import { cutUnknown } from '#main/core/ground/cuts/unknown.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { recomputeSteps } from '#main/core/judge/judgement/recompute.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import { resolveCut } from '#shared/domain/cuts.ts';
import { isPoor } from '#shared/domain/picture.ts';
import { describeCycle } from './cycles.ts';

export const picture = {
  get: procedure.picture.get.handler(({ context }) => {
    const all = listCuts(context.read);
    const now = context.clock().toISOString();
    return {
      statuses: describeCycle(context.read, all, 'statuses', now),
      months: describeCycle(context.read, all, 'months', now),
    };
  }),
  back: procedure.picture.back.handler(async ({ context, input, signal }) => {
    const at = context.clock().toISOString();
    const { code } = requireNamed(listCuts(context.read), input.cut);
    const before = await context.writeSteps((write) => goBack(write, code, { ...input, at }), { signal });
    return { picture: cutDto(before) };
  }),
  wait: procedure.picture.wait.handler(async ({ context, input }) => {
    const at = context.clock().toISOString();
    const { code } = requireNamed(listCuts(context.read), input.cut);
    await context.write((write) => {
      const cut = requireNamed(listCuts(write), code);
      if (cut.state === 'closed') throw new UserError('CUT_CLOSED', { cut: code });
      appendWait(write, { cutId: cut.id, at, who: input.who, reason: input.reason ?? null });
    });
    return {};
  }),
};

interface Act {
  readonly who: string;
  readonly reason: string;
  /** UTC ISO. */
  readonly at: string;
}

/** A month that speaks no longer has all judged anew that rested on it. */
function* goBack(
  database: WriteDatabase,
  code: string,
  { who, reason, at }: Act,
): Generator<unknown, CutRecord> {
  const all = listCuts(database);
  const cut = requireNamed(all, code);
  const there = completenessAt(database, [cut]).get(cut.id);
  const isPicture = pictureOf(all, cycleOf(cut))?.id === cut.id;
  if (!isPicture || there === undefined || !isPoor(there))
    throw new UserError('PICTURE_STANDS', { cut: code });
  const previous = previousPicture(all, cut);
  if (previous === null) throw new UserError('PICTURE_FIRST', { cut: code });
  appendPictureEvent(database, { cutId: cut.id, kind: 'back', at, who, reason });
  if (cut.kind === 'month') yield* recomputeSteps(database, cut.id, at);
  return previous;
}

function requireNamed(all: readonly CutRecord[], reference: string): CutRecord {
  const cut = resolveCut(all, reference);
  if (cut === null) throw cutUnknown(all, reference);
  return cut;
}
