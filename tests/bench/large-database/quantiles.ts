/** The smallest of the times that so large a part (0..1) of them does not exceed. */
export function quantileOf(times: readonly number[], at: number): number {
  const sorted = times.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * at) - 1)] ?? Number.NaN;
}

export function inMs(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}
