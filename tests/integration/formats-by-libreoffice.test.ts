import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect } from 'vitest';
import { openTable } from '#main/core/take/intake/read/open-table.ts';
import { OFFICE_FORMATS, type OfficeSheet, writeOffice } from '#tests/fixtures/intake/office-formats.ts';
import { bytesSource, readAll } from '#tests/fixtures/intake/read-all.ts';
import { freshFolder } from '#tests/setup/data-folder.ts';
import { itNeeds } from '#tests/setup/needs.ts';

const PROGRAM = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'soffice'))
  .find(existsSync);

/** Ending of the file that is made, and the filter that makes it. */
const TARGETS = [
  ['xls', 'xls:MS Excel 97'],
  ['ods', 'ods'],
  ['html', 'html'],
] as const;

const SHEETS: readonly OfficeSheet[] = [
  {
    name: 'Số liệu',
    rows: [
      ['UBND THÀNH PHỐ HẢI PHÒNG'],
      [],
      ['Mã xã', 'Tên xã', 'Tỷ lệ', 'Ngày', 'Tính'],
      [
        ...['11629', 'Xã An Lão', { t: 'n', v: 0.597, z: '0.0%' } as const],
        ...[
          { t: 'n', v: 45_869, z: 'dd/mm/yyyy' } as const,
          { t: 'n', v: 1912.5, f: '1912+0.5' } as const,
          true,
        ],
      ],
      [],
      [-0.000125, null, { t: 'n', v: 1, z: '0.0%' }, null, { t: 'e', v: 7, f: '1/0' }],
    ],
    merges: ['A1:E1'],
  },
  { name: 'Nháp', rows: [['cũ']], isHidden: true },
];

/** All of them in one run of the program. */
function convert(): (ending: string) => Uint8Array {
  const folder = freshFolder();
  writeFileSync(join(folder, 'a.xlsx'), writeOffice(OFFICE_FORMATS[0], SHEETS));
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  for (const [ending, filter] of TARGETS) {
    const out = join(folder, ending);
    const target = ['--convert-to', filter, '--outdir', out, join(folder, 'a.xlsx')];
    execFileSync(PROGRAM ?? '', [profile, '--headless', ...target], { stdio: 'ignore' });
  }
  return (ending) => readFileSync(join(folder, ending, `a.${ending}`));
}

itNeeds('LibreOffice', PROGRAM !== undefined)(
  'what LibreOffice saves in each format reads as it was written',
  async () => {
    const made = convert();
    for (const [ending] of TARGETS) {
      const read = await readAll(`a.${ending}`, made(ending));
      const cells = (row: number) => read.find((one) => one.row === row)?.cells;
      const first = cells(4) ?? [];
      expect({ ending, cells: first.slice(0, 4) }).toEqual({
        ending,
        cells: [
          ...['11629', 'Xã An Lão', { kind: 'percent', value: 0.597 }],
          { kind: 'date', value: '2025-07-31', serial: 45_869 },
        ],
      });
      const computed = ending === 'html' ? 1912.5 : { kind: 'formula', value: 1912.5 };
      if (ending === 'html') expect(first[4]).toBe(computed);
      else expect(first[4]).toMatchObject(computed as object);
      expect(cells(6)?.slice(0, 3)).toEqual([-0.000125, null, { kind: 'percent', value: 1 }]);
      const error = { kind: 'error', error: '#DIV/0!' };
      if (ending !== 'html')
        expect({ ending, cell: cells(6)?.[4] }).toMatchObject({
          ending,
          cell: { kind: 'formula', value: error },
        });
      if (ending !== 'html') {
        const { sheets } = await openTable(bytesSource(`a.${ending}`, made(ending)));
        expect({ ending, sheets }).toEqual({
          ending,
          sheets: [
            { name: 'Số liệu', isHidden: false },
            { name: 'Nháp', isHidden: true },
          ],
        });
      }
    }
  },
);
