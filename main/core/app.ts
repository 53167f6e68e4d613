import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRouterClient } from '@orpc/server';
import { type Connections, type CopyReason, type OpenOptions, openDatabase } from '#main/db/open.ts';
import type { Client } from '#shared/contract/contract.ts';
import type { JobRunner } from './brief/jobs.ts';
import { startDueWatch } from './desk/alerts/due-watch.ts';
import { startDailyBackups } from './desk/backups/daily.ts';
import type { BackupRunner } from './desk/backups/jobs.ts';
import { createBackupService } from './desk/backups/service.ts';
import { DATABASE_NAME, listTraces, useDataFolder } from './files/data-folder.ts';
import type { Context } from './ground/context.ts';
import { startEvents } from './ground/events.ts';
import { watchOtherProcesses } from './ground/other-processes.ts';
import { createWriter } from './ground/writer.ts';
import { type FillingProgress, isUnprepared, prepareData, replacesJudgements } from './prepare.ts';
import { type Router, router } from './router.ts';
import { doubtDrafts } from './take/intake/drafts.ts';
import type { SnapshotRunner } from './take/snapshots/jobs.ts';
import { createSnapshotService } from './take/snapshots/service.ts';
import { contextFor } from './take/snapshots/source.ts';
import { readBoundariesVersion } from './take/snapshots/surroundings.ts';
import { createUploads } from './take/uploads/uploads.ts';
import { type FolderWatch, watchOf } from './take/watch/watcher.ts';

export interface ApplicationOptions {
  /** Folder of the user's data; created when it is missing. */
  readonly dataFolder: string;
  /** Path of the native SQLite module where it is not found beside its package (packaged application). */
  readonly nativeBinding?: string;
  /** Folder of the built-in catalogue; a packaged application keeps it elsewhere than the sources do. */
  readonly assetsFolder?: string;
  readonly clock?: () => Date;
  /** Another thread for making briefings; without it they are made in this one. */
  readonly jobs?: JobRunner;
  /** Whether the chosen folder is looked at all the time, and a backup made each day: by a host that stays up, never by a short command. */
  readonly watchesFolder?: boolean;
  /** Another thread for work on whole snapshot files; without it that is done in this one. */
  readonly snapshotJobs?: SnapshotRunner;
  /** Another thread for copying and checking whole databases; without it that is done in this one. */
  readonly backupJobs?: BackupRunner;
  /** Ends the application and begins it anew, which only a host can: after a restore. */
  readonly restart?: () => void;
  /** Whether a database that has vanished from the folder is made anew; without it the start is refused. */
  readonly beginsAnew?: boolean;
  /** Told of the copy of the database that was made before it was brought to this version or judged anew. */
  readonly onCopy?: (path: string, before: CopyReason) => void;
  /** Told of the backup that took the database's place at this opening. */
  readonly onRestored?: (path: string) => void;
  /** Told how far the first filling of a new data folder is. */
  readonly onFilling?: (progress: FillingProgress) => void;
}

export interface Application {
  readonly router: Router;
  readonly context: Context;
  /** Calls the contract in this process. */
  readonly client: Client;
  readonly watch: FolderWatch;
  /** Waits for the writer, then closes the database; nothing may be called afterwards. */
  close(): Promise<void>;
}

export { type CopyReason, DATABASE_NAME };

/**
 * Builds the application on the data folder: database open and migrated, filled with the built-in data when it
 * was new, statuses computed. Throws a UserError when the folder or the file cannot be used; nothing is
 * overwritten then.
 */
export async function createApp(options: ApplicationOptions): Promise<Application> {
  const clock = options.clock ?? (() => new Date());
  useDataFolder(options.dataFolder);
  const binding = options.nativeBinding === undefined ? {} : { nativeBinding: options.nativeBinding };
  const assets = options.assetsFolder ?? defaultAssetsFolder();
  const database = open(options, assets, clock, binding);
  const writer = createWriter(database);
  const events = startEvents(clock, database.isMoved);
  const { dataFolder } = options;
  const around = { dataFolder, clock, database: binding, boundaries: readBoundariesVersion(assets) };
  const snapshots = createSnapshotService(
    around,
    { read: database.read, write: writer.write },
    options.snapshotJobs,
  );
  const context: Context = {
    read: database.read,
    write: writer.write,
    writeSteps: writer.writeSteps,
    events,
    clock,
    dataFolder,
    assetsFolder: assets,
    jobs: options.jobs,
    startedAt: clock().toISOString(),
    snapshots,
    backups: createBackupService({
      ...{ dataFolder, clock, database: binding },
      ...{ runner: options.backupJobs, restart: options.restart },
    }),
    uploads: createUploads(join(dataFolder, 'uploads')),
    snapshot: null,
    contextFor,
    clientFor: (caller) => createRouterClient(router, { context: caller }),
  };
  const others = watchOtherProcesses(context, database.write, () => doubtDrafts(context));
  const watch = watchOf(context);
  if (options.watchesFolder) watch.start();
  const stopClocks = startClocks(context, options);
  return {
    router,
    context,
    watch,
    client: context.clientFor(context),
    close: async () => {
      events.stop();
      stopClocks();
      others.stop();
      await watch.stop();
      await snapshots.close();
      context.uploads.closeAll();
      await writer.idle();
      database.close();
    },
  };
}

function open(
  options: ApplicationOptions,
  assets: string,
  clock: () => Date,
  binding: OpenOptions,
): Connections {
  return openDatabase(join(options.dataFolder, DATABASE_NAME), binding, {
    isNeeded: isUnprepared,
    replaces: replacesJudgements,
    fill: (write) => prepareData(write, assets, clock, options.onFilling),
    traces: () => listTraces(options.dataFolder),
    beginsAnew: options.beginsAnew ?? false,
    onCopy: options.onCopy ?? (() => undefined),
    onRestored: options.onRestored ?? (() => undefined),
  });
}

/** What is done by the clock: silence judged when reports fall due and, by a host that stays up, a backup each day. */
function startClocks(context: Context, { watchesFolder }: ApplicationOptions): () => void {
  const clocks = [startDueWatch(context), ...(watchesFolder ? [startDailyBackups(context)] : [])];
  return () => {
    for (const clock of clocks) clock.stop();
  };
}

/** The assets beside the sources. */
export function defaultAssetsFolder(): string {
  return fileURLToPath(new URL('../../assets', import.meta.url));
}
