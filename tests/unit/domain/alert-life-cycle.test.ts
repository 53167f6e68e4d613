import { describe, expect, it } from 'vitest';
import {
  type AlertRecord,
  type AlertStep,
  endAlert,
  handleAlert,
  stepAlert,
  wakeAlert,
} from '#shared/domain/alerts/life-cycle.ts';
import { weekCut } from '#shared/domain/cuts.ts';
import type { AlertRule } from '#shared/domain/model.ts';
import { addDays, vietnamDay } from '#shared/domain/periods.ts';

const rules = { pendingCuts: 2, resolveCuts: 2 };
const overdue = {
  rule: 'taskOverdue',
  condition: 'holds',
  severity: 'critical',
  on: 'week-2025-07-07',
} as const;
const cutAt = (week: number) => weekCut(addDays('2025-07-07', 7 * week));
const CONDITIONS = { h: 'holds', H: 'holds', '=': 'holds', c: 'clear', x: 'clear', '-': 'noData' } as const;

/**
 * Plays a line of letters: h holds, H holds and is critical, = holds on the evidence of the cut before, c clear, x
 * clear on the evidence of the cut before, - no data (each at the next weekly cut), a acknowledge, u acknowledge
 * until the day of the next cut, s snooze, w wake. Gives the states with the events in brackets.
 */
function play(line: string, rule: AlertRule): string[] {
  let record: AlertRecord | null = null;
  let week = -1;
  let on = '';
  return [...line].map((letter) => {
    const outcome: AlertStep = step(record, letter);
    record = outcome.record;
    const events = outcome.events.map(({ kind }) => kind).join(',');
    return `${record?.state ?? 'none'}${events === '' ? '' : `(${events})`}`;
  });

  function step(before: AlertRecord | null, letter: string): AlertStep {
    if (!(letter in CONDITIONS))
      return before === null ? { record: before, events: [] } : person(before, letter, week);
    week += 1;
    const open = before?.state === 'resolved' ? null : before;
    if (letter !== '=' && letter !== 'x') on = cutAt(week).code;
    const severity = letter === 'H' ? 'critical' : 'warning';
    const condition = CONDITIONS[letter as keyof typeof CONDITIONS];
    return stepAlert(open, { rule, condition, severity, on }, cutAt(week), rules);
  }
}

function person(record: AlertRecord, letter: string, week: number) {
  if (letter === 'w') return wakeAlert(record, 'Minh', 'trả lại');
  const kind = letter === 's' ? ('snoozed' as const) : ('acknowledged' as const);
  const until = letter === 'u' ? vietnamDay(cutAt(week + 1).asOf) : null;
  return handleAlert(record, { kind, who: 'Lan', note: 'đang xử lý', until });
}

const SEQUENCES: [string, AlertRule, string, string][] = [
  ['waits as pending before it fires', 'coverageLow', 'hh', 'pending(opened) firing(fired)'],
  ['fires at once for a fact', 'taskOverdue', 'h', 'firing(opened,fired)'],
  ['goes quietly when it never fired', 'coverageLow', 'hc', 'pending(opened) resolved(resolved)'],
  ['does not start without data', 'coverageLow', '-c-', 'none none none'],
  ['stays pending without data', 'coverageLow', 'h-h', 'pending(opened) pending firing(fired)'],
  ['resolves after two clear cuts', 'taskOverdue', 'hcc', 'firing(opened,fired) firing resolved(resolved)'],
  [
    'starts counting anew when it flickers',
    'taskOverdue',
    'hchcc',
    'firing(opened,fired) firing firing firing resolved(resolved)',
  ],
  [
    'is never resolved by missing data',
    'taskOverdue',
    'h-----',
    'firing(opened,fired) firing firing firing firing firing',
  ],
  [
    'counts clear cuts across missing ones',
    'taskOverdue',
    'hc-c',
    'firing(opened,fired) firing firing resolved(resolved)',
  ],
  [
    'stays acknowledged while it holds',
    'taskOverdue',
    'hahh',
    'firing(opened,fired) acknowledged(acknowledged) acknowledged acknowledged',
  ],
  [
    'stays acknowledged without data',
    'taskOverdue',
    'ha--',
    'firing(opened,fired) acknowledged(acknowledged) acknowledged acknowledged',
  ],
  [
    'resolves when acknowledged as well',
    'taskOverdue',
    'hacc',
    'firing(opened,fired) acknowledged(acknowledged) acknowledged resolved(resolved)',
  ],
  [
    'fires again when the acknowledgement has run out',
    'taskOverdue',
    'huhh',
    'firing(opened,fired) acknowledged(acknowledged) acknowledged firing(woken)',
  ],
  ['sleeps until the next cut', 'taskOverdue', 'hsh', 'firing(opened,fired) snoozed(snoozed) firing(woken)'],
  [
    'wakes at the next cut without data',
    'taskOverdue',
    'hs-',
    'firing(opened,fired) snoozed(snoozed) firing(woken)',
  ],
  [
    'opens anew after it was resolved',
    'taskOverdue',
    'hcc-ch',
    'firing(opened,fired) firing resolved(resolved) none none firing(opened,fired)',
  ],
  [
    'can be given back',
    'taskOverdue',
    'haw',
    'firing(opened,fired) acknowledged(acknowledged) firing(woken)',
  ],
  [
    'can be snoozed after it was acknowledged',
    'taskOverdue',
    'hash',
    'firing(opened,fired) acknowledged(acknowledged) snoozed(snoozed) firing(woken)',
  ],
  [
    'takes the same decision once',
    'taskOverdue',
    'haa',
    'firing(opened,fired) acknowledged(acknowledged) acknowledged',
  ],
  ['cannot be taken while pending', 'coverageLow', 'ha', 'pending(opened) pending'],
  [
    'cannot be taken when resolved',
    'taskOverdue',
    'hcca',
    'firing(opened,fired) firing resolved(resolved) resolved',
  ],
  [
    'stays as a question until somebody took it',
    'suspectOvernight',
    'hcccac',
    'firing(opened,fired) firing firing firing acknowledged(acknowledged) resolved(resolved)',
  ],
  [
    'does not fire on the same evidence twice',
    'onlineLow',
    'h==h',
    'pending(opened) pending pending firing(fired)',
  ],
  [
    'does not end on the same evidence twice',
    'onlineLow',
    'hhcxxc',
    'pending(opened) firing(fired) firing firing firing resolved(resolved)',
  ],
  [
    'comes back when it is worse than what was taken',
    'gap',
    'haH',
    'firing(opened,fired) acknowledged(acknowledged) firing(woken)',
  ],
  [
    'stays taken when it is as bad again as it was then',
    'gap',
    'Hah-H',
    'firing(opened,fired) acknowledged(acknowledged) acknowledged acknowledged acknowledged',
  ],
  [
    'that came back can be taken again',
    'gap',
    'haHaH',
    'firing(opened,fired) acknowledged(acknowledged) firing(woken) acknowledged(acknowledged) acknowledged',
  ],
];

describe('an alert', () => {
  for (const [title, rule, line, states] of SEQUENCES) {
    it(`${title} (${line})`, () => {
      expect(play(line, rule).join(' ')).toBe(states);
    });
  }

  it('remembers who took it, why and until when', () => {
    const { record } = stepAlert(null, overdue, cutAt(0), rules);
    if (record === null) throw new Error('The alert did not open');
    const decision = { kind: 'acknowledged' as const, who: 'Lan', note: 'đã gọi tỉnh', until: '2025-07-20' };
    const { record: taken, events } = handleAlert(record, decision);
    expect(taken.handling).toEqual({ ...decision, severity: 'critical', asOf: cutAt(0).asOf });
    expect(events).toEqual([
      {
        kind: 'acknowledged',
        from: 'firing',
        to: 'acknowledged',
        cut: cutAt(0).code,
        who: 'Lan',
        note: 'đã gọi tỉnh',
        cause: null,
      },
    ]);
  });

  it('says why it came back, and why it ended with its rule', () => {
    const opened = stepAlert(null, { ...overdue, severity: 'warning' }, cutAt(0), rules).record;
    if (opened === null) throw new Error('The alert did not open');
    const taken = handleAlert(opened, { kind: 'acknowledged', who: 'Lan', note: 'x', until: null }).record;
    const worse = stepAlert(taken, { ...overdue, on: cutAt(1).code }, cutAt(1), rules);
    expect(worse.events).toMatchObject([
      { kind: 'woken', from: 'acknowledged', to: 'firing', cause: 'worse' },
    ]);
    expect(endAlert(taken, cutAt(1), 'ruleOff')).toMatchObject({
      record: { state: 'resolved', phase: 'resolved', clear: 0 },
      events: [{ kind: 'resolved', from: 'acknowledged', who: null, cause: 'ruleOff' }],
    });
  });

  it('counts the evidence apart from the cuts at which it was read', () => {
    const on = ['month-2025-07', 'month-2025-07', 'month-2025-08'];
    const record = on.reduce<AlertRecord | null>(
      (before, month, week) =>
        stepAlert(before, { ...overdue, rule: 'onlineLow', on: month }, cutAt(week), rules).record,
      null,
    );
    expect(record).toMatchObject({ held: 2, heldCuts: 3, state: 'firing', firedCut: cutAt(2).code });
  });
});
