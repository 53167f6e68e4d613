import { describe, expect, it } from 'vitest';
import { collectFigures } from '#main/core/take/intake/check/collect.ts';
import { openTable } from '#main/core/take/intake/read/open-table.ts';
import { createFormerRegister, type FormerUnit } from '#main/core/take/intake/resolve/former.ts';
import { bytesSource } from '#tests/fixtures/intake/read-all.ts';
import { collectOptions, register } from '#tests/fixtures/intake/register.ts';

const former = (level: FormerUnit['level'], code: string, name: string, ...into: string[]): FormerUnit => ({
  ...{ level, code, name, into, endedOn: '2025-07-01' },
});
const OF_OLD = [
  former('commune', '11296', 'Phường Quán Toan', '11602'),
  former('commune', '11311', 'Phường Minh Khai', '11311'),
  former('commune', '11629', 'Xã An Lão', '11629'),
  former('commune', '11302', 'Phường Sở Dầu', '11311'),
  // Of the same name in another province, where Cao Bằng has one of that name today.
  former('commune', '99901', 'Phường Hai Nơi', '11311'),
  former('commune', '99902', 'Phường Hai Nơi', '01273'),
  former('commune', '11302', 'Phường Phù Liễn', '11446'),
  former('district', '316', 'Huyện Vĩnh Bảo', '11824', '11836'),
];

async function read(
  lines: readonly string[],
  answers: Readonly<Record<string, string>> = {},
  province: string | null = null,
) {
  const file = await openTable(bytesSource('a.csv', Buffer.from(`${lines.join('\n')}\n`)));
  const options = collectOptions({
    province,
    answers: new Map(Object.entries(answers)),
    former: createFormerRegister(() => OF_OLD, register),
  });
  const { figures, problems, questions } = await collectFigures(file, 'a.csv', options);
  return {
    units: Array.from({ length: figures.size }, (_, at) => figures.get(at).unit),
    codes: problems.kept
      .filter(({ code }) => code !== 'CUT_KIND_UNUSUAL')
      .map(({ code, row, values }) => [code, row, ...(values.into ? [values.into] : [])].join(' ')),
    questions: questions.map(({ id, candidates, rows }) => [id, candidates.map(({ code }) => code), rows]),
  };
}

describe('a unit that is no more', () => {
  it('is named with what it belongs to today, by code, by name or by both', async () => {
    const { codes, units } = await read([
      'Mã xã;Tên xã;Lượt hỗ trợ',
      '11296;Phường Quán Toan;5',
      '11311;Phường Minh Khai;5',
      ';phường sở dầu;5',
    ]);
    expect(codes).toEqual([
      'UNIT_FORMER 2 Phường Hồng An, TP. Hải Phòng',
      'UNIT_FORMER 3 Phường Hồng Bàng, TP. Hải Phòng',
      'UNIT_FORMER 4 Phường Hồng Bàng, TP. Hải Phòng',
    ]);
    expect(units).toEqual([]);
  });

  it('puts in doubt the codes that were used before and after, until somebody says whose they are', async () => {
    const lines = ['Mã xã;Lượt hỗ trợ', '11629;5', '11446;7', '11296;9'];
    const asked = await read(lines);
    expect(asked.codes).toEqual(['UNIT_FORMER 4 Phường Hồng An, TP. Hải Phòng', 'CODES_OF_BEFORE ']);
    expect(asked.questions).toEqual([['former:', ['new'], 1]]);
    // No commune of old had the other code.
    expect(asked.units).toEqual(['11446']);
    const answered = await read(lines, { 'former:': 'new' });
    expect([answered.units, answered.questions]).toEqual([['11629', '11446'], []]);
  });

  it('is not thought of where every code and name is one of today', async () => {
    const { codes, units } = await read(['Mã xã;Tên xã;Lượt hỗ trợ', '11629;Xã An Lão;5', '11311;;5']);
    expect(codes).toEqual([]);
    expect(units).toEqual(['11629', '11311']);
  });

  it('is not thought of where one of today is called so but for its accents: that one is asked about', async () => {
    const { codes, questions } = await read(['Tên xã;Tỉnh;Lượt hỗ trợ', 'Phuong Phu Lien;Hải Phòng;5']);
    expect(codes).toEqual(['UNIT_SUGGESTED 2']);
    expect(questions.map(([, candidates]) => candidates)).toEqual([['11446']]);
  });

  it('is told by the province where two bore the name, and asked for where nothing tells', async () => {
    const lines = ['Tên xã;Lượt hỗ trợ', 'Phường Hai Nơi;5'];
    expect((await read(lines, {}, '31')).codes).toEqual(['UNIT_FORMER 2 Phường Hồng Bàng, TP. Hải Phòng']);
    expect((await read(lines)).codes.join()).toMatch(/^UNIT_(UNKNOWN|SUGGESTED) 2/);
  });

  it('is a district where a code of three digits has no name, but in Hà Nội', async () => {
    const lines = ['Mã xã;Lượt hỗ trợ', '316;5'];
    expect((await read(lines)).codes.join()).toMatch(/^UNIT_FORMER 2/);
    expect((await read(lines, {}, '01')).units).toEqual(['00316']);
  });
});
