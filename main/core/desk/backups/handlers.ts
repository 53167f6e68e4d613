import { recordAct } from '#main/core/ground/acts/store.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { UserError } from '#shared/contract/errors.ts';
import { backupFolder, listBackups } from './files.ts';

export const backups = {
  list: procedure.backups.list.handler(({ context }) => ({
    folder: backupFolder(context.dataFolder),
    backups: listBackups(context.dataFolder),
    failure: context.backups.failure(),
    canRestore: context.backups.canRestore,
  })),
  look: procedure.backups.look.handler(({ context, input }) => context.backups.look(input.name)),
  make: procedure.backups.make.handler(async ({ context, input }) => {
    const { readOnlyFolder } = context;
    if (readOnlyFolder !== null && input.folder === undefined)
      throw new UserError('DATA_FOLDER_UNWRITABLE', { folder: readOnlyFolder });
    const made = await context.backups.make(input.folder);
    const act = { at: made.madeAt, kind: 'backup', who: context.person.name(), subject: made.name } as const;
    // What can only be read gets its backup elsewhere, and no journal of it.
    if (readOnlyFolder === null) await context.write((database) => recordAct(database, act));
    return made;
  }),
  restore: procedure.backups.restore.handler(({ context, input }) =>
    context.backups.restore(input.name, context.person.name()),
  ),
};
