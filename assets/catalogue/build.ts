import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkBoundaries } from './boundary-codes.ts';
import { type Problem, readCsv } from './csv.ts';
import { buildUnits, COMMUNE_COLUMNS, PROVINCE_COLUMNS } from './units.ts';

const USAGE = 'npm run catalogue -- --provinces FILE --communes FILE [--geo FILE] [--out FILE]';
const PROBLEMS_SHOWN = 20;

/** The text of units.json: one object a line so that differences are readable; same input, same bytes. */
export function formatUnits(units: ReturnType<typeof buildUnits>): string {
  const list = (items: readonly object[]): string =>
    items.map((item) => `    ${JSON.stringify(item)}`).join(',\n');
  const body = `  "provinces": [\n${list(units.provinces)}\n  ],\n  "communes": [\n${list(units.communes)}\n  ]\n}\n`;
  const version = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return `{\n  "version": "${version}",\n${body}`;
}

function build(options: {
  provinces: string;
  communes: string;
  geo?: string | undefined;
  out: string;
}): number {
  const problems: Problem[] = [];
  const table = (path: string, columns: readonly string[]) =>
    readCsv(basename(path), read(path), columns, problems);
  const provinces = table(options.provinces, PROVINCE_COLUMNS);
  const communes = table(options.communes, COMMUNE_COLUMNS);
  const units = buildUnits(provinces, communes, problems);
  if (options.geo) checkBoundaries(basename(options.geo), read(options.geo), units.communes, problems);
  if (problems.length > 0) return fail(problems);
  writeFileSync(`${options.out}.part`, formatUnits(units));
  renameSync(`${options.out}.part`, options.out);
  process.stdout.write(`${units.provinces.length} provinces, ${units.communes.length} communes\n`);
  return 0;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    console.error(`${path} cannot be read. Give the path of an existing file.\n${USAGE}`);
    return process.exit(2);
  }
}

function fail(problems: readonly Problem[]): number {
  for (const { file, line, fault, fix } of problems.slice(0, PROBLEMS_SHOWN)) {
    console.error(`${file}, line ${line}: ${fault}. To fix: ${fix}.`);
  }
  if (problems.length > PROBLEMS_SHOWN) console.error(`... and ${problems.length - PROBLEMS_SHOWN} more.`);
  console.error('Nothing was written.');
  return 1;
}

function main(): number {
  try {
    const { values } = parseArgs({
      options: {
        provinces: { type: 'string' },
        communes: { type: 'string' },
        geo: { type: 'string' },
        out: { type: 'string' },
      },
    });
    const { provinces, communes, geo } = values;
    if (!provinces || !communes) throw new Error('--provinces and --communes are needed.');
    return build({ provinces, communes, geo, out: values.out ?? join(import.meta.dirname, 'units.json') });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return 2;
  }
}

if (import.meta.main) process.exitCode = main();
