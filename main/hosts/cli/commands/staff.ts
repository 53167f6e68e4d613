import { requirePerson, withApplication } from '#main/hosts/cli/call.ts';
import { COMMON, readWords, requireTaken } from '#main/hosts/cli/options.ts';
import { UserError } from '#shared/contract/errors.ts';
import { personName } from '#shared/contract/settings.ts';
import type { StaffMemberDto } from '#shared/contract/staff.ts';
import { createTranslator } from '#shared/text/translator.ts';

const OPTIONS = { ...COMMON, duty: { type: 'string', default: '' } } as const;

/** `kh02 staff list | add NAME [--duty TEXT] | remove NAME`: who works here; prints the list as it is afterwards. */
export async function staff(words: readonly string[]): Promise<string> {
  const { values, positionals } = readWords(words, OPTIONS);
  const [act = 'list', name = '', ...rest] = positionals;
  const isList = act === 'list';
  if (!['list', 'add', 'remove'].includes(act) || rest.length > 0 || isList !== (name === ''))
    throw new UserError('OPTION_UNKNOWN', { option: 'staff list | add | remove' });
  if (act === 'add' && !personName.safeParse(name).success)
    throw new UserError('OPTION_UNKNOWN', { option: `staff add ${name}` });
  requireTaken(words, `staff ${act}`, act === 'add' ? ['duty'] : []);
  const who = isList ? '' : requirePerson(values);
  return withApplication(values, async ({ staff: people }) => {
    if (act === 'add') return told(await people.put({ name, duty: values.duty, who }), values.json);
    return told(await (isList ? people.list() : people.remove({ name, who })), values.json);
  });
}

function told({ staff: people }: { readonly staff: readonly StaffMemberDto[] }, json: boolean): string {
  if (json) return JSON.stringify({ staff: people }, null, 2);
  if (people.length === 0) return createTranslator('vi').t('staff.none');
  return people.map(({ name, duty }) => (duty === '' ? name : `${name}\t${duty}`)).join('\n');
}
