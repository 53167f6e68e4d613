import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import type { CutDto } from '#shared/contract/words.ts';
import { resolveCut } from '#shared/domain/cuts.ts';
import { changeQuery, useQueryValue } from './address.ts';

export interface CutChoice {
  /** The cut on screen; null only when the data folder holds no cut at all. */
  readonly cut: CutDto | null;
  /** What queries pass as `cut`. */
  readonly id: string | undefined;
  /** Every status cut, newest first. */
  readonly cuts: readonly CutDto[];
  readonly previous: CutDto | null;
  readonly next: CutDto | null;
  readonly isNewest: boolean;
  /** True when the address names a cut that does not exist; the newest is shown instead. */
  readonly isUnknown: boolean;
  readonly choose: (id: string) => void;
}

const CutContext = createContext<CutChoice | null>(null);

interface CutProviderProps {
  readonly children: ReactNode;
  /** What is shown until the list of cuts is there, or when it cannot be read. */
  readonly waiting: (query: UseQueryResult) => ReactNode;
}

/** Reads the cut from the address (`?cut=`, a code or a day); without one, the newest. */
export function CutProvider(props: CutProviderProps) {
  const api = useApi();
  const cuts = useQuery(api.cuts.list.queryOptions());
  const [reference] = useQueryValue('cut');
  const choice = useMemo(
    () => (cuts.data === undefined ? null : chooseCut(cuts.data, reference)),
    [cuts.data, reference],
  );
  if (choice === null) return props.waiting(cuts);
  return <CutContext value={choice}>{props.children}</CutContext>;
}

/** The cut a reference of the address stands for among the cuts there are (newest first). */
function chooseCut(cuts: readonly CutDto[], reference: string | null): CutChoice {
  const newest = cuts[0] ?? null;
  const found = reference === null ? newest : resolveAmong(cuts, reference);
  const cut = found ?? newest;
  const position = cut === null ? -1 : cuts.indexOf(cut);
  return {
    cut,
    id: cut?.id,
    cuts,
    previous: position < 0 ? null : (cuts[position + 1] ?? null),
    next: cuts[position - 1] ?? null,
    isNewest: position <= 0,
    isUnknown: reference !== null && found === null,
    choose: (id) => changeQuery({ cut: id === newest?.id ? null : id }, { push: true }),
  };
}

function resolveAmong(cuts: readonly CutDto[], reference: string): CutDto | null {
  return (
    resolveCut(
      cuts.map((cut) => ({ ...cut, code: cut.id, dto: cut })),
      reference,
    )?.dto ?? null
  );
}

/** The cut on screen and its neighbours. */
export function useCut(): CutChoice {
  const choice = useContext(CutContext);
  if (choice === null) throw new Error('useCut needs a CutProvider above it');
  return choice;
}
