import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeAlert } from '#main/core/desk/alerts/detail.ts';
import { COMMUNES, CRITERIA, createWorld, PROVINCE, removeTemplate, type World } from './alerts-world.ts';

const [W1, W2, W3, W4, W5, W6] = [
  'week-2025-07-07',
  'week-2025-07-14',
  'week-2025-07-21',
  'week-2025-07-28',
  'week-2025-08-04',
  'week-2025-08-11',
] as const;
const WEEKS = [W1, W2, W3, W4, W5, W6];
const LOW = 10;
const HIGH = 30;

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => {
  world.close();
});
afterAll(removeTemplate);

/** One week after the other: how many communes are GREEN, or null when nobody reports. */
function run(greens: readonly (number | null)[]): void {
  greens.forEach((green, week) => {
    const cut = WEEKS[week] ?? '';
    world.cuts([cut]);
    if (green !== null) world.coverage(cut, green);
    world.judge(cut);
  });
}

const states = () => WEEKS.map((week) => (isOpened(week) ? world.state(week, 'coverageLow') : undefined));
const isOpened = (week: string) =>
  world.database.prepare('SELECT 1 FROM cut WHERE code = ?').get(week) !== undefined;
const idAt = (week: string) => world.at(week, 'coverageLow')[0]?.id ?? '';

/** Every alert at a cut without what depends on how it came about. */
function summary(week: string): string[] {
  const sql = `
    SELECT alert.rule || ' ' || alert.subject || ' ' || since.code || ' ' || reading.state || ' ' || severity || ' ' ||
      condition || ' ' || held || ' ' || clear || ' ' || evidence
    FROM alert_reading AS reading JOIN cut ON cut.id = reading.cut_id JOIN alert ON alert.id = reading.alert_id
    JOIN cut AS since ON since.id = alert.since_cut_id
    WHERE cut.code = ? ORDER BY 1`;
  return world.database.prepare(sql).pluck().all(week) as string[];
}

describe('an alert over the cuts', () => {
  it('waits a cut, fires, and ends only after two clear cuts; the next one is another alert', () => {
    run([LOW, LOW, HIGH, HIGH, LOW, LOW]);
    expect(states()).toEqual(['pending', 'firing', 'firing', 'resolved', 'pending', 'firing']);
    expect(idAt(W5)).not.toBe(idAt(W2));
    expect(world.events(idAt(W2))).toEqual([
      `${W1} opened KH02 Center`,
      `${W2} fired KH02 Center`,
      `${W4} resolved KH02 Center`,
    ]);
  });

  it('does not flap: one clear cut in between ends nothing', () => {
    run([LOW, LOW, HIGH, LOW, HIGH, LOW]);
    expect(states()).toEqual(['pending', 'firing', 'firing', 'firing', 'firing', 'firing']);
    expect(idAt(W6)).toBe(idAt(W1));
  });

  it('that never fired goes with the first clear cut', () => {
    run([LOW, HIGH, HIGH]);
    expect(states().slice(0, 3)).toEqual(['pending', 'resolved', null]);
  });

  it('is never ended by missing data, and says that there was none', () => {
    run([LOW, LOW, null, null, HIGH, HIGH]);
    expect(states()).toEqual(['pending', 'firing', 'firing', 'firing', 'firing', 'resolved']);
    expect(world.at(W4, 'coverageLow')[0]).toMatchObject({ condition: 'noData', held: 2 });
    expect(world.at(W5, 'coverageLow')[0]).toMatchObject({ condition: 'clear' });
  });

  it('keeps the figures of each cut as its evidence', () => {
    run([10, 12]);
    const evidence = (week: string) => world.at(week, 'coverageLow')[0]?.reason.values;
    expect(evidence(W1)).toMatchObject({ green: 10, communes: 38, share: 10 / 38, threshold: 0.5 });
    expect(evidence(W2)).toMatchObject({ green: 12, communes: 38, share: 12 / 38 });
  });

  it('of a commune that was dissolved ends with the first cut after it', () => {
    run([LOW, LOW]);
    const commune = COMMUNES[0] ?? '';
    world.criteria(W2, [commune], CRITERIA.slice(0, 1));
    world.judge(W2);
    expect(world.state(W2, 'regression', commune)).toBe('firing');
    world.database.prepare(`UPDATE unit SET valid_to = '2025-07-16' WHERE code = ?`).run(commune);
    for (const cut of [W3, W4]) {
      world.cuts([cut]);
      world.criteria(cut, COMMUNES.slice(1, LOW));
      world.judge(cut);
    }
    expect([W3, W4].map((cut) => world.state(cut, 'regression', commune))).toEqual(['resolved', null]);
  });
});

describe('what people do', () => {
  it('survives every recompute and the cuts that follow', () => {
    run([LOW, LOW]);
    const id = idAt(W2);
    expect(world.act('acknowledged', [id], 'đã gọi Sở')).toEqual({ changed: 1, skipped: [] });
    world.judge(W2);
    world.judgeEverything('2025-08-02T00:00:00.000Z');
    expect(world.at(W2, 'coverageLow')[0]).toMatchObject({
      id,
      state: 'acknowledged',
      handling: { kind: 'acknowledged', who: 'Nguyễn Thị Lan', note: 'đã gọi Sở', until: null },
    });
    world.cuts([W3]);
    world.coverage(W3, LOW);
    world.judge(W3);
    expect(world.state(W3, 'coverageLow')).toBe('acknowledged');
  });

  it('is not lost when an import changes the cut and is undone again', () => {
    run([LOW, LOW]);
    world.act('acknowledged', [idAt(W2)], 'đã gọi Sở');
    world.coverage(W2, HIGH);
    world.judge(W2, '2025-08-02T00:00:00.000Z');
    expect(world.state(W2, 'coverageLow')).toBe('resolved');
    world.coverage(W2, LOW);
    world.judge(W2, '2025-08-03T00:00:00.000Z');
    expect(world.state(W2, 'coverageLow')).toBe('acknowledged');
    expect(world.events(idAt(W2))).toEqual([
      `${W1} opened KH02 Center`,
      `${W2} fired KH02 Center (withdrawn)`,
      `${W2} acknowledged Nguyễn Thị Lan`,
      `${W2} resolved KH02 Center (withdrawn)`,
      `${W2} fired KH02 Center`,
    ]);
  });

  it('ends on its last day: the alert fires again at the first cut after it', () => {
    run([LOW, LOW]);
    world.act('acknowledged', [idAt(W2)], 'chờ hết tuần', '2025-07-21');
    for (const cut of [W3, W4]) {
      world.cuts([cut]);
      world.coverage(cut, LOW);
      world.judge(cut);
    }
    expect([W3, W4].map((cut) => world.state(cut, 'coverageLow'))).toEqual(['acknowledged', 'firing']);
    expect(world.events(idAt(W4)).at(-1)).toBe(`${W4} woken KH02 Center`);
  });

  it('puts an alert aside until the next cut, whatever that cut brings', () => {
    run([LOW, LOW]);
    world.act('snoozed', [idAt(W2)], 'để mai');
    world.judge(W2);
    expect(world.state(W2, 'coverageLow')).toBe('snoozed');
    world.cuts([W3]);
    world.judge(W3);
    expect(world.state(W3, 'coverageLow')).toBe('firing');
  });

  it('can be taken back, and a note changes nothing but the history', () => {
    run([LOW, LOW]);
    const id = idAt(W2);
    world.act('acknowledged', [id], 'đã gọi Sở');
    world.act('woken', [id], 'chưa ai làm');
    world.act('noted', [id], 'Sở hẹn thứ Sáu');
    world.judge(W2);
    expect(world.state(W2, 'coverageLow')).toBe('firing');
    expect(world.events(id).slice(2)).toEqual([
      `${W2} acknowledged Nguyễn Thị Lan`,
      `${W2} woken Nguyễn Thị Lan`,
      `${W2} noted Nguyễn Thị Lan`,
    ]);
  });

  it('is refused with its reason for alerts that cannot be taken', () => {
    run([LOW]);
    const id = idAt(W1);
    expect(world.act('acknowledged', [id, 'nobody'], 'x')).toEqual({
      changed: 0,
      skipped: [
        { id, why: 'pending' },
        { id: 'nobody', why: 'unknown' },
      ],
    });
    expect(() => world.act('acknowledged', [id], 'x', '2025-07-01')).toThrow(/ALERT_UNTIL_PAST/);
  });
});

describe('a recompute', () => {
  it('of the same cut, and of every cut, leaves every row as it was', () => {
    run([LOW, LOW, HIGH, null, LOW, HIGH]);
    world.act('acknowledged', [idAt(W6)], 'đang theo dõi');
    const before = world.rows();
    world.judge(W6);
    expect(world.rows()).toEqual(before);
    world.judgeEverything('2025-09-01T00:00:00.000Z');
    world.judgeEverything('2025-09-02T00:00:00.000Z');
    expect(world.rows()).toEqual(before);
  });

  it('of late figures lets the alert begin earlier, and keeps what was done with it', () => {
    run([null, LOW, LOW]);
    const id = idAt(W3);
    world.act('acknowledged', [id], 'đang theo dõi');
    world.coverage(W1, LOW);
    world.judge(W1, '2025-08-02T00:00:00.000Z');
    expect(states().slice(0, 3)).toEqual(['pending', 'firing', 'acknowledged']);
    const now = idAt(W1);
    expect([W2, W3].map(idAt)).toEqual([now, now]);
    expect(world.named(id)).toBe(now);
    expect(world.at(W3, 'coverageLow')[0]).toMatchObject({ since: W1, held: 3 });
  });

  it('of a correction in the past takes back what was not so, and the history says it', () => {
    run([LOW, LOW, LOW]);
    const id = idAt(W3);
    world.coverage(W1, HIGH);
    world.coverage(W2, HIGH);
    world.judge(W1, '2025-08-02T00:00:00.000Z');
    expect(states().slice(0, 3)).toEqual([null, null, 'pending']);
    expect(world.named(id)).toBe(idAt(W3));
    expect(world.events(idAt(W3))).toEqual([
      `${W1} opened KH02 Center (withdrawn)`,
      `${W2} fired KH02 Center (withdrawn)`,
      `${W3} opened KH02 Center`,
    ]);
  });

  it('leads every id that was ever given to a page, also where nothing is raised any more', () => {
    run([LOW, LOW, LOW]);
    const id = idAt(W3);
    for (const cut of [W1, W2, W3]) world.coverage(cut, HIGH);
    world.judge(W1, '2025-08-02T00:00:00.000Z');
    const gone = describeAlert(world.database, id, undefined);
    expect(gone.alert).toMatchObject({
      rule: 'coverageLow',
      state: 'resolved',
      condition: 'clear',
      since: W1,
    });
    expect(gone.explanation).toEqual([{ code: 'reason.alert.withdrawn', values: { unit: PROVINCE } }]);
    expect(gone.events.length).toBeGreaterThan(0);
    const ids = world.database
      .prepare('SELECT uuid FROM alert UNION SELECT uuid FROM alert_alias')
      .pluck()
      .all();
    for (const one of ids as string[])
      expect(describeAlert(world.database, one, undefined).alert).toBeDefined();
    expect(() => describeAlert(world.database, 'nobody', undefined)).toThrow();
  });

  it('of a cut that was put in between goes on from it', () => {
    run([LOW, LOW, LOW]);
    world.cuts(['moment-2025-07-17T1600']);
    world.coverage('moment-2025-07-17T1600', HIGH);
    world.judge('moment-2025-07-17T1600', '2025-08-02T00:00:00.000Z');
    expect(world.at('moment-2025-07-17T1600', 'coverageLow')[0]).toMatchObject({ condition: 'clear' });
    expect(world.at(W3, 'coverageLow')[0]).toMatchObject({ state: 'firing', held: 3 });
  });

  it('gives the same alerts for the same figures, in whatever order they came', () => {
    run([HIGH, LOW, LOW, LOW, null, HIGH]);
    const final = [LOW, LOW, HIGH, LOW, LOW, HIGH];
    for (const week of [4, 0, 2]) {
      const cut = WEEKS[week] ?? '';
      world.coverage(cut, final[week] ?? 0);
      world.judge(cut, '2025-08-20T00:00:00.000Z');
    }
    const late = WEEKS.map(summary);
    world.close();
    world = createWorld();
    run(final);
    expect(late).toEqual(WEEKS.map(summary));
  });

  it('never has two open alerts of one rule and subject', () => {
    run([LOW, HIGH, LOW, LOW, HIGH, LOW]);
    world.coverage(W2, LOW);
    world.judge(W2, '2025-08-20T00:00:00.000Z');
    world.coverage(W3, HIGH);
    world.coverage(W4, HIGH);
    world.judge(W3, '2025-08-21T00:00:00.000Z');
    const sql = `
      SELECT reading.cut_id, alert.rule, alert.subject, count(*) AS open FROM alert_reading AS reading
      JOIN alert ON alert.id = reading.alert_id
      WHERE reading.state <> 'resolved' GROUP BY 1, 2, 3 HAVING count(*) > 1`;
    expect(world.database.prepare(sql).all()).toEqual([]);
    expect(world.at(W6, 'coverageLow', PROVINCE)).toHaveLength(1);
  });
});
