import { parseArgs } from 'node:util';
import { chooseDataFolder } from '#main/hosts/options.ts';
import { snapshotArgument } from '#main/hosts/snapshot-argument.ts';
import { UserError } from '#shared/contract/errors.ts';

export const HOSTS = ['auto', 'desktop', 'web'] as const;

export interface StartOptions {
  readonly host: (typeof HOSTS)[number];
  readonly open: boolean;
  /** 0 takes any free port. */
  readonly port: number;
  readonly dataFolder: string;
  readonly wall: boolean;
  /** A data file to be opened, as an absolute path. */
  readonly file: string | null;
  /** Whether a database that has vanished is made anew. */
  readonly beginsAnew: boolean;
  readonly help: boolean;
}

/** What `npm start -- …` asks for. Throws OPTION_UNKNOWN, which names the option. */
export function readStartOptions(words: readonly string[]): StartOptions {
  const { values, positionals } = parse(words);
  return {
    host: HOSTS.find((host) => host === values.host) ?? wrong(`--host ${values.host}`),
    open: values.open,
    port: readPort(values.port),
    dataFolder: chooseDataFolder(values.data),
    wall: values.wall,
    file: readFile(positionals),
    beginsAnew: values['begin-anew'],
    help: values.help,
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      allowNegative: true,
      options: {
        host: { type: 'string', default: 'auto' },
        open: { type: 'boolean', default: true },
        port: { type: 'string', default: '0' },
        data: { type: 'string' },
        wall: { type: 'boolean', default: false },
        'begin-anew': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (cause) {
    throw new UserError('OPTION_UNKNOWN', { option: firstSentence(cause) }, { cause });
  }
}

/** npm runs its scripts in the project's folder; the person stands where INIT_CWD says. */
function readFile(words: readonly string[]): string | null {
  const file = snapshotArgument(words, process.env.INIT_CWD ?? process.cwd());
  if (words.length > 1 || (words.length === 1 && file === null)) wrong(words.at(-1) ?? '');
  return file;
}

function firstSentence(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('. ')[0] ?? '';
}

function readPort(text: string): number {
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? port : wrong(`--port ${text}`);
}

function wrong(option: string): never {
  throw new UserError('OPTION_UNKNOWN', { option });
}
