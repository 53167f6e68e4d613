import { createRouterClient } from '@orpc/server';
import type { Context } from '#main/core/context.ts';
import { procedure } from '#main/core/procedure.ts';
import type { ExportEvent, ProvincesEvent } from '#shared/contract/briefing.ts';
import type { Client } from '#shared/contract/contract.ts';
import { exportBriefing, type Progress } from './export.ts';
import { exportProvinces } from './export-provinces.ts';
import { reportProgress } from './progress.ts';
import { createTools, type Tools } from './tools.ts';

export const briefing = {
  export: procedure.briefing.export.handler(async function* ({ context, input, signal }) {
    const { briefing: kind, ...rest } = input;
    const client = await clientOf(context);
    yield* reportProgress<ExportEvent>(signal, async (stop, tell) => {
      const options = { ...rest, kind, tools: toolsOf(context), signal: stop, onProgress: told(tell) };
      const { file, bytes, pages } = await exportBriefing(client, options);
      return { kind: 'done', file, bytes, pages };
    });
  }),
  provinces: procedure.briefing.provinces.handler(async function* ({ context, input, signal }) {
    const client = await clientOf(context);
    yield* reportProgress<ProvincesEvent>(signal, async (stop, tell) => {
      const options = { ...input, tools: toolsOf(context), signal: stop, onProgress: told(tell) };
      const { out, files, bytes } = await exportProvinces(client, options);
      return { kind: 'done', out, files: [...files], bytes };
    });
  }),
};

function told(tell: (event: { kind: 'progress'; done: number; total: number; step: string }) => void) {
  return (progress: Progress): void => tell({ kind: 'progress', ...progress });
}

/** The contract as this caller sees it: the same data, an open snapshot's too. */
async function clientOf(context: Context): Promise<Client> {
  // The router holds this file's handlers, so it can only be asked for once both are loaded.
  const { router } = await import('#main/core/router.ts');
  return createRouterClient(router, { context });
}

const known = new Map<string, Tools>();

/** Fonts and boundaries, read once for each installation: one per process, apart from tests. */
function toolsOf({ assetsFolder }: Context): Tools {
  const tools = known.get(assetsFolder) ?? createTools(assetsFolder);
  known.set(assetsFolder, tools);
  return tools;
}
