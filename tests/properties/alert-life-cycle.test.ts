import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AlertCondition } from '#shared/domain/alerts/evaluation.ts';
import { type AlertRecord, handleAlert, stepAlert, wakeAlert } from '#shared/domain/alerts/life-cycle.ts';
import { weekCut } from '#shared/domain/cuts.ts';
import { ALERT_RULES, type AlertRule, SEVERITIES, type Severity } from '#shared/domain/model.ts';
import { addDays } from '#shared/domain/periods.ts';

type Act = AlertCondition | 'acknowledge' | 'snooze' | 'wake';

const condition = fc.constantFrom<AlertCondition>('holds', 'holds', 'clear', 'noData');
const act = fc.oneof(
  { weight: 4, arbitrary: condition as fc.Arbitrary<Act> },
  { weight: 1, arbitrary: fc.constantFrom<Act>('acknowledge', 'snooze', 'wake') },
);
const rule = fc.constantFrom(...ALERT_RULES);
const rules = fc.record({
  pendingCuts: fc.integer({ min: 1, max: 3 }),
  resolveCuts: fc.integer({ min: 1, max: 3 }),
});
type Rules = { readonly pendingCuts: number; readonly resolveCuts: number };
const cutAt = (week: number) => weekCut(addDays('2025-07-07', 7 * week));

/** Every second cut rests on the evidence of the one before. */
function seen(alertRule: AlertRule, one: AlertCondition, week: number) {
  const on = cutAt(week - (week % 2)).code;
  return { rule: alertRule, condition: one, severity: week % 5 === 0 ? 'critical' : 'warning', on } as const;
}

/** Every record on the way, one for each act. A condition belongs to the next weekly cut. */
function walk(acts: readonly Act[], alertRule: AlertRule, limits: Rules): (AlertRecord | null)[] {
  let record: AlertRecord | null = null;
  let week = 0;
  return acts.map((one) => {
    if (one === 'holds' || one === 'clear' || one === 'noData') {
      week += 1;
      const open: AlertRecord | null = record?.phase === 'resolved' ? null : record;
      record = stepAlert(open, seen(alertRule, one, week), cutAt(week), limits).record;
    } else if (record !== null) record = decide(record, one);
    return record;
  });
}

function decide(record: AlertRecord, one: 'acknowledge' | 'snooze' | 'wake'): AlertRecord {
  if (one === 'wake') return wakeAlert(record, 'Lan', '').record;
  const kind = one === 'acknowledge' ? 'acknowledged' : 'snoozed';
  return handleAlert(record, { kind, who: 'Lan', note: 'đang xử lý', until: null }).record;
}

describe('life cycle of an alert', () => {
  const acts = fc.array(act, { maxLength: 20 });

  it('is never started nor resolved by missing data', () => {
    fc.assert(
      fc.property(acts, rule, rules, (list, one, limits) => {
        const records = walk(list, one, limits);
        list.forEach((step, place) => {
          if (step !== 'noData') return;
          const [before, after] = [records[place - 1] ?? null, records[place] ?? null];
          if (before?.phase === 'resolved') return;
          expect(after?.phase).toBe(before?.phase);
          expect([after?.held, after?.clear]).toEqual([before?.held, before?.clear]);
        });
      }),
    );
  });

  it('that has fired is resolved only after enough clear cuts since its condition last held', () => {
    fc.assert(
      fc.property(fc.array(condition, { maxLength: 20 }), rule, rules, (list, one, limits) => {
        const records = walk(list, one, limits);
        list.forEach((_, place) => {
          const [before, after] = [records[place - 1], records[place]];
          if (before?.phase !== 'firing' || after?.phase !== 'resolved') return;
          const known = list.slice(0, place + 1).filter((step) => step !== 'noData');
          expect(known.slice(-limits.resolveCuts).every((step) => step === 'clear')).toBe(true);
        });
      }),
    );
  });

  it('that is known only in part is never less grave than it was, and one that is known is as grave as it is', () => {
    const severity = fc.constantFrom(...SEVERITIES);
    const step = fc.record({ severity, isAtLeast: fc.boolean() });
    const gravity = (one: Severity) => SEVERITIES.length - SEVERITIES.indexOf(one);
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), rule, rules, (steps, one, limits) => {
        let record: AlertRecord | null = null;
        for (const [week, found] of steps.entries()) {
          const last: number = record === null ? -1 : gravity(record.severity);
          const now = { ...seen(one, 'holds', week + 1), ...found };
          record = stepAlert(record, now, cutAt(week + 1), limits).record;
          const wanted = found.isAtLeast ? Math.max(last, gravity(found.severity)) : gravity(found.severity);
          expect(record === null ? null : gravity(record.severity)).toBe(wanted);
        }
      }),
    );
  });

  it('comes back to whoever took it as soon as it is graver than what they saw, and never else', () => {
    const severity = fc.constantFrom(...SEVERITIES);
    fc.assert(
      fc.property(
        severity,
        fc.array(severity, { minLength: 1, maxLength: 8 }),
        rule,
        (first, course, one) => {
          const limits = { pendingCuts: 1, resolveCuts: 1 };
          const at = (week: number, found: Severity) => ({ ...seen(one, 'holds', week), severity: found });
          const opened = stepAlert(null, at(1, first), cutAt(1), limits).record;
          if (opened === null) throw new Error('An alert that holds is none');
          let record: AlertRecord | null = decide(opened, 'acknowledge');
          let isTaken = true;
          for (const [place, found] of course.entries()) {
            isTaken &&= SEVERITIES.indexOf(found) >= SEVERITIES.indexOf(first);
            record = stepAlert(record, at(place + 2, found), cutAt(place + 2), limits).record;
            expect(record?.state).toBe(isTaken ? 'acknowledged' : 'firing');
          }
        },
      ),
    );
  });

  it('can be stored as JSON at any point', () => {
    fc.assert(
      fc.property(acts, rule, rules, (list, one, limits) => {
        for (const record of walk(list, one, limits)) {
          expect(JSON.parse(JSON.stringify(record))).toEqual(record);
        }
      }),
    );
  });
});
