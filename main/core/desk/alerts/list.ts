import { type CutView, requireCut, viewedCutDto } from '#main/core/ground/cuts/lookup.ts';
import { readActiveRules } from '#main/core/ground/rules/store.ts';
import {
  type AlertGroup,
  type AlertOrder,
  countMatching,
  listMatching,
  type Matching,
} from '#main/core/judge/alerts/matching-store.ts';
import { describeAlerts } from '#main/core/judge/alerts/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { AlertListDto, AlertQuery } from '#shared/contract/alerts.ts';
import { ALERT_STATES, type AlertState, OPEN_ALERT_STATES, SEVERITIES } from '#shared/domain/model.ts';
import { dayNumber, vietnamInstant } from '#shared/domain/periods.ts';
import { countOf, countProvinces, countRules, totalOf } from './counts.ts';
import { searchAlerts } from './search-store.ts';

export interface ListInput extends AlertQuery {
  readonly order: AlertOrder;
  readonly limit: number;
  readonly offset: number;
}

type Part = 'rule' | 'severity' | 'state';

/**
 * What the filter leaves at a cut, one page of it, and the counts over all of it. SQLite counts and puts in order;
 * only the page leaves it alert by alert.
 */
export function listAlerts(database: ReadDatabase, view: CutView, input: ListInput): AlertListDto {
  const { rules, severities } = input;
  const states: readonly AlertState[] = input.states ?? OPEN_ALERT_STATES;
  const matching = matchingOf(database, view, input);
  const every = countMatching(database, matching);
  const tests: Readonly<Record<Part, (group: AlertGroup) => boolean>> = {
    rule: ({ rule }) => rules === undefined || rules.includes(rule),
    severity: ({ severity }) => severities === undefined || severities.includes(severity),
    state: ({ state }) => states.includes(state),
  };
  const without = (left: Part) =>
    every.filter((group) =>
      Object.entries(tests).every(([part, isChosen]) => part === left || isChosen(group)),
    );
  const found = without('state').filter(tests.state);
  const byProvince = countProvinces(database, view.statusCut, found);
  const places = byProvince.toSorted((left, right) => right.total - left.total).map(({ code }) => code);
  const { order, limit, offset } = input;
  const wanted = { order, limit, offset, places };
  const page = listMatching(database, { ...matching, rules, severities, states }, wanted);
  return {
    cut: viewedCutDto(view),
    ruleVersion: readActiveRules(database).version,
    total: totalOf(found),
    bySeverity: countOf(SEVERITIES, without('severity'), ({ severity }) => severity),
    byState: countOf(ALERT_STATES, without('state'), ({ state }) => state),
    byRule: countRules(without('rule')),
    byProvince,
    alerts: describeAlerts(database, view.statusCut, page),
  };
}

/** The parts of the filter that no count leaves out. */
function matchingOf(
  database: ReadDatabase,
  { statusCut }: CutView,
  { unit, taskGroup, since, text }: AlertQuery,
): Matching {
  return {
    cutId: statusCut.id,
    unit: unit === 'VN' ? undefined : unit,
    taskGroup,
    since: since === undefined ? undefined : instantOf(database, since),
    among: text === undefined ? undefined : searchAlerts(database, statusCut, text),
  };
}

/** The first instant of a day in Vietnam, or that of a cut. */
function instantOf(database: ReadDatabase, since: string): string {
  if (dayNumber(since) !== null) return vietnamInstant(since, 0);
  return requireCut(database, since).statusCut.asOf;
}
