import { basename } from 'node:path';
import { recordAct } from '#main/core/ground/acts/store.ts';
import type { Context } from '#main/core/ground/context.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { readFirstPlan } from '#main/core/take/plan-file/first-plan.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { FilePlace } from '#shared/contract/uploads.ts';
import { createTranslator } from '#shared/text/translator.ts';
import type { BeginningPlan } from './service.ts';

/** Who did what nobody is known to have done. */
const PROGRAM_NAME = 'KH02 Center';

export const workspace = {
  info: procedure.workspace.info.handler(({ context }) => {
    const { workspaces, dataFolder, readOnlyFolder } = context;
    const { kind, name, createdAt, practiceSince } = workspaces.here();
    const practice = practiceSince !== null;
    const { canOpen } = workspaces;
    const place = workspaces.list().find(({ state }) => state === 'here')?.place ?? null;
    const folderName = basename(readOnlyFolder ?? dataFolder);
    return { kind, name, practice, createdAt, canOpen, place, folderName, readOnlyFolder };
  }),
  list: procedure.workspace.list.handler(({ context: { workspaces } }) => ({
    workspaces: workspaces.list(),
    defaultPlace: workspaces.defaultPlace,
  })),
  create: procedure.workspace.create.handler(async ({ context, input: { name, folder, from, plan } }) => {
    const { workspaces, person } = context;
    const who = person.name();
    // An old workspace brings its own plan.
    if (from !== undefined && plan !== undefined)
      throw new UserError('INPUT_INVALID', { problem: 'from, plan' });
    return workspaces.create(name, folder, {
      from: from === undefined ? undefined : { old: from, who },
      plan: plan === undefined ? undefined : await beginningPlan(context, plan, who),
    });
  }),
  readPlan: procedure.workspace.readPlan.handler(async ({ context, input: { place } }) => {
    const { path, name } = context.uploads.find(place);
    const { first, problems } = await readFirstPlan(path, context.assetsFolder, name);
    const file = basename(name);
    if (first === null) return { file, problems: [...problems], plan: null };
    const { name: said, nameEn, tasks, indicators } = first.plan;
    const plan = { name: said, nameEn, tasks: tasks.length, indicators: indicators.length };
    return { file, problems: [], plan };
  }),
  copy: procedure.workspace.copy.handler(async ({ context, input: { name, folder: place } }) => {
    const act = { at: context.clock().toISOString(), who: context.person.name() };
    const folder = await context.workspaces.copy(name, place, act);
    await context.write((database) =>
      recordAct(database, { ...act, kind: 'workspaceCopied', subject: basename(folder) }),
    );
    return { folder };
  }),
  open: procedure.workspace.open.handler(async ({ context: { workspaces }, input }) => ({
    address: await workspaces.open(input.folder),
  })),
};

async function beginningPlan(
  { uploads, assetsFolder }: Context,
  place: FilePlace,
  who: string | null,
): Promise<BeginningPlan> {
  const { path, name } = uploads.find(place);
  const { first, problems } = await readFirstPlan(path, assetsFolder, name);
  if (first === null) throw new UserError('PLAN_INVALID', { count: problems.length });
  const note = createTranslator('vi').t('planChange.first', { file: basename(name) });
  return { ...first, who: who ?? PROGRAM_NAME, note };
}
