import { afterEach, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { openReached } from '#main/core/desk/calendar/opening.ts';
import { freshFolder } from '#tests/setup/data-folder.ts';

const WHO = 'Trực ban';
const MONTH = 'month-2026-11';
const WEEK = 'week-2026-12-07';
const INDICATOR = 'applications_online';
const HEAD = 'Kỳ,Mã đơn vị,Chỉ tiêu,Tử số,Mẫu số';
const COMMUNE = [HEAD, `${MONTH},01273,${INDICATOR},30,40`].join('\n');
const PROVINCE = [HEAD, `${MONTH},04,${INDICATOR},94,100`].join('\n');

let application: Application;
afterEach(() => application.close());

/** A real workspace on 01/12/2026: November has ended and is being collected, nothing was ever complete. */
async function begin(...files: readonly string[]) {
  const clock = () => new Date('2026-12-01T05:00:00.000Z');
  application = await createApp({ dataFolder: freshFolder(), begins: { name: 'Văn phòng' }, clock });
  const { client, context } = application;
  const { schedule } = (await client.calendar.overview({})).revisions.at(-1) ?? {};
  if (schedule === undefined) throw new Error('No calendar');
  await context.write((write) => write.exec('DELETE FROM calendar_revision'));
  await client.calendar.change({ from: '2026-11-01', schedule, who: WHO, note: 'Từ tháng 11' });
  await openReached(context);
  for (const text of files) {
    const { id } = await client.intake.inspect({ file: new File([text], 'a.csv'), keep: true });
    for await (const _ of await client.intake.commit({ id: id ?? '', who: WHO }));
  }
  return client;
}

it('says one state of the outputs while their first month is collected, everywhere', async () => {
  const client = await begin(COMMUNE, PROVINCE);
  const cut = WEEK;
  for (const unit of ['VN', '04', '01273']) {
    const report = await client.status.get({ cut, unit });
    expect(report.waitingMonth).toMatchObject({ cut: MONTH, sent: 1, instead: null });
    expect(report.national.operatingCoverage).toMatchObject({ value: null, state: 'collecting' });
    expect(new Set(report.outputs.map(({ state }) => state))).toEqual(new Set(['collecting']));
    const { outputs, reasons } = await client.units.profile({ code: unit, cut });
    expect(new Set(outputs.map(({ state }) => state))).toEqual(new Set(['collecting']));
    expect(new Set(outputs.flatMap(({ countryMedianOf }) => countryMedianOf?.state ?? []))).toEqual(
      new Set(['collecting']),
    );
    const codes = reasons.map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(['reason.operating.collecting', 'reason.operating.waiting']),
    );
    expect(codes.filter((code) => /noEvidence|NoEvidence|notYetDue/.test(code))).toEqual([]);
    const why = await client.why.get({ cut, about: { what: 'figure', unit, indicator: INDICATOR } });
    expect(why.reasons).toContainEqual(
      expect.objectContaining({
        code: 'reason.indicator.collecting',
        values: { indicator: INDICATOR, cut: MONTH },
      }),
    );
  }
  const page = await client.indicators.get({ code: INDICATOR, cut });
  expect(new Set([page.country, ...page.provinces].map(({ state }) => state))).toEqual(
    new Set(['collecting']),
  );
  for (const level of ['province', 'commune'] as const) {
    const { states } = await client.map.indicator({ cut, level, code: INDICATOR });
    // A commune that the plan does not ask is not waited for.
    expect(new Set(states.filter((state) => state !== 'notApplicable'))).toEqual(new Set(['collecting']));
  }
});

it('shows what a month before the first week has, figures of provinces among it', async () => {
  const client = await begin(COMMUNE, PROVINCE);
  for (const { id, kind } of (await client.calendar.overview({})).opened)
    if (kind === 'week' && id < WEEK) await client.calendar.remove({ cut: id, who: WHO });
  const page = await client.indicators.get({ code: INDICATOR, cut: MONTH });
  expect(page).toMatchObject({ figuresCut: MONTH, waitingMonth: null });
  const place = page.provinces.find(({ code }) => code === '04');
  expect(place).toMatchObject({ value: 0.75, reported: 1, own: { numerator: 94, denominator: 100 } });
  const other = page.provinces.find(({ code }) => code === '01');
  expect(other).toMatchObject({ value: null, own: null });
  const { codes, values } = await client.map.indicator({ cut: MONTH, level: 'commune', code: INDICATOR });
  expect(values[codes.indexOf('01273')]).toBe(0.75);
  const about = { what: 'figure', unit: '04', indicator: INDICATOR } as const;
  expect((await client.why.get({ cut: MONTH, about })).sources).not.toEqual([]);
  // Conditions are of weeks, and nobody judged one by then.
  const refused = { data: { values: { why: 'before', cut: MONTH } } };
  await expect(client.indicators.get({ code: 'devices', cut: MONTH })).rejects.toMatchObject(refused);
  await expect(client.status.get({ cut: MONTH })).rejects.toMatchObject(refused);
});
