// `npm run size [-- REVISION]`: how large the code is beside how large it was.
import { execFileSync } from 'node:child_process';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';
import { isBelow, readSources, type SourceFile } from './imports.ts';
import { LONG_FUNCTION, measureFunctions } from './syntax.ts';

const ROOMS = ['main', 'renderer', 'shared'];
const SENTENCES = 'shared/text/messages';
const FIRST_MEASURED = '760ab6b';

function measure(sources: readonly SourceFile[]) {
  const lengths = sources.map(({ text }) => text.trimEnd().split('\n').length).toSorted((a, b) => a - b);
  const functions = sources.flatMap(({ path, text }) => measureFunctions(text, path));
  const long = functions.filter(({ lines }) => lines > LONG_FUNCTION).length;
  return {
    lines: lengths.reduce((sum, lines) => sum + lines, 0),
    files: lengths.length,
    'median file': lengths[Math.floor(lengths.length / 2)] ?? 0,
    functions: functions.length,
    [`above ${LONG_FUNCTION} lines`]: `${long} (${((100 * long) / functions.length).toFixed(2)}%)`,
  };
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: PROJECT_FOLDER, encoding: 'utf8', maxBuffer: 2 ** 27 });
}

function readRevision(revision: string): SourceFile[] {
  const paths = git('ls-tree', '-r', '--name-only', revision, ...ROOMS).split('\n');
  const isSource = (path: string) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts');
  return paths.filter(isSource).map((path) => ({ path, text: git('show', `${revision}:${path}`) }));
}

const revision = process.argv[2] ?? FIRST_MEASURED;
const before = readRevision(revision);
const now = readSources(PROJECT_FOLDER);
for (const part of [...ROOMS, 'all']) {
  const inPart = ({ path }: SourceFile) =>
    ROOMS.some((room) => (part === 'all' || part === room) && isBelow(path, room)) &&
    !isBelow(path, SENTENCES);
  const [then, today] = [measure(before.filter(inPart)), measure(now.filter(inPart))];
  process.stdout.write(
    `${part}: ${((100 * today.lines) / then.lines - 100).toFixed(1)}% against ${revision}\n`,
  );
  // biome-ignore lint/suspicious/noConsole: it prints, as it is told to.
  console.table({ [revision]: then, now: today });
}
