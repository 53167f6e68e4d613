import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { CUT_STATES } from '#shared/domain/model.ts';
import { reads, writes } from './base.ts';
import { page } from './pages.ts';
import { REPORT_KINDS, reportChange, reportCounts } from './report-kinds.ts';
import { filePath, filePlace } from './uploads.ts';
import { cutReference, reason, sourceKind, unitCode } from './words.ts';

/** `verified`: whole, and signed with a key that this machine trusts. `unsigned`: whole, but nobody vouches for it. */
const VERDICTS = ['verified', 'unsigned', 'altered', 'refused'] as const;
export const verdict = z.enum(VERDICTS);
export type Verdict = z.infer<typeof verdict>;

const cutCode = z.string().max(40);
const time = z.iso.datetime();

export const snapshotScope = z.object({
  level: z.enum(['country', 'province']),
  code: unitCode,
  name: z.string().max(2000),
  nameEn: z.string().max(2000),
});
export type SnapshotScope = z.infer<typeof snapshotScope>;

/** What a file says about itself. */
export const snapshotManifest = z.object({
  format: z.number().int().positive(),
  id: z.uuid(),
  /** When the file was made: of format 1 only, later ones are told by what is in them. */
  createdAt: time.optional(),
  /** When what is in it changed last; from format 2 on. */
  changedAt: time.optional(),
  /** As-of time of the newest cut in it. */
  asOf: time,
  scope: snapshotScope,
  /** Status cuts, oldest first, and the months whose outputs they rest on. */
  cuts: z.array(cutCode).min(1).max(2000),
  months: z.array(cutCode).max(2000),
  communes: z.number().int().nonnegative(),
  ruleVersion: z.number().int(),
  /** The program's way of judging by which its statuses came about; none is the first. */
  judgement: z.number().int().positive().optional(),
  schemaVersion: z.number().int(),
  /** Version of the boundaries that the figures were drawn with. */
  boundaries: z.string().max(100),
  maker: z.object({ program: z.string().max(200), who: z.string().max(200).nullable() }),
  sourceKinds: z.array(sourceKind),
  /** Made of a practice copy; nothing where it was not. */
  practice: z.literal(true).optional(),
  /** Rows of each table. */
  counts: z.record(z.string().max(100), z.number().int().nonnegative()),
});
export type SnapshotManifest = z.infer<typeof snapshotManifest>;

export const snapshotReport = z.object({
  file: z.string(),
  bytes: z.number(),
  verdict,
  /** Why; the first one decides. */
  reasons: z.array(reason),
  /** False where the structure cannot be relied on: such a file is never opened. */
  canOpen: z.boolean(),
  /** Statuses, totals and alerts in it are of an older program: they are judged anew while it is loaded. */
  isJudgedAnew: z.boolean(),
  /** Null where nothing in the file could be believed enough to be read. */
  manifest: snapshotManifest.nullable(),
  key: z.object({ name: z.string(), fingerprint: z.string(), isTrusted: z.boolean() }).nullable(),
  /** SHA-256 of the content as the seal counts it, hexadecimal; null when the file was refused before. */
  sha256: z.string().nullable(),
});
export type SnapshotReport = z.infer<typeof snapshotReport>;

/** A snapshot that is open in this engine. */
export const openSnapshot = z.object({ id: z.uuid(), openedAt: z.string(), report: snapshotReport });
export type OpenSnapshotDto = z.infer<typeof openSnapshot>;

export const madeSnapshot = z.object({
  id: z.string(),
  file: z.string(),
  /** False when the file is no longer where it was made. */
  isThere: z.boolean(),
  madeAt: z.string(),
  asOf: z.string(),
  scope: snapshotScope,
  cuts: z.array(cutCode),
  bytes: z.number(),
  sha256: z.string(),
  signedBy: z.string().nullable(),
});
export type MadeSnapshotDto = z.infer<typeof madeSnapshot>;

/** What is being done: copying the file, hashing, looking at its rows, loading it, judging it anew; writing tables, sealing. */
export const SNAPSHOT_STEPS = ['copy', 'hash', 'content', 'load', 'judge', 'write', 'seal'] as const;
export type SnapshotStep = (typeof SNAPSHOT_STEPS)[number];

const progress = z.object({
  kind: z.literal('progress'),
  done: z.number().int(),
  total: z.number().int(),
  step: z.enum(SNAPSHOT_STEPS),
});
export type SnapshotProgress = Omit<z.infer<typeof progress>, 'kind'>;

/** A stream of how far the work is, whose last message carries what came out. */
function untilDone<const Outcome extends z.ZodRawShape>(outcome: Outcome) {
  return z.discriminatedUnion('kind', [progress, z.object({ kind: z.literal('done'), ...outcome })]);
}

const createProgress = untilDone({ made: madeSnapshot });
const verifyProgress = untilDone({ report: snapshotReport });
const openProgress = untilDone({ opened: openSnapshot });

const signingKey = z.object({
  name: z.string(),
  fingerprint: z.string(),
  madeAt: z.string(),
  isEncrypted: z.boolean(),
});
export const trustedKey = z.object({
  fingerprint: z.string(),
  name: z.string(),
  /** Raw Ed25519 public key, base64. */
  publicKey: z.string(),
  addedAt: z.string(),
  isOwn: z.boolean(),
});
export type TrustedKeyDto = z.infer<typeof trustedKey>;

const counts = { added: z.number().int(), changed: z.number().int(), same: z.number().int() };

/** Figures and reports of illustrative origin, which a real workspace does not take. */
const leftOut = z.number().int();

/** An import of a snapshot: `run` is what undo takes; the totals are those of the figures. */
export const importedSnapshot = z.object({
  run: z.string(),
  cuts: z.array(cutCode),
  rows: z.number().int(),
  ...counts,
  reports: z.array(reportCounts),
  leftOut,
});
export type ImportedSnapshot = z.infer<typeof importedSnapshot>;

/** One thing that an import would change. */
const snapshotChange = reportChange.extend({ kind: z.enum(['figure', ...REPORT_KINDS]) });
export type SnapshotChangeDto = z.infer<typeof snapshotChange>;

/** What an import of a snapshot would do. */
export const snapshotPreview = z.object({
  cuts: z.array(z.object({ code: cutCode, state: z.enum([...CUT_STATES, 'unknown']) })),
  figures: z.object(counts),
  reports: z.array(reportCounts),
  leftOut,
  /** The first of each kind. */
  changes: z.array(snapshotChange),
  /** The newest import of the same bytes that is in force. */
  seen: z.object({ run: z.string(), at: z.string(), who: z.string() }).nullable(),
});
export type SnapshotPreviewDto = z.infer<typeof snapshotPreview>;

const keyName = z.string().trim().min(1).max(60);
const passphrase = z.string().min(1).max(1000);
/** Where a page opens a file that was handed to the program: behind the '#' of its address. */
export function openingHash(upload: string): string {
  return `#/tep-so-lieu?open=${upload}`;
}

export const snapshots = {
  /** Writes a file; progress until it lies whole under its name. Stop listening to stop it: nothing is left. */
  create: writes('snapshots')
    .input(
      z.object({
        province: unitCode.optional(),
        cuts: z.array(cutReference).min(1).max(2000).optional(),
        who: z.string().trim().max(200).optional(),
        sign: z.object({ passphrase: passphrase.optional() }).optional(),
        /** Absolute path ending in .kh02; without it the file goes into the data folder. */
        to: filePath.optional(),
      }),
    )
    .output(eventIterator(createProgress)),
  /** Files made here, newest first, page by page. */
  list: reads.input(z.object(page(100)).default({ limit: 100, offset: 0 })).output(z.array(madeSnapshot)),
  /** The bytes of a file made here, in pieces of base64. */
  download: reads.input(z.object({ id: z.string() })).output(eventIterator(z.string())),
  verify: reads.input(filePlace).output(eventIterator(verifyProgress)),
  /** Verifies and opens read-only. SNAPSHOT_REFUSED where the structure cannot be relied on. */
  open: reads.input(filePlace).output(eventIterator(openProgress)),
  opened: reads.output(z.array(openSnapshot)),
  close: reads.input(z.object({ id: z.uuid() })).output(z.object({ closed: z.boolean() })),
  /** The snapshot that the caller's figures come from; null in the workspace. */
  current: reads.output(openSnapshot.nullable()),
  /** What `import` would do, with nothing written. Errors as of `import`, but for CUT_CLOSED. */
  preview: reads
    .input(z.object({ id: z.uuid(), cuts: z.array(cutCode).min(1).max(2000).optional() }))
    .output(snapshotPreview),
  /**
   * Takes figures and reports in words of an open snapshot into the workspace, by default of all its cuts; one
   * import, undone as one. SNAPSHOT_REFUSED for an altered file, CUT_CLOSED for a closed cut without a reason;
   * UNIT_UNKNOWN, INDICATOR_UNKNOWN, TASK_UNKNOWN or CATEGORY_UNKNOWN for what is not in force here. A file that is in
   * already and would change nothing gives its import; one that would change something IMPORT_SEEN, unless `again`.
   */
  import: writes('figures', 'statuses', 'alerts', 'cuts')
    .input(
      z.object({
        id: z.uuid(),
        cuts: z.array(cutCode).min(1).max(2000).optional(),
        who: z.string().trim().min(1).max(120),
        reason: z.string().trim().min(1).max(2000).optional(),
        again: z.boolean().default(false),
      }),
    )
    .output(importedSnapshot),
  keys: {
    list: reads.output(
      z.object({
        own: signingKey.nullable(),
        /** Path of the own key's file when nothing of it can be used any more. */
        damaged: z.string().nullable(),
        trusted: z.array(trustedKey),
      }),
    ),
    /**
     * Makes the key pair of this data folder and trusts it. KEY_EXISTS or KEY_DAMAGED when there is one and `replace`
     * is not set.
     */
    make: writes('snapshots')
      .input(
        z.object({ name: keyName, passphrase: passphrase.optional(), replace: z.boolean().default(false) }),
      )
      .output(signingKey),
    /** The public key as the text that others trust. */
    export: reads.output(z.object({ fileName: z.string(), text: z.string() })),
    /** Trusts the key of such a text under its name or another. */
    trust: writes('snapshots')
      .input(z.object({ text: z.string().max(10_000), name: keyName.optional() }))
      .output(trustedKey),
    distrust: writes('snapshots')
      .input(z.object({ fingerprint: z.string() }))
      .output(z.object({ removed: z.boolean() })),
  },
};
