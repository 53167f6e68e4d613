import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { assembleTopology } from './assemble.ts';
import { GeoInputError } from './geo-input-error.ts';
import { LEVELS } from './levels.ts';
import { describeFiles, type Manifest } from './manifest.ts';
import { simplifyCommunes } from './simplify.ts';
import { readSource } from './source.ts';
import { readUnits } from './units.ts';

const USAGE = 'npm run geo -- --source FILE [--units FILE] [--out DIR]';
/** V8 holds no string longer than about 512 MB. */
const SOURCE_BYTES_MAX = 500_000_000;

interface Options {
  source: string;
  units: string;
  out: string;
}

function readOptions(args: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        source: { type: 'string' },
        units: { type: 'string', default: join(import.meta.dirname, '../catalogue/units.json') },
        out: { type: 'string', default: import.meta.dirname },
      },
    });
    if (!values.source) throw new Error('--source is missing: the file with the boundaries.');
    return { source: values.source, units: values.units, out: values.out };
  } catch (error) {
    throw new GeoInputError(`${error instanceof Error ? error.message : error}\nUsage: ${USAGE}`, {
      cause: error,
    });
  }
}

function readText(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new GeoInputError(`${path} is no file. Give the path of an existing file.`);
  if (found.size > SOURCE_BYTES_MAX)
    throw new GeoInputError(
      `${path} has ${found.size} bytes; at most ${SOURCE_BYTES_MAX} can be read. Thin it out or convert it to TopoJSON.`,
    );
  return readFileSync(path, 'utf8');
}

async function build({ source: sourcePath, units, out }: Options): Promise<Manifest> {
  const provinceOf = readUnits(basename(units), readText(units));
  const sourceText = readText(sourcePath);
  const source = readSource(basename(sourcePath), sourceText, provinceOf.keys());
  const files = new Map<string, string>();
  for (const level of LEVELS) {
    const topology = assembleTopology(await simplifyCommunes(source, level), provinceOf);
    files.set(level.file, `${JSON.stringify(topology)}\n`);
  }
  const manifest = describeFiles(files, source, sourceText);
  writeAll(out, new Map([...files, ['manifest.json', `${JSON.stringify(manifest, null, 2)}\n`]]));
  return manifest;
}

// Everything is computed before the first file is replaced, and each is replaced in one step.
function writeAll(directory: string, files: ReadonlyMap<string, string>): void {
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory())
    throw new GeoInputError(`${directory} is no folder. Give --out an existing one.`);
  for (const [name, text] of files) writeFileSync(join(directory, `${name}.part`), text);
  for (const name of files.keys()) renameSync(join(directory, `${name}.part`), join(directory, name));
}

try {
  const { version, files } = await build(readOptions(process.argv.slice(2)));
  for (const { name, bytes, gzipBytes, arcs, vertices } of files)
    process.stdout.write(`${name}: ${bytes} bytes (gzip ${gzipBytes}), ${arcs} arcs, ${vertices} vertices\n`);
  process.stdout.write(`version ${version}\n`);
} catch (error) {
  if (!(error instanceof GeoInputError)) throw error;
  console.error(`${error.message}\nNothing was written.`);
  process.exitCode = 1;
}
