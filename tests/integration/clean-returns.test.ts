import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { cleanText } from '#shared/text/clean-text.ts';
import { createFormatter } from '#shared/text/format.ts';
import { receiptText } from '#shared/text/intake-receipt.ts';
import { createTranslator } from '#shared/text/translator.ts';
import {
  CLEAN_KEPT,
  CLEAN_KEPT_LINE,
  CLEAN_LINE,
  SPOILED,
  SPOILED_KEPT,
} from '#tests/fixtures/briefing/spoiled.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { readOffice } from '#tests/setup/office-parts.ts';
import { fillWorkbook, readWorkbookFile } from '#tests/setup/workbook-file.ts';
import { pdfPages } from './briefing-pdf-text.ts';

const CUT = 'moment-2025-07-31T1600';
let application: Application;

/** Names and words of the database, as a file from outside could have brought them. */
beforeAll(async () => {
  application = await createApp({ dataFolder: filledFolder() });
  await application.context.write((database) => {
    const spoil = (table: string, column: string): void => {
      database.prepare(`UPDATE ${table} SET ${column} = ${column} || ' ' || ?`).run(SPOILED_KEPT);
    };
    spoil('task', 'name');
    spoil('difficulty', 'text');
    spoil('indicator', 'name');
    spoil('indicator', 'definition');
    spoil('unit_name', 'name');
    spoil('source', 'name');
  });
  await application.client.briefing.setBrand({ organisation: `UBND ${SPOILED_KEPT}` });
});
afterAll(() => application.close());

/** Where the last file lies. */
let path = '';

async function exported(format: 'deck' | 'workbook' | 'pdf' | 'csv', unit?: string): Promise<Buffer> {
  const out = join(freshFolder(), format);
  path = out;
  const own = { title: `Tình hình ${SPOILED_KEPT}`, notes: [`Nói chậm ${SPOILED_KEPT}`] };
  const pages =
    unit === undefined
      ? [{ id: 'situation', ...own }, { id: 'overdue' }, { id: 'difficulties' }, { id: 'ranking' }]
      : [{ id: 'situation', ...own }, { id: 'map' }, { id: 'criteria' }, { id: 'work' }];
  const kind =
    unit === undefined ? ({ briefing: 'national' } as const) : ({ briefing: 'province', unit } as const);
  for await (const _event of await application.client.briefing.export({
    ...kind,
    cut: CUT,
    format,
    pages,
    out,
  }));
  return readFileSync(out);
}

const saidIn = (file: Uint8Array): string =>
  [...readOffice(file).values()].flatMap(({ texts }) => texts).join('\n');

describe('names and words of the database that no file may hold', () => {
  it.each([undefined, '31'])('leave clean in a deck (province: %s)', async (unit) => {
    const said = saidIn(await exported('deck', unit));
    for (const field of ['Tình hình', 'Nói chậm']) expect(said).toContain(`${field} ${CLEAN_KEPT}`);
    expect(said).toContain(`UBND ${CLEAN_KEPT_LINE}`);
    // Our own words are known again by a renewal, their line breaks too.
    const { pages } = await application.client.briefing.inspectDeck({ path });
    expect(pages.slice(1).flatMap(({ own }) => own)).toEqual([]);
    expect(said).toContain(`${unit === undefined ? 'Cao Bằng' : 'Hải Phòng'} ${CLEAN_KEPT}`);
  });

  it('leave clean in a workbook, a PDF and a CSV', async () => {
    const said = saidIn(await exported('workbook'));
    for (const field of ['Cao Bằng', 'báo cáo công bố chưa nêu tên (1)', 'hướng dẫn xử lý.'])
      expect(said).toContain(`${field} ${CLEAN_KEPT}`);
    const plain = pdfPages(await exported('pdf'))
      .join(' ')
      .replace(/\s+/g, ' ');
    expect(plain).toContain(`Tình hình ${CLEAN_KEPT_LINE}`);
    const csv = (await exported('csv')).toString('utf8');
    expect(csv).toContain(CLEAN_KEPT.replaceAll('"', '""'));
    expect(cleanText(csv)).toBe(csv.replaceAll('\r\n', '\n'));
  });

  it('leave clean in the table of a screen, with the name of its sheet', async () => {
    const out = await application.client.briefing.table({
      title: `Bảng ${SPOILED}`,
      format: 'xlsx',
      cut: CUT,
      columns: [{ title: `Cột ${SPOILED}`, format: 'text' }],
      rows: [[`Ô ${SPOILED}`]],
      filters: [`Lọc ${SPOILED}`],
    });
    const pieces: Buffer[] = [];
    for await (const piece of await application.client.briefing.download({ id: out.download ?? '' }))
      pieces.push(Buffer.from(piece, 'base64'));
    const said = saidIn(Buffer.concat(pieces));
    for (const field of ['Bảng', 'Cột', 'Ô', 'Lọc']) expect(said).toContain(`${field} một\nhai\nba`);
  });

  it('leave clean in a template: names of places, indicators, their notes', async () => {
    const { file } = await application.client.intake.template({ province: '31', cut: 'week-2025-12-29' });
    const parts = readOffice(new Uint8Array(await file.arrayBuffer()));
    const said = [...parts.values()].flatMap(({ texts }) => texts).join('\n');
    expect(said).toContain(`Hải Phòng ${CLEAN_KEPT}`);
    expect(said).toContain(`An Lão ${CLEAN_KEPT}`);
    expect([...parts.keys()].some((name) => name.includes('comments'))).toBe(true);
  });
});

describe('a workbook that goes back', () => {
  it('of rows from a CSV is clean: cells, reasons, the name of its sheet', async () => {
    const { intake } = application.client;
    const text = [
      'Mã xã;Tên xã;Thiết bị số;Ghi chú',
      `11629;Xã An Lão;có lẽ\u0001${'\u000B'};${SPOILED_KEPT.replaceAll('"', '')}`,
    ];
    const preview = await intake.inspect({ file: new File([text.join('\n')], 'số\u000Bliệu.csv'), cut: CUT });
    const { file } = await intake.rejected({ id: preview.id ?? '' });
    const parts = readOffice(new Uint8Array(await file.arrayBuffer()));
    const said = [...parts.values()].flatMap(({ texts }) => texts).join('\n');
    expect(said).toContain('có lẽ');
    expect(said).toContain('một\nhaiba');
    expect(parts.get('xl/workbook.xml')?.attributes).toContain('số liệu.csv');
  });

  it('keeps its sender’s words and soft breaks, which Office writes with an escape', async () => {
    const { intake } = application.client;
    const { file } = await intake.template({ province: '31', cut: CUT });
    const words = { C7: 'có_x000B_lẽ' };
    const bytes = fillWorkbook(new Uint8Array(await file.arrayBuffer()), 'Số liệu', words);
    const preview = await intake.inspect({ file: new File([bytes], 'Hải Phòng.xlsx') });
    const returned = await intake.rejected({ id: preview.id ?? '' });
    const back = new Uint8Array(await returned.file.arrayBuffer());
    readOffice(back);
    expect(readWorkbookFile(back)[0]?.cells.get('C7')?.value).toBe(words.C7);
  });
});

it('a receipt says each thing on one line', () => {
  const receipt = {
    file: `a ${SPOILED}.csv`,
    sha256: '0',
    province: `Hải Phòng ${SPOILED}`,
    cuts: ['28/07/2025'],
    at: '2025-07-31T09:00:00.000Z',
    who: `Lan ${SPOILED}`,
    accepted: 1,
    rows: 1,
    added: 1,
    changed: 0,
    same: 0,
    missing: [`An Lão ${SPOILED}`],
    problems: [],
    proof: null,
    colours: null,
    recipes: [{ sheet: 'a', name: `Bảng ${SPOILED}`, version: 1 }],
    run: 'r',
  };
  const text = receiptText(receipt, createTranslator('vi'), createFormatter('vi'));
  expect(text.split('\n')).toHaveLength(9);
  for (const field of ['Hải Phòng', 'Lan', 'An Lão', 'Bảng'])
    expect(text).toContain(`${field} ${CLEAN_LINE}`);
});
