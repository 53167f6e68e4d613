import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writer } from '#main/core/writer.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { SnapshotReport } from '#shared/contract/snapshots.ts';
import { inspectSnapshot, type Trust } from './inspect.ts';
import { createOpenFiles, type OpenFiles } from './open-files.ts';
import { withStableFile } from './stable-file.ts';
import { listTrustedKeys } from './store.ts';
import type { Surroundings } from './surroundings.ts';
import { createUploads, type Uploads } from './uploads.ts';

/** Everything about snapshots that belongs to the workspace, whichever source a caller looks at. */
export interface SnapshotService {
  readonly around: Surroundings;
  readonly workspace: { readonly read: ReadDatabase; readonly write: Writer['write'] };
  readonly files: OpenFiles;
  readonly uploads: Uploads;
  readonly verify: (path: string, shownPath: string) => Promise<SnapshotReport>;
  readonly close: () => Promise<void>;
}

/** Builds the service; `close` removes every private copy it made. */
export function createSnapshotService(
  around: Surroundings,
  workspace: SnapshotService['workspace'],
): SnapshotService {
  const folder = join(around.dataFolder, 'open-snapshots', `${process.pid}-files`);
  const trust = () => trustOf(workspace.read);
  const files = createOpenFiles(around, trust);
  const uploads = createUploads(folder);
  return {
    around,
    workspace,
    files,
    uploads,
    verify: (path, shownPath) =>
      withStableFile(path, folder, (stable) => inspectSnapshot(stable, shownPath, trust(), around.database)),
    close: async () => {
      await files.closeAll();
      uploads.closeAll();
    },
  };
}

/** The keys that this machine trusts now. */
export function trustOf(database: ReadDatabase): Trust {
  const keys = listTrustedKeys(database);
  return {
    nameOf: (publicKey) => keys.find((key) => key.publicKey === publicKey)?.name ?? null,
    hasName: (name) => keys.some((key) => key.name === name.normalize('NFC')),
  };
}

/** Trusts nobody. */
const NO_TRUST: Trust = { nameOf: () => null, hasName: () => false };

/** The database of an open snapshot. SNAPSHOT_NOT_OPEN. */
export function requireOpen(service: SnapshotService, id: string) {
  const file = service.files.find(id);
  if (file === null) throw new UserError('SNAPSHOT_NOT_OPEN');
  return file;
}

/** Judges a file where there is no workspace to say whom it trusts; copies go into the system's temporary folder. */
export async function verifyWithoutWorkspace(path: string): Promise<SnapshotReport> {
  const folder = await mkdtemp(join(tmpdir(), 'kh02-verify-'));
  try {
    return await withStableFile(path, folder, (stable) => inspectSnapshot(stable, path, NO_TRUST, {}));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
