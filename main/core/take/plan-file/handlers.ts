import { basename } from 'node:path';
import { fileSource } from '#main/core/files/byte-source.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { generalRules, newestRevision } from '#main/core/judge/plan/draft.ts';
import { chosenVersion, listRevisions, listUnitCodes, requireKnown } from '#main/core/judge/plan/store.ts';
import { UserError } from '#shared/contract/errors.ts';
import { comparePlans, validateChange } from '#shared/domain/plan-change.ts';
import { validatePlan } from '#shared/domain/plan-problems.ts';
import { foldText } from '#shared/text/fold.ts';
import { placeOf, readPlanFile } from './read.ts';
import { type PlanContent, writePlanJson, writePlanWorkbook } from './write.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const planFiles = {
  export: procedure.plan.export.handler(({ context: { read }, input }) => {
    const version = chosenVersion(read, input);
    const { plan, rules } = requireKnown(read, version);
    const at = listRevisions(read).find((one) => one.version === version)?.createdAt ?? '';
    const content: PlanContent = { plan, rules: generalRules(rules), at };
    const name = `kh02-ke-hoach-${foldText(plan.code).replaceAll(' ', '-')}-${version}.${input.format}`;
    if (input.format === 'json')
      return { name, file: new File([writePlanJson(content)], name, { type: 'application/json' }) };
    return { name, file: new File([Uint8Array.from(writePlanWorkbook(content))], name, { type: XLSX }) };
  }),
  read: procedure.plan.read.handler(async ({ context, input }) => {
    const { path, name } = context.uploads.find(input.place);
    const file = basename(name);
    const source = await fileSource(file, path).catch((cause: unknown) => {
      throw new UserError('FILE_UNREADABLE', { file }, { cause });
    });
    const { plan, rules, places, problems } = await readPlanFile(source);
    if (plan === null) return { file, plan, rules, problems: [...problems], differences: [] };
    const { read } = context;
    const newest = newestRevision(read).plan;
    const more = [
      ...validatePlan(plan, listUnitCodes(read)),
      // What it may change depends on the day, which nobody has named yet.
      ...validateChange(newest, plan, null, { indicators: new Set(), tasks: new Set() }),
    ].map((problem) => ({ ...problem, ...placeOf(problem.path, places) }));
    return { file, plan, rules, problems: [...problems, ...more], differences: comparePlans(newest, plan) };
  }),
};
