import { open, stat } from 'node:fs/promises';
import { pause } from '#main/core/work/progress.ts';
import type { OpenOptions, ReadDatabase } from '#main/db/open.ts';
import { openForeign } from '#main/db/open-foreign.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { SnapshotManifest, SnapshotReport, Verdict } from '#shared/contract/snapshots.ts';
import type { Reason } from '#shared/domain/model.ts';
import { contentChecks } from './check-content-store.ts';
import { checkFigures } from './check-figures.ts';
import { checkHeader } from './check-header.ts';
import { checkSchema } from './check-schema-store.ts';
import { hashSnapshot } from './format/file-hash.ts';
import { fingerprintOf, isSignatureRight, readSeal, SEAL_AT, SEAL_BYTES } from './format/seal.ts';
import type { FormatVersion } from './format/versions.ts';
import { isOutdated } from './judge-loaded.ts';
import { readManifest } from './manifest-store.ts';
import { snapshotReason as reason } from './snapshot-reason.ts';
import { part, type Watch } from './watch.ts';

/** A key that this machine trusts, by its raw bytes in base64. */
export interface Trust {
  nameOf(publicKey: string): string | null;
  /** Whether another key is trusted under this name. */
  hasName(name: string): boolean;
}

/** Findings of one kind decide together; the gravest kind gives the verdict. */
interface Finding {
  readonly verdict: Verdict;
  readonly reason: Reason;
}

/**
 * Judges a file that may have been made to harm. Nothing is written beside it and it is changed by nobody meanwhile
 * (see `withStableFile`). FILE_UNREADABLE when it cannot be read at all; everything else is in the report. `upTo`:
 * the percentage at which the judgement is done, where more work follows.
 */
export async function inspectSnapshot(
  path: string,
  shownPath: string,
  trust: Trust,
  options: OpenOptions,
  watch: Watch = {},
  upTo = 100,
): Promise<SnapshotReport> {
  const { size } = await stat(path).catch((cause: unknown) => {
    throw new UserError('FILE_UNREADABLE', { file: shownPath }, { cause });
  });
  const base = { file: shownPath, bytes: size };
  const format = checkHeader(path, size, options);
  if ('refused' in format) return refusal(base, format.refused);
  const seal = await judgeSeal(path, trust, watch);
  const inside = await judgeInside({ path, format, options, seal }, watch, upTo);
  const findings = [...inside.findings, ...seal.findings];
  const verdict = gravest(findings);
  const canOpen = inside.isSound && verdict !== 'refused';
  return {
    ...base,
    verdict,
    reasons: findings.filter((one) => one.verdict === verdict).map((one) => one.reason),
    canOpen,
    isJudgedAnew: canOpen && inside.manifest !== null && isOutdated(inside.manifest),
    manifest: inside.manifest,
    key: seal.key,
    sha256: seal.sha256,
  };
}

function refusal(base: Pick<SnapshotReport, 'file' | 'bytes'>, reason: Reason): SnapshotReport {
  const nothing = { canOpen: false, isJudgedAnew: false, manifest: null, key: null, sha256: null };
  return { ...base, verdict: 'refused', reasons: [reason], ...nothing };
}

const GRAVITY: readonly Verdict[] = ['refused', 'altered', 'unsigned', 'verified'];

function gravest(findings: readonly Finding[]): Verdict {
  return GRAVITY.find((verdict) => findings.some((one) => one.verdict === verdict)) ?? 'unsigned';
}

interface SealJudgement {
  readonly findings: readonly Finding[];
  readonly isHashRight: boolean;
  readonly isTrusted: boolean;
  readonly sha256: string;
  readonly key: SnapshotReport['key'];
}

/** Where the bar stands when a possible copy has been made, and when the hash is known. */
const COPIED = 10;
const HASHED = 30;

async function judgeSeal(path: string, trust: Trust, watch: Watch): Promise<SealJudgement> {
  const bytes = await readBytes(path, SEAL_AT, SEAL_BYTES);
  const { hash, signature } = readSeal(bytes);
  const onShare = part(watch, 'hash', COPIED, HASHED);
  const found = await hashSnapshot(path, { signal: watch.signal, onShare });
  const sha256 = found.toString('hex');
  const isHashRight = found.equals(hash);
  const changed: Finding = { verdict: 'altered', reason: reason('CONTENT_CHANGED') };
  if (signature === null) {
    const unsigned: Finding = { verdict: 'unsigned', reason: reason('NO_SIGNATURE') };
    return { findings: [isHashRight ? unsigned : changed], isHashRight, isTrusted: false, sha256, key: null };
  }
  const publicKey = signature.publicKey.toString('base64');
  const isRight = isSignatureRight(bytes);
  const trustedName = isRight ? trust.nameOf(publicKey) : null;
  const name = trustedName ?? signature.name;
  const who = { name, fingerprint: fingerprintOf(signature.publicKey) };
  const key = { ...who, isTrusted: trustedName !== null };
  const findings: Finding[] = isHashRight ? [] : [changed];
  if (!isRight) findings.push({ verdict: 'altered', reason: reason('SIGNATURE_WRONG', { name }) });
  else if (trustedName !== null) findings.push({ verdict: 'verified', reason: reason('SIGNED_BY', who) });
  else {
    const code = trust.hasName(signature.name) ? 'KEY_NAME_TAKEN' : 'KEY_NOT_TRUSTED';
    findings.push({ verdict: 'unsigned', reason: reason(code, who) });
  }
  return { findings, isHashRight, isTrusted: isHashRight && trustedName !== null, sha256, key };
}

async function readBytes(path: string, at: number, length: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    await file.read(bytes, 0, length, at);
    return bytes;
  } finally {
    await file.close();
  }
}

interface Inside {
  readonly path: string;
  readonly format: FormatVersion;
  readonly options: OpenOptions;
  readonly seal: SealJudgement;
}

interface InsideJudgement {
  readonly findings: readonly Finding[];
  readonly isSound: boolean;
  readonly manifest: SnapshotManifest | null;
}

/**
 * What SQLite finds in the file. Bytes that a trusted key vouches for are those its maker wrote, so their rows are
 * not looked at one by one. Damage where the hash is wrong is only a further sign of a change; where the hash is
 * right, somebody made the file that way.
 */
async function judgeInside(
  { path, format, options, seal }: Inside,
  watch: Watch,
  upTo: number,
): Promise<InsideJudgement> {
  const damage = (cause: Reason): Finding => ({
    verdict: seal.isHashRight ? 'refused' : 'altered',
    reason: cause,
  });
  let database: ReadDatabase | null = null;
  let manifest: SnapshotManifest | null = null;
  try {
    database = openForeign(path, options);
    const foreign = checkSchema(database, format, options);
    if (foreign !== null)
      return { findings: [{ verdict: 'refused', reason: foreign }], isSound: false, manifest };
    manifest = readManifest(database);
    if (manifest === null) return { findings: [damage(reason('MANIFEST_WRONG'))], isSound: false, manifest };
    const tell = part(watch, 'content', HASHED, upTo);
    const wrong = seal.isTrusted ? [] : await checkContent(database, format, manifest, watch, tell);
    return { findings: wrong.map(damage), isSound: wrong.length === 0, manifest };
  } catch (error) {
    if (!isSqliteError(error)) throw error;
    return { findings: [damage(reason('DAMAGED'))], isSound: false, manifest };
  } finally {
    database?.close();
  }
}

/** Why the rows cannot be relied on: the first thing that is wrong with them, or every figure that cannot be. */
async function checkContent(
  database: ReadDatabase,
  format: FormatVersion,
  manifest: SnapshotManifest,
  watch: Watch,
  tell: (share: number) => void,
): Promise<readonly Reason[]> {
  const checks = contentChecks(database, format, manifest);
  for (const [done, check] of checks.entries()) {
    tell(done / (checks.length + 1));
    await pause(watch.signal);
    const wrong = check();
    if (wrong !== null) return [wrong];
  }
  return await checkFigures(database, () => pause(watch.signal));
}

function isSqliteError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE');
}
