import { resolve } from 'node:path';
import { createApp } from '#main/core/app.ts';
import { placeNew } from '#main/core/desk/workspace/place-new.ts';
import type { CommandAnswer } from '#main/hosts/cli/answer.ts';
import { COMMON, readWords } from '#main/hosts/cli/options.ts';
import { UserError } from '#shared/contract/errors.ts';
import { workspaceName } from '#shared/contract/workspace.ts';

const OPTIONS = { ...COMMON, name: { type: 'string' } } as const;

type Action = (words: readonly string[]) => Promise<CommandAnswer>;

const ACTIONS: Readonly<Record<string, Action>> = { new: begin };

/** `kh02 workspace new`: where work is done, and with what data. */
export async function workspace(words: readonly string[]): Promise<CommandAnswer> {
  const [name = '–', ...rest] = words;
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (action === undefined) throw new UserError('OPTION_UNKNOWN', { option: `workspace ${name}` });
  return action(rest);
}

/** `kh02 workspace new DIR [--name NAME]`: begins a real workplace in a folder that is empty or not there yet. */
async function begin(words: readonly string[]): Promise<CommandAnswer> {
  const { values, positionals } = readWords(words, OPTIONS);
  const [word] = positionals;
  if (word === undefined || positionals.length > 1)
    throw new UserError('OPTION_UNKNOWN', { option: 'workspace new DIR' });
  const folder = resolve(word);
  const name = readName(values.name ?? 'KH02 Center');
  await placeNew(folder, {}, async (unfinished) => {
    await (await createApp({ dataFolder: unfinished, begins: { name } })).close();
  });
  return values.json
    ? JSON.stringify({ folder, kind: 'real', name, practice: false })
    : `Đã tạo không gian làm việc thật “${name}”, chưa có số liệu: ${folder}\nMở bằng / open with: npm start -- --data ${folder}`;
}

function readName(name: string): string {
  const read = workspaceName.safeParse(name);
  if (!read.success) throw new UserError('OPTION_UNKNOWN', { option: `--name ${name}` });
  return read.data;
}
