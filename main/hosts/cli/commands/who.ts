import { readPerson, writePerson } from '#main/core/ground/settings/person.ts';
import { COMMON, readWords } from '#main/hosts/cli/options.ts';
import { personFile } from '#main/hosts/options.ts';
import { UserError } from '#shared/contract/errors.ts';
import { personName } from '#shared/contract/settings.ts';

const OPTIONS = {
  data: COMMON.data,
  json: COMMON.json,
  forget: { type: 'boolean', default: false },
} as const;

/**
 * `kh02 who [NAME] [--forget]`: who acts at this machine, whatever workspace `--data` names. PERSON_UNKNOWN while nobody
 * has said so.
 */
export async function who(words: readonly string[]): Promise<string> {
  const { values, positionals } = readWords(words, OPTIONS);
  if (positionals.length > 1 || (values.forget && positionals.length > 0))
    throw new UserError('OPTION_UNKNOWN', { option: `who ${positionals.join(' ')}` });
  const file = personFile();
  const [asked] = positionals;
  if (asked !== undefined) keep(file, asked);
  if (values.forget) keep(file, null);
  const name = readPerson(file);
  if (values.json) return JSON.stringify({ name });
  if (name === null && !values.forget) throw new UserError('PERSON_UNKNOWN');
  return name ?? 'Máy này không còn nhớ ai / nobody is remembered any more';
}

function keep(file: string, asked: string | null): void {
  const read = personName.nullable().safeParse(asked);
  if (!read.success) throw new UserError('OPTION_UNKNOWN', { option: `who ${asked}` });
  if (!writePerson(file, read.data)) throw new UserError('FILE_UNWRITABLE', { file });
}
