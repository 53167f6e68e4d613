import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { createApp } from '#main/core/app.ts';
import { hasDatabase } from '#main/core/files/data-folder.ts';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';
import { COMPILED } from '#tests/setup/compiled.ts';
import { filledFolder, freshFolder, LEFT_BEHIND } from '#tests/setup/data-folder.ts';
import { HANG_MS } from '#tests/setup/hang.ts';

const folder = freshFolder();
const real = join(folder, 'thật');
/** Of the time that a whole making takes from its first file on. */
const MOMENTS = [0, 0.35, 0.7, 0.95];

/** Runs the command; from the first file that it makes on it has `delay` ms. Gives how long it took from there. */
async function make(target: string, words: readonly string[], delay: number | null): Promise<number> {
  mkdirSync(target, { recursive: true });
  const child = spawn(process.execPath, [COMPILED, 'main/hosts/cli/kh02.ts', 'workspace', ...words], {
    cwd: PROJECT_FOLDER,
    env: { ...process.env, XDG_CONFIG_HOME: join(folder, 'config') },
    stdio: 'ignore',
  });
  let begun: number | null = null;
  const watcher = watch(target, (_, name) => {
    if (begun !== null || !String(name).startsWith('.kh02-unfinished-')) return;
    begun = performance.now();
    if (delay !== null) setTimeout(() => child.kill('SIGKILL'), delay);
  });
  const [code, signal] = await once(child, 'close');
  watcher.close();
  if (code !== 0 && signal !== 'SIGKILL')
    throw new Error(`kh02 workspace ${words.join(' ')} ended with ${code}`);
  if (begun === null) throw new Error('Nothing was begun');
  return performance.now() - begun;
}

/** What the folder holds once the application has been there; null where there was no workspace under the final name. */
async function lookAt(target: string): Promise<string | null> {
  if (!hasDatabase(target)) {
    await expect(createApp({ dataFolder: target })).rejects.toMatchObject({ code: 'WORKSPACE_MISSING' });
    return null;
  }
  const { client, context, close } = await createApp({ dataFolder: target });
  const integrity = context.read.pragma('integrity_check', { simple: true });
  const { kind } = await client.workspace.info();
  await close();
  expect(readdirSync(target).toSorted()).toEqual(LEFT_BEHIND);
  return `${kind} ${integrity}`;
}

beforeAll(async () => {
  await make(real, ['new', real], null);
});

it.each([
  ['new', () => []],
  ['copy', () => ['--data', real]],
  ['new --from', () => ['--from', filledFolder()]],
] as const)(
  '%s that is killed leaves all of it or nothing under the name, and is swept up',
  {
    timeout: 3 * HANG_MS,
  },
  async (name, optionsOf) => {
    const options = optionsOf();
    const [word = ''] = name.split(' ');
    const at = (target: string) => [word, target, ...options];
    const whole = join(folder, `${name} trọn`);
    const span = await make(whole, at(whole), null);
    expect(await lookAt(whole)).toBe('real ok');
    const target = join(folder, name);
    let unfinished = 0;
    for (const moment of MOMENTS) {
      if (hasDatabase(target)) break;
      await make(target, at(target), moment * span);
      if (!hasDatabase(target)) unfinished += readdirSync(target).length;
      expect([null, 'real ok']).toContain(await lookAt(target));
    }
    expect(unfinished).toBeGreaterThan(0);
    if (!hasDatabase(target)) await make(target, at(target), null);
    expect(await lookAt(target)).toBe('real ok');
  },
);
