import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePerson } from '#main/core/ground/settings/person.ts';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';
import { findRunningHost } from '#main/hosts/launch/running-host.ts';
import type { Door } from '#main/hosts/web/way-in.ts';
import { COMPILED } from './compiled.ts';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
}

// No display and no download unless a test asks for them: a start must not depend on who runs the tests.
const CONFIG = join(tmpdir(), 'kh02-test-config');
const QUIET = {
  ...{ DISPLAY: '', WAYLAND_DISPLAY: '', ELECTRON_SKIP_BINARY_DOWNLOAD: '1', KH02_DATA: '' },
  // What the program remembers of its user.
  XDG_CONFIG_HOME: CONFIG,
};

/** Who acts in commands that name nobody. */
const TEST_PERSON = 'Người thử';
writePerson(join(CONFIG, 'kh02-center', 'person.json'), TEST_PERSON);

function startNode(words: readonly string[], options: RunOptions): ChildProcess {
  return startChild(process.execPath, [COMPILED, ...words], options);
}

function startChild(program: string, words: readonly string[], options: RunOptions): ChildProcess {
  const env = { ...process.env, ...QUIET, ...options.env };
  return spawn(program, [...words], { cwd: PROJECT_FOLDER, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

function gather(child: ChildProcess): { stdout: string; stderr: string } {
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (part: string) => {
      texts[name] += part;
    });
  }
  return texts;
}

/** Runs one of the project's programs to its end. */
export async function runProgram(words: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const child = startNode(words, options);
  const texts = gather(child);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...texts };
}

/** `kh02 …` */
export function runCommand(words: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return runProgram(['main/hosts/cli/kh02.ts', ...words], options);
}

export interface Started {
  /** What it printed. */
  readonly address: string;
  /** The way in that a second start on the same data folder has. */
  readonly door: Door;
  readonly child: ChildProcess;
  /** Sends the signal and waits for the end. */
  readonly stop: (signal: NodeJS.Signals) => Promise<Ended>;
  readonly end: Promise<Ended>;
}

/** The launcher until it has printed its address. Throws what it said when it ends before that. */
export function startHost(words: readonly string[], options: RunOptions = {}): Promise<Started> {
  return untilPrinted(startNode(['main/hosts/launch/start.ts', ...words], options), words);
}

/** The same through npm, as a person starts it. Its end is the end of everything that npm started. */
export function startNpm(words: readonly string[]): Promise<Started> {
  return untilPrinted(startChild('npm', words, {}), words);
}

/** `words` name the data folder. */
async function untilPrinted(child: ChildProcess, words: readonly string[]): Promise<Started> {
  const texts = gather(child);
  const end = once(child, 'close').then(([code]) => ({ code: code as number | null, ...texts }));
  const printed = new Promise<string>((resolve) => {
    child.stdout?.on('data', () => {
      const [, address] = /^KH02 Center: (\S+)\n/m.exec(texts.stdout) ?? [];
      if (address !== undefined) resolve(address);
    });
  });
  const first = await Promise.race([printed, end]);
  if (typeof first !== 'string') throw new Error(`The host ended with ${first.code}: ${first.stderr}`);
  const stop = async (signal: NodeJS.Signals): Promise<Ended> => {
    child.kill(signal);
    return end;
  };
  const door = await findRunningHost(words[words.indexOf('--data') + 1] ?? '');
  if (door === null) throw new Error('The host that printed its address does not answer');
  return { address: first, door, child, stop, end };
}
