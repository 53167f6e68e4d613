import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareStatuses, countKeys } from '#shared/domain/change.ts';
import { evaluateGap, gapMatrix, matrixTotal, NO_GAP_RUN, nextGapRun } from '#shared/domain/gap.ts';
import type { OperatingStatus, ReportedStatus } from '#shared/domain/model.ts';
import { isColour } from '#shared/domain/ranking.ts';
import { operatingStatus, reportedStatus } from './arbitraries.ts';

const unit = fc.integer({ min: 1, max: 40 }).map((number) => String(number).padStart(5, '0'));
const statuses = fc.array(fc.tuple(unit, reportedStatus), { maxLength: 40 }).map((pairs) => new Map(pairs));
type Pair = readonly [ReportedStatus, OperatingStatus, number];
const runOf = (history: readonly Pair[]) =>
  history.reduce((before, [reported, operating, month]) => {
    return nextGapRun(before, evaluateGap(reported, operating), String(month));
  }, NO_GAP_RUN);
const pairs: fc.Arbitrary<Pair[]> = fc.array(fc.tuple(reportedStatus, operatingStatus, fc.nat(5)), {
  maxLength: 20,
});

describe('gap', () => {
  it('matrix adds up to all units, the empties in a row and a column of their own', () => {
    const pair = fc.record({ reported: reportedStatus, operating: operatingStatus });
    fc.assert(
      fc.property(fc.array(pair), (units) => {
        const matrix = gapMatrix(units);
        expect(matrixTotal(matrix)).toBe(units.length);
        const silent = Object.values(matrix.notReported).reduce((sum, count) => sum + count, 0);
        expect(silent).toBe(units.filter((one) => one.reported === 'notReported').length);
      }),
    );
  });

  it('is unknown exactly when one side has no colour that is certain, and then has no steps', () => {
    fc.assert(
      fc.property(reportedStatus, operatingStatus, (reported, operating) => {
        const { steps: width, kind } = evaluateGap(reported, operating);
        const isOpen = !isColour(reported) || !isColour(operating);
        expect([width === null, kind === 'unknown']).toEqual([isOpen, isOpen]);
      }),
    );
  });

  it('is neither ended nor lengthened by a cut without data', () => {
    fc.assert(
      fc.property(pairs, fc.nat(20), fc.nat(5), (history, at, month) => {
        const silences: Pair[] = [
          ['notReported', 'red', month],
          ['green', 'noEvidence', month],
        ];
        for (const silent of silences) {
          expect(runOf([...history].toSpliced(at % (history.length + 1), 0, silent))).toEqual(runOf(history));
        }
      }),
    );
  });
});

describe('change between two cuts', () => {
  it('mirrors when the cuts change places', () => {
    fc.assert(
      fc.property(statuses, statuses, (a, b) => {
        const there = compareStatuses(a, b);
        const back = compareStatuses(b, a);
        expect({
          improved: back.regressed,
          regressed: back.improved,
          started: back.stoppedReporting,
          stopped: back.startedReporting,
          joined: back.left,
          left: back.joined,
          unchanged: back.unchanged,
          unknown: back.stillUnknown,
          common: back.common,
        }).toEqual({
          improved: there.improved,
          regressed: there.regressed,
          started: there.startedReporting,
          stopped: there.stoppedReporting,
          joined: there.joined,
          left: there.left,
          unchanged: there.unchanged,
          unknown: there.stillUnknown,
          common: there.common,
        });
        for (const [from, row] of Object.entries(there.transitions)) {
          for (const [to, count] of Object.entries(row)) expect(back.transitions[to]?.[from]).toBe(count);
        }
      }),
    );
  });

  it('puts each common unit in one list and one transition, and the others in joined or left', () => {
    fc.assert(
      fc.property(statuses, statuses, (a, b) => {
        const change = compareStatuses(a, b);
        const { improved, regressed, startedReporting, stoppedReporting, unchanged, stillUnknown, common } =
          change;
        const moved = improved.length + regressed.length + startedReporting.length + stoppedReporting.length;
        expect(moved + unchanged + stillUnknown).toBe(common);
        const inTransitions = Object.values(change.transitions).flatMap((row) => Object.values(row));
        expect(inTransitions.reduce((sum, count) => sum + count, 0)).toBe(common);
        expect([common + change.left.length, common + change.joined.length]).toEqual([a.size, b.size]);
      }),
    );
  });

  it('of a cut with itself is nothing', () => {
    fc.assert(
      fc.property(statuses, (a) => {
        expect(compareStatuses(a, a)).toMatchObject({
          unchanged: [...a.values()].filter(isColour).length,
          improved: [],
          regressed: [],
          startedReporting: [],
          stoppedReporting: [],
          joined: [],
          left: [],
        });
      }),
    );
  });

  it('does not depend on the order of the units', () => {
    fc.assert(
      fc.property(statuses, statuses, (a, b) => {
        const reversed = (map: Map<string, string>) => new Map([...map].reverse());
        expect(compareStatuses(reversed(a), reversed(b))).toEqual(compareStatuses(a, b));
      }),
    );
  });

  it('of keys mirrors: opened and closed change places', () => {
    const keys = fc.array(unit).map((list) => new Set(list));
    fc.assert(
      fc.property(keys, keys, (a, b) => {
        const there = countKeys(a, b);
        expect(countKeys(b, a)).toEqual({
          opened: there.closed,
          closed: there.opened,
          lasting: there.lasting,
        });
        expect(there.opened).toBe([...b].filter((key) => !a.has(key)).length);
        expect(there.opened + there.lasting).toBe(b.size);
      }),
    );
  });
});
