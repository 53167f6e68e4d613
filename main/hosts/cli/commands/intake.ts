import { join } from 'node:path';
import { makeTargetFolder, writeAtomically } from '#main/core/files/atomic-write.ts';
import { requirePerson, withApplication } from '#main/hosts/cli/call.ts';
import { COMMON, readWords } from '#main/hosts/cli/options.ts';
import type { Client } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import { createFormatter } from '#shared/text/format.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { readProblemNames } from './import-names.ts';

const WHY = { why: { type: 'string' } } as const;

/** The one word a command takes besides its options. */
function onlyWord(positionals: readonly string[], name: string): string {
  const [word] = positionals;
  if (word === undefined || positionals.length > 1) throw new UserError('OPTION_UNKNOWN', { option: name });
  return word;
}

/** `kh02 undo RUN [--why TEXT]`: takes a whole import back. */
export async function undo(words: readonly string[]): Promise<string> {
  const { values, positionals } = readWords(words, { ...COMMON, ...WHY });
  const run = onlyWord(positionals, 'undo RUN');
  const reason = values.why === undefined ? {} : { reason: values.why };
  const who = requirePerson(values);
  return withApplication(values, async (client) => {
    const result = await client.intake.undo({ run, who, ...reason });
    if (values.json) return JSON.stringify(result);
    return `Đã hoàn tác ${run}: khôi phục ${result.restored}, bỏ ${result.removed} số liệu (${result.cuts.join(', ')})`;
  });
}

/**
 * `kh02 close CUT [--early | --anyway]`: closes a cut and says what is still missing, and that it is what everybody sees
 * from now on. Before its due hour a cut of which provinces are missing wants `--early` (CUT_CLOSE_EARLY), later one of
 * which little has come `--anyway` (CUT_CLOSE_POOR).
 */
export async function close(words: readonly string[]): Promise<string> {
  const { values, positionals } = readWords(words, {
    ...COMMON,
    early: { type: 'boolean', default: false },
    anyway: { type: 'boolean', default: false },
  });
  const cut = onlyWord(positionals, 'close CUT');
  const who = requirePerson(values);
  return withApplication(values, async (client) => {
    const early = await findEarly(client, cut);
    if (early !== null && !values.early) throw early;
    // Who closes before the hour was told how much there is.
    const result = await client.intake.close({ cut, who, anyway: values.anyway || early !== null });
    if (values.json) return JSON.stringify(result);
    const names = await readProblemNames(client);
    const missing = result.missing
      .map(({ province, communes }) => `${names.unit(province)} ${communes} xã`)
      .join(', ');
    const said = missing === '' ? 'Không thiếu đơn vị nào.' : `Còn thiếu: ${missing}.`;
    const becomes = await picturesNow(client);
    const { id, kind } = result.cut;
    const picture = becomes.includes(id) ? ` ${createTranslator('vi').t('picture.becomes', { kind })}` : '';
    return `Đã chốt ${result.cut.id}. ${said}${picture}`;
  });
}

/** What closing before the due hour would leave out; null where it is due or nobody is missing. */
async function findEarly(client: Client, named: string): Promise<UserError | null> {
  const board = await client.intake.submissions({ cut: named });
  const { dueAt } = board;
  const code = board.cut.id;
  const { statuses, months } = await client.picture.get();
  const found = [statuses, months].flatMap(({ collecting, picture, shown }) => [
    ...collecting.map((one) => ({ ...one, id: one.cut.id })),
    // What enough had come of to be the picture is still open.
    ...(picture === null || shown === null ? [] : [{ ...shown, id: picture.id }]),
  ]);
  const cut = found.find(({ id }) => id === code);
  if (cut === undefined || cut.inProvinces === cut.provinces) return null;
  if (new Date().toISOString() >= dueAt) return null;
  const { inProvinces, provinces } = cut;
  return new UserError('CUT_CLOSE_EARLY', {
    ...{ cut: code, kind: board.cut.kind, inProvinces, provinces },
    due: createFormatter('vi').dateTime(dueAt),
  });
}

async function picturesNow(client: Client): Promise<readonly string[]> {
  const { statuses, months } = await client.picture.get();
  return [statuses, months].flatMap(({ picture }) => picture?.id ?? []);
}

/** `kh02 reopen CUT --why TEXT`. */
export async function reopen(words: readonly string[]): Promise<string> {
  const { values, positionals } = readWords(words, { ...COMMON, ...WHY });
  const cut = onlyWord(positionals, 'reopen CUT');
  const reason = values.why;
  if (reason === undefined) throw new UserError('OPTION_MISSING', { option: '--why' });
  const who = requirePerson(values);
  return withApplication(values, async (client) => {
    const result = await client.intake.reopen({ cut, who, reason });
    if (values.json) return JSON.stringify(result);
    const stays = await staysPicture(client, result.cut.id);
    const next = createTranslator('vi').t('picture.reopened', { cut: result.cut.id });
    return [`Đã mở lại ${result.cut.id}`, ...(stays === null ? [] : [stays]), next].join('. ');
  });
}

/** Opening a cut again takes no picture back: who wants the one before has to say so. Null where it is none. */
async function staysPicture(client: Client, code: string): Promise<string | null> {
  const { statuses, months } = await client.picture.get();
  const cycle = [statuses, months].find(({ picture }) => picture?.id === code);
  if (cycle === undefined) return null;
  const { t } = createTranslator('vi');
  const kind = cycle.picture?.kind ?? '';
  if (cycle.previous === null) return t('picture.stays', { kind });
  const previous = cycle.previous.id;
  return t(cycle.isPoor ? 'picture.stays.poor' : 'picture.stays.enough', { kind, previous });
}

const STATES = { nothing: 'chưa có', inbox: 'đang chờ', partial: 'còn thiếu', complete: 'đủ' } as const;

/** `kh02 submissions --cut CUT`: what each province owes and what has arrived. */
export async function submissions(words: readonly string[]): Promise<string> {
  const { values } = readWords(words, { ...COMMON, cut: { type: 'string' } });
  return withApplication(values, async (client) => {
    const board = await client.intake.submissions(values.cut === undefined ? {} : { cut: values.cut });
    if (values.json) return JSON.stringify(board, null, 2);
    const { dateTime } = createFormatter('vi');
    const lines = board.provinces.map(
      ({ code, expected, received, tasks, receivedAt, state, isLate, corrected }) =>
        [
          code,
          `${received}/${expected}`,
          tasks === null ? '' : `nhiệm vụ ${tasks.reported}/${tasks.owed}`,
          STATES[state],
          receivedAt === null ? '–' : dateTime(receivedAt),
          isLate ? 'muộn' : '',
          corrected ? 'đã đính chính' : '',
        ].join('\t'),
    );
    return [`${board.cut.id}, hạn ${dateTime(board.dueAt)}`, ...lines].join('\n');
  });
}

/** `kh02 template --province CODE --cut CUT --out FILE`, or `--all --out FOLDER` for every province. */
export async function template(words: readonly string[]): Promise<string> {
  const { values } = readWords(words, {
    ...COMMON,
    cut: { type: 'string' },
    province: { type: 'string' },
    all: { type: 'boolean', default: false },
    out: { type: 'string' },
  });
  const { out, province, all } = values;
  if (out === undefined) throw new UserError('OPTION_MISSING', { option: '--out' });
  if ((province === undefined) === !all)
    throw new UserError('OPTION_UNKNOWN', { option: '--province / --all' });
  const cut = values.cut === undefined ? {} : { cut: values.cut };
  return withApplication(values, async (client) => {
    const codes =
      province === undefined
        ? (await client.units.list({})).units
            .filter(({ level }) => level === 'province')
            .map(({ code }) => code)
        : [province];
    if (all) makeTargetFolder(out);
    const files: string[] = [];
    for (const code of codes) {
      const { name, file } = await client.intake.template({ province: code, ...cut });
      const path = all ? join(out, name) : out;
      writeAtomically(path, new Uint8Array(await file.arrayBuffer()));
      files.push(path);
    }
    return values.json ? JSON.stringify({ files }) : files.join('\n');
  });
}
