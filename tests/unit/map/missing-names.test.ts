import { describe, expect, it } from 'vitest';
import { thatFit } from '#renderer/map/missing-names.ts';

describe('the names on a card', () => {
  it('are all of them where there is room', () => {
    expect(thatFit(['Chữ ký số', 'Trụ sở'], 30)).toEqual(['Chữ ký số', 'Trụ sở']);
  });

  it('are as many as have room, from the first on', () => {
    expect(thatFit(['Chữ ký số', 'Trụ sở', 'Nhân sự'], 20)).toEqual(['Chữ ký số', 'Trụ sở']);
  });

  it('are one at least', () => {
    expect(thatFit(['Kết nối cơ sở dữ liệu hộ tịch điện tử', 'Trụ sở'], 10)).toHaveLength(1);
  });
});
