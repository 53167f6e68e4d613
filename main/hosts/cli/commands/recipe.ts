import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { writeAtomically } from '#main/core/files/atomic-write.ts';
import { requirePerson, withApplication } from '#main/hosts/cli/call.ts';
import { COMMON, readWords, requireTaken } from '#main/hosts/cli/options.ts';
import type { Client } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import { createFormatter } from '#shared/text/format.ts';
import { recipeLine, recipeLines } from '#shared/text/recipe-text.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { readProblemNames } from './import-names.ts';

const OPTIONS = { ...COMMON, out: { type: 'string' }, to: { type: 'string' } } as const;
const ACTS = ['list', 'show', 'export', 'import', 'rename', 'remove'] as const;
const USAGE =
  'recipe list | show NAME | export NAME --out FILE | import FILE | rename NAME --to NAME | remove NAME';
/** What each takes beside what all take. */
const OWN_OPTIONS: Partial<Record<(typeof ACTS)[number], readonly string[]>> = {
  export: ['out'],
  rename: ['to'],
};

const words = createTranslator('vi');
const { t } = words;

/** `kh02 recipe …`: what was kept of tables for the next of their shape. */
export async function recipe(given: readonly string[]): Promise<string> {
  const { values, positionals } = readWords(given, OPTIONS);
  const [named = 'list', about = '', ...rest] = positionals;
  const act = ACTS.find((one) => one === named);
  if (act === undefined || rest.length > 0 || (act === 'list') !== (about === ''))
    throw new UserError('OPTION_UNKNOWN', { option: USAGE });
  requireTaken(given, `recipe ${act}`, OWN_OPTIONS[act] ?? []);
  const { json } = values;
  const who = act === 'import' || act === 'rename' || act === 'remove' ? requirePerson(values) : '';
  return withApplication(values, async (client) => {
    if (act === 'list') return json ? JSON.stringify(await client.recipes.list(), null, 2) : listed(client);
    if (act === 'show') return shown(client, about, json);
    if (act === 'export') return exported(client, about, values.out, json);
    if (act === 'import') return taken(client, about, who, json);
    if (act === 'rename') return renamed(client, about, values.to ?? '', who, json);
    await client.recipes.remove({ name: about, who });
    return json ? JSON.stringify({ removed: about }) : t('recipes.removed', { name: about });
  });
}

async function sayingOf(client: Client) {
  return { words, format: createFormatter('vi'), names: await readProblemNames(client) };
}

async function listed(client: Client): Promise<string> {
  const all = await client.recipes.list();
  const saying = await sayingOf(client);
  return all.length === 0 ? t('recipes.none') : all.map((one) => recipeLine(one, saying)).join('\n');
}

async function shown(client: Client, name: string, json: boolean): Promise<string> {
  const versions = await client.recipes.versions({ name });
  if (json) return JSON.stringify(versions, null, 2);
  const saying = await sayingOf(client);
  const [newest, ...earlier] = versions;
  if (newest === undefined) return t('recipes.none');
  return [
    recipeLine(newest, saying),
    ...recipeLines(newest, saying).map((line) => `  ${line}`),
    ...earlier.map((one) => recipeLine(one, saying)),
  ].join('\n');
}

async function exported(
  client: Client,
  name: string,
  out: string | undefined,
  json: boolean,
): Promise<string> {
  const { file, text } = await client.recipes.export({ name });
  if (out === undefined) return text.trimEnd();
  const path = resolve(out === '' ? file : out);
  writeAtomically(path, Buffer.from(text));
  return json ? JSON.stringify({ file: path }) : t('recipes.exported', { name, file: path });
}

async function renamed(
  client: Client,
  name: string,
  to: string,
  who: string,
  json: boolean,
): Promise<string> {
  const made = await client.recipes.rename({ name, to, who });
  return json ? JSON.stringify(made, null, 2) : t('recipes.renamed', { name, to });
}

async function taken(client: Client, path: string, who: string, json: boolean): Promise<string> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new UserError('FILE_UNREADABLE', { file: path }, { cause });
  });
  if (text.length > 1_000_000) throw new UserError('RECIPE_FILE', { where: path });
  const made = await client.recipes.import({ text, who });
  return json
    ? JSON.stringify(made, null, 2)
    : t('recipes.imported', { name: made.name, version: made.version });
}
