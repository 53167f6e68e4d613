import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, DATABASE_NAME } from '#main/core/app.ts';
import type { Client } from '#shared/contract/contract.ts';
import { generate, INDICATORS } from './large-database/generate.ts';
import { recordStatements, timeInCommandLine } from './large-database/reference.ts';

/** A year of daily cuts: 3,321 communes x 30 indicators x 365 days are 36 million figures. */
const DAYS = Number(process.env.KH02_BENCH_DAYS ?? 365);
const BUDGET_MS = 20;
const RUNS = 60;
const REFERENCE_RUNS = 20;

type Screen = (client: Client, cut: string) => Promise<unknown>;

const SCREENS: Readonly<Record<string, Screen>> = {
  'status.get': (client, cut) => client.status.get({ cut }),
  'map.statuses': (client, cut) => client.map.statuses({ cut, level: 'commune' }),
  'gap.get': (client, cut) => client.gap.get({ cut }),
  'alerts.list': (client, cut) => client.alerts.list({ cut }),
  'units.profile (commune)': (client, cut) => client.units.profile({ code: '11446', cut }),
  'units.profile (province)': (client, cut) => client.units.profile({ code: '31', cut }),
  'compare.cuts': async (client, cut) => {
    const cuts = await client.cuts.list();
    const before = cuts[cuts.findIndex(({ id }) => id === cut) + 1];
    return client.compare.cuts({ from: before?.id ?? cut, to: cut });
  },
};

/** Each screen's main question on a year of daily figures, beside its own SQL in the sqlite3 command line. */
export async function run(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'kh02-bench-'));
  try {
    const file = join(folder, DATABASE_NAME);
    const begun = performance.now();
    const figures = generate(file, DAYS);
    const size = statSync(file).size / 2 ** 30;
    say(
      `${figures.toLocaleString('en')} figures (${INDICATORS} indicators x ${DAYS} cuts), ${size.toFixed(2)} GiB, ` +
        `made in ${Math.round((performance.now() - begun) / 1000)} s`,
    );
    return await measure(folder, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string, file: string): Promise<boolean> {
  const application = await createApp({ dataFolder: folder });
  let isWithin = true;
  try {
    const cuts = (await application.client.cuts.list()).slice(0, 3).map(({ id }) => id);
    for (const [name, ask] of Object.entries(SCREENS)) {
      const times: number[] = [];
      for (let at = 0; at < RUNS + 3; at += 1) {
        const begun = performance.now();
        await ask(application.client, cuts[at % cuts.length] ?? '');
        times.push(performance.now() - begun);
      }
      const statements = await recordStatements(application.context.read, () =>
        ask(application.client, cuts[0] ?? ''),
      );
      const reference = timeInCommandLine(folder, file, statements, REFERENCE_RUNS);
      // The first three open files and prepare nothing anew afterwards.
      const warm = times.slice(3);
      const p95 = quantileOf(warm, 0.95);
      isWithin = isWithin && p95 <= BUDGET_MS;
      say(
        `${p95 <= BUDGET_MS ? 'ok' : 'MISSED'}  ${name}: p95 ${p95.toFixed(1)} ms, median ${quantileOf(warm, 0.5).toFixed(1)} ms ` +
          `(budget ${BUDGET_MS} ms; sqlite3, SQL alone: p95 ${quantileOf(reference, 0.95).toFixed(1)} ms, ` +
          `median ${quantileOf(reference, 0.5).toFixed(1)} ms, ${statements.length} statements)`,
      );
    }
  } finally {
    await application.close();
  }
  return isWithin;
}

function quantileOf(times: readonly number[], at: number): number {
  const sorted = times.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * at) - 1)] ?? Number.NaN;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
