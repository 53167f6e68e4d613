import { listSourceKinds } from '#main/core/ground/application/store.ts';
import { version } from '#main/core/ground/application/version.ts';
import { readPlanHead } from '#main/core/ground/plan/tables-store.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { markOf } from '#main/core/ground/workspace/mark.ts';
import { LATEST_VERSION } from '#main/db/migrate.ts';

export const application = {
  info: procedure.application.info.handler(({ context }) => ({
    version,
    dataFolder: context.dataFolder,
    schemaVersion: LATEST_VERSION,
    sourceKinds: listSourceKinds(context.read),
    mark: markOf(context),
    plan: readPlanHead(context.read),
    startedAt: context.startedAt,
  })),
  events: procedure.application.events.handler(async function* ({ context, signal }) {
    yield* context.events.subscribe(signal);
  }),
};
