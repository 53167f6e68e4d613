import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { coveragePlaces } from '#shared/domain/coverage.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';

/** The last cut; its outputs are of November. */
const CUT = 'week-2025-12-29';

let application: Application;
beforeAll(async () => {
  application = await createApp({ dataFolder: filledFolder() });
});
afterAll(() => application.close());

const communes = () => application.client.map.statuses({ level: 'commune', cut: CUT });

/** What people would ask to see of the rules is in the data that a new folder shows. */
describe('the built-in data show', () => {
  it('silence: communes that reported nothing, and some that sent no outputs', async () => {
    const { reported, operating } = await communes();
    const silent = reported.filter((status) => status === 'notReported');
    expect(silent.length).toBeGreaterThan(20);
    expect(operating.filter((status) => status === 'noEvidence').length).toBeGreaterThan(20);
    const { national } = await application.client.status.get({ cut: CUT });
    expect(national.bounds?.atMost).toBeGreaterThan(national.coverage ?? 1);
  });

  it('a province that is silent for a week: its task states last, with their age', async () => {
    const cut = 'week-2025-11-24';
    const { tasks } = await application.client.plan.tasks({ cut });
    const aged = tasks.filter(({ age }) => age === 1);
    expect(aged.length).toBeGreaterThan(20);
    expect(aged.every((task) => task.unitsReported === task.units && task.unitsFresh < task.units)).toBe(
      true,
    );
    const { provinces } = await application.client.status.get({ cut });
    expect(provinces.map(({ coverage }) => coverage)).toContain(null);
  });

  it('places between two colours', async () => {
    const { operating, undetermined } = await communes();
    expect(undetermined.length).toBeGreaterThan(20);
    expect(undetermined.every(({ at }) => operating[at] === 'undetermined')).toBe(true);
  });

  it('communes of few files, which are not GREEN for two of two', async () => {
    const sql = `
      SELECT DISTINCT figure.unit_id AS unit, operating FROM observation AS figure
      JOIN indicator ON indicator.id = indicator_id AND indicator.kind = 'ratio'
      JOIN unit_status AS status ON status.unit_id = figure.unit_id
        AND status.cut_id = (SELECT id FROM cut WHERE code = ?)
      WHERE figure.cut_id = (SELECT id FROM cut WHERE code = 'month-2025-11')
        AND numerator = 2 AND denominator = 2`;
    const few = application.context.read.prepare(sql).all(CUT) as { unit: number; operating: string }[];
    expect(few.length).toBeGreaterThan(2);
    expect(few.map(({ operating }) => operating)).not.toContain('green');
  });

  it('communes that a decisive RED keeps from GREEN', async () => {
    const { rules } = await application.client.rules.get({});
    const { indicators } = rules.operating;
    const free = Object.fromEntries(
      Object.entries(indicators).map(([code, one]) => [code, { ...one, decisive: false }]),
    );
    const without = { ...rules, operating: { ...rules.operating, indicators: free } };
    const { communesOperating } = await application.client.rules.preview({ cut: CUT, rules: without });
    expect(communesOperating?.transitions.yellow).toMatchObject({ green: 32, undetermined: 2 });
    expect(communesOperating?.changed).toBe(34);
  });

  it('provinces that share a place', async () => {
    const { provinces } = await application.client.status.get({ cut: CUT });
    const places = coveragePlaces(provinces);
    expect(new Set(places).size).toBeLessThan(places.length);
  });
});
