import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { type Application, createApp, DATABASE_NAME } from '#main/core/app.ts';
import { type CutRecord, listCuts } from '#main/core/ground/cuts/store.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { startEngine } from '#main/hosts/engine/engine.ts';
import { illustrative } from '#main/illustrative/load.ts';
import type { Client } from '#shared/contract/contract.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import { recomputeCut } from '#tests/setup/recompute.ts';
import { inMs, quantileOf } from './large-database/quantiles.ts';
import { timeInCommandLine } from './large-database/reference.ts';

/** One cut, in times of writing its rows. */
const TIMES_OF_WRITING = 2;
/** All cuts by other rules, on a machine otherwise at rest that imports two million rows in four seconds. */
const ALL_CUTS_MS = 3000;
const RUNS = 20;
/** The cut of the published report, which has the most alerts beside it, and the newest. */
const CUTS = ['moment-2025-07-31T1600', 'week-2025-12-29'] as const;
/** Between two questions of one who asks. */
const PAUSE_MS = 5;
const TABLES = ['unit_status', 'task_status', 'figure_total', 'alert_reading'] as const;

/** Statuses, gaps and alerts of all units of a cut, beside the writing of the very same rows by sqlite3. */
export async function run(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'kh02-bench-'));
  try {
    const application = await createApp({ dataFolder: folder, illustrative });
    let isWithin = true;
    for (const code of CUTS) isWithin = (await measureCut(application, folder, code)) && isWithin;
    await application.close();
    return (await measureRules(folder)) && isWithin;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureCut({ context }: Application, folder: string, code: string): Promise<boolean> {
  const cuts = listCuts(context.read);
  const cut = cuts.find((one) => one.code === code);
  if (cut === undefined) throw new Error(`No cut ${code}`);
  const [first, again]: [number[], number[]] = [[], []];
  for (let at = 0; at < RUNS; at += 1) {
    first.push(await context.write((write) => judge(write, cut, cuts, true)));
    again.push(await context.write((write) => judge(write, cut, cuts, false)));
  }
  const reference = timeInCommandLine(folder, join(folder, DATABASE_NAME), rewriting(cut), {
    runs: RUNS,
    before: TABLES.map(
      (table) => `CREATE TEMP TABLE kept_${table} AS SELECT * FROM ${table} WHERE cut_id = ${cut.id};`,
    ),
    isWriting: true,
  });
  const [judged, written] = [quantileOf(first, 0.5), quantileOf(reference, 0.5)];
  const isWithin = judged <= TIMES_OF_WRITING * written;
  say(
    `${isWithin ? 'ok    ' : 'MISSED'} recompute ${code}: ${(judged / written).toFixed(2)} x sqlite3 writing the same rows ` +
      `(budget ${TIMES_OF_WRITING} x; medians ${inMs(judged)} and ${inMs(written)}), p95 ${inMs(quantileOf(first, 0.95))}; ` +
      `again, nothing changed: median ${inMs(quantileOf(again, 0.5))}, p95 ${inMs(quantileOf(again, 0.95))}`,
  );
  return isWithin;
}

/** Milliseconds of one recompute; `isFirst` = the cut has no rows yet. */
function judge(
  database: WriteDatabase,
  cut: CutRecord,
  cuts: readonly CutRecord[],
  isFirst: boolean,
): number {
  if (isFirst)
    for (const table of TABLES) database.prepare(`DELETE FROM ${table} WHERE cut_id = ?`).run(cut.id);
  const begun = performance.now();
  recomputeCut(database, cut, cuts, null);
  return performance.now() - begun;
}

function rewriting({ id }: CutRecord): string[] {
  const rows = TABLES.flatMap((table) => [
    `DELETE FROM ${table} WHERE cut_id = ${id};`,
    `INSERT INTO ${table} SELECT * FROM kept_${table};`,
  ]);
  return ['BEGIN IMMEDIATE;', ...rows, 'ROLLBACK;'];
}

/**
 * How long another rule set takes for every cut in the engine's own thread with nobody else there, and, for yet another,
 * how long those who ask meanwhile wait: one with the simplest of questions, one with that of the map.
 */
async function measureRules(folder: string): Promise<boolean> {
  const engine = await startEngine({ dataFolder: folder });
  const connect = (): Client => createORPCClient(new RPCLink({ port: engine.connect() }));
  const [client, simple, screen] = [connect(), connect(), connect()];
  const alone = await measureAlone(client);
  const isWithin = alone <= ALL_CUTS_MS;
  say(
    `${isWithin ? 'ok    ' : 'MISSED'} another rule set, every cut judged: ${inMs(alone)} (budget ${ALL_CUTS_MS} ms)`,
  );
  let isDone = false;
  const saved = saveOtherRules(client).finally(() => {
    isDone = true;
  });
  const askUntilDone = async (ask: () => Promise<unknown>): Promise<number[]> => {
    const waits: number[] = [];
    while (!isDone) {
      const asked = performance.now();
      await ask();
      waits.push(performance.now() - asked);
      await pause(PAUSE_MS);
    }
    return waits;
  };
  const waits = await Promise.all([
    askUntilDone(() => simple.application.info()),
    askUntilDone(() => screen.map.statuses({ level: 'commune' })),
  ]);
  await saved;
  const [info, map] = waits.map(
    (times) =>
      `median ${inMs(quantileOf(times, 0.5))}, longest ${inMs(quantileOf(times, 1))} (${times.length} asked)`,
  );
  say(`       meanwhile a simple call: ${info}; the map's colours: ${map}`);
  await engine.close();
  return isWithin;
}

async function measureAlone(client: Client): Promise<number> {
  const begun = performance.now();
  await saveOtherRules(client);
  return performance.now() - begun;
}

/** Each time one criterion more may be missing of a YELLOW commune. */
async function saveOtherRules(client: Client): Promise<void> {
  const { rules } = await client.rules.get({});
  const { yellowMissingAtMost } = rules.commune;
  const changed = { ...rules, commune: { ...rules.commune, yellowMissingAtMost: yellowMissingAtMost + 1 } };
  await outcomeOf(await client.rules.save({ rules: changed, who: 'Bench', note: 'Bench' }));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
