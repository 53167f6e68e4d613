import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import Sqlite from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { JUDGEMENT_VERSION } from '#main/core/judge/judgement/version.ts';
import { openSigner } from '#main/core/take/snapshots/keys/key-file.ts';
import { compare } from '#main/hosts/cli/commands/compare.ts';
import { importFiles } from '#main/hosts/cli/commands/import.ts';
import { snapshot } from '#main/hosts/cli/commands/snapshot.ts';
import type { Client } from '#shared/contract/contract.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import type { SnapshotReport } from '#shared/contract/snapshots.ts';
import { writeFormat1 } from '#tests/fixtures/snapshots/format-1-file.ts';
import { makeSnapshot, openSnapshot, verifySnapshot } from '#tests/fixtures/snapshots/good-file.ts';
import { reseal } from '#tests/fixtures/snapshots/hostile-files.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';

const TOLD = 'Tệp do phiên bản cũ ghi: trạng thái được tính lại theo quy tắc hiện nay.';
const CUT = '2025-12-29';
/** What no rules of today make of the figures: every third colour, sum and alert. */
const JUDGED_OTHERWISE = `
  UPDATE unit_status SET reported = 'red', operating = 'green' WHERE unit_id % 3 = 0;
  UPDATE task_status SET schedule = 'notReported' WHERE unit_id % 3 = 0;
  UPDATE figure_total SET reported = 0, numerator = 0 WHERE unit_id % 3 = 0;
  UPDATE alert_reading SET severity = 'notice', held = 1 WHERE alert_id % 3 = 0;
  DELETE FROM alert_event WHERE alert_id % 5 = 0 AND who IS NULL;
  DELETE FROM alert_reading WHERE alert_id % 5 = 0 AND alert_id NOT IN (SELECT alert_id FROM alert_event);
  DELETE FROM alert WHERE id NOT IN (SELECT alert_id FROM alert_reading);
  UPDATE manifest SET body = json_set(body, '$.counts.alert', (SELECT count(*) FROM alert),
    '$.counts.alert_reading', (SELECT count(*) FROM alert_reading),
    '$.counts.alert_event', (SELECT count(*) FROM alert_event))`;

/** For rows that have bounds, which formats before the second had not: a colour made by hand is certain. */
const CERTAIN = `
  UPDATE unit_status SET reported = CASE reported WHEN 'undetermined' THEN reported_at_least ELSE reported END,
    operating = CASE operating WHEN 'undetermined' THEN operating_at_least ELSE operating END,
    reported_at_least = NULL, reported_at_most = NULL, operating_at_least = NULL, operating_at_most = NULL`;

let application: Application;
let client: Client;
let folder: string;
let newest: string;
let acknowledged: string;

beforeAll(async () => {
  application = await createApp({ dataFolder: filledFolder() });
  client = application.client;
  folder = freshFolder();
  const { alerts } = await client.alerts.list({ cut: CUT, limit: 1, states: ['firing'], unit: '31' });
  acknowledged = alerts[0]?.id ?? '';
  await client.alerts.acknowledge({ ids: [acknowledged], who: 'An', note: 'Đã gọi' });
  newest = join(folder, 'mới.kh02');
  await makeSnapshot(application, { province: '31', to: newest });
});
afterEach(async () => {
  for (const { id } of await client.snapshots.opened()) await client.snapshots.close({ id });
});
afterAll(() => application.close());

const reading = (source: string): Client =>
  createRouterClient(application.router, { context: { ...application.context, source } });

/** A copy of a file with something put into it, whole again. */
async function changed(from: string, name: string, sql: string): Promise<string> {
  const path = join(folder, name);
  copyFileSync(from, path);
  const file = new Sqlite(path);
  file.pragma('foreign_keys = OFF');
  file.exec(sql);
  file.close();
  await reseal(path);
  return path;
}

async function format1(name: string): Promise<string> {
  const path = join(folder, name);
  await writeFormat1(newest, path);
  return changed(path, `khác ${name}`, JUDGED_OTHERWISE);
}

const withJudgement = (version: number) =>
  `${CERTAIN}; ${JUDGED_OTHERWISE}; UPDATE manifest SET body = json_set(body, '$.judgement', ${version})`;

async function opened(path: string): Promise<{ report: SnapshotReport; look: Client; steps: Set<string> }> {
  const steps = new Set<string>();
  const outcome = await outcomeOf(await client.snapshots.open({ path }), ({ step }) => steps.add(step));
  return { report: outcome.opened.report, look: reading(outcome.opened.id), steps };
}

const QUESTIONS: Readonly<Record<string, (one: Client) => Promise<unknown>>> = {
  'the country': (one) => one.status.get({ cut: CUT }),
  'a province': (one) => one.status.get({ cut: CUT, unit: '31' }),
  'the course': (one) => one.status.history({}),
  'a commune': (one) => one.units.profile({ code: '11629' }),
  'the map': (one) => one.map.statuses({ level: 'commune' }),
  'the gap list': (one) => one.gap.get({}),
  alerts: (one) => one.alerts.list({ cut: CUT }),
};

describe.each([
  ['of format 1', () => format1('cũ.kh02')],
  [
    'of the newest format and an older judgement',
    () => changed(newest, 'phán cũ.kh02', withJudgement(JUDGEMENT_VERSION - 1)),
  ],
])('a file %s', (_, make) => {
  let path: string;
  beforeAll(async () => {
    path = await make();
  });

  it('is judged by the rules of today while it is loaded, and says so', async () => {
    const file = await opened(path);
    expect(file.report).toMatchObject({ verdict: 'unsigned', isJudgedAnew: true });
    expect((await verifySnapshot(client, path)).isJudgedAnew).toBe(true);
    expect(file.steps).toContain('judge');
    const sources = await client.compare.sources();
    expect(sources.map((one) => one.file?.isJudgedAnew)).toContain(true);
  });

  it('answers as a file that was judged by them', async () => {
    const [anew, kept] = [await opened(path), await opened(newest)];
    expect([anew.report.isJudgedAnew, kept.report.isJudgedAnew]).toEqual([true, false]);
    for (const [name, ask] of Object.entries(QUESTIONS)) {
      expect([name, await ask(anew.look)]).toEqual([name, await ask(kept.look)]);
    }
  });

  it('keeps what people did about alerts', async () => {
    const { look } = await opened(path);
    const { alerts } = await look.alerts.list({ cut: CUT, states: ['acknowledged'] });
    expect(alerts.map(({ id }) => id)).toEqual([acknowledged]);
  });

  it('is itself left as it was, and compares by the rules of today', async () => {
    const before = await verifySnapshot(client, path);
    await opened(path);
    const [source] = (await client.compare.sources()).filter((one) => one.file?.isJudgedAnew === true);
    const asked = { from: 'week-2025-12-29', to: 'week-2025-12-29', toSource: source?.id };
    expect(await client.compare.cuts(asked)).toMatchObject({ improved: [], regressed: [] });
    expect((await verifySnapshot(client, path)).sha256).toBe(before.sha256);
  });
});

it('a file of the whole country comes to what the workspace says', async () => {
  const country = join(folder, 'cả nước.kh02');
  await makeSnapshot(application, { to: country });
  const path = join(folder, 'cả nước cũ.kh02');
  await writeFormat1(country, path);
  const { look } = await opened(await changed(path, 'cả nước khác.kh02', JUDGED_OTHERWISE));
  for (const [name, ask] of Object.entries(QUESTIONS)) {
    expect([name, await ask(look)]).toEqual([name, await ask(client)]);
  }
});

it.each([JUDGEMENT_VERSION, JUDGEMENT_VERSION + 1])(
  'a file of judgement %i is shown as it is',
  async (version) => {
    const path = await changed(newest, `phán ${version}.kh02`, withJudgement(version));
    const { report, look, steps } = await opened(path);
    expect(report).toMatchObject({ verdict: 'unsigned', isJudgedAnew: false });
    expect(steps).not.toContain('judge');
    const ask = (one: Client) => one.status.get({ cut: CUT, unit: '31' });
    expect(await ask(look)).not.toEqual(await ask((await opened(newest)).look));
  },
);

it('rows that cannot be judged keep a file out, whoever signed it, and nothing is left of it', async () => {
  await client.snapshots.keys.make({ name: 'Ban Chỉ đạo' });
  const path = join(folder, 'không tính được.kh02');
  await writeFormat1(newest, path);
  const spoiled = await changed(path, 'luật hỏng.kh02', 'DELETE FROM rule_set');
  await reseal(spoiled, openSigner(application.context.dataFolder, undefined));
  expect(await verifySnapshot(client, spoiled)).toMatchObject({ verdict: 'verified', isJudgedAnew: true });
  const opening = openSnapshot(client, { path: spoiled });
  await expect(opening).rejects.toMatchObject({ code: 'SNAPSHOT_REFUSED' });
  expect(await client.snapshots.opened()).toEqual([]);
  expect(readdirSync(join(application.context.dataFolder, 'open-snapshots'))).toEqual([]);
});

describe('the command line', () => {
  it('says it of a file that it looks at, takes in or compares', async () => {
    const path = await format1('dòng lệnh.kh02');
    const data = filledFolder();
    const info = (await snapshot(['info', path, '--data', data])) as { text: string };
    expect(info.text.split('\n')).toContain(TOLD);
    const json = (await snapshot(['verify', path, '--data', data, '--json'])) as { text: string };
    expect(JSON.parse(json.text)).toMatchObject({ isJudgedAnew: true, format: 1 });
    const taken = (await importFiles([path, '--data', data, '--dry-run', '--json'])) as { text: string };
    expect(JSON.parse(taken.text)).toMatchObject({
      problems: [{ severity: 'warning', code: 'FILE_JUDGED_ANEW', message: TOLD }],
    });
    const told: string[] = [];
    const write = process.stderr.write.bind(process.stderr);
    process.stderr.write = (text) => told.push(String(text)) > 0;
    try {
      await compare([CUT, CUT, '--from-file', path, '--data', data]);
    } finally {
      process.stderr.write = write;
    }
    expect(told.join('')).toContain(`${path}: ${TOLD}`);
  });
});
