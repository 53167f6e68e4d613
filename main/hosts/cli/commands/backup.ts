import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findOwnTrouble, findTrouble, prepareRestore } from '#main/core/desk/backups/closed.ts';
import { backupFolder, listBackups } from '#main/core/desk/backups/files.ts';
import { lookInside } from '#main/core/desk/backups/look-store.ts';
import { isOnlyReadable, withCopy } from '#main/core/desk/backups/read-only-copy.ts';
import { DATABASE_NAME, isWritable } from '#main/core/files/data-folder.ts';
import type { CommandAnswer } from '#main/hosts/cli/answer.ts';
import { knownPerson, withApplication } from '#main/hosts/cli/call.ts';
import { COMMON, readOptions, readWords } from '#main/hosts/cli/options.ts';
import { errorSentence } from '#main/hosts/error-sentence.ts';
import { findRunningHost } from '#main/hosts/launch/running-host.ts';
import { chooseDataFolder } from '#main/hosts/options.ts';
import type { BackupDto } from '#shared/contract/backups.ts';
import { UserError } from '#shared/contract/errors.ts';
import { createFormatter } from '#shared/text/format.ts';
import { createTranslator } from '#shared/text/translator.ts';

/** `kh02 backup [--to DIR] [--list]`: makes a checked backup now, or shows those there are. */
export async function backup(words: readonly string[]): Promise<string> {
  const options = { ...COMMON, to: { type: 'string' }, list: { type: 'boolean', default: false } } as const;
  const values = readOptions(words, options);
  if (values.list && values.to !== undefined)
    throw new UserError('OPTION_UNKNOWN', { option: '--list --to' });
  if (values.list) return listOf(chooseDataFolder(values.data), values.json);
  return withApplication(values, async (client) => {
    const made = await client.backups.make(values.to === undefined ? {} : { folder: resolve(values.to) });
    return values.json ? JSON.stringify(made) : lineOf(made);
  });
}

function listOf(dataFolder: string, isJson: boolean): string {
  const backups = listBackups(dataFolder);
  if (isJson) return JSON.stringify({ folder: backupFolder(dataFolder), backups }, null, 2);
  return [backupFolder(dataFolder), ...backups.map(lineOf)].join('\n');
}

function lineOf({ name, kind, madeAt, bytes }: BackupDto): string {
  const format = createFormatter('vi');
  const { t } = createTranslator('vi');
  return `${format.dateTime(madeAt)}  ${t(`backups.kind.${kind}`)}  ${t('backups.megabytes', { bytes })}  ${name}`;
}

/** `kh02 restore NAME|FILE|latest`: puts a checked backup in the place of the database, which is kept beside the others. */
export async function restore(words: readonly string[]): Promise<string> {
  const { values, positionals } = readWords(words, COMMON);
  const [word] = positionals;
  if (word === undefined || positionals.length > 1)
    throw new UserError('OPTION_UNKNOWN', { option: 'restore NAME|FILE|latest' });
  const folder = chooseDataFolder(values.data);
  if (!isWritable(folder)) throw new UserError('DATA_FOLDER_UNWRITABLE', { folder });
  if ((await findRunningHost(folder)) !== null) throw new UserError('RESTORE_BUSY', { folder });
  const { path, passedOver } = prepareRestore(folder, word, knownPerson(values));
  // Opening does it, and judges anew what older rules judged.
  await withApplication(values, (client) => client.application.info());
  if (values.json) return JSON.stringify({ restored: path, passedOver });
  const { t } = createTranslator('vi');
  const passed = passedOver.map((name) => t('backups.passedOver', { name }));
  return [...passed, `Đã khôi phục từ ${path}`].join('\n');
}

/** `kh02 check [FILE]`: looks at every page of the database and of its backups; exit 1 when one is not in order. */
export async function check(words: readonly string[]): Promise<CommandAnswer> {
  const { values, positionals } = readWords(words, COMMON);
  const folder = chooseDataFolder(values.data);
  const named = positionals.map((path) => resolve(path));
  for (const path of named)
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true)
      throw new UserError('FILE_UNREADABLE', { file: path });
  const found = named.length > 0 ? named.map(troubleOf) : await lookAt(folder);
  const exitCode = found.some(({ trouble }) => trouble !== null) ? 1 : 0;
  const text = values.json
    ? JSON.stringify(
        found.map(({ path, trouble }) => ({ path, state: trouble?.code ?? 'ok' })),
        null,
        2,
      )
    : found.map(lineOfChecked).join('\n');
  return { text, exitCode };
}

interface Checked {
  readonly path: string;
  readonly trouble: UserError | null;
  /** What lies in one that is in order. */
  readonly contents: string;
}

const troubleOf = (path: string): Checked => lookedAt(path, findTrouble(path));

function lookedAt(path: string, trouble: UserError | null): Checked {
  return { path, trouble, contents: contentsOf(path, trouble) };
}

/** The database, also where it is gone, and all its backups. WORKSPACE_MISSING. */
async function lookAt(folder: string): Promise<Checked[]> {
  const lookAtOwn = async (place: string) => lookedAt(join(place, DATABASE_NAME), findOwnTrouble(place));
  const own = isOnlyReadable(folder) ? await withCopy(folder, lookAtOwn) : await lookAtOwn(folder);
  return [
    { ...own, path: join(folder, DATABASE_NAME) },
    ...listBackups(folder).map(({ name }) => troubleOf(join(backupFolder(folder), name))),
  ];
}

/** What is wrong names the file itself, as a rule. */
function lineOfChecked({ path, trouble, contents }: Checked): string {
  if (trouble === null) return `tốt  ${path}${contents}`;
  const told = errorSentence(trouble.code, trouble.values, 'vi');
  return told.includes(path) ? told : `${told}  ${path}`;
}

function contentsOf(path: string, trouble: UserError | null): string {
  if (trouble !== null) return '';
  const { t } = createTranslator('vi');
  const { cuts, figures, newestAsOf } = lookInside(path, path, {});
  const newest = newestAsOf === null ? '–' : createFormatter('vi').dateTime(newestAsOf);
  return `  ${t('backups.contents', { cuts, figures, newest })}`;
}
