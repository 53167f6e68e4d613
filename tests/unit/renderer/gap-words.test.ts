import { describe, expect, it } from 'vitest';
import { gapWords } from '#renderer/views/overview/gap-words.ts';
import { createFormatter } from '#shared/text/format.ts';
import { createTranslator } from '#shared/text/translator.ts';

const text = { t: createTranslator('vi').t, format: createFormatter('vi') };

/** A country of a hundred communes. */
function national(silent: number, bounds: readonly [number, number], ends: readonly [number, number]) {
  return {
    communes: 100,
    reported: { green: 50, yellow: 0, red: 50 - silent, notReported: silent },
    coverage: bounds[0],
    bounds: { atLeast: bounds[0], atMost: bounds[1] },
    operatingCoverage: {
      value: ends[0],
      state: 'value' as const,
      bounds: { atLeast: ends[0], atMost: ends[1] },
      maybe: { noEvidence: 0, undetermined: 0 },
    },
  };
}

describe('the gap of the overview', () => {
  it('is said in points with the same decimals and a true minus sign', () => {
    expect(gapWords(text, national(0, [0.5, 0.5], [0.2, 0.2]))).toBe('Chênh 30 điểm %');
    expect(gapWords(text, national(5, [0.5, 0.55], [0.285, 0.5346]))).toBe(
      'Chênh 21,50 điểm % (−3,46 đến 26,50)',
    );
  });

  it('is that of the two shares as they stand beside it', () => {
    const [coverage, operating] = [0.909_351, 0.579_049];
    const words = gapWords(text, national(0, [coverage, coverage], [operating, operating]));
    expect([text.format.percent(coverage), text.format.percent(operating), words]).toEqual([
      '90,94%',
      '57,90%',
      'Chênh 33,04 điểm %',
    ]);
  });

  it('is said by its ends alone where more than one in ten is silent, and not at all where one side is unknown', () => {
    expect(gapWords(text, national(49, [0.01, 0.5], [0.7, 0.8]))).toBe('Chênh từ −79 đến −20 điểm %');
    expect(gapWords(text, { ...national(0, [0.5, 0.5], [0.2, 0.2]), coverage: null })).toBe('');
  });
});
