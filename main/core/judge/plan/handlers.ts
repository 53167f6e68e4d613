import { countOwed } from '#main/core/ground/calendar/owed-store.ts';
import { recordCutEvent } from '#main/core/ground/calendar/store.ts';
import { requireCut } from '#main/core/ground/cuts/lookup.ts';
import { notePictures } from '#main/core/ground/cuts/picture.ts';
import { listCuts } from '#main/core/ground/cuts/store.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { recomputeSteps } from '#main/core/judge/judgement/recompute.ts';
import { putInForce } from '#main/core/judge/rules/put-in-force.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { compareRevisions } from '#shared/domain/plan-change.ts';
import { generalRules, readDraft } from './draft.ts';
import { previewPlan } from './preview.ts';
import {
  chosenVersion,
  insertRevision,
  listRevisions,
  readUse,
  requireKnown,
  reviseClosed,
} from './store.ts';

export const planRevisions = {
  get: procedure.plan.get.handler(({ context: { read }, input }) => {
    const { plan, rules, version } = requireKnown(read, chosenVersion(read, input));
    const used = readUse(read);
    const revision = listRevisions(read).find((one) => one.version === version);
    if (revision === undefined) throw new UserError('RULE_VERSION_UNKNOWN', { version });
    return {
      revision,
      plan,
      rules: generalRules(rules),
      used: { indicators: [...used.indicators], tasks: [...used.tasks] },
    };
  }),
  revisions: procedure.plan.revisions.handler(({ context }) => listRevisions(context.read)),
  diff: procedure.plan.diff.handler(({ context: { read }, input: { from, to } }) => ({
    differences: compareRevisions(requireKnown(read, from), requireKnown(read, to)),
  })),
  preview: procedure.plan.preview.handler(({ context: { read }, input }) =>
    previewPlan(read, readDraft(read, input)),
  ),
  save: procedure.plan.save.handler(({ context, input, signal }) => {
    const { who, note, from } = input;
    const draft = readDraft(context.read, input);
    const count = draft.problems.length;
    if (count > 0) throw new UserError('PLAN_INVALID', { count });
    if (compareRevisions(draft.before, draft).length === 0)
      throw new UserError('PLAN_UNCHANGED', { newest: draft.before.version });
    const at = context.clock().toISOString();
    return putInForce(context, who, signal, (database) => {
      // Looked at again where nobody else writes: of two people the second is told.
      const { plan, rules } = readDraft(database, input);
      const version = insertRevision(database, { plan, rules, from, who, note, at });
      countAnew(database, from, at);
      return { version, from };
    });
  }),
  judgeAnew: procedure.plan.judgeAnew.handler(
    async ({ context, input: { cut: code, who, reason }, signal }) => {
      const { statusCut } = requireCut(context.read, code);
      if (statusCut.state !== 'closed') throw new UserError('CUT_NOT_CLOSED', { cut: statusCut.code });
      const at = context.clock().toISOString();
      const work = function* (database: WriteDatabase) {
        const revision = reviseClosed(database, statusCut);
        recordCutEvent(database, {
          cutId: statusCut.id,
          kind: 'closed',
          at,
          who,
          reason,
          detail: { revision },
        });
        yield* recomputeSteps(database, statusCut.id, at);
        return revision;
      };
      return { cut: statusCut.code, revision: await context.writeSteps(work, { signal }) };
    },
  ),
};

/** What open cuts owe follows from the plan, and with it which of them have enough to be a picture. */
function countAnew(database: WriteDatabase, from: string, at: string): void {
  const open = listCuts(database).filter((cut) => cut.state !== 'closed' && vietnamDay(cut.asOf) >= from);
  for (const cut of open) countOwed(database, cut);
  notePictures(
    database,
    open.map(({ id }) => id),
    at,
  );
}
