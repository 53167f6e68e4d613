import type { UnitKind } from './model.ts';
import { evaluatePopulation } from './population.ts';

/** A count is told per so many people. */
const PER_PEOPLE = 10_000;

export interface PerPeople {
  /** Null where no commune has both a figure and a known population. */
  readonly value: number | null;
  /** The people it is of. */
  readonly people: number;
  /** The communes it is of: those with a figure and a known population. */
  readonly communes: number;
  /** Communes with a figure that are left out, count and people, as their population is not known or not credible. */
  readonly withoutPopulation: number;
}

/** A count of communes per 10,000 of their people: numerator and denominator are of the same communes. */
export function evaluatePerPeople(
  communes: readonly {
    readonly value: number | null;
    readonly people: number | null;
    readonly kind: UnitKind;
  }[],
): PerPeople {
  const reporting = communes.filter(({ value }) => value !== null);
  const known = reporting.filter(({ people, kind }) => evaluatePopulation(people, kind) === 'known');
  const sum = known.reduce((total, { value }) => total + (value ?? 0), 0);
  const people = known.reduce((total, one) => total + (one.people ?? 0), 0);
  return {
    value: people === 0 ? null : (sum / people) * PER_PEOPLE,
    people,
    communes: known.length,
    withoutPopulation: reporting.length - known.length,
  };
}

/** Digits behind the comma: three that say something, and never more than are needed to tell it from nothing. */
export function perPeopleDigits(value: number): number {
  if (value === 0 || value >= 100) return 0;
  return Math.min(6, Math.max(1, 2 - Math.floor(Math.log10(value))));
}
