import type { Origin, Origins } from '#main/core/take/intake/origins.ts';
import type { SnapshotReport } from '#shared/contract/snapshots.ts';
import type { SourceKind } from '#shared/domain/model.ts';
import { fileNameOf } from '#shared/text/file-name.ts';
import { createTranslator } from '#shared/text/translator.ts';

/** Collects where the figures of a file came from, in the order in which they are added to the table. */
export interface OriginList extends Origins {
  /** The next figure came from this source of the file. */
  readonly add: (source: number) => void;
}

/**
 * Sources as they are told of here. Every figure keeps kind, file, sheet and row. What nobody vouches for names no
 * publisher: a publication then goes by the data file's own name, and the note says whose word it is.
 */
export function originList(file: ReadonlyMap<number, Origin>, report: SnapshotReport): OriginList {
  const indexes = new Map<number, number>();
  const sources: Origin[] = [];
  const ofFigure: number[] = [];
  for (const [id, source] of file) {
    indexes.set(id, sources.length);
    sources.push(report.verdict === 'verified' ? source : unvouched(source, report));
  }
  return { sources, ofFigure, add: (source) => ofFigure.push(indexes.get(source) ?? -1) };
}

function unvouched(source: Origin, report: SnapshotReport): Origin {
  const own = source.kind === 'published' ? { name: fileNameOf(report.file), nameEn: null } : {};
  return { ...source, ...own, ...wordOf(report) };
}

/** Whose word the figures are, in both languages. */
export function wordOf(report: SnapshotReport): { readonly note: string; readonly noteEn: string } {
  const { verdict, key } = report;
  const values = { file: fileNameOf(report.file), name: key?.name ?? '' };
  const code = verdict === 'verified' ? 'snapshots.origin.signed' : 'snapshots.origin.unvouched';
  return { note: createTranslator('vi').t(code, values), noteEn: createTranslator('en').t(code, values) };
}

/** The least official kind that what is taken of the file rests on: what was illustrative must stay marked so, where it is taken. */
export function kindOf({ manifest }: SnapshotReport, isReal: boolean): SourceKind {
  const kinds = (manifest?.sourceKinds ?? []).filter((kind) => !isReal || kind !== 'illustrative');
  return (['illustrative', 'published'] as const).find((kind) => kinds.includes(kind)) ?? 'official';
}
