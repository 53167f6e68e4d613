import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import type { WorkspaceKind } from '#shared/domain/model.ts';

/** What a database says of itself. */
export interface Workspace {
  readonly kind: WorkspaceKind;
  /** Null: the program's own words for an illustrative one. */
  readonly name: string | null;
  readonly createdAt: string;
  /** When it was copied to practise on; null in what is no practice copy. */
  readonly practiceSince: string | null;
}

/** Null before the first filling, and in the private database of an open data file. */
export function readWorkspace(database: ReadDatabase): Workspace | null {
  const sql =
    'SELECT kind, name, created_at AS createdAt, practice_since AS practiceSince FROM workspace WHERE id = 1';
  return (database.prepare(sql).get() as Workspace | undefined) ?? null;
}

/** Said once, at the first filling. */
export function insertWorkspace(database: WriteDatabase, workspace: Workspace): void {
  const sql =
    'INSERT INTO workspace (id, kind, name, created_at, practice_since) VALUES (1, @kind, @name, @createdAt, @practiceSince)';
  database.prepare(sql).run(workspace);
}
