import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, DATABASE_NAME } from '#main/core/app.ts';
import { fillFolder } from './begin-host/fill.ts';
import { firstScreen, withHost } from './begin-host/host.ts';
import { inMs, quantileOf } from './large-database/quantiles.ts';

const ROUNDS = 3;
/** Milliseconds, of a machine of factor 1; a backup in times of `cp`. */
const BUDGETS = { screen: 1500, templates: 2000, call: 30, backup: 3, yearsStart: 1500, yearsAnswer: 30 };

/**
 * Beginning real, and what goes on beside it: a new workspace to its first screen, the templates of 34 provinces, a
 * backup beside a simple call and `cp`, and five years of cuts. Says how busy the machine is. Returns false when a budget
 * is missed.
 */
export async function run(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'kh02-begin-bench-'));
  print(
    `load of the machine: ${loadavg()
      .map((one) => one.toFixed(1))
      .join(', ')}`,
  );
  try {
    const begun = await beginAndTemplates(folder);
    const kept = await backUp(folder);
    return (await fiveYears(folder)) && begun && kept;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function beginAndTemplates(folder: string): Promise<boolean> {
  const screens: number[] = [];
  const templates: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const dataFolder = join(folder, `real-${round}`);
    const start = performance.now();
    await (await createApp({ dataFolder, begins: { name: 'Văn phòng' } })).close();
    await withHost(dataFolder, async ({ door, client }) => {
      await firstScreen(door);
      // The first round warms what is kept of scripts.
      if (round > 0) screens.push(performance.now() - start);
      const asked = performance.now();
      await client.intake.templates({});
      if (round > 0) templates.push(performance.now() - asked);
    });
  }
  const isScreen = judge(
    'a new real workspace to its first screen',
    quantileOf(screens, 0.5),
    BUDGETS.screen,
  );
  const isTemplates = judge('templates of 34 provinces', quantileOf(templates, 0.5), BUDGETS.templates);
  return isScreen && isTemplates;
}

async function backUp(folder: string): Promise<boolean> {
  const dataFolder = join(folder, 'filled');
  await fillFolder(dataFolder, false);
  const file = join(dataFolder, DATABASE_NAME);
  return withHost(dataFolder, async ({ client }) => {
    const copying = performance.now();
    copyFileSync(file, join(folder, 'copy.db'));
    const copied = performance.now() - copying;
    const calls: number[] = [];
    let isDone = false;
    const begun = performance.now();
    const making = client.backups.make({}).then(() => {
      isDone = true;
      return performance.now() - begun;
    });
    while (!isDone) {
      const asked = performance.now();
      await client.settings.get();
      calls.push(performance.now() - asked);
    }
    const made = await making;
    const times = made / copied;
    const isQuick = times <= BUDGETS.backup;
    print(
      `${isQuick ? 'ok    ' : 'MISSED'} backup: ${inMs(made)}, ${times.toFixed(1)} x cp (${inMs(copied)}); budget ${BUDGETS.backup} x`,
    );
    return (
      judge(`a simple call meanwhile, p95 of ${calls.length}`, quantileOf(calls, 0.95), BUDGETS.call) &&
      isQuick
    );
  });
}

async function fiveYears(folder: string): Promise<boolean> {
  const dataFolder = join(folder, 'years');
  await fillFolder(dataFolder, true);
  const start = performance.now();
  const { client, close } = await createApp({ dataFolder });
  const started = performance.now() - start;
  const code = 'applications_online';
  // The main question of each screen, in the order of the rail.
  const questions = {
    picture: () => client.picture.get(),
    cuts: () => client.cuts.list(),
    overview: () => client.status.get({}),
    map: () => client.map.statuses({ level: 'commune' }),
    tasks: () => client.plan.tasks({}),
    alerts: () => client.alerts.list({}),
    gap: () => client.gap.get({}),
    indicator: () => client.indicators.get({ code }),
    difficulties: () => client.difficulties.list({}),
    compare: () => client.compare.sources(),
    forecast: () => client.forecast.get({}),
    board: () => client.intake.submissions({}),
    imports: () => client.intake.runs({}),
    calendar: () => client.calendar.overview({}),
    unit: () => client.units.profile({ code: '31' }),
  };
  let isWithin = judge('five years of cuts: opening', started, BUDGETS.yearsStart);
  for (const [name, ask] of Object.entries(questions)) {
    const { times, own } = await askOften(ask);
    isWithin =
      judge(`five years of cuts: ${name}, p95`, quantileOf(times, 0.95), BUDGETS.yearsAnswer) && isWithin;
    print(`         of the processor: ${inMs(quantileOf(own, 0.5))}`);
  }
  await close();
  return isWithin;
}

/** How long each answer took, and how much of that the processor worked for it: others may keep it busy. */
async function askOften(ask: () => Promise<unknown>) {
  const times: number[] = [];
  const own: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    const before = process.cpuUsage();
    const asked = performance.now();
    await ask();
    times.push(performance.now() - asked);
    const { user, system } = process.cpuUsage(before);
    own.push((user + system) / 1000);
  }
  return { times, own };
}

function judge(what: string, took: number, budget: number): boolean {
  print(`${took <= budget ? 'ok    ' : 'MISSED'} ${what}: ${inMs(took)}, budget ${budget} ms`);
  return took <= budget;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
