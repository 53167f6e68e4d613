import type { FormerDistrict, FormerPlace } from '#main/core/ground/catalogue/former.ts';
import type { CsvRow, CsvTable, Problem } from './csv.ts';

export const FORMER_COLUMNS = [
  'old_code',
  'old_name',
  'old_kind',
  'old_district_code',
  'old_district',
  'old_province_code',
  'old_province',
  'new_code',
  'divided',
];

type Report = (row: CsvRow, fault: string, fix: string) => void;
interface District extends FormerPlace {
  readonly province: string;
  readonly units: Map<string, { readonly name: string; readonly into: string[] }>;
  /** Of an island district that had no communes: what it became itself. */
  readonly into: string[];
}

/** Units of before 1 July 2025 by district, in order of code, with the communes they went into. */
export function buildFormer(table: CsvTable, communes: ReadonlySet<string>, problems: Problem[]) {
  const report: Report = ({ line }, fault, fix) => problems.push({ file: table.file, line, fault, fix });
  const provinces = new Map<string, string>();
  const districts = new Map<string, District>();
  for (const row of table.rows) readRow(row, { provinces, districts, communes }, report);
  checkDivided(table, districts, report);
  return {
    provinces: [...provinces].map(([code, name]) => ({ code, name })).toSorted(byCode),
    districts: [...districts.values()].toSorted(byCode).map(compact),
  };
}

interface Found {
  readonly provinces: Map<string, string>;
  readonly districts: Map<string, District>;
  readonly communes: ReadonlySet<string>;
}

function readRow(row: CsvRow, { provinces, districts, communes }: Found, report: Report): void {
  const cell = (name: string): string => (row.cells[name] ?? '').normalize('NFC');
  const [code, name, successor] = [cell('old_code'), cell('old_name'), cell('new_code')];
  const [districtCode, province] = [cell('old_district_code'), cell('old_province_code')];
  if (!/^\d{2}$/.test(province) || cell('old_province') === '')
    report(row, `'${province}' is no province of old`, 'two digits and a name');
  if (!/^\d{3}$/.test(districtCode) || cell('old_district') === '')
    report(row, `'${districtCode}' is no district`, 'three digits and a name');
  if (code !== '' && !/^\d{5}$/.test(code)) report(row, `old_code '${code}'`, 'five digits, or empty');
  if ((code === '') !== (name === '')) report(row, 'a code without a name', 'give both or none');
  if (!communes.has(successor)) report(row, `new_code '${successor}' is no commune`, 'use a code in force');
  provinces.set(province, cell('old_province'));
  const fresh = { code: districtCode, name: cell('old_district'), province, units: new Map(), into: [] };
  const district = districts.get(districtCode) ?? fresh;
  districts.set(districtCode, district);
  if (district.province !== province)
    report(row, `district ${districtCode} lies in two provinces`, 'correct old_province_code');
  const unit = district.units.get(code) ?? { name, into: [] };
  if (code !== '') district.units.set(code, unit);
  (code === '' ? district : unit).into.push(successor);
}

/** What is said to be divided has several successors, and nothing else has. */
function checkDivided(table: CsvTable, districts: ReadonlyMap<string, District>, report: Report): void {
  for (const row of table.rows) {
    const { old_code: code = '', old_district_code: district = '', divided } = row.cells;
    const into = districts.get(district)?.units.get(code)?.into ?? [];
    if (code !== '' && into.length > 1 !== (divided === '1'))
      report(row, `divided is '${divided}' with ${into.length} successors`, 'correct the one that is wrong');
  }
}

function compact({ code, name, province, units, into }: District): FormerDistrict {
  const list = [...units].toSorted(([left], [right]) => (left < right ? -1 : 1));
  return {
    ...{ code, name, province },
    ...(into.length === 0 ? {} : { into: into.join('+') }),
    units: list.map(([unit, one]) => `${unit} ${one.into.toSorted().join('+')} ${one.name}`),
  };
}

function byCode(left: { code: string }, right: { code: string }): number {
  return left.code < right.code ? -1 : 1;
}
