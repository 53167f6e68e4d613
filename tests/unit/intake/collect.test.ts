import { expect, test } from 'vitest';
import { suspicions } from '#main/core/take/intake/check/against-past.ts';
import { collectFigures } from '#main/core/take/intake/check/collect.ts';
import { completenessProblems } from '#main/core/take/intake/check/completeness.ts';
import type { CollectOptions } from '#main/core/take/intake/check/options.ts';
import { openTable } from '#main/core/take/intake/read/open-table.ts';
import { cutOfTitle } from '#main/core/take/intake/recognise/title-cut.ts';
import { bytesSource } from '#tests/fixtures/intake/read-all.ts';
import { collectOptions, register } from '#tests/fixtures/intake/register.ts';
import { writeWorkbook } from '#tests/fixtures/intake/workbook.ts';

async function collect(text: string | Uint8Array, change: Partial<CollectOptions> = {}, name = 'a.csv') {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const result = await collectFigures(
    await openTable(bytesSource(name, bytes)),
    name,
    collectOptions(change),
  );
  const figures = Array.from({ length: result.figures.size }, (_, index) => result.figures.get(index));
  return {
    ...result,
    values: figures.map(({ unit, indicator, value }) => [unit, indicator, value]),
    codes: result.problems.kept.map(({ code, row, column }) => `${code} ${column ?? ''}${row ?? ''}`),
    all: figures,
  };
}

test('finds the header below titles and leaves totals and signatures out', async () => {
  const result = await collect(
    [
      'UBND THÀNH PHỐ HẢI PHÒNG;;;;',
      'BÁO CÁO tháng 7;;;;',
      'STT;Mã xã;Tên xã, phường;Thiết bị số;Chữ ký số chuyên dùng',
      '(1);(2);(3);(4);(5)',
      '1;11629;Xã An Lão;Có;Không',
      '2;;Phường Phù Liễn;x;0',
      ';;Tổng cộng;2;0',
      ';;Người lập biểu;;',
    ].join('\n'),
  );
  expect(result.codes).toEqual(['TOTALS_LEFT_OUT ', 'SIGNATURES_LEFT_OUT ']);
  expect(result.province).toBe('31');
  expect(result.values).toEqual([
    ['11629', 'devices', 1],
    ['11629', 'signature_specialised', 0],
    ['11446', 'devices', 1],
    ['11446', 'signature_specialised', 0],
  ]);
  expect([result.rows, result.rejectedRows]).toEqual([2, 0]);
});

test('tells rows of totals from communes whose names begin alike', async () => {
  const result = await collect(
    [
      'TT;Mã xã;Tên xã;Thiết bị số',
      '1;;Tống Sơn;Có',
      '2;;Công Chính;Có',
      '3;;Tổng Cọt;Có',
      'Tổng cộng;;;3',
      ';TỔNG SỐ;;3',
      ';;Toàn thành phố;3',
      ';;Tổng số xã đạt;3',
      ';;cong;3',
    ].join('\n'),
  );
  expect(result.codes).toEqual(['TOTALS_LEFT_OUT ']);
  expect(result.values.map(([unit]) => unit)).toEqual(['15316', '16369', '01414']);
});

test('says once that no cut is known, and once which other cut the rows name', async () => {
  const text = 'Mã xã,Thiết bị số,Trụ sở\n11629,1,1\n11446,1,1\n';
  expect((await collect(text, { defaultCut: null })).codes).toEqual(['CUT_MISSING ']);
  const dated = 'Kỳ,Mã xã,Thiết bị số\nweek-2025-07-21,11629,1\nweek-2025-07-21,11446,1\n';
  const result = await collect(dated, { askedCut: 'week-2025-07-28' });
  expect(result.codes).toEqual(['CUT_OTHER A2']);
  expect(result.all[0]?.cut).toBe('week-2025-07-21');
});

test('asks whether the cut of the title is meant, and takes the answer for the whole file', async () => {
  const text =
    'Hà Nội, ngày 05 tháng 01 năm 2026,\nKỳ số liệu: tháng 12/2025,\nMã xã,Thiết bị số\n11629,1\n11446,1\n';
  const first = await collect(text, { defaultCut: null });
  expect(first.codes).toEqual(['CUT_IN_TITLE ']);
  expect(first.questions).toMatchObject([{ id: 'cut:', candidates: [{ code: '2025-12' }], rows: 2 }]);
  const answers = new Map([['cut:', 'month-2025-12']]);
  const second = await collect(text, { defaultCut: null, answers });
  expect(second.all.map(({ cut }) => cut)).toEqual(['month-2025-12', 'month-2025-12']);
});

test('reads one cut from a title, or none', () => {
  expect(cutOfTitle(['BÁO CÁO THÁNG 7 NĂM 2025'])).toBe('2025-07');
  expect(cutOfTitle(['(Số liệu tính đến 16 giờ 00 ngày 31/07/2025)'])).toBe('2025-07-31');
  expect(cutOfTitle(['Kỳ: 29-12-2025'])).toBe('2025-12-29');
  expect(cutOfTitle(['Hà Nội, ngày 05 tháng 01 năm 2026', 'Công văn số 12/2025 ngày 03/12/2025'])).toBe(null);
  expect(cutOfTitle(['tháng 6/2025', 'tháng 7/2025'])).toBe(null);
});

test('says that a table without any figure has none', async () => {
  expect((await collect('Mã xã,Thiết bị số\n11629,\n')).codes).toEqual(['FILE_NO_FIGURES ']);
});

test('reads a header of two rows with merged cells', async () => {
  const text = (reference: string, value: string) => `<c r="${reference}" t="str"><v>${value}</v></c>`;
  const rows =
    `<row r="3">${text('A3', 'Mã đơn vị')}${text('B3', 'Nộp trực tuyến')}${text('D3', 'Đúng hạn')}</row>` +
    `<row r="4">${text('B4', 'Tử số')}${text('C4', 'Mẫu số')}${text('D4', 'Số thực hiện')}${text('E4', 'Tổng số')}</row>` +
    '<row r="5"><c r="A5"><v>11629</v></c><c r="B5"><v>1048</v></c><c r="C5"><v>1142</v></c><c r="D5"><v>9</v></c><c r="E5"><v>10</v></c></row>';
  const result = await collect(
    writeWorkbook({
      sheets: [{ name: 'A', rows, after: '<mergeCells><mergeCell ref="B3:C3"/></mergeCells>' }],
    }),
    { defaultCut: 'month-2025-07' },
    'a.xlsx',
  );
  expect(result.codes).toEqual([]);
  expect(
    result.all.map(({ indicator, numerator, denominator }) => [indicator, numerator, denominator]),
  ).toEqual([
    ['applications_online', 1048, 1142],
    ['resolved_on_time', 9, 10],
  ]);
});

test('reads the long shape in both languages with a cut in each row', async () => {
  const english = await collect(
    'cut,unit_code,indicator,value,numerator,denominator,note\nmonth-2025-07,11629,applications_online,,1,2,ok\n',
  );
  const vietnamese = await collect(
    'Kỳ;Mã xã;Chỉ tiêu;Tử số;Mẫu số;Ghi chú\nmonth-2025-07;11629;Nộp trực tuyến;1;2;ok\n',
  );
  expect(english.all).toEqual(vietnamese.all);
  expect(english.all[0]).toMatchObject({ cut: 'month-2025-07', value: 0.5, note: 'ok', row: 2 });
});

test('reads dates of cuts as text, as date cell and as serial', async () => {
  const asked: string[] = [];
  const resolveCut = (text: string) => {
    asked.push(text);
    return { outcome: 'known' as const, code: 'week-2025-07-28' };
  };
  await collect('Ngày,Mã xã,Thiết bị số\n31/07/2025,11629,1\n2025-08-01,11446,1\n45869,00004,1\n', {
    resolveCut,
  });
  expect(asked).toEqual(['2025-07-31', '2025-08-01', '2025-07-31']);
});

test('asks for a column it half understands and takes it once answered or remembered', async () => {
  const text = 'Mã xã,Thiết bị số,Tỷ lệ văn bản điện tử ký số toàn xã\n11629,1,50%\n';
  const first = await collect(text);
  expect(first.questions.map(({ code, candidates }) => [code, candidates[0]?.code])).toEqual([
    ['COLUMN_SUGGESTED', 'value:documents_signed'],
  ]);
  expect(first.values).toEqual([['11629', 'devices', 1]]);
  const [question] = first.questions;
  const second = await collect(text, { answers: new Map([[question?.id ?? '', 'value:documents_signed']]) });
  expect(second.values).toEqual([
    ['11629', 'devices', 1],
    ['11629', 'documents_signed', 0.5],
  ]);
});

test('asks once for all rows that name the same uncertain unit', async () => {
  const text = 'Tên xã,Chỉ tiêu,Giá trị\nXã An Lão,devices,1\nXã An Lão,staff,0\n';
  const first = await collect(text);
  expect(first.questions.map(({ code, rows }) => [code, rows])).toEqual([['UNIT_AMBIGUOUS', 2]]);
  const answered = await collect(text, { answers: new Map([[first.questions[0]?.id ?? '', '11629']]) });
  expect(answered.values).toEqual([
    ['11629', 'devices', 1],
    ['11629', 'staff', 0],
  ]);
});

test('names sheet, row and column of each wrong cell', async () => {
  const result = await collect(
    'Mã xã,Tên xã,Thiết bị số,Lượt hỗ trợ\n11629,Xã An Lão,có lẽ,-5\n11629,Phường Phù Liễn,1,1\n99999,,1,1\n',
  );
  expect(result.codes).toEqual([
    'WORD_UNKNOWN C2',
    'CUT_KIND_UNUSUAL ',
    'VALUE_NEGATIVE D2',
    'UNIT_CODE_NAME_DIFFER B3',
    'UNIT_UNKNOWN B4',
  ]);
  expect(result.rejectedRows).toBe(3);
});

test("notes a sender's 'not applicable' wherever the plan asks", async () => {
  const text = 'Mã xã,Thiết bị số,Lượt hỗ trợ\n11629,KAD,không áp dụng\n';
  const notAsked = { 11629: ['support_operations'] };
  const codes = async (change: Partial<CollectOptions>) =>
    (await collect(text, change)).codes.filter((code) => code.startsWith('NOT_APPLICABLE'));
  expect(await codes({})).toEqual(['NOT_APPLICABLE_ASKED B2', 'NOT_APPLICABLE_ASKED C2']);
  expect(await codes({ notAsked })).toEqual(['NOT_APPLICABLE_ASKED B2']);
});

test('tells equal rows from rows that contradict each other', async () => {
  const result = await collect('Mã xã,Thiết bị số\n11629,1\n11629,1\n11629,0\n');
  expect(result.codes).toEqual(['ROW_TWICE_SAME B3', 'ROW_TWICE_DIFFERENT B4']);
  expect(result.values).toEqual([['11629', 'devices', 1]]);
});

test('applies corrections to cells and leaves excluded rows out', async () => {
  const result = await collect('Mã xã,Thiết bị số\n11629,có lẽ\n11446,1\n', {
    fixes: new Map([['a.csv!B2', 'Không']]),
    excluded: new Set(['a.csv!3']),
  });
  expect(result.codes).toEqual(['ROWS_TAKEN_OUT ']);
  expect(result.values).toEqual([['11629', 'devices', 0]]);
});

test('refuses communes of another province in a file of one', async () => {
  const result = await collect('Mã xã,Thiết bị số\n11629,1\n00004,1\n', { province: '31' });
  expect(result.codes).toEqual(['UNIT_OTHER_PROVINCE A3']);
  expect(result.values).toEqual([['11629', 'devices', 1]]);
});

test('says how many communes a province left out', async () => {
  const result = await collect('Mã xã,Thiết bị số\n11629,1\n', { province: '31' });
  const [missing] = completenessProblems(result.figures, '31', register, '2025-08-01');
  expect(missing).toMatchObject({ code: 'COMMUNES_MISSING', values: { cut: 'week-2025-07-28', count: 113 } });
});

test('reads a JSON feed as the same figures', async () => {
  const feed = {
    format: 'kh02-import',
    version: 1,
    cut: 'week-2025-07-28',
    observations: [{ unit_code: '11629', indicator: 'devices', value: true }],
  };
  const result = await collect(JSON.stringify(feed), { defaultCut: null }, 'a.json');
  expect(result.values).toEqual([['11629', 'devices', 1]]);
  expect(result.all[0]?.row).toBe(1);
});

test('takes no number from a feed that may be a percent or a fraction above the whole, as from a table', async () => {
  const observation = { unit_code: '11629', indicator: 'applications_online', value: 1.4 };
  const feed = { format: 'kh02-import', version: 1, cut: 'month-2025-10', observations: [observation] };
  const fed = await collect(JSON.stringify(feed), { defaultCut: null }, 'a.json');
  const written = await collect(
    'cut,unit_code,indicator,value\nmonth-2025-10,11629,applications_online,1.4\n',
  );
  for (const { codes, values } of [fed, written]) {
    expect(codes.join()).toMatch(/SCALE_ABOVE_ONE/);
    expect(values).toEqual([]);
  }
});

test('suspects figures that are all as before, and those that leap', async () => {
  const communes = (register.communesOf.get('31') ?? []).slice(0, 30);
  const { figures } = await collect(
    `Mã xã,Lượt hỗ trợ\n${communes.map(({ code }) => `${code},500`).join('\n')}\n`,
  );
  const against = (value: number) => {
    const past = new Map(communes.map(({ code }) => [code, { value, numerator: null, denominator: null }]));
    const found = suspicions(
      figures,
      () => 'count',
      () => past,
      () => 'a.csv',
    );
    return found.problems.map(({ code }) => code);
  };
  expect(against(500)).toEqual(['ALL_SAME_AS_BEFORE']);
  expect(new Set(against(20))).toEqual(new Set(['JUMP']));
  expect(new Set(against(50))).toEqual(new Set(['JUMP']));
  expect(against(450)).toEqual([]);
});

test.each([
  [20, 0.5, ['ALL_SAME_AS_BEFORE']],
  [19, 0.5, []],
  [1, 0.125, []],
  [1, 0.1, ['JUMP']],
  [1, 0.9, ['JUMP']],
])('of %i rates of 50%% that were %d before it suspects %j', async (count, value, expected) => {
  const communes = (register.communesOf.get('31') ?? []).slice(0, count);
  const rows = communes.map(({ code }) => `${code};50%`).join('\n');
  const { figures } = await collect(`Mã xã;Nộp trực tuyến\n${rows}\n`, { defaultCut: 'month-2025-07' });
  const past = new Map(communes.map(({ code }) => [code, { value, numerator: null, denominator: null }]));
  const found = suspicions(
    figures,
    () => 'ratio',
    () => past,
    () => 'a.csv',
  );
  expect(found.problems.map(({ code }) => code)).toEqual(expected);
});

test('skips sheets without a table when another has one, and says so when none has', async () => {
  expect((await collect('xin chào\n')).codes).toEqual(['HEADER_NOT_FOUND ']);
});
