import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { type Names, useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import type { MapColumnsDto, MissingCriteriaDto } from '#shared/contract/map.ts';
import { positionOf } from './class-text.ts';

/** What a card has room for, in characters: three lines or so. */
const ROOM = 110;

/** Says which criteria a commune lacks; null while that is not known, or when it lacks none. */
export type SayMissing = (code: string) => string | null;

/**
 * The names of the criteria that communes lack at the cut of the columns. `isAsking` false waits until somebody else
 * asks for them: the first card does, so that no picture waits.
 */
export function useMissing(columns: MapColumnsDto | null, isAsking: boolean): SayMissing {
  const text = useText();
  const names = useNames();
  const isWanted = isAsking && columns?.level === 'commune';
  const { data } = useQuery(
    useApi().map.missing.queryOptions({ input: { cut: columns?.cut.id }, enabled: isWanted }),
  );
  return useMemo<SayMissing>(() => {
    if (data === undefined || columns?.level !== 'commune') return () => null;
    return (code) => sayMissing(data, code, text, names);
  }, [data, columns, text, names]);
}

function sayMissing(data: MissingCriteriaDto, code: string, text: Text, names: Names): string | null {
  const at = positionOf(data, code);
  if (at === undefined) return null;
  const nameOf = (place: number): string => {
    const criterion = data.criteria[place] ?? '';
    const found = names.indicator(criterion);
    if (found === undefined) return criterion;
    return text.locale === 'vi' ? found.shortName : found.shortNameEn;
  };
  const all = [
    ...(data.notMet[at] ?? []).map(nameOf),
    ...(data.unreported[at] ?? []).map((place) =>
      text.t('map.card.missing.unreported', { name: nameOf(place) }),
    ),
  ];
  const shown = thatFit(all, ROOM);
  return text.t('map.card.missing.names', {
    count: all.length,
    names: shown.join(', '),
    rest: all.length - shown.length,
  });
}

/** As many of the names, from the first on, as have room with a comma between them; at least one. */
export function thatFit(names: readonly string[], room: number): readonly string[] {
  let length = 0;
  const end = names.findIndex((name, place) => {
    length += name.length + 2;
    return place > 0 && length > room;
  });
  return end < 0 ? names : names.slice(0, end);
}
