import type { OpenOptions } from '#main/db/open.ts';
import type { Reason } from '#shared/domain/model.ts';
import { expectedEntries } from './check-schema-store.ts';
import { FORMAT_VERSION, PAGE_BYTES, SNAPSHOT_APPLICATION_ID, SNAPSHOT_LIMITS } from './format/constants.ts';
import { readHeader, type SnapshotHeader } from './format/header.ts';
import { type FormatVersion, formatOf } from './format/versions.ts';
import { snapshotReason as reason } from './snapshot-reason.ts';

/**
 * The format of a file that may be looked into, or why it is refused before SQLite sees it. From here on the schema
 * lies on one page and has as many entries as that version's, so that reading it costs what it should.
 */
export function checkHeader(
  path: string,
  size: number,
  options: OpenOptions,
): FormatVersion | { readonly refused: Reason } {
  if (size > SNAPSHOT_LIMITS.fileBytes) return { refused: tooLarge(size) };
  const header = readHeader(path);
  if (!header.isDatabase || header.applicationId !== SNAPSHOT_APPLICATION_ID) {
    return { refused: reason('NOT_A_SNAPSHOT') };
  }
  const format = formatOf(header.version, options);
  if (format === undefined) return { refused: unknownVersion(header.version) };
  const refused = checkLayout(header, expectedEntries(format, options), size);
  return refused === null ? format : { refused };
}

function unknownVersion(found: number): Reason {
  if (found > FORMAT_VERSION) return reason('FORMAT_NEWER', { found, known: FORMAT_VERSION });
  return reason('FORMAT_UNKNOWN', { found });
}

function checkLayout(header: SnapshotHeader, entries: number, size: number): Reason | null {
  const expected = header.pages * PAGE_BYTES;
  if (size < expected) return reason('TRUNCATED', { bytes: size, expected });
  const isLaidOut = header.pageBytes === PAGE_BYTES && header.reservedBytes === 0 && header.isRollbackJournal;
  if (!isLaidOut || size < 2 * PAGE_BYTES) return reason('LAYOUT_FOREIGN');
  if (!header.isSchemaOnOnePage || header.schemaEntries !== entries) {
    return reason('SCHEMA_FOREIGN', { objects: header.schemaEntries });
  }
  return null;
}

function tooLarge(size: number): Reason {
  const limit = toMegabytes(SNAPSHOT_LIMITS.fileBytes);
  return reason('TOO_LARGE', { megabytes: toMegabytes(size), limit });
}

function toMegabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 ** 2);
}
