import { expect, test } from 'vitest';
import { guessProvince, provinceOfUnits } from '#main/core/take/intake/resolve/guess-province.ts';
import { resolveUnit } from '#main/core/take/intake/resolve/resolve-unit.ts';
import { foldText } from '#shared/text/fold.ts';
import { catalogue, register } from '#tests/fixtures/intake/register.ts';

const scope = { province: null, day: '2025-08-01' };
const HAI_PHONG = { province: '31', day: '2025-08-01' };

function resolve(
  words: { code?: string; name?: string; province?: string },
  within: { province: string | null; day: string } = scope,
) {
  const result = resolveUnit(
    { code: words.code ?? null, name: words.name ?? null, province: words.province ?? null },
    register,
    within,
  );
  if (result.outcome === 'found') return [result.unit.code, ...result.notes].join(' ');
  if (result.outcome === 'ask')
    return `${result.why}: ${result.candidates.map(({ code }) => code).join(' ')}`;
  return result.outcome;
}

const anLao = catalogue.units.communes.filter(({ name }) => name === 'An Lão').map(({ code }) => code);

test.each([
  [{ code: '11629' }, '11629'],
  [{ code: '4', name: 'Phường Ba Đình' }, '00004 zeroLost'],
  [{ code: '4.0', name: 'Ba Đình' }, '00004 zeroLost'],
  [{ code: '00004', name: 'Ba Dinh' }, '00004'],
  [{ code: '91', name: 'Phường Phú Thượng' }, '00091 zeroLost'],
  [{ code: '91', name: 'An Giang' }, '91'],
  [{ code: '91' }, '91'],
  [{ code: '00004', name: 'Xã Ba Đình' }, '00004 oldKind'],
  [{ code: '99999' }, 'unknown'],
  [{ code: '99999', name: 'Phường Phù Liễn' }, '11446'],
  [{}, 'missing'],
])('finds %o as %s', (words, expected) => {
  expect(resolve(words)).toBe(expected);
});

test.each([
  'Phường Phù Liễn',
  'P. Phù Liễn',
  'P.Phù Liễn',
  'phường  phù liễn ',
  'PHƯỜNG PHÙ LIỄN',
  'Phường Phù Liễn'.normalize('NFD'),
  'UBND phường Phù Liễn, TP. Hải Phòng',
  'Phù Liễn (Hải Phòng)',
  'Phường Phù Liễn - thành phố Hải Phòng',
])('finds the ward written %s', (name) => {
  expect(resolve({ name })).toBe('11446');
});

test('takes two digits in a file of Hà Nội as a commune that lost its zeros', () => {
  expect(resolve({ code: '91' }, { province: '01', day: '2025-08-01' })).toBe('00091 zeroLost');
  expect(resolve({ code: '01' }, { province: '01', day: '2025-08-01' })).toBe('01');
});

test('takes the town of old for the commune that bears its name now', () => {
  for (const name of ['Thị trấn An Lão', 'TT. An Lão', 'TT.An Lão', 'tt An Lão'])
    expect(resolve({ name, province: 'Hải Phòng' })).toBe('11629 oldKind');
});

test('takes both placements of a tone mark as one name', () => {
  expect(resolve({ name: 'Phường Yên Hoà', province: 'Hà Nội' })).toBe('00175');
  expect(resolve({ name: 'Phường Yên Hòa', province: 'Hà Nội' })).toBe('00175');
});

test('asks which of several communes of one name is meant, and takes the one of the province', () => {
  expect(anLao.length).toBeGreaterThan(1);
  expect(resolve({ name: 'Xã An Lão' })).toBe(`ambiguous: ${anLao.join(' ')}`);
  expect(resolve({ name: 'Xã An Lão' }, HAI_PHONG)).toBe('11629');
  expect(resolve({ name: 'Xã An Lão', province: 'TP. Hải Phòng' })).toBe('11629');
  expect(resolve({ name: 'X. An Lão', province: '31' })).toBe('11629');
});

test('never takes a name that agrees only without accents', () => {
  expect(resolve({ name: 'phu lien' })).toBe('similar: 11446');
  const [baTo = '', baToCircumflex = ''] = ['Ba Tơ', 'Ba Tô'].map(
    (name) => catalogue.units.communes.find((commune) => commune.name === name)?.code,
  );
  expect(resolve({ name: 'Ba Tơ' })).toBe(baTo);
  if (baToCircumflex !== '') expect(resolve({ name: 'Ba Tô' })).toBe(baToCircumflex);
  expect(resolve({ name: 'Ba To' })).toContain('similar:');
});

test('suggests for every name without its accents the communes that bear it', () => {
  const wrong = catalogue.units.communes.filter(
    ({ code, name, province }) => !resolve({ name: foldText(name), province }).includes(code),
  );
  // Thanh An in the same province is written exactly so.
  expect(wrong.map(({ name }) => name)).toEqual(['Thạnh An']);
});

test('suggests near names within the province', () => {
  expect(resolve({ name: 'Phường Phù Lien' }, HAI_PHONG)).toBe('similar: 11446');
  expect(resolve({ name: 'Phường Phù Liễm' }, HAI_PHONG)).toContain('11446');
});

test('asks when code and name are two units', () => {
  expect(resolve({ code: '11629', name: 'Phường Phù Liễn' })).toBe('codeNameDiffer: 11629 11446');
});

test('knows a commune that became a ward by its old and its new kind', () => {
  const day = '2026-06-01';
  expect(resolve({ name: 'Phường Lộc Ninh', province: 'Đồng Nai' }, { province: null, day })).toBe('25270');
  expect(resolve({ name: 'Xã Lộc Ninh', province: 'Đồng Nai' }, { province: null, day })).toContain('25270');
});

test('finds every commune by its full name and province', () => {
  const wrong = catalogue.units.communes.filter(({ code, name, province, kinds }) => {
    const prefix = { xa: 'Xã', phuong: 'Phường', dac_khu: 'Đặc khu' }[String(kinds[0]?.kind)] ?? '';
    return resolve({ name: `${prefix} ${name}`, province }) !== code;
  });
  expect(wrong.map(({ name, province }) => `${name} ${province}`)).toEqual([]);
});

test('reads the province from file names and titles, unless they name two', () => {
  expect(guessProvince(['bao-cao-hai-phong-t7.xlsx'], register)).toBe('31');
  expect(guessProvince(['a.csv', 'UBND THÀNH PHỐ HẢI PHÒNG'], register)).toBe('31');
  expect(guessProvince(['Hải Phòng', 'Hà Nội'], register)).toBeNull();
});

test('knows the province of a file by its units when they are most of it and nothing else', () => {
  const codes = (register.communesOf.get('31') ?? []).map(({ code }) => code);
  expect(provinceOfUnits(codes.slice(1), register)).toBe('31');
  expect(provinceOfUnits(codes.slice(0, codes.length / 2), register)).toBe('31');
  expect(provinceOfUnits(codes.slice(0, codes.length / 2 - 1), register)).toBe(null);
  expect(provinceOfUnits([...codes, '00004'], register)).toBe(null);
  expect(provinceOfUnits([], register)).toBe(null);
});
