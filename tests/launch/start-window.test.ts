import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { describeNeeds } from '#tests/setup/needs.ts';
import { runProgram } from '#tests/setup/run-program.ts';

const start = (words: readonly string[], env: Record<string, string>) =>
  runProgram(['main/hosts/launch/start.ts', ...words], { env: { DISPLAY: ':99', ...env } });

/** A program that writes down how it was called, and ends with a code. */
function recorder(folder: string, name: string, exitCode: number): string {
  const file = join(folder, name);
  const words = join(folder, `${name}.words`);
  writeFileSync(file, `#!/bin/sh\nprintf '%s\\n' "$@" > '${words}'\nexit ${exitCode}\n`);
  chmodSync(file, 0o755);
  return file;
}

function wordsOf(program: string): string[] {
  return readFileSync(`${program}.words`, 'utf8').trim().split('\n');
}

/** A folder that looks like an unpacked Electron of the right version. */
function electron(exitCode: number): { folder: string; program: string } {
  const folder = freshFolder();
  const { version } = createRequire(import.meta.url)('electron/package.json') as { version: string };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'version'), `v${version}\n`);
  return { folder, program: recorder(folder, 'electron', exitCode) };
}

describeNeeds('Linux', process.platform === 'linux')('npm start on a machine with a display', () => {
  it('opens an application window of the browser and ends when that is closed', async () => {
    const folder = filledFolder();
    const browser = recorder(freshFolder(), 'browser', 0);
    const { code, stdout } = await start(['--data', folder], { KH02_BROWSER: browser });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^KH02 Center: file:\/\/\S+\n$/);
    const { href } = pathToFileURL(join(folder, 'way-in/1.html'));
    expect(wordsOf(browser)).toEqual(
      expect.arrayContaining([`--app=${href}`, `--user-data-dir=${join(folder, 'browser-profile')}`]),
    );
  });

  it('prefers Electron, with the project and the data folder', async () => {
    const folder = filledFolder();
    const { folder: distribution, program } = electron(0);
    const { code, stdout } = await start(['--data', folder, '--wall'], {
      ELECTRON_OVERRIDE_DIST_PATH: distribution,
    });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(wordsOf(program)).toEqual([join(PROJECT_FOLDER), '--data', folder, '--wall']);
  });

  it('falls back to the browser when Electron dies at once', async () => {
    const browser = recorder(freshFolder(), 'browser', 0);
    const { folder: distribution } = electron(133);
    const { code, stdout } = await start(['--data', filledFolder()], {
      ELECTRON_OVERRIDE_DIST_PATH: distribution,
      KH02_BROWSER: browser,
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^KH02 Center: file:/);
    expect(wordsOf(browser)[0]).toMatch(/^--app=file:/);
  });
});
