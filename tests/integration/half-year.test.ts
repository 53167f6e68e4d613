import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { judgeDueCuts } from '#main/core/desk/alerts/due-watch.ts';
import { openReached } from '#main/core/desk/calendar/opening.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import type { IndicatorDto } from '#shared/contract/plan.ts';
import { beginningFolder } from '#tests/fixtures/empty/workspaces.ts';
import { type Act, courseOf, MONTHS, WEEKS } from '#tests/fixtures/half-year/course.ts';
import { createLedger, type Ledger } from '#tests/fixtures/half-year/ledger.ts';
import { fetchTemplate, fillIn, type Said, type Template } from '#tests/fixtures/half-year/templates.ts';
import { seededRandom } from '#tests/setup/seeded-random.ts';
import { makeProvinces } from './picture-center.ts';
import { WHO } from './small-center.ts';

const SEED = 20260105;
const PROVINCES = 6;
const LONG = 300_000;
const REASON = 'Tỉnh gửi lại';

let now = '2025-12-30T02:00:00.000Z';
let application: Application;
const ledger: Ledger = createLedger();
const random = seededRandom(SEED);
/** Of each file that is in force: its import, and who sent it for what. */
const runs: { run: string; cut: string; province: number }[] = [];
const were = { statuses: new Set<string>(), months: new Set<string>() };
let plan: readonly IndicatorDto[] = [];
/** What a month asks, and what every other cut does. */
let owed: Readonly<Record<'statuses' | 'months', readonly IndicatorDto[]>> = { statuses: [], months: [] };
let provinces: readonly { readonly code: string; readonly communes: readonly string[] }[] = [];

beforeAll(async () => {
  const folder = beginningFolder('nothing');
  makeProvinces(folder, PROVINCES);
  application = await createApp({ dataFolder: folder, clock: () => new Date(now) });
  // The senders of this half year say figures and no words: nothing else is owed.
  await application.context.write((write) =>
    write.exec(`UPDATE calendar_revision SET schedule = json_set(schedule, '$.weekly.owes', json_array('criteria'))
      WHERE schedule ->> '$.weekly' IS NOT NULL`),
  );
  plan = await application.client.plan.indicators();
  owed = {
    statuses: plan.filter(({ kind }) => kind === 'criterion'),
    months: plan.filter(({ kind }) => kind !== 'criterion'),
  };
  const { units } = await application.client.units.list({});
  provinces = units
    .filter(({ level }) => level === 'province')
    .map(({ code }) => ({
      code,
      communes: units.filter((one) => one.parent === code).map((one) => one.code),
    }));
});
afterAll(() => application.close());

type Cycle = keyof typeof were;
const cycleOf = (cut: string): Cycle => (cut.startsWith('month') ? 'months' : 'statuses');
const communesOf = (place: number): readonly string[] => provinces[place]?.communes ?? [];

/** What a province says by chance: the share of its cells that is blank is not said. */
function sayings({ cut, province, blank }: Act): Said[] {
  const said = communesOf(province).flatMap((unit) =>
    owed[cycleOf(cut)].map(({ code: indicator, kind }): Said => {
      // Months of one place are alike: a leap of a half would be asked about.
      const denominator = 170 + Math.floor(random() * 70);
      const part = Math.floor(random() * (denominator + 1));
      const none = { numerator: null, denominator: null };
      if (kind === 'criterion') return { unit, indicator, value: random() < 0.8 ? 1 : 0, ...none };
      if (kind === 'count') return { unit, indicator, value: part, ...none };
      return { unit, indicator, value: part / denominator, numerator: part, denominator };
    }),
  );
  const [first, ...rest] = said;
  return first === undefined ? [] : [first, ...rest.filter(() => random() >= blank)];
}

const templates = new Map<string, Template>();
async function templateFor(place: number, cut: string): Promise<Template> {
  const key = `${place} ${cut}`;
  const codeOf = new Map(plan.map(({ name, code }) => [name, code]));
  const found =
    templates.get(key) ??
    (await fetchTemplate(application.client, provinces[place]?.code ?? '', cut, codeOf));
  templates.set(key, found);
  return found;
}

async function send(act: Act): Promise<void> {
  const { client } = application;
  const said = sayings(act);
  const file = fillIn(await templateFor(act.province, act.cut), said);
  const preview = await client.intake.inspect({ file });
  expect(preview).toMatchObject({ outcome: 'ready', figures: said.length, cuts: [{ code: act.cut }] });
  const commit = await client.intake.commit({ id: preview.id ?? '', who: WHO, reason: REASON });
  const { result } = await outcomeOf(commit);
  runs.push({ run: result.run, cut: act.cut, province: act.province });
  ledger.write({ run: result.run, cut: act.cut, said });
  if (hasEnough(act.cut)) were[cycleOf(act.cut)].add(act.cut);
}

/** By the book of the senders alone: nine tenths of the provinces, rounded down, with 90% of what they owe, and 90% of everything. */
function hasEnough(cut: string): boolean {
  const figures = ledger.inForce(cut);
  const perUnit = owed[cycleOf(cut)].length;
  const shares = provinces.map(
    ({ communes }) =>
      figures.filter(({ unit }) => communes.includes(unit)).length / (communes.length * perUnit),
  );
  const total = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return shares.filter((share) => share >= 0.9).length >= Math.floor(PROVINCES * 0.9) && total >= 0.9;
}

async function undo({ cut, province }: Act): Promise<void> {
  const place = runs.findLastIndex((one) => one.cut === cut && one.province === province);
  const [last] = place < 0 ? [] : runs.splice(place, 1);
  if (last === undefined) return;
  await application.client.intake.undo({ run: last.run, who: WHO, reason: 'gửi nhầm' });
  ledger.takeBack(last.run);
}

/** What cannot be done is refused with its code: a cut that is closed already, or is not. */
async function take(act: Act): Promise<void> {
  const { intake, picture } = application.client;
  const { cut } = act;
  if (act.kind === 'send') return send(act);
  if (act.kind === 'undo') return undo(act);
  const state = (await intake.cuts()).find(({ id }) => id === cut)?.state;
  if (act.kind === 'close') {
    await intake.close({ cut, who: WHO, anyway: true });
    were[cycleOf(cut)].add(cut);
  } else if (act.kind === 'reopen' && state === 'closed')
    await intake.reopen({ cut, who: WHO, reason: REASON });
  else if (act.kind === 'wait' && state === 'collecting')
    await picture.wait({ cut, who: WHO, reason: REASON });
}

const latestOf = (cuts: ReadonlySet<string>): string | undefined => [...cuts].toSorted().at(-1);

async function expectPicture(): Promise<void> {
  const { client } = application;
  const { statuses, months } = await client.picture.get();
  expect([statuses.picture?.id, months.picture?.id]).toEqual([
    latestOf(were.statuses),
    latestOf(were.months),
  ]);
  if (statuses.picture !== null) expect((await client.status.get({})).cut.id).toBe(statuses.picture.id);
}

test('half a year of files that come, come again and are taken back by chance: figures are the senders’ own sums, and the picture is the latest that was one', {
  timeout: LONG,
}, async () => {
  for (const act of courseOf(SEED, provinces.length)) {
    now = act.at;
    await openReached(application.context);
    await judgeDueCuts(application.context);
    await take(act);
    await expectPicture();
  }
  await expectSums();
});

/** What screens and commands answer, beside the book of the senders. */
async function expectSums(): Promise<void> {
  const { client } = application;
  const everyone = new Set(provinces.flatMap(({ communes }) => communes));
  for (const cut of WEEKS) {
    const { criteria, national } = await client.status.get({ cut });
    const sums = owed.statuses.map(({ code }) => ({ code, ...ledger.sumOf(cut, code, everyone) }));
    expect(
      criteria.map(({ code, met, notMet, notReported }) => ({ code, met, notMet, notReported })),
    ).toEqual(
      sums.map(({ code, reported, value }) => ({
        ...{ code, met: value, notMet: reported - value, notReported: everyone.size - reported },
      })),
    );
    const heard = new Set(ledger.inForce(cut).map(({ unit }) => unit));
    expect(national.reportedUnits).toBe(heard.size);
  }
  for (const cut of MONTHS)
    for (const { code, kind } of owed.months) {
      const answer = await client.indicators.get({ code, cut });
      const part = kind === 'count' ? ('value' as const) : ('numerator' as const);
      const places = [
        { place: answer.country, units: everyone },
        ...answer.provinces.map((place) => ({ place, units: new Set(unitsIn(place.code)) })),
      ];
      for (const { place, units } of places) {
        const sum = ledger.sumOf(cut, code, units);
        expect({ cut, code, at: place.code, reported: place.reported, sum: place[part] ?? 0 }).toEqual({
          ...{ cut, code, at: place.code, reported: sum.reported, sum: sum[part] },
        });
        if (kind === 'ratio') expect(place.denominator ?? 0).toBe(sum.denominator);
      }
    }
}

const unitsIn = (province: string) => provinces.find(({ code }) => code === province)?.communes ?? [];
