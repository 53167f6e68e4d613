import type { ProofVerdict } from '#shared/domain/proof.ts';
import type { ProblemCode, ProblemSeverity } from '../problem.ts';

/** What a file can be held against. */
export type Check = 'totals' | 'rates' | 'communes' | 'past' | 'overnight';

/** `absent`: the file, or the data, has nothing to hold it against. */
export interface CheckOutcome {
  readonly check: Check;
  readonly outcome: 'agrees' | 'differs' | 'absent';
  /** How many stated sums, rates, communes or figures were held against something. */
  readonly count: number;
}

/** What of the rows of a file became of what. */
export interface RowsAccount {
  /** With figures or reports that are taken. */
  readonly used: number;
  /** With something that is not. */
  readonly rejected: number;
  /** Of a unit that says nothing. */
  readonly empty: number;
  readonly leftOut: readonly { readonly rule: string; readonly count: number }[];
}

export interface Proof {
  readonly verdict: ProofVerdict;
  readonly checks: readonly CheckOutcome[];
  readonly rows: RowsAccount;
}

interface Found {
  readonly counts: readonly {
    readonly code: ProblemCode;
    readonly severity: ProblemSeverity;
    readonly count: number;
  }[];
  readonly questions: number;
  readonly hasContent: boolean;
  readonly checks: readonly CheckOutcome[];
  readonly rows: RowsAccount;
}

/** What is taken all the same and can be wrong: a person looks before it counts. */
const TO_BE_LOOKED_AT: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'COLUMN_UNKNOWN',
  'PROVINCE_UNKNOWN',
  'CUT_OTHER',
  'TEMPLATE_OTHER_CUT',
  'QUOTE_BROKEN',
  'ENCODING_MIXED',
  'INDICATOR_NOT_HELD',
  'INDICATOR_OUT_OF_TURN',
  'ALL_SAME_AS_BEFORE',
  'JUMP',
  'OVERNIGHT',
  'PROVINCES_SEVERAL',
]);

/** Left out by a rule that has a name: accounted for, and no reason to look. */
const ACCOUNTED: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'RECIPE_USED',
  'UNITS_ACROSS',
  'TOTALS_LEFT_OUT',
  'SECTIONS_LEFT_OUT',
  'SUMMARIES_LEFT_OUT',
  'NOTES_LEFT_OUT',
  'SIGNATURES_LEFT_OUT',
  'HEADERS_LEFT_OUT',
]);

/**
 * The one verdict on a file. Refused: something of it cannot be taken. To be looked at: something is asked, or taken and
 * doubtful. Proven: every row and column has its place, and whatever it could be held against agrees; with notes where
 * something is said of it, or where there was nothing to hold it against.
 */
export function evaluateProof({ counts, questions, hasContent, checks, rows }: Found): Proof {
  const has = (test: (code: ProblemCode, severity: ProblemSeverity) => boolean): boolean =>
    counts.some(({ code, severity, count }) => count > 0 && test(code, severity));
  const isAgreeing = checks.some(({ check, outcome }) => OWN.includes(check) && outcome === 'agrees');
  const verdict = ((): ProofVerdict => {
    if (has((_, severity) => severity === 'error')) return 'refused';
    if (questions > 0 || has((_, severity) => severity === 'question')) return 'look';
    if (!hasContent) return 'refused';
    if (has((code) => TO_BE_LOOKED_AT.has(code))) return 'look';
    return isAgreeing && !has((code) => !ACCOUNTED.has(code)) ? 'proven' : 'notes';
  })();
  return { verdict, checks, rows };
}

/** Checks of a file against itself. */
const OWN: readonly Check[] = ['totals', 'rates'];
