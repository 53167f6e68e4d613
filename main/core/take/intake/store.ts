import { heldOn } from '#main/core/ground/plan/held-store.ts';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import type { Page } from '#shared/contract/every-page.ts';
import type { SourceKind } from '#shared/domain/model.ts';
import type { Held } from '#shared/domain/plan.ts';
import type { Meaning } from './recognise/meaning.ts';
import { meaningFromKey, meaningKey } from './recognise/meaning.ts';
import type { IndicatorWords } from './recognise/vocabulary.ts';
import type { FormerUnit } from './resolve/former.ts';
import type { RegisterName, RegisterUnit } from './resolve/register.ts';

interface NameRow extends RegisterName {
  readonly code: string;
  readonly level: RegisterUnit['level'];
  readonly province: string | null;
  readonly begins: string;
  readonly ends: string | null;
}

/** Every unit with all its names: official, other spellings, former and learned ones. */
export function loadRegisterUnits(database: ReadDatabase): RegisterUnit[] {
  const sql = `
    SELECT unit.code, unit.level, CASE unit.level WHEN 'commune' THEN parent.code END AS province,
      unit_name.name, unit_name.role, unit_name.kind, unit_name.name_en AS nameEn,
      unit_name.valid_from AS "from", unit_name.valid_to AS "to", unit.valid_from AS begins, unit.valid_to AS ends
    FROM unit JOIN unit_name ON unit_name.unit_id = unit.id LEFT JOIN unit AS parent ON parent.id = unit.parent_id
    ORDER BY unit.code, unit_name.role <> 'official', unit_name.valid_from`;
  const units = new Map<string, { unit: Omit<RegisterUnit, 'names'>; names: RegisterName[] }>();
  for (const { code, level, province, begins, ends, ...name } of database.prepare(sql).all() as NameRow[]) {
    const known = units.get(code);
    if (known === undefined)
      units.set(code, {
        unit: { code, level, province, held: { from: begins, until: ends } },
        names: [name],
      });
    else known.names.push(name);
  }
  return [...units.values()].map(({ unit, names }) => ({ ...unit, names }));
}

/** Everything that the register is made of as one text: the same text, the same register. */
export function registerText(database: ReadDatabase): string {
  const columns = (...names: readonly string[]) =>
    names.map((name) => `ifnull(${name}, '')`).join(` || '|' || `);
  const unit = columns('id', 'code', 'level', 'parent_id', 'valid_from', 'valid_to');
  const name = columns('unit_id', 'name', 'role', 'kind', 'name_en', 'valid_from', 'valid_to');
  const sql = `
    SELECT (SELECT group_concat(${unit}, char(10)) FROM unit), (SELECT group_concat(${name}, char(10)) FROM unit_name)`;
  return (database.prepare(sql).raw().get() as (string | null)[]).join('\n\n');
}

/** Indicators with every name, in the order of the catalogue: all there ever were, or those of a day. */
export function loadIndicatorWords(
  database: ReadDatabase,
  day?: string,
): (IndicatorWords & { readonly definition: string })[] {
  const sql = `
    SELECT code, kind, name, name_en AS nameEn, short_name AS shortName, short_name_en AS shortNameEn, definition,
      words ->> '$.value' AS words, words ->> '$.numerator' AS numeratorWords
    FROM indicator WHERE :day IS NULL OR (${heldOn('indicator', ':day')}) ORDER BY position`;
  type Row = Omit<IndicatorWords, 'words' | 'numeratorWords'> & {
    readonly definition: string;
    readonly words: string | null;
    readonly numeratorWords: string | null;
  };
  const list = (text: string | null): string[] => (text === null ? [] : (JSON.parse(text) as string[]));
  return (database.prepare(sql).all({ day: day ?? null }) as Row[]).map((row) => ({
    ...row,
    ...{ words: list(row.words), numeratorWords: list(row.numeratorWords) },
  }));
}

/** From when until when each indicator is in the plan, by code. */
export function loadHeld(database: ReadDatabase): Map<string, Held> {
  const sql = 'SELECT code, valid_from AS "from", valid_to AS until FROM indicator';
  const rows = database.prepare(sql).all() as (Held & { readonly code: string })[];
  return new Map(rows.map(({ code, ...held }) => [code, held]));
}

/** Row ids by code. */
export function loadIds(database: ReadDatabase, table: 'unit' | 'indicator' | 'cut'): Map<string, number> {
  const rows = database.prepare(`SELECT code, id FROM ${table}`).all() as { code: string; id: number }[];
  return new Map(rows.map(({ code, id }) => [code, id]));
}

/** What the sender's columns meant before, by folded header. */
export function loadRememberedColumns(database: ReadDatabase, sender: string): Map<string, Meaning> {
  const sql = 'SELECT header, meaning FROM sender_column WHERE sender = ?';
  const rows = database.prepare(sql).all(sender) as { header: string; meaning: string }[];
  return new Map(
    rows.flatMap(({ header, meaning }) => {
      const known = meaningFromKey(meaning);
      return known === null ? [] : [[header, known] as const];
    }),
  );
}

/** Keeps what a column of this sender means; a later choice replaces it. */
export function rememberColumn(
  database: WriteDatabase,
  sender: string,
  header: string,
  meaning: Meaning,
  at: string,
): void {
  const sql = `
    INSERT INTO sender_column (sender, header, meaning, chosen_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (sender, header) DO UPDATE SET meaning = excluded.meaning, chosen_at = excluded.chosen_at`;
  database.prepare(sql).run(sender, header, meaningKey(meaning), at);
}

/** A further way to write a unit's name, confirmed by a person; nothing when it is known already. */
export function learnName(database: WriteDatabase, unitId: number, name: string, day: string): void {
  const sql = `
    INSERT INTO unit_name (unit_id, role, name, valid_from)
    SELECT :unitId, 'learned', :name, :day
    WHERE NOT EXISTS (SELECT 1 FROM unit_name WHERE unit_id = :unitId AND name = :name)`;
  database.prepare(sql).run({ unitId, name, day });
}

export interface NewSource {
  readonly uuid: string;
  readonly kind: SourceKind;
  readonly name: string;
  readonly nameEn: string | null;
  readonly sha256: string | null;
  readonly bytes: number | null;
  readonly sheets: readonly string[];
  readonly senderId: number | null;
  readonly receivedAt: string;
  readonly note: string | null;
  readonly noteEn: string | null;
}

export function insertSource(database: WriteDatabase, source: NewSource): number {
  const sql = `
    INSERT INTO source (uuid, kind, name, name_en, sha256, bytes, sheets, sender_unit_id, received_at, note, note_en)
    VALUES (:uuid, :kind, :name, :nameEn, :sha256, :bytes, :sheets, :senderId, :receivedAt, :note, :noteEn)`;
  const result = database.prepare(sql).run({ ...source, sheets: JSON.stringify(source.sheets) });
  return Number(result.lastInsertRowid);
}

export interface NewRun {
  readonly uuid: string;
  readonly sourceId: number;
  readonly cutId: number;
  readonly kind: 'import' | 'correction' | 'snapshot';
  /** The run of the data file that this one stands within. */
  readonly throughId: number | null;
  readonly at: string;
  readonly who: string;
  readonly reason: string | null;
  /** Typed into the entry grid; else it came as a file. */
  readonly isTyped?: boolean;
}

export function insertRun(database: WriteDatabase, run: NewRun): number {
  const sql = `
    INSERT INTO import_run (uuid, source_id, cut_id, kind, state, committed_at, who, reason, through_id, detail)
    VALUES (:uuid, :sourceId, :cutId, :kind, 'committed', :at, :who, :reason, :throughId, :detail)`;
  const { isTyped = false, ...columns } = run;
  const detail = isTyped ? JSON.stringify({ typed: true }) : null;
  return Number(database.prepare(sql).run({ ...columns, detail }).lastInsertRowid);
}

export interface RunTotals {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

export function setRunTotals(database: WriteDatabase, runId: number, totals: RunTotals): void {
  const sql =
    'UPDATE import_run SET rows = :rows, added = :added, changed = :changed, same = :same WHERE id = :runId';
  database.prepare(sql).run({ ...totals, runId });
}

/** On top of what the run has counted. */
export function addRunTotals(database: WriteDatabase, runId: number, totals: RunTotals): void {
  const sql = `UPDATE import_run SET rows = rows + :rows, added = added + :added, changed = changed + :changed,
    same = same + :same WHERE id = :runId`;
  database.prepare(sql).run({ ...totals, runId });
}

export interface RunRow {
  readonly id: number;
  readonly run: string;
  readonly sourceId: number;
  readonly file: string;
  readonly cut: string | null;
  readonly cutId: number | null;
  readonly kind: string;
  readonly state: 'committed' | 'undone';
  readonly at: string;
  readonly who: string;
  readonly reason: string | null;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
  /** Typed into the entry grid. */
  readonly isTyped: 0 | 1;
  /** Stands within another run of its import, and is not listed. */
  readonly isWithin: 0 | 1;
}

const SELECT_RUNS = `
  SELECT import_run.id, import_run.uuid AS run, import_run.source_id AS sourceId, source.name AS file,
    cut.code AS cut, import_run.cut_id AS cutId, import_run.kind, import_run.state,
    import_run.committed_at AS at, import_run.who, import_run.reason, import_run.rows, import_run.added,
    import_run.changed, import_run.same, import_run.undone_at AS undoneAt, import_run.undone_by AS undoneBy,
    ifnull(json_extract(import_run.detail, '$.typed'), 0) AS isTyped,
    import_run.through_id IS NOT NULL AS isWithin
  FROM import_run JOIN source ON source.id = import_run.source_id LEFT JOIN cut ON cut.id = import_run.cut_id`;

/** Runs that came from files, into one cut if asked, newest first. */
export function listRuns(database: ReadDatabase, cutId: number | null, page: Page): RunRow[] {
  const sql = `${SELECT_RUNS} WHERE import_run.kind IN ('import', 'correction', 'snapshot')
    ${cutId === null ? '' : 'AND import_run.cut_id = :cutId'} AND import_run.through_id IS NULL
    ORDER BY import_run.id DESC LIMIT :limit OFFSET :offset`;
  return database.prepare(sql).all({ ...page, cutId }) as RunRow[];
}

/** All listed runs that one import brought, undone ones too, found by the id of any of them. */
export function listRunsOfImport(database: ReadDatabase, run: string): RunRow[] {
  const sql = `${SELECT_RUNS} WHERE import_run.kind IN ('import', 'correction', 'snapshot')
    AND import_run.through_id IS NULL
    AND import_run.source_id = (SELECT source_id FROM import_run WHERE uuid = ?) ORDER BY import_run.id`;
  return database.prepare(sql).all(run) as RunRow[];
}

/**
 * All runs that one import brought, found by the id of any that is listed, with those that stand within them; empty
 * when there is none to undo.
 */
export function findImport(database: ReadDatabase, run: string): RunRow[] {
  const sql = `
    WITH listed AS (SELECT id FROM import_run
      WHERE source_id = (SELECT source_id FROM import_run WHERE uuid = ? AND through_id IS NULL))
    ${SELECT_RUNS} WHERE import_run.state = 'committed' AND import_run.kind IN ('import', 'correction', 'snapshot')
    AND import_run.id IN (SELECT id FROM listed UNION SELECT inner_run.id FROM listed
      JOIN import_run AS inner_run ON inner_run.through_id = listed.id) ORDER BY import_run.id`;
  return database.prepare(sql).all(run) as RunRow[];
}

/** The first run of the newest import in force of a file of these bytes. */
export function findSeen(database: ReadDatabase, sha256: string): RunRow | null {
  const sql = `${SELECT_RUNS} WHERE source.sha256 = ? AND import_run.state = 'committed'
    AND import_run.through_id IS NULL ORDER BY import_run.source_id DESC, import_run.id LIMIT 1`;
  return (database.prepare(sql).get(sha256) as RunRow | undefined) ?? null;
}

/** Communes and districts that are no more, with where they lay and the codes of what they went into. */
export function loadFormerUnits(database: ReadDatabase): FormerUnit[] {
  const sql = `
    SELECT own.level, own.code, own.name, own.ended_on AS endedOn, above.level AS aboveLevel,
      above.code AS aboveCode, above.name AS aboveName, top.code AS topCode, top.name AS topName,
      json_group_array(former_successor.code) FILTER (WHERE former_successor.code IS NOT NULL) AS successors
    FROM former_unit AS own LEFT JOIN former_successor ON former_successor.former_id = own.id
      LEFT JOIN former_unit AS above ON above.id = own.parent_id
      LEFT JOIN former_unit AS top ON top.id = above.parent_id
    WHERE own.level <> 'province' GROUP BY own.id`;
  return (database.prepare(sql).all() as FormerRow[]).map((row) => {
    const isInProvince = row.aboveLevel === 'province';
    const [code, name] = isInProvince ? [row.aboveCode, row.aboveName] : [row.topCode, row.topName];
    return {
      ...{ level: row.level, code: row.code, name: row.name, endedOn: row.endedOn },
      into: JSON.parse(row.successors) as string[],
      district: isInProvince ? null : row.aboveName,
      province: code === null || name === null ? null : { code, name },
    };
  });
}

interface FormerRow {
  readonly level: FormerUnit['level'];
  readonly code: string;
  readonly name: string;
  readonly endedOn: string;
  readonly aboveLevel: string | null;
  readonly aboveCode: string | null;
  readonly aboveName: string | null;
  readonly topCode: string | null;
  readonly topName: string | null;
  readonly successors: string;
}
