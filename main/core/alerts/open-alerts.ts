import type { AlertRule } from '#shared/domain/model.ts';
import type { Reading } from './reading-store.ts';

/** The alerts that were not resolved at a cut. */
export interface OpenAlerts {
  readonly ofRule: (rule: AlertRule) => Reading[];
  /** Takes out the alert of a rule on a subject; null where there is none. */
  readonly take: (rule: AlertRule, subject: string) => Reading | null;
  /** Those that nobody took, in the order they came in. */
  readonly rest: () => Reading[];
}

/** Every rule asks for thousands of subjects, most of them in vain: by rule, then by subject, no key has to be made. */
export function openAlerts(readings: readonly Reading[]): OpenAlerts {
  const open = readings.filter(({ state }) => state !== 'resolved');
  const byRule = new Map<AlertRule, Map<string, Reading>>();
  for (const one of open) {
    const ofRule = byRule.get(one.rule) ?? new Map<string, Reading>();
    byRule.set(one.rule, ofRule.set(one.subject, one));
  }
  return {
    ofRule: (rule) => [...(byRule.get(rule)?.values() ?? [])],
    take: (rule, subject) => {
      const ofRule = byRule.get(rule);
      const one = ofRule?.get(subject);
      if (one === undefined) return null;
      ofRule?.delete(subject);
      return one;
    },
    rest: () => open.filter((one) => byRule.get(one.rule)?.get(one.subject) === one),
  };
}
