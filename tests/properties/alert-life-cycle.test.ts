import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AlertCondition } from '#shared/domain/alerts/evaluation.ts';
import { type AlertRecord, handleAlert, stepAlert, wakeAlert } from '#shared/domain/alerts/life-cycle.ts';
import { weekCut } from '#shared/domain/cuts.ts';
import { ALERT_RULES, type AlertRule } from '#shared/domain/model.ts';
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

/** Every record on the way, one for each act. A condition belongs to the next weekly cut. */
function walk(
  acts: readonly Act[],
  alertRule: AlertRule,
  limits: Rules,
  repeats = 1,
): (AlertRecord | null)[] {
  let record: AlertRecord | null = null;
  let week = 0;
  return acts.map((one) => {
    if (one === 'holds' || one === 'clear' || one === 'noData') {
      week += 1;
      for (let time = 0; time < repeats; time += 1) {
        record = stepAlert(record, alertRule, one, cutAt(week), limits).record;
      }
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

  it('is the same when every cut is judged twice', () => {
    fc.assert(
      fc.property(acts, rule, rules, (list, one, limits) => {
        expect(walk(list, one, limits, 2)).toEqual(walk(list, one, limits));
      }),
    );
  });

  it('judging a cut again after somebody took the alert loses nothing and reports nothing', () => {
    fc.assert(
      fc.property(acts, condition, rule, rules, (list, last, one, limits) => {
        const record = walk([...list, last], one, limits).at(-1) ?? null;
        fc.pre(record?.phase === 'firing');
        if (record === null) return;
        const cut = cutAt(list.filter((step) => ['holds', 'clear', 'noData'].includes(step)).length + 1);
        const taken = decide(record, 'acknowledge');
        const again = stepAlert(taken, one, last, cut, limits);
        expect(again).toEqual({ record: taken, isNew: false, events: [] });
      }),
    );
  });

  it('is never started nor resolved by missing data', () => {
    fc.assert(
      fc.property(acts, rule, rules, (list, one, limits) => {
        const records = walk(list, one, limits);
        list.forEach((step, place) => {
          if (step !== 'noData') return;
          const [before, after] = [records[place - 1] ?? null, records[place] ?? null];
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

  it('does not look at a cut older than the last', () => {
    fc.assert(
      fc.property(acts, condition, rule, rules, (list, old, one, limits) => {
        const record = walk(['holds', 'holds', ...list], one, limits).at(-1) ?? null;
        expect(stepAlert(record, one, old, cutAt(0), limits)).toEqual({ record, isNew: false, events: [] });
      }),
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
