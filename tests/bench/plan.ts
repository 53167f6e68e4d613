import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Application, createApp } from '#main/core/app.ts';
import { illustrative } from '#main/illustrative/load.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import type { Plan } from '#shared/domain/plan.ts';
import { inMs, quantileOf } from './large-database/quantiles.ts';

const ROUNDS = 5;
/** Milliseconds on a machine otherwise at rest. */
const BUDGETS = { preview: 1000, inForce: 3000, templates: 2500 };
/** Before the first cut: the revision holds for all of them. */
const FIRST_DAY = '2025-07-01';
const WHO = 'Bench';
/** It owes criteria and task reports: its templates have every sheet. */
const WEEK = 'week-2025-12-29';

interface Spent {
  readonly ms: number;
  /** The processor's time, which does not grow when other programs want the processor. */
  readonly cpu: number;
}

/**
 * A revision of the plan that every cut is judged by anew: previewed, and put in force; and the templates of all provinces
 * with every sheet. Says how busy the machine is. Returns false when a budget is missed.
 */
export async function run(): Promise<boolean> {
  const load = loadavg().map((one) => one.toFixed(1));
  process.stdout.write(`load of the machine: ${load.join(', ')}\n`);
  const folder = mkdtempSync(join(tmpdir(), 'kh02-plan-bench-'));
  const application = await createApp({ dataFolder: join(folder, 'data'), illustrative });
  try {
    const revised = await measureRevisions(application);
    const templates = await spent(ROUNDS, () => application.client.intake.templates({ cut: WEEK }));
    return judge(`templates of 34 provinces for ${WEEK}`, templates, BUDGETS.templates) && revised;
  } finally {
    await application.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureRevisions({ client }: Application): Promise<boolean> {
  const draft = async (round: number) => {
    const { plan, revision } = await client.plan.get({});
    return { plan: changed(plan, round), base: revision.version, from: FIRST_DAY };
  };
  const first = await draft(0);
  const { cuts, problems } = await client.plan.preview(first);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const preview = await spent(ROUNDS, () => client.plan.preview(first));
  const inForce: Spent[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = await draft(round);
    inForce.push(
      ...(await spent(1, async () =>
        outcomeOf(await client.plan.save({ ...next, who: WHO, note: `${round}` })),
      )),
    );
  }
  const isPreviewed = judge(`a revision of ${cuts.length} cuts previewed`, preview, BUDGETS.preview);
  return judge(`a revision of ${cuts.length} cuts in force`, inForce, BUDGETS.inForce) && isPreviewed;
}

/** Other thresholds of every indicator, a little higher each round, and another name of a group. */
function changed(plan: Plan, round: number): Plan {
  const up = plan.indicators.map((one) =>
    one.direction === 'up' && one.kind !== 'count'
      ? { ...one, greenFrom: Math.min(1, one.greenFrom + 0.01 * (round + 1)) }
      : one,
  );
  const groups = plan.groups.map((group, at) => (at === 0 ? { ...group, nameEn: `Group ${round}` } : group));
  return { ...plan, indicators: up, groups };
}

async function spent(rounds: number, work: () => Promise<unknown>): Promise<Spent[]> {
  const all: Spent[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [begun, used] = [performance.now(), process.cpuUsage()];
    await work();
    const { user, system } = process.cpuUsage(used);
    all.push({ ms: performance.now() - begun, cpu: (user + system) / 1000 });
  }
  return all;
}

function judge(name: string, all: readonly Spent[], budget: number): boolean {
  const median = (value: (one: Spent) => number) => quantileOf(all.map(value), 0.5);
  const [ms, cpu] = [median((one) => one.ms), median((one) => one.cpu)];
  const isWithin = ms <= budget;
  process.stdout.write(
    `${isWithin ? 'ok    ' : 'MISSED'} ${name}: median ${inMs(ms)} of ${all.length} (budget ${budget} ms); processor ${inMs(cpu)}\n`,
  );
  return isWithin;
}
