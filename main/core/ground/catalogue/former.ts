/** A province of before 1 July 2025, named in full: 'Tỉnh Hà Giang'. */
export interface FormerPlace {
  readonly code: string;
  readonly name: string;
}

/** A district with its communes, each in one text to keep the file small: '00007 00008+00025 Phường Cống Vị'. */
export interface FormerDistrict extends FormerPlace {
  readonly province: string;
  /** Codes of the communes it became itself, where it had none: '11948'. */
  readonly into?: string;
  readonly units: readonly string[];
}

/** Units of before 1 July 2025, with the communes they went into. */
export interface FormerCatalogue {
  readonly version: string;
  /** Their last day's morrow, yyyy-mm-dd. */
  readonly endedOn: string;
  readonly provinces: readonly FormerPlace[];
  readonly districts: readonly FormerDistrict[];
}

/** Code, population (null: unknown), seat ('' : unknown). */
export type CommuneFact = readonly [code: string, population: number | null, seat: string];

export interface FactCatalogue {
  readonly version: string;
  readonly populationYear: number;
  readonly communes: readonly CommuneFact[];
}

export interface FormerUnit extends FormerPlace {
  readonly level: 'province' | 'district' | 'commune';
  /** Code of the district, or of the province of a district. */
  readonly parent: string | null;
  /** Codes of today's communes; of a province the codes of today's provinces. */
  readonly into: readonly string[];
}

const UNIT_TEXT = /^(\d{5}) ([\d+]+) (.+)$/;

/** Every former unit, each after the one it lay in. `provinceOf` says of a commune of today where it lies. */
export function listFormer(
  { provinces, districts }: FormerCatalogue,
  provinceOf: (commune: string) => string | undefined,
): FormerUnit[] {
  const below = districts.map((district) => {
    const units = district.units.map((text) => readUnit(text, district.code));
    const into = [...new Set([...split(district.into), ...units.flatMap((unit) => unit.into)])].toSorted();
    const { code, name, province: parent } = district;
    return { district: { level: 'district', code, name, parent, into } satisfies FormerUnit, units };
  });
  const above = provinces.map(({ code, name }): FormerUnit => {
    const communes = below
      .filter(({ district }) => district.parent === code)
      .flatMap(({ district }) => district.into);
    const into = [...new Set(communes.flatMap((commune) => provinceOf(commune) ?? []))].toSorted();
    return { level: 'province', code, name, parent: null, into };
  });
  return [...above, ...below.flatMap(({ district, units }) => [district, ...units])];
}

function readUnit(text: string, district: string): FormerUnit {
  const [, code, into, name] = UNIT_TEXT.exec(text) ?? [];
  if (code === undefined || name === undefined) throw new Error(`'${text}' is no former unit`);
  return { level: 'commune', code, name, parent: district, into: split(into) };
}

function split(codes: string | undefined): string[] {
  return codes === undefined ? [] : codes.split('+');
}
