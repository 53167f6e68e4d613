import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openAtomically } from '#main/core/files/atomic-write.ts';
import type { Sheet } from '#main/core/files/workbook/sheet.ts';
import { writeWorkbook } from '#main/core/files/workbook/write.ts';
import { zipParts } from '#main/core/files/zip.ts';
import { errorText } from '#shared/text/error-text.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { freshFolder } from '#tests/setup/data-folder.ts';

const WHOLE = '<?xml version="1.0"?>\n<a>Đắk Lắk</a>';

describe('a package, before it gets its name', () => {
  it.each([
    ['an open element', '<a>'],
    ['markup that was a name', '<a>R&D</a>'],
    ['a control', '<a>\u000B</a>'],
    ['a control by its number', '<a>&#11;</a>'],
    ['no character', '<a>\uFFFF</a>'],
    ['an attribute twice', '<a b="" b=""/>'],
    ['a prefix of nobody', '<b:a/>'],
    ['nothing', ''],
  ])('is refused for a part that is %s, by its name', (_kind, xml) => {
    const parts = { 'word.xml': strToU8(WHOLE), 'xl/bad.xml': strToU8(xml), 'picture.png': strToU8('<') };
    const refused = expect.objectContaining({
      code: 'PART_MALFORMED',
      values: { part: 'xl/bad.xml', problem: expect.any(String) },
    });
    expect(() => zipParts(parts)).toThrow(refused);
  });

  it('is taken when its parts are whole, in the letters XML may have', () => {
    const wide = Buffer.from(`\uFEFF${WHOLE}`, 'utf16le');
    zipParts({ 'a.xml': strToU8(WHOLE), 'b.rels': strToU8(`\uFEFF${WHOLE}`), 'c.xml': wide });
    zipParts({ 'c.xml': Uint8Array.from(wide).map((_, at) => wide[at ^ 1] ?? 0) });
  });

  it('leaves nothing behind when a sheet of many rows goes wrong half way', async () => {
    const folder = freshFolder();
    const file = openAtomically(join(folder, 'a.xlsx'));
    // A mistake of ours that no type would let through.
    const widths = ['"<' as unknown as number];
    const sheet: Sheet = { name: 'a', widths, rows: [] };
    const properties = { title: 'a', author: 'b', asOf: '2025-07-31T09:00:00.000Z', font: 'c' };
    const end = writeWorkbook([sheet], properties, file.write);
    await expect(end).rejects.toMatchObject({ values: { part: 'xl/worksheets/sheet1.xml' } });
    file.abandon();
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(['vi', 'en'] as const)('says in a sentence which part it was (%s)', (locale) => {
    const values = { part: 'ppt/slides/slide3.xml', problem: '1:7' };
    expect(errorText('PART_MALFORMED', values, createTranslator(locale))).toMatch(
      /“ppt\/slides\/slide3\.xml”.*1:7/,
    );
  });
});
