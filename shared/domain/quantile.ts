/** The quantile 0..1 of sorted numbers, between two neighbours by proportion; 0 when there are none. */
export function quantile(sorted: readonly number[], at: number): number {
  const position = (sorted.length - 1) * at;
  const low = sorted[Math.floor(position)] ?? 0;
  const high = sorted[Math.ceil(position)] ?? low;
  return low + (high - low) * (position - Math.floor(position));
}

/** The middle one of numbers in any order; 0 when there are none. */
export function median(numbers: readonly number[]): number {
  return quantile(
    numbers.toSorted((left, right) => left - right),
    0.5,
  );
}
