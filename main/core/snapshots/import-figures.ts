import type { Context } from '#main/core/context.ts';
import { createFigureTable, type FigureTable } from '#main/core/intake/check/figure-table.ts';
import { commitSteps } from '#main/core/intake/commit.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { ImportedSnapshot, SnapshotReport } from '#shared/contract/snapshots.ts';
import type { SourceKind } from '#shared/domain/model.ts';
import { listFigures, listKnownCodes, markAsSnapshot } from './import-store.ts';
import { requireOpen } from './service.ts';

export interface ImportChoice {
  readonly id: string;
  readonly cuts?: readonly string[] | undefined;
  readonly who: string;
  readonly reason?: string | undefined;
}

/**
 * Takes the figures of an open snapshot into the workspace as one import: compared figure by figure, undone as a
 * whole. Reports in words and what was computed stay in the file; statuses are computed here, by the rules in force
 * here. SNAPSHOT_REFUSED for an altered file, CUT_CLOSED for a closed cut without a reason, UNIT_UNKNOWN or
 * INDICATOR_UNKNOWN when the file has one that is not in force here.
 */
export async function importFigures(
  context: Context,
  choice: ImportChoice,
  signal: AbortSignal | undefined,
): Promise<ImportedSnapshot> {
  const { context: reading, dto } = requireOpen(context.snapshots, choice.id);
  const { report } = dto;
  const { manifest } = report;
  if (report.verdict === 'altered' || manifest === null) {
    throw new UserError('SNAPSHOT_REFUSED', { file: report.file, reason: 'snapshot.reason.CONTENT_CHANGED' });
  }
  const cuts = choice.cuts ?? [...manifest.cuts, ...manifest.months];
  const figures = readFigures(reading.read, cuts);
  requireKnown(context.read, figures);
  const at = context.clock().toISOString();
  const request = {
    figures,
    fileName: report.file.split(/[\\/]/).at(-1) ?? report.file,
    sha256: report.sha256 ?? '',
    bytes: report.bytes,
    sheets: [],
    province: manifest.scope.level === 'province' ? manifest.scope.code : null,
    who: choice.who,
    reason: choice.reason ?? null,
    at,
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
  return { run: result.run, cuts: [...result.cuts], ...result.totals };
}

/** The least official kind that the figures rest on: what was illustrative must stay marked so. */
function sourceKindOf({ manifest }: SnapshotReport): SourceKind {
  const kinds = manifest?.sourceKinds ?? [];
  return (['illustrative', 'published'] as const).find((kind) => kinds.includes(kind)) ?? 'official';
}

function readFigures(database: ReadDatabase, cuts: readonly string[]): FigureTable {
  const figures = createFigureTable();
  for (const code of cuts) {
    const cut = figures.cuts.indexOf(code);
    for (const { indicator, unit, value, numerator, denominator, note } of listFigures(database, code)) {
      const place = { sheet: 0, row: 0, note };
      const figure = { value, numerator, denominator };
      figures.add(cut, figures.indicators.indexOf(indicator), figures.units.indexOf(unit), figure, place);
    }
  }
  return figures;
}

function requireKnown(database: ReadDatabase, figures: FigureTable): void {
  const units = listKnownCodes(database, 'unit');
  const unit = figures.units.codes.find((code) => !units.has(code));
  if (unit !== undefined) throw new UserError('UNIT_UNKNOWN', { code: unit });
  const indicators = listKnownCodes(database, 'indicator');
  const indicator = figures.indicators.codes.find((code) => !indicators.has(code));
  if (indicator !== undefined) throw new UserError('INDICATOR_UNKNOWN', { code: indicator });
}
