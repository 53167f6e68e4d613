import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Application } from '#main/core/app.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';
import { bring, makeSmall, openSmall } from './small-center.ts';

const CUT = 'week-2025-12-29';
const MONTH = 'month-2025-12';
const NOTHING = { value: null, numerator: null, denominator: null };

let application: Application;
beforeAll(async () => {
  const folder = filledFolder();
  makeSmall(folder);
  application = await openSmall(folder);
});
afterAll(() => application.close());

const profileOf = (code: string) => application.client.units.profile({ code, cut: CUT });
it("takes a sender's 'not applicable' to a criterion for no answer, and says so", async () => {
  const { codes } = await application.client.map.statuses({ cut: CUT, level: 'commune' });
  const [unit = ''] = codes;
  const { criteria } = await profileOf(unit);
  const figure = (value: number | null) => ({ value, numerator: null, denominator: null });
  const send = (last: number | null) =>
    bring(application, {
      cut: CUT,
      figures: criteria.map(({ code }, place) => ({
        unit,
        indicator: code,
        figure: figure(place === 0 ? last : 1),
      })),
    });
  await send(0);
  const honest = await profileOf(unit);
  expect([honest.reported, honest.met, honest.missing]).toEqual(['yellow', 11, 1]);
  await send(null);
  const evading = await profileOf(unit);
  expect([evading.reported, evading.met, evading.missing]).toEqual(['yellow', 11, 1]);
  expect(evading.criteria[0]).toMatchObject({ state: 'selfExempt', notReported: 1 });
  expect(evading.reasons).toContainEqual({
    code: 'reason.commune.selfExempt',
    values: { count: 1, criteria: criteria[0]?.code },
  });
  const { country } = await application.client.indicators.get({ code: criteria[0]?.code ?? '', cut: CUT });
  expect(country).toMatchObject({ notApplicable: 0 });
});

it('counts a commune that calls every output not applicable among the silent', async () => {
  const units = application.context.read
    .prepare("SELECT code FROM unit WHERE parent_id = (SELECT id FROM unit WHERE code = '31')")
    .pluck()
    .all() as string[];
  const { outputs } = await profileOf(units[0] ?? '');
  const figures = units.flatMap((unit) =>
    outputs.map(({ code }) => ({ unit, indicator: code, figure: NOTHING })),
  );
  await bring(application, { cut: MONTH, figures });
  const { outputs: sent } = await application.client.units.profile({ code: units[0] ?? '', cut: MONTH });
  expect(new Set(sent.map(({ state }) => state))).toEqual(new Set(['selfExempt']));
  const page = await application.client.indicators.get({ code: 'applications_online', cut: MONTH });
  expect(page.provinces.find(({ code }) => code === '31')).toMatchObject({
    ...{ value: null, state: 'notReported', notReported: 5, notApplicable: 0 },
  });
});
