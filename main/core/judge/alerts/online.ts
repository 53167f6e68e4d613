import type { IndicatorReference } from '#shared/domain/rule-set.ts';

/** The place of the output that the rules of the online rate look at; -1 where the plan has none. */
export function onlineColumn(outputs: readonly IndicatorReference[]): number {
  return outputs.findIndex(({ role }) => role === 'onlineSubmission');
}
