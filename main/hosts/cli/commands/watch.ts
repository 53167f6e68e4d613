import { requirePerson, withApplication } from '#main/hosts/cli/call.ts';
import { COMMON, oneOf, readWords } from '#main/hosts/cli/options.ts';
import { WATCH_POLICIES } from '#shared/contract/choices.ts';
import type { Client } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { WatchStateDto } from '#shared/contract/watch.ts';
import { createFormatter } from '#shared/text/format.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { watchSentence } from '#shared/text/watch-text.ts';

const OPTIONS = {
  ...COMMON,
  policy: { type: 'string' },
  pause: { type: 'boolean', default: false },
  resume: { type: 'boolean', default: false },
  off: { type: 'boolean', default: false },
  once: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof readWords<typeof OPTIONS>>['values'];

/**
 * `kh02 watch [DIR] [--policy inbox|clean] [--pause | --resume | --off | --once]`: chooses the folder, changes how it
 * is watched, or takes what is complete now. A running application follows at its next look.
 */
export async function watch(words: readonly string[]): Promise<string> {
  const { values, positionals } = readWords(words, OPTIONS);
  const [folder] = positionals;
  if (positionals.length > 1) throw new UserError('OPTION_UNKNOWN', { option: 'watch DIR' });
  const { pause, resume, off, once } = values;
  if ([pause, resume, off, once].filter(Boolean).length > 1)
    throw new UserError('OPTION_UNKNOWN', { option: '--pause / --resume / --off / --once' });
  if (folder !== undefined && (pause || resume || off))
    throw new UserError('OPTION_UNKNOWN', { option: 'watch DIR --pause / --resume / --off' });
  if (off && values.policy !== undefined) throw new UserError('OPTION_UNKNOWN', { option: '--off --policy' });
  return withApplication(
    values,
    async (client) => {
      await change(client, folder, values);
      const state = once ? await client.watch.once() : await client.watch.state({ files: 20 });
      return values.json ? JSON.stringify(state) : plain(state);
    },
    'takes in',
  );
}

async function change(client: Client, folder: string | undefined, values: Values): Promise<void> {
  const policy = values.policy === undefined ? undefined : oneOf('--policy', values.policy, WATCH_POLICIES);
  const chosen = policy === undefined ? {} : { policy };
  if (folder !== undefined) await client.watch.choose({ folder, ...chosen, who: requirePerson(values) });
  if (values.off) await client.watch.forget();
  else if (folder === undefined && (policy !== undefined || values.pause || values.resume))
    await client.watch.change({
      who: requirePerson(values),
      ...chosen,
      ...(values.pause || values.resume ? { isPaused: values.pause } : {}),
    });
}

function plain({ settings, state, problem, files }: WatchStateDto): string {
  const words = createTranslator('vi');
  const { dateTime } = createFormatter('vi');
  const { t } = words;
  const head =
    settings === null
      ? t('watch.state.off')
      : `${settings.folder}: ${t(`watch.state.${state}`)}; ${t(`watch.policy.${settings.policy}`)} (${settings.who})`;
  const lines = files.map(({ takenAt, name, outcome, reason, place }) =>
    [
      dateTime(takenAt),
      name,
      t(`watch.outcome.${outcome}`),
      ...(place === null ? [] : [place]),
      ...(reason === null ? [] : [watchSentence(reason, words, dateTime)]),
    ].join('\t'),
  );
  return [head, ...(problem === null ? [] : [watchSentence(problem, words, dateTime)]), ...lines].join('\n');
}
