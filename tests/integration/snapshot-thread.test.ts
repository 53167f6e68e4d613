import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { createSnapshotRunner } from '#main/hosts/engine/job-runners.ts';
import { bilingualSentence } from '#main/hosts/error-sentence.ts';
import { asUserError } from '#main/hosts/user-error.ts';
import type { Client } from '#shared/contract/contract.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import { makeSnapshot, openSnapshot, verifySnapshot } from '#tests/fixtures/snapshots/good-file.ts';
import { HOSTILE_CASES, makeHostile } from '#tests/fixtures/snapshots/hostile-files.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';

let application: Application;
let client: Client;
let folder: string;

beforeAll(async () => {
  application = await createApp({ dataFolder: filledFolder(), snapshotJobs: createSnapshotRunner() });
  client = application.client;
  folder = freshFolder();
});
afterAll(() => application.close());

it('makes, judges and opens a whole country in another thread while this one answers', async () => {
  const path = join(folder, 'cả nước.kh02');
  let answers = 0;
  let isOver = false;
  const ask = async (): Promise<void> => {
    while (!isOver) {
      await client.status.get({});
      answers += 1;
      // As between two messages of a port: without a turn of the loop nothing else would ever be heard.
      await nextTurn();
    }
  };
  const asking = ask();
  const { steps } = await makeSnapshot(application, { to: path });
  const report = await verifySnapshot(client, path);
  const opened = await openSnapshot(client, { path });
  isOver = true;
  await asking;
  expect(new Set(steps)).toEqual(new Set(['write', 'seal']));
  expect(report).toEqual(opened.report);
  expect(report.verdict).toBe('unsigned');
  // Were any of the three done in this thread, no question would have been answered meanwhile.
  expect(answers).toBeGreaterThan(3);
  await client.snapshots.close({ id: opened.id });
});

it('keeps the code of a refusal on its way back', async () => {
  const nowhere = makeSnapshot(application, { to: join(folder, 'không có', 'x.kh02') });
  await expect(nowhere).rejects.toMatchObject({ code: 'FOLDER_MISSING' });
  await expect(makeSnapshot(application, { sign: {} })).rejects.toMatchObject({ code: 'KEY_MISSING' });
  const missing = openSnapshot(client, { path: join(folder, 'không có.kh02') });
  await expect(missing).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  const [hostile] = HOSTILE_CASES.filter(({ name }) => name === 'a view');
  const good = join(folder, '31.kh02');
  await makeSnapshot(application, { province: '31', cuts: ['2025-07-31'], to: good });
  if (hostile !== undefined) await makeHostile(good, join(folder, 'view.kh02'), hostile);
  const refused = await openSnapshot(client, { path: join(folder, 'view.kh02') }).catch(asUserError);
  expect(refused).toMatchObject({ code: 'SNAPSHOT_REFUSED' });
  expect(bilingualSentence(refused)).toContain(
    'trigger, view hoặc chỉ mục lạ. Không mở tệp này; hãy hỏi lại',
  );
});

it('ends when nobody listens any more, and leaves nothing beside the file or in the data folder', async () => {
  const own = freshFolder();
  for await (const event of await client.snapshots.create({ to: join(own, 'dừng.kh02') })) {
    if (event.kind === 'progress') break;
  }
  const path = join(folder, 'cả nước.kh02');
  for await (const event of await client.snapshots.open({ path })) if (event.kind === 'progress') break;
  const stop = new AbortController();
  const stopped = client.snapshots.verify({ path }, { signal: stop.signal });
  await expect(outcomeOf(await stopped, () => stop.abort())).rejects.toThrow();
  await application.close();
  expect(readdirSync(own)).toEqual([]);
  const left = readdirSync(join(application.context.dataFolder, 'open-snapshots'));
  expect(left).toEqual([]);
  application = await createApp({ dataFolder: filledFolder() });
});

it('opens a file that was handed over by its path and leaves it where it lies', async () => {
  const path = join(folder, '31.kh02');
  const before = readdirSync(folder);
  const { upload } = await application.client.uploads.hand({ path });
  const opened = await openSnapshot(application.client, { upload });
  expect(opened.report.file).toBe(path);
  for (let number = 0; number < 10; number += 1) await application.client.uploads.hand({ path });
  expect(readdirSync(folder)).toEqual(before);
});
