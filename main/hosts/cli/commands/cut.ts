import { requirePerson, withApplication } from '#main/hosts/cli/call.ts';
import { COMMON, readWords, requireTaken } from '#main/hosts/cli/options.ts';
import type { OpenedCutDto, PlannedCutDto, RemovedCutDto } from '#shared/contract/calendar.ts';
import type { Client } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import { dayNumber, vietnamInstant } from '#shared/domain/periods.ts';
import { createFormatter } from '#shared/text/format.ts';
import { createTranslator } from '#shared/text/translator.ts';

const OPTIONS = {
  ...COMMON,
  why: { type: 'string' },
  label: { type: 'string' },
  due: { type: 'string' },
  overlap: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof readWords<typeof OPTIONS>>['values'];
interface Asked {
  readonly client: Client;
  readonly values: Values;
  readonly words: readonly string[];
  readonly who: string;
}

/** `kh02 cut list | add CODE | label CODE TEXT | due CODE | remove CODE | back CODE`: cuts that are open and planned. */
export async function cut(words: readonly string[]): Promise<string> {
  const { values, positionals } = readWords(words, OPTIONS);
  const [name = 'list', ...rest] = positionals;
  const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
  if (act === undefined || rest.length !== act.words)
    throw new UserError('OPTION_UNKNOWN', { option: 'cut list | add | label | due | remove | back' });
  requireTaken(words, `cut ${name}`, act.takes);
  const who = name === 'list' ? '' : requirePerson(values);
  return withApplication(values, (client) => act.run({ client, values, words: rest, who }));
}

const ACTS: Readonly<
  Record<
    string,
    {
      readonly words: number;
      readonly takes: readonly string[];
      readonly run: (asked: Asked) => Promise<string>;
    }
  >
> = {
  list: { words: 0, takes: [], run: list },
  add: { words: 1, takes: ['label', 'due', 'overlap'], run: add },
  label: { words: 2, takes: [], run: label },
  due: { words: 1, takes: ['due', 'why'], run: due },
  remove: { words: 1, takes: ['why'], run: remove },
  back: { words: 1, takes: ['why'], run: back },
};

async function add({ client, values, words: [code = ''], who }: Asked): Promise<string> {
  const named = values.label === undefined ? {} : { label: values.label };
  const dueAt = values.due === undefined ? {} : { dueAt: instantOf(values.due) };
  const { overlap } = values;
  const result = await client.calendar.add({ cut: code, who, overlap, ...named, ...dueAt });
  if (values.json) return JSON.stringify(result);
  const { date } = createFormatter('vi');
  const { id, start, asOf } = result.cut;
  return `Đã mở kỳ ${id} (${date(start)}–${date(asOf)})`;
}

async function label({ client, values, words: [code = '', text = ''], who }: Asked): Promise<string> {
  const result = await client.calendar.label({ cut: code, label: text.trim() === '' ? null : text, who });
  if (values.json) return JSON.stringify(result);
  const { id, label: named } = result.cut;
  return named === null ? `Đã bỏ tên riêng của ${id}` : `${id}: ${named}`;
}

async function due({ client, values, words: [code = ''], who }: Asked): Promise<string> {
  const { due: text, why: reason } = values;
  if (text === undefined || reason === undefined)
    throw new UserError('OPTION_MISSING', { option: text === undefined ? '--due' : '--why' });
  const result = await client.calendar.moveDue({ cut: code, dueAt: instantOf(text), reason, who });
  if (values.json) return JSON.stringify(result);
  return `Hạn của ${result.cut.id}: ${createFormatter('vi').dateTime(result.dueAt)}`;
}

async function remove({ client, values, words: [code = ''], who }: Asked): Promise<string> {
  const reason = values.why === undefined ? {} : { reason: values.why };
  const result = await client.calendar.remove({ cut: code, who, ...reason });
  return values.json ? JSON.stringify(result) : `Đã bỏ kỳ ${result.cut}`;
}

/** From a picture of which little is there to the one before it. */
async function back({ client, values, words: [code = ''], who }: Asked): Promise<string> {
  const { why: reason } = values;
  if (reason === undefined) throw new UserError('OPTION_MISSING', { option: '--why' });
  const result = await client.picture.back({ cut: code, who, reason });
  if (values.json) return JSON.stringify(result);
  return createTranslator('vi').t('picture.isBack', {
    cut: result.picture.id,
    kind: result.picture.kind,
  });
}

async function list({ client, values }: Asked): Promise<string> {
  const { opened, planned, removed } = await client.calendar.overview({ limit: 1000 });
  if (values.json) return JSON.stringify({ opened, planned, removed }, null, 2);
  if (opened.length + planned.length + removed.length === 0) return createTranslator('vi').t('cuts.none');
  const lines = [...planned.toReversed().map(plannedLine), ...opened.map(openedLine)];
  return [...lines, ...removed.map(removedLine)].join('\n');
}

function removedLine({ id, at, who, reason }: RemovedCutDto): string {
  const { t } = createTranslator('vi');
  const act = t('calendar.removed.by', { who, at: createFormatter('vi').dateTime(at) });
  return [id, t('calendar.removed.word'), act, reason ?? ''].join('\t').trimEnd();
}

function plannedLine({ id, dueAt, provinces, label }: PlannedCutDto): string {
  const due = `hạn ${createFormatter('vi').dateTime(dueAt)}`;
  return [id, wordOf('planned'), due, `${provinces} tỉnh`, label ?? ''].join('\t').trimEnd();
}

/** As the strip counts: provinces that are in, of those that are asked. */
function openedLine({ id, stage, dueAt, complete, provinces, sent, owed, label }: OpenedCutDto): string {
  const { dateTime, number } = createFormatter('vi');
  const figures = owed === 0 ? [] : [`${number(sent)}/${number(owed)}`];
  const counts = [`${complete}/${provinces} tỉnh`, ...figures];
  return [id, wordOf(stage), `hạn ${dateTime(dueAt)}`, ...counts, label ?? ''].join('\t').trimEnd();
}

function wordOf(stage: OpenedCutDto['stage'] | 'planned'): string {
  return createTranslator('vi').t(`cutState.${stage}`);
}

/** 'dd/MM/yyyy HH:mm' or 'yyyy-mm-dd HH:mm' on the clock in Vietnam. */
function instantOf(text: string): string {
  const found = /^(?:(\d{1,2})\/(\d{1,2})\/(\d{4})|(\d{4})-(\d{2})-(\d{2}))[ T](\d{1,2}):(\d{2})$/.exec(
    text.trim(),
  );
  const [, d = '', m = '', y = '', year = y, month = m, date = d, hour = '', minute = ''] = found ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (found === null || dayNumber(day) === null || Number(hour) > 23 || Number(minute) > 59)
    throw new UserError('OPTION_UNKNOWN', { option: `--due ${text}` });
  return vietnamInstant(day, Number(hour), Number(minute));
}
