import { describe, expect, it } from 'vitest';
import {
  type AlertRecord,
  type AlertStep,
  handleAlert,
  stepAlert,
  wakeAlert,
} from '#shared/domain/alerts/life-cycle.ts';
import { weekCut } from '#shared/domain/cuts.ts';
import type { AlertRule } from '#shared/domain/model.ts';
import { addDays } from '#shared/domain/periods.ts';

const rules = { pendingCuts: 2, resolveCuts: 2 };
const cutAt = (week: number) => weekCut(addDays('2025-07-07', 7 * week));
const CONDITIONS = { h: 'holds', c: 'clear', '-': 'noData' } as const;

/**
 * Plays a line of letters: h holds, c clear, - no data (each at the next weekly cut), = the same condition at
 * the same cut again, H / C / ? another condition at the same cut, a acknowledge, u acknowledge until the day
 * of the next cut, s snooze, w wake. Gives the states with the events in brackets.
 */
function play(line: string, rule: AlertRule): string[] {
  let record: AlertRecord | null = null;
  let week = -1;
  let last: keyof typeof CONDITIONS = '-';
  return [...line].map((letter) => {
    const isNext = letter in CONDITIONS;
    const again = { '=': last, H: 'h', C: 'c', '?': '-' }[letter] as keyof typeof CONDITIONS | undefined;
    let outcome: Pick<AlertStep, 'record' | 'events'>;
    if (isNext || again !== undefined) {
      if (isNext) week += 1;
      last = again ?? (letter as keyof typeof CONDITIONS);
      outcome = stepAlert(record, rule, CONDITIONS[last], cutAt(week), rules);
    } else outcome = record === null ? { record, events: [] } : person(record, letter, week);
    record = outcome.record;
    const events = outcome.events.map(({ kind }) => kind).join(',');
    return `${record?.state ?? 'none'}${events === '' ? '' : `(${events})`}`;
  });
}

function person(record: AlertRecord, letter: string, week: number) {
  if (letter === 'w') return wakeAlert(record, 'Minh', 'trả lại');
  const kind = letter === 's' ? ('snoozed' as const) : ('acknowledged' as const);
  const until = letter === 'u' ? addDays(cutAt(week).start, 7) : null;
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
    'goes on sleeping when the same cut is judged again',
    'taskOverdue',
    'hs=',
    'firing(opened,fired) snoozed(snoozed) snoozed',
  ],
  [
    'keeps its acknowledgement when the same cut is judged again',
    'taskOverdue',
    'ha==',
    'firing(opened,fired) acknowledged(acknowledged) acknowledged acknowledged',
  ],
  [
    'is not counted twice by the same cut',
    'coverageLow',
    'h==h',
    'pending(opened) pending pending firing(fired)',
  ],
  [
    'does not resolve by judging one clear cut again',
    'taskOverdue',
    'hc==',
    'firing(opened,fired) firing firing firing',
  ],
  [
    'follows corrected data of the same cut',
    'taskOverdue',
    'hhC=c',
    'firing(opened,fired) firing firing firing resolved(resolved)',
  ],
  [
    'is withdrawn when its first cut is corrected',
    'taskOverdue',
    'hC',
    'firing(opened,fired) resolved(resolved)',
  ],
  [
    'comes back with its acknowledgement when the correction is undone',
    'taskOverdue',
    'haCH',
    'firing(opened,fired) acknowledged(acknowledged) resolved(resolved) acknowledged(opened)',
  ],
  [
    'stays when its only data is withdrawn',
    'taskOverdue',
    'ha?',
    'firing(opened,fired) acknowledged(acknowledged) acknowledged',
  ],
  [
    'opens anew after it was resolved',
    'taskOverdue',
    'hcc-ch',
    'firing(opened,fired) firing resolved(resolved) resolved resolved firing(opened,fired)',
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
];

describe('an alert', () => {
  for (const [title, rule, line, states] of SEQUENCES) {
    it(`${title} (${line})`, () => {
      expect(play(line, rule).join(' ')).toBe(states);
    });
  }

  it('that opens anew is another record, and the old one stays as it was', () => {
    const [first, second, third, fourth] = [0, 1, 2, 3].map(cutAt);
    if (first === undefined || second === undefined || third === undefined || fourth === undefined) return;
    let record = stepAlert(null, 'taskOverdue', 'holds', first, rules).record;
    record = stepAlert(record, 'taskOverdue', 'clear', second, rules).record;
    record = stepAlert(record, 'taskOverdue', 'clear', third, rules).record;
    const again = stepAlert(record, 'taskOverdue', 'holds', fourth, rules);
    expect(again).toMatchObject({ isNew: true, record: { sinceCut: fourth.code, held: 1, before: null } });
    expect(record).toMatchObject({ state: 'resolved', sinceCut: first.code, lastCut: third });
  });

  it('remembers who took it, why and until when', () => {
    const { record } = stepAlert(null, 'taskOverdue', 'holds', cutAt(0), rules);
    if (record === null) throw new Error('The alert did not open');
    const decision = { kind: 'acknowledged' as const, who: 'Lan', note: 'đã gọi tỉnh', until: '2025-07-20' };
    const { record: taken, events } = handleAlert(record, decision);
    expect(taken.handling).toEqual({ ...decision, asOf: cutAt(0).asOf });
    expect(events).toEqual([
      {
        kind: 'acknowledged',
        from: 'firing',
        to: 'acknowledged',
        cut: cutAt(0).code,
        who: 'Lan',
        note: 'đã gọi tỉnh',
      },
    ]);
  });
});
