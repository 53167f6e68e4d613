import { procedure } from '#main/core/procedure.ts';
import { LATEST_VERSION } from '#main/db/migrate.ts';
import { listSourceKinds } from './store.ts';
import { version } from './version.ts';

export const application = {
  info: procedure.application.info.handler(({ context }) => ({
    version,
    dataFolder: context.dataFolder,
    schemaVersion: LATEST_VERSION,
    sourceKinds: listSourceKinds(context.read),
    startedAt: context.startedAt,
  })),
  events: procedure.application.events.handler(async function* ({ context, signal }) {
    yield* context.events.subscribe(signal);
  }),
};
