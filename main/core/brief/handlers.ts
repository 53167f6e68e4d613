import { basename, join } from 'node:path';
import type { z } from 'zod';
import type { Context } from '#main/core/ground/context.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { reportProgress } from '#main/core/work/report-progress.ts';
import type { deckPlace, ExportEvent, ProvincesEvent, RenewEvent } from '#shared/contract/briefing.ts';
import { readBrand, saveBrand } from './brand.ts';
import type { Progress } from './export.ts';
import type { JobRunner } from './jobs.ts';
import { dropPlace, fetchFile, keepForDownload, makePlace } from './made-files.ts';
import type { DeckFile } from './renew/renew.ts';
import { listTemplates, removeTemplate, saveTemplate } from './templates.ts';

export const briefing = {
  describe: procedure.briefing.describe.handler(async ({ context, input, signal }) => {
    const { briefing: kind, ...rest } = input;
    return runnerOf(context).run('describe', { ...rest, kind }, context.source, { signal });
  }),
  drawMap: procedure.briefing.drawMap.handler(({ context, input, signal }) =>
    runnerOf(context).run('draw', input, context.source, { signal }),
  ),
  picture: procedure.briefing.picture.handler(async ({ context, input, signal }) => {
    const { name, bytes } = await runnerOf(context).run('picture', input, context.source, { signal });
    const type = input.format === 'png' ? 'image/png' : 'image/svg+xml';
    return { name, file: new File([bytes], name, { type }) };
  }),
  table: procedure.briefing.table.handler(({ context, input, signal }) =>
    inOwnPlace(async (place) => {
      const asked = { ...input, out: place };
      const { file, bytes, rows } = await runnerOf(context).run('table', asked, context.source, { signal });
      return { file, event: { name: basename(file), bytes, rows } };
    }),
  ),
  download: procedure.briefing.download.handler(({ input }) => fetchFile(input.id)),
  templates: procedure.briefing.templates.handler(({ context }) => listTemplates(settingsOf(context))),
  saveTemplate: procedure.briefing.saveTemplate.handler(({ context, input }) =>
    context.write((database) => saveTemplate(database, input)),
  ),
  removeTemplate: procedure.briefing.removeTemplate.handler(({ context, input }) =>
    context.write((database) => removeTemplate(database, input.name)),
  ),
  brand: procedure.briefing.brand.handler(({ context }) => readBrand(settingsOf(context))),
  setBrand: procedure.briefing.setBrand.handler(async ({ context, input, signal }) => {
    const { logo, ...rest } = input;
    const drawn =
      logo === undefined || logo === null
        ? logo
        : await runnerOf(context).run('logo', logo, undefined, { signal });
    const given = Object.fromEntries(
      Object.entries({ ...rest, logo: drawn }).filter(([, value]) => value !== undefined),
    );
    return context.write((database) => saveBrand(database, { ...readBrand(database), ...given }));
  }),
  export: procedure.briefing.export.handler(async function* ({ context, input, signal }) {
    const { briefing: kind, ...rest } = input;
    yield* reportProgress<ExportEvent>(signal, (stop, tell) =>
      inPlace(input.out, async (out) => {
        const watch = { signal: stop, onProgress: told(tell) };
        const options = { ...rest, kind, out };
        const { file, bytes, pages } = await runnerOf(context).run('export', options, context.source, watch);
        return { file, event: { kind: 'done' as const, file, bytes, pages } };
      }),
    );
  }),
  inspectDeck: procedure.briefing.inspectDeck.handler(async ({ context, input, signal }) => {
    const report = await runnerOf(context).run('inspectDeck', deckOf(context, input), undefined, { signal });
    return { ...report, pages: report.pages.map((page) => ({ ...page, own: [...page.own] })) };
  }),
  renewDeck: procedure.briefing.renewDeck.handler(async function* ({ context, input, signal }) {
    const { cut, compare } = input;
    const deck = deckOf(context, input.deck);
    yield* reportProgress<RenewEvent>(signal, (stop, tell) =>
      inPlace(input.out, async (out) => {
        const watch = { signal: stop, onProgress: told(tell) };
        const options = { deck, cut, compare, out };
        const made = await runnerOf(context).run('renew', options, context.source, watch);
        const pages = made.pages.map((page) => ({ ...page, own: [...page.own] }));
        const event = { ...made, kind: 'done' as const, pages, missing: [...made.missing] };
        return { file: made.file, event };
      }),
    );
  }),
  provinces: procedure.briefing.provinces.handler(async function* ({ context, input, signal }) {
    yield* reportProgress<ProvincesEvent>(signal, (stop, tell) =>
      inPlace(input.out, async (place) => {
        const watch = { signal: stop, onProgress: told(tell) };
        const out = input.out ?? join(place, 'kh02_province.zip');
        const made = await runnerOf(context).run('provinces', { ...input, out }, context.source, watch);
        return { file: made.out, event: { ...made, kind: 'done' as const, files: [...made.files] } };
      }),
    );
  }),
};

/** Templates belong to the workspace, whichever snapshot is looked at. */
const settingsOf = (context: Context) => context.snapshots.workspace.read;

/** The deck where it lies, or as a page handed it over. UPLOAD_UNKNOWN. */
function deckOf(context: Context, place: z.infer<typeof deckPlace>): DeckFile {
  if ('upload' in place) return context.snapshots.uploads.find(place.upload);
  return { path: place.path, name: basename(place.path) };
}

function told(tell: (event: { kind: 'progress'; done: number; total: number; step: string }) => void) {
  return (progress: Progress): void => tell({ kind: 'progress', ...progress });
}

/** Writes where it was asked to; without such a place, into one of its own that can be downloaded from once. */
async function inPlace<Event extends object>(
  out: string | undefined,
  make: (out: string) => Promise<{ readonly file: string; readonly event: Event }>,
): Promise<Event | (Event & { readonly download: string })> {
  return out === undefined ? inOwnPlace(make) : (await make(out)).event;
}

async function inOwnPlace<Event extends object>(
  make: (out: string) => Promise<{ readonly file: string; readonly event: Event }>,
): Promise<Event & { readonly download: string }> {
  const place = makePlace();
  try {
    const { file, event } = await make(place);
    return { ...event, download: keepForDownload(file) };
  } catch (error) {
    dropPlace(place);
    throw error;
  }
}

/** The host's own runner, or this thread where the host has no other (commands). */
function runnerOf(context: Context): JobRunner {
  if (context.jobs !== undefined) return context.jobs;
  return {
    run: async (kind, input, _source, watch) => {
      // Read when it is first asked for: chart engine and writers are most of what the application would load.
      const { doJob } = await import('./jobs.ts');
      return doJob(context.clientFor(context), context.assetsFolder, kind, input, watch);
    },
  };
}
