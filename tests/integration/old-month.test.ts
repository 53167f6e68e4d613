import { beforeAll, describe, expect, it } from 'vitest';
import { type Application, DATABASE_NAME } from '#main/core/app.ts';
import { openDatabase } from '#main/db/open.ts';
import { defaultRuleSet } from '#shared/domain/default-rules.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';
import { makeSmall, openSmall } from './small-center.ts';

const OCTOBER = 'month-2025-10';
/** The last cuts at which October is one month old, and two. */
const NOVEMBER = 'week-2025-11-24';
const DECEMBER = 'week-2025-12-29';
const COMMUNE = '12';

let folder: string;
beforeAll(() => {
  folder = filledFolder();
  makeSmall(folder);
  const connections = openDatabase(`${folder}/${DATABASE_NAME}`);
  connections.write.pragma('foreign_keys = OFF');
  const later = `(SELECT id FROM cut WHERE kind = 'month' AND code > '${OCTOBER}')`;
  for (const table of ['observation', 'observation_past'])
    connections.write.exec(`DELETE FROM ${table} WHERE cut_id IN ${later}`);
  connections.write.exec(`DELETE FROM cut WHERE id IN ${later}`);
  // Nothing runs in October, so that there are gaps.
  connections.write.exec(`
    UPDATE observation SET value = 0, numerator = iif(numerator IS NULL, NULL, 0)
    WHERE cut_id = (SELECT id FROM cut WHERE code = '${OCTOBER}')`);
  connections.close();
});

/** The rules in force, with a month that speaks so long. */
async function rulesWith({ client }: Application, monthsAtMost: number) {
  const { rules } = await client.rules.get({});
  const alerts = { ...rules.alerts, gapLastsCuts: 1, pendingCuts: 1 };
  return { ...rules, alerts, operating: { ...rules.operating, monthsAtMost } };
}

async function save(application: Application, monthsAtMost: number): Promise<void> {
  const rules = await rulesWith(application, monthsAtMost);
  const steps = await application.client.rules.save({ rules, who: 'Trực ban', note: 'thử' });
  for await (const step of steps) expect(['progress', 'done']).toContain(step.kind);
}

const openGaps = async ({ client }: Application, cut: string) =>
  (await client.alerts.list({ cut })).alerts.filter(({ rule }) => rule === 'gap').map(({ id }) => id);

describe('a month that is too old', () => {
  it('colours nothing, and every answer says which it was', async () => {
    const application = await openSmall(folder);
    const { client } = application;
    await save(application, 1);
    const before = await client.map.statuses({ cut: NOVEMBER, level: 'commune' });
    expect(before.operating).toContain('red');
    for (const level of ['commune', 'province'] as const) {
      const now = await client.map.statuses({ cut: DECEMBER, level });
      expect(new Set(now.operating)).toEqual(new Set(['noEvidence']));
    }
    const unit = before.codes[0] ?? '';
    for (const code of [unit, COMMUNE, 'VN']) {
      const { reasons, outputs } = await client.units.profile({ code, cut: DECEMBER });
      expect(reasons).toContainEqual({
        code: 'reason.operating.tooOld',
        values: { cut: OCTOBER, months: 1 },
      });
      expect(new Set(outputs.map(({ state }) => state))).toEqual(new Set(['tooOld']));
    }
    const page = await client.indicators.get({ code: 'applications_online', cut: DECEMBER });
    expect(page).toMatchObject({ figuresCut: null, tooOld: OCTOBER });
    expect(page.country).toMatchObject({ value: null, state: 'tooOld', notReported: 10 });
    // What was sent stays to be seen, in the month it is of.
    expect(page.trend.at(-1)).toMatchObject({ cut: OCTOBER });
    expect(page.trend.at(-1)?.value).not.toBeNull();
    const month = await client.indicators.get({ code: 'applications_online', cut: OCTOBER });
    expect(month.country.value).toBe(page.trend.at(-1)?.value);
    const why = await client.why.get({ cut: DECEMBER, about: { what: 'count', count: 'operating' } });
    expect(why.reasons.map(({ code }) => code)).toContain('reason.operating.tooOld');
    await application.close();
  });

  it('ends no alert, and the next month speaks again', async () => {
    const application = await openSmall(folder);
    await save(application, 2);
    const open = await openGaps(application, NOVEMBER);
    expect(open.length).toBeGreaterThan(0);
    await save(application, 1);
    expect(await openGaps(application, DECEMBER)).toEqual(open);
    await save(application, 2);
    const { operating } = await application.client.map.statuses({ cut: DECEMBER, level: 'commune' });
    expect(operating).not.toContain('noEvidence');
    await application.close();
  });

  it('is shown by a preview of rules, which no number below one month can be', async () => {
    const application = await openSmall(folder);
    const { client } = application;
    const one = await client.rules.preview({ cut: DECEMBER, rules: await rulesWith(application, 1) });
    expect(one.communesOperating?.after).toEqual({ noEvidence: 10 });
    const none = await client.rules.preview({ cut: DECEMBER, rules: await rulesWith(application, 0) });
    expect(none.problems.map(({ path }) => path)).toEqual(['operating.monthsAtMost']);
    await application.close();
  });
});

it('rules that were stored before say two months', () => {
  expect(defaultRuleSet([]).operating.monthsAtMost).toBe(2);
});
