import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadDatabase } from '#main/db/open.ts';

type Parameters = readonly unknown[];

/** Records every statement a piece of work runs on the connection, with its values written into it. */
export async function recordStatements(
  database: ReadDatabase,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const statements: string[] = [];
  const prepare = database.prepare.bind(database);
  const recording = (source: string) => {
    const statement = prepare(source);
    for (const name of ['all', 'get', 'iterate'] as const) {
      const run = statement[name].bind(statement) as (...values: Parameters) => unknown;
      const recorded = (...values: Parameters) => {
        statements.push(`${withValues(source, values)};`);
        return run(...values);
      };
      Object.defineProperty(statement, name, { value: recorded });
    }
    return statement;
  };
  Object.defineProperty(database, 'prepare', { value: recording, configurable: true });
  try {
    await work();
  } finally {
    Reflect.deleteProperty(database, 'prepare');
  }
  return statements;
}

function withValues(source: string, values: Parameters): string {
  const [first] = values;
  if (typeof first === 'object' && first !== null) {
    const named = first as Readonly<Record<string, unknown>>;
    return source.replace(/:([A-Za-z]\w*)/g, (whole, name: string) =>
      name in named ? literal(named[name]) : whole,
    );
  }
  let at = 0;
  return source.replace(/\?/g, () => literal(values[at++]));
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  return typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`;
}

export interface CommandLineRun {
  readonly runs: number;
  /** Run once before everything that is timed. */
  readonly before?: readonly string[];
  /** The statements write; else the file is opened for reading only. */
  readonly isWriting?: boolean;
}

/** Milliseconds the sqlite3 command line needs for the statements together, once for each run. */
export function timeInCommandLine(
  folder: string,
  file: string,
  statements: readonly string[],
  { runs, before = [], isWriting = false }: CommandLineRun,
): number[] {
  const script = join(folder, 'reference.sql');
  const head = [
    '.output /dev/null',
    'PRAGMA mmap_size = 268435456;',
    'PRAGMA cache_size = -64000;',
    ...before,
  ];
  // The timer writes to standard output even where results do not, so a mark between runs tells them apart.
  const body = Array.from({ length: runs + 1 }, () => [
    '.timer off',
    '.output stdout',
    '.print RUN',
    '.output /dev/null',
    '.timer on',
    ...statements,
  ]).flat();
  writeFileSync(script, [...head, ...body].join('\n'));
  const output = execFileSync('sqlite3', [...(isWriting ? [] : ['-readonly']), file, `.read ${script}`], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  // The first run reads the file from disk.
  const [, , ...rest] = output.split('RUN');
  return rest.map((text) =>
    [...text.matchAll(/Run Time: real ([\d.]+)/g)].reduce((sum, match) => sum + Number(match[1]) * 1000, 0),
  );
}
