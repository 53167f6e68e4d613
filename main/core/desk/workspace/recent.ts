import { readFileSync } from 'node:fs';
import { basename, dirname, sep } from 'node:path';
import { hasDatabase } from '#main/core/files/data-folder.ts';
import type { Workspace } from '#main/core/ground/workspace/store.ts';
import { makePrivateFolder, writePrivately } from '#main/files/private.ts';
import type { RecentWorkspaceDto } from '#shared/contract/workspace.ts';
import { WORKSPACE_KINDS } from '#shared/domain/model.ts';

/** What the list of this user remembers of each, so that none has to be opened to be shown. */
type Noted = Pick<RecentWorkspaceDto, 'folder' | 'kind' | 'name' | 'practice' | 'openedAt'>;

const KEPT = 30;

/** The last opened first. A list that cannot be read is an empty one: it is a convenience, and is written anew. */
export function readRecent(file: string): Noted[] {
  try {
    const noted: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(noted) ? noted.filter(isNoted).slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

function isNoted(entry: unknown): entry is Noted {
  const { folder, kind, name, practice, openedAt } = (entry ?? {}) as Partial<Record<keyof Noted, unknown>>;
  return (
    typeof folder === 'string' &&
    WORKSPACE_KINDS.some((known) => known === kind) &&
    (name === null || typeof name === 'string') &&
    typeof practice === 'boolean' &&
    typeof openedAt === 'string'
  );
}

/** Puts a workspace on top of the list. A list that cannot be written keeps nobody from working. */
export function noteRecent(file: string, folder: string, workspace: Workspace, at: string): void {
  const { kind, name, practiceSince } = workspace;
  const entry: Noted = { folder, kind, name, practice: practiceSince !== null, openedAt: at };
  const others = readRecent(file).filter((noted) => noted.folder !== folder);
  try {
    makePrivateFolder(dirname(file));
    writePrivately(file, JSON.stringify([entry, ...others].slice(0, KEPT), null, 1));
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
  }
}

/** The list as it is shown from the workspace in `here`. */
export function describeRecent(noted: readonly Noted[], here: string | null): RecentWorkspaceDto[] {
  return noted.map((entry) => ({
    ...entry,
    folderName: basename(entry.folder),
    place: placeApart(entry, noted),
    state: entry.folder === here ? 'here' : hasDatabase(entry.folder) ? 'there' : 'gone',
  }));
}

/** The end of the path that tells a workspace from others of the same name and kind; null where there are none. */
function placeApart(entry: Noted, noted: readonly Noted[]): string | null {
  const called = ({ kind, name, practice }: Noted) => JSON.stringify([kind, name, practice]);
  const others = noted.filter(
    (one) => one.folder !== entry.folder && called(one) === called(entry) && hasDatabase(one.folder),
  );
  if (others.length === 0) return null;
  const parts = entry.folder.split(sep);
  const endOf = (folder: string, length: number) => folder.split(sep).slice(-length).join(sep);
  const length = parts.findIndex((_part, index) => {
    const end = endOf(entry.folder, index + 1);
    return others.every(({ folder }) => endOf(folder, index + 1) !== end);
  });
  return endOf(entry.folder, length + 1);
}
