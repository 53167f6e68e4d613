import { readPieces } from '#main/core/files/byte-source.ts';
import { sha256OfPieces } from '#main/core/files/hash.ts';
import type { Context } from '#main/core/ground/context.ts';
import { commitDrafts, type Taking } from '#main/core/take/intake/commit-draft.ts';
import type { Draft } from '#main/core/take/intake/drafts.ts';
import { inboxFiles } from '#main/core/take/intake/inbox/files.ts';
import { discard, receive } from '#main/core/take/intake/inbox/inbox.ts';
import { revisionOf } from '#main/core/take/intake/inbox/revision.ts';
import { LIMITS } from '#main/core/take/intake/limits.ts';
import { findSeen, listInboxRows } from '#main/core/take/intake/offers.ts';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import { type IntakePreviewDto, intake } from '#shared/contract/intake.ts';
import type { WatchReasonDto, WatchSettings } from '#shared/contract/watch.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { type Decision, decide, errorCount } from './decide.ts';
import { withBytes } from './folder.ts';
import type { Glimpse } from './settle.ts';
import { insertWatchRow, isTaken, listOpenRows, NO_FACTS, type WatchFacts, type WatchRow } from './store.ts';

const PROBLEMS_TOLD = 40;
const NAME_LENGTH = 120;
/** What a file that is still being written looks like to its reader. */
const PERHAPS_UNFINISHED = new Set(['FILE_DAMAGED', 'FILE_EMPTY', 'JSON_INVALID', 'QUOTE_UNCLOSED']);

type NewRow = Parameters<typeof insertWatchRow>[1];

export interface Task {
  readonly context: Context;
  readonly settings: WatchSettings;
  readonly file: Glimpse;
  /** Nobody has written to it for long: what cannot be read is then refused, not left for later. */
  readonly isSilent: boolean;
  /** Hashes of files that are about to go in. */
  readonly others: readonly string[];
  readonly signal: AbortSignal;
}

/** A file that may go in by itself. */
export interface Ready {
  readonly task: Task;
  readonly row: NewRow;
  readonly draft: Draft;
}

/**
 * Takes one complete file in hand: its bytes go into the inbox, are read, and are left there or taken out again as the
 * policy says; the row in the database then knows it. One that may go in by itself comes back, to be taken in with
 * others; `later` for one that may still be written, `twin` for the bytes of another that is about to go in.
 */
export async function takeFile(task: Task): Promise<'taken' | 'later' | 'twin' | Ready> {
  const { context, settings, file, signal } = task;
  if (file.bytes > LIMITS.fileBytes) return await refuseUnread(task);
  const { folder } = settings;
  const sha256 = await withBytes(folder, file, (source) => sha256OfPieces(readPieces(source)));
  if (task.others.includes(sha256)) return 'twin';
  const row = newRow(context, settings, file, sha256);
  const twin = findTwin(context.read, folder, file.name, sha256);
  if (twin !== null) {
    await context.write((write) =>
      insertWatchRow(write, { ...row, outcome: 'duplicate', facts: told(twin) }),
    );
    return 'taken';
  }
  await forgetHalfTaken(context, sha256);
  const put = () => withBytes(folder, file, (source) => inboxFiles(context.dataFolder).put(source));
  const { id, draft, preview } = await receive(
    context,
    put,
    { name: file.name, origin: 'folder' },
    revisionOf(),
    signal,
  );
  if (preview.outcome === 'refused' && isPerhapsUnfinished(preview) && !task.isSilent) {
    await discard(context, id);
    return 'later';
  }
  const seen = draft?.inspected.seen ?? null;
  const facts = { ...factsOf(preview), seen: seen?.run ?? null };
  const read = { ...row, sha256: preview.sha256 ?? sha256, facts };
  const decision = decide(preview, settings.policy, seen);
  if (decision.outcome === 'commit' && draft !== null)
    return { task, row: { ...read, facts: { ...facts, reason: decision.reason } }, draft };
  await carryOut(task, read, decision, id);
  return 'taken';
}

function newRow({ clock }: Context, { folder }: WatchSettings, file: Glimpse, sha256: string): NewRow {
  const takenAt = clock().toISOString();
  return { ...file, folder, sha256, takenAt, outcome: 'rejected', inboxId: null, run: null, facts: NO_FACTS };
}

function told(reason: WatchReasonDto): WatchFacts {
  return { ...NO_FACTS, reason };
}

/** Too large to be copied, let alone read; its name and size stand for its content. */
async function refuseUnread({ context, settings, file }: Task): Promise<'taken'> {
  const values = { limit: 'fileBytes', allowed: LIMITS.fileBytes, found: file.bytes };
  const row = newRow(context, settings, file, '');
  const facts = told({ code: 'intake.problem.LIMIT_EXCEEDED', values });
  await context.write((write) => insertWatchRow(write, { ...row, facts }));
  return 'taken';
}

/** Whether these very bytes wait under another name. */
function findTwin(
  database: ReadDatabase,
  folder: string,
  name: string,
  sha256: string,
): WatchReasonDto | null {
  const waiting = new Set(listInboxRows(database).map(({ id }) => id));
  const twin = listOpenRows(database, folder).find(
    (row) => row.sha256 === sha256 && row.name !== name && waiting.has(row.inboxId ?? ''),
  );
  return twin === undefined ? null : { code: 'watch.reason.twin', values: { file: twin.name } };
}

/** A take that was cut off between the inbox and its row is begun anew. */
async function forgetHalfTaken(context: Context, sha256: string): Promise<void> {
  for (const { id, origin, sha256: content } of listInboxRows(context.read)) {
    const isOurs = origin === 'folder' && content === sha256;
    if (isOurs && !isTaken(context.read, id)) await discard(context, id);
  }
}

function isPerhapsUnfinished({ problems }: IntakePreviewDto): boolean {
  return problems.some(({ code }) => PERHAPS_UNFINISHED.has(code));
}

async function carryOut(
  { context }: Task,
  row: NewRow,
  { outcome, reason }: Decision,
  id: string,
): Promise<void> {
  if (outcome === 'reject' || outcome === 'duplicate') {
    const facts = { ...row.facts, reason };
    const became = outcome === 'reject' ? 'rejected' : 'duplicate';
    await context.write((write) => insertWatchRow(write, { ...row, outcome: became, facts }));
    await discard(context, id);
  } else await leaveWaiting(context, row, id, reason);
}

function leaveWaiting(context: Context, row: NewRow, id: string, reason: WatchReasonDto | null) {
  const facts = { ...row.facts, reason };
  return context.write((write) => insertWatchRow(write, { ...row, outcome: 'waiting', inboxId: id, facts }));
}

/** Takes in what may go in by itself, as one transaction with one judgement. */
export async function commitReady(ready: readonly Ready[]): Promise<void> {
  const [first] = ready;
  if (first === undefined) return;
  const { context, signal } = first.task;
  await commitDrafts(context, ready.map(takingOf), { signal });
  context.events.publishChange(intake.commit['~orpc'].meta.writes);
}

/** The same for one alone, which waits for a person where its cut was closed between the look and the commit. */
export async function commitAlone(one: Ready): Promise<void> {
  const { task, row, draft } = one;
  await commitReady([one]).catch(async (error: unknown) => {
    if (!(error instanceof UserError) || error.code !== 'CUT_CLOSED') throw error;
    await leaveWaiting(task.context, row, draft.id, { code: 'watch.reason.closed', values: {} });
  });
}

function takingOf({ task, row, draft }: Ready): Taking {
  const who = createTranslator('vi').t('watch.who', { who: task.settings.who }).slice(0, NAME_LENGTH);
  const choice = {
    ...{ who, reason: null, signal: task.signal },
    before: (write: WriteDatabase) => refuseSecond(write, row.sha256),
    after: (write: WriteDatabase, { run }: { readonly run: string }) =>
      insertWatchRow(write, { ...row, outcome: 'committed', run }),
  };
  return { draft, choice };
}

/** Another program on the same data folder was faster: the file is found to be known at the next look. */
function refuseSecond(write: WriteDatabase, sha256: string): void {
  if (findSeen(write, sha256) !== null) throw new UserError('FILE_BUSY', { file: sha256 });
}

function factsOf(preview: IntakePreviewDto): WatchFacts {
  const errors = preview.problems.filter(({ severity }) => severity === 'error');
  return {
    reason: null,
    seen: null,
    province: preview.province,
    cuts: preview.cuts.map(({ code }) => code),
    rows: preview.rows,
    accepted: preview.accepted,
    missing: preview.missing.flatMap(({ communes }) => communes),
    problems: errors.slice(0, PROBLEMS_TOLD).map(({ code, values, sheet, row, column }) => ({
      code,
      values,
      sheet,
      row,
      column,
    })),
    errors: errorCount(preview),
  };
}

/** The row as the contract shows it. */
export function watchedFileDto(row: WatchRow) {
  const { name, bytes, takenAt, outcome, inboxId, run, facts, finishedAt, place } = row;
  return {
    name,
    bytes,
    takenAt,
    outcome,
    reason: facts.reason,
    province: facts.province,
    cuts: [...facts.cuts],
    inbox: outcome === 'waiting' ? inboxId : null,
    run,
    place,
    finishedAt,
  };
}
