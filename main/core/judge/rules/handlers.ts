import { requireCut } from '#main/core/ground/cuts/lookup.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { findRules, readActiveRules } from '#main/core/ground/rules/store.ts';
import { UserError } from '#shared/contract/errors.ts';
import { previewRules } from './preview.ts';
import { ruleProblems } from './problems.ts';
import { putInForce, versionOf } from './put-in-force.ts';
import { insertRules, listVersions } from './store.ts';

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
    const problems = ruleProblems(context.read, input.rules);
    if (problems.length > 0) throw new UserError('RULES_INVALID', { count: problems.length });
    const at = context.clock().toISOString();
    return putInForce(context, input.who, signal, (database) =>
      insertRules(database, input.rules, input.who, input.note, at),
    );
  }),
  activate: procedure.rules.activate.handler(({ context, input, signal }) => {
    if (findRules(context.read, input.version) === null) {
      throw new UserError('RULE_VERSION_UNKNOWN', { version: input.version });
    }
    return putInForce(context, input.who, signal, () => ({ version: input.version, from: null }));
  }),
};
