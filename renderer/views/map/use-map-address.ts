import { useCallback } from 'react';
import { changeQuery, type QueryPatch, useAddress } from '#renderer/ground/address.ts';
import type { MapLevel } from '#renderer/map/map-classes.ts';

/** What the address says of the map: `#/ban-do?level=province&layer=coverage&province=31&unit=11413&view=table`. */
export interface MapAddress {
  /** The level chosen; with a province in focus its communes are shown in any case. */
  readonly level: MapLevel;
  readonly layer: string;
  readonly province: string | null;
  readonly unit: string | null;
  readonly isTable: boolean;
  /** Changes the address; a step for the back key unless `replace`. */
  readonly change: (patch: MapPatch, options?: { readonly replace?: boolean }) => void;
}

export type MapPatch = Readonly<
  Partial<Record<'level' | 'layer' | 'province' | 'unit' | 'view' | 'cut', string | null>>
>;

const DEFAULT_LAYER = 'reported';
const DEFAULT_LEVEL: MapLevel = 'commune';

/** The state of the map screen, kept in the address so that a reload, the back key and a link bring it back. */
export function useMapAddress(): MapAddress {
  const { query } = useAddress();
  const change = useCallback((patch: MapPatch, options: { readonly replace?: boolean } = {}) => {
    changeQuery(withoutDefaults(patch), { push: options.replace !== true });
  }, []);
  return {
    level: query.get('level') === 'province' ? 'province' : DEFAULT_LEVEL,
    layer: query.get('layer') ?? DEFAULT_LAYER,
    province: query.get('province'),
    unit: query.get('unit'),
    isTable: query.get('view') === 'table',
    change,
  };
}

function withoutDefaults(patch: MapPatch): QueryPatch {
  const defaults: MapPatch = { level: DEFAULT_LEVEL, layer: DEFAULT_LAYER };
  return Object.fromEntries(
    Object.entries(patch).map(([name, value]) => [
      name,
      value === defaults[name as keyof MapPatch] ? null : value,
    ]),
  );
}
