import type { Reason } from '#shared/domain/model.ts';
import { EXPECTED_SCHEMA_ENTRIES } from './check-schema.ts';
import { FORMAT_VERSION, PAGE_BYTES, SNAPSHOT_APPLICATION_ID, SNAPSHOT_LIMITS } from './format/constants.ts';
import { readHeader } from './format/header.ts';
import { snapshotReason as reason } from './snapshot-reason.ts';

/**
 * Why the file is refused before SQLite sees it; null when it may be looked into. From here on the schema lies on
 * one page and has as many entries as ours, so that reading it costs what it should.
 */
export function checkHeader(path: string, size: number): Reason | null {
  if (size > SNAPSHOT_LIMITS.fileBytes) {
    return reason('TOO_LARGE', {
      megabytes: toMegabytes(size),
      limit: toMegabytes(SNAPSHOT_LIMITS.fileBytes),
    });
  }
  const header = readHeader(path);
  if (!header.isDatabase || header.applicationId !== SNAPSHOT_APPLICATION_ID) return reason('NOT_A_SNAPSHOT');
  if (header.version > FORMAT_VERSION) {
    return reason('FORMAT_NEWER', { found: header.version, known: FORMAT_VERSION });
  }
  if (header.version !== FORMAT_VERSION) return reason('FORMAT_UNKNOWN', { found: header.version });
  const expected = header.pages * PAGE_BYTES;
  if (size < expected) return reason('TRUNCATED', { bytes: size, expected });
  const isLaidOut = header.pageBytes === PAGE_BYTES && header.reservedBytes === 0 && header.isRollbackJournal;
  if (!isLaidOut || size < 2 * PAGE_BYTES) return reason('LAYOUT_FOREIGN');
  if (!header.isSchemaOnOnePage || header.schemaEntries !== EXPECTED_SCHEMA_ENTRIES) {
    return reason('SCHEMA_FOREIGN', { objects: header.schemaEntries });
  }
  return null;
}

function toMegabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 ** 2);
}
