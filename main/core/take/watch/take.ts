import { readPieces } from '#main/core/files/byte-source.ts';
import { sha256OfPieces } from '#main/core/files/hash.ts';
import type { Context } from '#main/core/ground/context.ts';
import { commitDraft } from '#main/core/take/intake/commit-draft.ts';
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
  readonly signal: AbortSignal;
}

/**
 * Takes one complete file in hand: its bytes go into the inbox, are read, and are committed, left there or taken out
 * again as the policy says; the row in the database then knows it. `later` for one that may still be written.
 */
export async function takeFile(task: Task): Promise<'taken' | 'later'> {
  const { context, settings, file, signal } = task;
  if (file.bytes > LIMITS.fileBytes) return await refuseUnread(task);
  const { folder } = settings;
  const sha256 = await withBytes(folder, file, (source) => sha256OfPieces(readPieces(source)));
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
  await carryOut(task, read, decide(preview, settings.policy, seen), id, draft);
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
  task: Task,
  row: NewRow,
  { outcome, reason }: Decision,
  id: string,
  draft: Draft | null,
): Promise<void> {
  const { context } = task;
  const facts = { ...row.facts, reason };
  const wait = (why: WatchReasonDto | null) =>
    context.write((write) =>
      insertWatchRow(write, { ...row, outcome: 'waiting', inboxId: id, facts: { ...facts, reason: why } }),
    );
  if (outcome === 'reject' || outcome === 'duplicate') {
    const became = outcome === 'reject' ? 'rejected' : 'duplicate';
    await context.write((write) => insertWatchRow(write, { ...row, outcome: became, facts }));
    await discard(context, id);
  } else if (outcome === 'wait' || draft === null) {
    await wait(reason);
  } else {
    await commit(task, { ...row, facts }, draft).catch(async (error: unknown) => {
      // Closed between the look and the commit.
      if (!(error instanceof UserError) || error.code !== 'CUT_CLOSED') throw error;
      await wait({ code: 'watch.reason.closed', values: {} });
    });
  }
}

async function commit({ context, settings, signal }: Task, row: NewRow, draft: Draft): Promise<void> {
  const who = createTranslator('vi').t('watch.who', { who: settings.who }).slice(0, NAME_LENGTH);
  await commitDraft(context, draft, {
    who,
    reason: null,
    signal,
    before: (write) => refuseSecond(write, row.sha256),
    after: (write, { run }) => insertWatchRow(write, { ...row, outcome: 'committed', run }),
  });
  context.events.publishChange(intake.commit['~orpc'].meta.writes);
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
