import { hash } from 'node:crypto';
import type { Catalogue } from '#main/core/ground/catalogue/catalogue.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { atHour, type PlannedCut } from './calendar.ts';

const WHO = 'KH02 Center';
const NOTE = 'Số liệu do chương trình sinh ra để minh họa; không có tệp gửi thật.';
const NOTE_EN = 'Made by the program for illustration; no real file was sent.';

export interface NewSource {
  readonly key: string;
  readonly kind: 'published' | 'illustrative';
  readonly name: string;
  readonly nameEn: string;
  readonly sheets: readonly string[];
  readonly senderId: number | null;
  readonly receivedAt: string;
  readonly note: string;
  readonly noteEn: string;
}

/** Writes sources and the runs that brought their figures; gives the id of the run. */
export interface Provenance {
  illustrative(input: {
    readonly key: string;
    readonly name: string;
    readonly nameEn: string;
    readonly sheet?: string;
    readonly senderId?: number;
    readonly cut?: PlannedCut;
    readonly receivedAt: string;
    readonly rows: number;
  }): number;
  /** `source` is a code of the published catalogue; `rows` the figures that this cut rests on. */
  published(source: string, cut: PlannedCut | null, rows: number): number;
}

/** A UUID (version 8: our own bits) that is the same on every machine. */
export function stableUuid(key: string): string {
  const hex = hash('sha256', `kh02-2025:${key}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Publications are one source each, however many cuts their figures belong to. */
export function createProvenance(database: WriteDatabase, catalogue: Catalogue): Provenance {
  const addSource = sourceWriter(database);
  const addRun = runWriter(database);
  const publications = new Map<string, number>();
  const publication = (code: string): { id: number; receivedAt: string } => {
    const found = catalogue.published.sources.find((source) => source.code === code);
    if (!found) throw new Error(`The catalogue has no published source '${code}'`);
    const receivedAt = atHour(found.publishedOn, 8);
    const text = `${found.publisher}${found.url ? `, ${found.url}` : ''}`;
    const source: NewSource = {
      key: code,
      kind: 'published',
      name: found.name,
      nameEn: found.nameEn,
      sheets: [],
      senderId: null,
      receivedAt,
      note: text,
      noteEn: text,
    };
    const id = publications.get(code) ?? addSource(source);
    publications.set(code, id);
    return { id, receivedAt };
  };
  return {
    illustrative: ({ key, name, nameEn, sheet, senderId = null, cut, receivedAt, rows }) => {
      const sheets = sheet === undefined ? [] : [sheet];
      const source: NewSource = {
        key,
        kind: 'illustrative',
        name,
        nameEn,
        sheets,
        senderId,
        receivedAt,
        note: NOTE,
        noteEn: NOTE_EN,
      };
      return addRun(key, addSource(source), cut?.id ?? null, receivedAt, rows);
    },
    published: (code, cut, rows) => {
      const { id, receivedAt } = publication(code);
      return addRun(`${code}|${cut?.code ?? ''}`, id, cut?.id ?? null, receivedAt, rows);
    },
  };
}

function sourceWriter(database: WriteDatabase): (source: NewSource) => number {
  const insert = database.prepare(`
    INSERT INTO source (uuid, kind, name, name_en, sheets, sender_unit_id, received_at, note, note_en)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  return (source) => {
    const { key, kind, name, nameEn, sheets, senderId, receivedAt, note, noteEn } = source;
    const uuid = stableUuid(`source|${key}`);
    return Number(
      insert.run(uuid, kind, name, nameEn, JSON.stringify(sheets), senderId, receivedAt, note, noteEn)
        .lastInsertRowid,
    );
  };
}

function runWriter(database: WriteDatabase) {
  const insert = database.prepare(`
    INSERT INTO import_run (uuid, source_id, cut_id, kind, state, committed_at, who, rows, added)
    VALUES (?, ?, ?, 'built-in', 'committed', ?, '${WHO}', ?, ?)`);
  return (key: string, sourceId: number, cutId: number | null, at: string, rows: number): number =>
    Number(insert.run(stableUuid(`run|${key}`), sourceId, cutId, at, rows, rows).lastInsertRowid);
}
