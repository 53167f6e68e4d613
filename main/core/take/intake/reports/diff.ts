import { isDeepStrictEqual } from 'node:util';
import type { ReadDatabase } from '#main/db/open.ts';
import type { ReportChangeDto, ReportCounts } from '#shared/contract/report-kinds.ts';
import { listReports, reportFinder } from './store.ts';
import { REPORT_TABLES, type ReportBody, type ReportTable } from './tables-store.ts';

/** Reports that a file brings, of every kind. */
export type BroughtReports = ReadonlyMap<ReportTable, readonly ReportBody[]>;

/** One report of a file beside the one that stands; `before` is null for a new one. */
export interface ReportChange {
  readonly body: ReportBody;
  readonly before: ReportBody | null;
}

/** What the reports of a file would change; those that are the same are only counted. */
export interface ReportDiff {
  readonly table: ReportTable;
  readonly changes: readonly ReportChange[];
  readonly same: number;
}

/**
 * The reports of a database for the cuts, and what was known on the day (yyyy-mm-dd), of those runs that are taken; and
 * how many there are of others.
 */
export function readReports(
  database: ReadDatabase,
  cuts: readonly string[],
  day: string,
  isTaken: (run: number) => boolean,
): { readonly reports: BroughtReports; readonly leftOut: number } {
  let leftOut = 0;
  const reports = new Map<ReportTable, readonly ReportBody[]>();
  for (const table of REPORT_TABLES) {
    const all = listReports(database, table, { cuts, day });
    const taken = all.filter(({ run }) => isTaken(run));
    leftOut += all.length - taken.length;
    reports.set(
      table,
      taken.map(({ body }) => body),
    );
  }
  return { reports, leftOut };
}

export function countsOf({ table, changes, same }: ReportDiff): ReportCounts {
  const added = changes.filter(({ before }) => before === null).length;
  return { kind: table.kind, added, changed: changes.length - added, same };
}

/** Its changes by codes, as they are shown. */
export function changesOf({ table, changes }: ReportDiff): ReportChangeDto[] {
  return changes.map(({ body, before }) => ({
    kind: table.kind,
    unit: String(body.unit),
    cut: typeof body.cut === 'string' ? body.cut : null,
    now: { ...body },
    before: before === null ? null : { ...before },
  }));
}

/** Compares without writing. */
export function diffReports(database: ReadDatabase, brought: BroughtReports): ReportDiff[] {
  return [...brought].map(([table, bodies]) => {
    const find = reportFinder(database, table);
    const changes: ReportChange[] = [];
    for (const body of bodies) {
      const before = find(body)?.body ?? null;
      if (!isDeepStrictEqual(before, body)) changes.push({ body, before });
    }
    return { table, changes, same: bodies.length - changes.length };
  });
}
