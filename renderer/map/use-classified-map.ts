import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import type { MapColumnsDto } from '#shared/contract/map.ts';
import type { Theme } from '#shared/domain/colours.ts';
import { classifyIndicator } from './indicator-classes.ts';
import {
  type ClassifiedMap,
  classifyStatuses,
  FIXED_LAYERS,
  type FixedLayer,
  type MapLayerName,
  type MapLevel,
} from './map-classes.ts';
import { useTheme } from './map-style.ts';

export interface ClassifiedQuery {
  /** null while the first figures are on their way. */
  readonly classified: ClassifiedMap | null;
  /** The statuses at the same cut, for cards and tables; whatever the layer. */
  readonly columns: MapColumnsDto | null;
  /** The same units in the colours of an appearance, whichever is on screen: paper is white. */
  readonly classify: (theme: Theme) => ClassifiedMap | null;
  readonly isError: boolean;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

export function isFixedLayer(layer: MapLayerName): layer is FixedLayer {
  return (FIXED_LAYERS as readonly string[]).includes(layer);
}

/** Bands until the rules of the cut are there: those of the published reports. */
const PUBLISHED_BANDS = { above: 0.7, half: 0.5 };

/** The units of a cut sorted into the classes of a layer. The picture before stays until the new one is there. */
export function useClassifiedMap(
  cut: string | undefined,
  level: MapLevel,
  layer: MapLayerName,
): ClassifiedQuery {
  const api = useApi();
  const theme = useTheme();
  const names = useNames();
  const isFixed = isFixedLayer(layer);
  const indicator = isFixed ? undefined : names.indicator(layer);
  const statuses = useQuery(
    api.map.statuses.queryOptions({ input: { cut, level }, placeholderData: (before) => before }),
  );
  const figures = useQuery(
    api.map.indicator.queryOptions({
      input: { cut, level, code: layer },
      enabled: !isFixed,
      placeholderData: (before) => before,
    }),
  );
  const version = statuses.data?.ruleVersion;
  const rules = useQuery(api.rules.get.queryOptions({ input: { version }, enabled: version !== undefined }));
  const bands = rules.data?.rules.coverage ?? PUBLISHED_BANDS;
  const columns = statuses.data?.level === level ? statuses.data : null;
  const values = figures.data?.level === level && figures.data.code === layer ? figures.data : null;
  const classify = useCallback(
    (wanted: Theme) => {
      if (isFixedLayer(layer)) return columns && classifyStatuses(columns, layer, wanted, bands);
      return values && indicator ? classifyIndicator(values, indicator, wanted, bands) : null;
    },
    [columns, values, layer, indicator, bands],
  );
  const classified = useMemo(() => classify(theme), [classify, theme]);
  const failing = isFixed || statuses.isError ? statuses : figures;
  const { isError, error, refetch } = failing;
  return { classified, columns, classify, isError, error, refetch };
}
