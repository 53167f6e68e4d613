import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { SETTLE_MS } from '#main/core/take/watch/settle.ts';
import { importFiles } from '#main/hosts/cli/commands/import.ts';
import { SEEN_AGAIN, SEEN_QUESTION } from '#shared/contract/choices.ts';
import type { WatchPolicy } from '#shared/contract/watch.ts';
import { makeSnapshot, openSnapshot } from '#tests/fixtures/snapshots/good-file.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';

const WEEK = 'week-2025-12-29';
const UNIT = '11629';
const KEY = { cut: WEEK, unit: UNIT, indicator: 'devices' };
const ANSWER = { [SEEN_QUESTION]: SEEN_AGAIN };
const csv = (value: number) => `cut,unit_code,indicator,value\n${WEEK},${UNIT},devices,${value}\n`;

type Became = 'committed' | 'unchanged' | 'asked';

/** One way for a file to come in: brings the bytes that say `value`, and with `again` says yes to being asked. */
interface Door {
  readonly bring: (value: 0 | 1, again?: boolean) => Promise<Became>;
}

let application: Application;
let nowMs = Date.parse('2026-01-05T03:00:00.000Z');
afterEach(() => application.close());

async function open(dataFolder = filledFolder()): Promise<void> {
  application = await createApp({ dataFolder, clock: () => new Date(nowMs) });
}

const runs = () => application.client.intake.runs({ cut: WEEK });
const current = async () => (await application.client.intake.history(KEY))[0]?.value;

async function commit(id: string, outcome: string, runsBefore: number): Promise<Became> {
  const committing = async () => {
    for await (const _ of await application.client.intake.commit({ id, who: 'An', acceptValid: true }));
  };
  if (outcome === 'questions') {
    await expect(committing()).rejects.toMatchObject({ code: 'IMPORT_SEEN' });
    return 'asked';
  }
  await committing();
  return (await runs()).length > runsBefore ? 'committed' : 'unchanged';
}

/** Two data files of one province that differ in one criterion. */
async function dataFiles(): Promise<readonly string[]> {
  const folder = freshFolder();
  const maker = await createApp({ dataFolder: filledFolder() });
  const paths: string[] = [];
  for (const value of [0, 1]) {
    const file = new File([csv(value)], `${value}.csv`);
    const { id } = await maker.client.intake.inspect({ file });
    for await (const _ of await maker.client.intake.commit({ id: id ?? '', who: 'An', acceptValid: true }));
    const to = join(folder, `${value}.kh02`);
    await makeSnapshot(maker, { province: '31', cuts: [WEEK], to });
    paths.push(to);
  }
  await maker.close();
  return paths;
}

/** The command line: it has the folder to itself while it works. */
async function command(path: string, again: boolean): Promise<Became> {
  const { dataFolder } = application.context;
  await application.close();
  const words = [
    path,
    '--data',
    dataFolder,
    '--json',
    '--accept-valid',
    '--who',
    'An',
    ...(again ? ['--again'] : []),
  ];
  const answer = (await importFiles(words)) as { text: string; exitCode: number };
  await open(dataFolder);
  const { outcome, questions, problems } = JSON.parse(answer.text) as {
    outcome: 'committed' | 'unchanged' | 'questions';
    questions: unknown[];
    problems: { code: string }[];
  };
  const codes = problems.map(({ code }) => code);
  expect(answer.exitCode).toBe(outcome === 'questions' ? 1 : 0);
  if (outcome === 'questions') expect([questions.length, codes]).toEqual([1, ['FILE_SEEN_CHANGES']]);
  if (outcome === 'unchanged') expect(codes).toEqual(['FILE_SEEN_BEFORE']);
  return outcome === 'questions' ? 'asked' : outcome;
}

const DOORS: Readonly<Record<string, () => Promise<Door>>> = {
  'kh02 import of a CSV': async () => {
    await open();
    const folder = freshFolder();
    return {
      bring: (value, again = false) => {
        const path = join(folder, `${value}.csv`);
        writeFileSync(path, csv(value));
        return command(path, again);
      },
    };
  },
  'kh02 import of a data file': async () => {
    const paths = await dataFiles();
    await open();
    return { bring: (value, again = false) => command(paths[value] ?? '', again) };
  },
  'the screen of a file': async () => {
    await open();
    return {
      bring: async (value, again = false) => {
        const before = (await runs()).length;
        const file = new File([csv(value)], `${value}.csv`);
        const answers = again ? ANSWER : {};
        const preview = await application.client.intake.inspect({ file, answers });
        expect(preview.outcome === 'unchanged').toBe(preview.seen !== null && preview.totals.same === 1);
        return await commit(preview.id ?? '', preview.outcome, before);
      },
    };
  },
  'the inbox': async () => {
    await open();
    return {
      bring: async (value, again = false) => {
        const { client } = application;
        const before = (await runs()).length;
        const file = new File([csv(value)], `${value}.csv`);
        const kept = await client.intake.inspect({ file, keep: true });
        const id = kept.id ?? '';
        const preview = again ? await client.intake.revise({ id, answers: ANSWER }) : kept;
        const became = await commit(id, preview.outcome, before);
        expect(await client.intake.inbox()).toHaveLength(became === 'asked' ? 1 : 0);
        await client.intake.discard({ id });
        return became;
      },
    };
  },
  'the screen of a data file': async () => {
    const paths = await dataFiles();
    await open();
    return {
      bring: async (value, again = false) => {
        const { client } = application;
        const before = (await runs()).length;
        const { id } = await openSnapshot(client, { path: paths[value] ?? '' });
        const importing = client.snapshots.import({ id, who: 'An', again });
        const became = await importing.then(
          async () => ((await runs()).length > before ? ('committed' as const) : ('unchanged' as const)),
          (error: { code: string }) => {
            expect(error.code).toBe('IMPORT_SEEN');
            return 'asked' as const;
          },
        );
        await client.snapshots.close({ id });
        return became;
      },
    };
  },
  'a folder that takes clean files': () => watched('clean'),
  'a folder whose files wait': () => watched('inbox'),
};

async function watched(policy: WatchPolicy): Promise<Door> {
  await open();
  const { client } = application;
  const folder = freshFolder();
  await client.watch.choose({ folder, policy, who: 'Trực ban' });
  const looks = async () => {
    await application.watch.look();
    nowMs += SETTLE_MS;
    await application.watch.look();
  };
  const commitWaiting = async (answers: Record<string, string>) => {
    const id = (await client.intake.inbox())[0]?.id ?? '';
    await client.intake.revise({ id, answers });
    for await (const _ of await client.intake.commit({ id, who: 'An' }));
    await looks();
  };
  return {
    bring: async (value, again = false) => {
      const waiting = (await client.intake.inbox()).length;
      if (waiting === 0) {
        writeFileSync(join(folder, `${value}.csv`), csv(value));
        await looks();
      }
      const newest = async () => (await client.watch.state({ files: 1 })).files[0];
      const found = await newest();
      if (found?.reason?.code === 'watch.reason.seenChanges' && !again) {
        expect(found).toMatchObject({ outcome: 'waiting', reason: { values: { count: 1 } } });
        expect(readdirSync(folder)).toContain(`${value}.csv`);
        return 'asked';
      }
      if (found?.outcome === 'waiting') await commitWaiting(again ? ANSWER : {});
      const { outcome, reason } = (await newest()) ?? {};
      if (outcome === 'duplicate') expect(reason?.code).toBe('watch.reason.seen');
      expect(readdirSync(folder).sort()).toEqual(['da-nhan', 'tra-lai']);
      return outcome === 'duplicate' ? 'unchanged' : (outcome as Became);
    },
  };
}

describe.each(Object.entries(DOORS))('the same bytes at %s', (_name, enter) => {
  it('are told where nothing would change, asked where something would, and never taken in silently', async () => {
    const { bring } = await enter();
    expect(await bring(0)).toBe('committed');
    const first = await runs();
    expect(await bring(0)).toBe('unchanged');
    expect(await runs()).toEqual(first);
    expect(await bring(1)).toBe('committed');
    const second = await runs();
    expect(await bring(0)).toBe('asked');
    expect([await current(), await runs()]).toEqual([1, second]);
    expect(await bring(0, true)).toBe('committed');
    expect([await current(), (await runs()).length]).toEqual([0, second.length + 1]);
    expect(await bring(0)).toBe('unchanged');
  });
});

it('are known at every door, whichever they came by', async () => {
  const { bring } = await watched('clean');
  const folder = freshFolder();
  writeFileSync(join(folder, 'x.csv'), csv(0));
  expect(await bring(0)).toBe('committed');
  expect(await command(join(folder, 'x.csv'), false)).toBe('unchanged');
});

it('are asked for by the commit itself where the preview is older than the change', async () => {
  await open();
  const { client } = application;
  const look = (value: number) => client.intake.inspect({ file: new File([csv(value)], `${value}.csv`) });
  const [early, late, other] = [await look(0), await look(0), await look(1)];
  for (const { id } of [early, other]) {
    for await (const _ of await client.intake.commit({ id: id ?? '', who: 'An', acceptValid: true }));
  }
  const before = await runs();
  const committing = async () => {
    for await (const _ of await client.intake.commit({ id: late.id ?? '', who: 'An', acceptValid: true }));
  };
  await expect(committing()).rejects.toMatchObject({
    code: 'IMPORT_SEEN',
    data: { values: { file: '0.csv', changes: 1 } },
  });
  expect([await current(), await runs()]).toEqual([1, before]);
});

it('that wait and are discarded go back as not taken in, although they were in before', async () => {
  const { bring } = await watched('clean');
  await bring(0);
  await bring(1);
  expect(await bring(0)).toBe('asked');
  const [waiting] = await application.client.intake.inbox();
  await application.client.intake.discard({ id: waiting?.id ?? '' });
  await application.watch.look();
  const { files } = await application.client.watch.state({ files: 1 });
  expect(files).toMatchObject([{ outcome: 'discarded', run: null, place: 'tra-lai/0.csv' }]);
});

it('may come again once their import was undone', async () => {
  const { bring } = (await DOORS['the screen of a file']?.()) ?? {
    bring: () => Promise.reject(new Error('no door')),
  };
  expect(await bring(0)).toBe('committed');
  const [run] = await runs();
  await application.client.intake.undo({ run: run?.run ?? '', who: 'An' });
  expect(await bring(0)).toBe('committed');
});
