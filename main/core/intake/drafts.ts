import { randomUUID } from 'node:crypto';
import type { Context } from '#main/core/context.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { Question } from './check/question.ts';
import type { Inspected } from './inspect.ts';

/** A preview that waits for a person: kept in memory only, because nothing of it has been accepted yet. */
export interface Draft {
  readonly id: string;
  readonly inspected: Inspected;
  /** Every question asked since the file was opened: an answered one is not asked again, but has to be learned. */
  readonly asked: ReadonlyMap<string, Question>;
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

/** Keeps a preview under a new id, or under that of the preview it replaces. The oldest goes when there are many. */
export function keepDraft(context: Context, inspected: Inspected, replaced?: Draft): Draft {
  const all = draftsOf(context);
  const asked = new Map(replaced?.asked);
  for (const question of inspected.collection.questions) asked.set(question.id, question);
  const draft: Draft = { id: replaced?.id ?? randomUUID(), inspected, asked };
  all.set(draft.id, draft);
  const [oldest] = all.keys();
  if (all.size > MOST_DRAFTS && oldest !== undefined) all.delete(oldest);
  return draft;
}

/** Throws IMPORT_UNKNOWN when the preview is gone. */
export function requireDraft(context: Context, id: string): Draft {
  const draft = draftsOf(context).get(id);
  if (draft === undefined) throw new UserError('IMPORT_UNKNOWN', { id });
  return draft;
}

export function dropDraft(context: Context, id: string): void {
  draftsOf(context).delete(id);
}

/** Provinces of which a file for the cut waits in the inbox. */
export function provincesInbox(context: Context, cut: string): ReadonlySet<string> {
  const waiting = [...draftsOf(context).values()]
    .map(({ inspected }) => inspected)
    .filter(({ cuts }) => cuts.some(({ code }) => code === cut))
    .flatMap(({ collection }) => collection.province ?? []);
  return new Set(waiting);
}
