import { afterEach, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { openReached } from '#main/core/desk/calendar/opening.ts';
import { errorSentence } from '#main/hosts/error-sentence.ts';
import { asUserError } from '#main/hosts/user-error.ts';
import { UserError } from '#shared/contract/errors.ts';
import { QUESTIONS } from '#tests/fixtures/empty/questions.ts';
import { freshFolder } from '#tests/setup/data-folder.ts';

const WHO = 'Trực ban';
const MONTH = 'month-2026-01';
const FIGURES = ['Kỳ,Mã xã,Chỉ tiêu,Tử số,Mẫu số', `${MONTH},11446,applications_online,30,40`].join('\n');

let application: Application;
afterEach(() => application.close());

/** A real workspace on 20/02/2026 whose calendar plans months alone, or nothing. */
async function begin(plans: 'months' | 'nothing') {
  const clock = () => new Date('2026-02-20T02:00:00.000Z');
  application = await createApp({ dataFolder: freshFolder(), begins: { name: 'Văn phòng' }, clock });
  const { client, context } = application;
  const { revisions } = await client.calendar.overview({});
  const monthly = plans === 'months' ? (revisions.at(-1)?.schedule.monthly ?? null) : null;
  await context.write((write) => write.exec('DELETE FROM calendar_revision'));
  const schedule = { weekly: null, monthly, moments: [] };
  await client.calendar.change({ from: '2026-01-01', schedule, who: WHO, note: 'Không có tuần' });
  await openReached(context);
  return client;
}

async function refusalOf(ask: Promise<unknown>): Promise<UserError> {
  const error = asUserError(await ask.then(() => null).catch((thrown: unknown) => thrown));
  if (!(error instanceof UserError)) throw new Error(`No refusal: ${String(error)}`);
  return error;
}

const told = ({ code, values }: UserError) => [code, errorSentence(code, values, 'vi')];

it('takes months in, closes them and says that screens need a week, never that nothing has come', async () => {
  const client = await begin('months');
  expect((await client.calendar.overview({})).opened.map(({ id }) => id)).toEqual(['month-2026-02', MONTH]);
  expect((await client.intake.template({ province: '31' })).name).toContain('month-2026-02');
  expect(told(await refusalOf(client.status.get({})))[1]).toContain('Chưa có số liệu của kỳ nào');
  const { id } = await client.intake.inspect({ file: new File([FIGURES], 'a.csv'), keep: true });
  for await (const _ of await client.intake.commit({ id: id ?? '', who: WHO }));
  await client.intake.close({ cut: MONTH, who: WHO, anyway: true });
  expect((await client.picture.get()).months.picture?.id).toBe(MONTH);
  expect((await client.intake.submissions({})).cut.kind).toBe('month');
  for (const ask of [
    client.status.get({}),
    client.map.statuses({ level: 'commune' }),
    client.alerts.list({}),
  ])
    expect(told(await refusalOf(ask))).toEqual([
      'NO_DATA',
      expect.stringContaining('Mới có số liệu của tháng'),
    ]);
  const unexpected: string[] = [];
  for (const [name, ask] of Object.entries(QUESTIONS))
    await ask(client).catch((thrown: unknown) => {
      if (!(asUserError(thrown) instanceof UserError)) unexpected.push(`${name}: ${String(thrown)}`);
    });
  expect(unexpected).toEqual([]);
});

it('shows what months say as soon as a person adds a moment', async () => {
  const client = await begin('months');
  const { id } = await client.intake.inspect({ file: new File([FIGURES], 'a.csv'), keep: true });
  for await (const _ of await client.intake.commit({ id: id ?? '', who: WHO }));
  await client.intake.close({ cut: MONTH, who: WHO, anyway: true });
  await client.calendar.add({ cut: 'day-2026-02-19', who: WHO });
  await client.intake.close({ cut: 'day-2026-02-19', who: WHO, anyway: true });
  const { codes, values, figuresCut } = await client.map.indicator({
    ...{ level: 'commune', code: 'applications_online' },
  });
  expect([figuresCut, values[codes.indexOf('11446')]]).toEqual([MONTH, 0.75]);
});

it('says of a calendar without anything that it is to be set', async () => {
  const client = await begin('nothing');
  const { opened, planned } = await client.calendar.overview({});
  expect([opened, planned]).toEqual([[], []]);
  const asked = [client.intake.template({ province: '31' }), client.intake.templates({})];
  for (const ask of asked)
    expect(told(await refusalOf(ask))).toEqual([
      'NO_DATA',
      expect.stringContaining('Lịch chưa có kỳ số liệu nào'),
    ]);
  const inspected = await client.intake.inspect({ file: new File([FIGURES], 'a.csv'), keep: true });
  expect(inspected.problems).toMatchObject([{ code: 'CUT_UNKNOWN', values: { text: MONTH } }]);
});
