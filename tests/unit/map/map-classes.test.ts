import { describe, expect, it } from 'vitest';
import { classifyIndicator, type IndicatorColumns, quantiles } from '#renderer/map/indicator-classes.ts';
import {
  type ClassifiedMap,
  classifyStatuses,
  countsWithin,
  FIXED_LAYERS,
} from '#renderer/map/map-classes.ts';
import type { MapColumnsDto } from '#shared/contract/map.ts';

const BANDS = { above: 0.7, half: 0.5 };

const COLUMNS: MapColumnsDto = {
  cut: {
    id: 'week-2025-07-28',
    kind: 'week',
    start: '2025-07-28',
    asOf: '2025-07-28T09:00:00Z',
    state: 'collecting',
    label: null,
    corrected: false,
    statusCut: null,
  },
  level: 'commune',
  ruleVersion: 1,
  codes: ['00001', '00002', '00003', '00004'],
  reported: ['green', 'yellow', 'notReported', 'green'],
  operating: ['red', 'yellow', 'green', 'noEvidence'],
  undetermined: [],
  gapSteps: [2, 0, null, null],
  missing: [0, 2, null, 0],
  coverage: [1, 0.7, null, 0.2],
  coverageOpen: [],
  waitingMonth: null,
};

function keysOf(map: ClassifiedMap): Record<string, string | undefined> {
  return Object.fromEntries(map.codes.map((code, at) => [code, map.classes[map.classOf[at] ?? -1]?.key]));
}

describe('a month of which too little has come', () => {
  const waitingMonth = {
    cut: 'month-2025-07',
    provinces: 10,
    inProvinces: 7,
    owed: 10,
    sent: 7,
    instead: null,
  };

  it('is said on the layers that rest on outputs, and on no other', () => {
    const said = FIXED_LAYERS.filter(
      (layer) => classifyStatuses({ ...COLUMNS, waitingMonth }, layer, 'light', BANDS).waitingMonth !== null,
    );
    expect(said).toEqual(['operating', 'gap']);
  });
});

describe('sorting units into the classes of a status layer', () => {
  it('takes the reported status as it is, and keeps those without a report apart', () => {
    const map = classifyStatuses(COLUMNS, 'reported', 'light', BANDS);
    expect(keysOf(map)).toEqual({
      '00001': 'green',
      '00002': 'yellow',
      '00003': 'notReported',
      '00004': 'green',
    });
    expect(map.counts).toEqual([2, 1, 0, 0, 0, 0, 1]);
  });

  it('puts exactly 70% into the band above 50%, as the published reports say "above 70%"', () => {
    const map = classifyStatuses(COLUMNS, 'coverage', 'light', BANDS);
    expect(keysOf(map)).toEqual({
      '00001': 'full',
      '00002': 'above50',
      '00003': 'notReported',
      '00004': 'below50',
    });
  });

  it('stripes a unit in both bands where what is silent may lift it into the higher one', () => {
    const coverageOpen = [
      { at: 1, atMost: 0.75 },
      { at: 3, atMost: 0.4 },
    ];
    const map = classifyStatuses({ ...COLUMNS, coverageOpen }, 'coverage', 'light', BANDS);
    expect(keysOf(map)).toMatchObject({
      '00002': 'above50-above70',
      '00003': 'notReported',
      '00004': 'below50',
    });
    const open = map.classes.find(({ key }) => key === 'above50-above70');
    expect(open?.paint).toEqual({ colour: '#2E9E83', ink: '#F5CB45', pattern: 'stripes' });
    expect(map.classes.at(-1)?.key).toBe('notReported');
    expect(map.counts).toEqual([1, 0, 0, 1, 1, 1]);
  });

  it('pairs both statuses in the gap layer, and gives no pair to a unit with one side empty', () => {
    const map = classifyStatuses(COLUMNS, 'gap', 'dark', BANDS);
    expect(keysOf(map)).toEqual({
      '00001': 'green-red',
      '00002': 'yellow-yellow',
      '00003': 'unknown',
      '00004': 'unknown',
    });
    expect(map.classes).toHaveLength(10);
  });

  it.each(FIXED_LAYERS)(
    'has a hatched class for units without data in layer %s, even when there are none',
    (layer) => {
      const { classes } = classifyStatuses(
        { ...COLUMNS, codes: [], reported: [], operating: [] },
        layer,
        'light',
        BANDS,
      );
      const empties = classes.filter((item) => item.isEmpty);
      expect(empties.length).toBeGreaterThan(0);
      expect(empties.every((item) => item.paint.pattern !== 'solid')).toBe(true);
    },
  );

  it('counts the units of one part of the country', () => {
    const map = classifyStatuses(COLUMNS, 'reported', 'light', BANDS);
    expect(countsWithin(map, (code) => code < '00003')).toEqual([1, 1, 0, 0, 0, 0, 0]);
  });

  it('stripes a unit that is undetermined with the two colours between which it lies, a class for each pair', () => {
    const certain = {
      reportedAtLeast: null,
      reportedAtMost: null,
      operatingAtLeast: null,
      operatingAtMost: null,
    };
    const columns: MapColumnsDto = {
      ...COLUMNS,
      operating: ['undetermined', 'yellow', 'undetermined', 'undetermined'],
      undetermined: [
        { ...certain, at: 0, operatingAtLeast: 'red', operatingAtMost: 'green' },
        { ...certain, at: 2, operatingAtLeast: 'yellow', operatingAtMost: 'green' },
        { ...certain, at: 3, operatingAtLeast: 'red', operatingAtMost: 'yellow' },
      ],
    };
    const map = classifyStatuses(columns, 'operating', 'light', BANDS);
    expect(keysOf(map)).toEqual({
      '00001': 'undetermined-red-green',
      '00002': 'yellow',
      '00003': 'undetermined-yellow-green',
      '00004': 'undetermined-red-yellow',
    });
    const open = map.classes.filter(({ bounds }) => bounds !== null);
    expect(open.map(({ paint }) => paint)).toEqual([
      { colour: '#2E9E83', ink: '#F5CB45', pattern: 'stripes' },
      { colour: '#2E9E83', ink: '#9E1B1B', pattern: 'stripes' },
      { colour: '#F5CB45', ink: '#9E1B1B', pattern: 'stripes' },
    ]);
    // Without colours the marks alone tell them apart, from one another and from every kind of empty.
    const marks = map.classes.map(({ pattern }) => pattern);
    expect(new Set(marks).size).toBe(map.classes.length);
    expect(classifyStatuses(columns, 'gap', 'light', BANDS).counts.at(-1)).toBe(3);
  });
});

describe('sorting units into the classes of an indicator', () => {
  const columns: IndicatorColumns = {
    level: 'commune',
    code: 'devices',
    figuresCut: 'week-2025-07-28',
    waitingMonth: null,
    codes: ['00001', '00002', '00003', '00004', '00005'],
    values: [1, 0, null, null, null],
    states: ['value', 'value', 'notReported', 'notApplicable', 'notYetDue'],
    statuses: ['noEvidence', 'noEvidence', 'noEvidence', 'noEvidence', 'noEvidence'],
    undetermined: [],
    shareOpen: [],
  };

  it('never merges a criterion that is not met with the three kinds of empty', () => {
    const map = classifyIndicator(columns, { kind: 'criterion', greenFrom: null }, 'light', BANDS);
    expect(keysOf(map)).toEqual({
      '00001': 'green',
      '00002': 'red',
      '00003': 'notReported',
      '00004': 'notApplicable',
      '00005': 'notYetDue',
    });
    const patterns = map.classes.filter((item) => item.isEmpty).map((item) => item.pattern);
    expect(new Set(patterns).size).toBe(3);
  });

  it('shows a province the share of communes that meet a criterion, in bands', () => {
    const provinces = { ...columns, level: 'province' as const, values: [1, 0.6, null, null, null] };
    const map = classifyIndicator(provinces, { kind: 'criterion', greenFrom: null }, 'light', BANDS);
    expect(keysOf(map)).toMatchObject({ '00001': 'full', '00002': 'above50' });
  });

  it('stripes a province in both bands where silent communes may lift its share of a criterion', () => {
    const provinces = {
      ...columns,
      level: 'province' as const,
      values: [0.95, 0.6, 0.4, null, null],
      states: ['value', 'value', 'value', 'notReported', 'notYetDue'] as const,
      shareOpen: [
        { at: 0, atMost: 1 },
        { at: 1, atMost: 0.65 },
        { at: 2, atMost: 0.9 },
      ],
    };
    const map = classifyIndicator(provinces, { kind: 'criterion', greenFrom: null }, 'light', BANDS);
    expect(keysOf(map)).toEqual({
      '00001': 'above70-full',
      '00002': 'above50',
      '00003': 'below50-above70',
      '00004': 'notReported',
      '00005': 'notYetDue',
    });
    expect(map.classes.find(({ key }) => key === 'below50-above70')?.paint.pattern).toBe('stripes');
  });

  it('stripes a sum that may be of two colours in both of them, each pair a class of its own', () => {
    const open: IndicatorColumns = {
      ...columns,
      values: [0.6, 0.4, 0.7, null, null],
      states: ['value', 'value', 'value', 'notReported', 'notYetDue'],
      statuses: ['undetermined', 'undetermined', 'green', 'noEvidence', 'noEvidence'],
      undetermined: [
        { at: 0, atLeast: 'yellow', atMost: 'green' },
        { at: 1, atLeast: 'red', atMost: 'green' },
      ],
    };
    const map = classifyIndicator(open, { kind: 'ratio', greenFrom: 0.7 }, 'light', BANDS);
    expect(keysOf(map)).toEqual({
      '00001': 'undetermined-yellow-green',
      '00002': 'undetermined-red-green',
      '00003': 'green',
      '00004': 'notReported',
      '00005': 'notYetDue',
    });
    const striped = map.classes.filter(({ bounds }) => bounds !== null);
    expect(striped.map(({ paint }) => paint.ink)).toEqual(['#F5CB45', '#9E1B1B']);
  });

  it('takes the status where an indicator has thresholds', () => {
    const judged: IndicatorColumns = {
      ...columns,
      statuses: ['yellow', 'red', 'noEvidence', 'noEvidence', 'noEvidence'],
    };
    const map = classifyIndicator(judged, { kind: 'ratio', greenFrom: 0.8 }, 'light', BANDS);
    expect(keysOf(map)).toMatchObject({ '00001': 'yellow', '00002': 'red', '00003': 'notReported' });
  });

  it('gives a ratio of nothing a class of its own, neither silent nor a colour', () => {
    const unmeasured: IndicatorColumns = {
      ...columns,
      values: [0.9, null, null, null, null],
      states: ['value', 'nothingToMeasure', 'notReported', 'notApplicable', 'notYetDue'],
      statuses: ['green', 'noEvidence', 'noEvidence', 'noEvidence', 'noEvidence'],
    };
    const map = classifyIndicator(unmeasured, { kind: 'ratio', greenFrom: 0.8 }, 'light', BANDS);
    expect(keysOf(map)).toMatchObject({ '00001': 'green', '00002': 'noEvidence', '00003': 'notReported' });
  });

  it('makes groups of equal size where there are no thresholds, with zero as a value', () => {
    const counts: IndicatorColumns = { ...columns, values: [0, 40, null, null, null] };
    const map = classifyIndicator(counts, { kind: 'count', greenFrom: null }, 'light', BANDS);
    expect(keysOf(map)).toMatchObject({ '00001': 'step-0', '00002': 'step-1', '00003': 'notReported' });
    expect(map.classes[0]?.label).toEqual({ kind: 'range', from: 0, to: 0, isFraction: false });
  });
});

describe('quantiles', () => {
  it('are groups of equal size from low to high', () => {
    expect(quantiles([5, 1, 3, 2, 4, 6, 8, 7, 9, 10], 5)).toEqual([
      { from: 1, to: 2 },
      { from: 3, to: 4 },
      { from: 5, to: 6 },
      { from: 7, to: 8 },
      { from: 9, to: 10 },
    ]);
  });

  it('are fewer when many values are equal', () => {
    expect(quantiles([0, 0, 0, 0, 0, 0, 0, 3], 5)).toEqual([{ from: 0, to: 3 }]);
    expect(quantiles([0, 0, 0, 2, 2], 5)).toEqual([
      { from: 0, to: 0 },
      { from: 2, to: 2 },
    ]);
  });

  it('are none without values', () => {
    expect(quantiles([], 5)).toEqual([]);
  });
});
