import { withApplication } from '#main/hosts/cli/call.ts';
import { compareTable } from '#main/hosts/cli/gap-table.ts';
import { COMMON, oneOf, readWords } from '#main/hosts/cli/options.ts';
import { UserError } from '#shared/contract/errors.ts';

const LEVELS = ['commune', 'province'] as const;
const SIDES = ['reported', 'operating'] as const;

/** `kh02 compare CUT CUT`: what changed from the first cut to the second, on the units in force at both. */
export async function compare(words: readonly string[]): Promise<string> {
  const { values: options, positionals } = readWords(words, {
    ...COMMON,
    level: { type: 'string', default: 'commune' },
    side: { type: 'string', default: 'reported' },
  });
  const [from, to, more] = positionals;
  if (from === undefined || to === undefined || more !== undefined) {
    throw new UserError('OPTION_UNKNOWN', { option: `compare ${positionals.join(' ')}`.trim() });
  }
  const level = oneOf('--level', options.level, LEVELS);
  const side = oneOf('--side', options.side, SIDES);
  return withApplication(options.data, async (client) => {
    const report = await client.compare.cuts({ from, to, level, side });
    return options.json ? JSON.stringify(report, null, 2) : compareTable(report);
  });
}
