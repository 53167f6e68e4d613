import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alertUuid } from '#main/core/judge/alerts/alert-store.ts';
import { renameAlerts } from '#main/core/judge/alerts/alias-store.ts';
import { COMMUNES, createWorld, PROVINCE, removeTemplate, type World } from './alerts-world.ts';

const [W1, W2, W3, W4] = [
  'week-2025-08-04',
  'week-2025-08-11',
  'week-2025-08-18',
  'week-2025-08-25',
] as const;
const WEEKS = [W1, W2, W3, W4];
const LOW = 10;
const HIGH = 30;
const NOW = '2025-09-01T00:00:00.000Z';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => {
  world.close();
});
afterAll(removeTemplate);

const idAt = (cut: string) => world.at(cut, 'coverageLow')[0]?.id ?? '';

/** One week after the other: how many communes are GREEN, or null when nobody reports. */
function run(greens: readonly (number | null)[]): void {
  greens.forEach((green, week) => {
    const cut = WEEKS[week] ?? '';
    world.cuts([cut]);
    if (green !== null) world.coverage(cut, green);
    world.judge(cut);
  });
}

describe('the id of an alert', () => {
  it('is that of its rule, subject and first cut as now judged; every earlier id still finds it', () => {
    run([null, null, LOW, LOW]);
    const first = idAt(W4);
    expect(first).toBe(alertUuid('coverageLow', `unit:${PROVINCE}`, W3));
    for (const cut of [W2, W1]) {
      world.coverage(cut, LOW);
      world.judge(cut, NOW);
    }
    expect(idAt(W4)).toBe(alertUuid('coverageLow', `unit:${PROVINCE}`, W1));
    expect([first, alertUuid('coverageLow', `unit:${PROVINCE}`, W2)].map(world.named)).toEqual([
      idAt(W4),
      idAt(W4),
    ]);
    expect(world.act('acknowledged', [first], 'đã gọi Sở')).toEqual({ changed: 1, skipped: [] });
    expect(world.state(W4, 'coverageLow')).toBe('acknowledged');
    expect(world.act('noted', ['no-such-id'], 'x').skipped).toEqual([{ id: 'no-such-id', why: 'unknown' }]);
  });

  it('comes back with an undo, and so does what was done at the cut', () => {
    run([null, null, LOW, LOW]);
    const first = idAt(W4);
    world.act('acknowledged', [first], 'đã gọi Sở');
    world.coverage(W2, LOW);
    world.judge(W2, NOW);
    const earlier = idAt(W4);
    expect(world.state(W4, 'coverageLow')).toBe('acknowledged');
    world.withdraw(W2, COMMUNES);
    world.judge(W2, NOW);
    expect([idAt(W4), world.named(earlier)]).toEqual([first, first]);
    expect(world.state(W4, 'coverageLow')).toBe('acknowledged');
    expect(world.events(first)).toContain(`${W4} acknowledged Nguyễn Thị Lan`);
  });

  it('of two alerts that a correction made one finds the one; decisions hold at their cuts', () => {
    run([LOW, LOW, HIGH]);
    world.coverage(W2, HIGH);
    world.judge(W2, NOW);
    world.cuts([W4]);
    world.coverage(W4, LOW);
    world.judge(W4, NOW);
    const second = idAt(W4);
    expect(second).toBe(alertUuid('coverageLow', `unit:${PROVINCE}`, W4));
    for (const cut of [W2, W3]) {
      world.coverage(cut, LOW);
      world.judge(cut, NOW);
    }
    expect(world.named(second)).toBe(idAt(W1));
  });

  it('of an older version stays an alias of the one that it gets', () => {
    run([LOW, LOW]);
    const right = idAt(W2);
    world.database.prepare('UPDATE alert SET uuid = ? WHERE uuid = ?').run('00000000-old', right);
    renameAlerts(world.database);
    expect([idAt(W2), world.named('00000000-old')]).toEqual([right, right]);
  });
});

/** What is sent, and in the end stands: GREEN communes by week, null where nothing stands. */
const history = fc.array(fc.option(fc.constantFrom(LOW, HIGH), { freq: 4 }), { minLength: 4, maxLength: 4 });
/** A sending: the week, and what is first sent in error (a number) or sent and undone (before the right one). */
const sending = fc.record({
  week: fc.nat(3),
  wrong: fc.option(fc.constantFrom(LOW, HIGH)),
  isUndone: fc.boolean(),
});

/** Every alert at every cut, ids included. */
function summary(one: World): unknown {
  const sql = `
    SELECT cut.code, alert.uuid, rule, subject, reading.state, severity, condition, held, clear, evidence
    FROM alert_reading AS reading JOIN cut ON cut.id = reading.cut_id JOIN alert ON alert.id = reading.alert_id
    ORDER BY cut.as_of, alert.uuid`;
  return one.database.prepare(sql).all();
}

/** Sends every week of the history in the order of the sendings, wrongly first where they say so. */
function send(one: World, greens: readonly (number | null)[], sendings: readonly (typeof SENDING)[]): void {
  one.cuts(WEEKS);
  const put = (week: number, green: number | null) => {
    const cut = WEEKS[week] ?? '';
    if (green === null) one.withdraw(cut, COMMUNES);
    else one.coverage(cut, green);
    one.judge(cut, NOW);
  };
  for (const { week, wrong, isUndone } of sendings) {
    if (wrong !== null) put(week, wrong);
    if (isUndone) put(week, null);
    put(week, greens[week] ?? null);
  }
}
const SENDING = { week: 0, wrong: null as number | null, isUndone: false };

describe('the same figures', () => {
  it('give the same alerts under the same ids in whatever order they came, with corrections and undos', () => {
    fc.assert(
      fc.property(
        history,
        fc.array(sending, { maxLength: 3 }),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        (greens, detours, order) => {
          const inOrder = createWorld();
          const mixed = createWorld();
          send(
            inOrder,
            greens,
            [0, 1, 2, 3].map((week) => ({ ...SENDING, week })),
          );
          send(mixed, greens, [...detours, ...order.map((week) => ({ ...SENDING, week }))]);
          const both = [summary(inOrder), summary(mixed)];
          for (const one of [inOrder, mixed]) one.close();
          expect(both[1]).toEqual(both[0]);
        },
      ),
      { numRuns: 6 },
    );
  }, 120_000);
});

describe('a fact that becomes worse', () => {
  it('brings back what somebody took, and the history says who had it and why it is back', () => {
    run([18, 18]);
    const id = idAt(W2);
    world.act('acknowledged', [id], 'đã gọi Sở');
    world.cuts([W3]);
    world.coverage(W3, 5);
    world.judge(W3);
    expect(world.at(W3, 'coverageLow')[0]).toMatchObject({
      state: 'firing',
      severity: 'critical',
      handling: null,
    });
    expect(world.history(id).slice(-2)).toMatchObject([
      { kind: 'acknowledged', who: 'Nguyễn Thị Lan', note: 'đã gọi Sở', cause: null },
      { kind: 'woken', isProgram: true, note: null, cause: 'worse' },
    ]);
  });

  it('does so when a late file makes it worse at the very cut at which it was taken', () => {
    run([18, 18]);
    const id = idAt(W2);
    world.act('snoozed', [id], 'để mai');
    world.coverage(W2, 5);
    world.judge(W2, NOW);
    expect(world.at(W2, 'coverageLow')[0]).toMatchObject({ state: 'firing', severity: 'critical' });
    expect(world.history(id).at(-1)).toMatchObject({ kind: 'woken', cause: 'worse', cut: W2 });
    expect(world.act('acknowledged', [id], 'đã biết').changed).toBe(1);
    world.judge(W2, NOW);
    expect(world.state(W2, 'coverageLow')).toBe('acknowledged');
    world.coverage(W2, 18);
    world.judge(W2, NOW);
    expect(world.history(id).filter(({ cause }) => cause === 'worse')).toMatchObject([{ withdrawnAt: NOW }]);
  });
});

describe('a rule that is switched off', () => {
  it('finds nothing from its day on, and ends what is open by that, not by the data', () => {
    run([LOW, LOW, LOW]);
    const id = idAt(W3);
    world.rules({ off: { coverageLow: '2025-08-17' } });
    world.judgeEverything(NOW);
    expect(WEEKS.slice(0, 3).map((cut) => world.state(cut, 'coverageLow'))).toEqual([
      'pending',
      'firing',
      'resolved',
    ]);
    expect(idAt(W3)).toBe(id);
    expect(world.history(id).at(-1)).toMatchObject({ kind: 'resolved', cut: W3, cause: 'ruleOff' });
    expect(world.at(W3, 'coverageLow')[0]).toMatchObject({ condition: 'noData' });
    world.cuts([W4]);
    world.coverage(W4, LOW);
    world.judge(W4, NOW);
    expect(world.state(W4, 'coverageLow')).toBeNull();
    world.rules({ off: {} });
    world.judgeEverything(NOW);
    expect(world.at(W4, 'coverageLow')[0]).toMatchObject({ id, state: 'firing', held: 4 });
  });
});
