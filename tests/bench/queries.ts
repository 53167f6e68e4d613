import { statSync } from 'node:fs';
import { type Application, createApp } from '#main/core/app.ts';
import { COMPUTED, INDICATORS } from './large-database/generate.ts';
import { type LargeDatabase, largeDatabase } from './large-database/keep.ts';
import { inMs, quantileOf } from './large-database/quantiles.ts';
import { recordStatements, timeInCommandLine } from './large-database/reference.ts';
import { type Asked, SCREENS, type Screen } from './large-database/screens.ts';

/** A year of daily cuts: 3,321 communes x 30 indicators x 365 days are 36 million figures. */
const DAYS = Number(process.env.KH02_BENCH_DAYS ?? 365);
const COMMUNES = 3321;
const BUDGET_MS = 20;
const RUNS = 60;
/** The first ones read pages from disk and prepare statements. */
const WARM_UP = 6;
const REFERENCE_RUNS = 20;

/**
 * Each screen's main question on a year of daily figures, beside its own SQL in the sqlite3 command line. The large
 * database takes minutes to make: `KH02_BENCH_KEEP` names a folder in which it stays for the next time;
 * `KH02_BENCH_SCREEN` is a part of the names of the questions that are wanted.
 */
export async function run(): Promise<boolean> {
  const large = largeDatabase(DAYS);
  try {
    const figures = (COMMUNES * INDICATORS * DAYS).toLocaleString('en');
    const size = (statSync(large.file).size / 2 ** 30).toFixed(2);
    const made = large.madeInSeconds === null ? 'kept from before' : `made in ${large.madeInSeconds} s`;
    say(`${figures} figures (${INDICATORS} indicators x ${DAYS} cuts), ${size} GiB, ${made}`);
    return await measure(large);
  } finally {
    large.remove();
  }
}

async function measure(large: LargeDatabase): Promise<boolean> {
  const application = await createApp({ dataFolder: large.folder });
  let isWithin = true;
  try {
    const asked = await questions(application);
    const wanted = process.env.KH02_BENCH_SCREEN ?? '';
    for (const [name, screen] of Object.entries(SCREENS)) {
      if (name.includes(wanted))
        isWithin = (await measureScreen(large, application, name, screen, asked)) && isWithin;
    }
  } finally {
    await application.close();
  }
  return isWithin;
}

/** The newest cuts, each with the one before it. */
async function questions({ client }: Application): Promise<Asked[]> {
  const cuts = (await client.cuts.list()).map(({ id }) => id);
  return cuts.slice(0, COMPUTED).map((cut, place) => ({ cut, before: cuts[place + 1] ?? cut }));
}

async function measureScreen(
  large: LargeDatabase,
  { client, context }: Application,
  name: string,
  screen: Screen,
  asked: readonly Asked[],
): Promise<boolean> {
  const ask = (at: number) => screen(client, asked[at % asked.length] ?? { cut: '', before: '' });
  const times: number[] = [];
  for (let at = 0; at < RUNS + WARM_UP; at += 1) {
    const begun = performance.now();
    await ask(at);
    if (at >= WARM_UP) times.push(performance.now() - begun);
  }
  const statements = await recordStatements(context.read, () => ask(0));
  const reference = timeInCommandLine(large.folder, large.file, statements, { runs: REFERENCE_RUNS });
  const p95 = quantileOf(times, 0.95);
  say(
    `${p95 <= BUDGET_MS ? 'ok    ' : 'MISSED'} ${name}: p95 ${inMs(p95)}, median ${inMs(quantileOf(times, 0.5))} ` +
      `(sqlite3, SQL alone: p95 ${inMs(quantileOf(reference, 0.95))}, median ${inMs(quantileOf(reference, 0.5))}, ` +
      `${statements.length} statements; budget ${BUDGET_MS} ms)`,
  );
  return p95 <= BUDGET_MS;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
