import type { AlertRule } from '#shared/domain/model.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';

/** A rule set on its way to a new version; a field that was emptied holds NaN. */
export type DraftRules = RuleSet;

/** The value at a dotted path such as `operating.indicators.results_online.greenFrom`; undefined where none is. */
export function valueAt(rules: RuleSet, path: string): unknown {
  let place: unknown = rules;
  for (const key of path.split('.')) place = isObject(place) ? place[key] : undefined;
  return place;
}

/** A copy with another value at the path; a path that the rules do not have changes nothing. */
export function withValue(rules: DraftRules, path: string, value: number | string | boolean): DraftRules {
  return replaceAt(rules, path.split('.'), value) as DraftRules;
}

function replaceAt(
  place: unknown,
  [key, ...rest]: readonly string[],
  value: number | string | boolean,
): unknown {
  if (key === undefined) return value;
  if (!isObject(place) || !(key in place)) return place;
  return { ...place, [key]: replaceAt(place[key], rest, value) };
}

/** A copy in which an alert rule is off from a day on, or on again (null). */
export function withRule(rules: DraftRules, rule: AlertRule, from: string | null): DraftRules {
  const { [rule]: _before, ...others } = rules.alerts.off ?? {};
  return { ...rules, alerts: { ...rules.alerts, off: from === null ? others : { ...others, [rule]: from } } };
}

/** A copy in which a unit is not asked these indicators; null: it is asked everything again. */
export function withNotAsked(
  rules: DraftRules,
  unit: string,
  indicators: readonly string[] | null,
): DraftRules {
  const { [unit]: _before, ...others } = rules.notAsked;
  if (indicators === null) return { ...rules, notAsked: others };
  return { ...rules, notAsked: { ...rules.notAsked, [unit]: [...indicators].sort() } };
}

/** The draft as it is tried and saved: a unit that was only begun with is asked everything. */
export function settledRules(rules: DraftRules): RuleSet {
  const notAsked = Object.entries(rules.notAsked).filter(([, indicators]) => indicators.length > 0);
  return { ...rules, notAsked: Object.fromEntries(notAsked) };
}

/** Paths whose values differ between two rule sets. */
export function changedPaths(before: RuleSet, after: RuleSet): string[] {
  const old = leavesOf(before);
  const now = leavesOf(after);
  // A path on one side alone counts, too: a rule that is switched on again leaves none.
  return [...new Set([...old.keys(), ...now.keys()])].filter(
    (path) => !Object.is(old.get(path), now.get(path)),
  );
}

/** Paths of fields that were emptied: the rules can be neither tried nor saved. */
export function emptyPaths(rules: DraftRules): string[] {
  return [...leavesOf(rules)].filter(([, value]) => Number.isNaN(value)).map(([path]) => path);
}

function leavesOf(place: unknown, path = ''): Map<string, unknown> {
  // A list is one value; an empty one says no more than none.
  if (Array.isArray(place)) return new Map(place.length === 0 ? [] : [[path, place.join()]]);
  if (!isObject(place)) return new Map([[path, place]]);
  return new Map(
    Object.entries(place).flatMap(([key, value]) => [
      ...leavesOf(value, path === '' ? key : `${path}.${key}`),
    ]),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
