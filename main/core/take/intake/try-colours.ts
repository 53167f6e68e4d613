import type { Context } from '#main/core/ground/context.ts';
import { listCuts } from '#main/core/ground/cuts/store.ts';
import { recomputeCutSteps } from '#main/core/judge/judgement/recompute.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import type { ColourChangesDto } from '#shared/contract/intake.ts';
import { coloursAt, coloursBefore, coloursChanged } from './colours.ts';
import { takeSteps } from './commit.ts';
import { requestOf } from './commit-draft.ts';
import type { Draft } from './drafts.ts';

/** Some figures of a second's work; what more would change is told when they are in. */
const FIGURES_TRIED = 150_000;

/** Thrown to undo the transaction of a try. */
class Tried extends Error {
  readonly colours: ColourChangesDto | null;

  constructor(colours: ColourChangesDto | null) {
    super('Undone as it was meant to be');
    this.colours = colours;
  }
}

/**
 * What colours a file would change, were it taken in: it is, one cut is judged, and all of it is undone. Null where it
 * bears upon no colour, or has more figures than can be tried while somebody waits.
 */
export async function tryColours(
  context: Context,
  draft: Draft,
  signal: AbortSignal | undefined,
): Promise<ColourChangesDto | null> {
  const { figures } = draft.inspected.collection;
  if (figures.size > FIGURES_TRIED) return null;
  const at = context.clock().toISOString();
  try {
    return await context.writeSteps((write) => trySteps(write, draft, at), { signal });
  } catch (error) {
    if (error instanceof Tried) return error.colours;
    throw error;
  }
}

function* trySteps(write: WriteDatabase, draft: Draft, at: string): Generator<unknown, never> {
  // Nobody will ever read who and why.
  const { cuts } = yield* takeSteps(write, requestOf(draft, { who: 'try', reason: 'try' }, at));
  const before = coloursBefore(write, cuts);
  if (before === null) throw new Tried(null);
  yield* recomputeCutSteps(write, before.cut, listCuts(write), at);
  throw new Tried(coloursChanged(before, coloursAt(write, before.cut), null));
}
