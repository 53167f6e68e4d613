import { describe, expect, it } from 'vitest';
import { compareStatuses, countKeys, difference } from '#shared/domain/change.ts';
import {
  evaluateGap,
  explainGap,
  gapMatrix,
  NO_GAP_RUN,
  nextGapRun,
  undeterminedIn,
} from '#shared/domain/gap.ts';
import { render } from '#tests/properties/sentences.ts';

describe('gap', () => {
  it('is two steps for green outside and red inside, and says how long', () => {
    const [sentence] = explainGap(evaluateGap('green', 'red'), { months: 2, cuts: 9 });
    expect(sentence === undefined ? '' : render(sentence, 'vi')).toBe(
      'Báo cáo XANH nhưng vận hành ĐỎ: chênh 2 bậc, kéo dài 2 tháng số liệu (9 kỳ tuần).',
    );
  });

  it('is unknown, not none, without evidence or report', () => {
    expect(evaluateGap('green', 'noEvidence')).toMatchObject({ steps: null, kind: 'unknown' });
    expect(evaluateGap('notReported', 'red')).toMatchObject({ steps: null, kind: 'unknown' });
  });

  /** 'GR7': reported GREEN, operating RED, on the outputs of month 7; N and - are silent sides. */
  const STATUS = { G: 'green', Y: 'yellow', R: 'red' } as const;
  const runOf = (cuts: readonly string[]) => {
    const colour = (letter = '') => STATUS[letter as keyof typeof STATUS];
    const run = cuts.reduce((before, [reported, operating, month]) => {
      const gap = evaluateGap(colour(reported) ?? 'notReported', colour(operating) ?? 'noEvidence');
      return nextGapRun(before, gap, month ?? null);
    }, NO_GAP_RUN);
    return `${run.months}/${run.cuts}`;
  };

  it('lasts by the months of its outputs, however many cuts they speak at', () => {
    expect(runOf(['GR7', 'GR7', 'GR7'])).toBe('1/3');
    expect(runOf(['GR7', 'GR7', 'GR8', 'GR8'])).toBe('2/4');
    expect(runOf([])).toBe('0/0');
  });

  it('is as old as its cell: another cell begins anew, and no gap ends it', () => {
    expect(runOf(['YR7', 'YR7', 'GR8'])).toBe('1/1');
    expect(runOf(['GR7', 'GR8', 'GY8', 'GR8'])).toBe('1/1');
    expect(runOf(['GR7', 'GR8', 'GG8'])).toBe('0/0');
  });

  it('is neither lengthened nor broken where a side is silent', () => {
    expect(runOf(['GR7', 'NR7', 'G-8', 'GR8'])).toBe('2/2');
    expect(runOf(['GR7', 'GR8', 'NR8', 'YR8'])).toBe('1/1');
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

it('counts as undetermined who said something on both sides, once', () => {
  const matrix = gapMatrix([
    { reported: 'green', operating: 'undetermined' },
    { reported: 'undetermined', operating: 'red' },
    { reported: 'undetermined', operating: 'undetermined' },
    { reported: 'notReported', operating: 'undetermined' },
    { reported: 'undetermined', operating: 'noEvidence' },
    { reported: 'green', operating: 'red' },
  ]);
  expect(undeterminedIn(matrix)).toBe(3);
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
      stillUnknown: 0,
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
