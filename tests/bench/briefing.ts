import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '#main/core/app.ts';
import { exportBriefing } from '#main/core/briefing/export.ts';
import { exportProvinces } from '#main/core/briefing/export-provinces.ts';
import { createTools, type Tools } from '#main/core/briefing/tools.ts';
import type { Client } from '#shared/contract/contract.ts';

/** Seconds, on two cores; and the memory of the whole process in MB. */
const BUDGETS = { deck: 5, provinces: 60, memory: 700 } as const;
const DECK_ROUNDS = 3;
const PROGRAM = join(import.meta.dirname, '../../main/hosts/cli/kh02.ts');

/**
 * Measures the national deck of twelve slides (the first one cold: fonts, boundaries and charts are loaded in it)
 * and the PDFs of all provinces, on the built-in data. Returns false when a budget is missed.
 */
export async function run(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'kh02-briefing-bench-'));
  const dataFolder = join(folder, 'data');
  // Filled by a process of its own: making the built-in data takes more memory than any briefing.
  const filled = spawnSync(process.execPath, [PROGRAM, 'status', '--data', dataFolder], { stdio: 'ignore' });
  if (filled.status !== 0) throw new Error(`The data folder could not be filled: ${filled.status}`);
  const app = await createApp({ dataFolder });
  const before = process.memoryUsage.rss() / 1e6;
  try {
    return await measure(app.client, folder, before);
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(client: Client, folder: string, before: number): Promise<boolean> {
  const tools = createTools(join(import.meta.dirname, '../../assets'));
  const decks: number[] = [];
  let memory = before;
  const watch = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage.rss() / 1e6);
  }, 50);
  for (let round = 0; round < DECK_ROUNDS; round += 1) decks.push(await timeDeck(client, tools, folder));
  const provinces = await timeProvinces(client, tools, folder);
  clearInterval(watch);
  memory = Math.max(memory, process.memoryUsage.rss() / 1e6);
  const slowest = Math.max(...decks);
  const seconds = decks.map((time) => time.toFixed(2)).join(', ');
  console.warn(`national deck, 12 slides: ${seconds} s (budget ${BUDGETS.deck})`);
  console.warn(`34 province PDFs: ${provinces.toFixed(1)} s (budget ${BUDGETS.provinces})`);
  // Others on the machine make wall time longer, not processor time: both are told.
  const { user, system } = process.cpuUsage();
  console.warn(`processor: ${((user + system) / 1e6).toFixed(1)} s in all; load ${loadavg()[0]?.toFixed(1)}`);
  console.warn(`memory: ${memory.toFixed(0)} MB, ${before.toFixed(0)} before (budget ${BUDGETS.memory})`);
  return slowest <= BUDGETS.deck && provinces <= BUDGETS.provinces && memory <= BUDGETS.memory;
}

async function timeDeck(client: Client, tools: Tools, folder: string): Promise<number> {
  const start = performance.now();
  await exportBriefing(client, {
    kind: 'national',
    language: 'vi',
    format: 'deck',
    tools,
    out: join(folder, 'deck.pptx'),
  });
  return (performance.now() - start) / 1000;
}

async function timeProvinces(client: Client, tools: Tools, folder: string): Promise<number> {
  const start = performance.now();
  await exportProvinces(client, { language: 'vi', format: 'pdf', tools, out: join(folder, 'provinces') });
  return (performance.now() - start) / 1000;
}
