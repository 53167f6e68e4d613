import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { readCatalogue } from '#main/core/ground/catalogue/read.ts';

const ROOT = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'kh02-catalogue-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PROVINCES = 'code,name,name_en,kind_2025_07_01,kind_2026_04_30,communes,area_km2';
const COMMUNES =
  'code,province_code,name,name_other_spelling,name_en,kind_2025_07_01,kind_2026_04_30,area_km2,lon,lat';
const GOOD_PROVINCES = [PROVINCES, '56,Khánh Hòa,Khanh Hoa,tinh,tinh,3,300'];
const GOOD_COMMUNES = [
  COMMUNES,
  '22736,56,Trường Sa,,Foreign Name,dac_khu,dac_khu,500,112.5,9.5',
  '22334,56,Hòa Trí,Hoà Trí,Hoa Tri,xa,phuong,100,109.1,12.6',
  '22333,56,"Nha Trang",,Nha Trang,phuong,phuong,90,109.2,12.2',
];

function run(provinces: readonly string[], communes: readonly string[], ...more: string[]) {
  const paths = {
    provinces: join(folder, 'provinces.csv'),
    communes: join(folder, 'communes.csv'),
    out: join(folder, 'units.json'),
  };
  rmSync(paths.out, { force: true });
  writeFileSync(paths.provinces, `\uFEFF${provinces.join('\r\n')}\r\n`);
  writeFileSync(paths.communes, `${communes.join('\n')}\n`);
  const script = join(ROOT, 'assets/catalogue/build.ts');
  const args = [
    script,
    '--provinces',
    paths.provinces,
    '--communes',
    paths.communes,
    '--out',
    paths.out,
    ...more,
  ];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, stderr, text: existsSync(paths.out) ? readFileSync(paths.out, 'utf8') : null };
}

describe('npm run catalogue', () => {
  it('computes units in order of code with their kinds over time and a label on the mainland', () => {
    const { status, text } = run(GOOD_PROVINCES, GOOD_COMMUNES);
    expect(status).toBe(0);
    const units = JSON.parse(text ?? '') as ReturnType<typeof readCatalogue>['units'];
    expect(units.communes.map(({ code }) => code)).toEqual(['22333', '22334', '22736']);
    expect(units.communes[1]).toEqual({
      code: '22334',
      province: '56',
      name: 'Hòa Trí',
      otherSpelling: 'Hoà Trí',
      nameEn: 'Hoa Tri',
      areaKm2: 100,
      lon: 109.1,
      lat: 12.6,
      kinds: [
        { from: '2025-07-01', kind: 'xa' },
        { from: '2026-04-30', kind: 'phuong' },
      ],
    });
    expect(units.provinces[0]).toMatchObject({ lon: 109.1, lat: 12.6 });
  });

  it('calls Hoàng Sa and Trường Sa by their official names in English, whatever the table says', () => {
    const { text } = run(GOOD_PROVINCES, GOOD_COMMUNES);
    expect(text).toContain('"name":"Trường Sa","nameEn":"Trường Sa"');
    expect(text).not.toContain('Foreign Name');
  });

  it('gives the same bytes for the same rows in another order', () => {
    const [header = '', ...rows] = GOOD_COMMUNES;
    expect(run(GOOD_PROVINCES, [header, ...rows.toReversed()]).text).toBe(
      run(GOOD_PROVINCES, GOOD_COMMUNES).text,
    );
  });

  it.each([
    [
      'a commune of no province',
      '22999,99,Lạ,,La,xa,xa,1,109,12',
      /communes\.csv, line 5: province_code '99' is no province\. To fix/,
    ],
    [
      'a code that is there twice',
      '22333,56,Hai,,Hai,xa,xa,1,109,12',
      /line 5: code 22333 is already in line 4/,
    ],
    [
      'a code without its zeros',
      '333,56,Hai,,Hai,xa,xa,1,109,12',
      /line 5: code '333' does not have the form/,
    ],
    ['a point outside the country', '22999,56,Xa,,Xa,xa,xa,1,12,109', /line 5: lon is '12'/],
    [
      'an unknown kind',
      '22999,56,Xa,,Xa,huyen,xa,1,109,12',
      /line 5: kind_2025_07_01 is 'huyen'.*xa, phuong, dac_khu/,
    ],
    ['a row with too many cells', '22999,56,Xa,,Xa,xa,xa,1,109,12,7', /line 5: 11 cells, the header has 10/],
    ['another spelling of another name', '22999,56,Hòa,Hà,Hoa,xa,xa,1,109,12', /line 5: 'Hà' is not 'Hòa'/],
  ])('refuses %s, names file and line, and writes nothing', (_, row, message) => {
    const result = run(GOOD_PROVINCES, [...GOOD_COMMUNES, row]);
    expect(result).toMatchObject({ status: 1, text: null });
    expect(result.stderr).toMatch(message);
  });

  it('refuses a number of communes that is not the stated one and a file without a column', () => {
    expect(run([PROVINCES, '56,Khánh Hòa,Khanh Hoa,tinh,tinh,4,300'], GOOD_COMMUNES).stderr).toMatch(
      /states 4 communes, the communes file has 3/,
    );
    expect(run([PROVINCES.replace('area_km2', 'area')], GOOD_COMMUNES).stderr).toMatch(
      /provinces\.csv, line 1: column missing: area_km2/,
    );
  });

  it('names the communes that the boundary file lacks and the boundaries that are no commune', () => {
    const geo = join(folder, 'geo.json');
    const features = ['22736', '22333', '00001'].map((code) => ({
      type: 'Feature',
      properties: { code },
      geometry: null,
    }));
    writeFileSync(geo, JSON.stringify({ type: 'FeatureCollection', features }));
    const { status, stderr } = run(GOOD_PROVINCES, GOOD_COMMUNES, '--geo', geo);
    expect(status).toBe(1);
    expect(stderr).toMatch(/no boundary for 22334 Hòa Trí/);
    expect(stderr).toMatch(/boundary 00001 is no commune/);
  });

  it('says how to call it when a file is missing', () => {
    const { status, stderr } = run(GOOD_PROVINCES, GOOD_COMMUNES, '--geo', join(folder, 'nowhere.json'));
    expect(status).toBe(2);
    expect(stderr).toMatch(/nowhere\.json cannot be read.*\n.*npm run catalogue/);
  });

  describe('with units of before 1 July 2025 and facts', () => {
    const FORMER =
      'old_code,old_name,old_kind,old_district_code,old_district,old_province_code,old_province,new_code,divided';
    const GOOD_FORMER = [
      FORMER,
      '22400,Phường Hai,Phường,568,Thành phố Nha Trang,56,Tỉnh Khánh Hòa,22334,1',
      '22400,Phường Hai,Phường,568,Thành phố Nha Trang,56,Tỉnh Khánh Hòa,22333,1',
      '22399,Phường Một,Phường,568,Thành phố Nha Trang,56,Tỉnh Khánh Hòa,22333,0',
      ',,,569,Huyện Trường Sa,56,Tỉnh Khánh Hòa,22736,0',
    ];
    const GOOD_FACTS = ['code,population_2025,seat', '22736,93,đang cập nhật', '22333,,"Số 1, Nha Trang"'];

    function runWith(former: readonly string[], facts: readonly string[]) {
      for (const name of ['former-units.json', 'commune-facts.json'])
        rmSync(join(folder, name), { force: true });
      writeFileSync(join(folder, 'former.csv'), former.join('\n'));
      writeFileSync(join(folder, 'facts.csv'), facts.join('\n'));
      const files = ['--former', join(folder, 'former.csv'), '--facts', join(folder, 'facts.csv')];
      const { status, stderr } = run(GOOD_PROVINCES, GOOD_COMMUNES, ...files);
      const read = (name: string) =>
        existsSync(join(folder, name)) ? JSON.parse(readFileSync(join(folder, name), 'utf8')) : null;
      return { status, stderr, former: read('former-units.json'), facts: read('commune-facts.json') };
    }

    it('writes them short, by district, and leaves out what nobody knows', () => {
      const { status, former, facts } = runWith(GOOD_FORMER, GOOD_FACTS);
      expect(status).toBe(0);
      expect(former).toMatchObject({
        endedOn: '2025-07-01',
        provinces: [{ code: '56', name: 'Tỉnh Khánh Hòa' }],
        districts: [
          { code: '568', units: ['22399 22333 Phường Một', '22400 22333+22334 Phường Hai'] },
          { code: '569', into: '22736', units: [] },
        ],
      });
      expect(facts.communes).toEqual([
        ['22333', null, 'Số 1, Nha Trang'],
        ['22736', 93, ''],
      ]);
    });

    it.each([
      [
        'of no commune',
        '22401,Xã Ba,Xã,568,Thành phố Nha Trang,56,Tỉnh Khánh Hòa,99999,0',
        /new_code '99999'/,
      ],
      [
        'divided into one',
        '22401,Xã Ba,Xã,568,Thành phố Nha Trang,56,Tỉnh Khánh Hòa,22333,1',
        /with 1 successors/,
      ],
      [
        'in two provinces',
        '22401,Xã Ba,Xã,568,Thành phố Nha Trang,57,Tỉnh Khác,22333,0',
        /lies in two provinces/,
      ],
    ])('refuses a former unit %s, and writes nothing', (_, row, message) => {
      const result = runWith([...GOOD_FORMER, row], GOOD_FACTS);
      expect(result).toMatchObject({ status: 1, former: null, facts: null });
      expect(result.stderr).toMatch(message);
    });

    it('refuses a population that is none', () => {
      expect(runWith(GOOD_FORMER, [...GOOD_FACTS, '22334,0,']).stderr).toMatch(/population_2025 is '0'/);
    });
  });
});
