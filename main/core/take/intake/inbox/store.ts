import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import type { InboxFileDto, IntakePreviewDto } from '#shared/contract/intake.ts';
import type { IntakeRevisionDto } from '#shared/contract/intake-revision.ts';
import type { Question } from '../check/question.ts';

/** A file that waits for a person, as it is kept. */
export interface InboxRow {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly origin: InboxFileDto['origin'];
  readonly receivedAt: string;
  /** Whose figures are in it, and for which cuts. */
  readonly provinces: readonly string[];
  readonly cuts: readonly string[];
  readonly revision: IntakeRevisionDto;
  /** Without the lists of problems, missing communes and columns. */
  readonly preview: IntakePreviewDto;
  /** Every question asked so far. */
  readonly asked: readonly Question[];
}

interface StoredRow extends Omit<InboxRow, 'provinces' | 'cuts' | 'revision' | 'preview' | 'asked'> {
  readonly provinces: string;
  readonly cuts: string;
  readonly revision: string;
  readonly preview: string;
  readonly asked: string;
}

const SELECT = `
  SELECT id, name, bytes, sha256, origin, received_at AS receivedAt, provinces, cuts, revision, preview, asked
  FROM inbox_file`;

/**
 * Puts a file into the list, or what is known of it anew; when it came stays as it was. What stays as it is is not
 * written, or two hosts would wake each other by reading.
 */
export function writeInboxRow(database: WriteDatabase, row: InboxRow): void {
  const sql = `
    INSERT INTO inbox_file (id, name, bytes, sha256, origin, received_at, provinces, cuts, revision, preview, asked)
    VALUES (:id, :name, :bytes, :sha256, :origin, :receivedAt, :provinces, :cuts, :revision, :preview, :asked)
    ON CONFLICT (id) DO UPDATE SET provinces = excluded.provinces, cuts = excluded.cuts,
      revision = excluded.revision, preview = excluded.preview, asked = excluded.asked
      WHERE (provinces, cuts, revision, preview, asked)
        IS NOT (excluded.provinces, excluded.cuts, excluded.revision, excluded.preview, excluded.asked)`;
  database.prepare(sql).run({
    ...row,
    provinces: JSON.stringify(row.provinces),
    cuts: JSON.stringify(row.cuts),
    revision: JSON.stringify(row.revision),
    preview: JSON.stringify(row.preview),
    asked: JSON.stringify(row.asked),
  });
}

/** Whether there was such a row. */
export function deleteInboxRow(database: WriteDatabase, id: string): boolean {
  return database.prepare('DELETE FROM inbox_file WHERE id = ?').run(id).changes > 0;
}

export function findInboxRow(database: ReadDatabase, id: string): InboxRow | null {
  const row = database.prepare(`${SELECT} WHERE id = ?`).get(id) as StoredRow | undefined;
  return row === undefined ? null : parse(row);
}

/** Oldest first. */
export function listInboxRows(database: ReadDatabase): InboxRow[] {
  const rows = database.prepare(`${SELECT} ORDER BY received_at, id`).all() as StoredRow[];
  return rows.map(parse);
}

export function countInboxRows(database: ReadDatabase): number {
  return database.prepare('SELECT count(*) FROM inbox_file').pluck().get() as number;
}

/** How many files for the cut wait, by province code. */
export function countWaiting(database: ReadDatabase, cut: string): Map<string, number> {
  const sql = `
    SELECT province.value AS province, count(*) AS files FROM inbox_file, json_each(inbox_file.provinces) AS province
    WHERE EXISTS (SELECT 1 FROM json_each(inbox_file.cuts) WHERE value = ?)
    GROUP BY province.value`;
  const rows = database.prepare(sql).all(cut) as { province: string; files: number }[];
  return new Map(rows.map(({ province, files }) => [province, files]));
}

function parse(row: StoredRow): InboxRow {
  return {
    ...row,
    provinces: JSON.parse(row.provinces) as string[],
    cuts: JSON.parse(row.cuts) as string[],
    revision: JSON.parse(row.revision) as IntakeRevisionDto,
    preview: JSON.parse(row.preview) as IntakePreviewDto,
    asked: JSON.parse(row.asked) as Question[],
  };
}
