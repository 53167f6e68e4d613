import type { Day } from './periods.ts';
import { dayFault, neededText, type ReportDays, type ReportFault } from './report-fault.ts';

/** What a body says hinders it; what it did not say is null. Days are yyyy-mm-dd. */
export interface DifficultyGiven {
  readonly category: string | null;
  readonly text: string | null;
  readonly since: string | null;
  readonly resolvedOn: string | null;
}

export interface DifficultyValue {
  readonly category: string;
  readonly text: string;
  readonly since: Day;
  readonly resolvedOn: Day | null;
}

/** The one verdict on a difficulty, however it came. */
export function evaluateDifficulty(
  given: DifficultyGiven,
  days: ReportDays,
): {
  readonly value: DifficultyValue | null;
  readonly faults: readonly ReportFault<keyof DifficultyGiven>[];
} {
  const { category, text, since, resolvedOn } = given;
  const faults = [
    ...neededText('category', category),
    ...neededText('text', text),
    ...(since === null ? neededText('since', since) : dayFault('since', since, days)),
    ...(resolvedOn === null ? [] : resolvedFaults(resolvedOn, since, days)),
  ];
  if (faults.length > 0 || category === null || text === null || since === null)
    return { value: null, faults };
  return { value: { category, text, since, resolvedOn }, faults };
}

function resolvedFaults(
  resolvedOn: string,
  since: string | null,
  days: ReportDays,
): ReportFault<'resolvedOn'>[] {
  const faults = dayFault('resolvedOn', resolvedOn, days);
  if (faults.length > 0 || since === null || resolvedOn >= since) return faults;
  const values = { day: resolvedOn, since };
  return [{ severity: 'error', code: 'RESOLVED_BEFORE_SINCE', field: 'resolvedOn', values }];
}
