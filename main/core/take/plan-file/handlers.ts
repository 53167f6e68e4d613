import { basename } from 'node:path';
import { procedure } from '#main/core/ground/procedure.ts';
import { checkPlan, generalRules } from '#main/core/judge/plan/draft.ts';
import { chosenVersion, listRevisions, requireKnown } from '#main/core/judge/plan/store.ts';
import { compareRevisions } from '#shared/domain/plan-change.ts';
import { foldText } from '#shared/text/fold.ts';
import { mergeOnto, replacesWhole } from './merge-onto.ts';
import type { Places } from './raw-plan.ts';
import { placeOf, readPlanFile } from './read.ts';
import { type PlanContent, writePlanJson, writePlanWorkbook } from './write.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const planFiles = {
  export: procedure.plan.export.handler(({ context: { read }, input }) => {
    const version = chosenVersion(read, input);
    const { plan, rules } = requireKnown(read, version);
    const at = listRevisions(read).find((one) => one.version === version)?.createdAt ?? '';
    const content: PlanContent = { plan, rules: generalRules(rules), revision: version, at };
    const name = `kh02-ke-hoach-${foldText(plan.code).replaceAll(' ', '-')}-${version}.${input.format}`;
    if (input.format === 'json')
      return { name, file: new File([writePlanJson(content)], name, { type: 'application/json' }) };
    return { name, file: new File([Uint8Array.from(writePlanWorkbook(content))], name, { type: XLSX }) };
  }),
  read: procedure.plan.read.handler(async ({ context, input: { place, from, onto } }) => {
    const { path, name } = context.uploads.find(place);
    const present = requireKnown(context.read, chosenVersion(context.read, {})).plan;
    const read = await readPlanFile(path, name, present);
    const told = { file: basename(name), kept: read.kept.map((one) => ({ ...one, codes: [...one.codes] })) };
    const { plan: said, rules: saidRules, problems } = read;
    if (said === null)
      return {
        ...{ ...told, plan: said, rules: saidRules, problems: [...problems] },
        ...{ differences: [], stale: null, replaces: null },
      };
    const merge = mergeOnto(context.read, { plan: said, rules: saidRules }, read.base);
    const isMerged = merge !== null && !onto;
    const { plan, rules } = isMerged ? merge : { plan: said, rules: saidRules };
    // What stands in a merged plan need not stand in the file.
    const places: Places = isMerged ? new Map() : read.places;
    const checked = checkPlan(context.read, { plan, rules: rules ?? undefined, from: from ?? null });
    const more = checked.problems.map((one) => ({ ...one, ...placeOf(one.path, places) }));
    const differences = compareRevisions(checked.before, checked);
    return {
      ...{ ...told, plan, rules, differences },
      stale: merge?.stale ?? null,
      problems: [...problems, ...more],
      replaces: differences.length === 0 ? null : replacesWhole(context.read, said, read.base),
    };
  }),
};
