import { type Application, type ApplicationOptions, createApp } from '#main/core/app.ts';
import { isOnlyReadable, withCopy } from '#main/core/desk/backups/read-only-copy.ts';
import { readPerson } from '#main/core/ground/settings/person.ts';
import { logCopy, logRestored } from '#main/hosts/engine/log.ts';
import { chooseDataFolder, personFile } from '#main/hosts/options.ts';
import { asUserError } from '#main/hosts/user-error.ts';
import { illustrative } from '#main/illustrative/load.ts';
import type { Client } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import { personName } from '#shared/contract/settings.ts';
import { createTranslator } from '#shared/text/translator.ts';
import type { CommonOptions } from './options.ts';

/**
 * Runs work on the application in this process and closes it afterwards, also when the work fails. The contract's
 * typed errors come out as the UserError they started as. A command that only asks fills a new folder for illustration;
 * one that takes something in refuses it: WORKSPACE_MISSING.
 */
export async function withApplication<T>(
  options: CommonOptions,
  work: (client: Client, application: Application) => Promise<T>,
  what: 'asks' | 'takes in' = 'asks',
): Promise<T> {
  const folder = chooseDataFolder(options.data);
  if (!isOnlyReadable(folder)) return runOn(folder, {}, options, work, what);
  return withCopy(folder, (copy) => runOn(copy, { readOnlyFolder: folder }, options, work, what));
}

type Around = Pick<ApplicationOptions, 'readOnlyFolder'>;

async function runOn<T>(
  dataFolder: string,
  around: Around,
  options: CommonOptions,
  work: (client: Client, application: Application) => Promise<T>,
  what: 'asks' | 'takes in',
): Promise<T> {
  const isReadOnly = around.readOnlyFolder !== undefined;
  const application: Application = await createApp({
    ...{ dataFolder, ...around },
    beginsAnew: options['begin-anew'],
    person: { file: personFile(), name: personOf(options.who) },
    ...(options.places === undefined || isReadOnly ? {} : { workspaces: options.places }),
    ...(what === 'asks' ? { illustrative } : {}),
    onCopy: logCopy,
    onRestored: logRestored,
  });
  try {
    if (!options.json) await tellMark(application, what);
    if (!options.json && isReadOnly)
      process.stderr.write(
        `${createTranslator('vi').t('source.readOnly', { folder: around.readOnlyFolder ?? '' })}\n`,
      );
    if (!isReadOnly) await catchUp(application, options);
    return await work(application.client, application);
  } catch (error) {
    throw asUserError(error);
  } finally {
    await application.close();
  }
}

/**
 * Where no host has run since, the first command that comes opens what has begun, and says so. Another process that is
 * writing for long keeps nobody from asking: who wants to write meets it again.
 */
async function catchUp(application: Application, { json }: CommonOptions): Promise<void> {
  try {
    const opened = await application.catchUp();
    if (opened.length === 0 || json) return;
    process.stderr.write(`${createTranslator('vi').t('calendar.openedNow', { cuts: opened.join(', ') })}\n`);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

/** Who acts: named with `--who`, or as this machine knows. PERSON_UNKNOWN, and how to say it, where neither does. */
export function requirePerson(options: CommonOptions): string {
  const name = knownPerson(options);
  if (name === null) throw new UserError('PERSON_UNKNOWN');
  return name;
}

/** The same where nobody has to be named. */
export function knownPerson({ who }: CommonOptions): string | null {
  return personOf(who) ?? readPerson(personFile());
}

function personOf(who: string | undefined): string | undefined {
  if (who === undefined) return undefined;
  const read = personName.safeParse(who);
  if (!read.success) throw new UserError('OPTION_UNKNOWN', { option: `--who ${who}` });
  return read.data;
}

/** Beside the result of a command that a person reads: in a practice copy always, in an illustrative workspace before something comes in. */
async function tellMark({ client }: Application, what: 'asks' | 'takes in'): Promise<void> {
  const { kind, practice } = await client.workspace.info();
  const { t } = createTranslator('vi');
  if (practice) process.stderr.write(`${t('source.practice')}\n`);
  if (kind === 'illustrative' && what === 'takes in') process.stderr.write(`${t('workspace.takesIn')}\n`);
}
