import type { Context } from '#main/core/ground/context.ts';
import { readWorkspace } from '#main/core/ground/workspace/store.ts';
import { commitSteps } from '#main/core/take/intake/commit.ts';
import { settleSeen } from '#main/core/take/intake/seen.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { ImportedSnapshot, SnapshotManifest, SnapshotReport } from '#shared/contract/snapshots.ts';
import { fileNameOf } from '#shared/text/file-name.ts';
import { type Bringing, type Brought, bringAll, hasReports } from './import-content.ts';
import { kindOf, wordOf } from './import-origins.ts';
import { listSources } from './import-store.ts';
import { refusedFor } from './refused.ts';
import { requireOpen } from './service.ts';
import { snapshotReason } from './snapshot-reason.ts';

export interface ImportChoice {
  readonly id: string;
  readonly cuts?: readonly string[] | undefined;
}

export interface ImportOrder extends ImportChoice {
  readonly who: string;
  readonly reason?: string | undefined;
  /** Also where these very bytes are in already and would change something. */
  readonly again: boolean;
}

/** The open file that a choice is about, and the cuts it takes of it. */
export function openForImport(
  context: Context,
  { id, cuts }: ImportChoice,
): { bringing: Bringing; cuts: readonly string[]; manifest: SnapshotManifest } {
  if (context.snapshot !== null) throw new UserError('SNAPSHOT_READ_ONLY');
  const { context: reading, dto } = requireOpen(context.snapshots, id);
  const { report } = dto;
  const { manifest } = report;
  if (report.verdict === 'altered' || manifest === null) {
    throw refusedFor(report.file, snapshotReason('CONTENT_CHANGED'));
  }
  const isReal = requireTakable(context, report);
  const bringing = {
    isReal,
    file: reading.read,
    workspace: context.read,
    report,
    sources: listSources(reading.read),
  };
  return { bringing, manifest, cuts: cuts ?? allCuts(manifest) };
}

/**
 * Whether this is a real workspace, which leaves out what is made up. One that is no practice copy takes nothing of a
 * practice copy: PRACTICE_DATA.
 */
function requireTakable({ read }: Context, { file, manifest }: SnapshotReport): boolean {
  const workspace = readWorkspace(read);
  if (workspace?.kind !== 'real') return false;
  if (manifest?.practice === true && workspace.practiceSince === null)
    throw new UserError('PRACTICE_DATA', { file: fileNameOf(file) });
  return true;
}

/** ILLUSTRATIVE_ONLY. */
function requireSomething({ figures, reports, leftOut }: Brought, report: SnapshotReport): void {
  if (figures.size === 0 && !hasReports(reports) && leftOut > 0)
    throw new UserError('ILLUSTRATIVE_ONLY', { file: fileNameOf(report.file), count: leftOut });
}

function allCuts({ cuts, months }: SnapshotManifest): string[] {
  return [...cuts, ...months];
}

/**
 * Takes figures and reports in words of an open snapshot into the workspace as one import: compared one by one,
 * undone as a whole, each figure on the source it had there. What was computed stays in the file; statuses and alerts are computed here, by the rules in
 * force here. SNAPSHOT_REFUSED for an altered file or a figure that cannot be, CUT_CLOSED for a closed cut without a reason; UNIT_UNKNOWN,
 * INDICATOR_UNKNOWN, TASK_UNKNOWN or CATEGORY_UNKNOWN when the file has one that is not in force here. Bytes that are
 * in already bring nothing where nothing would change, else IMPORT_SEEN unless `again`.
 */
export async function importFile(
  context: Context,
  order: ImportOrder,
  signal: AbortSignal | undefined,
): Promise<ImportedSnapshot> {
  const { bringing, manifest, cuts } = openForImport(context, order);
  const { report } = bringing;
  const brought = await bringAll(bringing, cuts, signal);
  requireSomething(brought, report);
  const { figures, origins, reports, leftOut } = brought;
  const request = {
    figures,
    reports,
    dataFile: { kind: kindOf(report, bringing.isReal), ...wordOf(report), origins },
    fileName: fileNameOf(report.file),
    sha256: report.sha256 ?? '',
    bytes: report.bytes,
    sheets: [],
    province: manifest.scope.level === 'province' ? manifest.scope.code : null,
    who: order.who,
    reason: order.reason ?? null,
    at: context.clock().toISOString(),
  };
  const result = await context.writeSteps(
    function* (write) {
      return settleSeen(write, request, order.again) ?? (yield* commitSteps(write, request));
    },
    { signal },
  );
  return { run: result.run, cuts: [...result.cuts], ...result.totals, reports: [...result.reports], leftOut };
}
