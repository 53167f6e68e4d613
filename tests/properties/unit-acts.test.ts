import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insertUnitAct, unitGround } from '#main/core/ground/units/acts-store.ts';
import { applyChange, takeBack } from '#main/core/ground/units/change-store.ts';
import { listUnits } from '#main/core/ground/units/store.ts';
import { migrateToLatest } from '#main/db/migrate.ts';
import { openScratch } from '#main/db/open-foreign.ts';
import { evaluateUnitActs, type UnitAct, unitsAfter } from '#shared/domain/unit-acts.ts';
import { boundariesAfter, ringsAround } from '#shared/domain/unit-boundaries.ts';

const [BEFORE, DAY] = ['2026-06-30', '2026-07-01'];
const PROVINCES = ['01', '02', '03'];
const COMMUNES = PROVINCES.flatMap((province) => [1, 2, 3, 4].map((place) => `${province}00${place}`));
const NEW = ['90001', '90002', '90003'];

/** Three provinces of four communes, which have been there for a year. */
function country() {
  const database = openScratch();
  migrateToLatest(database, 'memory');
  const unit = database.prepare(
    `INSERT INTO unit (id, code, level, parent_id, area_km2, valid_from) VALUES (?, ?, ?, ?, 1, '2025-07-01')`,
  );
  const name = database.prepare(`INSERT INTO unit_name (unit_id, role, kind, name, name_en, valid_from)
    VALUES (?, 'official', ?, ?, ?, '2025-07-01')`);
  const fact = database.prepare(`INSERT INTO unit_fact (unit_id, valid_from, population, counted_in)
    VALUES (?, '2025-07-01', ?, 2025)`);
  const put = (code: string, level: string, kind: string, parent: number | null): number => {
    const id = Number(database.prepare('SELECT count(*) + 1 FROM unit').pluck().get());
    unit.run(id, code, level, parent);
    name.run(id, kind, `Tên ${code}`, `Name ${code}`);
    return id;
  };
  const root = put('VN', 'country', 'quoc_gia', null);
  const places = new Map(PROVINCES.map((code) => [code, put(code, 'province', 'tinh', root)]));
  for (const [at, code] of COMMUNES.entries())
    fact.run(put(code, 'commune', 'xa', places.get(code.slice(0, 2)) ?? 0), 2000 + at);
  return database;
}

const commune = fc.constantFrom(...COMMUNES);
const target = fc.constantFrom(...NEW, ...COMMUNES);
const act: fc.Arbitrary<UnitAct> = fc
  .record({
    kind: fc.constantFrom('merge', 'split', 'part', 'rename', 'status', 'move', 'recode', 'new'),
    sources: fc.uniqueArray(commune, { minLength: 1, maxLength: 3 }),
    code: target,
    province: fc.constantFrom(...PROVINCES, null),
  })
  .map(({ kind, sources, code, province }) => {
    const most = kind === 'merge' ? 3 : ['split', 'part', 'move', 'recode'].includes(kind) ? 1 : 0;
    return actOf(kind, sources.slice(0, most), code, province);
  });

function actOf(
  kind: UnitAct['kind'],
  from: readonly string[],
  code: string,
  province: string | null = null,
): UnitAct {
  return {
    ...{ kind, from, code, name: `Mới ${code}`, nameEn: null },
    ...{ unitKind: 'phuong' as const, province, population: null, countedIn: null, seat: null },
  };
}

/** Documents that can be taken in, so that the property speaks of some whatever chance brings. */
const SURE: readonly (readonly UnitAct[])[] = [
  [actOf('rename', [], '01001')],
  [actOf('merge', ['01001', '01002'], '90001'), actOf('status', [], '02003')],
];
const acts = fc.array(act, { minLength: 1, maxLength: 4 });
const shuffled = acts.chain((all) =>
  fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }).map((other) => ({ all, other })),
);

type Country = ReturnType<typeof country>;

/** Takes a document in, where it can be; says whether it could. */
function take(database: Country, rows: readonly UnitAct[], document: string): number | null {
  const { change, problems } = evaluateUnitActs(unitGround(database, DAY), rows);
  if (problems.length > 0) return null;
  const said = { day: DAY, document, file: 'a', sha256: '', who: 'An', reason: null, at: DAY };
  const actId = insertUnitAct(database, { uuid: document, ...said, change });
  applyChange(database, change, { day: DAY, actId });
  return actId;
}

const onDay = (database: Country, day: string) =>
  listUnits(database, day).map(({ code, parent, kind, name }) => [code, parent, kind, name].join(' '));

describe('documents that change units', () => {
  it('leave every commune in one province of the day, the day before as it was, and can be taken back', () => {
    let taken = 0;
    fc.assert(
      fc.property(acts, (rows) => {
        const database = country();
        const [was, will] = [onDay(database, BEFORE), onDay(database, DAY)];
        const ground = unitGround(database, DAY);
        const { change } = evaluateUnitActs(ground, rows);
        const actId = take(database, rows, 'A');
        if (actId === null) expect(onDay(database, DAY)).toEqual(will);
        else {
          taken += 1;
          expect(onDay(database, BEFORE)).toEqual(was);
          const units = listUnits(database, DAY);
          const provinces = new Set(
            units.filter(({ level }) => level === 'province').map(({ code }) => code),
          );
          const communes = units.filter(({ level }) => level === 'commune');
          expect(communes.every(({ parent }) => provinces.has(parent ?? ''))).toBe(true);
          expect(new Set(communes.map(({ code }) => code)).size).toBe(communes.length);
          expect(units.map(({ code }) => code).filter((code) => code !== 'VN')).toEqual(
            [...unitsAfter(ground.standing, change).keys()].toSorted(
              (one, other) => one.length - other.length || (one < other ? -1 : 1),
            ),
          );
          for (const [code, parts] of boundariesAfter([change])) {
            expect(communes.some((unit) => unit.code === code)).toBe(true);
            expect(new Set(parts).size).toBe(parts?.length ?? 0);
          }
          takeBack(database, change, { day: DAY, actId });
          expect([onDay(database, BEFORE), onDay(database, DAY)]).toEqual([was, will]);
          expect(database.prepare('SELECT count(*) FROM former_unit').pluck().get()).toBe(0);
        }
        database.close();
      }),
      { numRuns: 60, examples: SURE.map((rows) => [[...rows]]) },
    );
    expect(taken).toBeGreaterThanOrEqual(SURE.length);
  });

  it('say the same in whatever order their rows stand', () => {
    fc.assert(
      fc.property(shuffled, ({ all, other }) => {
        const database = country();
        const ground = unitGround(database, DAY);
        const [one, two] = [all, other].map((rows) => evaluateUnitActs(ground, rows));
        expect(two?.problems.length === 0).toBe(one?.problems.length === 0);
        if (one?.problems.length === 0) expect(two?.change).toEqual(one.change);
        database.close();
      }),
      { numRuns: 60 },
    );
  });

  it('of one day come to the same in either order, or one of them is refused', () => {
    fc.assert(
      fc.property(acts, acts, (one, other) => {
        const databases = [country(), country()];
        const [first, second] = databases as [Country, Country];
        const a = [take(first, one, 'A'), take(first, other, 'B')];
        const b = [take(second, other, 'B'), take(second, one, 'A')];
        if (![...a, ...b].includes(null)) expect(onDay(first, DAY)).toEqual(onDay(second, DAY));
        for (const database of databases) database.close();
      }),
      { numRuns: 40 },
    );
  });
});

describe('the outline of merged units', () => {
  // A grid of squares, each walked clockwise; an arc is one side, `~n` the same side walked backwards.
  const SIDE = 4;
  const point = (x: number, y: number): string => `${x} ${y}`;
  const arcs: [string, string][] = [];
  const numbers = new Map<string, number>();
  const arcOf = (from: string, to: string): number => {
    const back = numbers.get(`${to}|${from}`);
    if (back !== undefined) return ~back;
    numbers.set(`${from}|${to}`, arcs.length);
    return arcs.push([from, to]) - 1;
  };
  const squares = Array.from({ length: SIDE * SIDE }, (_, at) => {
    const [x, y] = [at % SIDE, Math.floor(at / SIDE)];
    const corners = [point(x, y), point(x + 1, y), point(x + 1, y + 1), point(x, y + 1), point(x, y)];
    return corners.slice(1).map((to, side) => arcOf(corners[side] ?? '', to));
  });
  const endsOf = (signed: number): readonly [string, string] => {
    const [from, to] = arcs[signed < 0 ? ~signed : signed] ?? ['', ''];
    return signed < 0 ? [to, from] : [from, to];
  };
  const chosen = fc.uniqueArray(fc.nat(SIDE * SIDE - 1), { minLength: 1 });

  it('closes, keeps no line between two of them, and holds their whole land', () => {
    fc.assert(
      fc.property(chosen, (places) => {
        const parts = places.flatMap((place) => squares[place] ?? []);
        const rings = ringsAround(parts, endsOf);
        const walked = rings.flat();
        expect(new Set(walked).size).toBe(walked.length);
        expect(walked.some((signed) => walked.includes(~signed))).toBe(false);
        for (const ring of rings) {
          const after = ring.map((_, at) => endsOf(ring[(at + 1) % ring.length] ?? 0)[0]);
          expect(ring.map((signed) => endsOf(signed)[1])).toEqual(after);
        }
        const areas = walked.map((signed) => {
          const [from, to] = endsOf(signed).map((end) => end.split(' ').map(Number));
          return ((from?.[0] ?? 0) * (to?.[1] ?? 0) - (to?.[0] ?? 0) * (from?.[1] ?? 0)) / 2;
        });
        expect(areas.reduce((sum, area) => sum + area, 0)).toBe(places.length);
      }),
    );
  });
});
