import type { SelfExempt } from './figures.ts';
import type { CommuneStatus, EmptyKind, Reason } from './model.ts';
import { reason } from './reason.ts';
import type { RuleSet } from './rule-set.ts';

/** One criterion of one commune: 1 met, any lower number not met, or why there is no answer. */
export type CriterionMark = number | EmptyKind | SelfExempt;

/**
 * What the colour of a commune rests on. `notMet` and `unreported` stay apart: both keep it from GREEN, but
 * only the first is known. Criteria that the plan does not ask, or that are not yet due, are out of the sum.
 */
export interface CommuneEvaluation {
  readonly status: CommuneStatus;
  /** Criteria owed: met + notMet + unreported. */
  readonly owed: number;
  readonly met: number;
  readonly notMet: readonly string[];
  readonly unreported: readonly string[];
  /** Those of the unreported in place of which the commune wrote that they do not apply. */
  readonly selfExempt: readonly string[];
  readonly notApplicable: number;
  readonly notYetDue: number;
  readonly yellowMissingAtMost: number;
}

const NONE: readonly string[] = [];

/**
 * The reported colour of a commune: GREEN when every criterion it owes is met, YELLOW when
 * at most `yellowMissingAtMost` are not shown to be met, else RED; `notReported` when none was reported.
 * A criterion without an answer, beside others that have one, is not shown to be met: silence never helps, nor does
 * writing that it does not apply where the plan asks it.
 * `marks` runs beside `codes`; a mark that is absent is not reported.
 */
export function evaluateCommune(
  codes: readonly string[],
  marks: readonly (CriterionMark | undefined)[],
  rules: RuleSet['commune'],
): CommuneEvaluation {
  const limit = rules.yellowMissingAtMost;
  let met = 0;
  let notApplicable = 0;
  let notYetDue = 0;
  let notMet: string[] | undefined;
  let unreported: string[] | undefined;
  let selfExempt: string[] | undefined;
  for (let position = 0; position < codes.length; position += 1) {
    const code = codes[position] ?? '';
    const mark = marks[position];
    if (typeof mark === 'number') {
      if (mark >= 1) met += 1;
      else notMet = withCode(notMet, code);
    } else if (mark === 'notApplicable') notApplicable += 1;
    else if (mark === 'notYetDue') notYetDue += 1;
    else {
      unreported = withCode(unreported, code);
      if (mark === 'selfExempt') selfExempt = withCode(selfExempt, code);
    }
  }
  const known = met + (notMet?.length ?? 0);
  const owed = known + (unreported?.length ?? 0);
  const status = known === 0 ? 'notReported' : colourOfMissing(owed - met, limit);
  return {
    status,
    owed,
    met,
    notMet: notMet ?? NONE,
    unreported: unreported ?? NONE,
    selfExempt: selfExempt ?? NONE,
    notApplicable,
    notYetDue,
    yellowMissingAtMost: limit,
  };
}

// Lists are made only when something is missing: most communes of a full recompute need none.
function withCode(codes: string[] | undefined, code: string): string[] {
  if (codes === undefined) return [code];
  codes.push(code);
  return codes;
}

/** The colour of a commune that is not shown to meet so many of its criteria. */
export function colourOfMissing(missing: number, limit: number): Exclude<CommuneStatus, 'notReported'> {
  if (missing === 0) return 'green';
  return missing <= limit ? 'yellow' : 'red';
}

/** The colour if every criterion without an answer were met; null where nobody answered any. */
export function bestOfCommune({
  status,
  notMet,
  unreported,
  yellowMissingAtMost: limit,
}: CommuneEvaluation): Exclude<CommuneStatus, 'notReported'> | null {
  if (status === 'notReported' || unreported.length === 0) return status === 'notReported' ? null : status;
  return colourOfMissing(notMet.length, limit);
}

/** The sentences behind a commune's colour: the verdict first, then which criteria and what is left out. */
export function explainCommune(evaluation: CommuneEvaluation): Reason[] {
  const reasons = [verdict(evaluation)];
  const { notMet, selfExempt, notApplicable, notYetDue } = evaluation;
  const unreported = evaluation.unreported.filter((code) => !selfExempt.includes(code));
  if (notMet.length > 0) {
    reasons.push(reason('reason.commune.notMet', { count: notMet.length, criteria: notMet.join(',') }));
  }
  if (unreported.length > 0 && evaluation.status !== 'notReported') {
    reasons.push(
      reason('reason.commune.unreported', { count: unreported.length, criteria: unreported.join(',') }),
    );
  }
  if (selfExempt.length > 0) {
    reasons.push(
      reason('reason.commune.selfExempt', { count: selfExempt.length, criteria: selfExempt.join(',') }),
    );
  }
  if (notApplicable > 0) reasons.push(reason('reason.commune.notApplicable', { count: notApplicable }));
  if (notYetDue > 0) reasons.push(reason('reason.commune.notYetDue', { count: notYetDue }));
  return reasons;
}

function verdict(evaluation: CommuneEvaluation): Reason {
  const { status, owed, met, yellowMissingAtMost: limit } = evaluation;
  if (status === 'notReported') {
    return owed === 0 ? reason('reason.commune.nothingOwed') : reason('reason.commune.notReported', { owed });
  }
  if (status === 'green') return reason('reason.commune.green', { met, owed });
  return reason('reason.commune.missing', { status, missing: owed - met, met, owed, limit });
}
