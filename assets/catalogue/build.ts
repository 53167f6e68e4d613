import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkBoundaries } from './boundary-codes.ts';
import { buildFacts, FACT_COLUMNS, POPULATION_YEAR } from './commune-facts.ts';
import { type Problem, readCsv } from './csv.ts';
import { buildFormer, FORMER_COLUMNS } from './former-units.ts';
import { buildUnits, COMMUNE_COLUMNS, PROVINCE_COLUMNS } from './units.ts';

const USAGE =
  'npm run catalogue -- --provinces FILE --communes FILE [--former FILE --facts FILE] [--geo FILE] [--out FILE]';
const PROBLEMS_SHOWN = 20;

/**
 * The text of a catalogue file: its lists with one item a line, so that differences are readable, behind what is
 * no list. Same input, same bytes.
 */
export function formatCatalogue(
  parts: Readonly<Record<string, string | number | readonly object[]>>,
): string {
  const list = (items: readonly object[]): string =>
    `[\n${items.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`;
  const texts = Object.entries(parts).map(
    ([name, part]) => `  "${name}": ${typeof part === 'object' ? list(part) : JSON.stringify(part)}`,
  );
  const body = `${texts.join(',\n')}\n}\n`;
  const version = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return `{\n  "version": "${version}",\n${body}`;
}

/** Former units end on the day the communes took up work: Decision 19/2025/QĐ-TTg. */
const ENDED_ON = '2025-07-01';

interface BuildOptions {
  readonly provinces: string;
  readonly communes: string;
  readonly former?: string | undefined;
  readonly facts?: string | undefined;
  readonly geo?: string | undefined;
  readonly out: string;
}

function build(options: BuildOptions): number {
  const problems: Problem[] = [];
  const table = (path: string, columns: readonly string[]) =>
    readCsv(basename(path), read(path), columns, problems);
  const provinces = table(options.provinces, PROVINCE_COLUMNS);
  const communes = table(options.communes, COMMUNE_COLUMNS);
  const units = buildUnits(provinces, communes, problems);
  if (options.geo) checkBoundaries(basename(options.geo), read(options.geo), units.communes, problems);
  const codes = new Set(units.communes.map(({ code }) => code));
  const files = new Map([[options.out, formatCatalogue(units)]]);
  const beside = (name: string): string => join(dirname(options.out), name);
  if (options.former) {
    const former = buildFormer(table(options.former, FORMER_COLUMNS), codes, problems);
    files.set(beside('former-units.json'), formatCatalogue({ endedOn: ENDED_ON, ...former }));
  }
  if (options.facts) {
    const facts = buildFacts(table(options.facts, FACT_COLUMNS), codes, problems);
    const text = formatCatalogue({ populationYear: POPULATION_YEAR, communes: facts });
    files.set(beside('commune-facts.json'), text);
  }
  if (problems.length > 0) return fail(problems);
  for (const [file, text] of files) {
    writeFileSync(`${file}.part`, text);
    renameSync(`${file}.part`, file);
  }
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
        former: { type: 'string' },
        facts: { type: 'string' },
        geo: { type: 'string' },
        out: { type: 'string' },
      },
    });
    const { provinces, communes, out = join(import.meta.dirname, 'units.json'), ...others } = values;
    if (!provinces || !communes) throw new Error('--provinces and --communes are needed.');
    return build({ provinces, communes, out, ...others });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return 2;
  }
}

if (import.meta.main) process.exitCode = main();
