import { isDefinedError, safe } from '@orpc/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import { LATER_THRESHOLDS } from '#shared/domain/default-rules.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';

const WHO = 'Nguyễn Văn An';
/** Every cut of half a year, on a machine that does other things as well. */
const RECOMPUTE_MS = 120_000;

let application: Application;
let first: RuleSet;

beforeAll(async () => {
  application = await createApp({ dataFolder: filledFolder() });
  first = (await application.client.rules.get({})).rules;
});
afterAll(() => application.close());

const stricter = (rules: RuleSet): RuleSet => ({
  ...rules,
  notAsked: { ...rules.notAsked, '11629': ['applications_online', 'records_synchronised'] },
  commune: { yellowMissingAtMost: 0 },
  province: { ...rules.province, redOverdueMoreThan: 0 },
  operating: { ...rules.operating, rollUp: 'worst' },
});

describe('a preview', () => {
  it('counts the open alerts that end with a rule, from the day it is off', async () => {
    const { byRule } = await application.client.alerts.list({});
    const ending = async (off: Record<string, string>) => {
      const rules = { ...first, alerts: { ...first.alerts, off } };
      return (await application.client.rules.preview({ rules })).alertsEnding;
    };
    expect(byRule.gap).toBeGreaterThan(0);
    expect(await ending({ gap: '2025-12-29' })).toBe(byRule.gap);
    expect(await ending({ gap: '2025-12-30' })).toBe(0);
  });

  it('of the rules in force changes nothing', async () => {
    const preview = await application.client.rules.preview({ rules: first });
    expect(preview.communesReported).toMatchObject({ changed: 0 });
    expect(preview.communesOperating).toMatchObject({ changed: 0 });
    expect(preview.provinces.filter((province) => province.communesChanged > 0)).toEqual([]);
  });

  it(
    'shows exactly what saving then brings, and writes nothing itself',
    async () => {
      const rules = stricter(first);
      const untouched = writes();
      const preview = await application.client.rules.preview({ rules });
      expect(writes()).toBe(untouched);
      const told: number[] = [];
      const saving = application.client.rules.save({ rules, who: WHO, note: 'Thử mức chặt hơn' });
      const { version: saved } = await outcomeOf(await saving, ({ done, total }) => told.push(done / total));
      expect(told.at(0)).toBe(0);
      expect(told.at(-1)).toBe(1);
      expect(told).toEqual(told.toSorted((left, right) => left - right));
      expect(saved).toMatchObject({ version: 2, isActive: true, who: WHO, activatedBy: WHO });
      const { national, provinces, ruleVersion } = await application.client.status.get({});
      expect(ruleVersion).toBe(2);
      expect(filled(preview.communesReported?.after, national.reported)).toEqual(national.reported);
      expect(filled(preview.communesOperating?.after, national.operating)).toEqual(national.operating);
      expect(
        preview.provinces.map(({ code, reportedAfter, operatingAfter, greenAfter }) => ({
          code,
          progress: reportedAfter,
          operating: operatingAfter,
          green: greenAfter,
        })),
      ).toEqual(
        provinces.map(({ code, progress, operating, green }) => ({ code, progress, operating, green })),
      );
    },
    RECOMPUTE_MS,
  );

  it(
    'goes back to an older version with every status as it was',
    async () => {
      await outcomeOf(await application.client.rules.activate({ version: 1, who: WHO }));
      const versions = await application.client.rules.list();
      expect(
        versions.map(({ version, isActive, activatedBy }) => ({ version, isActive, activatedBy })),
      ).toEqual([
        { version: 2, isActive: false, activatedBy: WHO },
        { version: 1, isActive: true, activatedBy: WHO },
      ]);
      const preview = await application.client.rules.preview({ rules: first });
      expect(preview.communesReported?.changed).toBe(0);
      expect(preview.communesOperating?.changed).toBe(0);
      const { national } = await application.client.status.get({ cut: 'moment-2025-07-31T1600' });
      expect(national.reported.green).toBe(1981);
    },
    RECOMPUTE_MS,
  );
});

describe('a change of rules', () => {
  it('that is stopped on its way leaves the version and every status as they were', async () => {
    const before = await application.client.status.get({});
    const stop = new AbortController();
    const rules = { ...stricter(first), coverage: { above: 0.8, half: 0.6 } };
    const call = application.client.rules.save({ rules, who: WHO, note: 'Dừng' }, { signal: stop.signal });
    const stopped = outcomeOf(await call, ({ done }) => done > 0 && stop.abort());
    await expect(stopped).rejects.toThrow();
    expect(await application.client.rules.list()).toHaveLength(2);
    expect(await application.client.status.get({})).toEqual(before);
  });
});

describe('rules that cannot judge', () => {
  const overlapping = (rules: RuleSet): RuleSet => ({
    ...rules,
    coverage: { above: 0.5, half: 0.7 },
    operating: {
      ...rules.operating,
      indicators: {
        ...rules.operating.indicators,
        results_online: { direction: 'up', greenFrom: 0.3, yellowFrom: 0.6, weight: 1, ...LATER_THRESHOLDS },
      },
    },
  });

  it('are told field by field and colour nothing', async () => {
    const preview = await application.client.rules.preview({ rules: overlapping(first) });
    expect(preview.problems.map(({ path, reason }) => [path, reason.code])).toEqual([
      ['coverage', 'reason.rules.overlapPair'],
      ['operating.indicators.results_online', 'reason.rules.overlapRatio'],
    ]);
    expect(preview).toMatchObject({ communesReported: null, communesOperating: null, provinces: [] });
  });

  it('are refused with a typed error and leave no version behind', async () => {
    const [error] = await safe(
      application.client.rules.save({ rules: overlapping(first), who: WHO, note: 'Sai' }),
    );
    if (!isDefinedError(error)) throw new Error('expected an error of the contract', { cause: error });
    expect({ code: error.code, data: error.data }).toEqual({
      code: 'RULES_INVALID',
      data: { values: { count: 2 } },
    });
    expect(await application.client.rules.list()).toHaveLength(2);
  });

  it('of an unknown indicator are told by its code', async () => {
    const rules: RuleSet = {
      ...first,
      operating: {
        ...first.operating,
        indicators: {
          ...first.operating.indicators,
          no_such_indicator: {
            direction: 'up',
            greenFrom: 0.9,
            yellowFrom: 0.5,
            weight: 1,
            ...LATER_THRESHOLDS,
          },
        },
      },
    };
    const { problems } = await application.client.rules.preview({ rules });
    expect(problems.map(({ path }) => path)).toEqual(['operating.indicators.no_such_indicator']);
  });

  it('of units or indicators that nobody knows are told and refused', async () => {
    const rules = { ...first, notAsked: { ...first.notAsked, '99999': ['no_such_indicator'] } };
    const { problems } = await application.client.rules.preview({ rules });
    expect(problems.map(({ path, reason }) => [path, reason.code])).toEqual([
      ['notAsked.99999', 'reason.plan.unknownUnit'],
      ['notAsked.99999', 'reason.plan.unknownIndicator'],
    ]);
    const [error] = await safe(application.client.rules.save({ rules, who: WHO, note: 'x' }));
    expect(error).toMatchObject({ code: 'RULES_INVALID' });
  });

  it('of a version that does not exist cannot be put in force', async () => {
    const [error] = await safe(application.client.rules.activate({ version: 99, who: WHO }));
    expect(error).toMatchObject({ code: 'RULE_VERSION_UNKNOWN' });
  });
});

/** A number that SQLite changes with every commit of another connection. */
function writes(): unknown {
  return application.context.read.pragma('data_version', { simple: true });
}

/** Statuses that no unit has are not in the counts of a preview. */
function filled(counts: Readonly<Record<string, number>> | undefined, like: object): Record<string, number> {
  return Object.fromEntries(Object.keys(like).map((status) => [status, counts?.[status] ?? 0]));
}
