import type { OutputFigureDto } from '#shared/contract/words.ts';

/** What a province, or the centre for the country, sent of an indicator that is asked of communes. */
export interface OwnFigure {
  readonly unit: string;
  readonly code: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** It as the contract shows it, beside the figure of its unit. */
export function ownOf(own: OwnFigure | undefined): OutputFigureDto['own'] {
  return own === undefined
    ? null
    : { value: own.value, numerator: own.numerator, denominator: own.denominator };
}
