import { useEffect, useState } from 'react';
import type { MapTopology } from './topology.ts';
import type { TopologyAnswer } from './topology-worker.ts';

/** The levels of detail that the application ships. */
export type TopologyName = 'country' | 'detail';

const FILES: Readonly<Record<TopologyName, URL>> = {
  country: new URL('../../assets/geo/country.topo.json', import.meta.url),
  detail: new URL('../../assets/geo/detail.topo.json', import.meta.url),
};

const loaded = new Map<TopologyName, Promise<MapTopology>>();

/** The boundaries of a level, fetched and decoded once per page. Rejects when the file cannot be had. */
export function loadTopology(name: TopologyName): Promise<MapTopology> {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const loading = decodeInWorker(FILES[name]);
  loaded.set(name, loading);
  // A failure is not kept: the next screen that asks tries again.
  loading.catch(() => loaded.delete(name));
  return loading;
}

function decodeInWorker(file: URL): Promise<MapTopology> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./topology-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = (event: MessageEvent<TopologyAnswer>) => {
      worker.terminate();
      if (event.data.ok) resolve(event.data.topology);
      else reject(new Error(event.data.message));
    };
    worker.onerror = (event) => {
      worker.terminate();
      reject(new Error(event.message || 'the boundary worker did not start'));
    };
    worker.postMessage({ address: file.href });
  });
}

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
