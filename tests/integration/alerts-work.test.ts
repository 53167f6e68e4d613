import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { gatherAlerts } from '#main/core/brief/facts.ts';
import { judgeDueCuts } from '#main/core/desk/alerts/due-watch.ts';
import { alerts as alertsCommand } from '#main/hosts/cli/commands/alerts.ts';
import type { AlertDto, HandoverPart } from '#shared/contract/alerts.ts';
import { everyPage } from '#shared/contract/every-page.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import { ALERT_RULES, OPEN_ALERT_STATES } from '#shared/domain/model.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';
import { recomputeFrom } from '#tests/setup/recompute.ts';

const MOMENT = 'moment-2025-07-31T1600';
const WHO = 'Trần Văn Minh';
// A shift after the newest illustrative cut of 29/12/2025 16:00 in Vietnam.
let now = '2025-12-30T01:00:00.000Z';

let app: Application;
let folder = '';
beforeAll(async () => {
  folder = filledFolder();
  app = await createApp({ dataFolder: folder, clock: () => new Date(now) });
});
afterAll(async () => {
  await app.close();
});

const list = (input: Parameters<Application['client']['alerts']['list']>[0] = {}) =>
  app.client.alerts.list({ limit: 5000, ...input });

describe('alerts of the illustrative data', () => {
  it('show what was open at the published moment, with the figures of that moment', async () => {
    const { alerts, cut } = await list({ cut: MOMENT, rules: ['coverageLow'], unit: '04' });
    expect(cut.id).toBe(MOMENT);
    expect(alerts).toMatchObject([{ state: 'firing', severity: 'critical', unit: { code: '04' } }]);
    expect(alerts[0]?.reason.values).toMatchObject({ green: 3, communes: 56, share: 3 / 56 });
  });

  it('raise the six overdue tasks of the published moment at the centre', async () => {
    const { alerts } = await list({ cut: MOMENT, rules: ['taskOverdue'] });
    expect(alerts.filter(({ unit }) => unit.code === 'VN')).toHaveLength(6);
  });

  it('give every rule something to show in the half year', () => {
    const rules = app.context.read.prepare('SELECT DISTINCT rule FROM alert').pluck().all();
    expect([...rules].sort()).toEqual([...ALERT_RULES].sort());
  });

  it('count what they list, page by page, most severe first', async () => {
    const all = await list();
    expect(all.alerts).toHaveLength(all.total);
    const pages = [await list({ limit: 200 }), await list({ limit: 5000, offset: 200 })];
    expect(pages.flatMap((page) => page.alerts)).toEqual(all.alerts);
    const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
    expect(sum(all.bySeverity)).toBe(all.total);
    expect(sum(all.byRule)).toBe(all.total);
    expect(all.byProvince.reduce((total, place) => total + place.total, 0)).toBe(all.total);
    const ranks = all.alerts.map(({ severity }) => ['critical', 'warning', 'notice'].indexOf(severity));
    expect(ranks).toEqual(ranks.toSorted());
  });
});

describe('what is open', () => {
  const NEWEST = 'week-2025-12-29';
  const BEFORE = 'week-2025-12-22';

  it('is one number for the list, the hand-over sheet and the terminal, which name apart what waits to fire', async () => {
    const { total, byState } = await list();
    expect(byState.pending).toBeGreaterThan(0);
    expect(total).toBe(byState.firing + byState.acknowledged + byState.snoozed);
    const shift = { from: '2025-12-29T00:00:00.000Z', to: '2025-12-30T00:00:00.000Z' };
    const sheet = await app.client.alerts.handover(shift);
    expect(sheet.open.total).toBe(total);
    expect(sheet.open.byState.pending).toBe(0);
    expect((await gatherAlerts(app.client, NEWEST)).total).toBe(total);
    const [, counted, waiting] = (await alertsCommand(['--data', folder])).split('\n');
    expect(counted).toContain(`${total} cảnh báo đang mở: `);
    expect(waiting).toBe(`Ngoài ra ${byState.pending} đang chờ xác nhận (xem bằng --state pending).`);
    const asked = await alertsCommand(['--state', 'pending', '--data', folder]);
    expect(asked.split('\n')[1]).toContain(`${byState.pending} cảnh báo: `);
  });

  it('is new where it fired: for the comparison, the list and the deck', async () => {
    const { alerts: compared } = await app.client.compare.cuts({ from: BEFORE, to: NEWEST });
    const { total } = await list();
    expect(compared.opened).toBeGreaterThan(0);
    expect(compared.opened + compared.lasting).toBe(total);
    expect((await list({ since: NEWEST })).total).toBe(compared.opened);
    expect((await gatherAlerts(app.client, NEWEST)).fresh).toBe(compared.opened);
    const sheet = await app.client.alerts.handover({
      from: '2025-12-29T00:00:00.000Z',
      to: '2025-12-30T00:00:00.000Z',
    });
    expect(sheet.totals.opened).toBe(compared.opened);
    expect(sheet.totals.resolved).toBe(compared.closed);
  });
});

describe('the order of alerts', () => {
  const placeOf = ({ unit }: AlertDto) => unit.province ?? unit.code;

  it('puts the province with the most alerts first, its own most severe first, over all pages', async () => {
    const { alerts: severest, byProvince } = await list();
    const totals = new Map(byProvince.map(({ code, total }) => [code, total]));
    const places = byProvince.map(({ code }) => code);
    const rank = (alert: AlertDto) => places.indexOf(placeOf(alert));
    const fullest = severest.toSorted((left, right) => {
      const more = (totals.get(placeOf(right)) ?? 0) - (totals.get(placeOf(left)) ?? 0);
      return more === 0 ? rank(left) - rank(right) : more;
    });
    const first = await list({ order: 'fullest', limit: 300 });
    const rest = await list({ order: 'fullest', offset: 300 });
    expect([...first.alerts, ...rest.alerts].map(({ id }) => id)).toEqual(fullest.map(({ id }) => id));
  });

  it('goes by code of the province, or by the time an alert began', async () => {
    const byCode = (await list({ order: 'province' })).alerts.map(placeOf);
    expect(byCode).toEqual(byCode.toSorted());
    const newest = (await list({ order: 'newest' })).alerts.map(({ sinceAsOf }) => sinceAsOf);
    expect(newest).toEqual(newest.toSorted().toReversed());
  });
});

describe('a filter of alerts', () => {
  const filters: [string, Parameters<typeof list>[0], (alert: AlertDto) => boolean][] = [
    ['rule', { rules: ['gap', 'noReport'] }, ({ rule }) => rule === 'gap' || rule === 'noReport'],
    ['severity', { severities: ['critical'] }, ({ severity }) => severity === 'critical'],
    ['state', { states: ['pending'] }, ({ state }) => state === 'pending'],
    ['unit and below', { unit: '01' }, ({ unit }) => unit.code === '01' || unit.province === '01'],
    ['task group', { taskGroup: '2' }, ({ taskGroup }) => taskGroup === '2'],
    ['day it fired', { since: '2025-12-20' }, ({ id }) => firedBy(id) > '2025-12-20'],
    ['cut it fired', { since: 'week-2025-12-22' }, ({ id }) => firedBy(id) >= '2025-12-22T09'],
    [
      'name without accents',
      { text: 'lai chau' },
      ({ unit }) => unit.code === '12' || unit.province === '12',
    ],
  ];
  const firedBy = (id: string) => {
    const sql = `
      SELECT fired.as_of FROM alert JOIN alert_reading AS reading ON reading.alert_id = alert.id
      JOIN cut ON cut.id = reading.cut_id JOIN cut AS fired ON fired.code = reading.fired_cut
      WHERE alert.uuid = ? AND cut.code = 'week-2025-12-29'`;
    return String(app.context.read.prepare(sql).pluck().get(id));
  };
  it.each(filters)('by %s leaves exactly those', async (_name, filter, isIn) => {
    const every = (await list({ states: filter?.states ?? [...OPEN_ALERT_STATES] })).alerts;
    const { alerts, total } = await list(filter);
    expect(total).toBeGreaterThan(0);
    expect(alerts.map(({ id }) => id)).toEqual(every.filter(isIn).map(({ id }) => id));
  });

  it('tells in its counts what another choice of the same part would show', async () => {
    const { bySeverity } = await list();
    const critical = await list({ severities: ['critical'] });
    expect(critical.bySeverity).toEqual(bySeverity);
    expect(critical.total).toBe(bySeverity.critical);
  });

  it('is kept under a name, replaced under the same, and forgotten', async () => {
    const { saveFilter, removeFilter, savedFilters } = app.client.alerts;
    await saveFilter({ name: 'Hà Nội', filter: { unit: '01' } });
    await saveFilter({ name: 'Câu hỏi', filter: { rules: ['suspectSignatures'] } });
    await saveFilter({ name: 'Hà Nội', filter: { unit: '01', severities: ['critical'] } });
    expect(await savedFilters()).toEqual([
      { name: 'Câu hỏi', filter: { rules: ['suspectSignatures'] } },
      { name: 'Hà Nội', filter: { unit: '01', severities: ['critical'] } },
    ]);
    expect(await removeFilter({ name: 'Hà Nội' })).toHaveLength(1);
  });

  it('of an unknown unit is refused', async () => {
    await expect(list({ unit: '99' })).rejects.toMatchObject({ code: 'UNIT_UNKNOWN' });
  });
});

describe('work on alerts', () => {
  it('is done in bulk, told to every screen, and found in the history', async () => {
    const changes = app.client.alerts;
    const events = await app.client.application.events();
    await events.next();
    const { alerts } = await list({ rules: ['coverageLow', 'onlineLow'] });
    const ids = alerts.map(({ id }) => id);
    const result = await changes.acknowledge({
      ids,
      who: WHO,
      note: 'Đã giao Sở KH&CN',
      until: '2026-01-31',
    });
    expect(result).toEqual({ changed: ids.length, skipped: [] });
    expect((await events.next()).value).toMatchObject({ kind: 'changed', topics: ['alerts'] });
    await events.return?.();
    const detail = await changes.get({ id: ids[0] ?? '' });
    expect(detail.alert).toMatchObject({
      state: 'acknowledged',
      handling: { kind: 'acknowledged', who: WHO, note: 'Đã giao Sở KH&CN', until: '2026-01-31' },
    });
    expect(detail.events.at(-1)).toMatchObject({ who: WHO, isProgram: false, from: 'firing', at: now });
    expect(detail.events[0]).toMatchObject({ who: 'KH02 Center', isProgram: true, kind: 'opened' });
    expect(detail.explanation[0]).toEqual(detail.alert.reason);
    expect(detail.course.at(-1)).toMatchObject({ cut: 'week-2025-12-29', state: 'acknowledged' });
  });

  it('needs a person and a note', async () => {
    const { alerts } = await list({ limit: 1 });
    const ids = alerts.map(({ id }) => id);
    for (const act of [
      { ids, who: ' ', note: 'x' },
      { ids, who: WHO, note: '' },
      { ids, who: 'KH02 Center', note: 'x' },
    ]) {
      await expect(app.client.alerts.snooze(act)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    }
  });

  it('shows an alert at an earlier cut of its life as it stood then', async () => {
    const { alerts } = await list({ cut: MOMENT, rules: ['coverageLow'], unit: '04' });
    const id = alerts[0]?.id ?? '';
    const then = await app.client.alerts.get({ id, cut: MOMENT });
    const last = await app.client.alerts.get({ id });
    expect(then.alert).toEqual(alerts[0]);
    expect(last.alert.state).toBe('resolved');
    expect(last.cut.id > 'week-2025-08').toBe(true);
    await expect(app.client.alerts.get({ id: 'nobody' })).rejects.toMatchObject({ code: 'ALERT_UNKNOWN' });
  });

  it('remembers the person at this machine', async () => {
    expect(await app.client.settings.get()).toEqual({ personName: null });
    await app.client.settings.set({ personName: WHO });
    expect(await app.client.settings.get()).toEqual({ personName: WHO });
  });
});

describe('kh02 alerts', () => {
  it('writes every alert of the filter as one JSON object with facts and sentences', async () => {
    const words = [
      '--json',
      '--data',
      folder,
      '--cut',
      '2025-07-31',
      '--unit',
      '04',
      '--rule',
      'coverageLow',
    ];
    const report = JSON.parse(await alertsCommand(words)) as { cut: { id: string }; alerts: unknown[] };
    expect(report.cut.id).toBe(MOMENT);
    expect(report.alerts).toMatchObject([
      {
        rule: 'coverageLow',
        severity: 'critical',
        state: 'firing',
        unit: '04',
        task: null,
        since: 'week-2025-07-07',
        evidence: { green: 3, communes: 56 },
        text: 'Cao Bằng: độ phủ xanh 5,36% (3/56), dưới 50%.',
        textEn: 'Cao Bang: green coverage 5.36% (3/56), below 50%.',
      },
    ]);
  });

  it.each([
    ['--rule', 'nothing'],
    ['--severity', 'loud'],
    ['--state', 'gone'],
  ])('refuses %s %s', async (...words) => {
    await expect(alertsCommand([...words, '--data', folder])).rejects.toMatchObject({
      code: 'OPTION_UNKNOWN',
    });
  });
});

describe('the hand-over sheet', () => {
  /** Its numbers and all its lists, read in pages so small that none of them is whole after one. */
  async function sheetOf(shift: { from: string; to: string; unit?: string }) {
    const sheet = await app.client.alerts.handover(shift);
    const linesOf = async (part: HandoverPart) => {
      const lines = await everyPage(
        (page) => app.client.alerts.handoverLines({ ...shift, ...page, part }),
        50,
      );
      expect(lines).toHaveLength(sheet.totals[part]);
      return lines;
    };
    return {
      ...sheet,
      untaken: await linesOf('untaken'),
      handled: await linesOf('handled'),
      opened: await linesOf('opened'),
      resolved: await linesOf('resolved'),
    };
  }

  it('tells what the program saw in the week, what is open, and what nobody has taken', async () => {
    const sheet = await sheetOf({ from: '2025-12-29T00:00:00.000Z', to: '2025-12-30T00:00:00.000Z' });
    const { alerts } = await list();
    expect(
      sheet.opened.every(({ event }) => event?.isProgram === true && event.cut === 'week-2025-12-29'),
    ).toBe(true);
    expect(sheet.opened.length).toBeGreaterThan(0);
    expect(sheet.resolved.every(({ alert }) => alert.state === 'resolved')).toBe(true);
    expect(sheet.open.total).toBe(alerts.length);
    const untaken = alerts.filter(({ severity, state }) => severity === 'critical' && state === 'firing');
    expect(sheet.untaken.map(({ alert }) => alert)).toEqual(untaken);
    expect(sheet.handled).toEqual([]);
  });

  it('tells what people did in their shift, who and why, for one province alone if asked', async () => {
    now = '2025-12-31T03:00:00.000Z';
    const { alerts } = await list({ unit: '01', rules: ['gap'], states: ['firing'] });
    const ids = alerts.slice(0, 3).map(({ id }) => id);
    await app.client.alerts.snooze({ ids, who: WHO, note: 'Chờ kỳ sau' });
    await app.client.alerts.note({ ids: ids.slice(0, 1), who: 'Lê Thị Hoa', note: 'Xã đã giải trình' });
    const shift = { from: '2025-12-31T00:00:00Z', to: '2025-12-31T08:00:00Z' };
    const sheet = await sheetOf(shift);
    expect(sheet.people).toEqual([
      { who: WHO, acts: 3 },
      { who: 'Lê Thị Hoa', acts: 1 },
    ]);
    expect(sheet.handled[0]).toMatchObject({
      event: { kind: 'snoozed', note: 'Chờ kỳ sau' },
      alert: { state: 'snoozed' },
    });
    expect(sheet.counts).toMatchObject({ snoozed: 3, noted: 1, fired: 0 });
    expect((await sheetOf({ ...shift, unit: '04' })).handled).toEqual([]);
  });

  it('says of a rule change only what is open now, not a past that nobody saw', async () => {
    const { rules } = await app.client.rules.get({});
    const lowered = { ...rules, alerts: { ...rules.alerts, coverageLowBelow: 0.95 } };
    now = '2026-01-05T03:00:00.000Z';
    const low = (await list({ rules: ['coverageLow'] })).total;
    await outcomeOf(await app.client.rules.save({ rules: lowered, who: WHO, note: 'Nâng ngưỡng phủ xanh' }));
    const { alerts } = await list({ rules: ['coverageLow'] });
    expect(alerts.length).toBeGreaterThan(low);
    const sheet = await sheetOf({ from: now, to: '2026-01-05T08:00:00Z' });
    const opened = sheet.opened.filter(({ alert }) => alert.rule === 'coverageLow');
    expect(opened.length).toBeGreaterThan(0);
    expect(opened.every(({ alert }) => alert.state !== 'resolved')).toBe(true);
    const taken = (await list({ states: ['acknowledged'] })).alerts;
    expect(taken.some(({ handling }) => handling?.note === 'Đã giao Sở KH&CN')).toBe(true);
  });
});

describe('a cut whose reports fall due', () => {
  it('raises silence at that hour, though nobody sends anything', async () => {
    now = '2026-01-12T09:00:00.000Z';
    await judgeDueCuts(app.context);
    await app.context.write((database) => {
      const sql = `
        INSERT INTO cut (code, kind, start, as_of, due_at)
        VALUES ('week-2026-01-12', 'week', '2026-01-06', '2026-01-12T09:00:00.000Z', '2026-01-12T12:00:00.000Z')`;
      recomputeFrom(database, Number(database.prepare(sql).run().lastInsertRowid), now);
    });
    const silent = async () => {
      const { alerts } = await list({ cut: 'week-2026-01-12', rules: ['noReport'] });
      return alerts.filter(({ reason }) => reason.values.silent === reason.values.communes).length;
    };
    expect(await silent()).toBe(0);
    now = '2026-01-12T12:00:00.000Z';
    await judgeDueCuts(app.context);
    expect(await silent()).toBe(34);
  });
});
