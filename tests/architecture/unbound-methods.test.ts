import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';
import { freshFolder } from '#tests/setup/data-folder.ts';
import { findUnboundMethods } from './unbound-methods.ts';

// The types of a whole project are read for it.
const TIMEOUT = { timeout: 120_000 };

it.each(['shared', 'main', 'renderer'])('no method is taken off its object in %s', TIMEOUT, (folder) => {
  expect(findUnboundMethods(PROJECT_FOLDER, folder)).toEqual([]);
});

it('a method that is taken off its object is found in every way of doing it', TIMEOUT, () => {
  const root = freshFolder();
  mkdirSync(join(root, 'some'));
  writeFileSync(
    join(root, 'some', 'tsconfig.json'),
    '{ "compilerOptions": { "strict": true }, "include": ["*.ts"] }',
  );
  writeFileSync(
    join(root, 'some', 'a.ts'),
    `class Watch {
      #looks = 0;
      look() { this.#looks += 1; }
      readonly bound = () => this.#looks;
      again() { [1].forEach(this.look); }
    }
    const watch = new Watch();
    const { look, bound } = watch;
    const { look: renamed } = watch;
    export const take = ({ look }: Watch) => look;
    setTimeout(watch.look);
    setTimeout(() => watch.look());
    setTimeout(watch.bound);
    setTimeout(watch.look.bind(watch));
    const { max } = Math;
    [1].map(Math.abs);
    export default [look, bound, renamed, max];`,
  );
  expect(findUnboundMethods(root, 'some')).toEqual(
    ['this.look', 'watch.look', 'look', 'look: renamed', 'look'].map(
      (text) => `${join('some', 'a.ts')}: ${text}`,
    ),
  );
});
