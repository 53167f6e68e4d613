import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import type { IntakePreviewDto } from '#shared/contract/intake.ts';
import { asLegacy } from '#tests/fixtures/intake/legacy-text.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';

const CUT = 'week-2025-12-29';
const WHO = 'Trực ban';
let application: Application;
beforeAll(async () => {
  application = await createApp({
    dataFolder: filledFolder(),
    clock: () => new Date('2025-12-29T10:00:00.000Z'),
  });
});
afterAll(() => application.close());

const recipes = () => application.client.recipes;
type Said = Omit<Parameters<typeof application.client.intake.inspect>[0], 'file' | 'upload' | 'keep'>;
const look = (lines: readonly string[], said: Said = {}, name = 'a.csv') =>
  application.client.intake.inspect({
    file: new File([`${lines.join('\n')}\n`], name),
    cut: CUT,
    ...said,
  });
const usedBy = ({ recipes: used }: IntakePreviewDto) => used.map((one) => `${one.name} ${one.version}`);
const codesOf = ({ problems }: IntakePreviewDto) => problems.map(({ code }) => code);

/** A table of Hải Phòng of which nothing is known by its header, with a total that it states itself. */
const table = (title: string, met = ['Được', 'Được', 'Chưa xong'], total = 2) => [
  title,
  'Mã số hóa;Hạ tầng;Ghi thêm',
  `11629;${met[0]};a`,
  `11446;${met[1]};b`,
  `11635;${met[2]};c`,
  `;Gộp lại;${total}`,
  ';Lập tại Hải Phòng;',
];
const TITLE = 'Thành phố Hải Phòng;;';
const CHOICES: Said = {
  layout: { 'a.csv': { header: { first: 2, last: 2 }, rows: { 6: 'total' }, lastRow: 6 } },
  answers: {
    'column:ma so hoa': 'unitCode',
    'column:ha tang': 'value:devices',
    'column:ghi them': 'ignored',
    'word:duoc': 'met',
  },
};

async function saved(name: string, lines = table(TITLE), said = CHOICES) {
  const preview = await look(lines, said);
  return await recipes().save({ id: preview.id ?? '', sheet: 'a.csv', name, who: WHO });
}

test('what was said of a table reads the next one of its shape and sender, and is said', async () => {
  const first = await look(table(TITLE), CHOICES);
  expect({ outcome: first.outcome, recipes: first.recipes }).toEqual({ outcome: 'ready', recipes: [] });
  const made = await saved('Hải Phòng hằng tuần');
  expect(made).toMatchObject({ version: 1, sender: '31', kind: 'figures', madeBy: WHO, endedAt: null });
  // A row more above the header, another week's words: nothing is asked.
  const next = await look(['Kèm công văn;;', ...table(TITLE, ['Chưa xong', 'Được', 'Được'])], {}, 'b.csv');
  expect(next).toMatchObject({ outcome: 'ready', figures: 3, questions: [] });
  expect(next.recipes).toEqual([{ sheet: 'b.csv', name: 'Hải Phòng hằng tuần', version: 1 }]);
  expect(codesOf(next)).toContain('RECIPE_USED');
  expect(next.sheets[0]?.columns.map(({ certainty }) => certainty)).toEqual(['recipe', 'recipe', 'recipe']);
  expect(next.sheets[0]?.header).toEqual({ first: 3, last: 3 });
  expect(next.sheets[0]?.leftOut).toEqual([
    { row: 7, rule: 'total' },
    { row: 8, rule: 'footer' },
  ]);
  const { problems, proof } = next;
  expect(problems.filter(({ severity }) => severity !== 'warning')).toEqual([]);
  expect(proof?.rows).toMatchObject({ used: 3, rejected: 0 });
});

test('a person says that none is to be used, or says something else of this very file', async () => {
  const none = await look(table(TITLE), { recipe: null });
  expect([usedBy(none), codesOf(none)[0]]).toEqual([[], 'HEADER_NOT_FOUND']);
  const other = await look(table(TITLE), { answers: { 'word:duoc': 'notMet' } });
  const page = await application.client.intake.changes({
    id: other.id ?? '',
    states: ['new', 'changed', 'same'],
  });
  expect(page.figures.map(({ now }) => now.value)).toEqual([0, 0, 0]);
});

test.each([
  [
    'a column more',
    table(TITLE)
      .map((line) => `${line};`)
      .with(1, 'Mã số hóa;Hạ tầng;Ghi thêm;Mới'),
  ],
  ['another letter', table(TITLE).with(1, 'Mã số hoá mới;Hạ tầng;Ghi thêm')],
  ['a percent sign', table(TITLE).with(1, 'Mã số hóa;Hạ tầng (%);Ghi thêm')],
  ['another order', table(TITLE).with(1, 'Hạ tầng;Mã số hóa;Ghi thêm')],
  ['the title of another province', table('Thành phố Hà Nội;;')],
])('it is not used where the shape or the sender is another: %s', async (_, lines) => {
  expect(usedBy(await look(lines))).toEqual([]);
});

test('it is not used for units of another province, though nothing says whose they are but the units', async () => {
  const lines = table('Bảng;;').map((line) => line.replace(/^11\d{3}/, (code) => HANOI[code] ?? code));
  expect(usedBy(await look(table('Bảng;;')))).toEqual(['Hải Phòng hằng tuần 1']);
  const strange = await look(lines);
  expect([usedBy(strange), codesOf(strange)[0]]).toEqual([[], 'HEADER_NOT_FOUND']);
});
const HANOI: Readonly<Record<string, string>> = { 11629: '00004', 11446: '00008', 11635: '00025' };

test('it never hides that a file contradicts itself, nor asks less of it', async () => {
  const kept = await saved('Hải Phòng hằng tuần', table(TITLE), {
    ...CHOICES,
    answers: { ...CHOICES.answers, 'column:ghi them': 'value:support_operations' },
  });
  expect(kept.version).toBe(2);
  const numbers = (total: number) => [
    TITLE,
    'Mã số hóa;Hạ tầng;Ghi thêm',
    '11629;Được;5',
    '11446;Được;6',
    `;Gộp lại;${total}`,
  ];
  const month = { cut: 'month-2025-11' };
  const good = await look(numbers(11), month);
  expect(usedBy(good)).toEqual(['Hải Phòng hằng tuần 2']);
  expect(codesOf(good)).not.toContain('TOTAL_DIFFERS');
  const wrong = await look(numbers(12), month);
  expect(usedBy(wrong)).toEqual(['Hải Phòng hằng tuần 2']);
  expect(wrong.questions.map(({ id }) => id)).toContain('proof:');
  expect(wrong.proof?.verdict).toBe('look');
  // A confirmation of one file is none of the next.
  const preview = await look(numbers(12), { ...month, answers: { 'proof:': 'figures' } });
  const { content } = await recipes().save({
    ...{ id: preview.id ?? '', sheet: 'a.csv', name: 'Hải Phòng hằng tuần', who: WHO },
  });
  expect(Object.keys(content.answers)).toEqual(['word:duoc']);
  expect((await look(numbers(12), month)).proof?.verdict).toBe('look');
});

test('a change is the next version, and every version stays', async () => {
  const versions = await recipes().versions({ name: 'Hải Phòng hằng tuần' });
  expect(versions.map(({ version, endedAt }) => [version, endedAt === null])).toEqual([
    [3, true],
    [2, false],
    [1, false],
  ]);
  expect(versions[2]?.content.columns).toEqual({ A: 'unitCode', B: 'value:devices', C: 'ignored' });
  expect((await recipes().list()).map(({ name, version }) => [name, version])).toEqual([
    ['Hải Phòng hằng tuần', 3],
  ]);
});

test('a scale that was said is no licence: numbers up to 1 alone are asked about as ever', async () => {
  const rates = (numbers: readonly string[]) => [
    'Thành phố Hải Phòng;',
    'Mã xã;Tỷ lệ hồ sơ nộp trực tuyến',
    ...numbers.map((number, at) => `${['11629', '11446'][at]};${number}`),
  ];
  const key = 'scale:a.csv|B|applications_online';
  const month = { cut: 'month-2025-11' };
  const mixed = await look(rates(['85,3', '0,8']), month);
  expect(mixed.questions.map(({ id }) => id)).toEqual([key]);
  await saved('Tỷ lệ', rates(['85,3', '0,8']), { ...month, answers: { [key]: 'percent' } });
  const again = await look(rates(['70', '0,5']), month, 'khác.csv');
  expect([usedBy(again), again.questions]).toEqual([['Tỷ lệ 1'], []]);
  const small = await look(rates(['0,7', '0,5']), month, 'khác.csv');
  expect(small.questions.map(({ code }) => code)).toEqual(['SCALE_BELOW_PERCENT']);
});

test('one that is asked for by name has to fit', async () => {
  const name = 'Hải Phòng hằng tuần';
  const asked = await look(table('Thành phố Hà Nội;;'), { recipe: name });
  expect(usedBy(asked)).toEqual([`${name} 3`]);
  const other = await look(['Mã xã;Thiết bị số', '11629;Có'], { recipe: name });
  expect(other.problems).toContainEqual(
    expect.objectContaining({
      severity: 'error',
      code: 'RECIPE_NO_FIT',
      values: { name, missing: 'mã số hóa' },
    }),
  );
  const reports = await look(['Mã nhiệm vụ;Tiến độ (%)', '1.01;50'], { recipe: name });
  expect(reports.problems).toContainEqual(
    expect.objectContaining({ code: 'RECIPE_OTHER_KIND', values: { name, kind: 'figures' } }),
  );
  const unknown = await look(table(TITLE), { recipe: 'Không có' }).catch((error: unknown) => error);
  expect(unknown).toMatchObject({ code: 'RECIPE_UNKNOWN' });
});

test('it travels as a file, and what is no recipe is refused with the place', async () => {
  const name = 'Hải Phòng hằng tuần';
  const { file, text } = await recipes().export({ name });
  expect(file).toBe('Hải Phòng hằng tuần.kh02-recipe.json');
  await recipes().remove({ name, who: WHO });
  expect(usedBy(await look(table(TITLE)))).toEqual([]);
  const back = await recipes().import({ text, who: WHO });
  expect({ name: back.name, version: back.version }).toEqual({ name, version: 4 });
  expect(usedBy(await look(table(TITLE)))).toEqual([`${name} 4`]);
  const changed = (change: (content: Record<string, unknown>) => void) => {
    const value = JSON.parse(text);
    change(value.content);
    return JSON.stringify(value);
  };
  const wrong: readonly [string, string][] = [
    ['nonsense', 'JSON'],
    ['{}', 'format'],
    [changed((content) => Object.assign(content, { columns: { A: 'whatever' } })), 'content.columns.A'],
    [
      changed((content) => Object.assign(content, { answers: { 'proof:': 'figures' } })),
      'content.answers.proof:',
    ],
    [
      changed((content) => Object.assign(content, { rows: [{ label: 'x', kind: 'gone' }] })),
      'content.rows.0.kind',
    ],
  ];
  for (const [one, where] of wrong) {
    const error = await recipes()
      .import({ text: one, who: WHO })
      .catch((thrown: unknown) => thrown);
    expect(error, where).toMatchObject({ code: 'RECIPE_FILE', data: { values: { where } } });
  }
});

test('it goes by another name with all its versions, also for the next file', async () => {
  const [name, to] = ['Hải Phòng hằng tuần', 'Sở KHCN Hải Phòng'];
  await expect(recipes().rename({ name, to: 'Tỷ lệ', who: WHO })).rejects.toMatchObject({
    code: 'RECIPE_TAKEN',
  });
  const before = await recipes().versions({ name });
  expect(await recipes().rename({ name, to, who: WHO })).toMatchObject({ name: to, version: 4 });
  expect((await recipes().versions({ name: to })).map(({ version }) => version)).toEqual(
    before.map(({ version }) => version),
  );
  expect(usedBy(await look(table(TITLE)))).toEqual([`${to} 4`]);
  await expect(recipes().versions({ name })).rejects.toMatchObject({ code: 'RECIPE_UNKNOWN' });
  const { acts } = await application.client.journal.list({ kinds: ['recipeRenamed'] });
  expect(acts.map(({ subject, who }) => [subject, who])).toEqual([[`${name} → ${to}`, WHO]]);
  await recipes().rename({ name: to, to: name, who: WHO });
});

/** As bytes: every sign of the old alphabets is one of Latin-1. */
const tcvn3 = (text: string) => new Uint8Array(Buffer.from(asLegacy(text, 'tcvn3'), 'latin1'));

test('it keeps the encoding and the delimiter that a person chose, and leaves Unicode as it is', async () => {
  // 'Ghi chú' divides nothing by itself: bars stand in the table, commas in its words.
  const text = 'Thành phố Hải Phòng|\nMã xã|Kết quả, trả lời\n11629|Đúng, đủ\n11446|Đúng, đủ\n';
  const bytes = tcvn3(text);
  const read = (said: Said, content: Uint8Array<ArrayBuffer>, name = 'a.csv') =>
    application.client.intake.inspect({ file: new File([content], name), cut: CUT, ...said });
  const said: Said = {
    ...{
      layout: { 'a.csv': { header: { first: 2, last: 2 } } },
      dialect: { encoding: 'tcvn3', delimiter: '|' },
    },
    answers: { 'column:ket qua tra loi': 'value:devices', 'word:dung du': 'met' },
  };
  const preview = await read(said, bytes);
  expect([preview.encoding, preview.delimiter, preview.figures]).toEqual(['tcvn3', '|', 2]);
  const { content } = await recipes().save({
    ...{ id: preview.id ?? '', sheet: 'a.csv', name: 'Chữ cũ', who: WHO },
  });
  expect(content.dialect).toEqual({ encoding: 'tcvn3', delimiter: '|' });
  const next = await read({}, bytes, 'b.csv');
  expect([usedBy(next), next.encoding, next.delimiter, next.figures]).toEqual([
    ['Chữ cũ 1'],
    'tcvn3',
    '|',
    2,
  ]);
  const unicode = await read({}, new TextEncoder().encode(text), 'c.csv');
  expect([usedBy(unicode), unicode.encoding, unicode.figures]).toEqual([['Chữ cũ 1'], 'utf-8', 2]);
  // Of another province it is read as if there were no recipe.
  const strange = await read({}, tcvn3(text.replace('Hải Phòng', 'Hà Nội')), 'd.csv');
  expect([usedBy(strange), strange.delimiter]).not.toEqual([['Chữ cũ 1'], '|']);
  const own = await read({ dialect: { delimiter: ',' } }, bytes, 'e.csv');
  expect([usedBy(own), own.delimiter]).toEqual([[], ',']);
});

test('names and shapes are of one sender, and nothing said is no recipe', async () => {
  const refused = (work: Promise<unknown>) => work.catch((error: { code?: string }) => error.code);
  expect(await refused(saved('Tên khác'))).toBe('RECIPE_SHAPE');
  expect(
    await refused(
      saved(
        'Tỷ lệ',
        table('Thành phố Hà Nội;;').map((line) => line.replace(/^11\d{3}/, (code) => HANOI[code] ?? code)),
      ),
    ),
  ).toBe('RECIPE_OTHER');
  const plain = ['Thành phố Hải Phòng;', 'Mã xã;Thiết bị số', '11629;Có'];
  expect(await refused(saved('Không gì', plain, {}))).toBe('RECIPE_NOTHING');
  expect(await refused(recipes().remove({ name: 'Không có', who: WHO }))).toBe('RECIPE_UNKNOWN');
});

test('who saved and removed it stands in the journal', async () => {
  const { acts } = await application.client.journal.list({ kinds: ['recipeSaved', 'recipeRemoved'] });
  expect(acts.map(({ kind, subject, who }) => [kind, subject, who])).toContainEqual([
    'recipeRemoved',
    'Hải Phòng hằng tuần',
    WHO,
  ]);
});
