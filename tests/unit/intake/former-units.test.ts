import { describe, expect, it } from 'vitest';
import { collectFigures } from '#main/core/take/intake/check/collect.ts';
import { openTable } from '#main/core/take/intake/read/open-table.ts';
import { createFormerRegister, type FormerUnit } from '#main/core/take/intake/resolve/former.ts';
import { bytesSource } from '#tests/fixtures/intake/read-all.ts';
import { collectOptions, register } from '#tests/fixtures/intake/register.ts';

const former = (level: FormerUnit['level'], code: string, name: string, ...into: string[]): FormerUnit => ({
  ...{ level, code, name, into, endedOn: '2025-07-01', district: null, province: null },
});
const inPlace = (unit: FormerUnit, district: string, province: readonly [string, string]): FormerUnit => ({
  ...unit,
  ...{ district, province: { code: province[0], name: province[1] } },
});
const HAI_DUONG = ['30', 'Tỉnh Hải Dương'] as const;
const HAI_PHONG = ['31', 'Thành phố Hải Phòng'] as const;
const OF_OLD = [
  former('commune', '11296', 'Phường Quán Toan', '11602'),
  former('commune', '11311', 'Phường Minh Khai', '11311'),
  former('commune', '11629', 'Xã An Lão', '11629'),
  former('commune', '11632', 'Xã Bát Trang', '11629'),
  former('commune', '11302', 'Phường Sở Dầu', '11311'),
  // Of the same name in another province, where Cao Bằng has one of that name today.
  former('commune', '99901', 'Phường Hai Nơi', '11383'),
  former('commune', '99902', 'Phường Hai Nơi', '01273'),
  former('commune', '11302', 'Phường Phù Liễn', '11446'),
  former('commune', '11587', 'Phường Đại Bản', '11593', '11602'),
  inPlace(former('commune', '10600', 'Xã Tân Dân', '10552'), 'Thành phố Chí Linh', HAI_DUONG),
  inPlace(former('commune', '11700', 'Xã Tân Dân', '11635'), 'Huyện An Lão', HAI_PHONG),
  inPlace(former('commune', '10603', 'Xã Trường Tân', '10615'), 'Huyện Gia Lộc', HAI_DUONG),
  // A commune of today in Hải Phòng bears the name that only a part of it bore.
  inPlace(former('commune', '10700', 'Xã Hợp Tiến', '10615'), 'Huyện Nam Sách', HAI_DUONG),
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
  const all = Array.from({ length: figures.size }, (_, at) => figures.get(at));
  return {
    units: all.map(({ unit }) => unit),
    sums: all.map(({ unit, value, numerator, denominator }) =>
      [unit, value, numerator, denominator].join(' ').trim(),
    ),
    codes: problems.kept
      .filter(({ code }) => code !== 'CUT_KIND_UNUSUAL')
      .map(({ code, row, values }) =>
        [code, row, values.unit, values.into, values.missing, values.parts].filter(Boolean).join(' '),
      ),
    questions: questions.map(({ id, candidates, rows }) => [id, candidates.map(({ code }) => code), rows]),
  };
}

describe('a unit that is no more', () => {
  it('is added up to the commune that it is today where all parts are there, by code, by name or by both', async () => {
    const { codes, sums } = await read([
      'Mã xã;Tên xã;Lượt hỗ trợ',
      ';Phường Quán Toan (từ 01/7/2025 thuộc Phường Hồng An);5',
      '11311;Phường Minh Khai;5',
      ';phường sở dầu;7',
    ]);
    expect(codes).toEqual([
      'FORMER_PARTS_MISSING 2 11602 Phường Đại Bản',
      'FORMER_SUMMED 3 11311 Phường Minh Khai, Phường Sở Dầu',
    ]);
    expect(sums).toEqual(['11311 12']);
  });

  it('asks where a divided one belongs, and takes the answer as the whole of it', async () => {
    const lines = ['Mã xã;Tên xã;Lượt hỗ trợ', '11296;Phường Quán Toan;5', '11587;Phường Đại Bản;4'];
    const asked = await read(lines);
    expect([asked.questions, asked.sums]).toEqual([[['part:11587', ['11593', '11602'], 1]], []]);
    const answered = await read(lines, { 'part:11587': '11602' });
    expect([answered.questions, answered.sums]).toEqual([[], ['11602 9']]);
    // The rest of it lies elsewhere then, by the same word.
    const elsewhere = await read(lines, { 'part:11587': '11593' });
    expect(elsewhere.sums).toEqual(['11602 5', '11593 4']);
  });

  it('adds numbers of things and never rates, and a criterion only where all parts say the same', async () => {
    const both = (cells: readonly [string, string], header: string) =>
      read([`Mã xã;Tên xã;${header}`, `11311;Phường Minh Khai;${cells[0]}`, `;Phường Sở Dầu;${cells[1]}`]);
    const parts = 'Nộp trực tuyến - tử số;Nộp trực tuyến - mẫu số';
    expect((await both(['1;4', '2;8'], parts)).sums).toEqual(['11311 0.25 3 12']);
    expect((await both(['85%', '60%'], 'Tỷ lệ hồ sơ nộp trực tuyến')).codes).toEqual([
      'FORMER_RATES_ALONE 2 11311',
    ]);
    expect((await both(['Có', 'Có'], 'Trụ sở')).sums).toEqual(['11311 1']);
    expect((await both(['Có', 'Không'], 'Trụ sở')).codes).toEqual(['FORMER_PARTS_DIFFER 2 11311']);
  });

  it('is known by the province that is no more, and by its district', async () => {
    const named = await read(['Tên xã;Tỉnh;Lượt hỗ trợ', 'Xã Hợp Tiến;Tỉnh Hải Dương;5']);
    expect(named.codes).toEqual(['FORMER_PARTS_MISSING 2 10615 Xã Trường Tân']);
    const whole = await read([
      'Tên xã;Lượt hỗ trợ',
      'Xã Hợp Tiến, tỉnh Hải Dương;5',
      'Xã Trường Tân, tỉnh Hải Dương;6',
    ]);
    expect(whole.sums).toEqual(['10615 11']);
    const placed = await read(['Tên xã;Quận, huyện;Lượt hỗ trợ', 'Xã Tân Dân;Huyện An Lão;5']);
    expect(placed.sums).toEqual(['11635 5']);
    // Of today's name in today's province, it is today's.
    expect((await read(['Tên xã;Tỉnh;Lượt hỗ trợ', 'Xã Hợp Tiến;Hải Phòng;5'])).sums).toEqual(['10615 5']);
  });

  it('is not taken beside the commune of today that it is a part of', async () => {
    const { codes, sums } = await read(
      ['Mã xã;Tên xã;Lượt hỗ trợ', ';Phường Hồng Bàng;5', '11311;Phường Minh Khai;5', ';Phường Sở Dầu;7'],
      { 'former:': 'new' },
    );
    expect(codes).toEqual(['FORMER_BESIDE_NEW 3 11311']);
    expect(sums).toEqual(['11311 5']);
  });

  it('puts in doubt the codes that were used before and after, until somebody says whose they are', async () => {
    const lines = ['Mã xã;Lượt hỗ trợ', '11629;5', '11446;7', '11632;9'];
    const asked = await read(lines);
    expect(asked.codes).toEqual(['CODES_OF_BEFORE']);
    expect(asked.questions).toEqual([['former:', ['new', 'old'], 1]]);
    // No commune of old had the other code.
    expect(asked.units).toEqual(['11446']);
    const today = await read(lines, { 'former:': 'new' });
    expect([today.sums, today.codes]).toEqual([['11629 5', '11446 7'], ['FORMER_BESIDE_NEW 4 11629']]);
    const old = await read(lines, { 'former:': 'old' });
    expect([old.sums, old.questions]).toEqual([['11446 7', '11629 14'], []]);
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
    expect((await read(lines, {}, '31')).sums).toEqual(['11383 5']);
    expect((await read(lines)).codes.join()).toMatch(/^UNIT_(UNKNOWN|SUGGESTED) 2/);
  });

  it('is a district where a code of three digits has no name, but in Hà Nội', async () => {
    const lines = ['Mã xã;Lượt hỗ trợ', '316;5'];
    expect((await read(lines)).codes.join()).toMatch(/^UNIT_FORMER 2/);
    expect((await read(lines, {}, '01')).units).toEqual(['00316']);
  });
});
