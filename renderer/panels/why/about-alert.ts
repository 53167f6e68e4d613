import type { AlertDto } from '#shared/contract/alerts.ts';
import type { WhySubject } from '#shared/contract/why.ts';

/** What an alert rests on: its task, its figure, or the colours of its unit. */
export function aboutAlert({
  task,
  indicator,
  unit,
}: Pick<AlertDto, 'task' | 'indicator' | 'unit'>): WhySubject {
  if (task !== null) return { what: 'task', task };
  return indicator === null
    ? { what: 'unit', unit: unit.code }
    : { what: 'figure', unit: unit.code, indicator };
}
