import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp, DATABASE_NAME } from '#main/core/app.ts';
import { foreignCommits } from '#main/db/foreign-commits.ts';
import { openDatabase } from '#main/db/open.ts';
import { type Engine, startEngine } from '#main/hosts/engine/engine.ts';
import type { ApplicationEvent } from '#shared/contract/application.ts';
import { TOPICS } from '#shared/contract/base.ts';
import type { Client } from '#shared/contract/contract.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { engineClient } from '#tests/setup/engine-client.ts';
import { runCommand } from '#tests/setup/run-program.ts';

const FIGURE = { cut: 'month-2025-12', unit: '11629', indicator: 'support_operations' };
/** What a screen that shows another process's figures may be behind. */
const FOLLOWS_WITHIN_MS = 2000;
const WHO = 'Trực ban';

const csv = (value: number) =>
  `cut;unit_code;indicator;value\n${FIGURE.cut};${FIGURE.unit};${FIGURE.indicator};${value}\n`;
const valueNow = async (client: Client) => (await client.intake.history(FIGURE))[0]?.value;

/** Settles when a screen that asks anew at each change of everything shows the value. */
async function untilShown(
  client: Client,
  events: AsyncIterator<ApplicationEvent>,
  value: number | undefined,
) {
  for (;;) {
    const { value: event } = await events.next();
    const isEverything = event.kind === 'changed' && event.topics.length === TOPICS.length;
    if (isEverything && (await valueNow(client)) === value) return 'shown';
  }
}

/** What comes within the time; null where nothing does. */
function inTime<T>(promise: Promise<T>): Promise<T | null> {
  return Promise.race([promise, wait(FOLLOWS_WITHIN_MS, null, { ref: false })]);
}

async function kh02(folder: string, ...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCommand([...words, '--data', folder, '--json']);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

function fileOf(value: number): string {
  const path = join(freshFolder(), `so-lieu-${value}.csv`);
  writeFileSync(path, csv(value));
  return path;
}

describe('the engine of a running host', () => {
  const folder = filledFolder();
  let engine: Engine;
  let client: Client;
  beforeAll(async () => {
    engine = await startEngine({ dataFolder: folder });
    client = engineClient(engine);
  });
  afterAll(() => engine.close());

  it('tells what a command beside it has taken in, and what one takes back', async () => {
    const before = (await valueNow(client)) ?? undefined;
    const events = await client.application.events();
    const imported = untilShown(client, events, 4242);
    const { run } = JSON.parse(await kh02(folder, 'import', fileOf(4242)));
    expect(await inTime(imported)).toBe('shown');
    const undone = untilShown(client, events, before);
    await kh02(folder, 'undo', run);
    expect(await inTime(undone)).toBe('shown');
    await events.return?.();
  });

  it('writes, and a command beside it reads that', async () => {
    const { id } = await client.intake.inspect({ file: new File([csv(4343)], 'tep.csv') });
    await outcomeOf(await client.intake.commit({ id: id ?? '', who: WHO, acceptValid: false }));
    const [found] = (await client.intake.runs({ limit: 1 })).map(({ run }) => run);
    expect(JSON.parse(await kh02(folder, 'undo', found ?? ''))).toMatchObject({ runs: [found] });
  });
});

describe('two applications on one data folder', () => {
  const folder = filledFolder();
  let one: Application;
  let other: Application;
  beforeAll(async () => {
    one = await createApp({ dataFolder: folder });
    other = await createApp({ dataFolder: folder });
  });
  afterAll(async () => {
    await one.close();
    await other.close();
  });
  const keep = async (value: number): Promise<string> => {
    const file = new File([csv(value)], `tep-${value}.csv`);
    return (await one.client.intake.inspect({ file, keep: true })).id ?? '';
  };
  const commit = async ({ client }: Application, id: string) =>
    outcomeOf(await client.intake.commit({ id, who: WHO, acceptValid: false }));

  it('a file that one has taken in does not go in a second time through the other', async () => {
    const id = await keep(51);
    await commit(other, id);
    await expect(commit(one, id)).rejects.toMatchObject({ code: 'IMPORT_UNKNOWN' });
    expect(await one.client.intake.runs({})).toHaveLength(1);
  });

  it('a preview is read again against what the other has written since', async () => {
    const id = await keep(52);
    const events = (await one.client.application.events())[Symbol.asyncIterator]();
    const change = untilShown(one.client, events, 53);
    const file = new File([csv(53)], 'tep-53.csv');
    await commit(other, (await other.client.intake.inspect({ file })).id ?? '');
    await change;
    const { figures } = await one.client.intake.changes({ id });
    expect(figures).toMatchObject([{ now: { value: 52 }, before: { value: 53 } }]);
    await events.return?.();
  });

  it('reading a file again writes nothing where nothing is new, so that the other is not woken', async () => {
    const id = await keep(54);
    const watching = openDatabase(join(folder, DATABASE_NAME));
    const has = foreignCommits(watching.write);
    await one.client.intake.revise({ id });
    expect(has()).toBe(false);
    await one.client.intake.revise({ id, cut: 'month-2025-11' });
    expect(has()).toBe(true);
    watching.close();
  });
});

it('only the commits of others count, each once', () => {
  const file = join(filledFolder(), DATABASE_NAME);
  const own = openDatabase(file);
  const others = openDatabase(file);
  const has = foreignCommits(own.write);
  const set = 'INSERT INTO setting VALUES (?, 1)';
  own.write.prepare(set).run('own');
  expect(has()).toBe(false);
  others.write.prepare(set).run('others');
  expect([has(), has()]).toEqual([true, false]);
  own.write.transaction(() => own.write.prepare(set).run('own again')).immediate();
  expect(has()).toBe(false);
  others.close();
  own.close();
});
