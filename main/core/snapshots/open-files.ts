import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '#main/core/context.ts';
import { startEvents } from '#main/core/events.ts';
import { createWriter } from '#main/core/writer.ts';
import { openDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { OpenSnapshotDto, SnapshotManifest, SnapshotReport } from '#shared/contract/snapshots.ts';
import { inspectSnapshot, type Trust } from './inspect.ts';
import { attachSnapshot, detachSnapshot, loadTables } from './load-store.ts';
import { copyPrivately, isWithinLimit } from './stable-file.ts';
import type { Surroundings } from './surroundings.ts';

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
  readonly open: (path: string, shownPath: string) => Promise<OpenSnapshotDto>;
  readonly find: (id: string) => OpenFile | null;
  readonly list: () => OpenSnapshotDto[];
  readonly close: (id: string) => Promise<boolean>;
  readonly closeAll: () => Promise<void>;
}

/** The snapshots that are open in this engine, each loaded into a private workspace that nobody writes to. */
export function createOpenFiles(around: Surroundings, trust: () => Trust): OpenFiles {
  const files = new Map<string, OpenFile>();
  let hasSwept = false;
  const root = join(around.dataFolder, 'open-snapshots');
  const close = async (id: string): Promise<boolean> => {
    const file = files.get(id);
    files.delete(id);
    await file?.close();
    return file !== undefined;
  };
  const open = async (path: string, shownPath: string): Promise<OpenSnapshotDto> => {
    if (files.size >= OPEN_AT_MOST) throw new UserError('SNAPSHOTS_TOO_MANY', { limit: OPEN_AT_MOST });
    if (!hasSwept) sweep(root);
    hasSwept = true;
    const file = await openOne({ around, trust: trust(), root, path, shownPath });
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

/** Folders are named by process: what a process that is gone left behind is removed. */
function sweep(root: string): void {
  mkdirSync(root, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(root)) {
    if (!isRunning(Number(name.split('-')[0]))) rmSync(join(root, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

interface Opening {
  readonly around: Surroundings;
  readonly trust: Trust;
  readonly root: string;
  readonly path: string;
  readonly shownPath: string;
}

/** Copies, judges and loads the file. SNAPSHOT_REFUSED when its structure cannot be relied on; nothing is left then. */
async function openOne({ around, trust, root, path, shownPath }: Opening): Promise<OpenFile> {
  const id = randomUUID();
  const folder = join(root, `${process.pid}-${id}`);
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const copy = (await isWithinLimit(path)) ? await copyPrivately(path, folder) : path;
    const report = await inspectSnapshot(copy, shownPath, trust, around.database);
    const manifest = requireOpenable(report);
    const { context, close } = await load({ folder, copy, shownPath, manifest, around });
    await rm(copy);
    const dto = { id, openedAt: around.clock().toISOString(), report };
    return { dto, context, close: async () => close().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

function requireOpenable(report: SnapshotReport): SnapshotManifest {
  if (report.canOpen && report.manifest !== null) return report.manifest;
  const reason = report.reasons[0]?.code ?? 'snapshot.reason.DAMAGED';
  throw new UserError('SNAPSHOT_REFUSED', { file: report.file, reason });
}

interface Loading {
  readonly folder: string;
  readonly copy: string;
  readonly shownPath: string;
  readonly manifest: SnapshotManifest;
  readonly around: Surroundings;
}

/** A row that the workspace's own rules forbid, in a file that no program of ours has written. */
function isForbiddenValue(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT');
}

function refusedFor(file: string): UserError {
  return new UserError('SNAPSHOT_REFUSED', { file, reason: 'snapshot.reason.DAMAGED' });
}

async function load({ folder, copy, shownPath, manifest, around }: Loading) {
  const connections = openDatabase(join(folder, 'reading.db'), around.database);
  try {
    const { write } = connections;
    attachSnapshot(write, copy);
    await createWriter(write).writeSteps((database) => loadTables(database, manifest));
    detachSnapshot(write);
  } catch (error) {
    connections.close();
    throw isForbiddenValue(error) ? refusedFor(shownPath) : error;
  }
  const events = startEvents(around.clock);
  const refuse = () => Promise.reject(new UserError('SNAPSHOT_READ_ONLY'));
  const context: ReadingContext = {
    read: connections.read,
    write: refuse,
    writeSteps: refuse,
    events,
    startedAt: around.clock().toISOString(),
  };
  const close = async (): Promise<void> => {
    events.stop();
    connections.close();
  };
  return { context, close };
}
