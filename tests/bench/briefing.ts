import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostRun } from './briefing-host/host.ts';

/** Milliseconds, on two cores; memory in MB of the whole process. */
const BUDGETS = { deck: 5000, provinces: 60_000, memory: 700, answer: 100, longWorkbook: 400 } as const;
const LONG_ROWS = 400_000;
const PROGRAM = join(import.meta.dirname, '../../main/hosts/cli/kh02.ts');
const HOST = join(import.meta.dirname, 'briefing-host/host.ts');
const LONG_WORKBOOK = join(import.meta.dirname, 'briefing-host/long-workbook.ts');

/**
 * Measures, in a process started as a host is, the national deck of twelve slides (the first one cold: fonts,
 * boundaries and charts are loaded in it), the PDFs of all provinces, what both take of memory, and how fast screens
 * are answered meanwhile; and a workbook of very many rows. False when a budget is missed.
 */
export async function run(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'kh02-briefing-bench-'));
  try {
    const dataFolder = join(folder, 'data');
    mkdirSync(join(folder, 'out'));
    // Filled by a process of its own: making the built-in data takes more memory than any briefing.
    const filled = spawnSync(process.execPath, [PROGRAM, 'status', '--data', dataFolder], {
      stdio: 'ignore',
    });
    if (filled.status !== 0) throw new Error(`The data folder could not be filled: ${filled.status}`);
    const host = runChild(HOST, [dataFolder, join(folder, 'out')]) as HostRun;
    const isHostWell = tellHost(host);
    return tellLongWorkbook(folder) && isHostWell;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runChild(program: string, words: readonly string[]): unknown {
  return JSON.parse(execFileSync(process.execPath, [program, ...words], { encoding: 'utf8' }));
}

function tellHost({ before, decks, provinces, peaks, asked }: HostRun): boolean {
  const seconds = decks.map((time) => (time / 1000).toFixed(2)).join(', ');
  const memory = Math.max(peaks.decks, peaks.provinces);
  const slowest = Math.max(p95(asked.deck), p95(asked.provinces));
  return [
    tell(
      Math.max(...decks) <= BUDGETS.deck,
      `national deck, 12 slides: ${seconds} s (budget ${BUDGETS.deck / 1000})`,
    ),
    tell(
      provinces <= BUDGETS.provinces,
      `34 province PDFs: ${(provinces / 1000).toFixed(1)} s (budget ${BUDGETS.provinces / 1000}; load ${loadavg()[0]?.toFixed(1)})`,
    ),
    tell(
      memory <= BUDGETS.memory,
      `memory: ${peaks.decks.toFixed(0)} MB with decks, ${peaks.provinces.toFixed(0)} MB with province sheets, ${before.toFixed(0)} before (budget ${BUDGETS.memory})`,
    ),
    tell(
      slowest <= BUDGETS.answer,
      `a screen's question, p95: idle ${p95(asked.idle).toFixed(1)} ms, during decks ${p95(asked.deck).toFixed(1)} ms, ` +
        `during province sheets ${p95(asked.provinces).toFixed(1)} ms (budget ${BUDGETS.answer}; ${asked.deck.length + asked.provinces.length} questions)`,
    ),
  ].every(Boolean);
}

function tellLongWorkbook(folder: string): boolean {
  const { before, peak, bytes, lasted } = runChild(LONG_WORKBOOK, [
    join(folder, 'long.xlsx'),
    String(LONG_ROWS),
  ]) as {
    readonly before: number;
    readonly peak: number;
    readonly bytes: number;
    readonly lasted: number;
  };
  return tell(
    peak <= BUDGETS.longWorkbook,
    `workbook of ${LONG_ROWS.toLocaleString('en')} rows: ${peak.toFixed(0)} MB, ${before.toFixed(0)} before (budget ${BUDGETS.longWorkbook}); ` +
      `${(bytes / 1e6).toFixed(0)} MB of file in ${(lasted / 1000).toFixed(1)} s`,
  );
}

function tell(isWithin: boolean, words: string): boolean {
  process.stdout.write(`${isWithin ? 'ok' : 'MISSED'}  ${words}\n`);
  return isWithin;
}

function p95(times: readonly number[]): number {
  const sorted = times.toSorted((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(sorted.length * 0.95) - 1)] ?? Number.NaN;
}
