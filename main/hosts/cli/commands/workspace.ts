import { basename, resolve } from 'node:path';
import { createApp, defaultAssetsFolder } from '#main/core/app.ts';
import { placeNew } from '#main/core/desk/workspace/place-new.ts';
import { describeRecent, noteRecent, readRecent } from '#main/core/desk/workspace/recent.ts';
import { requireThere } from '#main/core/desk/workspace/require-there.ts';
import { type TakenOver, takeOverInto } from '#main/core/desk/workspace/take-over.ts';
import type { FirstPlan } from '#main/core/prepare.ts';
import { readFirstPlan } from '#main/core/take/plan-file/first-plan.ts';
import type { CommandAnswer } from '#main/hosts/cli/answer.ts';
import { knownPerson, withApplication } from '#main/hosts/cli/call.ts';
import { COMMON, readWords, requireTaken } from '#main/hosts/cli/options.ts';
import { withMessages } from '#main/hosts/cli/plan-report.ts';
import { chooseDataFolder, workspacePlaces } from '#main/hosts/options.ts';
import { UserError } from '#shared/contract/errors.ts';
import { workspaceName } from '#shared/contract/workspace.ts';
import { createFormatter } from '#shared/text/format.ts';
import { takenOverText } from '#shared/text/taken-over-text.ts';
import { createTranslator } from '#shared/text/translator.ts';

const OPTIONS = { ...COMMON, name: { type: 'string' } } as const;

const DEFAULT_NAME = 'KH02 Center';

type Action = (words: readonly string[]) => Promise<CommandAnswer>;

const ACTIONS: Readonly<Record<string, Action>> = { new: begin, list, info, copy };

/** `kh02 workspace new | list | info | copy`: where work is done, and with what data. */
export async function workspace(words: readonly string[]): Promise<CommandAnswer> {
  const [name = '–', ...rest] = words;
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (action === undefined) throw new UserError('OPTION_UNKNOWN', { option: `workspace ${name}` });
  return action(rest);
}

const NEW_OPTIONS = { ...OPTIONS, from: { type: 'string' }, plan: { type: 'string' } } as const;

/**
 * `kh02 workspace new DIR [--name NAME] [--from OLD | --plan FILE]`: begins a real workplace in a folder that is empty or
 * not there yet, with everything of the workspace in the folder OLD that is not built in, or with the plan of a file.
 */
async function begin(words: readonly string[]): Promise<CommandAnswer> {
  const { values, positionals } = readWords(words, NEW_OPTIONS);
  // The folder is the word; one named with --data besides would be neither made nor read.
  requireTaken(words, 'workspace new', ['name', 'from', 'plan'], ['json', 'who']);
  const folder = folderOf(positionals, 'workspace new DIR');
  const asked = values.name === undefined ? undefined : readName(values.name);
  const at = new Date().toISOString();
  const old = values.from === undefined ? null : resolve(values.from);
  const { plan, refused } = await readPlan(values, folder);
  if (refused !== null) return refused;
  let taken: TakenOver | null = null;
  await placeNew(folder, {}, async (unfinished) => {
    if (old === null) await beginEmpty(unfinished, asked ?? DEFAULT_NAME, plan);
    else taken = takeOverInto(unfinished, old, { name: asked, at, who: knownPerson(values) }, {});
  });
  return answerNew(folder, at, taken ?? { name: asked ?? DEFAULT_NAME }, old, values.json);
}

async function beginEmpty(dataFolder: string, name: string, plan: FirstPlan | undefined): Promise<void> {
  await (await createApp({ dataFolder, begins: { name, plan } })).close();
}

interface NamedPlan {
  /** Undefined: the built-in one. */
  readonly plan: FirstPlan | undefined;
  /** What keeps the file from being used; nothing is begun then. */
  readonly refused: CommandAnswer | null;
}

/** An old workspace brings its own plan, so one is named or the other. */
async function readPlan(
  values: ReturnType<typeof readWords<typeof NEW_OPTIONS>>['values'],
  folder: string,
): Promise<NamedPlan> {
  if (values.plan === undefined) return { plan: undefined, refused: null };
  if (values.from !== undefined) throw new UserError('OPTION_UNKNOWN', { option: '--from --plan' });
  const { first, problems } = await readFirstPlan(resolve(values.plan), defaultAssetsFolder());
  const file = basename(values.plan);
  const { t } = createTranslator('vi');
  const who = knownPerson(values) ?? DEFAULT_NAME;
  if (first !== null)
    return { plan: { ...first, who, note: t('planChange.first', { file }) }, refused: null };
  const told = withMessages(problems, file);
  const lines = [
    t('planChange.refused', { file, count: told.length }),
    ...told.map((one) => `  ${one.message}`),
  ];
  const text = values.json
    ? JSON.stringify({ folder, outcome: 'refused', file, problems: told }, null, 2)
    : lines.join('\n');
  return { plan: undefined, refused: { text, exitCode: 1 } };
}

function answerNew(
  folder: string,
  at: string,
  made: TakenOver | { readonly name: string },
  from: string | null,
  json: boolean,
): string {
  const { name } = made;
  const workspace = { kind: 'real', name, createdAt: at, practiceSince: null } as const;
  noteRecent(workspacePlaces().recentFile, folder, workspace, at);
  const taken = 'takenOver' in made ? made : null;
  if (json) {
    const more = taken === null ? {} : { from, takenOver: taken.takenOver, leftOut: taken.leftOut };
    return JSON.stringify({ folder, kind: 'real', name, practice: false, ...more });
  }
  const translator = createTranslator('vi');
  const { t } = translator;
  const said =
    taken === null ? t('workspace.made.empty', { name, folder }) : t('workspace.made.from', { name, folder });
  return [said, ...(taken === null ? [] : takenOverText(taken, translator)), howToOpen(folder)].join('\n');
}

/** `kh02 workspace copy DIR [--name NAME]`: a copy of the real one in the data folder, to practise on. */
async function copy(words: readonly string[]): Promise<CommandAnswer> {
  const { values, positionals } = readWords(words, OPTIONS);
  const folder = folderOf(positionals, 'workspace copy DIR');
  requireWorkspace(values.data);
  const name = values.name === undefined ? {} : { name: readName(values.name) };
  const around = { ...values, places: workspacePlaces() };
  await withApplication(around, (client) => client.workspace.copy({ folder, ...name }), 'takes in');
  if (values.json) return JSON.stringify({ folder, kind: 'real', practice: true });
  return `Đã tạo bản thực hành: ${folder}\n${howToOpen(folder)}`;
}

/** `kh02 workspace info`: what the data folder says of itself; one that is not there yet is not filled for that. */
async function info(words: readonly string[]): Promise<CommandAnswer> {
  const { values, positionals } = readWords(words, COMMON);
  if (positionals.length > 0)
    throw new UserError('OPTION_UNKNOWN', { option: `workspace info ${positionals[0]}` });
  const folder = requireWorkspace(values.data);
  const found = await withApplication(values, (client) => client.workspace.info());
  const { kind, name, practice, createdAt } = found;
  if (values.json) return JSON.stringify({ folder, kind, name, practice, createdAt });
  return `${nameOf(found)}  (${kindOf(found)})  ${createFormatter('vi').dateTime(createdAt)}  ${folder}`;
}

/** `kh02 workspace list`: those that this user has opened or made, the last one first. */
async function list(words: readonly string[]): Promise<CommandAnswer> {
  const { values, positionals } = readWords(words, COMMON);
  if (positionals.length > 0)
    throw new UserError('OPTION_UNKNOWN', { option: `workspace list ${positionals[0]}` });
  requireTaken(words, 'workspace list', [], ['json', 'who']);
  const workspaces = describeRecent(readRecent(workspacePlaces().recentFile), null);
  if (values.json) return JSON.stringify({ workspaces }, null, 2);
  const { t } = createTranslator('vi');
  const { dateTime } = createFormatter('vi');
  const lines = workspaces.map((one) =>
    [dateTime(one.openedAt), kindOf(one), nameOf(one), t(`workspace.state.${one.state}`), one.folder].join(
      '  ',
    ),
  );
  return lines.length === 0 ? t('workspace.none') : lines.join('\n');
}

function requireWorkspace(data: string | undefined): string {
  const folder = chooseDataFolder(data);
  requireThere(folder);
  return folder;
}

function folderOf(positionals: readonly string[], usage: string): string {
  const [word] = positionals;
  if (word === undefined || positionals.length > 1) throw new UserError('OPTION_UNKNOWN', { option: usage });
  return resolve(word);
}

function readName(name: string): string {
  const read = workspaceName.safeParse(name);
  if (!read.success) throw new UserError('OPTION_UNKNOWN', { option: `--name ${name}` });
  return read.data;
}

function nameOf({ name }: { readonly name: string | null }): string {
  return name ?? createTranslator('vi').t('workspace.noName');
}

function kindOf({
  kind,
  practice,
}: {
  readonly kind: 'illustrative' | 'real';
  readonly practice: boolean;
}): string {
  return createTranslator('vi').t(`workspace.kind.${practice ? 'practice' : kind}`);
}

function howToOpen(folder: string): string {
  return `Mở bằng / open with: npm start -- --data "${folder}"`;
}
