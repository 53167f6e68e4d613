import type { OperatingCoverage } from './coverage.ts';
import type { IndicatorKind, OperatingStatus, Reason, ReportedStatus } from './model.ts';
import { reason } from './reason.ts';
import type { RuleSet } from './rule-set.ts';

/** When a commune is GREEN. */
export function explainCommuneRule({ commune }: RuleSet): Reason {
  return reason('reason.why.commune', { missing: commune.yellowMissingAtMost });
}

/** What 'not reported' means. */
export function explainNotReported(): Reason {
  return reason('reason.why.notReported', {});
}

/** What is taken from what where a gap between two shares is shown. */
export function explainGapOfShares(): Reason {
  return reason('reason.why.gap', {});
}

/**
 * How many communes have each operating colour, and of how many undetermined ones it is certain that they are at least
 * YELLOW; a share is of all of them, those without evidence too, with what it is at most.
 */
export function explainOperatingCounts(
  counts: Readonly<Record<OperatingStatus, number>>,
  { yellow: atLeastYellow }: { readonly yellow: number },
  { bounds }: Pick<OperatingCoverage, 'bounds'>,
): Reason {
  const { green, yellow, red, undetermined, noEvidence } = counts;
  const communes = green + yellow + red + undetermined + noEvidence;
  const known = communes === noEvidence ? 'no' : 'yes';
  const share = known === 'yes' ? green / communes : 0;
  const told = { green, yellow, red, undetermined, atLeastYellow, noEvidence };
  const atMost = bounds?.atMost ?? share;
  const open = atMost > share ? 'yes' : 'no';
  return reason('reason.why.operating', { ...told, communes, known, share, atMost, open });
}

/** How the colours of outputs make one. */
export function explainRollUpRule({ operating }: RuleSet): Reason {
  const { rollUp, greenFrom, yellowFrom } = operating;
  return reason('reason.why.rollUp', { rollUp, greenFrom, yellowFrom });
}

/** How tasks colour a province. */
export function explainProgressRule({ province }: RuleSet): Reason {
  const { redOverdueMoreThan, dueWithinDays } = province;
  return reason('reason.why.progress', { limit: redOverdueMoreThan, days: dueWithinDays });
}

/** Where tasks stand, and of how many nobody knows; nulls where not one was reported. */
export function explainTaskCounts(tasks: {
  readonly total: number;
  readonly reported: number;
  readonly older: number;
  readonly done: number | null;
  readonly overdue: number | null;
  readonly notYetDue: number;
}): Reason[] {
  const { total, reported, older, done, overdue, notYetDue } = tasks;
  const early = notYetDue === 0 ? [] : [reason('reason.why.tasks.notYetDue', { count: notYetDue })];
  if (done === null || overdue === null) return [reason('reason.why.tasks.unknown', { total }), ...early];
  const silent = total - reported - notYetDue;
  const counts = reason('reason.why.tasks', { total, reported, done, overdue, silent });
  const ages = older === 0 ? [] : [reason('reason.why.tasks.older', { older, reported })];
  return [counts, ...ages, ...early];
}

/** How the figures of units make one. */
export function explainFigureRule(kind: IndicatorKind): Reason {
  return reason('reason.why.figure', { kind });
}

/** How many provinces have each task colour. */
export function explainProgressCounts(counts: Readonly<Record<ReportedStatus, number>>): Reason {
  const { green, yellow, red, undetermined, notReported } = counts;
  const provinces = green + yellow + red + undetermined + notReported;
  return reason('reason.why.progress.counts', { green, yellow, red, undetermined, notReported, provinces });
}

/** How many units share a cell of the matrix. */
export function explainGapCell(cell: {
  readonly reported: ReportedStatus;
  readonly operating: OperatingStatus;
  readonly level: 'province' | 'commune';
  readonly count: number;
  readonly total: number;
}): Reason {
  return reason('reason.why.cell', cell);
}

/** What is compared between two cuts, and what is counted apart. */
export function explainChange(side: 'reported' | 'operating'): Reason {
  return reason('reason.why.change', { side });
}
