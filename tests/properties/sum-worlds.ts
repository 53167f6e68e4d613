import { type SummedMember, sizesOf } from '#shared/domain/figure-bounds.ts';

export const ratio = (numerator: number, denominator: number) => {
  return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
};
export const count = (value: number) => ({ value, numerator: null, denominator: null });

/**
 * Communes of very different sizes, some new, some silent, some with a rate alone, some grown far beyond what they ever
 * were.
 */
export function randomMembers(random: () => number, kind: 'ratio' | 'count'): SummedMember[] {
  const number = 1 + Math.floor(random() * 6);
  const largest = Array.from({ length: number }, () =>
    random() < 0.3 ? null : Math.floor(random() ** 3 * 3_000),
  );
  return sizesOf(largest).map((size) => {
    if (random() < 0.3) return { figure: null, size };
    const grown = Math.floor(random() ** 3 * 4_000);
    if (kind === 'count') return { figure: count(grown), size };
    if (random() < 0.05) return { figure: count(random()), size };
    return { figure: ratio(Math.floor(random() * (grown + 1)), grown), size };
  });
}

/** It sent what can be added up, and no more than its size. */
export function isSure(kind: 'ratio' | 'count', { figure, size }: SummedMember): boolean {
  const sent = kind === 'count' ? figure?.value : figure?.denominator;
  return sent != null && (size === null || sent <= size);
}
