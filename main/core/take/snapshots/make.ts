import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { MadeSnapshotDto } from '#shared/contract/snapshots.ts';
import type { CreatedSnapshot } from './create.ts';
import type { SnapshotService } from './service.ts';
import { insertMade } from './store.ts';
import type { Watch } from './watch.ts';

export interface MakeRequest {
  readonly province?: string | undefined;
  readonly cuts?: readonly string[] | undefined;
  readonly who?: string | undefined;
  readonly sign?: { readonly passphrase?: string | undefined } | undefined;
  readonly to?: string | undefined;
}

/** Makes a snapshot of the workspace and remembers it. Errors as of `createSnapshot`. */
export async function makeSnapshot(
  { around, workspace, jobs }: SnapshotService,
  { to, ...request }: MakeRequest,
  person: string | null,
  watch: Watch,
): Promise<MadeSnapshotDto> {
  const { dataFolder, database, boundaries } = around;
  const target = to === undefined ? { folder: join(dataFolder, 'snapshots') } : { path: to };
  const at = around.clock().toISOString();
  const input = { ...request, workspace: workspace.read.name, dataFolder, database, boundaries, at, target };
  const made = madeOf(await jobs.run('create', input, watch), at);
  await workspace.write((write) => insertMade(write, made, request.who ?? person));
  return made;
}

function madeOf(
  { path, manifest, sha256, bytes, signedBy }: CreatedSnapshot,
  madeAt: string,
): MadeSnapshotDto {
  const { asOf, scope, cuts } = manifest;
  // Its own: the same file may have been made before.
  const id = randomUUID();
  return { id, file: path, isThere: true, madeAt, asOf, scope, cuts, bytes, sha256, signedBy };
}
