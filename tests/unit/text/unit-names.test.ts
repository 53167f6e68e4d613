import { describe, expect, it } from 'vitest';
import { fullUnitName, splitUnitKind } from '#shared/text/unit-names.ts';

const ward = { code: '11446', kind: 'phuong', name: 'Phù Liễn', nameEn: 'Phu Lien' } as const;
const city = { code: '31', kind: 'thanh_pho', name: 'Hải Phòng', nameEn: 'Haiphong' } as const;

describe('unit names', () => {
  it('puts the kind before a Vietnamese name and after an English one', () => {
    expect(fullUnitName(ward, 'vi')).toBe('Phường Phù Liễn');
    expect(fullUnitName(ward, 'en')).toBe('Phu Lien Ward');
    expect(fullUnitName(city, 'vi')).toBe('TP. Hải Phòng');
    expect(fullUnitName({ ...city, kind: 'quoc_gia' }, 'vi')).toBe('Cả nước');
  });

  it.each([
    ['Phường Phù Liễn', 'phuong', 'Phù Liễn'],
    ['P.Phù Liễn', 'phuong', 'Phù Liễn'],
    ['PHUONG PHU LIEN', 'phuong', 'PHU LIEN'],
    ['x. An Lão', 'xa', 'An Lão'],
    ['Đặc khu Phú Quốc', 'dac_khu', 'Phú Quốc'],
    ['ĐK Phú Quốc', 'dac_khu', 'Phú Quốc'],
    ['TP. Hải Phòng', 'thanh_pho', 'Hải Phòng'],
    ['TP Hồ Chí Minh', 'thanh_pho', 'Hồ Chí Minh'],
    ['Tỉnh Cao Bằng', 'tinh', 'Cao Bằng'],
    ['Thị trấn An Lão', 'thi_tran', 'An Lão'],
    ['TT. An Lão', 'thi_tran', 'An Lão'],
    ['Phu Lien Ward', 'phuong', 'Phu Lien'],
    ['Phu Quoc Special Zone', 'dac_khu', 'Phu Quoc'],
  ])('takes the kind off %s', (text, kind, name) => {
    expect(splitUnitKind(text)).toEqual({ kinds: [kind], name });
  });

  it('leaves a bare name whole', () => {
    expect(splitUnitKind('Xuân Trường')).toEqual({ kinds: [], name: 'Xuân Trường' });
    expect(splitUnitKind('Phường')).toEqual({ kinds: [], name: 'Phường' });
    expect(splitUnitKind('Thạnh Phú')).toEqual({ kinds: [], name: 'Thạnh Phú' });
  });
});
