import { existsSync } from 'node:fs';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import type { Page } from '#shared/contract/every-page.ts';
import type { MadeSnapshotDto, TrustedKeyDto } from '#shared/contract/snapshots.ts';

interface TrustedKeyRow extends Omit<TrustedKeyDto, 'isOwn'> {
  readonly isOwn: 0 | 1;
}

/** Keys whose signatures count here, by name. */
export function listTrustedKeys(database: ReadDatabase): TrustedKeyDto[] {
  const sql = `
    SELECT fingerprint, name, public_key AS publicKey, added_at AS addedAt, is_own AS isOwn
    FROM trusted_key ORDER BY name`;
  const rows = database.prepare(sql).all() as TrustedKeyRow[];
  return rows.map((row) => ({ ...row, isOwn: row.isOwn === 1 }));
}

/** Trusts a key; one that is known already gets the new name. Fails on a name that another key has. */
export function insertTrustedKey(database: WriteDatabase, key: TrustedKeyDto): void {
  const sql = `
    INSERT INTO trusted_key (public_key, fingerprint, name, is_own, added_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (public_key) DO UPDATE SET name = excluded.name, is_own = max(is_own, excluded.is_own)`;
  database.prepare(sql).run(key.publicKey, key.fingerprint, key.name, Number(key.isOwn), key.addedAt);
}

export function deleteTrustedKey(database: WriteDatabase, fingerprint: string): boolean {
  const sql = 'DELETE FROM trusted_key WHERE fingerprint = ?';
  return database.prepare(sql).run(fingerprint).changes > 0;
}

interface MadeRow extends Omit<MadeSnapshotDto, 'isThere' | 'scope' | 'cuts'> {
  readonly scope: string;
  readonly cuts: string;
}

const SELECT_MADE = `
  SELECT id, file, made_at AS madeAt, as_of AS asOf, scope, cuts, bytes, sha256, signed_by AS signedBy
  FROM snapshot_made`;

/** Snapshot files made here, newest first. */
export function listMade(database: ReadDatabase, page: Page): MadeSnapshotDto[] {
  const sql = `${SELECT_MADE} ORDER BY made_at DESC, id DESC LIMIT :limit OFFSET :offset`;
  return (database.prepare(sql).all({ ...page }) as MadeRow[]).map(madeDto);
}

/** The snapshot file of this id that was made here, or null. */
export function findMade(database: ReadDatabase, id: string): MadeSnapshotDto | null {
  const row = database.prepare(`${SELECT_MADE} WHERE id = ?`).get(id) as MadeRow | undefined;
  return row === undefined ? null : madeDto(row);
}

function madeDto(row: MadeRow): MadeSnapshotDto {
  return {
    ...row,
    scope: JSON.parse(row.scope) as MadeSnapshotDto['scope'],
    cuts: JSON.parse(row.cuts) as string[],
    isThere: existsSync(row.file),
  };
}

/** `who` made it, for the journal; null where nobody gave a name. */
export function insertMade(database: WriteDatabase, made: MadeSnapshotDto, who: string | null): void {
  const sql = `
    INSERT INTO snapshot_made (id, file, made_at, as_of, scope, cuts, bytes, sha256, signed_by, who)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const { id, file, madeAt, asOf, scope, cuts, bytes, sha256, signedBy } = made;
  database
    .prepare(sql)
    .run(
      id,
      file,
      madeAt,
      asOf,
      JSON.stringify(scope),
      JSON.stringify(cuts),
      bytes,
      sha256,
      signedBy,
      who || null,
    );
}
