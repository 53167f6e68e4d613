import { open } from 'node:fs/promises';
import type { Context } from '#main/core/ground/context.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { reportProgress } from '#main/core/work/progress.ts';
import { UserError } from '#shared/contract/errors.ts';
import { importFile } from './import-file.ts';
import { previewImport } from './import-preview.ts';
import { distrustKey, exportKey, listKeys, makeKey, ownDto, trustKey } from './keys/keys.ts';
import { makeSnapshot } from './make.ts';
import { findMade, listMade } from './store.ts';
import type { Watch } from './watch.ts';

/** 384 KiB give 512 KiB of base64: far below what a transport takes in one message. */
const PIECE_BYTES = 384 * 1024;

export const snapshots = {
  create: procedure.snapshots.create.handler(({ context, input, signal }) =>
    reportProgress(signal, async (watch: Watch) => ({
      made: await makeSnapshot(context.snapshots, input, watch),
    })),
  ),
  list: procedure.snapshots.list.handler(({ context, input }) =>
    listMade(context.snapshots.workspace.read, input),
  ),
  download: procedure.snapshots.download.handler(async function* ({ context, input }) {
    const made = findMade(context.snapshots.workspace.read, input.id);
    if (made === null || !made.isThere)
      throw new UserError('FILE_UNREADABLE', { file: made?.file ?? input.id });
    yield* readPieces(made.file);
  }),
  receive: procedure.snapshots.receive.handler(({ context, input }) => {
    const piece = Buffer.from(input.piece, 'base64');
    return { upload: context.snapshots.uploads.add(input.upload, input.name, piece) };
  }),
  withdraw: procedure.snapshots.withdraw.handler(({ context, input }) => {
    context.snapshots.uploads.forget(input.upload);
    return {};
  }),
  hand: procedure.snapshots.hand.handler(({ context, input }) => ({
    upload: context.snapshots.uploads.hand(input.path),
  })),
  verify: procedure.snapshots.verify.handler(({ context, input, signal }) => {
    const { path, name } = placeOf(context, input);
    return reportProgress(signal, async (watch: Watch) => ({
      report: await context.snapshots.verify(path, name, watch),
    }));
  }),
  open: procedure.snapshots.open.handler(({ context, input, signal }) => {
    const { path, name } = placeOf(context, input);
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

type Place = { readonly path: string } | { readonly upload: string };

function placeOf(context: Context, place: Place): { readonly path: string; readonly name: string } {
  if ('upload' in place) return context.snapshots.uploads.find(place.upload);
  return { path: place.path, name: place.path };
}

async function* readPieces(path: string): AsyncGenerator<string, void> {
  const file = await open(path, 'r');
  try {
    const piece = Buffer.alloc(PIECE_BYTES);
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, PIECE_BYTES, null);
      if (bytesRead === 0) return;
      yield piece.toString('base64', 0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
