import type { Collection } from '../check/collect.ts';
import { type CheckOutcome, evaluateProof, type Proof } from './proof.ts';

/** What was found outside of the file: communes that it must speak of, figures of the cut before. */
export interface Against {
  /** Communes of its province that it speaks of, and that it does not; null where it is not one province's. */
  readonly communes: { readonly there: number; readonly missing: number } | null;
  /** Figures that were held against those of the cut before, and how many of them are doubtful. */
  readonly past: { readonly compared: number; readonly doubtful: number };
  /** Provinces and indicators that went from hardly anybody to everybody at once. */
  readonly overnight: number;
}

/** The proof of a file as it was read. */
export function proofOf(
  { account, problems, questions, figures, reports, rows, rejectedRows }: Collection,
  { communes, past, overnight }: Against,
): Proof {
  const { sums, rates } = account;
  const checks: CheckOutcome[] = [
    outcomeOf('totals', sums.agrees + sums.differs, sums.differs),
    outcomeOf('rates', rates.stated + rates.differing, rates.differing),
    // A province may send the rest later: what is missing is said, and no contradiction.
    {
      check: 'communes',
      outcome: communes === null ? 'absent' : communes.missing === 0 ? 'agrees' : 'absent',
      count: communes?.there ?? 0,
    },
    outcomeOf('past', past.compared, past.doubtful),
    ...(overnight > 0 ? [outcomeOf('overnight', overnight, overnight)] : []),
  ];
  return evaluateProof({
    counts: problems.counts(),
    questions: questions.length,
    hasContent: figures.size + reports.size() > 0,
    checks,
    rows: {
      used: rows - rejectedRows,
      rejected: rejectedRows,
      empty: account.empty,
      leftOut: account.leftOut,
    },
  });
}

function outcomeOf(check: CheckOutcome['check'], count: number, differing: number): CheckOutcome {
  return { check, outcome: differing > 0 ? 'differs' : count > 0 ? 'agrees' : 'absent', count };
}
