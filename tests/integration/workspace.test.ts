import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { illustrative } from '#main/illustrative/load.ts';
import { PLAN_FILE } from '#shared/contract/plan-file.ts';
import { SECOND_PLAN } from '#tests/fixtures/plans/second-plan.ts';
import { filledFolder, freshFolder, LEFT_BEHIND } from '#tests/setup/data-folder.ts';
import { SPOILED } from '#tests/setup/spoiled-database.ts';

const NAME = 'Văn phòng Ban Chỉ đạo';

async function using<T>(application: Application, ask: (application: Application) => Promise<T>): Promise<T> {
  try {
    return await ask(application);
  } finally {
    await application.close();
  }
}

/** A real workspace in a new folder, made from an illustrative one as a screen does it. */
async function makeReal(): Promise<string> {
  const folder = join(freshFolder(), 'thật');
  await using(await createApp({ dataFolder: filledFolder() }), ({ client }) =>
    client.workspace.create({ name: NAME, folder }),
  );
  return folder;
}

const COUNTS = ['unit', 'task', 'indicator', 'rule_set', 'cut', 'source', 'observation', 'alert'] as const;

describe('a real workspace', () => {
  it('begins with plan, units and rules and nothing else', async () => {
    const folder = await makeReal();
    expect(readdirSync(folder).toSorted()).toEqual(LEFT_BEHIND);
    await using(await createApp({ dataFolder: folder }), async ({ client, context }) => {
      expect(await client.workspace.info()).toMatchObject({ kind: 'real', name: NAME, practice: false });
      const counts = COUNTS.map((table) => [
        table,
        context.read.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
      ]);
      expect(Object.fromEntries(counts)).toMatchObject({
        ...{ unit: 3356, rule_set: 1, cut: 0, source: 0, observation: 0, alert: 0 },
      });
      expect((await client.application.info()).sourceKinds).toEqual([]);
      await expect(client.status.get({})).rejects.toMatchObject({ code: 'NO_DATA' });
    });
  });

  it('begins with the plan of a file, and with none that cannot be used', async () => {
    const [good, bad] = [SECOND_PLAN, { ...SECOND_PLAN, groups: [] }].map((plan, at) => {
      const path = join(freshFolder(), `${at}.json`);
      writeFileSync(path, JSON.stringify({ ...PLAN_FILE, ...plan }));
      return { path };
    }) as [{ path: string }, { path: string }];
    const folder = join(freshFolder(), 'thật');
    await using(await createApp({ dataFolder: filledFolder() }), async ({ client }) => {
      const said = await client.workspace.readPlan({ place: bad });
      expect(said).toMatchObject({ file: '1.json', plan: null });
      expect(said.problems[0]).toMatchObject({ reason: { code: 'reason.plan.unknownGroup' } });
      const refused = client.workspace.create({ name: NAME, folder, plan: bad });
      await expect(refused).rejects.toMatchObject({ code: 'PLAN_INVALID' });
      expect(existsSync(folder)).toBe(false);
      const both = client.workspace.create({ name: NAME, folder, plan: good, from: filledFolder() });
      await expect(both).rejects.toMatchObject({ code: 'INPUT_INVALID' });
      expect((await client.workspace.readPlan({ place: good })).plan).toMatchObject({
        ...{ name: SECOND_PLAN.name, tasks: 10, indicators: 5 },
      });
      await client.workspace.create({ name: NAME, folder, plan: good });
    });
    await using(await createApp({ dataFolder: folder }), async ({ client }) => {
      const { plan, revision } = await client.plan.get({});
      expect(plan).toEqual(SECOND_PLAN);
      expect(revision).toMatchObject({ version: 1, note: 'Kế hoạch ban đầu từ tệp 0.json' });
    });
  });

  it('is made in no folder that holds something, nor in or over another workspace', async () => {
    const taken = freshFolder();
    writeFileSync(join(taken, 'thư.docx'), 'x');
    const file = join(freshFolder(), 'tệp');
    writeFileSync(file, 'x');
    const here = filledFolder();
    await using(await createApp({ dataFolder: here }), async ({ client }) => {
      const make = (folder: string) => client.workspace.create({ name: NAME, folder });
      await expect(make(taken)).rejects.toMatchObject({ code: 'FOLDER_NOT_EMPTY' });
      await expect(make(file)).rejects.toMatchObject({ code: 'FOLDER_NOT_EMPTY' });
      await expect(make(here)).rejects.toMatchObject({ code: 'WORKSPACE_EXISTS' });
      // What is there already is named, not what was to lie in it.
      await expect(make(join(here, 'con', 'cháu'))).rejects.toMatchObject({
        ...{ code: 'WORKSPACE_EXISTS', data: { values: { folder: here } } },
      });
      await expect(make('tương-đối')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    });
    expect(readdirSync(taken)).toEqual(['thư.docx']);
    expect(existsSync(join(here, 'con'))).toBe(false);
  });

  it('is made by one of two who make it at once', async () => {
    const folder = join(freshFolder(), 'một');
    await using(await createApp({ dataFolder: filledFolder() }), async ({ client }) => {
      const both = await Promise.allSettled(
        ['Một', 'Hai'].map((name) => client.workspace.create({ name, folder })),
      );
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    });
    expect(readdirSync(folder).toSorted()).toEqual(LEFT_BEHIND);
  });

  it('takes the place of what a killed making left', async () => {
    const folder = freshFolder();
    // The number of no process: process numbers of Linux and Windows end below.
    mkdirSync(join(folder, '.kh02-unfinished-99999999-x'));
    await using(await createApp({ dataFolder: filledFolder() }), ({ client }) =>
      client.workspace.create({ name: NAME, folder }),
    );
    expect(readdirSync(folder).toSorted()).toEqual(LEFT_BEHIND);
  });
});

describe('a practice copy', () => {
  it('holds what the real one holds and says what it is', async () => {
    const real = await makeReal();
    const folder = join(freshFolder(), 'thực hành');
    await using(await createApp({ dataFolder: real }), ({ client }) => client.workspace.copy({ folder }));
    await using(await createApp({ dataFolder: folder }), async ({ client }) => {
      expect(await client.workspace.info()).toMatchObject({ kind: 'real', name: NAME, practice: true });
    });
    await using(await createApp({ dataFolder: real }), async ({ client }) => {
      expect(await client.workspace.info()).toMatchObject({ practice: false });
    });
  });

  it('is made of no illustrative one', async () => {
    const folder = join(freshFolder(), 'bản');
    await using(await createApp({ dataFolder: filledFolder() }), async ({ client }) => {
      await expect(client.workspace.copy({ folder })).rejects.toMatchObject({ code: 'WORKSPACE_NOT_REAL' });
    });
    expect(existsSync(folder)).toBe(false);
  });
});

describe('another workspace', () => {
  it('of the same name, a folder that was copied as a whole, is told apart by where it lies', async () => {
    const parent = freshFolder();
    const workspaces = { recentFile: join(parent, 'list.json'), newOnes: parent };
    const [real, twin] = [join(parent, 'a', 'kh02'), join(parent, 'b', 'kh02')];
    cpSync(await makeReal(), real, { recursive: true });
    await using(await createApp({ dataFolder: real, workspaces }), async ({ client }) => {
      expect((await client.workspace.info()).place).toBeNull();
    });
    cpSync(real, twin, { recursive: true });
    await using(await createApp({ dataFolder: twin, workspaces }), async ({ client }) => {
      expect((await client.workspace.info()).place).toBe(join('b', 'kh02'));
      const { workspaces: list } = await client.workspace.list();
      expect(list.map(({ place }) => place)).toEqual([join('b', 'kh02'), join('a', 'kh02')]);
    });
  });

  it('is left for no folder that could not be opened: what is wrong is said before', async () => {
    const asked: string[] = [];
    const openWorkspace = async (folder: string) => {
      asked.push(folder);
      return null;
    };
    const real = await makeReal();
    await using(await createApp({ dataFolder: filledFolder(), openWorkspace }), async ({ client }) => {
      // Where there has been a database nobody is told to make a new one.
      const refusals = [...Object.values(SPOILED), { code: 'WORKSPACE_MISSING', make: freshFolder }];
      for (const { code, make } of refusals)
        await expect(client.workspace.open({ folder: make() })).rejects.toMatchObject({ code });
      expect(asked).toEqual([]);
      expect(await client.workspace.open({ folder: real })).toEqual({ address: null });
      expect(asked).toEqual([real]);
    });
  });

  it('cannot be opened from where there is no host, and the command is named', async () => {
    const real = await makeReal();
    await using(await createApp({ dataFolder: filledFolder() }), async ({ client }) => {
      const asked = client.workspace.open({ folder: real });
      await expect(asked).rejects.toMatchObject({ code: 'WORKSPACE_ELSEWHERE' });
    });
  });
});

describe('a folder without a workspace', () => {
  it('is filled for illustration where it may be, and says so', async () => {
    const dataFolder = join(freshFolder(), 'mới');
    await using(await createApp({ dataFolder, illustrative }), async ({ client }) => {
      expect(await client.workspace.info()).toMatchObject({ kind: 'illustrative', name: null });
    });
  });

  it('is refused where it may not, and left as it was', async () => {
    const dataFolder = join(freshFolder(), 'mới');
    await expect(createApp({ dataFolder })).rejects.toMatchObject({ code: 'WORKSPACE_MISSING' });
    expect(existsSync(dataFolder)).toBe(false);
  });
});
