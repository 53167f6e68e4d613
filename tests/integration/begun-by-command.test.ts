import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { createApp, DATABASE_NAME } from '#main/core/app.ts';
import { openReached } from '#main/core/desk/calendar/opening.ts';
import { firstCalendar, monthBefore } from '#main/core/ground/calendar/first.ts';
import { openDatabase } from '#main/db/open.ts';
import { cut } from '#main/hosts/cli/commands/cut.ts';
import { importFiles } from '#main/hosts/cli/commands/import.ts';
import { submissions } from '#main/hosts/cli/commands/intake.ts';
import { status } from '#main/hosts/cli/commands/status.ts';
import { calendarCuts, isBegun } from '#shared/domain/calendar.ts';
import { freshFolder } from '#tests/setup/data-folder.ts';

const DAYS_AGO = 10 * 86_400_000;
let begun: string;
/** What the calendar opens from the day on which the workplace was begun. */
let expected: string[];

/** A real workplace with its first cuts open, in which nobody has done anything for ten days. */
beforeAll(async () => {
  begun = freshFolder();
  const then = new Date(Date.now() - DAYS_AGO);
  const first = await createApp({ dataFolder: begun, begins: { name: 'Thử' }, clock: () => then });
  await openReached(first.context);
  await first.close();
  const now = new Date().toISOString();
  const revisions = [monthBefore, firstCalendar].map((of, version) => ({
    version,
    ...of(then.toISOString()),
  }));
  const cuts = calendarCuts(revisions, now).filter((one) => isBegun(one, now));
  expected = cuts.map(({ code }) => code).toSorted();
  expect(expected.length).toBeGreaterThan(2);
});

const empty = () => {
  const file = join(freshFolder(), 'a.csv');
  writeFileSync(file, 'cut,unit_code,indicator,value\n');
  return file;
};

it.each([
  ['status', (data: string[]) => status(data)],
  ['cut list', (data: string[]) => cut(['list', ...data])],
  ['submissions', (data: string[]) => submissions(data)],
  ['import', (data: string[]) => importFiles([empty(), '--who', 'An', ...data])],
])('`kh02 %s`, the first to come, opens what has begun, and judges who was silent', async (name, run) => {
  const data = freshFolder();
  cpSync(begun, data, { recursive: true });
  const asked = run(['--data', data, '--json']);
  if (name === 'status') await expect(asked).rejects.toMatchObject({ code: 'NO_DATA' });
  else await asked;
  const { read, close } = openDatabase(join(data, DATABASE_NAME));
  expect(read.prepare('SELECT code FROM cut ORDER BY code').pluck().all()).toEqual(expected);
  // The week that was open fell due meanwhile.
  const silent = `
    SELECT count(*) FROM alert JOIN cut ON cut.id = since_cut_id
    WHERE rule = 'noReport' AND cut.code = (SELECT code FROM cut WHERE kind = 'week' ORDER BY as_of LIMIT 1)`;
  expect(read.prepare(silent).pluck().get()).toBe(34);
  close();
});
