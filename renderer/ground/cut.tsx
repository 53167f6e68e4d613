import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import type { ListedCutDto } from '#shared/contract/cuts.ts';
import { namesMonth, resolveCut, statusCutFor } from '#shared/domain/cuts.ts';
import { changeQuery, useQueryValue } from './address.ts';

export interface CutChoice {
  /** The cut on screen; null only while nothing at all has come. */
  readonly cut: ListedCutDto | null;
  /** The cut whose statuses stand at it: itself, or for a month the last other one before its end. */
  readonly statusCut: ListedCutDto | null;
  /** What queries pass as `cut`. */
  readonly id: string | undefined;
  /** Every status cut, newest first. */
  readonly cuts: readonly ListedCutDto[];
  readonly previous: ListedCutDto | null;
  readonly next: ListedCutDto | null;
  /** What is shown when the address names no cut: the picture, or what is offered in its place. */
  readonly home: ListedCutDto | null;
  readonly isHome: boolean;
  /** True when the address names a cut that does not exist; that of `home` is shown instead. */
  readonly isUnknown: boolean;
  readonly choose: (id: string) => void;
}

const CutContext = createContext<CutChoice | null>(null);

interface CutProviderProps {
  readonly children: ReactNode;
  /** What is shown until the list of cuts is there, or when it cannot be read. */
  readonly waiting: (query: UseQueryResult) => ReactNode;
}

/**
 * Reads the cut from the address (`?cut=`, a code or a day); without one, the picture. A month is opened by its address
 * too, also while it is collected: the selector offers none, and so they are asked for only there.
 */
export function CutProvider(props: CutProviderProps) {
  const api = useApi();
  const cuts = useQuery(api.cuts.list.queryOptions());
  const [reference] = useQueryValue('cut');
  const isMonth = reference !== null && namesMonth(reference);
  const months = useQuery({ ...api.cuts.list.queryOptions({ input: { months: true } }), enabled: isMonth });
  const all = isMonth ? months : cuts;
  const choice = useMemo(
    () =>
      cuts.data === undefined || all.data === undefined ? null : chooseCut(cuts.data, all.data, reference),
    [cuts.data, all.data, reference],
  );
  if (choice === null) return props.waiting(cuts.data === undefined ? cuts : all);
  return <CutContext value={choice}>{props.children}</CutContext>;
}

/** The cut a reference of the address stands for among the cuts there are (newest first); `all` has months where it names one. */
function chooseCut(
  cuts: readonly ListedCutDto[],
  all: readonly ListedCutDto[],
  reference: string | null,
): CutChoice {
  const home = cuts.find(({ standing }) => standing !== null) ?? null;
  const found = reference === null ? home : resolveAmong(all, reference);
  const cut = found ?? home;
  // A month goes on to months, the others to each other.
  const alike = cut?.kind === 'month' ? all.filter(({ kind }) => kind === 'month') : cuts;
  const position = cut === null ? -1 : alike.findIndex(({ id }) => id === cut.id);
  return {
    cut,
    statusCut: cut === null ? null : (statusCutFor(cuts.map(coded), coded(cut))?.dto ?? null),
    id: cut?.id,
    cuts,
    previous: position < 0 ? null : (alike[position + 1] ?? null),
    next: alike[position - 1] ?? null,
    home,
    isHome: cut === home,
    isUnknown: reference !== null && found === null,
    choose: (id) => changeQuery({ cut: id === home?.id ? null : id }, { push: true }),
  };
}

function resolveAmong(cuts: readonly ListedCutDto[], reference: string): ListedCutDto | null {
  return resolveCut(cuts.map(coded), reference)?.dto ?? null;
}

const coded = (cut: ListedCutDto) => ({ ...cut, code: cut.id, dto: cut });

/** The cut on screen and its neighbours. */
export function useCut(): CutChoice {
  const choice = useContext(CutContext);
  if (choice === null) throw new Error('useCut needs a CutProvider above it');
  return choice;
}
