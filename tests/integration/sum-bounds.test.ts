import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { liveFigures } from '#main/core/figures/live.ts';
import { unitFigures } from '#main/core/figures/totals-store.ts';
import { requireCut } from '#main/core/ground/cuts/lookup.ts';
import { withBounds } from '#main/hosts/cli/with-bounds.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';

let application: Application;
beforeAll(async () => {
  application = await createApp({ dataFolder: filledFolder() });
});
afterAll(() => application.close());

const COLOURS = ['red', 'yellow', 'green'] as const;

interface Sent {
  readonly unit: string;
  readonly province: string;
  readonly month: string;
  readonly isSent: 0 | 1;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** What every commune sent of applications submitted online, month by month, the silent with nothing. */
function sentOnline(): Sent[] {
  const sql = `
    SELECT unit.code AS unit, parent.code AS province, cut.code AS month, sent.cut_id IS NOT NULL AS isSent,
      sent.numerator, sent.denominator
    FROM unit JOIN unit AS parent ON parent.id = unit.parent_id CROSS JOIN cut
    LEFT JOIN observation AS sent ON sent.unit_id = unit.id AND sent.cut_id = cut.id
      AND sent.indicator_id = (SELECT id FROM indicator WHERE code = 'applications_online')
    WHERE unit.level = 'commune' AND cut.kind = 'month' AND cut.code > 'month-2025-06'`;
  return application.context.read.prepare(sql).all() as Sent[];
}

/** The bounds of a province in a month, worked out with a pencil. */
function pencil(province: string, month: string): { low: number; high: number } | null {
  const rows = sentOnline().filter((row) => row.province === province);
  const largest = new Map<string, number>();
  for (const { unit, month: when, denominator } of rows)
    if (when < month && denominator !== null)
      largest.set(unit, Math.max(denominator, largest.get(unit) ?? 0));
  const widest = Math.max(...[...largest.values()].map((size) => size * 1.5));
  // The plan asks no outputs of Hoàng Sa.
  const now = rows.filter((row) => row.month === month && row.unit !== '20333');
  const isOver = ({ unit, denominator }: Sent) =>
    denominator !== null && denominator > (largest.get(unit) ?? widest) * 1.5;
  if (now.every((row) => row.isSent === 1 && !isOver(row))) return null;
  const sums = { numerator: 0, denominator: 0, silent: 0 };
  for (const { unit, numerator, denominator } of now) {
    const own = largest.get(unit);
    const size = own === undefined ? widest * 1.5 : own * 1.5;
    if (numerator === null || denominator === null) sums.silent += size;
    else {
      const part = Math.min(1, size / Math.max(denominator, 1e-9));
      sums.numerator += numerator * part;
      sums.denominator += denominator * part;
    }
  }
  const all = sums.denominator + sums.silent;
  return { low: sums.numerator / all, high: (sums.numerator + sums.silent) / all };
}

describe('between which values a sum lies', () => {
  it('is what a pencil says where a commune is silent or outgrew its size, and nothing where all is sure', async () => {
    const { outputs } = await application.client.status.get({ cut: 'week-2025-12-29' });
    const online = outputs.filter(({ code, unit }) => code === 'applications_online' && unit !== 'VN');
    const silent = online.filter(({ bounds }) => bounds !== null);
    expect(silent.length).toBeGreaterThan(5);
    expect(silent.length).toBeLessThan(34);
    for (const { unit, bounds, cut } of online) {
      const expected = pencil(unit, cut ?? '');
      if (expected === null) expect(bounds).toBeNull();
      else {
        expect(bounds?.low).toBeCloseTo(expected.low, 9);
        expect(bounds?.high).toBeCloseTo(expected.high, 9);
      }
    }
  });

  it('leaves a sum its colour only where both ends have it', async () => {
    const { outputs } = await application.client.status.get({ cut: 'week-2025-12-01' });
    const { rules } = await application.client.rules.get({});
    const { greenFrom = 0, yellowFrom = 0 } = rules.operating.indicators.applications_online ?? {};
    const colourOf = (value: number) => COLOURS[Number(value >= yellowFrom) + Number(value >= greenFrom)];
    const told = outputs
      .filter(({ code }) => code === 'applications_online')
      .map(({ status, atLeast, atMost, value, bounds }) => {
        const ends = [value ?? 0, bounds?.low ?? value ?? 0, bounds?.high ?? value ?? 0].sort(
          (a, b) => a - b,
        );
        const [low, high] = [colourOf(ends[0] ?? 0), colourOf(ends[2] ?? 0)];
        const expected = low === high ? [low, null, null] : ['undetermined', low, high];
        return { said: [status, atLeast, atMost], expected };
      });
    expect(told.map(({ said }) => said)).toEqual(told.map(({ expected }) => expected));
    // The country and several provinces hang on communes that are silent at this cut, most do not.
    const open = told.filter(({ said }) => said[0] === 'undetermined');
    expect([told[0]?.said, open.length > 3, open.length < 20]).toEqual([
      ['undetermined', 'yellow', 'green'],
      true,
      true,
    ]);
  });

  it('is the same stored and worked out on the spot', () => {
    const view = requireCut(application.context.read, 'week-2025-12-29');
    const bounds = (figures: readonly { unit: string; code: string; bounds: unknown }[]) =>
      figures.map(({ unit, code, bounds: own }) => [unit, code, own]);
    const asked = { of: 'outputs' } as const;
    const stored = bounds(unitFigures(application.context.read, view, asked));
    expect(bounds(liveFigures(application.context.read, view, asked))).toEqual(stored);
  });

  it('has no upper end for a count of which nothing earlier is known', async () => {
    const { outputs } = await application.client.status.get({ cut: 'week-2025-08-04' });
    const open = outputs.filter(({ bounds }) => bounds !== null && bounds.high === null);
    expect(open.every(({ code }) => code === 'support_operations' || code === 'applications_received')).toBe(
      true,
    );
  });
});

it('says in JSON of what a count and its bounds are, and names its mean of all that were asked', async () => {
  const report = await application.client.status.get({ cut: 'week-2025-08-04' });
  const { outputs } = JSON.parse(JSON.stringify(report, withBounds)) as typeof report;
  const open = outputs.filter(({ bounds }) => bounds !== null);
  expect(open.map(({ kind }) => kind)).toContain('count');
  for (const figure of open) {
    const { kind, measured, value, units, reportedUnits, bounds } = figure;
    const told = figure as typeof figure & { readonly measuredOver?: string; measuredOfAsked?: number };
    expect(bounds).toMatchObject({ over: kind === 'ratio' ? 'files' : 'asked' });
    if (measured === null) continue;
    expect(told.measuredOver).toBe(kind === 'ratio' ? 'files' : 'reporting');
    if (kind !== 'count') continue;
    expect(measured).toBeCloseTo((value ?? 0) / reportedUnits, 9);
    expect(told.measuredOfAsked).toBeCloseTo((value ?? 0) / units, 9);
  }
});
