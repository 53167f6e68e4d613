import { createHash } from 'node:crypto';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { Application } from '#main/core/app.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import { type Day, vietnamDay } from '#shared/domain/periods.ts';
import type { Plan } from '#shared/domain/plan.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';
import { seededRandom } from '#tests/setup/seeded-random.ts';
import { makeSmall, openSmall, WHO } from './small-center.ts';

/** As many revisions of a plan as one world sees, each from a later day. */
const REVISIONS = 4;
const DAYS: readonly Day[] = ['2025-11-02', '2025-11-20', '2025-12-04', '2025-12-18'];

interface Seen {
  readonly code: string;
  readonly day: Day;
  readonly isClosed: boolean;
  /** Of what was judged at the cut, rows and all. */
  readonly judged: readonly string[];
  /** Deadlines by task. */
  readonly deadlines: ReadonlyMap<string, string | null>;
  /** Indicators that the cut was judged by. */
  readonly indicators: readonly string[];
}

let template: string;
let application: Application | undefined;
beforeAll(() => {
  template = filledFolder();
  makeSmall(template);
}, 120_000);
afterEach(() => application?.close());

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
/** But since when: that is counted through the open cuts before it. */
const JUDGED = {
  unit_status: `unit_id, rule_version, reported, reported_at_least, reported_at_most, operating, operating_at_least,
    operating_at_most, operating_score, score_low, score_high, gap_steps, met, missing, communes, green, yellow, red,
    not_reported, corrected, facts`,
  task_status: '*',
  figure_total: '*',
};

async function look({ context, client }: Application): Promise<Seen[]> {
  const cuts = context.read
    .prepare("SELECT id, code, as_of, state FROM cut WHERE kind <> 'month' ORDER BY as_of")
    .all();
  const seen: Seen[] = [];
  for (const { id, code, as_of, state } of cuts as {
    id: number;
    code: string;
    as_of: string;
    state: string;
  }[]) {
    const rows = Object.entries(JUDGED).map(([table, columns]) =>
      context.read.prepare(`SELECT ${columns} FROM ${table} WHERE cut_id = ? ORDER BY 1, 2, 3`).raw().all(id),
    );
    const [{ tasks }, { criteria }] = [
      await client.plan.tasks({ cut: code }),
      await client.status.get({ cut: code }),
    ];
    seen.push({
      ...{
        code,
        day: vietnamDay(as_of),
        isClosed: state === 'closed',
        judged: rows.map((one) => sha256(JSON.stringify(one))),
      },
      deadlines: new Map(tasks.map((task) => [task.code, task.deadline])),
      indicators: criteria.map((one) => one.code).toSorted(),
    });
  }
  return seen;
}

/** What a revision does, told by what a person would say of it. */
interface Change {
  readonly plan: Plan;
  /** Codes of a criterion and of a task that are asked no more. */
  readonly retired: string | null;
  readonly gone: string | null;
  readonly extended: { readonly task: string; readonly from: Day; readonly deadline: Day } | null;
}

const UNCHANGED = { retired: null, gone: null, extended: null } as const;

function changeOf(plan: Plan, from: Day, random: () => number): Change {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  if (random() < 0.3) {
    const gone = pick(plan.tasks).code;
    return { plan: { ...plan, tasks: plan.tasks.filter(({ code }) => code !== gone) }, ...UNCHANGED, gone };
  }
  if (random() < 0.5) {
    const retired = pick(plan.indicators.filter(({ kind }) => kind === 'criterion')).code;
    const indicators = plan.indicators.filter(({ code }) => code !== retired);
    return { plan: { ...plan, indicators }, ...UNCHANGED, retired };
  }
  const task = pick(
    plan.tasks.filter(({ deadline, extensions }) => deadline !== null && extensions.length === 0),
  );
  const begins = pick(DAYS.filter((day) => day >= from));
  const extension = { from: begins, deadline: '2026-09-30', document: '12/QĐ-BCĐ', reason: 'Chờ nghị định' };
  const tasks = plan.tasks.map((one) => (one === task ? { ...one, extensions: [extension] } : one));
  return { plan: { ...plan, tasks }, ...UNCHANGED, extended: { task: task.code, ...extension } };
}

it.each([1, 2, 3, 4, 5])(
  'revisions change what is open from their day on, and nothing else (history %i)',
  {
    timeout: 300_000,
  },
  async (seed) => {
    const random = seededRandom(seed);
    application = await openSmall(template);
    const { client } = application;
    const retired = new Set<string>();
    let before = await look(application);
    for (const from of DAYS.slice(0, REVISIONS)) {
      const open = before.filter(({ isClosed }) => !isClosed);
      if (random() < 0.7) {
        const { code } = open[Math.floor(random() * open.length)] as Seen;
        await client.intake.close({ cut: code, who: WHO, anyway: true });
        before = await look(application);
      }
      const { plan, revision } = await client.plan.get({});
      const change = changeOf(plan, from, random);
      const draft = { plan: change.plan, base: revision.version, from, who: WHO, note: 'sửa' };
      await outcomeOf(await client.plan.save(draft));
      const after = await look(application);
      const isTouched = ({ day, isClosed }: Seen) => day >= from && !isClosed;
      // A cut before the day, or closed, is as it was, to the last figure.
      expect(after.filter((cut) => !isTouched(cut))).toEqual(before.filter((cut) => !isTouched(cut)));
      if (change.retired !== null) retired.add(change.retired);
      for (const [at, cut] of after.entries()) {
        const was = before[at] as Seen;
        if (!isTouched(cut)) continue;
        expect(cut.indicators.filter((code) => retired.has(code))).toEqual([]);
        const { extended } = change;
        const moved = [...cut.deadlines].filter(([task, deadline]) => was.deadlines.get(task) !== deadline);
        const isMoved = extended !== null && cut.day >= extended.from;
        expect([cut.code, moved]).toEqual([cut.code, isMoved ? [[extended.task, extended.deadline]] : []]);
      }
      before = after;
    }
    expect(retired.size).toBeLessThan(REVISIONS);
  },
);
