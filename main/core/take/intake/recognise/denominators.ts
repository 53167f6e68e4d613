import type { IndicatorKind } from '#shared/domain/model.ts';
import { foldHeader } from './fold-header.ts';

interface Defined {
  readonly code: string;
  readonly kind: IndicatorKind;
  readonly name: string;
  readonly shortName: string;
  readonly words?: readonly string[];
  readonly definition?: string;
}

/** What a share is a share of, by its own definition. */
export interface Base {
  /** Folded: 'ho so tiep nhan'. */
  readonly key: string;
  /** The indicator that counts it itself; null where none does. */
  readonly indicator: string | null;
}

/** 'Tổng số hồ sơ đã tiếp nhận trong tháng' -> 'ho so tiep nhan': what is counted, without how much of it and when. */
export function countedThings(text: string): string {
  return foldHeader(text)
    .replace(/\b(?:da|duoc|phat sinh)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:tong so luong|tong so|tong|so luong|so)\s+/, '')
    .replace(/\s+(?:trong|cua|den)\s+(?:thang|ky|tuan|quy|nam)(?: bao cao)?$/, '');
}

/** 'Số hồ sơ nộp trực tuyến trên tổng số hồ sơ tiếp nhận trong tháng.': what stands behind 'trên'. */
function baseOf(definition: string, countOf: (key: string) => string | null): Base | null {
  const [, behind] = /^[^.;]*?\strên\s([^.;]+)/iu.exec(definition) ?? [];
  const key = behind === undefined ? '' : countedThings(behind);
  return key === '' ? null : { key, indicator: countOf(key) };
}

/** The base of each share among the indicators, by its code. */
export function basesOf(indicators: readonly Defined[]): ReadonlyMap<string, Base> {
  const counts = new Map<string, string>();
  for (const { kind, code, name, shortName, words = [] } of indicators) {
    if (kind !== 'count') continue;
    for (const text of [name, shortName, ...words]) counts.set(countedThings(text), code);
  }
  return new Map(
    indicators.flatMap(({ code, kind, definition = '' }) => {
      const base = kind === 'ratio' ? baseOf(definition, (key) => counts.get(key) ?? null) : null;
      return base === null ? [] : [[code, base] as const];
    }),
  );
}
