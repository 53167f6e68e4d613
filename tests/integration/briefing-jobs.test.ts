import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Engine, startEngine } from '#main/hosts/engine/engine.ts';
import type { Client } from '#shared/contract/contract.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';
import { engineClient } from '#tests/setup/engine-client.ts';

const MOMENT = 'moment-2025-07-31T1600';
let engine: Engine;
let client: Client;

beforeAll(async () => {
  engine = await startEngine({ dataFolder: filledFolder() });
  client = engineClient(engine);
});
afterAll(() => engine.close());

async function exported(input: Parameters<Client['briefing']['export']>[0]) {
  for await (const event of await client.briefing.export(input)) if (event.kind === 'done') return event;
  throw new Error('no end');
}

async function fetched(id: string): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const piece of await client.briefing.download({ id })) parts.push(Buffer.from(piece, 'base64'));
  return Buffer.concat(parts);
}

it('describes a briefing as plain data that the preview draws', async () => {
  const found = await client.briefing.describe({ briefing: 'national', cut: MOMENT });
  expect(found.pages).toHaveLength(12);
  expect(found.pages[0]?.marks).toBe('SỐ LIỆU MINH HỌA');
  const types = new Set(
    found.pages.flatMap((page) => page.rows.flatMap((row) => row.cells.map((cell) => cell.block.type))),
  );
  expect([...types].sort()).toEqual(['chart', 'figures', 'headline', 'map', 'table', 'text']);
});

it('refuses a province briefing without a province, and an unknown page', async () => {
  await expect(client.briefing.describe({ briefing: 'province' })).rejects.toMatchObject({
    code: 'INPUT_INVALID',
  });
  const input = { briefing: 'gap' as const, format: 'deck' as const, pages: [{ id: 'nowhere' }] };
  await expect(exported(input)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
});

it('writes the chosen pages in their order with own words and an added chart, to be downloaded once', async () => {
  const chart = {
    title: 'Biểu đồ thêm từ màn hình',
    form: 'bars',
    axis: { kind: 'units', name: 'Tỉnh', points: ['Hà Nội', 'Hải Phòng'] },
    asOf: MOMENT,
    unit: 'percent',
    series: [{ name: 'Độ phủ', tone: 'green', values: [0.5, 0.75] }],
  } as const;
  const done = await exported({
    briefing: 'national',
    cut: MOMENT,
    format: 'deck',
    pages: [
      { id: 'forecast', title: 'Dự báo của chúng tôi', notes: ['Nói chậm'] },
      { id: 'own-1', figure: { cut: MOMENT, block: { type: 'chart', chart } } },
      { id: 'situation' },
    ],
  });
  expect(done.pages).toBe(3);
  const files = unzipSync(await fetched(done.download ?? ''));
  const slide = (number: number): string =>
    Buffer.from(files[`ppt/slides/slide${number}.xml`] ?? []).toString();
  expect(slide(1)).toContain('Dự báo của chúng tôi');
  expect(slide(2)).toContain('Biểu đồ thêm từ màn hình');
  expect(slide(2)).toContain('Số liệu đến 31/07/2025 16:00');
  expect(Object.keys(files)).not.toContain('ppt/slides/slide4.xml');
  await expect(fetched(done.download ?? '')).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
});

it('answers screens while province sheets are made, and stops making them when asked to', async () => {
  const stop = new AbortController();
  const events = await client.briefing.provinces({ format: 'pdf' }, { signal: stop.signal });
  let steps = 0;
  const listening = (async () => {
    for await (const event of events) {
      if (event.kind === 'progress') steps += 1;
      if (steps === 2) {
        await client.status.get({});
        stop.abort();
      }
    }
  })();
  await expect(listening).rejects.toBeDefined();
  expect(steps).toBeLessThan(34);
});

it('keeps templates by name', async () => {
  const template = {
    format: 'kh02-briefing-template' as const,
    name: 'Họp giao ban',
    briefing: 'national' as const,
    pages: [{ id: 'map' }],
  };
  expect(await client.briefing.saveTemplate(template)).toEqual([template]);
  expect(await client.briefing.templates()).toEqual([template]);
  expect(await client.briefing.removeTemplate({ name: template.name })).toEqual([]);
});
