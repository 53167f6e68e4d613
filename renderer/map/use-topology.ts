import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { redrawn } from './redrawn.ts';
import type { MapTopology } from './topology.ts';
import { loadTopology, type TopologyName } from './topology-store.ts';

export interface TopologyState {
  readonly topology: MapTopology | null;
  readonly hasFailed: boolean;
}

/** The boundaries of a level once they are there, as they are at the cut on screen; `isWanted` false loads nothing yet. */
export function useTopology(name: TopologyName, isWanted = true): TopologyState {
  const [state, setState] = useState<TopologyState>({ topology: null, hasFailed: false });
  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    loadTopology(name).then(
      (topology) => isCurrent && setState({ topology, hasFailed: false }),
      () => isCurrent && setState({ topology: null, hasFailed: true }),
    );
    return () => {
      isCurrent = false;
    };
  }, [name, isWanted]);
  return useRedrawn(state);
}

/** No picture waits for this: nearly always nothing has changed. */
function useRedrawn({ topology, hasFailed }: TopologyState): TopologyState {
  const { id } = useCut();
  const boundaries = useQuery(
    useApi().units.boundaries.queryOptions({ input: { cut: id }, placeholderData: (before) => before }),
  ).data;
  return useMemo(() => {
    const isChanged = topology !== null && boundaries !== undefined && boundaries.length > 0;
    return { topology: isChanged ? redrawn(topology, boundaries) : topology, hasFailed };
  }, [topology, hasFailed, boundaries]);
}
