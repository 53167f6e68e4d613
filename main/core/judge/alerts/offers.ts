import type { ReadDatabase } from '#main/db/open.ts';
import { ALERT_STATES, type AlertRule } from '#shared/domain/model.ts';
import { countMatching } from './matching-store.ts';

/** How many alerts of these rules are open at a cut: what a change of the rules is held against. */
export function countOpen(database: ReadDatabase, cutId: number, rules: readonly AlertRule[]): number {
  const states = ALERT_STATES.filter((state) => state !== 'resolved');
  return countMatching(database, { cutId, rules, states }).reduce((sum, { count }) => sum + count, 0);
}
