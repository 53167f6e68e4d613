import { randomUUID } from 'node:crypto';
import type { Context } from '#main/core/ground/context.ts';
import type { Question } from './check/question.ts';
import type { Inspected } from './inspect.ts';

/** A preview at hand: what was read of a file. The inbox keeps the file itself; this goes with the process. */
export interface Draft {
  readonly id: string;
  readonly inspected: Inspected;
  /** Every question asked since the file was opened: an answered one is not asked again, but has to be learned. */
  readonly asked: ReadonlyMap<string, Question>;
  /** Its file lies in the inbox: once it is gone from there, so is the draft. */
  readonly isKept: boolean;
  /** Read against data that another process has changed since. */
  readonly isDoubtful: boolean;
}

// 34 provinces drop their files at once; twice that is room for a second try.
const MOST_DRAFTS = 80;

const drafts = new WeakMap<Context['events'], Map<string, Draft>>();

function draftsOf(context: Context): Map<string, Draft> {
  const known = drafts.get(context.events);
  if (known !== undefined) return known;
  const created = new Map<string, Draft>();
  drafts.set(context.events, created);
  return created;
}

/** Holds a preview under an id, in place of the one it had. The oldest goes when there are many. */
export function keepDraft(
  context: Context,
  inspected: Inspected,
  before: { readonly id?: string; readonly asked?: Iterable<Question>; readonly isKept?: boolean } = {},
): Draft {
  const all = draftsOf(context);
  const questions = [...(before.asked ?? []), ...inspected.collection.questions];
  const asked = new Map(questions.map((question) => [question.id, question]));
  const { id = randomUUID(), isKept = false } = before;
  const draft: Draft = { id, inspected, asked, isKept, isDoubtful: false };
  all.delete(draft.id);
  all.set(draft.id, draft);
  const [oldest] = all.keys();
  if (all.size > MOST_DRAFTS && oldest !== undefined) all.delete(oldest);
  return draft;
}

export function findDraft(context: Context, id: string): Draft | null {
  return draftsOf(context).get(id) ?? null;
}

export function dropDraft(context: Context, id: string): void {
  draftsOf(context).delete(id);
}

/** What is at hand has to be read again before it is shown or taken in. */
export function doubtDrafts(context: Context): void {
  const all = draftsOf(context);
  for (const [id, draft] of all) all.set(id, { ...draft, isDoubtful: true });
}
