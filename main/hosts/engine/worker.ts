import { MessageChannel, parentPort, workerData } from 'node:worker_threads';
import { type Application, createApp, defaultAssetsFolder } from '#main/core/app.ts';
import type { FillingProgress } from '#main/core/prepare.ts';
import { illustrative } from '#main/illustrative/load.ts';
import { UserError } from '#shared/contract/errors.ts';
import { createBackupRunner, createBriefingRunner, createSnapshotRunner } from './job-runners.ts';
import { logCopy, logRestored } from './log.ts';
import type { EngineOptions, FromEngine, ToEngine } from './messages.ts';
import { createPortServer, type ServePort } from './serve-port.ts';
import { noteTime } from './start-times.ts';

const host = parentPort;
if (host === null) throw new Error('The engine runs in a worker thread only');

const tell = (message: FromEngine): void => host.postMessage(message);

function listen(application: Application, serve: ServePort): void {
  host?.on('message', async (message: ToEngine) => {
    if (message.kind === 'connect') return serve(message.port);
    await application.close();
    // Ends this thread only, with every port still open.
    process.exit(0);
  });
}

// Loaded when somebody changes the workspace, which few ever do.
const OPENERS = {
  page: async (folder: string) =>
    (await import('#main/hosts/launch/open-workspace.ts')).openWorkspace(folder),
  window: async (folder: string) => {
    tell({ kind: 'open', folder });
    return null;
  },
} as const;

try {
  const options = workerData as EngineOptions;
  noteTime('modules');
  let serve: ServePort = () => undefined;
  const jobs = createBriefingRunner(options.assetsFolder ?? defaultAssetsFolder(), () => {
    const { port1, port2 } = new MessageChannel();
    serve(port1);
    return port2;
  });
  const onFilling = (progress: FillingProgress): void => tell({ kind: 'filling', progress });
  const application: Application = await createApp({
    ...options,
    jobs,
    snapshotJobs: createSnapshotRunner(),
    // Of a workspace that can only be read nothing is taken in, opened or backed up by itself.
    watchesFolder: options.readOnlyFolder === undefined,
    ...(options.opensWorkspaces === undefined ? {} : { openWorkspace: OPENERS[options.opensWorkspaces] }),
    illustrative,
    onFilling,
    onCopy: logCopy,
    onRestored: logRestored,
    backupJobs: createBackupRunner(),
    // The host starts the engine again when its thread has ended.
    restart: () => void application.close().then(() => process.exit(0)),
  });
  noteTime('database');
  serve = createPortServer(application);
  listen(application, serve);
  tell({ kind: 'ready' });
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  tell({ kind: 'refused', code: error.code, values: error.values });
}
