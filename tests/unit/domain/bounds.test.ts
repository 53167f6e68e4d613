import { describe, expect, it } from 'vitest';
import { BOUND_PAIRS, boundsByPlace, boundsOfSide, statusOrder } from '#shared/domain/bounds.ts';
import { possibleFills } from '#shared/domain/colours.ts';
import { colourRank } from '#shared/domain/ranking.ts';
import { boundsText, statusText } from '#shared/text/status-text.ts';
import { createTranslator } from '#shared/text/translator.ts';

const CERTAIN = {
  reportedAtLeast: null,
  reportedAtMost: null,
  operatingAtLeast: null,
  operatingAtMost: null,
};

describe('the bounds of an undetermined status', () => {
  it('belong to one side of a unit', () => {
    const unit = { ...CERTAIN, operatingAtLeast: 'red', operatingAtMost: 'yellow' } as const;
    expect(boundsOfSide(unit, 'operating')).toEqual({ atLeast: 'red', atMost: 'yellow' });
    expect(boundsOfSide(unit, 'reported')).toBeNull();
    expect(boundsOfSide(undefined, 'operating')).toBeNull();
  });

  it('are found by the place of the unit in its columns', () => {
    const bounds = boundsByPlace([
      { ...CERTAIN, at: 7, reportedAtLeast: 'yellow', reportedAtMost: 'green' } as const,
    ]);
    expect(boundsOfSide(bounds.get(7), 'reported')).toEqual({ atLeast: 'yellow', atMost: 'green' });
    expect(bounds.get(0)).toBeUndefined();
  });

  it('are three pairs, the worse colour first', () => {
    expect(BOUND_PAIRS).toHaveLength(3);
    for (const { atLeast, atMost } of BOUND_PAIRS)
      expect(colourRank(atLeast)).toBeLessThan(colourRank(atMost) ?? 0);
    expect(possibleFills({ atLeast: 'red', atMost: 'green' }, 'light')).toEqual(['#9E1B1B', '#2E9E83']);
  });

  it('put it in a list ordered by colour where its worst colour stands, and the empties nowhere', () => {
    expect(statusOrder('undetermined', { atLeast: 'yellow', atMost: 'green' })).toBe(colourRank('yellow'));
    expect(statusOrder('green', null)).toBe(colourRank('green'));
    expect(statusOrder('noEvidence', null)).toBeNull();
  });

  it('are said in both languages beside the word', () => {
    const bounds = { atLeast: 'yellow', atMost: 'green' } as const;
    const vi = createTranslator('vi');
    expect(statusText(vi, 'undetermined', bounds)).toBe('Chưa đủ bằng chứng (ít nhất VÀNG, nhiều nhất XANH)');
    expect(statusText(vi, 'red', null)).toBe('Đỏ');
    const en = createTranslator('en');
    expect(boundsText(en, { atLeast: 'red', atMost: 'yellow' })).toBe('at least RED, at most YELLOW');
    expect(boundsText(en, null)).toBe('');
  });
});
