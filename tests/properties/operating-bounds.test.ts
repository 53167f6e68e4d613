import { describe, expect, it } from 'vitest';
import type { OperatingEvaluation } from '#shared/domain/operating.ts';
import { explainOperating } from '#shared/domain/operating-reasons.ts';
import { colourRank } from '#shared/domain/ranking.ts';
import { seededRandom } from '#tests/setup/seeded-random.ts';
import {
  type Judged,
  judgeCommune,
  judgePlace,
  randomFigure,
  randomWorld,
  rateAlone,
  type Sent,
  type World,
} from './operating-worlds.ts';
import { faultOf, LANGUAGES } from './sentences.ts';

/** Some 300,000 figures and communes that fall silent. */
const WORLDS = 8_000;

const rank = (status: string | null): number => colourRank(status ?? '') ?? -1;

/** What is better about what was judged afterwards; empty = nothing. */
function betterBy(before: Judged, after: Judged): string[] {
  return [
    rank(after.status) > Math.max(rank(before.status), rank(before.atLeast)) ? 'certain colour' : '',
    rank(after.atLeast) > rank(before.atLeast) ? 'atLeast' : '',
    (after.scoreLow ?? 0) > (before.scoreLow ?? 0) ? 'score' : '',
  ].filter(Boolean);
}

/** Whether the bounds of the one lie within those of the other. */
function isWithin(inner: Judged, outer: Judged): boolean {
  const isLow = (inner.scoreLow ?? 0) >= (outer.scoreLow ?? 0);
  const isHigh = (inner.scoreHigh ?? 1) <= (outer.scoreHigh ?? 1);
  const atLeast = rank(inner.atLeast ?? 'red') >= rank(outer.atLeast ?? 'red');
  const atMost = rank(inner.atMost ?? 'green') <= rank(outer.atMost ?? 'green');
  return isLow && isHigh && atLeast && atMost;
}

/** Every commune, its province and the country. */
interface JudgedWorld {
  readonly communes: readonly (readonly OperatingEvaluation[])[];
  readonly provinces: readonly OperatingEvaluation[];
  readonly country: OperatingEvaluation;
}

function judge(world: World): JudgedWorld {
  const communes = world.provinces.map((members) => members.map((sent) => judgeCommune(world, sent)));
  return {
    communes,
    provinces: communes.map((members) => judgePlace(world, members)),
    country: judgePlace(world, communes.flat()),
  };
}

/** The commune, the province and the country with one commune judged anew. */
function levelsWith(
  world: World,
  judged: JudgedWorld,
  [province, commune]: readonly [number, number],
  sent: Sent,
) {
  const own = judgeCommune(world, sent);
  const members = (judged.communes[province] ?? []).with(commune, own);
  const all = judged.communes.with(province, members).flat();
  return { commune: own, province: judgePlace(world, members), country: judgePlace(world, all) };
}

function levelsOf(judged: JudgedWorld, [province, commune]: readonly [number, number]) {
  const own = judged.communes[province]?.[commune];
  const place = judged.provinces[province];
  if (own === undefined || place === undefined) throw new Error('No such commune');
  return { commune: own, province: place, country: judged.country };
}

function forEveryCommune(act: (world: World, judged: JudgedWorld, at: [number, number], sent: Sent) => void) {
  const random = seededRandom(20_251_229);
  for (let count = 0; count < WORLDS; count += 1) {
    const world = randomWorld(random);
    const judged = judge(world);
    for (const [province, members] of world.provinces.entries()) {
      for (const [commune, sent] of members.entries()) act(world, judged, [province, commune], sent);
    }
  }
}

const LEVELS = ['commune', 'province', 'country'] as const;

describe('silence', () => {
  it('makes nothing better: no certain colour, no lower end, no score, of commune, province and country', () => {
    const better: string[] = [];
    let removals = 0;
    forEveryCommune((world, judged, at, sent) => {
      const before = levelsOf(judged, at);
      const fewer = [sent.map(() => undefined), ...sent.map((_, place) => sent.with(place, undefined))];
      for (const left of fewer) {
        const after = levelsWith(world, judged, at, left);
        removals += 1;
        for (const level of LEVELS) {
          for (const what of betterBy(before[level], after[level])) better.push(`${level}: ${what}`);
        }
      }
    });
    expect(better).toEqual([]);
    expect(removals).toBeGreaterThan(250_000);
  });

  it('about the files behind a rate makes nothing better, whatever the rate claims', () => {
    const better: string[] = [];
    let rates = 0;
    forEveryCommune((world, judged, at, sent) => {
      for (const [place, figure] of sent.entries()) {
        const { minDenominator = 0 } = world.indicators[place]?.thresholds ?? {};
        if (figure?.numerator == null || minDenominator === 0) continue;
        const before = levelsOf(judged, at);
        for (const claimed of [0, 1]) {
          rates += 1;
          const after = levelsWith(world, judged, at, sent.with(place, rateAlone(claimed)));
          for (const level of LEVELS) {
            for (const what of betterBy(before[level], after[level])) better.push(`${level}: ${what}`);
          }
        }
      }
    });
    expect(better).toEqual([]);
    expect(rates).toBeGreaterThan(50_000);
  });

  it('of a whole province makes nothing better in the country', () => {
    const random = seededRandom(5);
    const better: string[] = [];
    for (let count = 0; count < WORLDS; count += 1) {
      const world = randomWorld(random);
      const { communes, country } = judge(world);
      for (const place of communes.keys()) {
        const silent = (world.provinces[place] ?? []).map((sent) =>
          judgeCommune(
            world,
            sent.map(() => undefined),
          ),
        );
        better.push(...betterBy(country, judgePlace(world, communes.with(place, silent).flat())));
      }
    }
    expect(better).toEqual([]);
  });
});

describe('evidence', () => {
  it('that comes only narrows the bounds', () => {
    const random = seededRandom(7);
    const wider: string[] = [];
    let additions = 0;
    forEveryCommune((world, judged, at, sent) => {
      for (const [place, figure] of sent.entries()) {
        const indicator = world.indicators[place];
        if (figure !== undefined || indicator === undefined) continue;
        additions += 1;
        const before = levelsOf(judged, at);
        const after = levelsWith(world, judged, at, sent.with(place, randomFigure(indicator, random)));
        for (const level of LEVELS) if (!isWithin(after[level], before[level])) wider.push(level);
      }
    });
    expect(wider).toEqual([]);
    expect(additions).toBeGreaterThan(40_000);
  });

  it('of files that come to a ratio of few only narrows them', () => {
    const random = seededRandom(11);
    const wider: string[] = [];
    let additions = 0;
    forEveryCommune((world, judged, at, sent) => {
      for (const [place, figure] of sent.entries()) {
        const { minDenominator = 0 } = world.indicators[place]?.thresholds ?? {};
        if (figure?.numerator == null || figure.denominator == null) continue;
        const missing = minDenominator - figure.denominator;
        if (missing <= 0) continue;
        additions += 1;
        const more = 1 + Math.floor(random() * missing);
        const denominator = figure.denominator + more;
        const numerator = figure.numerator + Math.floor(random() * (more + 1));
        const grown = { value: numerator / denominator, numerator, denominator };
        const [before, after] = [
          levelsOf(judged, at),
          levelsWith(world, judged, at, sent.with(place, grown)),
        ];
        for (const level of LEVELS) if (!isWithin(after[level], before[level])) wider.push(level);
      }
    });
    expect(wider).toEqual([]);
    expect(additions).toBeGreaterThan(20_000);
  });

  it('is undetermined exactly where the ends differ in colour, and none where nothing came', () => {
    const odd: OperatingEvaluation[] = [];
    forEveryCommune((_, judged, at) => {
      for (const one of Object.values(levelsOf(judged, at))) {
        const { status, atLeast, atMost, scoreLow } = one;
        const told = atLeast === null ? 'noEvidence' : atLeast === atMost ? atLeast : 'undetermined';
        const isOrdered = rank(atLeast) <= rank(atMost);
        if (status !== told || !isOrdered || (scoreLow === null) !== (atLeast === null)) odd.push(one);
      }
    });
    expect(odd).toEqual([]);
  });

  it('is told in sentences with the numbers of both ends', () => {
    const random = seededRandom(3);
    for (let count = 0; count < 100; count += 1) {
      const world = randomWorld(random);
      const judged = judge(world);
      for (const one of [...judged.communes.flat(), ...judged.provinces, judged.country]) {
        for (const reason of explainOperating(one)) {
          for (const language of LANGUAGES) expect(faultOf(reason, language)).toBeNull();
        }
      }
    }
  });
});
