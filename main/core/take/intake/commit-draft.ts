import type { Context } from '#main/core/ground/context.ts';
import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import type { Watch } from '#main/core/work/progress.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { SEEN_QUESTION } from '#shared/contract/choices.ts';
import { UserError } from '#shared/contract/errors.ts';
import { coloursAt, coloursBefore, coloursChanged, unitsTold } from './colours.ts';
import { type CommitRequest, type CommitResult, type CommitStep, judge, takeSteps } from './commit.ts';
import { type Draft, dropDraft } from './drafts.ts';
import { inboxFiles } from './inbox/files.ts';
import { deleteInboxRow } from './inbox/store.ts';
import { hasContent, isAgain } from './inspect.ts';
import { learnAnswers } from './learn.ts';
import { receiptOf } from './receipt.ts';
import { insertReceipt } from './receipt-store.ts';
import { settleSeen } from './seen.ts';

export interface CommitChoice extends Watch<CommitStep> {
  readonly who: string;
  /** Needed when a closed cut changes. */
  readonly reason: string | null;
  /** Runs first in the same transaction; a throw leaves everything as it was. */
  readonly before?: (write: WriteDatabase) => void;
  /** Runs last in the same transaction. */
  readonly after?: (write: WriteDatabase, result: CommitResult) => void;
}

/** Throws IMPORT_NOT_READY while errors or questions are left, unless what is valid is taken without them. */
export function requireReady({ inspected }: Draft, acceptValid: boolean): void {
  if (inspected.known === 'unchanged') return;
  const { problems } = inspected.collection;
  // Whether bytes come in again is asked by the transaction itself: nothing else may answer for a person.
  const questions = inspected.collection.questions.filter(({ id }) => id !== SEEN_QUESTION);
  const errors = problems.errors();
  const isOpen = !acceptValid && (errors > 0 || questions.length > 0);
  if (isOpen || !hasContent(inspected.collection)) {
    throw new UserError('IMPORT_NOT_READY', { errors, questions: questions.length });
  }
}

/** A file that was read, and how it goes in. */
export interface Taking {
  readonly draft: Draft;
  readonly choice: CommitChoice;
}

/**
 * Takes a preview in as one transaction, learns what was answered, and takes its file out of the inbox. Bytes that are
 * in already leave everything as it is where they would change nothing; else IMPORT_SEEN until a person has said so.
 */
export async function commitDraft(
  context: Context,
  draft: Draft,
  choice: CommitChoice,
): Promise<CommitResult> {
  const [result] = await commitDrafts(context, [{ draft, choice }], choice);
  if (result === undefined) throw new Error('Nothing was taken in');
  return result;
}

/** Takes several in as one transaction, and judges what rests on them once. All go in, or none. */
export async function commitDrafts(
  context: Context,
  taken: readonly Taking[],
  watch: Watch<CommitStep>,
): Promise<CommitResult[]> {
  const at = context.clock().toISOString();
  const done: { draft: Draft; wasKept: boolean }[] = [];
  const results = await context.writeSteps(function* (write) {
    const all: CommitResult[] = [];
    const toJudge: CutRecord[] = [];
    const brought: Brought[] = [];
    for (const { draft, choice } of taken) {
      const one = yield* takeOne(write, draft, choice, at);
      all.push(one.result);
      toJudge.push(...one.toJudge);
      done.push({ draft, wasKept: one.wasKept });
      if (one.isNew) brought.push({ draft, run: one.result.run, cuts: one.result.cuts });
    }
    yield* judgeTelling(write, toJudge, brought, at);
    return all;
  }, watch);
  for (const { draft, wasKept } of done) {
    dropDraft(context, draft.id);
    if (wasKept) inboxFiles(context.dataFolder).remove(draft.id);
  }
  return results;
}

function* takeOne(write: WriteDatabase, draft: Draft, choice: CommitChoice, at: string) {
  const request = requestOf(draft, choice, at);
  choice.before?.(write);
  const before = settleSeen(write, request, isAgain(draft.inspected.revision));
  if (before === null) learnAnswers(write, draft, at);
  const { toJudge, ...result } = before ? { ...before, toJudge: [] } : yield* takeSteps(write, request);
  const wasKept = deleteInboxRow(write, draft.id);
  // Another process was faster: the file must not go in twice.
  if (draft.isKept && !wasKept) throw new UserError('IMPORT_UNKNOWN', { id: draft.id });
  choice.after?.(write, result);
  return { result, toJudge, wasKept, isNew: before === null };
}

/** A file that changed something, and what it came in as. */
interface Brought extends Pick<CommitResult, 'run' | 'cuts'> {
  readonly draft: Draft;
}

/** Judges, and leaves to each file its receipt with the colours that it has changed. */
function* judgeTelling(
  write: WriteDatabase,
  toJudge: readonly CutRecord[],
  brought: readonly Brought[],
  at: string,
): Generator<CommitStep> {
  // Files of one day speak of the same cuts: their colours are read once.
  const groups = [...Map.groupBy(brought, ({ cuts }) => cuts.join(' ')).values()].map((files) => ({
    files,
    before: coloursBefore(write, files[0]?.cuts ?? []),
  }));
  yield* judge(write, toJudge, at);
  for (const { files, before } of groups) {
    const after = before === null ? null : coloursAt(write, before.cut);
    for (const { draft, run } of files) {
      const among = brought.length === 1 ? null : unitsTold(draft.inspected.collection);
      const colours = before && after && coloursChanged(before, after, among);
      insertReceipt(write, run, receiptOf(draft.inspected, colours));
    }
  }
}

/** What a preview asks to be taken in. */
export function requestOf(
  { inspected }: Draft,
  { who, reason }: Pick<CommitChoice, 'who' | 'reason'>,
  at: string,
): CommitRequest {
  const { source, sha256, file, collection } = inspected;
  return {
    figures: collection.figures,
    reports: collection.reports.brought(),
    fileName: source.name,
    sha256,
    bytes: source.size,
    sheets: file.sheets.map(({ name }) => name),
    province: collection.province,
    ...{ who, reason, at },
  };
}
