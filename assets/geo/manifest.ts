import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type Measures, measure } from './measure.ts';
import type { Source } from './source.ts';
import type { BoundaryTopology } from './topology.ts';

export interface FileEntry extends Measures {
  name: string;
  bytes: number;
  /** At the strongest level; another zlib can differ by a few bytes. */
  gzipBytes: number;
  sha256: string;
}

export interface Manifest {
  /** First twelve digits of the SHA-256 of all boundary files: snapshots name the boundaries by it. */
  version: string;
  source: string;
  sourceSha256: string;
  files: FileEntry[];
}

/** What manifest.json says of the files as they are written; nothing in it depends on the day or the machine. */
export function describeFiles(
  files: ReadonlyMap<string, string>,
  source: Pick<Source, 'format' | 'communes'>,
  sourceText: string,
): Manifest {
  const all = createHash('sha256');
  for (const text of files.values()) all.update(text);
  return {
    version: all.digest('hex').slice(0, 12),
    source: `computed from a ${source.format} file of ${source.communes} communes`,
    sourceSha256: sha256(sourceText),
    files: [...files].map(([name, text]) => describe(name, text)),
  };
}

function describe(name: string, text: string): FileEntry {
  return {
    name,
    bytes: Buffer.byteLength(text),
    gzipBytes: gzipSync(text, { level: 9 }).length,
    sha256: sha256(text),
    ...measure(JSON.parse(text) as BoundaryTopology),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
