import { type Problem, readCsv } from '../catalogue/csv.ts';
import { GeoInputError } from './geo-input-error.ts';

/** Commune code -> province code, from the catalogue's units.json or a CSV with code and province_code. */
export function readUnits(file: string, text: string): Map<string, string> {
  const pairs = text.trimStart().startsWith('{') ? fromCatalogue(file, text) : fromCsv(file, text);
  if (pairs.length === 0) throw new GeoInputError(`${file} holds no commune.`);
  const provinceOf = new Map<string, string>();
  for (const [commune, province] of pairs) {
    if (!/^\d{5}$/.test(commune) || !/^\d{2}$/.test(province))
      throw new GeoInputError(
        `${file}: commune '${commune}' of province '${province}': codes are text of five and two digits.`,
      );
    if (provinceOf.has(commune)) throw new GeoInputError(`${file}: commune ${commune} is listed twice.`);
    provinceOf.set(commune, province);
  }
  return provinceOf;
}

function fromCatalogue(file: string, text: string): [string, string][] {
  try {
    const { communes } = JSON.parse(text) as { communes: { code: unknown; province: unknown }[] };
    return communes.map(({ code, province }) => [String(code), String(province)]);
  } catch (error) {
    throw new GeoInputError(
      `${file} is not a catalogue of units: it needs 'communes' with code and province.`,
      {
        cause: error,
      },
    );
  }
}

function fromCsv(file: string, text: string): [string, string][] {
  const problems: Problem[] = [];
  const table = readCsv(file, text, ['code', 'province_code'], problems);
  const [problem] = problems;
  if (problem)
    throw new GeoInputError(`${file}, line ${problem.line}: ${problem.fault}. To fix: ${problem.fix}.`);
  return table.rows.map(({ cells }) => [cells.code ?? '', cells.province_code ?? '']);
}
