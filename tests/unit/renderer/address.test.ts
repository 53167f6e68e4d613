import { describe, expect, it } from 'vitest';
import { formatHash, hrefTo, parseHash, patchQuery } from '#renderer/ground/address.ts';

describe('address', () => {
  it('reads path and query behind the hash, with or without a slash', () => {
    expect(parseHash('')).toMatchObject({ path: '/' });
    expect(parseHash('#nhiem-vu')).toMatchObject({ path: '/nhiem-vu' });
    const { path, query } = parseHash('#/don-vi/11446?cut=week-2025-07-28&wall');
    expect(path).toBe('/don-vi/11446');
    expect([...query]).toEqual([
      ['cut', 'week-2025-07-28'],
      ['wall', ''],
    ]);
  });

  it('writes flags without an equals sign and leaves an empty query out', () => {
    expect(formatHash('/', new URLSearchParams('wall='))).toBe('#/?wall');
    expect(formatHash('/canh-bao', new URLSearchParams())).toBe('#/canh-bao');
  });

  it('removes what a patch sets to null and keeps the rest', () => {
    const query = patchQuery(new URLSearchParams('a=1&b=2'), { a: null, c: '3', d: undefined });
    expect(query.toString()).toBe('b=2&c=3');
  });

  it('carries the cut to another screen and leaves filters behind', () => {
    const from = parseHash('#/nhiem-vu?cut=2025-07-31&group=1');
    expect(hrefTo('/don-vi/31', { tab: 'x' }, from)).toBe('#/don-vi/31?cut=2025-07-31&tab=x');
  });
});
