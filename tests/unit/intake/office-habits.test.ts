import { describe, expect, it } from 'vitest';
import { collectFigures } from '#main/core/take/intake/check/collect.ts';
import { openTable } from '#main/core/take/intake/read/open-table.ts';
import { cutOfWriting, mondayOfNumbered } from '#shared/domain/cut-writing.ts';
import { bytesSource } from '#tests/fixtures/intake/read-all.ts';
import { collectOptions } from '#tests/fixtures/intake/register.ts';

async function read(lines: readonly string[], answers: Readonly<Record<string, string>> = {}) {
  const file = await openTable(bytesSource('a.csv', Buffer.from(`${lines.join('\n')}\n`)));
  const options = collectOptions({
    defaultCut: 'month-2025-07',
    answers: new Map(Object.entries(answers)),
  });
  const { figures, problems, questions, rejectedRows, account } = await collectFigures(
    file,
    'a.csv',
    options,
  );
  const all = Array.from({ length: figures.size }, (_, at) => figures.get(at));
  return {
    all,
    values: all.map(({ unit, value }) => [unit, value]),
    codes: problems.kept
      .filter(({ severity, code }) => severity !== 'warning' || code.endsWith('LEFT_OUT'))
      .map(({ code, row, values }) => `${code} ${row ?? values.count ?? ''}`),
    questions: questions.map(({ id, candidates, rows }) => [id, candidates.map(({ code }) => code), rows]),
    rejectedRows,
    sums: account.sums,
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

  it.each([
    // A number where no figure stands, with nothing behind the last comma.
    [['Mã xã,Lượt hỗ trợ,Ghi chú', '11629,1,912', '11446,816,'], ['ROW_SHIFTED 2']],
    [['Mã xã,Lượt hỗ trợ,', '11629,1,912', '11446,816,'], ['ROW_SHIFTED 2']],
    [['Mã xã,Tỷ lệ hồ sơ nộp trực tuyến,Ghi chú', '11629,59,1', '11446,60,'], ['ROW_SHIFTED 2']],
    // Where the last column is a figure's own and empty, another row tells what commas do in this file.
    [
      ['Mã xã,Hồ sơ tiếp nhận,Lượt hỗ trợ', '11629,1,912', '11446,816,', '11635,1,912,5'],
      ['ROW_TOO_WIDE 4', 'ROW_SHIFTED 2'],
    ],
    [
      ['Mã xã,Hồ sơ tiếp nhận,Lượt hỗ trợ', '11629,1,912', '11446,816,', '11635,1,045'],
      ['ROW_SHIFTED 2', 'ROW_SHIFTED 4'],
    ],
  ])('is refused as well where an empty column hides it: %j', async (lines, wanted) => {
    const { codes, values } = await read(lines);
    expect(codes).toEqual(wanted);
    expect(values.map(([unit]) => unit)).toEqual(['11446']);
  });

  it('is not thought of where commas are in quotes, or no row shows otherwise', async () => {
    const { codes, values } = await read([
      'Mã xã,Hồ sơ tiếp nhận,Lượt hỗ trợ,Ghi chú',
      '11629,"1,912",5,xem phụ lục 3',
      '11446,1,912,',
    ]);
    expect(codes).toEqual([]);
    expect(values.map(([, value]) => value)).toEqual([1912, 5, 1, 912]);
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
    all
      .filter(({ indicator }) => indicator === wanted)
      .map(({ value, numerator, denominator }) => [Number(value?.toFixed(3)), numerator, denominator]);
  expect(rates('applications_online')).toEqual([
    [0.259, 36, 139],
    [0.165, 21, 127],
  ]);
  expect(rates('resolved_on_time')).toEqual([]);
  expect(questions.map(([id]) => id)).toEqual([
    'column:ho so giai quyet dung han so luong',
    'column:ho so giai quyet dung han ty le',
  ]);
});

it('asks about the columns of a header of which it is sure of none, and knows what offices shorten', async () => {
  const { questions } = await read([
    'STT;Đơn vị hành chính cấp xã;Số hồ sơ tiếp nhận và hẹn trả;Trong đó: trực tuyến',
    '1;Phường Phù Liễn;10;5',
  ]);
  expect(questions.map(([id]) => id)).toEqual(['column:so ho so tiep nhan va hen tra']);
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

it('leaves out, by name, what sums the units up and what stands below the table', async () => {
  const { codes, values } = await read([
    'TT;Tên xã;Lượt hỗ trợ;Hồ sơ tiếp nhận',
    '1;Phường Phù Liễn;812;1',
    '2;Xã An Lão, TP. Hải Phòng;5;2',
    ';Trung bình;408,5;1,5',
    ';Trong đó: phường;812;1',
    ';Ghi chú: số liệu đến ngày 31/7;;',
    ';;;Hải Phòng, ngày 05 tháng 8 năm 2025',
    ';Người lập;Thủ trưởng đơn vị;',
    ';Nguyễn Văn An;Trần Thị Bình;',
  ]);
  expect(codes).toEqual(['SUMMARIES_LEFT_OUT 2', 'NOTES_LEFT_OUT 1', 'SIGNATURES_LEFT_OUT 3']);
  expect(values).toHaveLength(4);
});

it('tells the sender of a number below the signatures, and of words that name no unit above them', async () => {
  const { codes } = await read([
    'Mã xã;Tên xã;Trụ sở;Lượt hỗ trợ',
    ';;Có;',
    '11629;Xã An Lão;Có;5',
    ';Người lập;;',
    ';Nguyễn Văn An;;7',
  ]);
  expect(codes).toEqual(['UNIT_MISSING 2', 'UNIT_UNKNOWN 5', 'SIGNATURES_LEFT_OUT 1']);
});

it('reads nothing below a header that names the columns in another order', async () => {
  const { codes, values } = await read([
    'TT;Xã, phường;Lượt hỗ trợ;Hồ sơ tiếp nhận',
    '1;Phường Phù Liễn;812;1',
    'TT;Xã, phường;Hồ sơ tiếp nhận;Lượt hỗ trợ',
    '2;Xã An Lão, TP. Hải Phòng;2;5',
  ]);
  expect(codes).toEqual(['HEADER_CHANGES 3']);
  expect(values.map(([unit]) => unit)).toEqual(['11446', '11446']);
});

it('asks about a code that lies in another province than the row says', async () => {
  const { codes, values, questions } = await read([
    'Mã xã;Tên xã;Tỉnh;Lượt hỗ trợ',
    '11629;Xã An Lão;Gia Lai;5',
    '11446;;Thành phố Hải Phòng;6',
    '11635;;Tỉnh Không Có;7',
  ]);
  expect(codes).toEqual(['UNIT_PROVINCE_DIFFERS 2']);
  expect(questions[0]?.[1]).toContain('11629');
  expect(values).toEqual([
    ['11446', 6],
    ['11635', 7],
  ]);
});

describe('a share without a denominator of its own', () => {
  const shares = async (lines: readonly string[], answers?: Readonly<Record<string, string>>) => {
    const found = await read(lines, answers);
    const shown = found.all
      .filter(({ indicator }) => indicator !== 'applications_received')
      .map(({ unit, indicator, numerator, denominator, value }) =>
        [unit, indicator, numerator ?? value, denominator].join(' ').trim(),
      );
    return { ...found, shown };
  };

  it('takes the one that its definition names, which serves several; another is asked about once', async () => {
    const lines = [
      'Mã xã;Số hồ sơ tiếp nhận;Số hồ sơ nộp trực tuyến;Số hồ sơ đúng hạn',
      '11629;139;36;51',
      '11446;127;21;54',
    ];
    const asked = await shares(lines);
    expect(asked.codes).toEqual(['DENOMINATOR_WHICH ']);
    expect(asked.questions).toEqual([['base:a.csv|resolved_on_time', ['B', 'none'], 1]]);
    expect(asked.shown).toEqual(['11629 applications_online 36 139', '11446 applications_online 21 127']);
    const answered = await shares(lines, { 'base:a.csv|resolved_on_time': 'B' });
    expect(answered.shown).toContain('11446 resolved_on_time 54 127');
    expect((await shares(lines, { 'base:a.csv|resolved_on_time': 'none' })).shown).toEqual(asked.shown);
  });

  it('is one of all that was resolved where the table counts it', async () => {
    const { shown, codes } = await shares(['Mã xã;Hồ sơ đã giải quyết;Số hồ sơ đúng hạn', '11629;139;51']);
    expect([shown, codes]).toEqual([['11629 resolved_on_time 51 139'], []]);
  });

  it('is an error of the column, not of each row, where nothing in the table can be it', async () => {
    const { codes } = await shares(['Mã xã;Số hồ sơ đúng hạn', '11629;51', '11446;54']);
    expect(codes).toEqual(['DENOMINATOR_NOWHERE ']);
  });

  it.each([
    [
      ['139;36', '127;121'],
      ['11629 applications_online 36 139', '11446 applications_online 121 127'],
    ],
    [
      ['139;25,9', '127;16'],
      ['11629 applications_online 0.259', '11446 applications_online 0.16'],
    ],
    [
      ['20;85', '127;16'],
      ['11629 applications_online 0.85', '11446 applications_online 0.16'],
    ],
  ])('of which the header says neither number nor rate is told by its numbers: %j', async (rows, wanted) => {
    const [first, second] = rows;
    const { shown, questions } = await shares([
      'Mã xã;Hồ sơ tiếp nhận;Nộp trực tuyến',
      `11629;${first}`,
      `11446;${second}`,
    ]);
    expect([shown, questions]).toEqual([wanted, []]);
  });

  it('is asked about where its numbers may be either, and nothing of it is taken', async () => {
    const lines = ['Mã xã;Hồ sơ tiếp nhận;Nộp trực tuyến', '11629;139;36', '11446;127;21'];
    const asked = await shares(lines);
    expect(asked.questions).toEqual([['parts:a.csv|C', ['count', 'rate'], 2]]);
    expect(asked.shown).toEqual([]);
    const counts = await shares(lines, { 'parts:a.csv|C': 'count' });
    expect(counts.shown).toEqual(['11629 applications_online 36 139', '11446 applications_online 21 127']);
    const rates = await shares(lines, { 'parts:a.csv|C': 'rate' });
    expect(rates.shown).toEqual(['11629 applications_online 0.36', '11446 applications_online 0.21']);
  });
});

describe('what a table states of itself', () => {
  const table = (total: string, section = '817') => [
    'TT;Mã xã;Tên xã;Lượt hỗ trợ;Hồ sơ tiếp nhận',
    `I;;Các phường, xã;${section};`,
    '1;11446;Phường Phù Liễn;812;3',
    '2;11629;Xã An Lão;5;4',
    `;;Tổng cộng;${total};7`,
  ];

  it('is agreed to where its sums are those of the units', async () => {
    const { codes, sums, values } = await read(table('817'));
    expect(codes.filter((code) => code.startsWith('TOTAL_'))).toEqual([]);
    expect([sums.agrees, sums.differs, values.length]).toEqual([3, 0, 4]);
  });

  it('keeps the column of a sum that is not, until somebody says that the units are right', async () => {
    const asked = await read(table('818'));
    expect(asked.codes).toContain('TOTAL_DIFFERS 5');
    expect(asked.questions).toEqual([['proof:', ['figures'], 1]]);
    expect(asked.values).toEqual([
      ['11446', 3],
      ['11629', 4],
    ]);
    const { questions, values } = await read(table('818'), { 'proof:': 'figures' });
    expect([questions, values.length]).toEqual([[], 4]);
  });

  it('keeps a rate that is not that of its numbers, until somebody says that the numbers are right', async () => {
    const lines = [
      'Mã xã;Hồ sơ tiếp nhận;Số hồ sơ nộp trực tuyến;Tỷ lệ hồ sơ nộp trực tuyến (%)',
      '11629;139;36;25,9',
      '11446;127;21;61,5',
    ];
    const asked = await read(lines);
    expect(asked.codes).toEqual(['VALUE_DIFFERS_FROM_PARTS 3']);
    expect(asked.questions).toEqual([['proof:', ['figures'], 1]]);
    const shares = (all: typeof asked.all) =>
      all.filter(({ indicator }) => indicator === 'applications_online').map(({ unit }) => unit);
    expect(shares(asked.all)).toEqual(['11629']);
    expect(shares((await read(lines, { 'proof:': 'figures' })).all)).toEqual(['11629', '11446']);
  });
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
  ['01/12-07/12/2026', '2026-12-07'],
  ['29/12/2026 – 04/01/2027', '2027-01-04'],
  ['kỳ 01–07/12/2026', '2026-12-07'],
  ['01/12–31/12/2026', '2026-12'],
  ['01/12-09/12/2026', '01/12-09/12/2026'],
  ['tuần 07/12/2026', '2026-12-07'],
  ['Tuần 12/2026', 'Tuần 12/2026'],
  ['Tuần 12-2026', 'Tuần 12-2026'],
  ['week-2025-07-28', 'week-2025-07-28'],
])('reads the day or month %s as %s', (text, cut) => {
  expect(cutOfWriting(text)).toBe(cut);
});

it.each([
  ['Tuần 49/2026', '2026-11-30'],
  ['tuần thứ 1 năm 2027', '2027-01-04'],
  ['Tuần 1', '2025-12-29'],
  ['tuần 07/12/2026', null],
])('knows the week of the number in %s', (text, monday) => {
  expect(mondayOfNumbered(text, '2026-06-01')).toBe(monday);
});

describe('who signs a table', () => {
  it('may stand beside a narrow one', async () => {
    const { codes, values } = await read([
      'Mã xã\tHồ sơ tiếp nhận',
      '11629\t10',
      '\tNgười lập biểu\tTM. ỦY BAN NHÂN DÂN',
      '\tNguyễn Văn An\tTrần Thị Bình',
    ]);
    expect(codes).toEqual(['SIGNATURES_LEFT_OUT 2']);
    expect(values).toEqual([['11629', 10]]);
  });

  it('is no word for a row with a number too many', async () => {
    const { codes } = await read([
      'Mã xã\tHồ sơ tiếp nhận',
      '11629\t10',
      '\tNgười lập biểu\t5',
      '11446\t1\t912',
    ]);
    expect(codes).toEqual(['ROW_TOO_WIDE 3', 'ROW_TOO_WIDE 4']);
  });
});
