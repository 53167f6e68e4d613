import { describe, expect, it } from 'vitest';
import { createSearchIndex, unitEntries } from '#renderer/shell/palette/search-index.ts';
import type { UnitDto } from '#shared/contract/units.ts';
import type { UnitKind } from '#shared/domain/model.ts';
import catalogue from '../../../assets/catalogue/units.json' with { type: 'json' };

interface Place {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly otherSpelling?: string;
  readonly province?: string;
  readonly kinds: readonly { readonly kind: string }[];
}

function toUnit(place: Place): UnitDto {
  return {
    code: place.code,
    level: place.province === undefined ? 'province' : 'commune',
    parent: place.province ?? 'VN',
    kind: place.kinds[0]?.kind as UnitKind,
    name: place.name,
    nameEn: place.nameEn,
    otherSpelling: place.otherSpelling ?? null,
    areaKm2: null,
    lon: null,
    lat: null,
  };
}

const places: readonly Place[] = [...catalogue.provinces, ...catalogue.communes];
const index = createSearchIndex(unitEntries(places.map(toUnit), 'vi'));
const titles = (query: string) => index.search(query, 8).hits.map((hit) => `${hit.title}, ${hit.detail}`);

describe('search index', () => {
  it.each(['phu lien', 'Phù Liễn', 'PHÙ LIỄN', 'phuong phu lien', 'Phu Lien Ward', '11446', 'phu liên'])(
    'finds Phường Phù Liễn first by %s',
    (query) => {
      expect(titles(query)[0]).toBe('Phường Phù Liễn, TP. Hải Phòng');
    },
  );

  it('shows every commune of the same name with its province', () => {
    const found = titles('an lão');
    expect(found.slice(0, 2).every((title) => title.startsWith('Xã An Lão, '))).toBe(true);
    expect(found).toContain('Xã An Lão, TP. Hải Phòng');
  });

  it('narrows down by the province typed behind the name', () => {
    expect(titles('an lao hai phong')[0]).toBe('Xã An Lão, TP. Hải Phòng');
  });

  it('puts the name with the accents that were typed before its lookalike, and keeps both', () => {
    const found = titles('Ba Tơ');
    expect(found[0]).toMatch(/^Xã Ba Tơ, /);
    expect(found.some((title) => title.startsWith('Xã Ba Tô, '))).toBe(true);
    expect(titles('ba tô')[0]).toMatch(/^Xã Ba Tô, /);
  });

  it('finds a name by the other place of its tone mark', () => {
    expect(titles('Khánh Hoà')[0]).toBe('Tỉnh Khánh Hòa, ');
  });

  it('puts a province before communes that bear its name', () => {
    expect(titles('cao bang')[0]).toBe('Tỉnh Cao Bằng, ');
  });

  it('finds nothing for an empty query and says so for a strange one', () => {
    expect(index.search('   ', 8)).toEqual({ hits: [], total: 0, named: 0 });
    expect(index.search('zzzz', 8)).toEqual({ hits: [], total: 0, named: 0 });
  });
});
