import { requireCut } from '#main/core/ground/cuts/lookup.ts';
import { cutDto, listCuts } from '#main/core/ground/cuts/store.ts';
import { readActiveRules } from '#main/core/ground/rules/store.ts';
import { findAlert } from '#main/core/judge/alerts/alias-store.ts';
import {
  type CourseRow,
  findAlerts,
  findWithdrawn,
  listCourse,
  listEvents,
  listOthers,
} from '#main/core/judge/alerts/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { AlertDetailDto, AlertDto } from '#shared/contract/alerts.ts';
import { UserError } from '#shared/contract/errors.ts';
import { ALERT_TRAITS } from '#shared/domain/alerts/evaluation.ts';
import { latestOf } from '#shared/domain/cuts.ts';
import type { Reason } from '#shared/domain/model.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { reason } from '#shared/domain/reason.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';

/**
 * One alert, by any id it ever had, as it stood at a cut of its life (default: the picture; else at the last by then, else
 * at the last), with everything that happened to it.
 */
export function describeAlert(
  database: ReadDatabase,
  name: string,
  reference: string | undefined,
): AlertDetailDto {
  const id = findAlert(database, name)?.id ?? name;
  const course = listCourse(database, id);
  if (course.length === 0) return describeWithdrawn(database, id);
  const asked = requireCut(database, reference).statusCut;
  const at =
    course.find(({ cut }) => cut === asked.code) ??
    course.findLast(({ asOf }) => asOf <= asked.asOf) ??
    course.at(-1);
  const cut = listCuts(database).find(({ code }) => code === at?.cut);
  if (at === undefined || cut === undefined) throw new UserError('ALERT_UNKNOWN', { id });
  const last = findAlerts(database, [id], vietnamDay(cut.asOf)).get(id);
  if (last === undefined) throw new UserError('ALERT_UNKNOWN', { id });
  const { version, rules } = readActiveRules(database);
  const alert = alertAt(last, at);
  return {
    cut: cutDto(cut),
    alert,
    ruleVersion: version,
    explanation: explainState(alert, at, rules.alerts),
    course: course.map((row) => ({
      cut: row.cut,
      asOf: row.asOf,
      state: row.state,
      condition: row.condition,
      severity: row.severity,
      reason: row.reason,
    })),
    events: listEvents(database, id),
    others: [...listOthers(database, id)],
  };
}

/** One that was raised once and is no more, since its figures were judged anew: whoever kept its id is told so. */
function describeWithdrawn(database: ReadDatabase, id: string): AlertDetailDto {
  const cuts = listCuts(database);
  const newest = latestOf(cuts.filter(({ kind }) => kind !== 'month'));
  const alert = newest && findWithdrawn(database, id, vietnamDay(newest.asOf));
  const cut = cuts.find(({ code }) => code === alert?.since);
  if (alert === null || cut === undefined) throw new UserError('ALERT_UNKNOWN', { id });
  return {
    cut: cutDto(cut),
    alert,
    ruleVersion: readActiveRules(database).version,
    explanation: [alert.reason],
    course: [],
    events: listEvents(database, id),
    others: [...listOthers(database, id)],
  };
}

function alertAt(last: AlertDto, row: CourseRow): AlertDto {
  const { state, condition, severity, held, months, handling } = row;
  const short = handling && {
    kind: handling.kind,
    who: handling.who,
    note: handling.note,
    until: handling.until,
  };
  return { ...last, state, condition, severity, held, months, handling: short, reason: row.reason };
}

/** Why it is in this state: what was found, since when it fires, and what would end it. */
function explainState(alert: AlertDto, row: CourseRow, rules: RuleSet['alerts']): Reason[] {
  const reasons: Reason[] = [alert.reason];
  if (alert.condition !== 'holds') reasons.push(reason(`reason.alert.${alert.condition}`));
  const { isPatient, isQuestion } = ALERT_TRAITS[alert.rule];
  const evidence = row.months === null ? 'cut' : 'month';
  if (alert.state === 'pending') {
    const needed = isPatient ? rules.pendingCuts : 1;
    return [
      ...reasons,
      reason('reason.alertState.pending', { held: row.months ?? row.held, needed, evidence }),
    ];
  }
  if (row.firedCut !== null) {
    reasons.push(
      reason(alert.rule === 'gap' ? 'reason.alertState.gapFired' : 'reason.alertState.fired', {
        cut: row.firedCut,
        months: row.months ?? 0,
        cuts: row.held,
      }),
    );
  }
  if (alert.state === 'resolved') {
    // Missing data resolves nothing: what ended without any was ended by a person, with its rule, in the plan or with its unit.
    if (alert.condition === 'noData') {
      const cause = rules.off?.[alert.rule] === undefined ? 'retired' : 'ruleOff';
      return [alert.reason, reason(`reason.alertState.${cause}`, { cut: row.cut })];
    }
    return [...reasons, reason('reason.alertState.resolved', { cut: row.cut, clear: row.clear, evidence })];
  }
  const ending = { clear: row.clear, needed: rules.resolveCuts };
  if (alert.rule === 'gap') return [...reasons, reason('reason.alertState.gapEnds', ending)];
  const code = `reason.alertState.${isQuestion ? 'question' : 'ends'}`;
  return [...reasons, reason(code, { ...ending, evidence })];
}
