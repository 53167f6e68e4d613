import { spawn } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useDataFolder } from '#main/core/files/data-folder.ts';
import { writePrivately } from '#main/files/private.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** How long a first start may wait for the download of some 110 MB. */
const DOWNLOAD_AT_MOST_MS = 120_000;
/** A failed download is not tried again for a day: every offline start would wait for it. */
const REMEMBER_FAILURE_MS = 24 * 3600 * 1000;

const NAMES: Readonly<Record<string, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/**
 * The Electron program of exactly the version in package.json, or null when it is not there. The package's own
 * entry is never imported: it downloads, synchronously, when the program is missing.
 */
export function findElectron(root: string, environment: Environment = process.env): string | null {
  const folder = join(root, 'node_modules/electron');
  const distribution = environment.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
  const program = join(distribution, NAMES[process.platform] ?? 'electron');
  try {
    accessSync(program, constants.X_OK);
    const found = readFileSync(join(distribution, 'version'), 'utf8').trim().replace(/^v/, '');
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return found === version ? program : null;
  } catch {
    // Not installed, or half unpacked: the same to whoever wants to start it.
    return null;
  }
}

export interface FetchOptions {
  readonly root: string;
  /** The failure is remembered here. */
  readonly dataFolder: string;
  readonly environment?: Environment;
  readonly downloadAtMostMs?: number;
}

/**
 * The Electron program, downloaded once when it is missing; null when it cannot be had. At most one attempt a day,
 * bounded in time, and none when ELECTRON_SKIP_BINARY_DOWNLOAD is set.
 */
export async function fetchElectron(options: FetchOptions): Promise<string | null> {
  const environment = options.environment ?? process.env;
  const found = findElectron(options.root, environment);
  if (found !== null || environment.ELECTRON_SKIP_BINARY_DOWNLOAD) return found;
  const note = join(options.dataFolder, 'electron-download-failed.json');
  if (failedLately(note)) return null;
  process.stderr.write('KH02 Center: đang tải Electron / downloading Electron …\n');
  if (await download(options.root, options.downloadAtMostMs ?? DOWNLOAD_AT_MOST_MS)) {
    return findElectron(options.root, environment);
  }
  useDataFolder(options.dataFolder);
  writePrivately(note, JSON.stringify({ failedAt: new Date().toISOString() }));
  return null;
}

function failedLately(note: string): boolean {
  try {
    const { failedAt } = JSON.parse(readFileSync(note, 'utf8')) as { failedAt: string };
    return Date.now() - Date.parse(failedAt) < REMEMBER_FAILURE_MS;
  } catch {
    // No note, or one that cannot be read, remembers nothing.
    return false;
  }
}

function download(root: string, atMostMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const script = join(root, 'node_modules/electron/install.js');
    const child = spawn(process.execPath, [script], {
      stdio: 'ignore',
      timeout: atMostMs,
      killSignal: 'SIGKILL',
    });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
