import { existsSync, statSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { extname, isAbsolute, join } from 'node:path';
import { makeFolder } from '#main/core/files/data-folder.ts';
import { sha256 } from '#main/core/files/hash.ts';
import { beginFile, type UnfinishedFile } from '#main/core/files/unfinished-file.ts';
import { version } from '#main/core/ground/application/version.ts';
import { readActiveRules } from '#main/core/ground/rules/store.ts';
import { readWorkspace } from '#main/core/ground/workspace/store.ts';
import { judgementVersionOf } from '#main/core/judge/judgement/version.ts';
import { pause } from '#main/core/work/progress.ts';
import { LATEST_VERSION } from '#main/db/migrate.ts';
import { type OpenOptions, openReader, type ReadDatabase, type WriteDatabase } from '#main/db/open.ts';
import { transact } from '#main/db/transaction.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { SnapshotManifest } from '#shared/contract/snapshots.ts';
import { attachWorkspace, copyTables, describeScope, lastChange, mapScope } from './export-store.ts';
import { explainWriting } from './file-trouble.ts';
import { SNAPSHOT_ENDING } from './format/constants.ts';
import { createSnapshotFile } from './format/create-store.ts';
import { hashSnapshot } from './format/file-hash.ts';
import { hasSnapshotMark } from './format/header.ts';
import { makeSeal, SEAL_AT, type Signer } from './format/seal.ts';
import { type FormatVersion, newestFormat } from './format/versions.ts';
import { openSigner } from './keys/key-file.ts';
import { writeManifest } from './manifest-store.ts';
import { type Selection, selectContent } from './scope.ts';
import { part, type Watch } from './watch.ts';

/** Plain data, so that the work may be done in another thread. */
export interface CreateInput {
  /** Database of the workspace. */
  readonly workspace: string;
  readonly dataFolder: string;
  readonly database: OpenOptions;
  /** Version of the boundaries that this application draws. */
  readonly boundaries: string;
  /** Now. */
  readonly at: string;
  readonly province?: string | undefined;
  readonly cuts?: readonly string[] | undefined;
  readonly who?: string | undefined;
  /** Signed with the key of the data folder when given. */
  readonly sign?: { readonly passphrase?: string | undefined } | undefined;
  /** Folder for a file with a name of ours, or the path that was asked for. */
  readonly target: { readonly folder: string } | { readonly path: string };
}

export interface CreatedSnapshot {
  readonly path: string;
  readonly manifest: SnapshotManifest;
  readonly sha256: string;
  readonly bytes: number;
  readonly signedBy: string | null;
}

/**
 * Writes a snapshot of the workspace: one state of the data, however long it takes and whoever writes beside it.
 * Under its name the file lies whole or not at all; when this throws nothing is left. Errors as of
 * `explainWriting`, SNAPSHOT_TARGET_UNFIT, CUT_UNKNOWN, UNIT_UNKNOWN, NO_DATA, KEY_MISSING, PASSPHRASE_WRONG (a wrong one costs no wait).
 */
export async function createSnapshot(input: CreateInput, watch: Watch): Promise<CreatedSnapshot> {
  const signer = input.sign === undefined ? null : openSigner(input.dataFolder, input.sign.passphrase);
  const workspace = openReader(input.workspace, input.database);
  try {
    const selection = selectContent(workspace, input);
    const path = await targetPath(input.target, selection);
    return await writeFile(path, workspace, selection, signer, input, watch);
  } finally {
    workspace.close();
  }
}

async function writeFile(
  path: string,
  workspace: ReadDatabase,
  selection: Selection,
  signer: Signer | null,
  input: CreateInput,
  watch: Watch,
): Promise<CreatedSnapshot> {
  let unfinished: UnfinishedFile | undefined;
  try {
    unfinished = beginFile(path);
    const manifest = await writeTables(unfinished.path, workspace, selection, input, watch);
    const hash = await sealFile(unfinished.path, signer, watch);
    const { size } = await stat(unfinished.path);
    unfinished.finish();
    const sha256 = hash.toString('hex');
    return { path, manifest, sha256, bytes: size, signedBy: signer?.name ?? null };
  } catch (error) {
    throw explainWriting(error, path);
  } finally {
    unfinished?.drop();
  }
}

/** Copying the tables takes the bar this far. */
const WRITTEN = 80;

async function writeTables(
  path: string,
  workspace: ReadDatabase,
  selection: Selection,
  input: CreateInput,
  watch: Watch,
): Promise<SnapshotManifest> {
  const tell = part(watch, 'write', 0, WRITTEN);
  const format = newestFormat(input.database);
  const file = createSnapshotFile(path, format, input.database);
  try {
    attachWorkspace(file, workspace.name);
    // An immediate one would lock the workspace beside it, which is only read.
    return await transact(file, 'DEFERRED', async () => {
      mapScope(file, selection);
      const activeRules = readActiveRules(workspace).version;
      const copying = copyTables(file, format, { activeRules, asOf: selection.asOf });
      let step = copying.next();
      for (let done = 0; step.done !== true; done += 1) {
        tell(done / format.dataTables.length);
        await pause(watch.signal);
        step = copying.next();
      }
      const rules = { active: activeRules, judgement: judgementVersionOf(workspace) };
      const isPractice = (readWorkspace(workspace)?.practiceSince ?? null) !== null;
      const manifest = describe(file, format, selection, step.value, { ...rules, isPractice }, input);
      writeManifest(file, manifest);
      return manifest;
    });
  } finally {
    file.close();
  }
}

function describe(
  file: WriteDatabase,
  format: FormatVersion,
  { scope, cuts, months, asOf }: Selection,
  counts: Record<string, number>,
  {
    isPractice,
    ...rules
  }: { readonly active: number; readonly judgement: number; readonly isPractice: boolean },
  input: CreateInput,
): SnapshotManifest {
  const { communes, sourceKinds } = describeScope(file);
  const content = {
    format: format.version,
    changedAt: lastChange(file) ?? asOf,
    asOf,
    scope,
    cuts: cuts.map((cut) => cut.code),
    months: months.map((cut) => cut.code),
    communes,
    ruleVersion: rules.active,
    judgement: rules.judgement,
    schemaVersion: LATEST_VERSION,
    boundaries: input.boundaries,
    maker: { program: `KH02 Center ${version}`, who: input.who ?? null },
    sourceKinds: sourceKinds as SnapshotManifest['sourceKinds'],
    ...(isPractice ? { practice: true as const } : {}),
    counts,
  };
  return { id: idOf(JSON.stringify(content)), ...content };
}

/** A UUID of its own (RFC 9562, version 8) for everything that a file says about itself. */
function idOf(text: string): string {
  const digits = sha256(text);
  const parts = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `a${digits.slice(17, 20)}`,
  ];
  return [...parts, digits.slice(20, 32)].join('-');
}

/** Hashes the finished file, writes hash and signature into their place and flushes everything to the disk. */
async function sealFile(path: string, signer: Signer | null, watch: Watch): Promise<Buffer> {
  const onShare = part(watch, 'seal', WRITTEN, 100);
  const file = await open(path, 'r+');
  try {
    // The disk writes what is there while the processor hashes it; afterwards only the seal's page is left.
    const [hash] = await Promise.all([
      hashSnapshot(path, { signal: watch.signal, onShare }),
      file.datasync(),
    ]);
    await file.write(makeSeal(hash, signer), 0, undefined, SEAL_AT);
    await file.sync();
    return hash;
  } finally {
    await file.close();
  }
}

async function targetPath(target: CreateInput['target'], selection: Selection): Promise<string> {
  if ('folder' in target) {
    makeFolder(target.folder);
    return freeName(target.folder, nameOf(selection));
  }
  const { path } = target;
  const unfit = (reason: string) => new UserError('SNAPSHOT_TARGET_UNFIT', { file: path, reason });
  if (!isAbsolute(path) || extname(path).toLowerCase() !== SNAPSHOT_ENDING) throw unfit('ending');
  // Only a snapshot may be replaced: a wrong path must not cost anybody another file.
  if (existsSync(path) && !isSnapshot(path)) throw unfit('foreign');
  return path;
}

function isSnapshot(path: string): boolean {
  try {
    return statSync(path).isFile() && hasSnapshotMark(path);
  } catch (error) {
    throw explainWriting(error, path);
  }
}

/** `kh02-VN-2025-12-29T0900Z.kh02`: unit and as-of time in the name, as in every export. */
function nameOf({ scope, asOf }: Selection): string {
  return `kh02-${scope.code}-${asOf.slice(0, 16).replace(':', '')}Z`;
}

function freeName(folder: string, stem: string): string {
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${stem}${number === 1 ? '' : `-${number}`}${SNAPSHOT_ENDING}`);
    if (!existsSync(path)) return path;
  }
}
