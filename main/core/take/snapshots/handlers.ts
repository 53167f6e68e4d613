import { base64Pieces } from '#main/core/files/base64-pieces.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { reportProgress } from '#main/core/work/progress.ts';
import { UserError } from '#shared/contract/errors.ts';
import { importFile } from './import-file.ts';
import { previewImport } from './import-preview.ts';
import { distrustKey, exportKey, listKeys, makeKey, ownDto, trustKey } from './keys/keys.ts';
import { makeSnapshot } from './make.ts';
import { findMade, listMade } from './store.ts';
import type { Watch } from './watch.ts';

export const snapshots = {
  create: procedure.snapshots.create.handler(({ context, input, signal }) =>
    reportProgress(signal, async (watch: Watch) => ({
      made: await makeSnapshot(context.snapshots, input, context.person.name(), watch),
    })),
  ),
  list: procedure.snapshots.list.handler(({ context, input }) =>
    listMade(context.snapshots.workspace.read, input),
  ),
  download: procedure.snapshots.download.handler(async function* ({ context, input }) {
    const made = findMade(context.snapshots.workspace.read, input.id);
    if (made === null || !made.isThere)
      throw new UserError('FILE_UNREADABLE', { file: made?.file ?? input.id });
    yield* base64Pieces(made.file);
  }),
  verify: procedure.snapshots.verify.handler(({ context, input, signal }) => {
    const { path, name } = context.uploads.find(input);
    return reportProgress(signal, async (watch: Watch) => ({
      report: await context.snapshots.verify(path, name, watch),
    }));
  }),
  open: procedure.snapshots.open.handler(({ context, input, signal }) => {
    const { path, name } = context.uploads.find(input);
    return reportProgress(signal, async (watch: Watch) => ({
      opened: await context.snapshots.files.open(path, name, watch),
    }));
  }),
  opened: procedure.snapshots.opened.handler(({ context }) => context.snapshots.files.list()),
  close: procedure.snapshots.close.handler(async ({ context, input }) => ({
    closed: await context.snapshots.files.close(input.id),
  })),
  current: procedure.snapshots.current.handler(({ context }) => context.snapshot),
  import: procedure.snapshots.import.handler(({ context, input, signal }) =>
    importFile(context, input, signal),
  ),
  preview: procedure.snapshots.preview.handler(({ context, input, signal }) =>
    previewImport(context, input, signal),
  ),
  keys: {
    list: procedure.snapshots.keys.list.handler(({ context }) => listKeys(context.snapshots)),
    make: procedure.snapshots.keys.make.handler(async ({ context, input }) =>
      ownDto(await makeKey(context.snapshots, input)),
    ),
    export: procedure.snapshots.keys.export.handler(({ context }) => exportKey(context.snapshots)),
    trust: procedure.snapshots.keys.trust.handler(({ context, input }) =>
      trustKey(context.snapshots, input.text, input.name),
    ),
    distrust: procedure.snapshots.keys.distrust.handler(async ({ context, input }) => ({
      removed: await distrustKey(context.snapshots, input.fingerprint),
    })),
  },
};
