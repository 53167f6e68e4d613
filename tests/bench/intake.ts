import { execFileSync } from 'node:child_process';
import { closeSync, copyFileSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCatalogue } from '#main/core/catalogue/read.ts';
import { buildTemplate } from '#main/core/intake/template/build-template.ts';
import { prepareData } from '#main/core/prepare.ts';
import { openDatabase } from '#main/db/open.ts';
import { weekCut } from '#shared/domain/cuts.ts';
import { addDays } from '#shared/domain/periods.ts';

// A process of its own, so that its memory is that of the import alone.
const CHILD = fileURLToPath(new URL('./intake-import/child.ts', import.meta.url));
const ASSETS = fileURLToPath(new URL('../../assets', import.meta.url));
const ROWS = Number(process.env.KH02_BENCH_FIGURES ?? 2_000_000);
const TIMES_OF_REFERENCE = 1.5;
const TEMPLATES_MS = 5000;
const FIRST_WEEK = '2027-01-04';

interface Result {
  readonly name: string;
  readonly measured: number;
  readonly budget: number;
  readonly unit: string;
}

/**
 * Import of two million figures beside `.import` of the sqlite3 command line into a copy of the same table, and all
 * 34 templates. The reference gets row ids ready made and checks nothing. Statuses are left out of both.
 */
export async function run(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'kh02-bench-'));
  try {
    const results = [...benchImport(folder), await benchTemplates(folder)];
    for (const { name, measured, budget, unit } of results) {
      const mark = measured <= budget ? 'ok' : 'MISSED';
      process.stdout.write(
        `${mark.padEnd(7)}${name}: ${Math.round(measured)} ${unit} (budget ${Math.round(budget)})\n`,
      );
    }
    return results.every(({ measured, budget }) => measured <= budget);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function benchImport(folder: string): Result[] {
  const file = join(folder, 'filled.db');
  const filled = openDatabase(file);
  filled.write.transaction(() => prepareData(filled.write, ASSETS, () => new Date()))();
  const reference = writeFiles(folder, filled.write);
  filled.close();
  const target = join(folder, 'reference.db');
  copyFileSync(file, target);
  const begun = performance.now();
  execFileSync('sqlite3', [target, '.mode csv', `.import ${reference} observation`]);
  const referenceMs = performance.now() - begun;
  const child = execFileSync(process.execPath, [CHILD, file, join(folder, 'figures.csv')], {
    encoding: 'utf8',
  });
  const { lasted, memory } = JSON.parse(child) as { lasted: number; memory: number };
  return [
    {
      name: `import of ${ROWS} figures (sqlite3 ${Math.round(referenceMs)} ms)`,
      measured: lasted,
      budget: referenceMs * TIMES_OF_REFERENCE,
      unit: 'ms',
    },
    { name: 'memory of that import', measured: memory, budget: 400, unit: 'MB' },
  ];
}

/** The figures as a locality writes them and, for the reference, as rows of the table. */
function writeFiles(folder: string, database: ReturnType<typeof openDatabase>['write']): string {
  const { indicators, units } = readCatalogue(ASSETS);
  const id = (table: string) =>
    new Map(database.prepare(`SELECT code, id FROM ${table}`).raw().all() as [string, number][]);
  const [indicatorIds, unitIds] = [id('indicator'), id('unit')];
  const reference = join(folder, 'reference.csv');
  const own = openSync(join(folder, 'figures.csv'), 'w');
  const other = openSync(reference, 'w');
  writeSync(own, 'cut,unit_code,indicator,value,numerator,denominator,note\n');
  for (let count = 0, week = 0; count < ROWS; week += 1) {
    const { code: cut } = weekCut(addDays(FIRST_WEEK, week * 7));
    for (const { code, kind } of indicators.indicators) {
      const lines: string[] = [];
      const rows: string[] = [];
      for (const unit of units.communes.slice(0, ROWS - count)) {
        const [numerator, denominator] = [count % 997, 1000 + (count % 1999)];
        const value = kind === 'ratio' ? '' : kind === 'criterion' ? count % 2 : numerator;
        const parts = kind === 'ratio' ? `${numerator},${denominator}` : ',';
        lines.push(`${cut},${unit.code},${code},${value},${parts},\n`);
        const stored = kind === 'ratio' ? numerator / denominator : value;
        rows.push(
          `${1000 + week},${indicatorIds.get(code)},${unitIds.get(unit.code)},${stored},${numerator},${denominator},1,0,${count + 2},\n`,
        );
        count += 1;
      }
      writeSync(own, lines.join(''));
      writeSync(other, rows.join(''));
    }
  }
  closeSync(own);
  closeSync(other);
  return reference;
}

async function benchTemplates(folder: string): Promise<Result> {
  const database = openDatabase(join(folder, 'filled.db'));
  const codes = database.read
    .prepare(`SELECT code FROM unit WHERE level = 'province'`)
    .pluck()
    .all() as string[];
  const begun = performance.now();
  for (const code of codes) await buildTemplate(database.read, code, undefined);
  const measured = performance.now() - begun;
  database.close();
  return { name: 'all 34 templates', measured, budget: TEMPLATES_MS, unit: 'ms' };
}
