import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { writeAtomically } from '#main/core/files/atomic-write.ts';
import type { CommandAnswer } from '#main/hosts/cli/answer.ts';
import { withApplication } from '#main/hosts/cli/call.ts';
import { COMMON, readWords, requireTaken } from '#main/hosts/cli/options.ts';
import { passphraseOf } from '#main/hosts/cli/passphrase.ts';
import type { Client } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';

const OPTIONS = {
  ...COMMON,
  name: { type: 'string' },
  out: { type: 'string' },
  replace: { type: 'boolean', default: false },
} as const;
type Words = ReturnType<typeof readWords<typeof OPTIONS>>;

/** What each takes besides what every command does. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  make: ['name', 'replace'],
  export: ['out'],
  trust: ['name'],
};

const ACTIONS: Readonly<Record<string, (client: Client, words: Words) => Promise<unknown>>> = {
  make: async (client, { values }) => {
    if (values.name === undefined) throw new UserError('OPTION_MISSING', { option: '--name' });
    return client.snapshots.keys.make({ name: values.name, replace: values.replace, ...passphraseOf() });
  },
  export: async (client, { values }) => {
    const { text } = await client.snapshots.keys.export();
    if (values.out === undefined) return text.trimEnd();
    writeAtomically(resolve(values.out), new TextEncoder().encode(text));
    return { file: resolve(values.out) };
  },
  trust: async (client, { values, positionals }) => {
    const name = values.name === undefined ? {} : { name: values.name };
    return client.snapshots.keys.trust({ text: readText(wordOf(positionals, 'FILE')), ...name });
  },
  distrust: (client, { positionals }) =>
    client.snapshots.keys.distrust({ fingerprint: positionals.join(' ') }),
  list: (client) => client.snapshots.keys.list(),
};

/** `kh02 key make | export | trust | distrust | list`: who signs here, and whose signatures count. */
export async function key(words: readonly string[]): Promise<CommandAnswer> {
  const [name = '–', ...rest] = words;
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (action === undefined) throw new UserError('OPTION_UNKNOWN', { option: `key ${name}` });
  const read = readWords(rest, OPTIONS);
  requireTaken(rest, `key ${name}`, TAKES[name] ?? []);
  const [strange] = read.positionals;
  if (strange !== undefined && name !== 'trust' && name !== 'distrust')
    throw new UserError('OPTION_UNKNOWN', { option: `key ${name} ${strange}` });
  const answer = await withApplication(read.values, (client) => action(client, read));
  if (typeof answer === 'string' && !read.values.json) return answer;
  return read.values.json ? JSON.stringify(answer, null, 2) : linesOf(answer);
}

/** Fields below each other; lists as one line a key. */
function linesOf(answer: unknown): string {
  if (typeof answer !== 'object' || answer === null) return String(answer);
  return Object.entries(answer)
    .map(([field, value]) => `${field}: ${Array.isArray(value) ? value.map(lineOf).join('') : lineOf(value)}`)
    .join('\n');
}

function lineOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value ?? '–');
  return `\n  ${Object.values(value).join('  ')}`;
}

function wordOf(positionals: readonly string[], what: string): string {
  const [word] = positionals;
  if (word === undefined || positionals.length > 1) throw new UserError('OPTION_UNKNOWN', { option: what });
  return word;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').slice(0, 10_000);
  } catch (cause) {
    throw new UserError('FILE_UNREADABLE', { file: path }, { cause });
  }
}
