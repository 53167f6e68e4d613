import { withApplication } from '#main/hosts/cli/call.ts';
import { COMMON, oneOf, readDay, readOptions } from '#main/hosts/cli/options.ts';
import { UserError } from '#shared/contract/errors.ts';
import { everyAct } from '#shared/contract/every-act.ts';
import type { ActDto, JournalFilter } from '#shared/contract/journal.ts';
import { unitCode } from '#shared/contract/words.ts';
import { ACT_KINDS } from '#shared/domain/acts.ts';
import { addDays, vietnamInstant } from '#shared/domain/periods.ts';
import { actText } from '#shared/text/act-text.ts';
import { createFormatter } from '#shared/text/format.ts';
import { createTranslator } from '#shared/text/translator.ts';

/** What a terminal shows without `--since`; `--json` has every act. */
const SHOWN = 100;

/** `kh02 journal`: what people did, the newest first, as one JSON object or lines in Vietnamese. */
export async function journal(words: readonly string[]): Promise<string> {
  const options = readOptions(words, {
    ...COMMON,
    since: { type: 'string' },
    until: { type: 'string' },
    kind: { type: 'string', multiple: true },
    unit: { type: 'string' },
    cut: { type: 'string' },
    text: { type: 'string' },
  });
  if (options.unit !== undefined && !unitCode.safeParse(options.unit).success)
    throw new UserError('UNIT_UNKNOWN', { code: options.unit });
  const { since, until, kind, unit, cut, text } = options;
  const filter: JournalFilter = {
    ...(since === undefined ? {} : { since: vietnamInstant(readDay('--since', since), 0) }),
    ...(until === undefined ? {} : { until: vietnamInstant(addDays(readDay('--until', until), 1), 0) }),
    ...(kind === undefined ? {} : { kinds: kind.map((word) => oneOf('--kind', word, ACT_KINDS)) }),
    // Whose acts; in a command that does nothing, nobody else can be meant.
    ...nameOf(options.who),
    ...(unit === undefined ? {} : { unit }),
    ...(cut === undefined ? {} : { cut }),
    ...(text === undefined ? {} : { text }),
  };
  return withApplication({ ...options, who: undefined }, async (client) => {
    const isWhole = options.json || since !== undefined;
    const acts = await everyAct(client.journal.list, filter, isWhole ? Number.POSITIVE_INFINITY : SHOWN);
    return options.json ? JSON.stringify({ acts }, null, 2) : linesOf(acts);
  });
}

const nameOf = (who: string | undefined) => (who === undefined ? {} : { who });

function linesOf(acts: readonly ActDto[]): string {
  const translator = createTranslator('vi');
  const { t } = translator;
  const format = createFormatter('vi');
  const lines = acts.map(({ at, who, kind, unit, cuts, reason, ...act }) =>
    [
      format.dateTime(at),
      who ?? t('journal.nobody'),
      t(`journal.act.${kind}`),
      cuts.join(', '),
      unit?.name ?? '',
      actText({ kind, ...act }, { t, format }),
      reason ?? '',
    ]
      .join('\t')
      .trimEnd(),
  );
  return lines.length === 0 ? t('journal.none') : lines.join('\n');
}
