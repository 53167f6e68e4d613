import type { Context } from '#main/core/ground/context.ts';
import { requireCut } from '#main/core/ground/cuts/lookup.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { listIndicatorKeys, readActiveRules } from '#main/core/ground/rules/store.ts';
import { type RecomputeStep, recomputeAllSteps } from '#main/core/judge/judgement/recompute.ts';
import { reportProgress, type Watch } from '#main/core/work/progress.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { RuleChange, RuleVersionDto } from '#shared/contract/rules.ts';
import { validateRuleSet } from '#shared/domain/validate-rules.ts';
import { previewRules } from './preview.ts';
import { findRules, insertRules, listVersions, setActive } from './store.ts';

export const rules = {
  list: procedure.rules.list.handler(({ context }) => listVersions(context.read)),
  get: procedure.rules.get.handler(({ context, input }) => {
    const version = input.version ?? readActiveRules(context.read).version;
    const found = findRules(context.read, version);
    if (found === null) throw new UserError('RULE_VERSION_UNKNOWN', { version });
    return { ...versionOf(context, version), rules: found };
  }),
  preview: procedure.rules.preview.handler(({ context, input }) =>
    previewRules(context.read, requireCut(context.read, input.cut), input.rules),
  ),
  save: procedure.rules.save.handler(({ context, input, signal }) => {
    const problems = validateRuleSet(input.rules, listIndicatorKeys(context.read));
    if (problems.length > 0) throw new UserError('RULES_INVALID', { count: problems.length });
    const at = context.clock().toISOString();
    const insert = (database: WriteDatabase) => insertRules(database, input.rules, input.who, input.note, at);
    return putInForce(context, input.who, signal, insert);
  }),
  activate: procedure.rules.activate.handler(({ context, input, signal }) => {
    if (findRules(context.read, input.version) === null) {
      throw new UserError('RULE_VERSION_UNKNOWN', { version: input.version });
    }
    return putInForce(context, input.who, signal, () => input.version);
  }),
};

/** One transaction: the version in force and every status computed from it change together. Tells each cut that is. */
function putInForce(
  context: Context,
  who: string,
  signal: AbortSignal | undefined,
  choose: (database: WriteDatabase) => number,
): AsyncGenerator<RuleChange, void, void> {
  const at = context.clock().toISOString();
  return reportProgress(signal, async (watch: Watch<RecomputeStep>) => {
    let told = -1;
    const onProgress = (step: RecomputeStep): void => {
      if (step.done > told) watch.onProgress?.(step);
      told = step.done;
    };
    const work = function* (database: WriteDatabase) {
      const chosen = choose(database);
      setActive(database, chosen, who, at);
      yield* recomputeAllSteps(database, at);
      return chosen;
    };
    const version = await context.writeSteps(work, { ...watch, onProgress });
    return { version: versionOf(context, version) };
  });
}

function versionOf(context: Context, version: number): RuleVersionDto {
  const found = listVersions(context.read).find((one) => one.version === version);
  if (found === undefined) throw new UserError('RULE_VERSION_UNKNOWN', { version });
  return found;
}
