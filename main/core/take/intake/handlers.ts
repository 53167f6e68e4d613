import { type ByteSource, blobSource, fileSource } from '#main/core/files/byte-source.ts';
import { listTaskReportsOwed } from '#main/core/ground/calendar/owed-store.ts';
import type { Context } from '#main/core/ground/context.ts';
import { requireCut } from '#main/core/ground/cuts/lookup.ts';
import { currentCut, cutDto } from '#main/core/ground/cuts/store.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { reportProgress, type Watch } from '#main/core/work/progress.ts';
import { boardCut } from './board-cut.ts';
import { listIntakeCuts, listPunctuality } from './board-store.ts';
import { closeSteps, reopenSteps } from './closing.ts';
import { type CommitStep, countedAll } from './commit.ts';
import { commitDraft, requireReady } from './commit-draft.ts';
import { listHistory } from './history-store.ts';
import { inboxFiles } from './inbox/files.ts';
import { discard, lookAgain, lookAt, openDraft, receive } from './inbox/inbox.ts';
import { revisionOf } from './inbox/revision.ts';
import { countWaiting, listInboxRows } from './inbox/store.ts';
import { changesPage } from './preview.ts';
import { readReceipt } from './receipt.ts';
import { writeRejected } from './rejected.ts';
import { writeReminder } from './reminder.ts';
import { readWindow, searchSheet } from './sheet/window.ts';
import { listRuns } from './store.ts';
import { listSubmissions, type SubmissionRow } from './submissions-store.ts';
import { buildTemplate } from './template/build-template.ts';
import { buildTemplates } from './template/build-templates.ts';
import { tryColours } from './try-colours.ts';
import { undoSteps } from './undo.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const intake = {
  inspect: procedure.intake.inspect.handler(async ({ context, input, signal }) => {
    const revision = revisionOf(input);
    if (!input.keep)
      return (await lookAt(context, await sourceOf(context, input), revision, { signal })).preview;
    const name = input.file?.name ?? uploadOf(context, input).name;
    const file = { name, origin: 'person' } as const;
    return (await receive(context, () => putSent(context, input), file, revision, signal)).preview;
  }),
  inbox: procedure.intake.inbox.handler(({ context }) =>
    listInboxRows(context.read).map(({ id, origin, receivedAt, revision, preview }) => ({
      id,
      origin,
      receivedAt,
      revision,
      preview,
    })),
  ),
  revise: procedure.intake.revise.handler(
    async ({ context, input, signal }) =>
      (await lookAgain(context, input.id, revisionOf(input), signal)).preview,
  ),
  sheet: procedure.intake.sheet.handler(
    async ({ context, input, signal }) => await readWindow(context, input, signal),
  ),
  sheetSearch: procedure.intake.sheetSearch.handler(
    async ({ context, input, signal }) => await searchSheet(context, input, signal),
  ),
  changes: procedure.intake.changes.handler(async ({ context, input, signal }) =>
    changesPage(
      (await openDraft(context, input.id, signal)).inspected,
      input.states,
      input.offset,
      input.limit,
    ),
  ),
  colours: procedure.intake.colours.handler(
    async ({ context, input, signal }) =>
      await tryColours(context, await openDraft(context, input.id, signal), signal),
  ),
  commit: procedure.intake.commit.handler(async function* ({ context, input, signal }) {
    const draft = await openDraft(context, input.id, signal);
    requireReady(draft, input.acceptValid);
    const { who, reason = null } = input;
    yield* reportProgress(signal, async (watch: Watch<CommitStep>) => {
      const result = await commitDraft(context, draft, { who, reason, ...watch });
      return { result: { run: result.run, cuts: [...result.cuts], ...countedAll(result) } };
    });
  }),
  discard: procedure.intake.discard.handler(async ({ context, input }) => {
    await discard(context, input.id);
    return {};
  }),
  undo: procedure.intake.undo.handler(async ({ context, input, signal }) => {
    const { run, who, reason = null } = input;
    const request = { run, who, reason, at: context.clock().toISOString() };
    const result = await context.writeSteps((write) => undoSteps(write, request), { signal });
    return { ...result, runs: [...result.runs], cuts: [...result.cuts] };
  }),
  runs: procedure.intake.runs.handler(({ context, input }) => {
    const { cut, ...page } = input;
    const cutId = cut === undefined ? null : requireCut(context.read, cut).cut.id;
    return listRuns(context.read, cutId, page).map(
      ({ id: _, sourceId: __, cutId: ___, isWithin: ____, isTyped, ...run }) => ({
        ...run,
        typed: isTyped === 1,
      }),
    );
  }),
  receipt: procedure.intake.receipt.handler(({ context, input }) => readReceipt(context.read, input.run)),
  history: procedure.intake.history.handler(({ context, input }) =>
    listHistory(context.read, requireCut(context.read, input.cut).cut.code, input.unit, input.indicator),
  ),
  submissions: procedure.intake.submissions.handler(({ context, input }) => {
    const cut = boardCut(context, input.cut);
    const now = context.clock().toISOString();
    const waiting = countWaiting(context.read, cut.code);
    const tasks = listTaskReportsOwed(context.read, cut);
    const provinces = listSubmissions(context.read, cut).map((row) => ({
      ...submissionDto(row, waiting.get(row.code) ?? 0, now),
      tasks: tasks.get(row.code) ?? null,
    }));
    return { cut: cutDto(cut), dueAt: cut.dueAt, provinces };
  }),
  reminder: procedure.intake.reminder.handler(({ context, input }) => {
    const cut = boardCut(context, input.cut);
    return writeReminder(context.read, cut, input.province, {
      now: context.clock().toISOString(),
      language: input.language,
    });
  }),
  close: procedure.intake.close.handler(async ({ context, input, signal }) => {
    const at = context.clock().toISOString();
    const cut = boardCut(context, input.cut);
    const missing = await context.writeSteps(
      (write) => closeSteps(write, currentCut(write, cut.code), { ...input, at }),
      { signal },
    );
    return { cut: cutDto(currentCut(context.read, cut.code)), missing };
  }),
  reopen: procedure.intake.reopen.handler(async ({ context, input }) => {
    const at = context.clock().toISOString();
    const cut = boardCut(context, input.cut);
    await context.writeSteps((write) => reopenSteps(write, cut.code, input, at));
    return { cut: cutDto(currentCut(context.read, cut.code)) };
  }),
  cuts: procedure.intake.cuts.handler(({ context }) => listIntakeCuts(context.read)),
  punctuality: procedure.intake.punctuality.handler(({ context, input }) =>
    listPunctuality(context.read, boardCut(context, input.cut)),
  ),
  rejected: procedure.intake.rejected.handler(async ({ context, input }) => {
    const { name, bytes, cells, way } = await writeRejected((await openDraft(context, input.id)).inspected);
    return { name, cells, way, file: new File([Uint8Array.from(bytes)], name, { type: XLSX }) };
  }),
  templates: procedure.intake.templates.handler(async ({ context, input, signal }) => {
    const { name, bytes } = await buildTemplates(
      context.read,
      input.cut,
      context.clock().toISOString(),
      signal,
    );
    return { name, file: new File([Uint8Array.from(bytes)], name, { type: 'application/zip' }) };
  }),
  template: procedure.intake.template.handler(async ({ context, input }) => {
    const { name, bytes } = await buildTemplate(
      context.read,
      input.province,
      input.cut,
      context.clock().toISOString(),
    );
    return { name, file: new File([Uint8Array.from(bytes)], name, { type: XLSX }) };
  }),
};

interface Sent {
  readonly file?: File | undefined;
  readonly upload?: string | undefined;
}

/** Puts a sent file into the inbox: an upload is moved there, the body of a message written. */
async function putSent(context: Context, input: Sent): Promise<string> {
  const files = inboxFiles(context.dataFolder);
  if (input.file !== undefined) return await files.put(blobSource(input.file.name, input.file));
  const id = await files.adopt(uploadOf(context, input).path);
  context.uploads.forget(input.upload ?? '');
  return id;
}

async function sourceOf(context: Context, input: Sent): Promise<ByteSource> {
  if (input.file !== undefined) return blobSource(input.file.name, input.file);
  const { path, name } = uploadOf(context, input);
  return await fileSource(name, path);
}

const uploadOf = ({ uploads }: Context, { upload = '' }: Sent) => uploads.find({ upload });

/** Late: came after the deadline, or the deadline has passed and something is still missing. */
function submissionDto(row: SubmissionRow, waiting: number, now: string) {
  const { code, expected, received, receivedAt, corrected, dueAt } = row;
  const state = row.state === 'nothing' && waiting > 0 ? ('inbox' as const) : row.state;
  const isLate = state === 'complete' ? (receivedAt ?? '') > dueAt : now > dueAt;
  return {
    code,
    expected,
    received,
    missing: expected - received,
    receivedAt,
    state,
    waiting,
    isLate,
    corrected: corrected === 1,
  };
}
