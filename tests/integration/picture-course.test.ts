import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { type Application, createApp, DATABASE_NAME } from '#main/core/app.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { makeTenProvinces, send } from './picture-center.ts';
import { WHO } from './small-center.ts';

const WEEKS = ['week-2026-01-05', 'week-2026-01-12', 'week-2026-01-19'];
const MONTH = 'month-2026-01';
const AFTER_MONTH = 'week-2026-02-02';
const CUTS = [...WEEKS, MONTH, AFTER_MONTH];
const LAST_BUILT_IN = 'week-2025-12-29';

/** What happens to a cut: figures of some provinces come, one of the imports is taken back, it is closed or reopened. */
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('come' as const),
      cut: fc.constantFrom(...CUTS),
      first: fc.nat(9),
      provinces: fc.integer({ min: 1, max: 10 }),
      isPartial: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), run: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), cut: fc.constantFrom(...CUTS) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('reopen' as const), cut: fc.constantFrom(...CUTS) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('back' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

let template = '';
let application: Application;
beforeAll(() => {
  template = filledFolder();
  makeTenProvinces(template);
});

async function open(): Promise<Application> {
  const folder = freshFolder();
  copyFileSync(join(template, DATABASE_NAME), join(folder, DATABASE_NAME));
  application = await createApp({ dataFolder: folder, clock: () => new Date('2026-02-03T00:00:00.000Z') });
  return application;
}

interface Ground {
  readonly provinces: readonly (readonly string[])[];
  readonly criteria: readonly string[];
  readonly outputs: readonly string[];
}

function groundOf({ context }: Application): Ground {
  const list = (sql: string) => context.read.prepare(sql).pluck().all() as string[];
  const communes = context.read
    .prepare(`SELECT unit.code, parent.code AS province FROM unit JOIN unit AS parent ON parent.id = unit.parent_id
      WHERE unit.level = 'commune' ORDER BY unit.code`)
    .all() as { code: string; province: string }[];
  const byProvince = Map.groupBy(communes, ({ province }) => province);
  return {
    provinces: [...byProvince.values()].map((members) => members.map(({ code }) => code)),
    criteria: list(`SELECT code FROM indicator WHERE kind = 'criterion'`),
    outputs: list(`SELECT code FROM indicator WHERE kind <> 'criterion'`),
  };
}

const figureOf = (indicator: string, outputs: readonly string[]) =>
  outputs.includes(indicator)
    ? { value: 0.5, numerator: 5, denominator: 10 }
    : { value: 1, numerator: null, denominator: null };

function come(ground: Ground, { cut, first, provinces, isPartial }: Extract<Step, { kind: 'come' }>) {
  const owed = cut === MONTH ? ground.outputs : ground.criteria;
  const sent = isPartial ? owed.slice(2) : owed;
  const senders = [...ground.provinces, ...ground.provinces].slice(first, first + provinces);
  const figures = senders.flatMap((communes) =>
    communes.flatMap((unit) =>
      sent.map((indicator) => ({ unit, indicator, figure: figureOf(indicator, ground.outputs) })),
    ),
  );
  return { cut, figures };
}

/** Counted from the figures in force alone: whether a cut has 90% of its provinces and of all that is owed. */
function hasEnough(database: ReadDatabase, ground: Ground, cut: string): boolean {
  const rows = database
    .prepare(`SELECT unit.code FROM observation JOIN cut ON cut.id = observation.cut_id
      JOIN unit ON unit.id = observation.unit_id WHERE cut.code = ?`)
    .pluck()
    .all(cut) as string[];
  const owed = (cut === MONTH ? ground.outputs : ground.criteria).length;
  const shares = ground.provinces.map(
    (communes) => rows.filter((unit) => communes.includes(unit)).length / (communes.length * owed),
  );
  const share = shares.reduce((sum, one) => sum + one, 0) / shares.length;
  return shares.filter((one) => one >= 0.9).length >= 9 && share >= 0.9;
}

const asOfOf = (cut: string) => cut.replace(/^\w+-/, '').padEnd(10, '-31');

async function pictureOf({ client }: Application) {
  const { statuses, months } = await client.picture.get();
  return { week: statuses.picture?.id ?? '', month: months.picture?.id ?? '' };
}

/** Does a step where it can be done; the rest is refused with a sentence. */
async function take(one: Step, ground: Ground, runs: string[]): Promise<void> {
  const { client } = application;
  const week = (await pictureOf(application)).week;
  switch (one.kind) {
    case 'come':
      runs.push(await send(application, come(ground, one)));
      return;
    case 'undo': {
      const [run] = runs.splice(one.run % Math.max(1, runs.length), 1);
      if (run !== undefined) await client.intake.undo({ run, who: WHO, reason: 'gửi nhầm' });
      return;
    }
    case 'close':
      await client.intake.close({ cut: one.cut, who: WHO, anyway: true }).catch(() => undefined);
      return;
    case 'reopen':
      await client.intake.reopen({ cut: one.cut, who: WHO, reason: 'còn thiếu' }).catch(() => undefined);
      return;
    case 'back':
      await client.picture.back({ cut: week, who: WHO, reason: 'mất quá nhiều' }).catch(() => undefined);
  }
}

test('whatever comes, goes, is closed or reopened: the picture is the latest cut that once had enough or was closed, and only a person moves it back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const { client, context } = await open();
      const ground = groundOf(application);
      const runs: string[] = [];
      const were = new Set([LAST_BUILT_IN, 'month-2025-11', 'month-2025-12']);
      for (const one of steps) {
        const before = await pictureOf(application);
        const closed = new Set(
          (await client.intake.cuts()).filter(({ state }) => state === 'closed').map(({ id }) => id),
        );
        await take(one, ground, runs);
        const cuts = await client.intake.cuts();
        const isClosed = (code: string) => cuts.find(({ id }) => id === code)?.state === 'closed';
        for (const cut of CUTS) {
          const came = one.kind === 'come' && one.cut === cut && hasEnough(context.read, ground, cut);
          // A cut that is closed cannot be closed again.
          const isNewlyClosed = one.kind === 'close' && one.cut === cut && isClosed(cut) && !closed.has(cut);
          if (came || isNewlyClosed) were.add(cut);
        }
        const after = await pictureOf(application);
        if (one.kind === 'back') {
          expect(asOfOf(after.week) <= asOfOf(before.week)).toBe(true);
          if (after.week !== before.week) were.delete(before.week);
        }
        const latest = (isMonth: boolean) =>
          [...were]
            .filter((cut) => cut.startsWith('month') === isMonth)
            .toSorted()
            .at(-1);
        expect(after).toEqual({ week: latest(false), month: latest(true) });
        expect((await client.status.get({})).cut.id).toBe(after.week);
      }
      if ((await client.cuts.list()).some(({ id }) => id === AFTER_MONTH)) {
        const { outputs } = await client.status.get({ cut: AFTER_MONTH });
        expect(outputs[0]?.cut).toBe(were.has(MONTH) ? MONTH : 'month-2025-12');
      }
      await application.close();
    }),
    { numRuns: 12 },
  );
}, 120_000);
