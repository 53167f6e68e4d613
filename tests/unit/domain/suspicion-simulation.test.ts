import { describe, expect, it } from 'vitest';
import { createRandom } from '#main/illustrative/random.ts';
import { FALSE_ALARMS, type FalseAlarms } from '#shared/domain/alerts/false-alarms.ts';
import type { SentMonth, SentRow } from '#shared/domain/alerts/sent-months.ts';
import { evaluateSuspectOvernight } from '#shared/domain/alerts/suspicion-alerts.ts';
import { DEFAULT_SUSPICION } from '#shared/domain/default-rules.ts';
import { honestMonths, named, OUTPUTS, type Size } from '#tests/fixtures/suspicion/honest-world.ts';
import { askCountry, falseAlarms, falseRises } from '#tests/fixtures/suspicion/rates.ts';

const SIZES: readonly Size[] = ['small', 'large', 'mixed'];
const stated: Readonly<Record<string, FalseAlarms>> = FALSE_ALARMS;
const WEEKS_A_MONTH = 4.35;

describe('honest reporting', () => {
  it.each(SIZES)('of communes with files that are %s is asked about no more often than is stated', (size) => {
    const rates = falseAlarms(size, 6);
    for (const [key, rate] of Object.entries(rates)) {
      const [rule = '', level = ''] = key.split(' ');
      const most = stated[rule]?.[level as keyof FalseAlarms];
      expect(most, key).toBeDefined();
      expect(rate, key).toBeLessThanOrEqual(most ?? 0);
    }
  });

  it('is asked about a rise no more often than is stated', () => {
    const rate = falseRises(800) * WEEKS_A_MONTH;
    expect(rate).toBeGreaterThan(0);
    expect(rate).toBeLessThanOrEqual(FALSE_ALARMS.suspectOvernight.province);
  });

  it('is asked about by no rule as often as one unit and month in twenty', () => {
    const all = Object.values(stated).flatMap(({ province, commune }) => [province ?? 0, commune ?? 0]);
    expect(Math.max(...all)).toBeLessThan(0.05);
  });

  it('would be asked about all the time if five equal figures of twenty files were a question', () => {
    const loose = { ...DEFAULT_SUSPICION, equalMiddleCommunes: 5, equalSmallCommunes: 5 };
    const provinces = [...honestMonths('small', 2)].flatMap((country) => askCountry(country, loose));
    const asked = provinces.filter((found) => found.some(({ rule }) => rule === 'suspectEqualFigures'));
    expect(asked.length / provinces.length).toBeGreaterThan(0.2);
  });
});

/** Honest months in which something was planted in the first ten provinces: what is asked of each of those. */
function planted(size: Size, plant: (communes: SentMonth[]) => SentMonth[], months = 2) {
  return [...honestMonths(size, months, 'planted')].flatMap((country) => {
    const spoiled = country.map((communes, at) => (at < 10 ? plant(communes) : communes));
    return askCountry(spoiled).slice(0, 10);
  });
}

function shareAsked(found: ReturnType<typeof planted>, rule: string): number {
  return found.filter((asked) => asked.some((one) => one.rule === rule)).length / found.length;
}

/** The first communes, done to by `change`; the others as they were. */
function spoil(communes: readonly SentMonth[], count: number, change: (row: SentMonth) => SentRow | null) {
  return communes.map((one, at) => (at < count ? { ...one, now: change(one) } : one));
}

describe('planted', () => {
  // Of fewer than twenty files, or where all was done in time, a row tells nothing.
  it.each([
    ['small', 0.7],
    ['large', 0.98],
    ['mixed', 0.9],
  ] as const)('a row that two communes share is found among files that are %s', (size, least) => {
    const found = planted(size, (communes) => spoil(communes, 2, () => communes[0]?.now ?? null));
    expect(shareAsked(found, 'suspectEqualRows')).toBeGreaterThanOrEqual(least);
  });

  it.each(SIZES)('a month that twenty communes share is one question, of files that are %s', (size) => {
    const found = planted(size, (communes) => spoil(communes, 20, () => communes[0]?.now ?? null));
    const asked = found.map((some) => some.filter(({ facts }) => Number(facts.communes) >= 20));
    expect(new Set(asked.flat().map(({ rule }) => rule))).toEqual(new Set(['suspectEqualRows']));
    expect(Math.max(...asked.map(({ length }) => length))).toBe(1);
    expect(asked.flat().length / asked.length).toBeGreaterThan(0.9);
  });

  it('an equal figure is found in five communes of many files, and in twelve of few', () => {
    const copy = (count: number) => (communes: SentMonth[]) => {
      const model = communes[0]?.now?.[1];
      return spoil(
        communes,
        count,
        ({ now }) => now?.map((figure, at) => (at === 1 ? model : figure)) ?? null,
      );
    };
    expect(shareAsked(planted('large', copy(5)), 'suspectEqualFigures')).toBeGreaterThan(0.9);
    expect(shareAsked(planted('small', copy(12)), 'suspectEqualFigures')).toBeGreaterThan(0.9);
    expect(shareAsked(planted('small', copy(5)), 'suspectEqualFigures')).toBeLessThan(0.1);
  });

  it('the month before, sent once more, is asked of a commune, of its province where many did', () => {
    const again = (count: number) =>
      planted('mixed', (communes) => spoil(communes, count, ({ before }) => before), 2).map((asked) =>
        asked
          .filter(({ rule }) => rule === 'suspectRepeatedRow')
          .map(({ facts }) => String(facts.unit).length),
      );
    expect(new Set(again(2).map(String))).toEqual(new Set(['5,5']));
    expect(new Set(again(20).map(String))).toEqual(new Set(['2']));
  });

  it.each([
    ['small', 0.4],
    ['large', 0.98],
  ] as const)(
    'a ratio below 60% that is all of a sudden 100% is found among files that are %s',
    (size, least) => {
      const random = createRandom('jump');
      let [jumps, found] = [0, 0];
      for (const country of honestMonths(size, 3, 'jump')) {
        const spoiled = country.map((communes) => {
          const low = communes.filter(({ before }) => isLow(before));
          const chosen = low.length === 0 ? null : random.pick(low);
          return communes.map((one) => (one === chosen ? { ...one, now: complete(one.now) } : one));
        });
        const honest = new Set(country.flat());
        const codes = new Set(spoiled.flat().flatMap((one) => (honest.has(one) ? [] : [one.code])));
        jumps += codes.size;
        found += askCountry(spoiled)
          .flat()
          .filter(({ rule, facts }) => rule === 'suspectJump' && codes.has(String(facts.unit))).length;
      }
      expect(jumps).toBeGreaterThan(90);
      expect(found / jumps).toBeGreaterThan(least);
    },
  );

  it.each([
    [0.8, 0.75],
    [0.95, 0.99],
    [1, 0.99],
  ])('a province that rises to %d of its communes overnight is found', (share, least) => {
    const random = createRandom('rise');
    const asked = Array.from({ length: 400 }, () => {
      const communes = random.integer(38, 168);
      const greenBefore = Math.round(communes * random.between(0.2, 0.6));
      const greenNow = Math.round(communes * share);
      const rise = { communes, greenBefore, greenNow, turned: named(greenNow - greenBefore) };
      return evaluateSuspectOvernight('86', rise, DEFAULT_SUSPICION).condition;
    });
    expect(asked.filter((condition) => condition === 'holds').length / asked.length).toBeGreaterThan(least);
  });
});

const ONLINE = OUTPUTS.findIndex(({ code }) => code === 'applications_online');

function isLow(row: SentRow | null): boolean {
  const figure = row?.[ONLINE];
  return typeof figure === 'object' && (figure.value ?? 1) < 0.6;
}

function complete(row: SentRow | null): SentRow | null {
  const whole = (figure: SentRow[number]) =>
    typeof figure === 'object' ? { ...figure, value: 1, numerator: figure.denominator } : figure;
  return row?.map((figure, at) => (at === ONLINE ? whole(figure) : figure)) ?? null;
}
