import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MUTANTS } from './list.ts';
import type { Mutant } from './mutant.ts';
import { copyProject, runTests } from './workspace.ts';

/**
 * `npm run mutants` makes each change of the list in a copy of the repository and runs the tests that must see it;
 * `npm run mutants -- PART` those whose file or sentence contains PART. Ends with 1 when fewer than 95% die, or when
 * a change of the list no longer fits the code.
 */
const NEEDED_SHARE = 0.95;

const [part = ''] = process.argv.slice(2);
const wanted = MUTANTS.filter(({ file, what }) => file.includes(part) || what.includes(part));
if (wanted.length === 0) {
  console.error(`No change of the list has '${part}' in its file or sentence.`);
  process.exit(2);
}
const { folder, remove } = copyProject();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    remove();
    process.exit(130);
  });
}
let isGood = false;
try {
  isGood = await judge(wanted);
} finally {
  remove();
}
process.exit(isGood ? 0 : 1);

async function judge(mutants: readonly Mutant[]): Promise<boolean> {
  const tests = [...new Set(mutants.flatMap((mutant) => mutant.tests))];
  const before = await runTests(folder, tests);
  if (before !== 'passed') {
    console.error(`The tests do not pass on the code as it is (${before}): ${tests.join(' ')}`);
    return false;
  }
  let killed = 0;
  let isFitting = true;
  for (const mutant of mutants) {
    const verdict = await tryMutant(mutant);
    console.error(`${verdict.padEnd(8)} ${mutant.file}: ${mutant.what}`);
    if (verdict === 'killed') killed += 1;
    if (verdict === 'UNFIT') isFitting = false;
  }
  const share = killed / mutants.length;
  console.error(`${killed} of ${mutants.length} killed (${(share * 100).toFixed(1)}%)`);
  return isFitting && share >= NEEDED_SHARE;
}

async function tryMutant({
  file,
  from,
  to,
  tests,
}: Mutant): Promise<'killed' | 'SURVIVED' | 'BROKEN' | 'UNFIT'> {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  if (text.split(from).length !== 2) return 'UNFIT';
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  try {
    const verdict = await runTests(folder, tests);
    return verdict === 'failed' ? 'killed' : verdict === 'passed' ? 'SURVIVED' : 'BROKEN';
  } finally {
    writeFileSync(path, text);
  }
}
