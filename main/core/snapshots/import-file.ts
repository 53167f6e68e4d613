import type { Context } from '#main/core/context.ts';
import { commitSteps } from '#main/core/intake/commit.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { ImportedSnapshot, SnapshotManifest, SnapshotReport } from '#shared/contract/snapshots.ts';
import type { SourceKind } from '#shared/domain/model.ts';
import { bringAll } from './import-content.ts';
import { markAsSnapshot } from './import-store.ts';
import { requireOpen } from './service.ts';

export interface ImportChoice {
  readonly id: string;
  readonly cuts?: readonly string[] | undefined;
}

export interface ImportOrder extends ImportChoice {
  readonly who: string;
  readonly reason?: string | undefined;
}

/** The open file that a choice is about, and the cuts it takes of it. */
export function openForImport(context: Context, { id, cuts }: ImportChoice) {
  const { context: reading, dto } = requireOpen(context.snapshots, id);
  const { report } = dto;
  const { manifest } = report;
  if (report.verdict === 'altered' || manifest === null) {
    throw new UserError('SNAPSHOT_REFUSED', { file: report.file, reason: 'snapshot.reason.CONTENT_CHANGED' });
  }
  return { database: reading.read, report, manifest, cuts: cuts ?? allCuts(manifest) };
}

function allCuts({ cuts, months }: SnapshotManifest): string[] {
  return [...cuts, ...months];
}

/**
 * Takes figures and reports in words of an open snapshot into the workspace as one import: compared one by one,
 * undone as a whole. What was computed stays in the file; statuses and alerts are computed here, by the rules in
 * force here. SNAPSHOT_REFUSED for an altered file, CUT_CLOSED for a closed cut without a reason; UNIT_UNKNOWN,
 * INDICATOR_UNKNOWN, TASK_UNKNOWN or CATEGORY_UNKNOWN when the file has one that is not in force here.
 */
export async function importFile(
  context: Context,
  order: ImportOrder,
  signal: AbortSignal | undefined,
): Promise<ImportedSnapshot> {
  const { database, report, manifest, cuts } = openForImport(context, order);
  const { figures, reports } = await bringAll(database, context.read, cuts, signal);
  const request = {
    figures,
    reports,
    fileName: report.file.split(/[\\/]/).at(-1) ?? report.file,
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
      const done = yield* commitSteps(write, request);
      markAsSnapshot(write, done.run, sourceKindOf(report));
      return done;
    },
    { signal },
  );
  context.events.publishChange(['figures', 'statuses', 'alerts', 'cuts']);
  return { run: result.run, cuts: [...result.cuts], ...result.totals, reports: [...result.reports] };
}

/** The least official kind that the figures rest on: what was illustrative must stay marked so. */
function sourceKindOf({ manifest }: SnapshotReport): SourceKind {
  const kinds = manifest?.sourceKinds ?? [];
  return (['illustrative', 'published'] as const).find((kind) => kinds.includes(kind)) ?? 'official';
}
