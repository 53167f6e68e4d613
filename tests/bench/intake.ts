import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareData } from '#main/core/prepare.ts';
import { buildTemplate } from '#main/core/take/intake/template/build-template.ts';
import { openDatabase } from '#main/db/open.ts';
import { fillIllustrativeData } from '#main/illustrative/fill.ts';
import { HOSTILE_FILES, writeHostileFile } from '#tests/fixtures/intake/hostile-files.ts';
import { OFFICE_FORMATS, writeOffice } from '#tests/fixtures/intake/office-formats.ts';
import { openCuts } from '#tests/setup/open-cut.ts';
import { type Result, runChild } from './intake-import/children.ts';
import { writeCsvFiles } from './intake-import/csv-files.ts';
import type { Inspection } from './intake-import/inspect-child.ts';
import {
  WORKBOOK_CUTS,
  wideRows,
  writeLongWorkbook,
  writeWideWorkbook,
} from './intake-import/workbook-files.ts';

const ASSETS = fileURLToPath(new URL('../../assets', import.meta.url));
const BEGINNING = { kind: 'illustrative', fill: fillIllustrativeData } as const;
const ROWS = Number(process.env.KH02_BENCH_FIGURES ?? 2_000_000);
const TIMES_OF_REFERENCE = 1.5;
const IMPORT_MB = 400;
const WIDE_MS = 1000;
const LONG_MB = 150;
const TEMPLATES_MS = 5000;
const FORMAT_MS = 2000;
const HOSTILE_MB = 300;

interface World {
  readonly folder: string;
  /** A database with the catalogue and the illustrative data. */
  readonly database: string;
}

const PARTS: Readonly<Record<string, (world: World) => Result[] | Promise<Result[]>>> = {
  import: benchImport,
  workbooks: benchWorkbooks,
  formats: benchFormats,
  hostile: benchHostile,
  templates: benchTemplates,
};

/**
 * Everything that goes in, each part in processes of their own. KH02_BENCH_PARTS=import,templates runs only those
 * that are named.
 */
export async function run(): Promise<boolean> {
  const wanted = process.env.KH02_BENCH_PARTS?.split(',') ?? Object.keys(PARTS);
  const folder = mkdtempSync(join(tmpdir(), 'kh02-bench-'));
  try {
    const world = { folder, database: fillDatabase(folder) };
    let isWithin = true;
    for (const name of wanted) {
      const part = PARTS[name];
      if (part === undefined) throw new Error(`No part named ${name}; there are ${Object.keys(PARTS)}`);
      for (const result of await part(world)) isWithin = report(result) && isWithin;
    }
    return isWithin;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function report({ name, measured, budget, unit }: Result): boolean {
  const isWithin = measured <= budget;
  const mark = (isWithin ? 'ok' : 'MISSED').padEnd(7);
  process.stdout.write(`${mark}${name}: ${Math.round(measured)} ${unit} (budget ${Math.round(budget)})\n`);
  return isWithin;
}

function fillDatabase(folder: string): string {
  const file = join(folder, 'filled.db');
  const filled = openDatabase(file);
  filled.write.transaction(() =>
    prepareData(filled.write, { assetsFolder: ASSETS, clock: () => new Date(), beginning: BEGINNING }),
  )();
  openCuts(filled.write, WORKBOOK_CUTS, new Date().toISOString());
  filled.close();
  return file;
}

/**
 * Two million figures beside `.import` of the sqlite3 command line into a copy of the same table with its indexes.
 * The reference gets row ids ready made, checks nothing and keeps no foreign keys. Statuses are left out of both.
 */
function benchImport({ folder, database }: World): Result[] {
  const filled = openDatabase(database);
  const { own, reference } = writeCsvFiles(folder, ASSETS, filled.read, ROWS);
  filled.close();
  const [target, given] = [join(folder, 'reference.db'), join(folder, 'own.db')];
  copyFileSync(database, target);
  copyFileSync(database, given);
  const begun = performance.now();
  execFileSync('sqlite3', [target, '.mode csv', `.import ${reference} observation`]);
  const referenceMs = performance.now() - begun;
  warmUp(folder, database);
  const child = runChild<{ milliseconds: number; megabytes: number }>(folder, 'child.ts', [given, own]);
  return [
    {
      name: `import of ${ROWS} figures (sqlite3 ${Math.round(referenceMs)} ms)`,
      measured: child.milliseconds,
      budget: referenceMs * TIMES_OF_REFERENCE,
      unit: 'ms',
    },
    { name: 'memory of that import', measured: child.megabytes, budget: IMPORT_MB, unit: 'MB' },
  ];
}

/** From the first byte to the finished preview: read, resolved, checked and compared. */
function benchWorkbooks({ folder, database }: World): Result[] {
  const [wide, long] = [writeWideWorkbook(folder, ASSETS), writeLongWorkbook(folder, ASSETS)];
  warmUp(folder, database);
  const [first, second] = [wide, long].map((path) => {
    const found = runChild<Inspection>(folder, 'inspect-child.ts', [database, path, path]);
    if (found.refused !== null || found.figures === 0) throw new Error(`${path}: ${JSON.stringify(found)}`);
    return found;
  });
  return [
    {
      name: 'workbook of 3,321 rows x 40',
      measured: first?.milliseconds ?? Number.NaN,
      budget: WIDE_MS,
      unit: 'ms',
    },
    {
      name: `memory of a workbook of 200,000 rows x 8 (${Math.round(second?.milliseconds ?? 0)} ms)`,
      measured: second?.megabytes ?? Number.NaN,
      budget: LONG_MB,
      unit: 'MB',
    },
  ];
}

/** The wide workbook in the other formats of an office, from the first byte to the finished preview. */
function benchFormats({ folder, database }: World): Result[] {
  const rows = wideRows(ASSETS);
  warmUp(folder, database);
  return OFFICE_FORMATS.filter(({ bookType }) => bookType !== 'xlsx').map((format) => {
    const path = join(folder, format.name);
    writeFileSync(path, writeOffice(format, [{ name: 'Số liệu', rows }]));
    const found = runChild<Inspection>(folder, 'inspect-child.ts', [database, path, format.name]);
    if (found.refused !== null || found.figures === 0) throw new Error(`${path}: ${JSON.stringify(found)}`);
    return {
      name: `3,321 rows x 40 as ${format.bookType}`,
      measured: found.milliseconds,
      budget: FORMAT_MS,
      unit: 'ms',
    };
  });
}

/** Files that are made to cost time or memory: the slowest of those that are refused, and the largest of all. */
function benchHostile({ folder, database }: World): Result[] {
  const hostile = mkdtempSync(join(folder, 'hostile-'));
  const found = HOSTILE_FILES.map((file) => {
    const path = writeHostileFile(hostile, file);
    return {
      file: file.name,
      ...runChild<Inspection>(folder, 'inspect-child.ts', [database, path, file.name]),
    };
  });
  const most = (key: 'milliseconds' | 'megabytes', list: typeof found) =>
    list.reduce((worst, one) => (one[key] > worst[key] ? one : worst));
  const slowest = most(
    'milliseconds',
    found.filter(({ refused }) => refused !== null),
  );
  const largest = most('megabytes', found);
  return [
    {
      name: `slowest refusal of a hostile file (${slowest.file})`,
      measured: slowest.milliseconds,
      budget: FORMAT_MS,
      unit: 'ms',
    },
    {
      name: `memory of a hostile file (${largest.file})`,
      measured: largest.megabytes,
      budget: HOSTILE_MB,
      unit: 'MB',
    },
  ];
}

/** Fills the cache of modules. */
function warmUp(folder: string, database: string): void {
  const { own } = writeTinyFile(folder, database);
  runChild(folder, 'inspect-child.ts', [database, own, own]);
}

function writeTinyFile(folder: string, database: string) {
  const tiny = mkdtempSync(join(folder, 'tiny-'));
  const filled = openDatabase(database);
  const files = writeCsvFiles(tiny, ASSETS, filled.read, 1);
  filled.close();
  return files;
}

async function benchTemplates({ database: file }: World): Promise<Result[]> {
  const database = openDatabase(file);
  const codes = database.read
    .prepare(`SELECT code FROM unit WHERE level = 'province'`)
    .pluck()
    .all() as string[];
  const begun = performance.now();
  for (const code of codes) await buildTemplate(database.read, code, undefined, new Date().toISOString());
  const measured = performance.now() - begun;
  database.close();
  return [{ name: 'all 34 templates', measured, budget: TEMPLATES_MS, unit: 'ms' }];
}
