import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type BuildOutput, ensureBuilt, isFresh } from '#main/hosts/launch/build-output.ts';
import { freshFolder } from '#tests/setup/data-folder.ts';

/** A build that copies one source and writes down that it ran. */
const OUTPUT: BuildOutput = {
  folder: 'out/part',
  proof: 'page.txt',
  sources: ['source'],
  command: (target) => ['build.cjs', target],
};

let root: string;
const runs = () => (existsSync(join(root, 'runs')) ? readFileSync(join(root, 'runs'), 'utf8').length : 0);
const built = () => readFileSync(join(root, 'out/part/page.txt'), 'utf8');

beforeEach(() => {
  root = freshFolder();
  mkdirSync(join(root, 'source'));
  writeFileSync(join(root, 'source/page.txt'), 'one');
  writeFileSync(
    join(root, 'build.cjs'),
    `const fs = require('fs');
     fs.appendFileSync('runs', 'x');
     const text = fs.readFileSync('source/page.txt', 'utf8');
     if (text === 'broken') process.exit(3);
     fs.mkdirSync(process.argv[2], { recursive: true });
     fs.writeFileSync(process.argv[2] + '/page.txt', text);`,
  );
});

describe('a build output', () => {
  it('is built when it is missing, and not again while its sources stay the same', async () => {
    await ensureBuilt(root, OUTPUT);
    await ensureBuilt(root, OUTPUT);
    expect({ runs: runs(), text: built(), fresh: isFresh(root, OUTPUT) }).toEqual({
      runs: 1,
      text: 'one',
      fresh: true,
    });
  });

  it('is built again when a source changed or was added', async () => {
    await ensureBuilt(root, OUTPUT);
    writeFileSync(join(root, 'source/page.txt'), 'two');
    await ensureBuilt(root, OUTPUT);
    expect(built()).toBe('two');
    writeFileSync(join(root, 'source/other.txt'), '');
    expect(isFresh(root, OUTPUT)).toBe(false);
  });

  it('stays as it was when building fails, and leaves nothing beside it', async () => {
    await ensureBuilt(root, OUTPUT);
    writeFileSync(join(root, 'source/page.txt'), 'broken');
    await expect(ensureBuilt(root, OUTPUT)).rejects.toThrow('ended with 3');
    expect(built()).toBe('one');
    expect(readdirSync(join(root, 'out')).toSorted()).toEqual(['part', 'part.sources']);
  });

  it('clears away what a killed build left', async () => {
    // Above every process number that a system gives out.
    mkdirSync(join(root, 'out/part.99999999'), { recursive: true });
    mkdirSync(join(root, 'out/part.99999999.old'), { recursive: true });
    await ensureBuilt(root, OUTPUT);
    expect(readdirSync(join(root, 'out')).toSorted()).toEqual(['part', 'part.sources']);
  });
});
