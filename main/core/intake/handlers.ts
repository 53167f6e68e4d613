import type { Context } from '#main/core/context.ts';
import { requireCut } from '#main/core/cuts/lookup.ts';
import { cutDto, listCuts } from '#main/core/cuts/store.ts';
import { procedure } from '#main/core/procedure.ts';
import { UserError } from '#shared/contract/errors.ts';
import { listIntakeCuts, listPunctuality } from './board.ts';
import { closeCut, reopenCut } from './closing.ts';
import { type CommitResult, type CommitStep, commitSteps } from './commit.ts';
import { type Draft, dropDraft, keepDraft, provincesInbox, requireDraft } from './drafts.ts';
import { listHistory } from './history.ts';
import { inspectFile, type Revision } from './inspect.ts';
import { learnAnswers } from './learn.ts';
import { changesPage, previewDto, refusedDto } from './preview.ts';
import { type ByteSource, blobSource, fileSource } from './read/table.ts';
import { writeReminder } from './reminder.ts';
import { createRegister } from './resolve/register.ts';
import { listRuns, loadRegisterUnits } from './store.ts';
import { listSubmissions, type SubmissionRow } from './submissions.ts';
import { undoSteps } from './undo.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

// Read when they are first asked for: the workbook writer takes a third of a second, and most starts never need it.
const workbooks = {
  rejected: () => import('./rejected.ts'),
  template: () => import('./template/build-template.ts'),
  templates: () => import('./template/build-templates.ts'),
};

export const intake = {
  inspect: procedure.intake.inspect.handler(async ({ context, input, signal }) =>
    inspect(context, await sourceOf(context, input), revisionOf(input), signal),
  ),
  revise: procedure.intake.revise.handler(async ({ context, input, signal }) => {
    const draft = requireDraft(context, input.id);
    return await inspect(context, draft.inspected.source, revisionOf(input), signal, draft);
  }),
  changes: procedure.intake.changes.handler(({ context, input }) =>
    changesPage(requireDraft(context, input.id).inspected, input.states, input.offset, input.limit),
  ),
  commit: procedure.intake.commit.handler(async function* ({ context, input, signal }) {
    const draft = requireDraft(context, input.id);
    requireReady(draft, input.acceptValid);
    const steps = stepQueue<CommitStep>();
    const committed = commitDraft(context, draft, input, steps.push, signal);
    committed.then(steps.end, steps.end);
    for await (const step of steps.all()) yield { kind: 'progress' as const, ...step };
    const { run, cuts, totals } = await committed;
    yield { kind: 'done' as const, result: { run, cuts: [...cuts], ...totals } };
  }),
  discard: procedure.intake.discard.handler(({ context, input }) => {
    dropDraft(context, input.id);
    return {};
  }),
  undo: procedure.intake.undo.handler(async ({ context, input, signal }) => {
    const { run, who, reason = null } = input;
    const request = { run, who, reason, at: context.clock().toISOString() };
    const result = await context.writeSteps((write) => undoSteps(write, request), { signal });
    publish(context);
    return { ...result, runs: [...result.runs], cuts: [...result.cuts] };
  }),
  runs: procedure.intake.runs.handler(({ context, input }) => {
    const cut = input.cut === undefined ? null : requireCut(context.read, input.cut).cut.code;
    return listRuns(context.read, cut, input.limit).map(({ id: _, sourceId: __, cutId: ___, ...run }) => run);
  }),
  history: procedure.intake.history.handler(({ context, input }) =>
    listHistory(context.read, requireCut(context.read, input.cut).cut.code, input.unit, input.indicator),
  ),
  submissions: procedure.intake.submissions.handler(({ context, input }) => {
    const { cut } = requireCut(context.read, input.cut);
    const now = context.clock().toISOString();
    const waiting = provincesInbox(context, cut.code);
    const provinces = listSubmissions(context.read, cut).map((row) =>
      submissionDto(row.state === 'nothing' && waiting.has(row.code) ? { ...row, state: 'inbox' } : row, now),
    );
    return { cut: cutDto(cut), dueAt: cut.dueAt, provinces };
  }),
  reminder: procedure.intake.reminder.handler(({ context, input }) => {
    const { cut } = requireCut(context.read, input.cut);
    return writeReminder(context.read, cut, input.province, context.clock().toISOString());
  }),
  close: procedure.intake.close.handler(async ({ context, input }) => {
    const at = context.clock().toISOString();
    const { cut } = requireCut(context.read, input.cut);
    const missing = await context.write((write) =>
      closeCut(write, currentCut(write, cut.code), input.who, at),
    );
    context.events.publishChange(['cuts']);
    return { cut: cutDto(currentCut(context.read, cut.code)), missing };
  }),
  reopen: procedure.intake.reopen.handler(async ({ context, input }) => {
    const at = context.clock().toISOString();
    const { cut } = requireCut(context.read, input.cut);
    await context.write((write) =>
      reopenCut(write, currentCut(write, cut.code), input.who, input.reason, at),
    );
    context.events.publishChange(['cuts']);
    return { cut: cutDto(currentCut(context.read, cut.code)) };
  }),
  cuts: procedure.intake.cuts.handler(({ context }) => listIntakeCuts(context.read)),
  punctuality: procedure.intake.punctuality.handler(({ context, input }) =>
    listPunctuality(context.read, requireCut(context.read, input.cut).cut),
  ),
  rejected: procedure.intake.rejected.handler(async ({ context, input }) => {
    const { writeRejected } = await workbooks.rejected();
    const { name, bytes, cells } = await writeRejected(requireDraft(context, input.id).inspected);
    return { name, cells, file: new File([Uint8Array.from(bytes)], name, { type: XLSX }) };
  }),
  templates: procedure.intake.templates.handler(async ({ context, input, signal }) => {
    const { buildTemplates } = await workbooks.templates();
    const { name, bytes } = await buildTemplates(context.read, input.cut, signal);
    return { name, file: new File([Uint8Array.from(bytes)], name, { type: 'application/zip' }) };
  }),
  template: procedure.intake.template.handler(async ({ context, input }) => {
    const { buildTemplate } = await workbooks.template();
    const { name, bytes } = await buildTemplate(context.read, input.province, input.cut);
    return { name, file: new File([Uint8Array.from(bytes)], name, { type: XLSX }) };
  }),
};

async function sourceOf(
  context: Context,
  input: { readonly file?: File | undefined; readonly upload?: string | undefined },
): Promise<ByteSource> {
  if (input.file !== undefined) return blobSource(input.file.name, input.file);
  if (input.upload === undefined) throw new UserError('UPLOAD_UNKNOWN');
  const { path, name } = context.snapshots.uploads.find(input.upload);
  return await fileSource(name, path);
}

interface RevisionInput {
  readonly cut?: string | undefined;
  readonly province?: string | undefined;
  readonly answers: Readonly<Record<string, string>>;
  readonly fixes: Readonly<Record<string, string>>;
  readonly excluded: readonly string[];
  readonly dialect: {
    encoding?: Revision['dialect']['encoding'] | undefined;
    delimiter?: Revision['dialect']['delimiter'] | undefined;
  };
}

function revisionOf(input: RevisionInput): Revision {
  const { encoding, delimiter } = input.dialect;
  return {
    cut: input.cut ?? null,
    province: input.province ?? null,
    answers: new Map(Object.entries(input.answers)),
    fixes: new Map(Object.entries(input.fixes)),
    excluded: new Set(input.excluded),
    dialect: {
      ...(encoding === undefined ? {} : { encoding }),
      ...(delimiter === undefined ? {} : { delimiter }),
    },
  };
}

async function inspect(
  context: Context,
  source: ByteSource,
  revision: Revision,
  signal: AbortSignal | undefined,
  replaced?: Draft,
) {
  const inspection = await inspectFile(context.read, source, revision, signal);
  if ('refused' in inspection) return refusedDto(source.name, source.size, inspection.refused);
  const draft = keepDraft(context, inspection, replaced);
  return previewDto(draft, createRegister(loadRegisterUnits(context.read)));
}

function requireReady({ inspected }: Draft, acceptValid: boolean): void {
  const { problems, questions, figures } = inspected.collection;
  const errors = problems.errors();
  const isOpen = !acceptValid && (errors > 0 || questions.length > 0);
  if (isOpen || figures.size === 0) {
    throw new UserError('IMPORT_NOT_READY', { errors, questions: questions.length });
  }
}

async function commitDraft(
  context: Context,
  draft: Draft,
  input: { readonly who: string; readonly reason?: string | undefined },
  onStep: (step: CommitStep) => void,
  signal: AbortSignal | undefined,
): Promise<CommitResult> {
  const { source, sha256, file, collection } = draft.inspected;
  const at = context.clock().toISOString();
  const request = {
    figures: collection.figures,
    fileName: source.name,
    sha256,
    bytes: source.size,
    sheets: file.sheets.map(({ name }) => name),
    province: collection.province,
    who: input.who,
    reason: input.reason ?? null,
    at,
  };
  const result = await context.writeSteps(
    function* (write) {
      learnAnswers(write, draft, at);
      return yield* commitSteps(write, request);
    },
    { signal, onStep },
  );
  dropDraft(context, draft.id);
  publish(context);
  return result;
}

function publish(context: Context): void {
  context.events.publishChange(['figures', 'statuses', 'alerts', 'cuts']);
}

function currentCut(database: Context['read'], code: string) {
  const cut = listCuts(database).find((candidate) => candidate.code === code);
  if (cut === undefined) throw new UserError('CUT_UNKNOWN', { cut: code });
  return cut;
}

/** Late: came after the deadline, or the deadline has passed and something is still missing. */
function submissionDto(row: SubmissionRow, now: string) {
  const { code, expected, received, receivedAt, state, corrected, dueAt } = row;
  const isLate = state === 'complete' ? (receivedAt ?? '') > dueAt : now > dueAt;
  return {
    code,
    expected,
    received,
    missing: expected - received,
    receivedAt,
    state,
    isLate,
    corrected: corrected === 1,
  };
}

/** Steps that are pushed by one side and read by the other; a slow reader sees the newest only. */
function stepQueue<Step>() {
  let newest: Step | undefined;
  let hasEnded = false;
  let wake = (): void => undefined;
  return {
    push: (step: Step): void => {
      newest = step;
      wake();
    },
    end: (): void => {
      hasEnded = true;
      wake();
    },
    all: async function* (): AsyncGenerator<Step> {
      while (!hasEnded || newest !== undefined) {
        if (newest === undefined) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          continue;
        }
        const step = newest;
        newest = undefined;
        yield step;
      }
    },
  };
}
