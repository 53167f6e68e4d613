import { useEffect, useState } from 'react';
import type { MapTopology } from './topology.ts';
import { loadTopology, type TopologyName } from './topology-store.ts';

export interface TopologyState {
  readonly topology: MapTopology | null;
  readonly hasFailed: boolean;
}

/** The boundaries of a level once they are there; `isWanted` false loads nothing yet. */
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
  return state;
}
