import { isDeepStrictEqual } from 'node:util';
import type { ReportKind } from '#shared/contract/report-kinds.ts';
import type { BroughtReports } from './diff.ts';
import { keyText } from './store.ts';
import { REPORT_TABLES, type ReportBody, reportTable } from './tables-store.ts';

/** Where a report stands in its file: index of the sheet, row as in the file. */
export interface ReportPlace {
  readonly sheet: number;
  readonly row: number;
}

/** The reports of a file, each once. */
export interface GatheredReports {
  readonly size: () => number;
  readonly brought: () => BroughtReports;
  readonly placeOf: (body: ReportBody) => ReportPlace | null;
  /** Adds a report, or gives the row of the one that is there already and whether it says the same. */
  readonly add: (
    kind: ReportKind,
    body: ReportBody,
    place: ReportPlace,
  ) => { readonly row: number; readonly isSame: boolean } | null;
}

export function gatherReports(): GatheredReports {
  const byKind = new Map(REPORT_TABLES.map(({ kind }) => [kind, new Map<string, ReportBody>()]));
  const places = new Map<ReportBody, ReportPlace>();
  return {
    size: () => places.size,
    brought: () => new Map([...byKind].map(([kind, all]) => [reportTable(kind), [...all.values()]])),
    placeOf: (body) => places.get(body) ?? null,
    add: (kind, body, place) => {
      const all = byKind.get(kind);
      const key = keyText(reportTable(kind), body);
      const first = all?.get(key);
      if (first !== undefined)
        return { row: places.get(first)?.row ?? 0, isSame: isDeepStrictEqual(first, body) };
      all?.set(key, body);
      places.set(body, place);
      return null;
    },
  };
}
