import { randomUUID } from 'node:crypto';
import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SNAPSHOT_LIMITS } from '#main/core/take/snapshots/format/constants.ts';
import { clearDeadProcesses } from '#main/core/work/process-folders.ts';
import { makePrivateFolder, PRIVATE_FILE } from '#main/files/private.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { FilePlace } from '#shared/contract/uploads.ts';

/** More than a person has in hand; the oldest gives way. */
const UPLOADS_AT_MOST = 8;
/** Data files are the largest that come this way. */
const BYTES_AT_MOST = SNAPSHOT_LIMITS.fileBytes;

declare module '#main/core/ground/context.ts' {
  interface Context {
    readonly uploads: Uploads;
  }
}

interface Upload {
  readonly name: string;
  readonly path: string;
  /** Ours to remove: pieces of a page, not a file that lies where its owner put it. */
  readonly isOurs: boolean;
  bytes: number;
}

/** Files that a page hands over piece by piece: a page knows no paths. */
export interface Uploads {
  /** Adds a piece, to a new upload when none is named; gives its id. UPLOAD_UNKNOWN, INPUT_INVALID above the limit. */
  readonly add: (id: string | undefined, name: string, piece: Buffer) => string;
  /** Remembers a file of this machine that was handed to the program; gives the id by which a page may open it. */
  readonly hand: (path: string) => string;
  /** Where the file lies, and what its sender calls it. UPLOAD_UNKNOWN. */
  readonly find: (place: FilePlace) => { readonly path: string; readonly name: string };
  /** Removes what is left of it; what is unknown stays so. */
  readonly forget: (id: string) => void;
  readonly closeAll: () => void;
}

/** Uploads that lie in a private folder of this process below `root`. */
export function createUploads(root: string): Uploads {
  const folder = join(root, String(process.pid));
  const uploads = new Map<string, Upload>();
  const drop = (id: string): void => {
    const upload = uploads.get(id);
    if (upload?.isOurs === true) rmSync(upload.path, { force: true });
    uploads.delete(id);
  };
  const keep = (id: string, upload: Upload): string => {
    const [oldest] = uploads.keys();
    if (uploads.size >= UPLOADS_AT_MOST && oldest !== undefined) drop(oldest);
    uploads.set(id, upload);
    return id;
  };
  const start = (name: string): string => {
    if (uploads.size === 0) clearDeadProcesses(root);
    makePrivateFolder(folder);
    const id = randomUUID();
    return keep(id, { name, path: join(folder, `${id}.upload`), isOurs: true, bytes: 0 });
  };
  const require = (id: string): Upload => {
    const upload = uploads.get(id);
    if (upload === undefined) throw new UserError('UPLOAD_UNKNOWN');
    return upload;
  };
  return {
    add: (known, name, piece) => {
      const id = known ?? start(name);
      const upload = require(id);
      upload.bytes += piece.length;
      if (upload.bytes > BYTES_AT_MOST) {
        drop(id);
        throw new UserError('INPUT_INVALID', { problem: `${name} > ${BYTES_AT_MOST / 1024 ** 2} MB` });
      }
      appendFileSync(upload.path, piece, { mode: PRIVATE_FILE });
      return id;
    },
    hand: (path) => keep(randomUUID(), { name: path, path, isOurs: false, bytes: 0 }),
    find: (place) => ('upload' in place ? require(place.upload) : { path: place.path, name: place.path }),
    forget: drop,
    closeAll: () => rmSync(folder, { recursive: true, force: true }),
  };
}
