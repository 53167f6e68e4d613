import { type CutView, requireCut } from '#main/core/cuts/lookup.ts';
import { type CutRecord, cutDto } from '#main/core/cuts/store.ts';
import { readActiveRules } from '#main/core/judgement/rules.ts';
import { placeNames } from '#main/core/units/names.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { AlertListDto, AlertQuery } from '#shared/contract/alerts.ts';
import { ALERT_STATES, type AlertState, SEVERITIES, type Severity } from '#shared/domain/model.ts';
import { dayNumber, vietnamDay } from '#shared/domain/periods.ts';
import { byCode } from '#shared/domain/ranking.ts';
import { alertSearch } from './search.ts';
import { type AlertMark, describeAlerts, listMarksAt } from './store.ts';

/** Every state of an alert that is not over. */
export const OPEN_STATES: readonly AlertState[] = ALERT_STATES.filter((state) => state !== 'resolved');

export interface ListInput extends AlertQuery {
  readonly order: 'severity' | 'province' | 'newest';
  readonly limit: number;
  readonly offset: number;
}

type Part = 'rule' | 'severity' | 'state' | 'other';
type Test = (alert: AlertMark) => boolean;
/** What is counted: an alert as it is listed, or its mark. */
type Counted = Pick<AlertMark, 'severity' | 'state'> & { readonly unit: AlertMark['unit'] };

/**
 * What the filter leaves at a cut, one page of it, and the counts over all of it. Names and sentences are read for
 * the page alone.
 */
export function listAlerts(database: ReadDatabase, view: CutView, input: ListInput): AlertListDto {
  const every = listMarksAt(database, view.statusCut);
  const tests = testsOf(database, view.statusCut, input);
  const parts = Object.keys(tests) as Part[];
  const without = (left: Part) =>
    every.filter((alert) => parts.every((part) => part === left || tests[part](alert)));
  const found = without('other').filter(tests.other);
  const { limit, offset } = input;
  return {
    cut: cutDto(view.cut),
    ruleVersion: readActiveRules(database).version,
    total: found.length,
    bySeverity: countOf(SEVERITIES, without('severity'), (alert) => alert.severity),
    byState: countOf(ALERT_STATES, without('state'), (alert) => alert.state),
    byRule: countRules(without('rule')),
    byProvince: countProvinces(database, view.statusCut, found),
    alerts: describeAlerts(
      database,
      view.statusCut,
      inOrder(found, input.order).slice(offset, offset + limit),
    ),
  };
}

function countRules(alerts: readonly AlertMark[]): AlertListDto['byRule'] {
  const counts: AlertListDto['byRule'] = {};
  for (const { rule } of alerts) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

function testsOf(database: ReadDatabase, cut: CutRecord, query: AlertQuery): Readonly<Record<Part, Test>> {
  const { rules, severities, states = OPEN_STATES, unit, taskGroup } = query;
  const isSince = sinceTest(database, query.since);
  const isNamed = query.text === undefined ? () => true : alertSearch(database, cut, query.text);
  return {
    rule: ({ rule }) => rules === undefined || rules.includes(rule),
    severity: ({ severity }) => severities === undefined || severities.includes(severity),
    state: ({ state }) => states.includes(state),
    other: (alert) =>
      (unit === undefined || isBelow(alert, unit)) &&
      (taskGroup === undefined || taskGroup === alert.taskGroup) &&
      isSince(alert) &&
      isNamed(alert),
  };
}

/** True for an alert of the unit or of one below it. */
export function isBelow({ unit }: Pick<Counted, 'unit'>, code: string): boolean {
  return code === 'VN' || code === unit.code || code === unit.province;
}

function sinceTest(database: ReadDatabase, since: string | undefined): Test {
  if (since === undefined) return () => true;
  if (dayNumber(since) !== null) return (alert) => vietnamDay(alert.sinceAsOf) >= since;
  const { asOf } = requireCut(database, since).statusCut;
  return (alert) => alert.sinceAsOf >= asOf;
}

/** How many there are of each; those that do not occur are 0. */
export function countOf<Key extends string, Alert extends Counted>(
  keys: readonly Key[],
  alerts: readonly Alert[],
  keyOf: (alert: Alert) => Key,
): Record<Key, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
  for (const alert of alerts) counts[keyOf(alert)] += 1;
  return counts;
}

/** Counts by province; the centre's own alerts stand under VN. Most critical ones first, then most of all. */
export function countProvinces(
  database: ReadDatabase,
  cut: CutRecord,
  alerts: readonly Counted[],
): AlertListDto['byProvince'] {
  const names = placeNames(database, vietnamDay(cut.asOf));
  const places = Map.groupBy(alerts, placeOf);
  const rows = [...places].map(([code, list]) => {
    const { name, nameEn } = names.of(code);
    const counts = countOf<Severity, Counted>(SEVERITIES, list, ({ severity }) => severity);
    return { code, name, nameEn, total: list.length, ...counts };
  });
  return rows.sort(
    (left, right) =>
      right.critical - left.critical || right.total - left.total || byCode(left.code, right.code),
  );
}

function placeOf({ unit }: Pick<Counted, 'unit'>): string {
  return unit.province ?? unit.code;
}

function inOrder(alerts: readonly AlertMark[], order: ListInput['order']): readonly AlertMark[] {
  if (order === 'province') return alerts.toSorted((left, right) => byCode(placeOf(left), placeOf(right)));
  if (order === 'newest') return alerts.toSorted((left, right) => byCode(right.sinceAsOf, left.sinceAsOf));
  return alerts;
}
