import { resolve } from 'node:path';
import { withApplication } from '#main/hosts/cli/call.ts';
import type { CommonOptions } from '#main/hosts/cli/options.ts';
import type { RenewedPageDto } from '#shared/contract/briefing.ts';
import { UserError } from '#shared/contract/errors.ts';
import { createTranslator } from '#shared/text/translator.ts';

/** `kh02 export renew FILE`: a deck made earlier with newer figures; prints where it is and what was kept. */
export async function renewDeck(
  file: string | undefined,
  how: { readonly out: string; readonly cut?: string; readonly compare?: string | null },
  options: CommonOptions,
): Promise<string> {
  if (file === undefined) throw new UserError('OPTION_UNKNOWN', { option: 'FILE.pptx' });
  return withApplication(options, async (client) => {
    for await (const event of await client.briefing.renewDeck({ deck: { path: resolve(file) }, ...how })) {
      if (event.kind === 'done') {
        // What was kept belongs beside the result, but standard output is the file's path alone.
        if (!options.json) process.stderr.write(event.pages.map(lineOf).join('') + restOf(event.missing));
        return options.json ? JSON.stringify(event, null, 2) : event.file;
      }
    }
    throw new Error('The renewal ended without a result');
  });
}

const { t } = createTranslator('vi');

function lineOf({ slide, title, state, own }: RenewedPageDto): string {
  const kept = own.map((words) => `     ${t('briefingScreen.renew.own.kept', { words })}\n`);
  return `${slide}. ${title}: ${t(`briefingScreen.renew.state.${state}`)}\n${kept.join('')}`;
}

function restOf(missing: readonly string[]): string {
  const pages = missing.join('; ');
  return pages === '' ? '' : `${t('briefingScreen.renew.missing', { pages })}\n`;
}
