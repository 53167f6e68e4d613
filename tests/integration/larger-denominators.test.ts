import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { unitFigures } from '#main/core/figures/totals-store.ts';
import { requireCut } from '#main/core/ground/cuts/lookup.ts';
import { SETTLE_MS } from '#main/core/take/watch/settle.ts';
import { importFiles } from '#main/hosts/cli/commands/import.ts';
import { SEEN_AGAIN, SEEN_QUESTION, SIZE_CONFIRMED, SIZE_QUESTION } from '#shared/contract/choices.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';

const MONTH = 'month-2025-12';
const UNIT = '11629';
const NEIGHBOUR = '11635';
const ANSWER = { [SIZE_QUESTION]: SIZE_CONFIRMED };

let application: Application;
let nowMs = Date.parse('2026-01-05T03:00:00.000Z');
const open = async (dataFolder: string) => {
  application = await createApp({ dataFolder, clock: () => new Date(nowMs) });
};
beforeEach(() => open(filledFolder()));
afterEach(() => application.close());

const history = (unit: string, cut = MONTH) =>
  application.client.intake.history({ cut, unit, indicator: 'applications_online' });
const inForce = async (unit: string) => (await history(unit))[0]?.denominator;

/** The largest denominator of the months before, held for so much more than itself (decision 0048). */
async function sizeOf(unit: string): Promise<number> {
  const months = ['07', '08', '09', '10', '11'].map((month) => `month-2025-${month}`);
  const values = (await Promise.all(months.map((month) => history(unit, month)))).flat();
  return Math.max(...values.map(({ denominator }) => denominator ?? 0)) * 1.5;
}

const csv = (rows: Readonly<Record<string, number>>) =>
  [
    'cut,unit_code,indicator,numerator,denominator',
    ...Object.entries(rows).map(([unit, files]) => `${MONTH},${unit},applications_online,1,${files}`),
  ].join('\n');

async function look(rows: Readonly<Record<string, number>>, answers = {}) {
  const { client } = application;
  return await client.intake.inspect({ file: new File([csv(rows)], 'a.csv'), answers });
}

async function take(id: string | null, acceptValid = false): Promise<void> {
  for await (const _ of await application.client.intake.commit({ id: id ?? '', who: 'An', acceptValid }));
}

describe('a denominator larger than all that is known of its commune', () => {
  it('is asked about, left out until somebody says that it is right, and not asked about again', async () => {
    const larger = Math.floor(await sizeOf(UNIT)) + 1;
    const before = await inForce(UNIT);
    const rows = { [UNIT]: larger, [NEIGHBOUR]: 1 };
    const asked = await look(rows);
    expect(asked).toMatchObject({
      outcome: 'questions',
      figures: 1,
      questions: [{ code: 'DENOMINATORS_OUTGROWN', rows: 1, values: { count: 1, unit: UNIT, now: larger } }],
    });
    expect(asked.problems).toMatchObject([
      { code: 'DENOMINATOR_OUTGROWN', severity: 'question', row: 2, values: { size: larger - 1 } },
    ]);
    await expect(take(asked.id)).rejects.toMatchObject({ code: 'IMPORT_NOT_READY' });
    await take(asked.id, true);
    expect([await inForce(UNIT), await inForce(NEIGHBOUR)]).toEqual([before, 1]);
    // The very bytes were taken in without it: that is asked as well.
    const confirmed = await look(rows, { ...ANSWER, [SEEN_QUESTION]: SEEN_AGAIN });
    expect(confirmed.outcome).toBe('ready');
    expect(confirmed.problems.map(({ code, severity }) => [code, severity])).toContainEqual([
      'DENOMINATOR_OUTGROWN',
      'warning',
    ]);
    await take(confirmed.id);
    expect(await inForce(UNIT)).toBe(larger);
    expect((await look({ ...rows, [NEIGHBOUR]: 2 })).questions).toEqual([]);
  });

  it('is none at its size, and the question names the one that leaps the furthest', async () => {
    const [own, next] = [Math.floor(await sizeOf(UNIT)), Math.floor(await sizeOf(NEIGHBOUR))];
    expect((await look({ [UNIT]: own, [NEIGHBOUR]: next })).questions).toEqual([]);
    const { questions } = await look({ [UNIT]: own + 1, [NEIGHBOUR]: next * 20 });
    expect(questions).toMatchObject([{ values: { count: 2, unit: NEIGHBOUR, size: next } }]);
  });

  it('keeps a sum open at its lower end although it was confirmed: silence would else be better', async () => {
    await take((await look({ [UNIT]: 100_000 }, ANSWER)).id);
    const { read } = application.context;
    const asked = { of: 'outputs', unit: '31', indicator: 'applications_online' } as const;
    const [sum] = unitFigures(read, requireCut(read, MONTH), asked);
    expect(sum?.bounds?.low).toBeGreaterThan((sum?.value ?? 1) + 0.1);
  });
});

describe('the same file', () => {
  it('waits in a folder that takes clean files', async () => {
    const { client } = application;
    const folder = freshFolder();
    await client.watch.choose({ folder, policy: 'clean', who: 'Trực ban' });
    writeFileSync(join(folder, 'a.csv'), csv({ [UNIT]: 100_000 }));
    await application.watch.look();
    nowMs += SETTLE_MS;
    await application.watch.look();
    const { files } = await client.watch.state({ files: 1 });
    expect(files).toMatchObject([{ outcome: 'waiting', reason: { code: 'watch.reason.questions' } }]);
    const [waiting] = await client.intake.inbox();
    const { id, outcome } = await client.intake.revise({ id: waiting?.id ?? '', answers: ANSWER });
    expect(outcome).toBe('ready');
    await take(id);
    expect(await inForce(UNIT)).toBe(100_000);
  });

  it('comes in by the command line with --larger only', async () => {
    const { dataFolder } = application.context;
    const path = join(freshFolder(), 'a.csv');
    writeFileSync(path, csv({ [UNIT]: 100_000 }));
    await application.close();
    const words = [path, '--data', dataFolder, '--json', '--who', 'An'];
    const asked = (await importFiles(words)) as { text: string; exitCode: number };
    expect(asked.exitCode).toBe(1);
    expect(JSON.parse(asked.text)).toMatchObject({
      outcome: 'questions',
      questions: [{ text: expect.stringContaining('--larger') as string }],
    });
    const taken = (await importFiles([...words, '--larger'])) as { text: string };
    expect(JSON.parse(taken.text)).toMatchObject({ outcome: 'committed', changed: 1 });
    await open(dataFolder);
    expect(await inForce(UNIT)).toBe(100_000);
  });
});

it('is asked about in the entry grid as well', async () => {
  const cell = (part: 'numerator' | 'denominator', text: string) => ({
    ...{ unit: UNIT, indicator: 'applications_online', part, text },
  });
  const typed = async (files: number) => {
    const cells = [cell('numerator', '1'), cell('denominator', String(files))];
    const { verdicts } = await application.client.entry.check({ unit: '31', cut: MONTH, cells });
    return verdicts.map(({ code }) => code).filter((code) => code === 'DENOMINATOR_OUTGROWN');
  };
  const own = Math.floor(await sizeOf(UNIT));
  expect([await typed(own), await typed(own + 1)]).toEqual([[], ['DENOMINATOR_OUTGROWN']]);
});
