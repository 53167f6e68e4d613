import { describe, expect, it } from 'vitest';
import { collectFigures } from '#main/core/take/intake/check/collect.ts';
import { cutOfWriting } from '#main/core/take/intake/check/cut-writing.ts';
import { openTable } from '#main/core/take/intake/read/open-table.ts';
import { bytesSource } from '#tests/fixtures/intake/read-all.ts';
import { collectOptions } from '#tests/fixtures/intake/register.ts';

async function read(lines: readonly string[], answers: Readonly<Record<string, string>> = {}) {
  const file = await openTable(bytesSource('a.csv', Buffer.from(`${lines.join('\n')}\n`)));
  const options = collectOptions({
    defaultCut: 'month-2025-07',
    answers: new Map(Object.entries(answers)),
  });
  const { figures, problems, questions, rejectedRows } = await collectFigures(file, 'a.csv', options);
  const all = Array.from({ length: figures.size }, (_, at) => figures.get(at));
  return {
    all,
    values: all.map(({ unit, value }) => [unit, value]),
    codes: problems.kept
      .filter(({ severity, code }) => severity !== 'warning' || code.endsWith('LEFT_OUT'))
      .map(({ code, row, values }) => `${code} ${row ?? values.count ?? ''}`),
    questions: questions.map(({ id, candidates, rows }) => [id, candidates.map(({ code }) => code), rows]),
    rejectedRows,
  };
}

describe('one scale a column', () => {
  const RATE = 'Tỷ lệ hồ sơ nộp trực tuyến';
  const KEY = 'scale:a.csv|B|applications_online';
  const table = (header: string, numbers: readonly string[]) => [
    `Mã xã;${header}`,
    ...numbers.map((number, at) => `${['11629', '11446', '11635'][at]};${number}`),
  ];

  it.each([
    [RATE, ['85,3', '72,1', '2'], [0.853, 0.721, 0.02]],
    [RATE, ['0,853', '0,721', '1'], [0.853, 0.721, 1]],
    [`${RATE} (%)`, ['85,3', '0,8', '0'], [0.853, 0.008, 0]],
    // A sign of its own says more than the column.
    [RATE, ['85,3', '0,8%', '0'], [0.853, 0.008, 0]],
  ])('%s: %j', async (header, numbers, wanted) => {
    const { values, questions } = await read(table(header, numbers));
    expect(questions).toEqual([]);
    expect(values.map(([, value]) => Number(Number(value).toFixed(6)))).toEqual(wanted);
  });

  it.each([
    [RATE, ['85,3', '0,8', '1'], 'SCALE_MIXED'],
    [`${RATE} (%)`, ['0,853', '1', '0'], 'SCALE_BELOW_PERCENT'],
    [RATE, ['0,9', '1,4', '0'], 'SCALE_ABOVE_ONE'],
    [`${RATE} (%)`, ['0,8', '1,4', '0'], 'SCALE_BELOW_PERCENT'],
  ])(
    'is asked where nobody can tell, and nothing of the column is taken: %s: %j',
    async (header, numbers, code) => {
      const asked = await read(table(header, numbers));
      expect(asked.codes.join()).toMatch(new RegExp(`^${code} \\d$`));
      const shown = numbers.filter((one) => one !== '0').length;
      expect(asked.questions).toEqual([[KEY, ['percent', 'fraction'], shown]]);
      expect(asked.values).toEqual([]);
      const answered = await read(table(header, numbers), { [KEY]: 'percent' });
      expect(answered.questions).toEqual([]);
      expect(answered.values.map(([, value]) => (Number(value) * 100).toFixed(1))).toEqual(
        numbers.map((number) => Number(number.replace(',', '.')).toFixed(1)),
      );
    },
  );

  it('is asked where some numbers have a percent sign and others are fractions', async () => {
    const { questions, values } = await read(table(RATE, ['85%', '0,9', '0']));
    expect(questions).toEqual([[KEY, ['percent', 'fraction'], 1]]);
    expect(values).toEqual([]);
  });

  it('takes a rate by its parts, whatever the scale of its column', async () => {
    const { values, questions } = await read([
      'Mã xã;applications_online;applications_online_numerator;applications_online_denominator',
      '11629;0,5;1;2',
      '11446;85;85;100',
    ]);
    expect(questions).toEqual([]);
    expect(values).toEqual([
      ['11629', 0.5],
      ['11446', 0.85],
    ]);
  });
});

describe('a row with more fields than its header', () => {
  it.each([
    ['Mã xã,Lượt hỗ trợ,Ghi chú', '11629,1,912,', '11446,816,'],
    ['Mã xã,Lượt hỗ trợ', '11629,1,912', '11446,816'],
    ['Mã xã;Tỷ lệ hồ sơ nộp trực tuyến', '11629;59;1', '11446;60'],
  ])('is refused, and the others are taken: %s | %s', async (header, wide, fine) => {
    const { codes, values, rejectedRows } = await read([header, wide, fine]);
    expect(codes).toEqual(['ROW_TOO_WIDE 2']);
    expect(values.map(([unit]) => unit)).toEqual(['11446']);
    expect(rejectedRows).toBe(1);
  });

  it('moves nothing where it ends with a semicolon too many', async () => {
    const { codes, values } = await read(['Mã xã;Lượt hỗ trợ', '11629;5;', '11446;6;;']);
    expect(codes).toEqual([]);
    expect(values).toEqual([
      ['11629', 5],
      ['11446', 6],
    ]);
  });
});

it('reads a number of things below a share as its numerator, and asks about columns that it does not know', async () => {
  const { all, questions } = await read([
    'TT;Mã xã;Tổng số hồ sơ tiếp nhận;Hồ sơ nộp trực tuyến;;Hồ sơ giải quyết đúng hạn;',
    ';;;Số lượng;Tỷ lệ (%);Số lượng;Tỷ lệ (%)',
    '1;11629;139;36;25,9;51;36,7',
    '2;11446;127;21;16,5;54;42,5',
  ]);
  const rates = (wanted: string) =>
    all.filter(({ indicator }) => indicator === wanted).map(({ value }) => value);
  expect(rates('applications_online')).toEqual([0.259, 0.165]);
  expect(rates('resolved_on_time')).toEqual([]);
  expect(questions.map(([id]) => id)).toEqual([
    'column:ho so giai quyet dung han so luong',
    'column:ho so giai quyet dung han ty le',
  ]);
});

it('asks about the columns of a header of which it is sure of none, and knows what offices shorten', async () => {
  const { questions } = await read([
    'STT;Đơn vị hành chính cấp xã;Số hồ sơ đã tiếp nhận trong kỳ;Trong đó: trực tuyến',
    '1;Phường Phù Liễn;10;5',
  ]);
  expect(questions.map(([id]) => id)).toEqual(['column:so ho so da tiep nhan trong ky']);
  const { all } = await read(['TT;Mã xã;Số HS tiếp nhận;CKS;CTS', '1;11629;10;x;0']);
  expect(all.map(({ indicator, value }) => [indicator, value])).toEqual([
    ['applications_received', 10],
    ['signature_specialised', 1],
    ['certificate_public', 0],
  ]);
});

it.each([
  ['Trụ sở (Có/Không)', true],
  ['Nhân sự: Đạt/Chưa đạt', true],
  ['Hồ sơ tiếp nhận (hồ sơ)', true],
  ['Chữ ký số chuyên dùng (chưa có máy)', false],
  ['Hồ sơ tiếp nhận (lũy kế)', false],
  ['Hồ sơ tiếp nhận (nghìn)', false],
  ['Tỷ lệ giải quyết đúng hạn (quá hạn)', false],
  ['Hồ sơ tiếp nhận [kế hoạch]', false],
])(
  'what stands in brackets is help for filling in, or the column is asked about: %s',
  async (header, isHelp) => {
    const { values, questions } = await read([`Mã xã;${header}`, '11629;1']);
    expect([values.length, questions.length]).toEqual(isHelp ? [1, 0] : [0, 1]);
  },
);

it('leaves out, by name, rows that are of no unit', async () => {
  const { codes, values } = await read([
    'TT;Tên xã;Lượt hỗ trợ',
    'I;Các phường;812',
    '1;Phường Phù Liễn;812',
    'TT;Tên xã;Lượt hỗ trợ',
    'II;Các xã;5',
    '1;Xã An Lão, TP. Hải Phòng;5',
    'Tổng cộng;;817',
    ';NGƯỜI LẬP BIỂU;TM. ỦY BAN NHÂN DÂN',
  ]);
  expect(codes).toEqual([
    'SECTIONS_LEFT_OUT 2',
    'HEADERS_LEFT_OUT 1',
    'TOTALS_LEFT_OUT 1',
    'SIGNATURES_LEFT_OUT 1',
  ]);
  expect(values).toEqual([
    ['11446', 812],
    ['11629', 5],
  ]);
});

it('reads numbers that Excel keeps as text', async () => {
  const { codes, values } = await read(['Mã xã;Lượt hỗ trợ', '"=""11629""";="7"', "'11446;'8"]);
  expect(codes).toEqual([]);
  expect(values).toEqual([
    ['11629', 7],
    ['11446', 8],
  ]);
});

describe('words about a criterion', () => {
  it.each([
    ['Đã cấp', 1],
    ['Đầy đủ', 1],
    ['Đáp ứng yêu cầu', 1],
    ['ü', 1],
    ['■', 1],
    ['Chưa cấp', 0],
    ['không đáp ứng', 0],
    ['□', 0],
  ])('are read where they are sure: %s', async (text, value) => {
    const { values } = await read(['Mã xã;Thiết bị số', `11629;${text}`]);
    expect(values).toEqual([['11629', value]]);
  });

  it('are asked once where they are not, and taken as they were answered', async () => {
    const lines = ['Mã xã;Thiết bị số', '11629;Đang lắp đặt', '11446;đang lắp đặt', '11635;2'];
    const asked = await read(lines);
    expect(asked.questions).toEqual([
      ['word:dang lap dat', ['met', 'notMet', 'notApplicable', 'notReported'], 2],
    ]);
    expect(asked.values).toEqual([]);
    // A number that is neither 0 nor 1 is no word.
    expect(asked.codes.at(-1)).toBe('VALUE_NOT_CRITERION 4');
    const { values } = await read(lines, { 'word:dang lap dat': 'notMet' });
    expect(values).toEqual([
      ['11629', 0],
      ['11446', 0],
    ]);
  });
});

it.each([
  ['31/12/2025', '2025-12-31'],
  ['31.12.2025 16:00', '2025-12-31'],
  ['31/12/25', '2025-12-31'],
  ['2025/12/31', '2025-12-31'],
  ['20251231', '2025-12-31'],
  ['ngày 31 tháng 12 năm 2025', '2025-12-31'],
  ['Tháng 12 năm 2025', '2025-12'],
  ['T12/2025', '2025-12'],
  ['tháng 7, năm 2025', '2025-07'],
  ['12-2025', '2025-12'],
  ['tháng 12', 'tháng 12'],
  ['week-2025-07-28', 'week-2025-07-28'],
])('reads the day or month %s as %s', (text, cut) => {
  expect(cutOfWriting(text)).toBe(cut);
});
