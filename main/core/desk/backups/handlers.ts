import { procedure } from '#main/core/ground/procedure.ts';
import { backupFolder, listBackups } from './files.ts';

export const backups = {
  list: procedure.backups.list.handler(({ context }) => ({
    folder: backupFolder(context.dataFolder),
    backups: listBackups(context.dataFolder),
    failure: context.backups.failure(),
    canRestore: context.backups.canRestore,
  })),
  look: procedure.backups.look.handler(({ context, input }) => context.backups.look(input.name)),
  make: procedure.backups.make.handler(({ context, input }) => context.backups.make(input.folder)),
  restore: procedure.backups.restore.handler(({ context, input }) => context.backups.restore(input.name)),
};
