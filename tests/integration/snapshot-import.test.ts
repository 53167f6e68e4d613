import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import type { Client } from '#shared/contract/contract.ts';
import { makeSnapshot, openSnapshot } from '#tests/fixtures/snapshots/good-file.ts';
import { reseal } from '#tests/fixtures/snapshots/hostile-files.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';

const CUT = 'week-2025-09-01';
let folder: string;
let sent: string;

/** A province's file whose reports in words differ from the built-in ones: changed, new and gone. */
async function makeFile(name: string, statements: string): Promise<string> {
  const maker = await createApp({ dataFolder: filledFolder() });
  await maker.context.write((database) => database.exec(statements));
  const path = join(folder, name);
  await makeSnapshot(maker, { province: '31', cuts: [CUT], to: path });
  await maker.close();
  return path;
}

const IN_31 = `unit_id IN (SELECT id FROM unit WHERE code = '31' OR parent_id = (SELECT id FROM unit WHERE code = '31'))`;
const ONE_TASK = `(cut_id, task_id, unit_id) = (SELECT cut_id, task_id, unit_id FROM task_report
  WHERE cut_id = (SELECT id FROM cut WHERE code = '${CUT}') AND ${IN_31} AND state <> 'blocked' LIMIT 1)`;
const BY_DAY = `reported_on <= '2025-09-01'`;

beforeAll(async () => {
  folder = freshFolder();
  sent = await makeFile(
    'báo cáo.kh02',
    `UPDATE task_report SET state = 'blocked', done_on = NULL, note = 'Chờ vốn' WHERE ${ONE_TASK};
     UPDATE difficulty SET text = 'Đã nói lại cho rõ' WHERE id = (SELECT id FROM difficulty WHERE ${IN_31} AND ${BY_DAY} LIMIT 1);
     INSERT INTO document (uuid, unit_id, task_id, kind, number, title, issued_on, run_id)
       SELECT '00000000-0000-4000-8000-000000000031', id, NULL, 'dispatch', '77/CV', 'Công văn đôn đốc', '2025-08-30', 1
       FROM unit WHERE code = '31';`,
  );
});

/** Everything in words that stands in a workspace, and whose word it is. */
function wordsOf({ context }: Application): unknown {
  const sorted = { task_report: 'cut_id, task_id, unit_id', difficulty: 'uuid', document: 'uuid' };
  return Object.entries(sorted).map(([table, order]) => {
    const rows = context.read.prepare(`SELECT * FROM ${table} ORDER BY ${order}`).all() as { id?: number }[];
    return rows.map(({ id: _, ...row }) => row);
  });
}

const countsOf = (client: Client, id: string) =>
  client.snapshots
    .preview({ id })
    .then(({ reports }) => reports.map(({ added, changed }) => [added, changed]));

describe('reports in words of a file', () => {
  let application: Application;
  let client: Client;
  beforeAll(async () => {
    application = await createApp({ dataFolder: filledFolder() });
    client = application.client;
  });
  afterAll(() => application.close());

  it('are shown one by one beside those here, and nothing is written by it', async () => {
    const before = wordsOf(application);
    const { id } = await openSnapshot(client, { path: sent });
    const preview = await client.snapshots.preview({ id });
    expect(preview).toMatchObject({ figures: { added: 0, changed: 0 }, seen: null });
    expect(preview.reports.map(({ kind, added, changed }) => ({ kind, added, changed }))).toEqual([
      { kind: 'taskReport', added: 0, changed: 1 },
      { kind: 'difficulty', added: 0, changed: 1 },
      { kind: 'document', added: 1, changed: 0 },
    ]);
    const [task, difficulty, document] = preview.changes;
    expect(task).toMatchObject({ kind: 'taskReport', cut: CUT, now: { state: 'blocked', note: 'Chờ vốn' } });
    expect(task?.before?.state).not.toBe('blocked');
    expect(difficulty?.now.text).toBe('Đã nói lại cho rõ');
    expect(document).toMatchObject({ kind: 'document', unit: '31', before: null });
    expect(wordsOf(application)).toEqual(before);
  });

  it('come in as one import with its source, count in the colours, and go out again without a trace', async () => {
    const before = wordsOf(application);
    const { id, report } = await openSnapshot(client, { path: sent });
    const imported = await client.snapshots.import({ id, who: 'An' });
    expect(imported.reports.map(({ added, changed }) => [added, changed])).toEqual([
      [0, 1],
      [0, 1],
      [1, 0],
    ]);
    const documents = await client.units.profile({ code: '31', cut: CUT });
    expect(JSON.stringify(documents)).toContain('Công văn đôn đốc');
    const source = application.context.read
      .prepare(`SELECT source.name, source.sha256, run.kind, run.who FROM import_run AS run
        JOIN source ON source.id = run.source_id WHERE run.uuid = ?`)
      .get(imported.run);
    expect(source).toEqual({ name: 'báo cáo.kh02', sha256: report.sha256, kind: 'snapshot', who: 'An' });
    expect(await countsOf(client, id)).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect((await client.snapshots.preview({ id })).seen).toMatchObject({ run: imported.run, who: 'An' });

    const undone = await client.intake.undo({ run: imported.run, who: 'An' });
    expect(undone).toMatchObject({ restored: 2, removed: 1 });
    expect(wordsOf(application)).toEqual(before);
    expect((await client.snapshots.preview({ id })).seen).toBeNull();
  });

  it('are what they would be without an earlier import that is undone after a later one', async () => {
    const later = await makeFile(
      'sau.kh02',
      `UPDATE task_report SET state = 'blocked', done_on = NULL, note = 'Vẫn chờ' WHERE ${ONE_TASK};`,
    );
    const before = wordsOf(application);
    const [one, two] = [
      await openSnapshot(client, { path: sent }),
      await openSnapshot(client, { path: later }),
    ];
    const first = await client.snapshots.import({ id: one.id, who: 'An' });
    const second = await client.snapshots.import({ id: two.id, who: 'Bình' });
    await client.intake.undo({ run: first.run, who: 'An' });
    expect(await countsOf(client, two.id)).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    await client.intake.undo({ run: second.run, who: 'Bình' });
    expect(wordsOf(application)).toEqual(before);
  });

  it('stay outside, all of them, when one speaks of a task that is not known here', async () => {
    const path = join(folder, 'lạ.kh02');
    await makeSnapshot(application, { province: '31', cuts: [CUT], to: path });
    const file = new Sqlite(path);
    file.exec(`UPDATE task SET code = '99.99' WHERE id = (SELECT task_id FROM task_report LIMIT 1)`);
    file.close();
    await reseal(path);
    const before = wordsOf(application);
    const { id } = await openSnapshot(client, { path });
    const importing = client.snapshots.import({ id, who: 'An' });
    await expect(importing).rejects.toMatchObject({
      code: 'TASK_UNKNOWN',
      data: { values: { code: '99.99' } },
    });
    expect(wordsOf(application)).toEqual(before);
  });
});
