import type { AlertRule } from '#shared/domain/model.ts';
import type { Reading } from './reading-store.ts';

/** The alerts that were not resolved at a cut. */
export interface OpenAlerts {
  /** One alert of a rule on a unit; null where there is none. */
  readonly ofUnit: (rule: AlertRule, unitId: number) => Reading | null;
  /** The alert of a rule on a subject, which nobody has taken out yet; null where there is none. */
  readonly find: (rule: AlertRule, subject: string) => Reading | null;
  /** Takes out the alert of a rule on a subject; null where there is none. */
  readonly take: (rule: AlertRule, subject: string) => Reading | null;
  /** Those that nobody took, in the order they came in. */
  readonly rest: () => Reading[];
}

/** Rules ask for thousands of subjects, most of them in vain: by rule, then by unit or subject, no key has to be made. */
export function openAlerts(readings: readonly Reading[]): OpenAlerts {
  const open = readings.filter(({ state }) => state !== 'resolved');
  const byUnit = byRuleAnd(open, ({ unitId }) => unitId);
  const bySubject = byRuleAnd(open, ({ subject }) => subject);
  return {
    ofUnit: (rule, unitId) => byUnit.get(rule)?.get(unitId) ?? null,
    find: (rule, subject) => bySubject.get(rule)?.get(subject) ?? null,
    take: (rule, subject) => {
      const one = bySubject.get(rule)?.get(subject) ?? null;
      if (one !== null) bySubject.get(rule)?.delete(subject);
      return one;
    },
    rest: () => open.filter((one) => bySubject.get(one.rule)?.get(one.subject) === one),
  };
}

function byRuleAnd<Key>(
  readings: readonly Reading[],
  keyOf: (reading: Reading) => Key,
): Map<AlertRule, Map<Key, Reading>> {
  const byRule = Map.groupBy(readings, ({ rule }) => rule);
  return new Map(
    [...byRule].map(([rule, ofRule]) => [rule, new Map(ofRule.map((one) => [keyOf(one), one]))]),
  );
}
