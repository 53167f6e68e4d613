import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import type { EntryPart } from '#shared/domain/entry.ts';

/** Whose draft of which grid. */
export interface DraftKey {
  readonly who: string;
  readonly unit: string;
  readonly cut: string;
}

export interface DraftRow {
  readonly id: number;
  readonly begunAt: string;
  readonly savedAt: string;
}

export interface CellPlace {
  readonly unit: string;
  readonly indicator: string;
  readonly part: EntryPart;
}

export interface DraftCell extends CellPlace {
  readonly text: string;
  readonly aside: string | null;
  readonly at: string;
  /** JSON of the figure that was in force when it was typed. */
  readonly base: string | null;
}

export function findDraft(database: ReadDatabase, key: DraftKey): DraftRow | null {
  const sql = `
    SELECT id, begun_at AS begunAt, saved_at AS savedAt FROM entry_draft
    WHERE who = :who AND unit = :unit AND cut = :cut`;
  const { who, unit, cut } = key;
  return (database.prepare(sql).get({ who, unit, cut }) as DraftRow | undefined) ?? null;
}

export function listCells(database: ReadDatabase, draftId: number): DraftCell[] {
  const sql = `
    SELECT unit, indicator, part, text, aside, typed_at AS at, base FROM entry_cell WHERE draft_id = ?
    ORDER BY unit, indicator, part`;
  return database.prepare(sql).all(draftId) as DraftCell[];
}

interface OtherCell extends CellPlace {
  readonly text: string;
  readonly at: string;
  readonly who: string;
}

/** What is typed in other drafts of the cut for these units. */
export function listOthers(
  database: ReadDatabase,
  cut: string,
  draftId: number,
  units: readonly string[],
): OtherCell[] {
  const sql = `
    SELECT cell.unit, cell.indicator, cell.part, cell.text, cell.typed_at AS at, entry_draft.who
    FROM entry_draft JOIN entry_cell AS cell ON cell.draft_id = entry_draft.id
    WHERE entry_draft.cut = :cut AND entry_draft.id <> :draftId
      AND cell.unit IN (SELECT value FROM json_each(:units))
    ORDER BY cell.typed_at DESC`;
  return database.prepare(sql).all({ cut, draftId, units: JSON.stringify(units) }) as OtherCell[];
}

export function listDrafts(database: ReadDatabase) {
  const sql = `
    SELECT who, unit, cut, saved_at AS savedAt,
      (SELECT count(*) FROM entry_cell WHERE draft_id = entry_draft.id) AS cells
    FROM entry_draft ORDER BY saved_at DESC, id DESC`;
  return database.prepare(sql).all() as (DraftKey & { savedAt: string; cells: number })[];
}

/** The draft under the key, begun when there is none. */
export function ensureDraft(database: WriteDatabase, key: DraftKey, at: string): DraftRow {
  const sql = `
    INSERT INTO entry_draft (who, unit, cut, begun_at, saved_at) VALUES (:who, :unit, :cut, :at, :at)
    ON CONFLICT (who, unit, cut) DO UPDATE SET saved_at = excluded.saved_at
    RETURNING id, begun_at AS begunAt, saved_at AS savedAt`;
  const { who, unit, cut } = key;
  return database.prepare(sql).get({ who, unit, cut, at }) as DraftRow;
}

export function cellWriter(database: WriteDatabase, draftId: number) {
  const find = database.prepare(`
    SELECT unit, indicator, part, text, aside, typed_at AS at, base FROM entry_cell
    WHERE draft_id = :draftId AND unit = :unit AND indicator = :indicator AND part = :part`);
  const put = database.prepare(`
    INSERT INTO entry_cell (draft_id, unit, indicator, part, text, aside, typed_at, base)
    VALUES (:draftId, :unit, :indicator, :part, :text, :aside, :at, :base)
    ON CONFLICT (draft_id, unit, indicator, part) DO UPDATE
      SET text = excluded.text, aside = excluded.aside, typed_at = excluded.typed_at, base = excluded.base`);
  const remove = database.prepare(`
    DELETE FROM entry_cell
    WHERE draft_id = :draftId AND unit = :unit AND indicator = :indicator AND part = :part`);
  const named = ({ unit, indicator, part }: CellPlace) => ({ draftId, unit, indicator, part });
  return {
    find: (place: CellPlace) => (find.get(named(place)) as DraftCell | undefined) ?? null,
    put: (cell: DraftCell) => {
      const { text, aside, at, base } = cell;
      put.run({ ...named(cell), text, aside, at, base });
    },
    remove: (place: CellPlace) => {
      remove.run(named(place));
    },
  };
}

export function removeDraft(database: WriteDatabase, draftId: number): void {
  database.prepare('DELETE FROM entry_draft WHERE id = ?').run(draftId);
}
