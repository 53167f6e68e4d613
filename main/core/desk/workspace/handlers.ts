import { basename } from 'node:path';
import { recordAct } from '#main/core/ground/acts/store.ts';
import { procedure } from '#main/core/ground/procedure.ts';

export const workspace = {
  info: procedure.workspace.info.handler(({ context: { workspaces, dataFolder } }) => {
    const { kind, name, createdAt, practiceSince } = workspaces.here();
    const practice = practiceSince !== null;
    const { canOpen } = workspaces;
    const place = workspaces.list().find(({ state }) => state === 'here')?.place ?? null;
    return { kind, name, practice, createdAt, canOpen, place, folderName: basename(dataFolder) };
  }),
  list: procedure.workspace.list.handler(({ context: { workspaces } }) => ({
    workspaces: workspaces.list(),
    defaultPlace: workspaces.defaultPlace,
  })),
  create: procedure.workspace.create.handler(
    ({ context: { workspaces, person }, input: { name, folder, from } }) =>
      workspaces.create(name, folder, from === undefined ? undefined : { old: from, who: person.name() }),
  ),
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
