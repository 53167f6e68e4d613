import type { AlertRule } from '../model.ts';
import { vietnamDay } from '../periods.ts';
import type { RuleSet } from '../rule-set.ts';

/**
 * Which rules say nothing at a cut: those switched off from its day on or from an earlier one. What they found before
 * that day stays as it stood.
 */
export function switchedOff(
  { off = {} }: Pick<RuleSet['alerts'], 'off'>,
  cut: { readonly asOf: string },
): (rule: AlertRule) => boolean {
  const day = vietnamDay(cut.asOf);
  return (rule) => {
    const from = off[rule];
    return from !== undefined && day >= from;
  };
}
