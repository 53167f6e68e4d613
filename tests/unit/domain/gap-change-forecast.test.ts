import { describe, expect, it } from 'vitest';
import { compareStatuses, countKeys, difference } from '#shared/domain/change.ts';
import { evaluateGap, explainGap, gapMatrix, nextGapCuts } from '#shared/domain/gap.ts';
import { render } from '#tests/properties/sentences.ts';

describe('gap', () => {
  it('is two steps for green outside and red inside, and says how long', () => {
    const [sentence] = explainGap(evaluateGap('green', 'red'), 4);
    expect(sentence === undefined ? '' : render(sentence, 'vi')).toBe(
      'Báo cáo XANH nhưng vận hành ĐỎ: chênh 2 bậc, kéo dài 4 kỳ.',
    );
  });

  it('is unknown, not none, without evidence or report', () => {
    expect(evaluateGap('green', 'noEvidence')).toMatchObject({ steps: null, kind: 'unknown' });
    expect(evaluateGap('notReported', 'red')).toMatchObject({ steps: null, kind: 'unknown' });
  });

  const gapCuts = (steps: readonly (number | null)[]) => steps.reduce<number>(nextGapCuts, 0);

  it('counts cuts back to the last cut with data and no gap', () => {
    expect(gapCuts([1, 0, 2, null, 1])).toBe(2);
    expect(gapCuts([1, 2, null])).toBe(2);
    expect(gapCuts([1, 2, -1])).toBe(0);
    expect(gapCuts([])).toBe(0);
  });

  it('fills a matrix with a row for silence and a column for no evidence', () => {
    const matrix = gapMatrix([
      { reported: 'green', operating: 'red' },
      { reported: 'green', operating: 'noEvidence' },
      { reported: 'notReported', operating: 'green' },
    ]);
    expect([matrix.green.red, matrix.green.noEvidence, matrix.notReported.green, matrix.red.red]).toEqual([
      1, 1, 1, 0,
    ]);
  });
});

describe('compareStatuses', () => {
  it('counts transitions of common units only, joins and leaves apart', () => {
    const before = new Map(Object.entries({ a: 'green', b: 'red', c: 'notReported', d: 'green', x: 'red' }));
    const after = new Map(Object.entries({ a: 'red', b: 'green', c: 'green', d: 'notReported', y: 'green' }));
    expect(compareStatuses(before, after)).toEqual({
      transitions: {
        green: { red: 1, notReported: 1 },
        red: { green: 1 },
        notReported: { green: 1 },
      },
      common: 4,
      unchanged: 0,
      improved: ['b'],
      regressed: ['a'],
      startedReporting: ['c'],
      stoppedReporting: ['d'],
      joined: ['y'],
      left: ['x'],
    });
  });

  it('has no difference where one side is empty', () => {
    expect([difference(null, 0.5), difference(0.5, null), difference(0, 0.5)]).toEqual([null, null, 0.5]);
    expect(difference(5, 2)).toBe(-3);
  });

  it('counts what opened, closed and lasted', () => {
    const keys = countKeys(new Set(['a', 'b', 'c']), new Set(['c', 'd']));
    expect(keys).toEqual({ opened: 1, closed: 2, lasting: 1 });
  });
});
