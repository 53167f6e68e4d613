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

const BUDGET_MS = 300;
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
    await measureRules(folder);
    return isWithin;
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
  const p95 = quantileOf(first, 0.95);
  say(
    `${p95 <= BUDGET_MS ? 'ok    ' : 'MISSED'} recompute ${code}: p95 ${inMs(p95)}, median ${inMs(quantileOf(first, 0.5))}; ` +
      `again, nothing changed: p95 ${inMs(quantileOf(again, 0.95))}, median ${inMs(quantileOf(again, 0.5))} ` +
      `(sqlite3, writing the same rows: median ${inMs(quantileOf(reference, 0.5))}; budget ${BUDGET_MS} ms)`,
  );
  return p95 <= BUDGET_MS;
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
 * How long another rule set takes for every cut in the engine's own thread, and how long those who ask meanwhile wait:
 * one with the simplest of questions, one with that of the map.
 */
async function measureRules(folder: string): Promise<void> {
  const engine = await startEngine({ dataFolder: folder });
  const connect = (): Client => createORPCClient(new RPCLink({ port: engine.connect() }));
  const [client, simple, screen] = [connect(), connect(), connect()];
  const { rules } = await client.rules.get({});
  const { yellowMissingAtMost } = rules.commune;
  const changed = { ...rules, commune: { ...rules.commune, yellowMissingAtMost: yellowMissingAtMost + 1 } };
  let isDone = false;
  const begun = performance.now();
  const saving = client.rules.save({ rules: changed, who: 'Bench', note: 'Bench' });
  const saved = saving
    .then((stream) => outcomeOf(stream))
    .finally(() => {
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
  say(`       another rule set, every cut judged: ${inMs(performance.now() - begun)}`);
  say(`       meanwhile a simple call: ${info}; the map's colours: ${map}`);
  await engine.close();
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
