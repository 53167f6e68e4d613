import { isTurn } from './frequency.ts';
import type { CutPeriod } from './periods.ts';
import type { NotAsked, RuleSet } from './rule-set.ts';

/** What the plan asks at a cut: not everything of everybody, and not everything each time. */
export interface Asking {
  readonly notAsked: NotAsked;
  /** Indicators whose turn it is not. */
  readonly outOfTurn: ReadonlySet<string>;
}

/** What a cut asks of its own sort of indicators: a month its outputs, every other cut its criteria. */
export function askingAt(
  rules: Pick<RuleSet, 'notAsked' | 'frequency' | 'operating'>,
  cut: CutPeriod | null,
): Asking {
  const codes = Object.keys(rules.frequency).filter(
    (code) =>
      cut !== null &&
      Object.hasOwn(rules.operating.indicators, code) === (cut.kind === 'month') &&
      !isTurn(rules.frequency[code] ?? 'eachCut', cut),
  );
  return { notAsked: rules.notAsked, outOfTurn: new Set(codes) };
}
