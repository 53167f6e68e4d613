import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateCoverageLow } from '#shared/domain/alerts/unit-alerts.ts';
import { type CriterionMark, evaluateCommune } from '#shared/domain/commune-status.ts';
import { bandOf, evaluateCoverage } from '#shared/domain/coverage.ts';
import { type FigureOrEmpty, type FigureTotal, type Summand, sumFigures } from '#shared/domain/figures.ts';
import { COLOURS, type Colour } from '#shared/domain/model.ts';
import { evaluateIndicator, type IndicatorEvaluation, rollUpIndicators } from '#shared/domain/operating.ts';
import { addDays } from '#shared/domain/periods.ts';
import { evaluateProgress, type ProgressEvaluation } from '#shared/domain/province-progress.ts';
import { colourRank } from '#shared/domain/ranking.ts';
import { combineOutputs } from '#shared/domain/task-outcome.ts';
import { evaluateSchedule } from '#shared/domain/task-schedule.ts';
import {
  CRITERIA,
  communeStatus,
  countFigure,
  countStatuses,
  day,
  emptyKind,
  fraction,
  indicatorEvaluation,
  mark,
  marks,
  operatingIndicator,
  RULES,
  ratioFigure,
  rollUp,
  schedule,
} from './arbitraries.ts';

const shuffleOf = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
const withShuffle = <T>(lists: fc.Arbitrary<T[]>) =>
  lists.chain((list) => shuffleOf(list).map((other) => ({ list, other })));

const rankOf = (colour: Colour | null): number => colourRank(colour ?? '') ?? -1;
const unitsOf = ({ reported, notReported, notApplicable, notYetDue }: FigureTotal) =>
  reported + notReported + notApplicable + notYetDue;

describe('operating roll-up', () => {
  const indicators = fc.array(indicatorEvaluation, { minLength: 1, maxLength: 8 });

  it('is monotone: a better indicator never makes the unit worse', () => {
    fc.assert(
      fc.property(indicators, fc.nat(7), rollUp, (list, at, method) => {
        const place = at % list.length;
        const one = list[place];
        fc.pre(one !== undefined && one.empty === null && one.low !== 'green');
        const better = (colour: Colour | undefined) =>
          COLOURS[Math.max(0, COLOURS.indexOf(colour ?? 'red') - 1)];
        const [low, high] = [better(one?.low), better(one?.high)];
        const improved = list.with(place, { ...one, low, high } as IndicatorEvaluation);
        const rules = { ...RULES.operating, rollUp: method };
        const [before, after] = [rollUpIndicators(list, rules), rollUpIndicators(improved, rules)];
        for (const end of ['atLeast', 'atMost'] as const) {
          expect(rankOf(after[end])).toBeGreaterThanOrEqual(rankOf(before[end]));
        }
      }),
    );
  });

  it('does not depend on the order of the indicators', () => {
    fc.assert(
      fc.property(withShuffle(indicators), rollUp, ({ list, other }, method) => {
        const rules = { ...RULES.operating, rollUp: method };
        const [first, second] = [rollUpIndicators(list, rules), rollUpIndicators(other, rules)];
        expect({ ...second, indicators: [] }).toEqual({ ...first, indicators: [] });
      }),
    );
  });

  it('counts an indicator without evidence at its worst and at its best, and has none when none has', () => {
    fc.assert(
      fc.property(indicators, emptyKind, operatingIndicator, rollUp, (list, empty, indicator, method) => {
        const rules = { ...RULES.operating, rollUp: method };
        const silent = evaluateIndicator(indicator, empty);
        expect(silent).toMatchObject({ status: 'noEvidence', value: null, empty, low: 'red', high: 'green' });
        const [before, after] = [rollUpIndicators(list, rules), rollUpIndicators([...list, silent], rules)];
        expect(rankOf(after.atLeast)).toBeLessThanOrEqual(rankOf(before.atLeast));
        expect(rankOf(after.atMost)).toBeGreaterThanOrEqual(rankOf(before.atMost));
        expect(rollUpIndicators([silent, silent], rules).status).toBe('noEvidence');
      }),
    );
  });

  it('never takes a missing figure for a zero', () => {
    fc.assert(
      fc.property(operatingIndicator, emptyKind, (indicator, empty) => {
        const zero = { value: 0, numerator: 0, denominator: 10 };
        expect(evaluateIndicator(indicator, zero).status).not.toBe('noEvidence');
        expect(evaluateIndicator(indicator, empty).status).toBe('noEvidence');
        expect(evaluateIndicator(indicator, undefined).empty).toBe('notReported');
      }),
    );
  });
});

describe('sums of figures', () => {
  const figures = fc.array(fc.oneof(ratioFigure, countFigure), { maxLength: 20 });

  it('do not depend on order, and every unit is counted once', () => {
    fc.assert(
      fc.property(withShuffle(fc.array(ratioFigure, { maxLength: 20 })), ({ list, other }) => {
        const total = sumFigures('ratio', list);
        expect(sumFigures('ratio', other)).toEqual(total);
        expect(total.reported + total.notReported + total.notApplicable + total.notYetDue).toBe(list.length);
      }),
    );
  });

  it.each(['ratio', 'count', 'criterion'] as const)(
    'of a %s add up in steps as in one go, every count of a kind of empty with them',
    (kind) => {
      const one: fc.Arbitrary<Summand> =
        kind === 'ratio' ? ratioFigure : kind === 'count' ? countFigure : mark;
      const lists = fc.array(fc.array(one, { maxLength: 20 }), { maxLength: 6 });
      fc.assert(
        fc.property(lists, (parts) => {
          const whole = sumFigures(kind, parts.flat());
          expect(
            sumFigures(
              kind,
              parts.map((part) => sumFigures(kind, part)),
            ),
          ).toEqual(whole);
          expect(unitsOf(whole)).toBe(parts.flat().length);
        }),
      );
    },
  );

  it('lie between the lowest and the highest ratio', () => {
    fc.assert(
      fc.property(fc.array(ratioFigure, { minLength: 1 }), (list) => {
        const values = list.flatMap((one) =>
          typeof one === 'string' || one.value === null ? [] : [one.value],
        );
        const { value } = sumFigures('ratio', list);
        if (value === null) expect(values).toEqual([]);
        else {
          expect(value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-12);
          expect(value).toBeLessThanOrEqual(Math.max(...values) + 1e-12);
        }
      }),
    );
  });

  it('of nothing but empties are no value, never zero', () => {
    fc.assert(
      fc.property(fc.array(emptyKind), fc.constantFrom('ratio', 'count', 'criterion'), (list, kind) => {
        expect(sumFigures(kind, list as FigureOrEmpty[]).value).toBeNull();
      }),
    );
  });

  it('of counts add up, zeros among them', () => {
    fc.assert(
      fc.property(figures, (list) => {
        const sum = list.reduce(
          (total, one) => total + (typeof one === 'string' ? 0 : (one.value ?? one.numerator ?? 0)),
          0,
        );
        const { value, reported } = sumFigures('count', list);
        expect(value ?? 0).toBeCloseTo(sum, 6);
        expect(value === null).toBe(reported === 0);
      }),
    );
  });
});

/** Of communes with these answers, as a cut is judged. */
function coverageOf(rows: readonly (readonly (CriterionMark | undefined)[])[]) {
  const communes = rows.map((row) => evaluateCommune(CRITERIA, row, RULES.commune));
  const open = communes.filter(
    ({ status, notMet }) => status !== 'green' && status !== 'notReported' && notMet.length === 0,
  );
  return evaluateCoverage(countStatuses(communes.map(({ status }) => status)), RULES.coverage, open.length);
}

describe('coverage', () => {
  const statuses = fc.array(communeStatus, { maxLength: 200 });

  it('never falls when a commune turns GREEN, and its band follows', () => {
    fc.assert(
      fc.property(statuses, fc.nat(), (list, at) => {
        fc.pre(list.length > 0);
        const place = at % list.length;
        const before = evaluateCoverage(countStatuses(list), RULES.coverage);
        const after = evaluateCoverage(countStatuses(list.with(place, 'green')), RULES.coverage);
        expect(after.share ?? -1).toBeGreaterThanOrEqual(before.share ?? -1);
        expect(after.band).toBe(bandOf(after.share, RULES.coverage));
      }),
    );
  });

  it('has no higher lower bound, no lower upper bound and no alert ended by answers that do not come', () => {
    fc.assert(
      fc.property(fc.array(marks, { minLength: 1, maxLength: 12 }), fc.array(fc.nat(143)), (sent, left) => {
        const silent = sent.map((row, at) =>
          row.map((one, column) => (left.includes(at * row.length + column) ? undefined : one)),
        );
        const [before, after] = [sent, silent].map(coverageOf);
        if (before === undefined || after === undefined) throw new Error('Two coverages');
        expect(after.green).toBeLessThanOrEqual(before.green);
        expect(after.atMost ?? 0).toBeGreaterThanOrEqual(before.atMost ?? 0);
        const [was, is] = [before, after].map((one) => evaluateCoverageLow('04', one, RULES.alerts));
        if (was?.condition === 'holds') expect(is?.condition).not.toBe('clear');
        if (was?.condition === 'noData') expect(is?.condition).not.toBe('clear');
        // What the better end alone would lower is said to be missing; an open alert stays as grave meanwhile.
        if (is?.condition === 'holds' && was?.severity === 'critical')
          expect(is.missing ?? is.severity).toBe('critical');
      }),
    );
  });

  it('is notReported exactly when no commune reported, which is not 0%', () => {
    fc.assert(
      fc.property(statuses, (list) => {
        const { share, band } = evaluateCoverage(countStatuses(list), RULES.coverage);
        const isSilent = list.every((status) => status === 'notReported');
        expect([share === null, band === 'notReported']).toEqual([isSilent, isSilent]);
      }),
    );
  });

  it('does not depend on the order of the communes', () => {
    fc.assert(
      fc.property(withShuffle(statuses), ({ list, other }) => {
        expect(countStatuses(other)).toEqual(countStatuses(list));
      }),
    );
  });
});

/** A task with what was said of it last, if anything, and what would be said now: further on, never back. */
const course = fc
  .record({
    days: fc.tuple(day, day),
    before: fc.option(fc.record({ progress: fraction, age: fc.integer({ min: 0, max: 9 }) })),
    further: fraction,
    isDone: fc.tuple(fc.boolean(), fc.boolean()),
  })
  .map(({ days, before, further, isDone: [wasDone, isNowDone] }) => {
    const [start = '', deadline = ''] = [...days].sort();
    const at = (progress: number, isDone: boolean, age: number) => ({
      state: isDone ? ('done' as const) : ('inProgress' as const),
      progress,
      age,
    });
    const progress = before?.progress ?? 0;
    return {
      task: { start, deadline },
      before: before && at(progress, wasDone, before.age + 1),
      now: at(progress + (1 - progress) * further, (before !== null && wasDone) || isNowDone, 0),
    };
  });

describe('task progress of a province', () => {
  const tasks = fc.array(schedule, { maxLength: 30 });

  it('does not depend on the order of the tasks', () => {
    fc.assert(
      fc.property(withShuffle(tasks), ({ list, other }) => {
        expect(evaluateProgress(other, RULES.province)).toEqual(evaluateProgress(list, RULES.province));
      }),
    );
  });

  it('never improves when one more task is overdue', () => {
    const overdue = schedule.filter((task) => task.schedule === 'overdue');
    fc.assert(
      fc.property(tasks, overdue, (list, late) => {
        const before = evaluateProgress(list, RULES.province);
        fc.pre(before.status !== 'notReported');
        expectNoBetter(evaluateProgress([...list, late], RULES.province), before);
      }),
    );
  });

  it('is no better and no worse for certain by tasks that nobody reported', () => {
    const silent = schedule.filter((task) => task.empty !== null);
    fc.assert(
      fc.property(fc.array(silent), tasks, (unreported, list) => {
        expect(evaluateProgress(unreported, RULES.province).status).toBe('notReported');
        const before = evaluateProgress(list, RULES.province);
        const after = evaluateProgress([...list, ...unreported], RULES.province);
        expect(after.atMost).toBe(before.atMost);
        expectNoBetter(after, before);
      }),
    );
  });

  it('lies between its bounds, which are one where it is certain', () => {
    fc.assert(
      fc.property(tasks, (list) => {
        const { status, atLeast, atMost } = evaluateProgress(list, RULES.province);
        expect(rank(atLeast)).toBeLessThanOrEqual(rank(atMost));
        if (status === 'undetermined') expect(atLeast).not.toBe(atMost);
        else expect([atLeast, atMost]).toEqual(status === 'notReported' ? [null, null] : [status, status]);
      }),
    );
  });

  it('is no better by a report that is not sent, as long as work only goes forward', () => {
    fc.assert(
      fc.property(fc.array(course, { minLength: 1, maxLength: 12 }), day, (courses, today) => {
        const sent = courses.map(({ task, now }) => evaluateSchedule(task, now, today, RULES.province));
        const silent = courses.map(({ task, before }) =>
          evaluateSchedule(task, before, today, RULES.province),
        );
        const withReports = evaluateProgress(sent, RULES.province);
        const withSilence = evaluateProgress(silent, RULES.province);
        expectNoBetter(withSilence, withReports);
      }),
    );
  });

  it('never gets better while nothing is said', () => {
    fc.assert(
      fc.property(
        fc.array(course, { minLength: 1, maxLength: 12 }),
        day,
        fc.nat(60),
        (courses, today, days) => {
          const later = addDays(today, days);
          const judgedOn = (on: string, age: number) =>
            evaluateProgress(
              courses.map(({ task, before }) =>
                evaluateSchedule(task, before && { ...before, age: before.age + age }, on, RULES.province),
              ),
              RULES.province,
            );
          expectNoBetter(judgedOn(later, 1), judgedOn(today, 0));
        },
      ),
    );
  });
});

const ORDER = ['red', 'yellow', 'green'] as const;
/** -1 where there is no colour: silence about everything is none. */
const rank = (colour: (typeof ORDER)[number] | null) => (colour === null ? -1 : ORDER.indexOf(colour));

function expectNoBetter(after: ProgressEvaluation, before: ProgressEvaluation): void {
  expect(rank(after.atLeast)).toBeLessThanOrEqual(rank(before.atLeast));
  // What nobody ever said may be anything: then only what is certain must not be better.
  if (after.unreported <= before.unreported)
    expect(rank(after.atMost)).toBeLessThanOrEqual(rank(before.atMost));
  if (after.status === 'green') expect(before.status).toBe('green');
}

describe('outputs of a task', () => {
  const state = fc.constantFrom('working' as const, 'notWorking' as const, 'noEvidence' as const);
  const output = state.map((one) => ({
    indicator: 'documents_signed',
    kind: 'ratio' as const,
    direction: 'up' as const,
    target: 0.9,
    state: one,
    value: null,
    empty: null,
  }));

  it('work together only when every single one is shown to work', () => {
    fc.assert(
      fc.property(fc.array(output), (list) => {
        const all = list.length > 0 && list.every((one) => one.state === 'working');
        expect(combineOutputs(list) === 'working').toBe(all);
        expect(combineOutputs(list) === 'notWorking').toBe(list.some((one) => one.state === 'notWorking'));
      }),
    );
  });
});
