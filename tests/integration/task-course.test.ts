import { afterAll, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import { addDays } from '#shared/domain/periods.ts';
import { beginningFolder } from '#tests/fixtures/empty/workspaces.ts';
import { openCuts } from '#tests/setup/open-cut.ts';
import { seededRandom } from '#tests/setup/seeded-random.ts';
import { makeProvinces } from './picture-center.ts';
import { computed, WHO } from './small-center.ts';

const NOW = '2026-07-01T02:00:00.000Z';
const WEEKS = Array.from({ length: 26 }, (_, at) => `week-${addDays('2026-01-05', 7 * at)}`);
/** How likely a province, by its place, sends a file in a week: one nearly always, two seldom, one never. */
const LIKELY = [0.9, 0.35, 0.2, 0];
const TASKS = ['1.04', '1.08', '2.06'];

interface Sent {
  readonly week: number;
  readonly place: number;
  readonly said: readonly {
    readonly task: string;
    readonly state: 'inProgress' | 'done';
    readonly percent: number;
  }[];
}

const random = seededRandom(20260701);
const SENT: Sent[] = WEEKS.flatMap((_, week) =>
  LIKELY.flatMap((likely, place) => {
    if (random() >= likely) return [];
    const tasks = TASKS.filter(() => random() < 0.6);
    const said = tasks.map((task) => {
      const isDone = random() < 0.2;
      return {
        task,
        state: isDone ? ('done' as const) : ('inProgress' as const),
        percent: isDone ? 100 : Math.floor(random() * 99),
      };
    });
    return said.length === 0 ? [] : [{ week, place, said }];
  }),
);
/** Weeks late, all at once, the newest first now and then: the order has nothing to do with the weeks. */
const SHUFFLED = SENT.map((one) => ({ one, at: random() }))
  .toSorted((left, right) => left.at - right.at)
  .map(({ one }) => one);

const applications: Application[] = [];
afterAll(async () => {
  for (const one of applications) await one.close();
});

async function begin(): Promise<{ application: Application; provinces: string[] }> {
  const folder = beginningFolder('nothing');
  makeProvinces(folder, LIKELY.length);
  const application = await createApp({ dataFolder: folder, clock: () => new Date(NOW) });
  applications.push(application);
  await application.context.write((database) => openCuts(database, WEEKS, NOW));
  const { units } = await application.client.units.list({});
  return {
    application,
    provinces: units.filter(({ level }) => level === 'province').map(({ code }) => code),
  };
}

const WORDS = { inProgress: 'Đang thực hiện', done: 'Đã hoàn thành' } as const;

async function send({ client }: Application, provinces: readonly string[], { week, place, said }: Sent) {
  const unit = provinces[place] ?? '';
  const rows = said.map(({ task, state, percent }) => {
    const doneOn = state === 'done' ? (WEEKS[week]?.slice(5) ?? '') : '';
    return `${WEEKS[week]},${unit},${task},${WORDS[state]},${percent}%,${doneOn}`;
  });
  const csv = `cut,unit_code,task,state,progress,done_on\n${rows.join('\n')}\n`;
  const { id, problems, outcome } = await client.intake.inspect({
    file: new File([csv], `${week}-${unit}.csv`),
  });
  if (id === null || outcome !== 'ready') throw new Error(JSON.stringify(problems));
  await outcomeOf(await client.intake.commit({ id, who: WHO }));
}

/** By the book of the senders: what a province last said of a task by a week. */
function lastSaid(place: number, task: string, week: number) {
  const said = SENT.flatMap((one) =>
    one.place === place && one.week <= week
      ? one.said.filter((report) => report.task === task).map((report) => ({ ...report, week: one.week }))
      : [],
  );
  return said.toSorted((left, right) => left.week - right.week).at(-1) ?? null;
}

it('comes to the same in whatever order half a year of reports arrives, and stays as last said', {
  timeout: 300_000,
}, async () => {
  const [inTime, late] = [await begin(), await begin()];
  for (const one of SENT) await send(inTime.application, inTime.provinces, one);
  for (const one of SHUFFLED) await send(late.application, late.provinces, one);
  const { tasks, units, alerts } = computed(late.application.context.read);
  expect({ tasks, units, alerts }).toEqual(
    (({ tasks, units, alerts }) => ({ tasks, units, alerts }))(computed(inTime.application.context.read)),
  );

  const { application, provinces } = late;
  const stored = application.context.read
    .prepare(`SELECT cut.code AS cut, unit.code AS unit, task.code AS task, facts ->> '$.state' AS state,
        facts ->> '$.cut' AS said, status.outcome
      FROM task_status AS status JOIN cut ON cut.id = cut_id JOIN unit ON unit.id = unit_id JOIN task ON task.id = task_id
      WHERE unit.level = 'province' AND task.code IN (${TASKS.map((code) => `'${code}'`).join(', ')})`)
    .all() as {
    cut: string;
    unit: string;
    task: string;
    state: string | null;
    said: string | null;
    outcome: string;
  }[];
  expect(stored).toHaveLength(WEEKS.length * LIKELY.length * TASKS.length);
  for (const { cut, unit, task, state, said, outcome } of stored) {
    const last = lastSaid(provinces.indexOf(unit), task, WEEKS.indexOf(cut));
    expect([cut, unit, task, state, said]).toEqual([
      ...[cut, unit, task],
      ...[last?.state ?? null, last === null ? null : WEEKS[last.week]],
    ]);
    // Of whom nobody ever heard nobody says 'late', and nobody 'done'.
    if (last === null) expect(['notReported', 'notYetDue']).toContain(outcome);
  }
  const never = LIKELY.indexOf(0);
  for (const task of TASKS) expect(lastSaid(never, task, WEEKS.length - 1)).toBeNull();
  const { tasks: rows } = await application.client.plan.tasks({ cut: WEEKS.at(-1) });
  for (const task of TASKS) {
    const heard = LIKELY.filter((_, place) => lastSaid(place, task, WEEKS.length - 1) !== null).length;
    expect(rows.find(({ code }) => code === task)).toMatchObject({
      unitsReported: heard,
      units: LIKELY.length,
    });
  }
});
