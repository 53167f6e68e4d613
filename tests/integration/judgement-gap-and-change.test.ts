import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import type { ComparisonDto } from '#shared/contract/compare.ts';
import { matrixTotal } from '#shared/domain/gap.ts';
import { COMMUNE_STATUSES, OPERATING_STATUSES, REPORTED_STATUSES } from '#shared/domain/model.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';
import { recomputeAll } from '#tests/setup/recompute.ts';

const CUTS = ['week-2025-06-30', 'moment-2025-07-31T1600', 'week-2025-10-27', 'week-2025-12-29'] as const;
const COMMUNES = 3321;
const PROVINCES = 34;
/** Every cut of half a year, on a machine that does other things as well. */
const RECOMPUTE_MS = 120_000;

let application: Application;

beforeAll(async () => {
  application = await createApp({ dataFolder: filledFolder() });
});
afterAll(() => application.close());

describe('the gap matrix', () => {
  it('adds up to all communes and all provinces at every cut', async () => {
    for (const cut of CUTS) {
      const communes = await application.client.gap.get({ cut });
      const provinces = await application.client.gap.get({ cut, level: 'province' });
      // Communes took up work on 1 July.
      const there = cut === 'week-2025-06-30' ? 0 : COMMUNES;
      expect([matrixTotal(communes.matrix), matrixTotal(provinces.matrix)]).toEqual([there, PROVINCES]);
    }
  });

  it('is the same in the status report, with its rows and columns as the counts beside it', async () => {
    for (const cut of CUTS) {
      const { national } = await application.client.status.get({ cut });
      const { matrix } = await application.client.gap.get({ cut });
      expect(national.gap).toEqual(matrix);
      for (const reported of COMMUNE_STATUSES) {
        const row = OPERATING_STATUSES.reduce((sum, operating) => sum + matrix[reported][operating], 0);
        expect(row).toBe(national.reported[reported]);
      }
      for (const operating of OPERATING_STATUSES) {
        const column = REPORTED_STATUSES.reduce((sum, reported) => sum + matrix[reported][operating], 0);
        expect(column).toBe(national.operating[operating]);
      }
    }
  });

  it('lists as many units for a cell as the cell counts', async () => {
    const { matrix } = await application.client.gap.get({});
    for (const reported of REPORTED_STATUSES) {
      for (const operating of OPERATING_STATUSES) {
        const { units } = await application.client.gap.get({ reported, operating });
        expect(units).toHaveLength(matrix[reported][operating]);
      }
    }
  });

  it('ranks the widest gaps first, then the longest', async () => {
    const { units } = await application.client.gap.get({});
    const known = units.filter(({ last }) => last === null);
    const keys = known.map(({ steps, months, cuts, code }) => {
      return [-(steps ?? 0), -months, -cuts, Number(code)] as const;
    });
    const sorted = keys.toSorted(
      (left, right) => left[0] - right[0] || left[1] - right[1] || left[2] - right[2] || left[3] - right[3],
    );
    expect(keys).toEqual(sorted);
    expect(known.every(({ steps }) => steps === 1 || steps === 2)).toBe(true);
    // Whose gap was not seen to end comes after them, the widest first.
    expect(units.slice(0, known.length)).toEqual(known);
    const lasting = units.slice(known.length).map(({ steps, last }) => [steps, last?.steps ?? 0] as const);
    expect(lasting.length).toBeGreaterThan(0);
    expect(lasting).toEqual(lasting.toSorted((one, other) => other[1] - one[1]));
    expect(lasting.every(([steps, last]) => steps === null && last > 0)).toBe(true);
  });

  it('counts gaps for certain, and at most what silence and too little evidence may hide', async () => {
    const { gaps, matrix } = await application.client.gap.get({});
    const { green, yellow, notReported } = matrix;
    const certain = green.red + green.yellow + yellow.red;
    expect(gaps.any.atLeast).toBe(certain);
    expect(gaps.wide.atLeast).toBe(green.red);
    // All that is open may be a gap, but for who is undetermined or silent beside a GREEN operation.
    const open = green.noEvidence + green.undetermined + yellow.noEvidence;
    expect(gaps.any.atMost).toBeGreaterThanOrEqual(certain + open + notReported.yellow + notReported.red);
    expect(gaps.wide.atMost).toBeGreaterThanOrEqual(green.red + green.noEvidence + notReported.red);
    expect(gaps.any.atMost).toBeLessThan(matrixTotal(matrix) - green.green - notReported.green);
  });

  it('splits by province without losing a commune', async () => {
    const { provinces } = await application.client.status.get({});
    let total = 0;
    for (const { code, communes } of provinces) {
      const { matrix, units } = await application.client.gap.get({ province: code });
      expect(matrixTotal(matrix)).toBe(communes);
      expect(units.every((unit) => unit.province === code)).toBe(true);
      total += communes;
    }
    expect(total).toBe(COMMUNES);
  });
});

describe('a comparison', () => {
  const sides = ['reported', 'operating'] as const;
  const levels = ['province', 'commune'] as const;

  it('of (b, a) mirrors that of (a, b)', async () => {
    for (const side of sides) {
      for (const level of levels) {
        const there = await compare(CUTS[1], CUTS[3], level, side);
        const back = await compare(CUTS[3], CUTS[1], level, side);
        expect(mirrored(back)).toEqual(there);
      }
    }
  });

  it('counts every common unit once in its transitions', async () => {
    for (const side of sides) {
      const change = await compare(CUTS[0], CUTS[2], 'commune', side);
      const moved = Object.values(change.transitions).flatMap((row) => Object.values(row));
      expect(moved.reduce((sum, count) => sum + count, 0)).toBe(change.common);
      const { unchanged, stillUnknown, improved, regressed, startedReporting, stoppedReporting } = change;
      const lists = [improved, regressed, startedReporting, stoppedReporting];
      expect(lists.reduce((sum, list) => sum + list.length, unchanged + stillUnknown)).toBe(change.common);
    }
  });

  it('of a cut with itself shows no change', async () => {
    const change = await compare(CUTS[2], CUTS[2], 'commune', 'reported');
    expect(change).toMatchObject({ improved: [], regressed: [], joined: [], left: [] });
    expect(change.unchanged + change.stillUnknown).toBe(COMMUNES);
    expect(change.provinces.every((province) => (province.coverageChange ?? 0) === 0)).toBe(true);
    expect(change.alerts).toMatchObject({ opened: 0, closed: 0 });
  });
});

describe('a recompute', () => {
  it(
    'done twice is the same as done once',
    async () => {
      const before = digests();
      await application.context.write((database) => recomputeAll(database));
      expect(digests()).toEqual(before);
    },
    RECOMPUTE_MS,
  );
});

/** One digest a table: a hundred thousand rows compare at once, and a difference names its table. */
function digests(): Record<string, string> {
  return Object.fromEntries(
    ['unit_status', 'task_status', 'alert', 'alert_event'].map((table) => {
      const hash = createHash('sha256');
      const rows = application.context.read.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3`).raw();
      for (const row of rows.iterate()) hash.update(JSON.stringify(row));
      return [table, hash.digest('hex')];
    }),
  );
}

function compare(from: string, to: string, level: 'province' | 'commune', side: 'reported' | 'operating') {
  return application.client.compare.cuts({ from, to, level, side });
}

/** What comparing the other way round must have said. */
function mirrored(change: ComparisonDto): ComparisonDto {
  const turned = <Coverage extends ComparisonDto['country']>(of: Coverage) => ({
    ...of,
    greenBefore: of.greenAfter,
    greenAfter: of.greenBefore,
    coverageBefore: of.coverageAfter,
    coverageAfter: of.coverageBefore,
    greenChange: negated(of.greenChange),
    coverageChange: negated(of.coverageChange),
  });
  const swap = (units: ComparisonDto['improved']) =>
    units.map((unit) => ({
      ...unit,
      before: unit.after,
      beforeBounds: unit.afterBounds,
      after: unit.before,
      afterBounds: unit.beforeBounds,
    }));
  return {
    ...change,
    from: change.to,
    to: change.from,
    fromRuleVersion: change.toRuleVersion,
    toRuleVersion: change.fromRuleVersion,
    transitions: transposed(change.transitions),
    improved: swap(change.regressed),
    regressed: swap(change.improved),
    startedReporting: swap(change.stoppedReporting),
    stoppedReporting: swap(change.startedReporting),
    joined: change.left,
    left: change.joined,
    alerts: { ...change.alerts, opened: change.alerts.closed, closed: change.alerts.opened },
    country: turned(change.country),
    provinces: change.provinces.map(turned),
  };
}

// A change of 0 is 0 both ways, never -0.
function negated(change: number | null): number | null {
  return change === null ? null : 0 - change;
}

function transposed(transitions: ComparisonDto['transitions']): ComparisonDto['transitions'] {
  const result: ComparisonDto['transitions'] = {};
  for (const [from, row] of Object.entries(transitions)) {
    for (const [to, count] of Object.entries(row)) result[to] = { ...result[to], [from]: count };
  }
  return result;
}
