import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATABASE_NAME } from '#main/core/app.ts';
import { GENERATOR_VERSION, generate } from './generate.ts';

/** The folder of a large database, and how to be rid of it. */
export interface LargeDatabase {
  readonly folder: string;
  readonly file: string;
  /** Seconds it took to make; null when it was there. */
  readonly madeInSeconds: number | null;
  remove(): void;
}

/**
 * A database of `days` daily cuts. It is made anew and removed afterwards; where `kept` names a folder it stays there,
 * and the next bench uses it as long as the generator is the same.
 */
export function largeDatabase(days: number, kept = process.env.KH02_BENCH_KEEP): LargeDatabase {
  if (kept === undefined || kept === '') {
    const folder = mkdtempSync(join(tmpdir(), 'kh02-bench-'));
    return { ...make(folder, days), remove: () => rmSync(folder, { recursive: true, force: true }) };
  }
  const folder = join(kept, `days-${days}-generator-${GENERATOR_VERSION}`);
  const file = join(folder, DATABASE_NAME);
  const remove = () => undefined;
  if (existsSync(file)) return { folder, file, madeInSeconds: null, remove };
  // Under another name until it is whole: a bench that was stopped leaves nothing that looks finished.
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const { madeInSeconds } = make(unfinished, days);
  renameSync(unfinished, folder);
  return { folder, file, madeInSeconds, remove };
}

function make(folder: string, days: number) {
  const file = join(folder, DATABASE_NAME);
  const begun = performance.now();
  generate(file, days);
  return { folder, file, madeInSeconds: Math.round((performance.now() - begun) / 1000) };
}
