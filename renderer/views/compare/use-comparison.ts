import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { changeQuery, useAddress } from '#renderer/ground/address.ts';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import type { ComparisonSourceDto } from '#shared/contract/compare.ts';
import type { ListedCutDto } from '#shared/contract/cuts.ts';

/** One side: a cut of a source. */
export interface ComparisonSide {
  /** Null until the sources are known; the figures are then those of the window itself. */
  readonly source: ComparisonSourceDto | null;
  readonly cuts: readonly ListedCutDto[];
  /** Code of the cut; null when the source holds none, here also while nothing has come. */
  readonly cut: string | null;
}

export interface ComparisonChoice {
  readonly from: ComparisonSide;
  readonly to: ComparisonSide;
  /** More than one only while a snapshot is open. */
  readonly sources: readonly ComparisonSourceDto[];
  readonly level: 'province' | 'commune';
  readonly side: 'reported' | 'operating';
}

/**
 * What the address says; without it the cut on screen and the one before it, or beside another source the same cut
 * of that source (its picture where it has no such cut).
 */
export function useComparison(): ComparisonChoice {
  const { query } = useAddress();
  const { statusCut: cut, cuts } = useCut();
  // Months are no side of a comparison: it is of the statuses that stand at them.
  const previous = cuts[cuts.findIndex((one) => one.id === cut?.id) + 1];
  const sources = useQuery(useApi().compare.sources.queryOptions()).data;
  return useMemo(() => {
    const sideOf = (name: 'from' | 'to', fallback: string | undefined): ComparisonSide => {
      const source = sourceOf(sources, query.get(`${name}Source`));
      const isHere = source === null || source.isCurrent;
      const known = isHere ? cuts : source.cuts;
      // Cuts of which nothing has come are nothing to compare here.
      const home = isHere ? cut?.id : homeOf(known);
      const find = (id: string | null | undefined) => known.find((one) => one.id === id)?.id;
      return { source, cuts: known, cut: find(query.get(name)) ?? find(fallback) ?? home ?? null };
    };
    const to = sideOf('to', cut?.id);
    const isApart = sourceOf(sources, query.get('fromSource'))?.id !== to.source?.id;
    return {
      from: sideOf('from', isApart ? (to.cut ?? undefined) : (previous?.id ?? cut?.id)),
      to,
      sources: sources ?? [],
      level: query.get('level') === 'province' ? 'province' : 'commune',
      side: query.get('side') === 'operating' ? 'operating' : 'reported',
    };
  }, [query, cut, cuts, previous, sources]);
}

/** Where somebody who names no cut looks. */
function homeOf(cuts: readonly ListedCutDto[]): string | undefined {
  return (cuts.find(({ standing }) => standing !== null) ?? cuts[0])?.id;
}

/** The source that the address names, else the one that the window shows. */
function sourceOf(
  sources: readonly ComparisonSourceDto[] | undefined,
  id: string | null,
): ComparisonSourceDto | null {
  const own = sources?.find((source) => source.isCurrent) ?? null;
  return sources?.find((source) => source.id === id) ?? own;
}

/** What a call names as its source: nothing for what the window shows anyway. */
export function sourceInput({ source }: ComparisonSide): string | undefined {
  return source === null || source.isCurrent ? undefined : source.id;
}

/** Takes a side from another source; its cut is chosen anew. */
export function chooseSource(name: 'from' | 'to', source: ComparisonSourceDto | undefined): void {
  changeQuery(
    { [name]: null, [`${name}Source`]: source?.isCurrent === false ? source.id : null },
    { push: true },
  );
}

/** The first side becomes the second and the other way round. */
export function swapSides({ from, to }: ComparisonChoice): void {
  const patch = {
    from: to.cut,
    fromSource: sourceInput(to) ?? null,
    to: from.cut,
    toSource: sourceInput(from) ?? null,
  };
  changeQuery(patch, { push: true });
}
