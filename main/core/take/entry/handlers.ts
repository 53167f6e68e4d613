import type { Context } from '#main/core/ground/context.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { reportProgress, type Watch } from '#main/core/work/progress.ts';
import { type CommitStep, countedAll } from '../intake/commit.ts';
import { commitEntry, previewDraft } from './commit.ts';
import { draftDto, saveCells } from './draft.ts';
import { type DraftKey, findDraft, listCells, listDrafts, removeDraft } from './draft-store.ts';
import { gridDto, openGrid } from './grid.ts';
import { judgeCells } from './judge-cells.ts';

const nowOf = ({ clock }: Context): string => clock().toISOString();

/** A draft is kept under the code of its cut, however the cut was asked for. */
const keyOf = (input: DraftKey, cut: string): DraftKey => ({ who: input.who, unit: input.unit, cut });

export const entry = {
  grid: procedure.entry.grid.handler(({ context, input }) =>
    gridDto(context.read, openGrid(context.read, input, nowOf(context))),
  ),
  draft: procedure.entry.draft.handler(({ context, input }) => {
    const grid = openGrid(context.read, input, nowOf(context));
    return draftDto(context.read, grid, keyOf(input, grid.cut.code));
  }),
  drafts: procedure.entry.drafts.handler(({ context }) => listDrafts(context.read)),
  check: procedure.entry.check.handler(({ context, input }) => {
    const { verdicts, readings } = judgeCells(openGrid(context.read, input, nowOf(context)), input.cells);
    return { verdicts: [...verdicts], readings: [...readings] };
  }),
  save: procedure.entry.save.handler(({ context, input }) => {
    const at = nowOf(context);
    return context.write((write) => {
      const grid = openGrid(write, input, at);
      return saveCells(write, grid, keyOf(input, grid.cut.code), input.cells, at);
    });
  }),
  discard: procedure.entry.discard.handler(({ context, input }) =>
    context.write((write) => {
      // Also of a cut that is gone: what was typed for it can be thrown away all the same.
      const draft = findDraft(write, input);
      const cells = draft === null ? 0 : listCells(write, draft.id).length;
      if (draft !== null) removeDraft(write, draft.id);
      return { cells };
    }),
  ),
  preview: procedure.entry.preview.handler(({ context, input }) => {
    const grid = openGrid(context.read, input, nowOf(context));
    return previewDraft(context.read, grid, keyOf(input, grid.cut.code));
  }),
  commit: procedure.entry.commit.handler(async function* ({ context, input, signal }) {
    const at = nowOf(context);
    const { revision, confirmed, acceptValid, reason = null } = input;
    yield* reportProgress(signal, async (watch: Watch<CommitStep>) => {
      const committed = await context.writeSteps(function* (write) {
        const grid = openGrid(write, input, at);
        const key = keyOf(input, grid.cut.code);
        return yield* commitEntry(write, grid, { key, revision, confirmed, acceptValid, reason, at });
      }, watch);
      const { run, cuts } = committed;
      return { result: { run, cuts: [...cuts], ...countedAll(committed) } };
    });
  }),
};
