import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from './client/ApiProvider.tsx';

/**
 * What the rules in force hold a layer's values against: the bands of coverage, the thresholds of an indicator;
 * nothing for other layers, and while the rules are on their way.
 */
export function useThresholds(layer: string): readonly number[] {
  const { data } = useQuery(useApi().rules.get.queryOptions({ input: {} }));
  return useMemo(() => {
    if (data === undefined) return [];
    const { coverage, operating } = data.rules;
    if (layer === 'coverage') return [coverage.above, coverage.half];
    const thresholds = operating.indicators[layer];
    return thresholds === undefined ? [] : [thresholds.greenFrom, thresholds.yellowFrom];
  }, [data, layer]);
}
