import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fetchElectron, findElectron } from '#main/hosts/launch/electron-binary.ts';
import { freshFolder } from '#tests/setup/data-folder.ts';
import { describeNeeds } from '#tests/setup/needs.ts';

const PROGRAM = process.platform === 'win32' ? 'electron.exe' : 'electron';

/** A project whose electron package downloads by running `installer`, which also counts its runs. */
function project(installer: string): { root: string; package: string; runs: () => number } {
  const root = freshFolder();
  const folder = join(root, 'node_modules/electron');
  const log = join(root, 'runs');
  mkdirSync(join(folder, 'dist'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"name":"electron","version":"45.0.0"}');
  writeFileSync(
    join(folder, 'install.js'),
    `require('fs').appendFileSync(${JSON.stringify(log)}, 'x');${installer}`,
  );
  return { root, package: folder, runs: () => (existsSync(log) ? readFileSync(log, 'utf8').length : 0) };
}

function install(folder: string, version: string): void {
  writeFileSync(join(folder, 'dist/version'), version);
  writeFileSync(join(folder, 'dist', PROGRAM), '');
  chmodSync(join(folder, 'dist', PROGRAM), 0o755);
}

describeNeeds('Linux or Windows', process.platform !== 'darwin')('the Electron program', () => {
  it('is found when its version is the one in package.json', () => {
    const { root, package: folder } = project('');
    expect(findElectron(root, {})).toBeNull();
    install(folder, 'v45.0.0');
    expect(findElectron(root, {})).toBe(join(folder, 'dist', PROGRAM));
    install(folder, '44.0.0');
    expect(findElectron(root, {})).toBeNull();
  });

  it('is downloaded once when it is missing', async () => {
    const copy = `const d=require('path').join(__dirname,'dist');const f=require('fs');
      f.writeFileSync(d+'/version','45.0.0');f.writeFileSync(d+'/${PROGRAM}','',{mode:0o755});`;
    const { root, package: folder, runs } = project(copy);
    const options = { root, dataFolder: freshFolder(), environment: {} };
    expect(await fetchElectron(options)).toBe(join(folder, 'dist', PROGRAM));
    expect(await fetchElectron(options)).toBe(join(folder, 'dist', PROGRAM));
    expect(runs()).toBe(1);
  });

  it('is not asked for again on the day that its download failed', async () => {
    const { root, runs } = project('process.exit(1)');
    const options = { root, dataFolder: freshFolder(), environment: {} };
    expect(await fetchElectron(options)).toBeNull();
    expect(await fetchElectron(options)).toBeNull();
    expect(runs()).toBe(1);
  });

  it('is given up when its download does not end in time', async () => {
    const { root } = project('setInterval(() => {}, 1000)');
    const options = { root, dataFolder: freshFolder(), environment: {}, downloadAtMostMs: 300 };
    expect(await fetchElectron(options)).toBeNull();
  });

  it('is not downloaded where ELECTRON_SKIP_BINARY_DOWNLOAD forbids it', async () => {
    const { root, runs } = project('');
    const environment = { ELECTRON_SKIP_BINARY_DOWNLOAD: '1' };
    expect(await fetchElectron({ root, dataFolder: freshFolder(), environment })).toBeNull();
    expect(runs()).toBe(0);
  });
});
