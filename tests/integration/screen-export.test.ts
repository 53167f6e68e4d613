import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, startEngine } from '#main/hosts/engine/engine.ts';
import type { MapSpecDto } from '#shared/contract/briefing-page.ts';
import type { Client } from '#shared/contract/contract.ts';
import type { TableRequestDto } from '#shared/contract/screen-export.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';
import { engineClient } from '#tests/setup/engine-client.ts';
import { pngSize } from '#tests/setup/png-size.ts';

const CUT = 'moment-2025-07-31T1600';
const SVG =
  '<svg width="100" height="50" viewBox="0 0 100 50"><text x="5" y="20" fill="#17212B">Đắk Lắk</text></svg>';
let engine: Engine;
let client: Client;

beforeAll(async () => {
  engine = await startEngine({ dataFolder: filledFolder() });
  client = engineClient(engine);
});
afterAll(() => engine.close());

describe('a picture of a screen', () => {
  const chart = { drawing: { type: 'chart', svg: SVG }, title: 'Tỷ lệ xã báo cáo XANH', cut: CUT } as const;

  it.each([
    ['1x', 1280, 720],
    ['2x', 2560, 1440],
    ['4k', 3840, 2160],
  ] as const)('at %s is a PNG of %i by %i', async (scale, width, height) => {
    const { name, file } = await client.briefing.picture({ ...chart, format: 'png', scale });
    expect(file.type).toBe('image/png');
    expect(name).toBe('kh02_ty-le-xa-bao-cao-xanh_2025-07-31.png');
    expect(pngSize(new Uint8Array(await file.arrayBuffer()))).toEqual({ width, height });
  });

  it('carries title, as-of time, rule version and the illustrative mark, on white paper unless asked', async () => {
    const light = await (await client.briefing.picture({ ...chart, format: 'svg' })).file.text();
    for (const words of [
      'Tỷ lệ xã báo cáo XANH',
      '31/07/2025 16:00',
      'Bộ quy tắc số 1',
      'SỐ LIỆU MINH HỌA',
      'Đắk Lắk',
    ])
      expect(light).toContain(words);
    expect(light).toContain('fill="#FFFFFF"');
    const dark = await client.briefing.picture({ ...chart, format: 'svg', theme: 'dark', language: 'en' });
    const text = await dark.file.text();
    expect(text).toContain('fill="#161E27"');
    expect(text).toContain('ILLUSTRATIVE');
  });

  it('breaks a very long title into smaller lines and names the file shortly', async () => {
    const title = 'Tỷ lệ hồ sơ nộp trực tuyến của các xã, phường, đặc khu '.repeat(6).trim();
    const { name, file } = await client.briefing.picture({ ...chart, title, format: 'svg' });
    expect(name.length).toBeLessThan(100);
    const lines = (await file.text()).match(/font-size="17" fill="#0F4C81"/g) ?? [];
    expect(lines.length).toBeGreaterThan(2);
  });

  it('refuses a drawing that is more than shapes and text, and an unknown cut', async () => {
    const svg = '<svg><script>alert(1)</script></svg>';
    await expect(
      client.briefing.picture({ ...chart, drawing: { type: 'chart', svg }, format: 'svg' }),
    ).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(
      client.briefing.picture({ ...chart, cut: 'week-1999-01-04', format: 'svg' }),
    ).rejects.toMatchObject({ code: 'CUT_UNKNOWN' });
  });

  it('draws a map with patterns, its legend, and the archipelagos in frames', async () => {
    const { units } = await client.units.list({});
    const provinces = units.filter((unit) => unit.level === 'province');
    const map: MapSpecDto = {
      level: 'province',
      description: 'Thay đổi',
      areas: provinces.map(({ code, name }, at) => ({
        code,
        name,
        value: null,
        colour: at === 0 ? null : '#9E1B1B',
        ...(at === 1 ? { pattern: 'crossHatch' as const } : {}),
      })),
      format: 'text',
      legendTitle: 'Bản đồ thay đổi',
      legend: [{ label: 'Thụt lùi', colour: '#9E1B1B', pattern: 'crossHatch', count: '33' }],
      labels: [],
      archipelagoNames: { '20333': 'Đặc khu Hoàng Sa', '22736': 'Đặc khu Trường Sa' },
    };
    const asked = { drawing: { type: 'map' as const, map } };
    const { file } = await client.briefing.picture({ ...asked, title: 'Thay đổi', cut: CUT, format: 'svg' });
    const svg = await file.text();
    for (const words of ['Hoàng Sa', 'Trường Sa', 'Thụt lùi: 33', 'url(#crossHatch-9E1B1B)', 'url(#hatch-'])
      expect(svg).toContain(words);
  });
});

describe('a table of a screen', () => {
  const table: TableRequestDto = {
    title: 'Danh sách cảnh báo',
    cut: CUT,
    format: 'xlsx',
    filters: ['Tỉnh, thành phố: Hà Nội'],
    columns: [
      { title: 'Đơn vị', format: 'text' },
      { title: 'Tỷ lệ', format: 'percent' },
      { title: 'Ngày', format: 'date' },
      { title: 'Lúc', format: 'time' },
    ],
    rows: [
      ['=HYPERLINK("x")', 0.5965, '2025-07-31', '2025-07-31T09:00:00.000Z'],
      ['Đắk Lắk', null, null, null],
      ['Cà Mau', 0, null, null],
    ],
  };

  async function written(request: TableRequestDto): Promise<Uint8Array> {
    const { download } = await client.briefing.table(request);
    const parts: Buffer[] = [];
    for await (const piece of await client.briefing.download({ id: download }))
      parts.push(Buffer.from(piece, 'base64'));
    return Buffer.concat(parts);
  }

  it('is a workbook with types, a filter over all rows, the source on both sheets, and formulas as text', async () => {
    const parts = unzipSync(await written(table));
    const sheet = (number: number) => Buffer.from(parts[`xl/worksheets/sheet${number}.xml`] ?? []).toString();
    const data = sheet(1);
    expect(data).toContain('=HYPERLINK(&quot;x&quot;)</t>');
    expect(data).not.toContain('<f>');
    expect(data).toContain('<v>0.5965</v>');
    expect(data).toContain('<v>45869</v>');
    // 16:00 in Viet Nam is two thirds of the day.
    expect(data).toContain('<v>45869.666666666664</v>');
    expect(data).toContain('<autoFilter ref="A4:D7"/>');
    expect(data).toContain('SỐ LIỆU MINH HỌA');
    for (const words of ['31/07/2025 16:00', 'Tỉnh, thành phố: Hà Nội', 'SỐ LIỆU MINH HỌA', CUT])
      expect(sheet(2)).toContain(words);
  });

  it('is CSV with a byte order mark, semicolons, decimal commas and harmless formulas', async () => {
    const csv = Buffer.from(await written({ ...table, format: 'csv' })).toString();
    expect(csv).toBe(
      '\uFEFFĐơn vị;Tỷ lệ;Ngày;Lúc\r\n"\'=HYPERLINK(""x"")";0,5965;2025-07-31;2025-07-31 16:00\r\nĐắk Lắk;;;\r\nCà Mau;0;;\r\n',
    );
  });

  it('refuses a row that has not a cell for each column', async () => {
    await expect(client.briefing.table({ ...table, rows: [['Hà Nội']] })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
  });

  it('takes every commune of the country with many columns in one question', async () => {
    const columns = Array.from({ length: 12 }, (_, at) => ({
      title: `Cột ${at}`,
      format: 'decimal' as const,
    }));
    const rows = Array.from({ length: 20_000 }, (_, row) => columns.map((_column, at) => row * 12 + at));
    const { rows: count } = await client.briefing.table({ ...table, columns, rows });
    expect(count).toBe(20_000);
  });
});
