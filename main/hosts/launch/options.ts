import { parseArgs } from 'node:util';
import { chooseDataFolder } from '#main/hosts/options.ts';
import { UserError } from '#shared/contract/errors.ts';

export const HOSTS = ['auto', 'desktop', 'web'] as const;

export interface StartOptions {
  readonly host: (typeof HOSTS)[number];
  readonly open: boolean;
  /** 0 takes any free port. */
  readonly port: number;
  readonly dataFolder: string;
  readonly wall: boolean;
  readonly help: boolean;
}

/** What `npm start -- …` asks for. Throws OPTION_UNKNOWN, which names the option. */
export function readStartOptions(words: readonly string[]): StartOptions {
  const values = parse(words);
  return {
    host: HOSTS.find((host) => host === values.host) ?? wrong(`--host ${values.host}`),
    open: values.open,
    port: readPort(values.port),
    dataFolder: chooseDataFolder(values.data),
    wall: values.wall,
    help: values.help,
  };
}

function parse(words: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...words],
      allowNegative: true,
      options: {
        host: { type: 'string', default: 'auto' },
        open: { type: 'boolean', default: true },
        port: { type: 'string', default: '0' },
        data: { type: 'string' },
        wall: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return values;
  } catch (cause) {
    throw new UserError('OPTION_UNKNOWN', { option: firstSentence(cause) }, { cause });
  }
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
