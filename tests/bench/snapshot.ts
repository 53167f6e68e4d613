import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Application, createApp } from '#main/core/app.ts';
import { createSnapshotRunner } from '#main/hosts/engine/job-runners.ts';
import { illustrative } from '#main/illustrative/load.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import { makeSnapshot } from '#tests/fixtures/snapshots/good-file.ts';
import { HOSTILE_CASES, makeHostile } from '#tests/fixtures/snapshots/hostile-files.ts';

const WANTED_BYTES = 200 * 1024 ** 2;
const BUDGET = 5;
const RUNS = 3;
/** Of each file that was made to harm: milliseconds, bytes. */
const HOSTILE_BUDGET = { time: 2000, memory: 300 * 1024 ** 2 };

/** A snapshot of at least 200 MB, written and verified, beside `cp` of the same file in the same run. */
export async function run(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'kh02-bench-'));
  const application = await createApp({
    illustrative,
    dataFolder: join(folder, 'data'),
    snapshotJobs: createSnapshotRunner(),
  });
  try {
    await application.client.snapshots.keys.make({ name: 'Bench' });
    const path = join(folder, 'bench.kh02');
    for (await write(application, path); statSync(path).size < WANTED_BYTES; await write(application, path)) {
      await grow(application);
    }
    const own = await fastest(async () => {
      await write(application, path);
      const { report } = await outcomeOf(await application.client.snapshots.verify({ path }));
      const { verdict } = report;
      if (verdict !== 'verified') throw new Error(`The file is ${verdict}`);
    });
    const copy = await fastest(async () => void spawnSync('cp', [path, join(folder, 'copy.kh02')]));
    const times = own / copy;
    const megabytes = statSync(path).size / 1024 ** 2;
    process.stdout.write(
      `snapshot: ${megabytes.toFixed(0)} MB written and verified in ${own.toFixed(0)} ms, cp ${copy.toFixed(0)} ms: ${times.toFixed(1)}x (budget ${BUDGET}x)\n`,
    );
    return (await judgeHostile(application, folder)) && times <= BUDGET;
  } finally {
    await application.close();
    rmSync(folder, { recursive: true });
  }
}

/** Every hostile file of the tests, made of a national one, judged in a process of its own. */
async function judgeHostile(application: Application, folder: string): Promise<boolean> {
  const good = join(folder, 'good.kh02');
  await makeSnapshot(application, { to: good, cuts: ['2025-09-01', '2025-12-29'] });
  const paths: string[] = [];
  for (const [position, hostile] of HOSTILE_CASES.entries()) {
    const path = join(folder, `hostile-${position}.kh02`);
    await makeHostile(good, path, hostile);
    paths.push(path);
  }
  const program = join(import.meta.dirname, 'snapshot-files/judge.ts');
  const { stdout } = spawnSync(process.execPath, [program, ...paths], { encoding: 'utf8' });
  const { slowest, peak } = JSON.parse(stdout) as { slowest: number; peak: number };
  process.stdout.write(
    `snapshot: ${paths.length} hostile files judged, the slowest in ${slowest.toFixed(0)} ms, peak ${(peak / 1024 ** 2).toFixed(0)} MB (budget ${HOSTILE_BUDGET.time} ms, ${HOSTILE_BUDGET.memory / 1024 ** 2} MB)\n`,
  );
  return slowest <= HOSTILE_BUDGET.time && peak <= HOSTILE_BUDGET.memory;
}

async function write({ client }: Application, to: string): Promise<void> {
  for await (const progress of await client.snapshots.create({ to, sign: {} })) void progress;
}

async function fastest(work: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < RUNS; turn += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}

/** Doubles the figures: every cut again, as a day of the next century. */
async function grow({ context }: Application): Promise<void> {
  await context.write((database) => {
    const offset = database.prepare('SELECT max(id) FROM cut').pluck().get();
    database
      .prepare(`INSERT INTO cut (id, code, kind, start, as_of, due_at)
        SELECT id + :offset, 'day-' || date('2200-01-01', '+' || (id + :offset) || ' days'), 'day',
          date('2200-01-01', '+' || (id + :offset) || ' days'),
          date('2200-01-01', '+' || (id + :offset) || ' days') || 'T09:00:00.000Z',
          date('2200-01-01', '+' || (id + :offset) || ' days') || 'T09:00:00.000Z' FROM cut`)
      .run({ offset });
    const columns = 'indicator_id, unit_id, value, numerator, denominator, run_id, sheet, row, note';
    database
      .prepare(
        `INSERT INTO observation (cut_id, ${columns}) SELECT cut_id + :offset, ${columns} FROM observation`,
      )
      .run({ offset });
  });
}
