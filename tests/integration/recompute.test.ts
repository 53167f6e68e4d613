import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { Application } from '#main/core/app.ts';
import type { BroughtReports } from '#main/core/take/intake/reports/diff.ts';
import { REPORT_TABLES } from '#main/core/take/intake/reports/tables-store.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';
import { recomputeAll } from '#tests/setup/recompute.ts';
import { bring, computed, computeFromNothing, makeSmall, NOW, openSmall, WHO } from './small-center.ts';

/** Cuts of the built-in data, and ones that a file may name first: two of them at the instant of a weekly cut. */
const CUTS = [
  'week-2025-10-27',
  'month-2025-11',
  'week-2025-12-08',
  'week-2025-12-29',
  'day-2025-11-10',
  'moment-2025-12-08T1600',
  'day-2025-12-24',
  'week-2026-01-05',
  'month-2025-12',
];

let template: string;
beforeAll(() => {
  template = filledFolder();
  makeSmall(template);
});

const place = fc.nat(999);
const figure = fc.record({ unit: place, indicator: place, value: fc.integer({ min: -1, max: 10 }) });
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('bring' as const),
      cut: fc.constantFrom(...CUTS),
      figures: fc.array(figure, { minLength: 1, maxLength: 30 }),
      task: place,
      progress: fc.integer({ min: 0, max: 4 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('undo' as const), which: place }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('close' as const), cut: place }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('handle' as const),
      how: fc.constantFrom('acknowledge', 'snooze', 'wake'),
      which: place,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('rules' as const), stricter: fc.integer({ min: 0, max: 3 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('back' as const) }) },
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

const ONE_FIGURE = { figures: [{ unit: 0, indicator: 0, value: 0 }], task: 0, progress: 0 };
/** A fall that lasted from November on ends in December under other rules, and comes back at the end of the year. */
const SPLIT_BY_RULES: Act[] = [
  { kind: 'bring', cut: 'day-2025-12-24', ...ONE_FIGURE },
  { kind: 'bring', cut: 'day-2025-11-10', ...ONE_FIGURE },
  { kind: 'rules', stricter: 3 },
];
/** What somebody took in December had begun in November once, and does so again. */
const BACK_AFTER_UNDO: Act[] = [
  { kind: 'bring', cut: 'day-2025-11-10', ...ONE_FIGURE },
  { kind: 'undo', which: 0 },
  { kind: 'handle', how: 'acknowledge', which: 0 },
  { kind: 'bring', cut: 'day-2025-11-10', ...ONE_FIGURE },
];

it('after any files, corrections, undos, decisions and rule changes gives what computing from nothing gives, and again nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 8 }), async (acts) => {
      const application = await openSmall(template);
      try {
        for (const one of acts) await perform(application, one);
        expect(await writtenAgain(application)).toBe(0);
        const incremental = computed(application.context.read);
        await application.context.write(computeFromNothing);
        expect(computed(application.context.read)).toEqual(incremental);
      } finally {
        await application.close();
      }
    }),
    { numRuns: 25, examples: [[SPLIT_BY_RULES], [BACK_AFTER_UNDO]] },
  );
}, 300_000);

/** Rows that computing everything once more writes. */
function writtenAgain({ context }: Application): Promise<number> {
  return context.write((database) => {
    const written = () => database.prepare('SELECT total_changes()').pluck().get() as number;
    const before = written();
    recomputeAll(database, NOW);
    return written() - before;
  });
}

async function perform(application: Application, one: Act): Promise<void> {
  const { client } = application;
  switch (one.kind) {
    case 'bring':
      return void (await bring(application, broughtOf(application, one)));
    case 'undo': {
      const runs = (await client.intake.runs({ limit: 1000 })).filter(
        ({ state, kind }) => state === 'committed' && kind !== 'built-in',
      );
      const run = runs[one.which % runs.length]?.run;
      if (run !== undefined) await client.intake.undo({ run, who: WHO, reason: 'nhầm tệp' });
      return;
    }
    case 'close': {
      const cuts = (await client.cuts.list()).filter(({ state }) => state !== 'closed');
      if (cuts.length === 0) return;
      await client.intake.close({ cut: cuts[one.cut % cuts.length]?.id ?? '', who: WHO, anyway: true });
      return;
    }
    case 'handle': {
      const { alerts } = await client.alerts.list({ states: ['firing', 'acknowledged', 'snoozed'] });
      const ids = alerts.filter((_, at) => at % 3 === one.which % 3).map(({ id }) => id);
      if (ids.length > 0) await client.alerts[one.how]({ ids, who: WHO, note: 'đã gọi' });
      return;
    }
    case 'rules': {
      const { rules } = await client.rules.get({ version: 1 });
      const changed = stricter(rules, one.stricter);
      await outcomeOf(await client.rules.save({ rules: changed, who: WHO, note: 'thử' }));
      return;
    }
    case 'back':
      await outcomeOf(await client.rules.activate({ version: 1, who: WHO }));
  }
}

function stricter(rules: RuleSet, by: number): RuleSet {
  return {
    ...rules,
    commune: { yellowMissingAtMost: by },
    province: { ...rules.province, redOverdueMoreThan: by },
    operating: { ...rules.operating, rollUp: by % 2 === 0 ? 'worst' : 'share' },
    alerts: { ...rules.alerts, pendingCuts: 1 + by, resolveCuts: 1 + (by % 3), gapLastsCuts: 1 + by },
  };
}

type Bring = Extract<Act, { kind: 'bring' }>;

function broughtOf({ context }: Application, { cut, figures, task, progress }: Bring) {
  const column = (sql: string) => context.read.prepare(sql).pluck().all() as string[];
  const units = column(`SELECT code FROM unit WHERE level <> 'country' ORDER BY code`);
  const kind = cut.startsWith('month') ? `<> 'criterion'` : `= 'criterion'`;
  const indicators = column(`SELECT code FROM indicator WHERE kind ${kind} ORDER BY code`);
  const ratios = new Set(column(`SELECT code FROM indicator WHERE kind = 'ratio'`));
  const tasks = column(`SELECT code FROM task WHERE scope <> 'centre' ORDER BY code`);
  return {
    cut,
    figures: figures.map((one) => {
      const indicator = indicators[one.indicator % indicators.length] ?? '';
      return {
        unit: units[one.unit % units.length] ?? '',
        indicator,
        figure: figureOf(one.value, ratios.has(indicator), kind === `= 'criterion'`),
      };
    }),
    reports: taskReport(cut, tasks[task % tasks.length] ?? '', progress),
  };
}

/** Below zero: not applicable. */
function figureOf(value: number, isRatio: boolean, isCriterion: boolean) {
  if (value < 0) return { value: null, numerator: null, denominator: null };
  if (isRatio) return { value: value / 10, numerator: value, denominator: 10 };
  return { value: isCriterion ? value % 2 : value, numerator: null, denominator: null };
}

function taskReport(cut: string, task: string, quarters: number): BroughtReports {
  const [table] = REPORT_TABLES;
  if (table === undefined || cut.startsWith('month')) return new Map();
  const isDone = quarters === 4;
  const state = isDone ? 'done' : quarters === 0 ? 'notStarted' : 'inProgress';
  const body = {
    cut,
    task,
    unit: '12',
    state,
    progress: quarters / 4,
    done_on: isDone ? '2025-10-30' : null,
    note: null,
  };
  return new Map([[table, [body]]]);
}
