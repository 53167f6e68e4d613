/** Asking a number or a colour why it is so. */
export const why = {
  vi: {
    'why.of': 'Vì sao? {name}',
    'why.figures': 'Số liệu được xét',
    'why.thresholds': 'Ngưỡng',
    'why.thresholds.of':
      '{direction, select, down {XANH đến {green}, VÀNG đến {yellow}} other {XANH từ {green}, VÀNG từ {yellow}}}',
    'why.weight': 'Trọng số',
    'why.weight.none': 'không tính',
    'why.sum': 'tổng {value, number} của {of, number} xã',
    'why.sources': 'Nguồn số liệu',
    'why.sources.others': 'và {count, number} tệp khác',
    'why.source.sheet': 'trang “{sheet}”',
    'why.source.row': 'dòng {row, number}',
    'why.source.figures': '{count, number} số liệu',
    'why.source.through': 'qua tệp {file}',
    'why.source.correction': 'đính chính: {why}',
    'why.list': 'Mở danh sách',
  },
  en: {
    'why.of': 'Why? {name}',
    'why.figures': 'Figures that were judged',
    'why.thresholds': 'Thresholds',
    'why.thresholds.of':
      '{direction, select, down {GREEN up to {green}, YELLOW up to {yellow}} other {GREEN from {green}, YELLOW from {yellow}}}',
    'why.weight': 'Weight',
    'why.weight.none': 'not counted',
    'why.sum': 'sum {value, number} of {of, plural, one {# commune} other {# communes}}',
    'why.sources': 'Where the figures came from',
    'why.sources.others': 'and {count, plural, one {# other file} other {# other files}}',
    'why.source.sheet': 'sheet “{sheet}”',
    'why.source.row': 'row {row, number}',
    'why.source.figures': '{count, plural, one {# figure} other {# figures}}',
    'why.source.through': 'through {file}',
    'why.source.correction': 'corrected: {why}',
    'why.list': 'Open the list',
  },
} as const;
