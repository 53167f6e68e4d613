import { parentPort, workerData } from 'node:worker_threads';
import { type Application, createApp } from '#main/core/app.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { EngineOptions, FromEngine, ToEngine } from './messages.ts';
import { createPortServer } from './serve-port.ts';

const host = parentPort;
if (host === null) throw new Error('The engine runs in a worker thread only');

const tell = (message: FromEngine): void => host.postMessage(message);

function listen(application: Application): void {
  const serve = createPortServer(application);
  host?.on('message', async (message: ToEngine) => {
    if (message.kind === 'connect') return serve(message.port);
    await application.close();
    // Ends this thread only, with every port still open.
    process.exit(0);
  });
}

try {
  listen(await createApp(workerData as EngineOptions));
  tell({ kind: 'ready' });
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  tell({ kind: 'refused', code: error.code, values: error.values });
}
