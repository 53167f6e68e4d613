import { useVirtualizer } from '@tanstack/react-virtual';
import { useOnPaper } from '#renderer/ground/paper.ts';

type Options = Parameters<typeof useVirtualizer<HTMLDivElement, Element>>[0];

/**
 * The rows of a long list that are in sight, so that a thousand of them scroll as one; on paper all of them. The list
 * that holds them bears `data-rows-in-sight` (app/print.css).
 */
export function useRowsInSight(options: Options) {
  const isOnPaper = useOnPaper();
  return useVirtualizer<HTMLDivElement, Element>(
    isOnPaper ? { ...options, overscan: options.count } : options,
  );
}
