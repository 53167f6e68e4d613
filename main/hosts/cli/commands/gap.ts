import { withApplication } from '#main/hosts/cli/call.ts';
import { gapTable } from '#main/hosts/cli/gap-table.ts';
import { withNamedUnit } from '#main/hosts/cli/named-unit.ts';
import { COMMON, oneOf, readOptions } from '#main/hosts/cli/options.ts';
import { withBounds } from '#main/hosts/cli/with-bounds.ts';

const LEVELS = ['commune', 'province'] as const;

/** `kh02 gap`: reported beside operating at a level, as one JSON object or a short table in Vietnamese. */
export async function gap(words: readonly string[]): Promise<string> {
  const options = readOptions(words, {
    ...COMMON,
    cut: { type: 'string' },
    level: { type: 'string', default: 'commune' },
    province: { type: 'string' },
  });
  const level = oneOf('--level', options.level, LEVELS);
  return withApplication(options, async (client) => {
    const asked = { level, ...(options.cut === undefined ? {} : { cut: options.cut }) };
    const report =
      options.province === undefined
        ? await client.gap.get(asked)
        : await withNamedUnit(client, options.province, (province) => client.gap.get({ ...asked, province }));
    return options.json ? JSON.stringify(report, withBounds, 2) : gapTable(report);
  });
}
