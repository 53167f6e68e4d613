import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRouterClient } from '@orpc/server';
import {
  type Connections,
  type CopyReason,
  type OpenOptions,
  openDatabase,
  type WriteDatabase,
} from '#main/db/open.ts';
import { isRestoreRequested, type Restored } from '#main/db/restore.ts';
import type { Client } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { JobRunner } from './brief/jobs.ts';
import { judgeDueCuts, startDueWatch } from './desk/alerts/due-watch.ts';
import { startDailyBackups } from './desk/backups/daily.ts';
import type { BackupRunner } from './desk/backups/jobs.ts';
import { createBackupService } from './desk/backups/service.ts';
import { openReached, startOpenings } from './desk/calendar/opening.ts';
import { sweepUnfinished } from './desk/workspace/place-new.ts';
import { createWorkspaceService, type WorkspacePlaces } from './desk/workspace/service.ts';
import { DATABASE_NAME, hasDatabase, listTraces, useDataFolder } from './files/data-folder.ts';
import { hasAct, recordAct } from './ground/acts/store.ts';
import type { Context } from './ground/context.ts';
import { startEvents } from './ground/events.ts';
import { watchOtherProcesses } from './ground/other-processes.ts';
import { createPerson, type PersonOptions } from './ground/settings/person.ts';
import { createWriter, refusingWriter } from './ground/writer.ts';
import {
  type Beginning,
  BeginningMissing,
  type FillIllustrative,
  type FillingProgress,
  type FirstPlan,
  isUnprepared,
  prepareData,
  replacesJudgements,
} from './prepare.ts';
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
  /** Of a workspace that can only be read, and of which this data folder is a copy: nothing is written then. */
  readonly readOnlyFolder?: string;
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
  /** What fills a folder without a workspace for illustration; read when there is one to be filled. */
  readonly illustrative?: () => Promise<FillIllustrative>;
  /** The real workspace that begins in a folder without one. Without either such a folder is refused: WORKSPACE_MISSING. */
  readonly begins?: { readonly name: string; readonly plan?: FirstPlan | undefined };
  /** Where this user's workspaces are; without it only the open one is known. */
  readonly workspaces?: WorkspacePlaces;
  /** Who acts: where that is remembered, and who it is this time. */
  readonly person?: PersonOptions;
  /** Shows another workspace; gives the address a page has to go to. */
  readonly openWorkspace?: (folder: string) => Promise<string | null>;
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
  /**
   * Does what is due by the clock, for who asks once and stays not: opens cuts whose time has begun, and in a real
   * workspace judges silence where reports have fallen due. The answer is the codes of the cuts that have opened.
   */
  catchUp(): Promise<readonly string[]>;
  /** Waits for the writer, then closes the database; nothing may be called afterwards. */
  close(): Promise<void>;
}

export { type CopyReason, DATABASE_NAME };

/**
 * Builds the application on the data folder: database open and migrated, filled with what it begins with when it
 * was new, statuses computed. Throws a UserError when the folder or the file cannot be used; nothing is
 * overwritten then.
 */
export async function createApp(options: ApplicationOptions): Promise<Application> {
  const clock = options.clock ?? (() => new Date());
  requireWorkspace(options);
  useDataFolder(options.dataFolder);
  sweepUnfinished(options.dataFolder);
  const binding = options.nativeBinding === undefined ? {} : { nativeBinding: options.nativeBinding };
  const assets = options.assetsFolder ?? defaultAssetsFolder();
  const database = await openPrepared(options, assets, clock, binding);
  const { readOnlyFolder = null } = options;
  const writer = readOnlyFolder === null ? createWriter(database) : refusingWriter(readOnlyFolder);
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
    readOnlyFolder,
    assetsFolder: assets,
    jobs: options.jobs,
    startedAt: clock().toISOString(),
    person: createPerson(options.person ?? {}, database.read, writer.write),
    snapshots,
    ...createFolderServices(options, clock, binding, database),
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
    catchUp: () => catchUp(context),
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

/** Before anything is written. WORKSPACE_MISSING. */
function requireWorkspace({ dataFolder, begins, illustrative }: ApplicationOptions): void {
  if (begins !== undefined || illustrative !== undefined || hasDatabase(dataFolder)) return;
  // The opening finishes a restore that was cut short, and tells of what once was here.
  if (isRestoreRequested(join(dataFolder, DATABASE_NAME)) || listTraces(dataFolder).length > 0) return;
  throw new UserError('WORKSPACE_MISSING', { folder: dataFolder });
}

async function openPrepared(
  options: ApplicationOptions,
  assets: string,
  clock: () => Date,
  binding: OpenOptions,
): Promise<Connections> {
  const { dataFolder, begins, illustrative, onFilling } = options;
  const open = (beginning: Beginning | null): Connections =>
    openDatabase(join(dataFolder, DATABASE_NAME), binding, {
      isNeeded: (database) => isUnprepared(database, assets),
      replaces: replacesJudgements,
      fill: (write) => prepareData(write, { assetsFolder: assets, clock, beginning, onProgress: onFilling }),
      traces: () => listTraces(dataFolder),
      beginsAnew: options.beginsAnew ?? false,
      onCopy: options.onCopy ?? (() => undefined),
      onRestored: options.onRestored ?? (() => undefined),
      recordRestore,
    });
  try {
    return open(begins === undefined ? null : { kind: 'real', ...begins });
  } catch (error) {
    if (!(error instanceof BeginningMissing)) throw error;
    if (illustrative === undefined) throw new UserError('WORKSPACE_MISSING', { folder: dataFolder });
    return open({ kind: 'illustrative', fill: await illustrative() });
  }
}

/** Once for each restore: a kill may have the same one recorded again. */
function recordRestore(database: WriteDatabase, { at, who, backup }: Restored): void {
  if (!hasAct(database, 'restored', at))
    recordAct(database, { at, kind: 'restored', who, subject: basename(backup) });
}

/** What is done with the data folder as a whole. */
function createFolderServices(
  options: ApplicationOptions,
  clock: () => Date,
  binding: OpenOptions,
  { read }: Connections,
): Pick<Context, 'backups' | 'workspaces'> {
  const { dataFolder, backupJobs: runner, restart, workspaces: places, openWorkspace } = options;
  const around = { dataFolder, clock, database: binding };
  const backups = createBackupService({ ...around, runner, restart });
  // A private copy is no workspace that anybody opens again.
  const own = options.readOnlyFolder ?? dataFolder;
  const workspaces = createWorkspaceService({
    ...{ ...around, dataFolder: own, read, places, open: openWorkspace, copyTo: backups.copyTo, runner },
    begin: (folder, name, plan) => beginWorkspace(options, folder, { name, plan }),
  });
  return { backups, workspaces };
}

/** A real workspace in a folder of its own, closed again. */
async function beginWorkspace(
  options: ApplicationOptions,
  dataFolder: string,
  begins: NonNullable<ApplicationOptions['begins']>,
): Promise<void> {
  const { nativeBinding, assetsFolder, clock } = options;
  const begun = await createApp({
    ...{ dataFolder, begins },
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
    ...(assetsFolder === undefined ? {} : { assetsFolder }),
    ...(clock === undefined ? {} : { clock }),
  });
  await begun.close();
}

async function catchUp(context: Context): Promise<readonly string[]> {
  const opened = await openReached(context);
  if (context.workspaces.here().kind === 'real') await judgeDueCuts(context);
  return opened;
}

/** What is done by the clock: silence judged when reports fall due and, by a host that stays up, cuts opened and a backup each day. */
function startClocks(context: Context, { watchesFolder }: ApplicationOptions): () => void {
  const clocks = [
    startDueWatch(context),
    ...(watchesFolder ? [startDailyBackups(context), startOpenings(context)] : []),
  ];
  return () => {
    for (const clock of clocks) clock.stop();
  };
}

/** The assets beside the sources. */
export function defaultAssetsFolder(): string {
  return fileURLToPath(new URL('../../assets', import.meta.url));
}
