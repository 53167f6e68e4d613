import { readSetting, writeSetting } from '#main/core/ground/settings/store.ts';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import {
  type WatchedFileDto,
  type WatchReasonDto,
  type WatchSettings,
  watchSettings,
} from '#shared/contract/watch.ts';
import type { ProblemWords } from '#shared/text/intake-text.ts';

const SETTINGS = 'watch.folder';

/** What the sender is told, as it was found when the file was taken in hand. */
export interface WatchFacts {
  readonly reason: WatchReasonDto | null;
  /** The import that had brought these bytes before; older rows do not say. */
  readonly seen?: string | null;
  readonly province: string | null;
  readonly cuts: readonly string[];
  readonly rows: number;
  readonly accepted: number;
  /** Codes of the province's communes that the file says nothing of. */
  readonly missing: readonly string[];
  /** The first errors, and how many there are. */
  readonly problems: readonly ProblemWords[];
  readonly errors: number;
}

export const NO_FACTS: WatchFacts = {
  reason: null,
  province: null,
  cuts: [],
  rows: 0,
  accepted: 0,
  missing: [],
  problems: [],
  errors: 0,
};

export interface WatchRow {
  readonly id: number;
  readonly folder: string;
  readonly name: string;
  readonly bytes: number;
  readonly modifiedMs: number;
  readonly sha256: string;
  readonly takenAt: string;
  readonly outcome: WatchedFileDto['outcome'];
  readonly inboxId: string | null;
  readonly run: string | null;
  readonly facts: WatchFacts;
  readonly finishedAt: string | null;
  readonly place: string | null;
}

const SELECT = `
  SELECT id, folder, name, bytes, modified_ms AS modifiedMs, sha256, taken_at AS takenAt, outcome, inbox_id AS inboxId,
    run, report AS facts, finished_at AS finishedAt, place FROM watch_file`;

function rows(database: ReadDatabase, rest: string, ...values: readonly unknown[]): WatchRow[] {
  const found = database.prepare(`${SELECT} ${rest}`).all(...values) as (Omit<WatchRow, 'facts'> & {
    readonly facts: string;
  })[];
  return found.map((row) => ({ ...row, facts: JSON.parse(row.facts) as WatchFacts }));
}

/** The chosen folder; null when there is none, or what is stored cannot be understood. */
export function readWatchSettings(database: ReadDatabase): WatchSettings | null {
  return watchSettings.safeParse(readSetting(database, SETTINGS)).data ?? null;
}

export function writeWatchSettings(database: WriteDatabase, settings: WatchSettings | null): void {
  writeSetting(database, SETTINGS, settings);
}

export function insertWatchRow(
  database: WriteDatabase,
  row: Omit<WatchRow, 'id' | 'finishedAt' | 'place'>,
): void {
  const sql = `
    INSERT INTO watch_file (folder, name, bytes, modified_ms, sha256, taken_at, outcome, inbox_id, run, report)
    VALUES (:folder, :name, :bytes, :modifiedMs, :sha256, :takenAt, :outcome, :inboxId, :run, :facts)`;
  database.prepare(sql).run({ ...row, facts: JSON.stringify(row.facts) });
}

/** What became of a file that waited. */
export function settleWatchRow(
  database: WriteDatabase,
  id: number,
  outcome: 'committed' | 'discarded',
  run: string | null,
): void {
  database.prepare('UPDATE watch_file SET outcome = ?, run = ? WHERE id = ?').run(outcome, run, id);
}

export function finishWatchRow(database: WriteDatabase, id: number, at: string, place: string | null): void {
  database.prepare('UPDATE watch_file SET finished_at = ?, place = ? WHERE id = ?').run(at, place, id);
}

/** Files of the folder that are not done with: waiting for a person, or still to be moved. */
export function listOpenRows(database: ReadDatabase, folder: string): WatchRow[] {
  return rows(database, 'WHERE folder = ? AND finished_at IS NULL ORDER BY id', folder);
}

/** Whether a row tells of this file of the inbox. */
export function isTaken(database: ReadDatabase, inboxId: string): boolean {
  return database.prepare('SELECT 1 FROM watch_file WHERE inbox_id = ?').get(inboxId) !== undefined;
}

/** Newest first. */
export function listWatchRows(database: ReadDatabase, limit: number): WatchRow[] {
  return rows(database, 'ORDER BY id DESC LIMIT ?', limit);
}
