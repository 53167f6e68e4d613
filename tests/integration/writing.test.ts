import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import type { Topic } from '#shared/contract/base.ts';
import { type Client, contract } from '#shared/contract/contract.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import { makeSnapshot, openSnapshot } from '#tests/fixtures/snapshots/good-file.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { listProcedures } from '#tests/setup/procedures.ts';

const WHO = 'Trực ban';
const WEEK = 'week-2025-12-29';
/** Added to the calendar and taken out of it. */
const NEAR = 'day-2026-01-07';
const NO_CUTS = { weekly: null, monthly: null, moments: [] };
const TEMPLATE = { format: 'kh02-briefing-template', name: 'Của tôi', briefing: 'national' } as const;

let application: Application;
let client: Client;
const folder = freshFolder();
const told: (readonly Topic[])[] = [];

beforeAll(async () => {
  application = await createApp({
    dataFolder: filledFolder(),
    restart: () => undefined,
    openWorkspace: async () => null,
  });
  client = application.client;
  void (async () => {
    for await (const event of application.context.events.subscribe(undefined))
      if (event.kind === 'changed') told.push(event.topics);
  })();
});
afterAll(() => application.close());

const csv = (name: string) =>
  new File([`cut,unit_code,indicator,value\n${WEEK},11629,devices,1\n`, `\n`.repeat(name.length)], name);
const keep = async (name: string) => (await client.intake.inspect({ file: csv(name), keep: true })).id ?? '';
const commit = async (id: string) => outcomeOf(await client.intake.commit({ id, who: WHO }));
const act = async () => {
  const { alerts } = await client.alerts.list({ limit: 1 });
  return { ids: alerts.map(({ id }) => id), who: WHO, note: 'Đã giao' };
};
const template = () => ({ ...TEMPLATE, pages: [{ kind: 'built-in' as const, id: 'map' }] });
const watched = () => {
  const path = join(folder, 'watched');
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'a.csv'), '');
  return client.watch.choose({ folder: path, who: WHO });
};
const takeUnits = async () => {
  const path = join(folder, 'units.csv');
  writeFileSync(path, 'day,document,act,code,name\n2026-03-01,1/NQ,rename,11629,Tên Mới\n');
  return outcomeOf(await client.units.takeActs({ place: { path }, who: WHO }));
};
/** A copy to practise on is made of a real one only. */
const copied = async () => {
  await application.context.write((database) =>
    database.exec(`UPDATE workspace SET kind = 'real', name = 'A'`),
  );
  return client.workspace.copy({ folder: join(folder, 'copied') });
};
/** A week that has opened, for which nothing came. */
const emptyWeek = () =>
  application.context.write((database) => {
    database.exec(`INSERT OR IGNORE INTO cut (code, kind, start, as_of, due_at) VALUES
      ('week-2026-01-05', 'week', '2025-12-30', '2026-01-05T09:00:00.000Z', '2026-01-05T09:00:00.000Z')`);
    return 'week-2026-01-05';
  });
const ENTRY = { who: WHO, unit: '31', cut: WEEK };
const typed = () =>
  client.entry.save({
    ...ENTRY,
    cells: [{ unit: '11629', indicator: 'devices', part: 'value', text: '1' }],
  });
const ofUnknownColumn = async () => {
  const file = new File(['Mã xã;Thiết bị số;Gì đó\n11629;Có;1\n'], 'a.csv');
  const answers = { 'column:gi do': 'ignored' };
  return (await client.intake.inspect({ file, cut: WEEK, answers })).id ?? '';
};
const key = (name: string) => client.snapshots.keys.make({ name, replace: true });

/** Every procedure that writes, by its name, done once. */
const WRITES: Readonly<Record<string, () => Promise<unknown>>> = {
  'alerts.acknowledge': async () => client.alerts.acknowledge(await act()),
  'alerts.snooze': async () => client.alerts.snooze(await act()),
  'alerts.wake': async () => client.alerts.wake(await act()),
  'alerts.note': async () => client.alerts.note(await act()),
  'alerts.saveFilter': () => client.alerts.saveFilter({ name: 'Hà Nội', filter: {} }),
  'alerts.removeFilter': () => client.alerts.removeFilter({ name: 'Hà Nội' }),
  'backups.make': () => client.backups.make({}),
  'backups.restore': async () => client.backups.restore({ name: (await client.backups.make({})).name }),
  'briefing.setBrand': () => client.briefing.setBrand({ organisation: 'Ban Chỉ đạo' }),
  'briefing.saveTemplate': () => client.briefing.saveTemplate(template()),
  'briefing.removeTemplate': () => client.briefing.removeTemplate({ name: TEMPLATE.name }),
  'calendar.change': () =>
    client.calendar.change({ from: '2026-01-01', schedule: NO_CUTS, who: WHO, note: 'Nghỉ' }),
  'calendar.add': () => client.calendar.add({ cut: NEAR, who: WHO }),
  'calendar.label': () => client.calendar.label({ cut: WEEK, label: 'Tuần cuối năm', who: WHO }),
  'calendar.moveDue': () =>
    client.calendar.moveDue({ cut: WEEK, dueAt: '2026-01-30T09:00:00Z', who: WHO, reason: 'Nghỉ lễ' }),
  'calendar.remove': () => client.calendar.remove({ cut: NEAR, who: WHO }),
  'entry.save': typed,
  'entry.discard': () => typed().then(() => client.entry.discard(ENTRY)),
  'entry.commit': async () => {
    await typed();
    const { revision } = await client.entry.preview(ENTRY);
    return outcomeOf(await client.entry.commit({ ...ENTRY, revision, confirmed: true }));
  },
  'intake.inspect': () => keep('a.csv'),
  'intake.revise': async () => client.intake.revise({ id: await keep('bb.csv') }),
  'intake.discard': async () => client.intake.discard({ id: await keep('ccc.csv') }),
  'intake.commit': async () => commit(await keep('dddd.csv')),
  'intake.undo': async () => {
    const { result } = await commit(await keep('eeeee.csv'));
    return client.intake.undo({ run: result.run, who: WHO });
  },
  'intake.close': () => client.intake.close({ cut: WEEK, who: WHO }),
  'intake.reopen': () => client.intake.reopen({ cut: WEEK, who: WHO, reason: 'Đính chính' }),
  'picture.back': async () => {
    await client.intake.close({ cut: await emptyWeek(), who: WHO, anyway: true });
    return client.picture.back({ cut: await emptyWeek(), who: WHO, reason: 'Chốt nhầm' });
  },
  'picture.wait': () => client.picture.wait({ cut: WEEK, who: WHO }),
  'plan.save': async () => {
    const { plan, revision } = await client.plan.get({});
    const renamed = { ...plan, shortName: 'Kế hoạch đổi tên' };
    const draft = { plan: renamed, base: revision.version, from: '2026-01-01' };
    return outcomeOf(await client.plan.save({ ...draft, who: WHO, note: 'Thử' }));
  },
  // Closed for the sake of picture.back.
  'plan.judgeAnew': async () => client.plan.judgeAnew({ cut: await emptyWeek(), who: WHO, reason: 'Thử' }),
  'recipes.save': async () =>
    client.recipes.save({ id: await ofUnknownColumn(), sheet: 'a.csv', name: 'Bảng', who: WHO }),
  'recipes.import': async () =>
    client.recipes.import({ text: (await client.recipes.export({ name: 'Bảng' })).text, who: WHO }),
  'recipes.rename': () => client.recipes.rename({ name: 'Bảng', to: 'Biểu', who: WHO }),
  'recipes.remove': () => client.recipes.remove({ name: 'Biểu', who: WHO }),
  'rules.save': async () => {
    const { rules } = await client.rules.get({});
    return outcomeOf(await client.rules.save({ rules, who: WHO, note: 'Thử' }));
  },
  'rules.activate': async () => outcomeOf(await client.rules.activate({ version: 1, who: WHO })),
  'settings.set': () => client.settings.set({ personName: WHO }),
  'staff.put': () => client.staff.put({ name: WHO, duty: '', who: WHO }),
  'staff.remove': () => client.staff.remove({ name: WHO, who: WHO }),
  'snapshots.create': () => makeSnapshot(application, { province: '31', cuts: ['2025-12-29'] }),
  'snapshots.import': async () => {
    const { made } = await makeSnapshot(application, { province: '31', cuts: ['2025-12-29'] });
    const { id } = await openSnapshot(client, { path: made.file });
    return client.snapshots.import({ id, who: WHO });
  },
  'snapshots.keys.make': () => key('An'),
  'snapshots.keys.trust': async () =>
    key('An').then(async () =>
      client.snapshots.keys.trust({ text: (await client.snapshots.keys.export()).text }),
    ),
  'snapshots.keys.distrust': async () =>
    client.snapshots.keys.distrust({ fingerprint: (await key('Bình')).fingerprint }),
  'units.takeActs': takeUnits,
  'units.undoActs': async () => {
    const [act] = await client.units.acts();
    return outcomeOf(await client.units.undoActs({ id: act?.id ?? '', who: WHO, reason: 'Thử' }));
  },
  'watch.choose': watched,
  'watch.change': async () => watched().then(() => client.watch.change({ isPaused: true, who: WHO })),
  'watch.once': async () => watched().then(() => client.watch.once()),
  'workspace.create': () => client.workspace.create({ name: 'B', folder: join(folder, 'begun') }),
  'workspace.copy': copied,
  'workspace.open': () => client.workspace.open({ folder: join(folder, 'begun') }),
  'watch.forget': () => client.watch.forget(),
};

const writing = listProcedures(contract).filter(({ writes }) => writes.length > 0);

it('is done here by every procedure that is marked so', () => {
  expect(Object.keys(WRITES).toSorted()).toEqual(writing.map(({ name }) => name).toSorted());
});

describe('a procedure that writes', () => {
  it.each(writing)('$name tells $writes when it is done', async ({ name, writes }) => {
    const before = told.length;
    await WRITES[name]?.();
    await expect.poll(() => told.slice(before)).toContainEqual(writes);
  });

  it('is refused while a snapshot is looked at, whatever it is asked, and tells nothing', async () => {
    const { made } = await makeSnapshot(application, { province: '31', cuts: ['2025-12-22'] });
    const { id } = await openSnapshot(client, { path: made.file });
    const looking = createRouterClient(application.router, {
      context: { ...application.context, source: id },
    });
    const saving = looking.rules.save({ rules: (await client.rules.get({})).rules, who: WHO, note: 'Thử' });
    for (const refused of [
      saving,
      makeSnapshot({ client: looking }, {}),
      looking.settings.set({}),
      looking.intake.inspect({ file: csv('f.csv') }),
      looking.entry.save({ ...ENTRY, cells: [] }),
      looking.alerts.note(await act()),
      looking.snapshots.keys.make({ name: 'Chi' }),
    ])
      await expect(refused).rejects.toMatchObject({ code: 'SNAPSHOT_READ_ONLY' });
  });
});
