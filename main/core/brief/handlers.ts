import { basename, join } from 'node:path';
import { type Act, recordAct } from '#main/core/ground/acts/store.ts';
import type { Context } from '#main/core/ground/context.ts';
import { requireCut } from '#main/core/ground/cuts/lookup.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import type { Runner } from '#main/core/work/jobs.ts';
import { reportProgress, type Watch } from '#main/core/work/progress.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { FilePlace } from '#shared/contract/uploads.ts';
import { readBrand, saveBrand } from './brand.ts';
import type { Progress } from './export.ts';
import type { Jobs } from './jobs.ts';
import { dropPlace, fetchFile, keepForDownload, makePlace } from './made-files.ts';
import type { DeckFile } from './renew/renew.ts';
import { listTemplates, removeTemplate, saveTemplate } from './templates.ts';

export const briefing = {
  describe: procedure.briefing.describe.handler(async ({ context, input, signal }) => {
    const { briefing: kind, ...rest } = input;
    return jobsOf(context).run('describe', { ...rest, kind }, { signal });
  }),
  drawMap: procedure.briefing.drawMap.handler(({ context, input, signal }) =>
    jobsOf(context).run('draw', input, { signal }),
  ),
  picture: procedure.briefing.picture.handler(async ({ context, input, signal }) => {
    const { name, content } = await jobsOf(context).run('picture', input, { signal });
    await noteExport(context, { kind: 'pictureExported', subject: name, cut: input.cut });
    const type = input.format === 'png' ? 'image/png' : 'image/svg+xml';
    return { name, file: new File([Buffer.from(content, 'base64')], name, { type }) };
  }),
  table: procedure.briefing.table.handler(({ context, input, signal }) =>
    inOwnPlace(async (place) => {
      const asked = { ...input, out: place };
      const { file, bytes, rows } = await jobsOf(context).run('table', asked, { signal });
      const name = basename(file);
      await noteExport(context, { kind: 'tableExported', subject: name, cut: input.cut, count: rows });
      return { file, event: { name, bytes, rows } };
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
      logo === undefined || logo === null ? logo : await jobsOf(context).run('logo', logo, { signal });
    const given = Object.fromEntries(
      Object.entries({ ...rest, logo: drawn }).filter(([, value]) => value !== undefined),
    );
    return context.write((database) => saveBrand(database, { ...readBrand(database), ...given }));
  }),
  export: procedure.briefing.export.handler(async function* ({ context, input, signal }) {
    const { briefing: kind, ...rest } = input;
    yield* reportProgress(signal, (watch: Watch<Progress>) =>
      inPlace(input.out, async (out) => {
        const options = { ...rest, kind, out };
        const { file, bytes, pages } = await jobsOf(context).run('export', options, watch);
        const { unit, cut } = rest;
        await noteExport(context, { kind: 'briefingExported', subject: basename(file), unit, cut });
        return { file, event: { file, bytes, pages } };
      }),
    );
  }),
  inspectDeck: procedure.briefing.inspectDeck.handler(async ({ context, input, signal }) => {
    const report = await jobsOf(context).run('inspectDeck', deckOf(context, input), { signal });
    return { ...report, pages: report.pages.map((page) => ({ ...page, own: [...page.own] })) };
  }),
  renewDeck: procedure.briefing.renewDeck.handler(async function* ({ context, input, signal }) {
    const { cut, compare } = input;
    const deck = deckOf(context, input.deck);
    yield* reportProgress(signal, (watch: Watch<Progress>) =>
      inPlace(input.out, async (out) => {
        const options = { deck, cut, compare, out };
        const made = await jobsOf(context).run('renew', options, watch);
        await noteExport(context, { kind: 'deckRenewed', subject: basename(made.file), cut });
        const pages = made.pages.map((page) => ({ ...page, own: [...page.own] }));
        const event = { ...made, pages, missing: [...made.missing] };
        return { file: made.file, event };
      }),
    );
  }),
  provinces: procedure.briefing.provinces.handler(async function* ({ context, input, signal }) {
    yield* reportProgress(signal, (watch: Watch<Progress>) =>
      inPlace(input.out, async (place) => {
        const out = input.out ?? join(place, 'kh02_province.zip');
        const made = await jobsOf(context).run('provinces', { ...input, out }, watch);
        const [subject, count] = [basename(made.out), made.files.length];
        await noteExport(context, { kind: 'provincesExported', subject, count, cut: input.cut });
        return { file: made.out, event: { ...made, files: [...made.files] } };
      }),
    );
  }),
};

/**
 * What leaves stands in the journal of the workspace, also where figures of an open data file left. Told
 * to listeners here, because the procedures themselves only read.
 */
async function noteExport(
  context: Context,
  act: Pick<Act, 'kind' | 'subject' | 'unit' | 'count'> & { readonly cut?: string | undefined },
): Promise<void> {
  const { workspace } = context.snapshots;
  const done = {
    ...act,
    cut: cutOf(context, act.cut),
    at: context.clock().toISOString(),
    who: context.person.name(),
  };
  await workspace.write((database) => recordAct(database, done));
  context.events.publishChange(['journal']);
}

/** The cut that the figures spoke of; null where a file is of none. */
function cutOf({ read }: Context, cut: string | undefined): string | null {
  try {
    return requireCut(read, cut).cut.code;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** Templates belong to the workspace, whichever snapshot is looked at. */
const settingsOf = (context: Context) => context.snapshots.workspace.read;

/** The deck where it lies, or as a page handed it over. UPLOAD_UNKNOWN. */
function deckOf(context: Context, place: FilePlace): DeckFile {
  const { path, name } = context.uploads.find(place);
  return { path, name: basename(name) };
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

/** Jobs about what the caller looks at: by the host's own runner, or in this thread where it has none (commands). */
function jobsOf(context: Context): Runner<Jobs, Watch<Progress>> {
  const { jobs, source } = context;
  if (jobs !== undefined) return { run: (kind, input, watch) => jobs.run(kind, input, { ...watch, source }) };
  return {
    run: async (kind, input, watch) => {
      // Read when it is first asked for: chart engine and writers are most of what the application would load.
      const { doJob } = await import('./jobs.ts');
      return doJob(context.clientFor(context), context.assetsFolder, kind, input, watch);
    },
  };
}
