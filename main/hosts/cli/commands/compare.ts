import { resolve } from 'node:path';
import { withApplication } from '#main/hosts/cli/call.ts';
import { compareTable } from '#main/hosts/cli/gap-table.ts';
import { COMMON, oneOf, readWords } from '#main/hosts/cli/options.ts';
import { WORKSPACE } from '#shared/contract/choices.ts';
import type { Client } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import { createTranslator } from '#shared/text/translator.ts';

const { t } = createTranslator('vi');
const LEVELS = ['commune', 'province'] as const;
const SIDES = ['reported', 'operating'] as const;

/**
 * `kh02 compare CUT CUT`: what changed from the first cut to the second, on the units in force at both. Each side may
 * come from a data file (`--from-file`, `--to-file`) instead of the data folder.
 */
export async function compare(words: readonly string[]): Promise<string> {
  const { values: options, positionals } = readWords(words, {
    ...COMMON,
    level: { type: 'string', default: 'commune' },
    side: { type: 'string', default: 'reported' },
    'from-file': { type: 'string' },
    'to-file': { type: 'string' },
  });
  const [from, to, more] = positionals;
  if (from === undefined || to === undefined || more !== undefined) {
    throw new UserError('OPTION_UNKNOWN', { option: `compare ${positionals.join(' ')}`.trim() });
  }
  const level = oneOf('--level', options.level, LEVELS);
  const side = oneOf('--side', options.side, SIDES);
  return withApplication(options, async (client) => {
    const report = await client.compare.cuts({
      from,
      to,
      level,
      side,
      fromSource: await openSide(client, options['from-file']),
      toSource: await openSide(client, options['to-file']),
    });
    return options.json ? JSON.stringify(report, null, 2) : compareTable(report);
  });
}

/** Opens a file for one side, the same one only once; without a file the workspace is that side. */
async function openSide(client: Client, file: string | undefined): Promise<string> {
  if (file === undefined) return WORKSPACE;
  const { opened } = await outcomeOf(await client.snapshots.open({ path: resolve(file) }));
  // Beside the answer: that is one table, or one JSON object for scripts.
  if (opened.report.isJudgedAnew) process.stderr.write(`${file}: ${t('snapshots.judgedAnew')}\n`);
  return opened.id;
}
