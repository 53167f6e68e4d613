import type { CommandAnswer } from '#main/hosts/cli/answer.ts';
import { withApplication } from '#main/hosts/cli/call.ts';
import { formerLine, formerTexts, withNamedUnit } from '#main/hosts/cli/named-unit.ts';
import { COMMON, readWords, requireTaken } from '#main/hosts/cli/options.ts';
import { importUnits, listActs, undoActs, unitTemplate } from '#main/hosts/cli/unit-acts.ts';
import type { Client } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { UnitBackgroundDto } from '#shared/contract/units.ts';
import { createFormatter } from '#shared/text/format.ts';
import { formerPlaceText } from '#shared/text/former-text.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { fullUnitName } from '#shared/text/unit-names.ts';

const OPTIONS = {
  ...COMMON,
  province: { type: 'string' },
  date: { type: 'string' },
  out: { type: 'string' },
  why: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
} as const;
const MOST_FORMER = 50;

type Values = ReturnType<typeof readWords<typeof OPTIONS>>['values'];
interface Asked {
  readonly client: Client;
  readonly values: Values;
  readonly words: readonly string[];
}

/** `kh02 units list | show UNIT | former TEXT | import FILE | …`: units in force, those that are no more, documents that change them. */
export async function units(words: readonly string[]): Promise<CommandAnswer> {
  const { values, positionals } = readWords(words, OPTIONS);
  const [name = 'list', ...rest] = positionals;
  const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
  if (act === undefined || rest.length !== act.words)
    throw new UserError('OPTION_UNKNOWN', {
      option: 'units list | show | former | import | template | acts | undo',
    });
  requireTaken(words, `units ${name}`, act.takes);
  const what = act.takesIn ? 'takes in' : 'asks';
  return withApplication(values, (client) => act.run({ client, values, words: rest }), what);
}

interface Act {
  readonly words: number;
  readonly takes: readonly string[];
  readonly takesIn?: boolean;
  readonly run: (asked: Asked) => Promise<CommandAnswer>;
}

const ACTS: Readonly<Record<string, Act>> = {
  list: { words: 0, takes: ['province', 'date'], run: list },
  show: { words: 1, takes: [], run: show },
  former: { words: 1, takes: ['date'], run: former },
  import: {
    words: 1,
    takes: ['dry-run', 'why'],
    takesIn: true,
    run: ({ client, values, words: [path = ''] }) => importUnits(client, values, path),
  },
  template: { words: 0, takes: ['out'], run: ({ client, values }) => unitTemplate(client, values) },
  acts: { words: 0, takes: [], run: ({ client, values }) => listActs(client, values) },
  undo: {
    words: 1,
    takes: ['why'],
    takesIn: true,
    run: ({ client, values, words: [id = ''] }) => undoActs(client, values, id),
  },
};

async function list({ client, values }: Asked): Promise<string> {
  const { date, units: all } = await client.units.list(dated(values));
  const { province } = values;
  const found =
    province === undefined ? all : all.filter(({ code, parent }) => [code, parent].includes(province));
  if (province !== undefined && found.length === 0) throw new UserError('UNIT_UNKNOWN', { code: province });
  if (values.json) return JSON.stringify({ date, units: found }, null, 2);
  return found
    .map((unit) => [unit.code, fullUnitName(unit, 'vi'), unit.parent ?? ''].join('\t').trimEnd())
    .join('\n');
}

function dated({ date }: Values): { date?: string } {
  if (date === undefined) return {};
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date)))
    throw new UserError('OPTION_UNKNOWN', { option: `--date ${date}` });
  return { date };
}

async function show({ client, values, words: [text = ''] }: Asked): Promise<string> {
  const background = await withNamedUnit(client, text, (code) => client.units.background({ code }));
  const { units: all } = await client.units.list({});
  const unit = all.find(({ code }) => code === background.code);
  if (unit === undefined) throw new UserError('UNIT_UNKNOWN', { code: background.code });
  if (values.json) return JSON.stringify({ unit, ...background }, null, 2);
  const say = formerTexts(all);
  const place = unit.level === 'commune' && unit.parent !== null ? `, ${say.province(unit.parent)}` : '';
  return [`${fullUnitName(unit, 'vi')}${place} (${unit.code})`, ...backgroundLines(background)].join('\n');
}

function backgroundLines({ code, population, seat, madeFrom }: UnitBackgroundDto): string[] {
  const { t } = createTranslator('vi');
  const { date } = createFormatter('vi');
  const seatLine = code.length === 5 ? [`${t('background.seat')}: ${seat ?? t('background.unknown')}`] : [];
  const made = madeFrom.map((one) => {
    const place = formerPlaceText(one);
    const part = t(one.isPart ? 'background.part' : 'background.wholeOf');
    return `  ${one.code}\t${[one.name, ...(place === '' ? [] : [place])].join(', ')}\t${part}\t${date(one.endedOn)}`;
  });
  const heading = code === 'VN' ? [] : [`${t('background.madeFrom')}:`, ...made];
  return [
    `${t('background.population')}: ${populationWords(population)}`,
    ...seatLine,
    ...heading,
    t('background.source'),
  ];
}

function populationWords({
  people,
  state,
  countedIn,
  communes,
  unknown,
  doubtful,
}: UnitBackgroundDto['population']) {
  const { t } = createTranslator('vi');
  if (people === null) return t('background.unknown');
  if (state === 'doubtful') return t('background.doubtful', { people });
  const isWhole = communes === 1 || unknown + doubtful === 0;
  const notes = [
    ...(unknown > 0 ? [t('background.missing', { count: unknown, communes })] : []),
    ...(doubtful > 0 ? [t('background.doubted', { count: doubtful })] : []),
  ];
  const number = t(isWhole ? 'background.people' : 'background.atLeast', { people, year: String(countedIn) });
  return [number, ...notes].join('; ');
}

async function former({ client, values, words: [text = ''] }: Asked): Promise<string> {
  const answer = await client.units.former({ text, limit: MOST_FORMER, ...dated(values) });
  if (values.json) return JSON.stringify(answer, null, 2);
  const { found, total } = answer;
  const { t } = createTranslator('vi');
  if (found.length === 0) return t('former.none', { text });
  const say = formerTexts((await client.units.list({})).units);
  const left = total - found.length;
  return [
    ...found.map((one) => formerLine(one, say)),
    ...(left > 0 ? [t('former.moreFound', { count: left })] : []),
  ].join('\n');
}
