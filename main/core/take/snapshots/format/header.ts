import { closeSync, openSync, readSync } from 'node:fs';
import { SNAPSHOT_APPLICATION_ID } from './constants.ts';

// Offsets of the SQLite file header (https://www.sqlite.org/fileformat2.html, sections 1.3 and 1.6).
const MAGIC = 'SQLite format 3\0';
const PAGE_SIZE_AT = 16;
const WRITE_VERSION_AT = 18;
const READ_VERSION_AT = 19;
const RESERVED_AT = 20;
const PAGES_AT = 28;
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;
/** The first page's own header follows the file's. */
const PAGE_KIND_AT = 100;
const CELLS_AT = 103;
const READ_BYTES = 112;
const LEAF_TABLE_PAGE = 0x0d;
/** Of bytes 18 and 19: a rollback journal. 2 would be a write-ahead log. */
const ROLLBACK_JOURNAL = 1;

/** What the first bytes of a file say, before SQLite has seen any of it. */
export interface SnapshotHeader {
  readonly isDatabase: boolean;
  readonly applicationId: number;
  readonly version: number;
  readonly pageBytes: number;
  readonly reservedBytes: number;
  readonly pages: number;
  readonly isRollbackJournal: boolean;
  /** The whole schema lies on the first page. */
  readonly isSchemaOnOnePage: boolean;
  /** Objects of the schema, when it lies on one page. */
  readonly schemaEntries: number;
}

/** Reads the header; a shorter file counts as no database. */
export function readHeader(path: string): SnapshotHeader {
  const bytes = firstBytes(path);
  const isDatabase = bytes.length === READ_BYTES && bytes.toString('latin1', 0, 16) === MAGIC;
  const header = Buffer.alloc(READ_BYTES);
  bytes.copy(header);
  const pageBytes = header.readUInt16BE(PAGE_SIZE_AT);
  return {
    isDatabase,
    applicationId: header.readUInt32BE(APPLICATION_ID_AT),
    version: header.readUInt32BE(USER_VERSION_AT),
    // 65536 does not fit the field and is written as 1.
    pageBytes: pageBytes === 1 ? 65_536 : pageBytes,
    reservedBytes: header.readUInt8(RESERVED_AT),
    pages: header.readUInt32BE(PAGES_AT),
    isRollbackJournal:
      header.readUInt8(WRITE_VERSION_AT) === ROLLBACK_JOURNAL &&
      header.readUInt8(READ_VERSION_AT) === ROLLBACK_JOURNAL,
    isSchemaOnOnePage: header.readUInt8(PAGE_KIND_AT) === LEAF_TABLE_PAGE,
    schemaEntries: header.readUInt16BE(CELLS_AT),
  };
}

/** Whether a file says of itself that it is a snapshot, of whatever version. */
export function hasSnapshotMark(path: string): boolean {
  const { isDatabase, applicationId } = readHeader(path);
  return isDatabase && applicationId === SNAPSHOT_APPLICATION_ID;
}

function firstBytes(path: string): Buffer {
  const descriptor = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(READ_BYTES);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, READ_BYTES, 0));
  } finally {
    closeSync(descriptor);
  }
}
