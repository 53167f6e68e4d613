import type { CatalogueCommune, CatalogueProvince, KindFrom } from '#main/core/ground/catalogue/catalogue.ts';
import type { UnitKind } from '#shared/domain/model.ts';
import type { CsvRow, CsvTable, Problem } from './csv.ts';
import { labelPoint } from './label-point.ts';

export const PROVINCE_COLUMNS = [
  'code',
  'name',
  'name_en',
  'kind_2025_07_01',
  'kind_2026_04_30',
  'communes',
  'area_km2',
];
export const COMMUNE_COLUMNS = [
  'code',
  'province_code',
  'name',
  'name_other_spelling',
  'name_en',
  'kind_2025_07_01',
  'kind_2026_04_30',
  'area_km2',
  'lon',
  'lat',
];

/** Days on which the state of the units changed: Decision 19/2025/QĐ-TTg; Resolution 30/2026/QH16. */
const STATE_DAYS = ['2025-07-01', '2026-04-30'] as const;
const PROVINCE_KINDS: readonly UnitKind[] = ['thanh_pho', 'tinh'];
const COMMUNE_KINDS: readonly UnitKind[] = ['xa', 'phuong', 'dac_khu'];
/** Degrees; Trường Sa reaches 117.83°E, Cà Mau 8.4°N, Lũng Cú 23.4°N. */
const LON = { from: 102, to: 118 };
const LAT = { from: 6, to: 24 };

/**
 * Hoàng Sa and Trường Sa are called by their official names in English too, whatever the table says: the names that
 * foreign maps use are not those of this administration (docs/decisions/0017).
 */
const OFFICIAL_NAME_IN_ENGLISH: ReadonlySet<string> = new Set(['20333', '22736']);

type Report = (line: number, fault: string, fix: string) => void;
type Place = Omit<CatalogueProvince, 'lon' | 'lat'>;

/** Provinces and communes in order of code, and what is wrong with the tables; empty problems = usable. */
export function buildUnits(provinceTable: CsvTable, communeTable: CsvTable, problems: Problem[]) {
  const reportTo =
    (file: string): Report =>
    (line, fault, fix) =>
      problems.push({ file, line, fault, fix });
  const communes = readCommunes(
    communeTable,
    new Set(provinceTable.rows.map((row) => row.cells.code)),
    reportTo(communeTable.file),
  );
  const provinces = readProvinces(provinceTable, communes, reportTo(provinceTable.file));
  const byCode = (a: { code: string }, b: { code: string }): number => (a.code < b.code ? -1 : 1);
  return { provinces: provinces.toSorted(byCode), communes: communes.toSorted(byCode) };
}

function readCommunes(
  table: CsvTable,
  provinces: ReadonlySet<string | undefined>,
  report: Report,
): CatalogueCommune[] {
  const seen = new Map<string, number>();
  return table.rows.map((row) => {
    const { line, cells } = row;
    const province = cells.province_code ?? '';
    if (!provinces.has(province))
      report(line, `province_code '${province}' is no province`, 'use a code of the provinces file');
    const lon = readNumber(row, 'lon', LON, report);
    const lat = readNumber(row, 'lat', LAT, report);
    const { code, name, nameEn, areaKm2, kinds } = readPlace(row, /^\d{5}$/, COMMUNE_KINDS, seen, report);
    const otherSpelling = cells.name_other_spelling ?? '';
    if (fold(otherSpelling || name) !== fold(name))
      report(
        line,
        `'${otherSpelling}' is not '${name}' in another spelling`,
        'leave name_other_spelling empty or correct it',
      );
    return {
      code,
      province,
      name,
      ...(otherSpelling ? { otherSpelling } : {}),
      nameEn,
      areaKm2,
      lon,
      lat,
      kinds,
    };
  });
}

function readProvinces(
  table: CsvTable,
  communes: readonly CatalogueCommune[],
  report: Report,
): CatalogueProvince[] {
  const seen = new Map<string, number>();
  return table.rows.map((row) => {
    const { code, name, nameEn, areaKm2, kinds } = readPlace(row, /^\d{2}$/, PROVINCE_KINDS, seen, report);
    const own = communes.filter((commune) => commune.province === code);
    if (own.length !== Number(row.cells.communes)) {
      report(
        row.line,
        `${name} states ${row.cells.communes} communes, the communes file has ${own.length}`,
        'correct the one that is wrong',
      );
    }
    const { lon, lat } = labelPoint(own);
    return { code, name, nameEn, areaKm2, lon, lat, kinds };
  });
}

function readPlace(
  row: CsvRow,
  codeForm: RegExp,
  kinds: readonly UnitKind[],
  seen: Map<string, number>,
  report: Report,
): Place {
  const { line, cells } = row;
  const code = cells.code ?? '';
  if (!codeForm.test(code))
    report(
      line,
      `code '${code}' does not have the form ${codeForm.source}`,
      'codes are text with leading zeros',
    );
  const first = seen.get(code);
  if (first !== undefined) report(line, `code ${code} is already in line ${first}`, 'remove one of the two');
  seen.set(code, line);
  for (const column of ['name', 'name_en'])
    if (!cells[column]) report(line, `${column} is empty`, 'fill it in');
  const name = (cells.name ?? '').normalize('NFC');
  const areaKm2 = readNumber(row, 'area_km2', { from: 0.01, to: 50_000 }, report);
  const nameEn = OFFICIAL_NAME_IN_ENGLISH.has(code) ? name : (cells.name_en ?? '');
  return { code, name, nameEn, areaKm2, kinds: readKinds(row, kinds, report) };
}

function readKinds(row: CsvRow, allowed: readonly UnitKind[], report: Report): KindFrom[] {
  const kinds: KindFrom[] = [];
  for (const from of STATE_DAYS) {
    const column = `kind_${from.replaceAll('-', '_')}`;
    const kind = allowed.find((one) => one === row.cells[column]);
    if (!kind)
      report(row.line, `${column} is '${row.cells[column] ?? ''}'`, `use one of ${allowed.join(', ')}`);
    else if (kinds.at(-1)?.kind !== kind) kinds.push({ from, kind });
  }
  return kinds;
}

function readNumber(
  row: CsvRow,
  column: string,
  range: { from: number; to: number },
  report: Report,
): number {
  const text = row.cells[column] ?? '';
  const value = text === '' ? Number.NaN : Number(text);
  if (!(value >= range.from && value <= range.to)) {
    report(
      row.line,
      `${column} is '${text}'`,
      `give a number from ${range.from} to ${range.to} with a decimal point`,
    );
  }
  return value;
}

function fold(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
