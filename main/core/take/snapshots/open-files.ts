import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '#main/core/ground/context.ts';
import { startEvents } from '#main/core/ground/events.ts';
import { clearDeadProcesses } from '#main/core/work/process-folders.ts';
import { openDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { OpenSnapshotDto, TrustedKeyDto } from '#shared/contract/snapshots.ts';
import type { SnapshotRunner } from './jobs.ts';
import { READING_NAME } from './load.ts';
import type { Surroundings } from './surroundings.ts';
import type { Watch } from './watch.ts';

/** Each takes disk space like the workspace itself. */
const OPEN_AT_MOST = 8;

/** What a snapshot's figures are read through. */
export type ReadingContext = Pick<Context, 'read' | 'write' | 'writeSteps' | 'events' | 'startedAt'>;

interface OpenFile {
  readonly dto: OpenSnapshotDto;
  readonly context: ReadingContext;
  readonly close: () => Promise<void>;
}

export interface OpenFiles {
  readonly open: (path: string, shownPath: string, watch: Watch) => Promise<OpenSnapshotDto>;
  readonly find: (id: string) => OpenFile | null;
  readonly list: () => OpenSnapshotDto[];
  readonly close: (id: string) => Promise<boolean>;
  readonly closeAll: () => Promise<void>;
}

/** The snapshots that are open in this engine, each loaded into a private workspace that nobody writes to. */
export function createOpenFiles(
  around: Surroundings,
  trusted: () => readonly TrustedKeyDto[],
  jobs: SnapshotRunner,
): OpenFiles {
  const files = new Map<string, OpenFile>();
  const root = join(around.dataFolder, 'open-snapshots');
  const close = async (id: string): Promise<boolean> => {
    const file = files.get(id);
    files.delete(id);
    await file?.close();
    return file !== undefined;
  };
  const open = async (path: string, shownPath: string, watch: Watch): Promise<OpenSnapshotDto> => {
    if (files.size >= OPEN_AT_MOST) throw new UserError('SNAPSHOTS_TOO_MANY', { limit: OPEN_AT_MOST });
    if (files.size === 0) clearDeadProcesses(root);
    const file = await openOne({ around, trusted: trusted(), jobs, root, path, shownPath }, watch);
    const known = [...files.values()].find((other) => isSame(other.dto, file.dto));
    if (known !== undefined) {
      await file.close();
      return known.dto;
    }
    files.set(file.dto.id, file);
    return file.dto;
  };
  return {
    open,
    find: (id) => files.get(id) ?? null,
    list: () => [...files.values()].map((file) => file.dto),
    close,
    closeAll: async () => {
      for (const id of [...files.keys()]) await close(id);
    },
  };
}

/** The same bytes with the same verdict need no second copy. */
function isSame(one: OpenSnapshotDto, other: OpenSnapshotDto): boolean {
  const key = ({ report }: OpenSnapshotDto) =>
    JSON.stringify([report.file, report.sha256, report.verdict, report.key, report.reasons]);
  return key(one) === key(other);
}

interface Opening {
  readonly around: Surroundings;
  readonly trusted: readonly TrustedKeyDto[];
  readonly jobs: SnapshotRunner;
  readonly root: string;
  readonly path: string;
  readonly shownPath: string;
}

/** Opens what the job has copied, judged and loaded. SNAPSHOT_REFUSED, FILE_UNREADABLE; nothing is left then. */
async function openOne(opening: Opening, watch: Watch): Promise<OpenFile> {
  const { around, trusted, jobs, root, path, shownPath } = opening;
  const { database } = around;
  const id = randomUUID();
  const folder = join(root, `${process.pid}-${id}`);
  const report = await jobs.run('load', { path, shownPath, folder, trusted, database }, watch);
  const { context, close } = readFrom(join(folder, READING_NAME), around);
  const dto = { id, openedAt: around.clock().toISOString(), report };
  return {
    dto,
    context,
    close: async () => close().then(() => rm(folder, { recursive: true, force: true })),
  };
}

function readFrom(file: string, { clock, database }: Surroundings) {
  const connections = openDatabase(file, database);
  const events = startEvents(clock, connections.isMoved);
  const refuse = () => Promise.reject(new UserError('SNAPSHOT_READ_ONLY'));
  const context: ReadingContext = {
    read: connections.read,
    write: refuse,
    writeSteps: refuse,
    events,
    startedAt: clock().toISOString(),
  };
  const close = async (): Promise<void> => {
    events.stop();
    connections.close();
  };
  return { context, close };
}
