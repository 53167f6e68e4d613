import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, startEngine } from '#main/hosts/engine/engine.ts';
import type { MapSpecDto, PageChoiceDto } from '#shared/contract/briefing-page.ts';
import type { Client } from '#shared/contract/contract.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { engineClient } from '#tests/setup/engine-client.ts';
import { pdfContents, pdfPages } from './briefing-pdf-text.ts';

const MOMENT = 'moment-2025-07-31T1600';
let engine: Engine;
let client: Client;

beforeAll(async () => {
  engine = await startEngine({ dataFolder: filledFolder() });
  client = engineClient(engine);
});
afterAll(() => engine.close());

/** The map of all communes as the map screen hands it over, with every kind of fill. */
async function communeMap(): Promise<MapSpecDto> {
  const { codes } = await client.map.statuses({ cut: MOMENT, level: 'commune' });
  const fills = [
    { label: 'Xanh', colour: '#2E9E83' },
    { label: 'Vàng', colour: '#E3B23C', pattern: 'dots' },
    { label: 'Đỏ', colour: '#C8443C', pattern: 'crossHatch' },
    { label: 'Chưa báo cáo', colour: null },
    { label: 'Không áp dụng', colour: '#D9DEE5', pattern: 'lines' },
    { label: 'Chưa đến hạn', colour: '#D9DEE5', pattern: 'dashes' },
  ] as const;
  return {
    level: 'commune',
    description: 'Bản đồ 3.321 xã, phường, đặc khu',
    areas: codes.map((code, at) => {
      const { label, ...fill } = fills[at % fills.length] ?? fills[0];
      return { code, name: code, value: label, ...fill };
    }),
    format: 'text',
    legendTitle: 'Trạng thái',
    legend: fills.map((fill) => ({ ...fill, count: '554' })),
    labels: [],
    archipelagoNames: { '20333': 'Đặc khu Hoàng Sa', '22736': 'Đặc khu Trường Sa' },
  };
}

/** A briefing with that map on its second page. */
async function pages(): Promise<PageChoiceDto[]> {
  const figure = { cut: MOMENT, block: { type: 'map' as const, map: await communeMap() } };
  return [{ id: 'situation' }, { id: 'communes', title: 'Bản đồ các xã', figure }, { id: 'map' }];
}

const asked = { briefing: 'national', cut: MOMENT } as const;

async function written(format: 'pdf' | 'pdf-a4' | 'deck'): Promise<Buffer> {
  const out = join(freshFolder(), format);
  const events = await client.briefing.export({ ...asked, format, pages: await pages(), out });
  const steps: string[] = [];
  for await (const event of events)
    steps.push(event.kind === 'progress' ? event.step : `${event.pages} pages`);
  expect(steps).toEqual(['1', '2', '3', '3 pages']);
  return readFileSync(out);
}

describe('the map of all communes in a briefing, within the memory of a job', () => {
  it('is a picture in a deck', async () => {
    expect((await written('deck')).subarray(0, 2).toString()).toBe('PK');
  });

  it.each(['pdf', 'pdf-a4'] as const)('is vectors in a %s, and its names are text', async (format) => {
    const pdf = await written(format);
    expect(pdf.toString('latin1')).not.toContain('/Subtype /Image');
    expect(pdfPages(pdf)[1]).toContain('Đặc khu Trường Sa');
    expect(pdfPages(pdf)[1]).toContain('Chưa báo cáo: 554');
    // Areas that look alike are filled at once: six colours, and marks on five of them; then legend, frames, reefs.
    expect(pdfContents(pdf)[1]?.match(/\nf\n/g)?.length).toBeLessThan(60);
  });
});

describe('a job that dies', () => {
  it.each(['pdf', 'deck'] as const)('by a mistake of ours names its page, as %s', async (format) => {
    const map = { ...(await communeMap()), areas: [] };
    const figure = { cut: MOMENT, block: { type: 'map' as const, map } };
    const choice = [{ id: 'map' }, { id: 'own-1', title: 'Không có gì', figure }, { id: 'situation' }];
    const export_ = async () => {
      const out = `${freshFolder()}/`;
      for await (const _event of await client.briefing.export({ ...asked, format, pages: choice, out }));
    };
    await expect(export_()).rejects.toMatchObject({
      code: 'JOB_FAILED',
      data: { values: { place: 'page', step: '2', total: 3, title: 'Không có gì', reason: 'mistake' } },
    });
  });
});
