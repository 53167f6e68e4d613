import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Application, createApp } from '#main/core/app.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';

const WANTED_BYTES = 200 * 1024 ** 2;
const BUDGET = 5;
const RUNS = 3;

/** A snapshot of at least 200 MB, written and verified, beside `cp` of the same file in the same run. */
export async function run(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'kh02-bench-'));
  const application = await createApp({ dataFolder: join(folder, 'data') });
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
    return times <= BUDGET;
  } finally {
    await application.close();
    rmSync(folder, { recursive: true });
  }
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
