import { join } from 'node:path';
import type { CreateProgress, MadeSnapshotDto } from '#shared/contract/snapshots.ts';
import { type CreatedSnapshot, createSnapshot } from './create.ts';
import { openSigner } from './keys/key-file.ts';
import type { SnapshotService } from './service.ts';
import { insertMade } from './store.ts';

export interface MakeRequest {
  readonly province?: string | undefined;
  readonly cuts?: readonly string[] | undefined;
  readonly who?: string | undefined;
  readonly sign?: { readonly passphrase?: string | undefined } | undefined;
  readonly to?: string | undefined;
}

/** Makes a snapshot of the workspace and remembers it. The key is opened first: a wrong passphrase costs no wait. */
export async function* makeSnapshot(
  service: SnapshotService,
  request: MakeRequest,
  signal: AbortSignal | undefined,
): AsyncGenerator<CreateProgress, void> {
  const { around, workspace } = service;
  const signer = request.sign === undefined ? null : openSigner(around.dataFolder, request.sign.passphrase);
  const target =
    request.to === undefined ? { folder: join(around.dataFolder, 'snapshots') } : { path: request.to };
  const creating = createSnapshot(workspace.read, { ...request, signer, target }, around);
  let step = await creating.next();
  try {
    while (step.done !== true) {
      yield { kind: 'progress', ...step.value };
      signal?.throwIfAborted();
      step = await creating.next();
    }
  } finally {
    // Reached early when the caller stops listening: what was begun is removed.
    if (step.done !== true) await creating.return(undefined as never);
  }
  const made = madeOf(step.value, signer?.name ?? null);
  await workspace.write((database) => insertMade(database, made));
  yield { kind: 'done', made };
}

function madeOf(
  { path, manifest, sha256, bytes }: CreatedSnapshot,
  signedBy: string | null,
): MadeSnapshotDto {
  const { id, createdAt, asOf, scope, cuts } = manifest;
  return { id, file: path, isThere: true, madeAt: createdAt, asOf, scope, cuts, bytes, sha256, signedBy };
}
