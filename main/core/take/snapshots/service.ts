import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writer } from '#main/core/ground/writer.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { SnapshotReport } from '#shared/contract/snapshots.ts';
import { doSnapshotJob, type SnapshotRunner } from './jobs.ts';
import { createOpenFiles, type OpenFiles } from './open-files.ts';
import { stoppable } from './stoppable.ts';
import { listTrustedKeys } from './store.ts';
import type { Surroundings } from './surroundings.ts';
import type { Watch } from './watch.ts';

declare module '#main/core/ground/context.ts' {
  interface Context {
    readonly snapshots: SnapshotService;
  }
}

/** Everything about snapshots that belongs to the workspace, whichever source a caller looks at. */
export interface SnapshotService {
  readonly around: Surroundings;
  readonly workspace: { readonly read: ReadDatabase; readonly write: Writer['write'] };
  readonly files: OpenFiles;
  readonly verify: (path: string, shownPath: string, watch: Watch) => Promise<SnapshotReport>;
  readonly jobs: SnapshotRunner;
  readonly close: () => Promise<void>;
}

/**
 * Builds the service. Work on whole files is done by `runner`, or in this thread without one. `close` ends what is
 * under way and removes every private copy.
 */
export function createSnapshotService(
  around: Surroundings,
  workspace: SnapshotService['workspace'],
  runner: SnapshotRunner = { run: doSnapshotJob },
): SnapshotService {
  const folder = join(around.dataFolder, 'open-snapshots', `${process.pid}-files`);
  const { jobs, stopAll } = stoppable(runner);
  const trusted = () => listTrustedKeys(workspace.read);
  const files = createOpenFiles(around, trusted, jobs);
  const { database } = around;
  return {
    around,
    workspace,
    files,
    jobs,
    verify: (path, shownPath, watch) =>
      jobs.run('verify', { path, shownPath, folder, trusted: trusted(), database }, watch),
    close: async () => {
      await stopAll();
      await files.closeAll();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

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
    const input = { path, shownPath: path, folder, trusted: [], database: {} };
    return await doSnapshotJob('verify', input, {});
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
