import countryFile from '../../assets/geo/country.topo.json?flat';
import detailFile from '../../assets/geo/detail.topo.json?flat';
import type { MapTopology } from './topology.ts';
import { readFlatTopology } from './topology-file-flat.ts';

/** The levels of detail that the application ships. */
export type TopologyName = 'country' | 'detail';

const FILES: Readonly<Record<TopologyName, string>> = { country: countryFile, detail: detailFile };

const loaded = new Map<TopologyName, Promise<MapTopology>>();

/** The boundaries of a level, fetched once per page. Rejects when the file cannot be had. */
export function loadTopology(name: TopologyName): Promise<MapTopology> {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const loading = fetchTopology(FILES[name]);
  loaded.set(name, loading);
  // A failure is not kept: the next screen that asks tries again.
  loading.catch(() => loaded.delete(name));
  return loading;
}

async function fetchTopology(address: string): Promise<MapTopology> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return readFlatTopology(await response.arrayBuffer());
}
