import { LASTING } from '#shared/text/lasting.ts';

/** Chênh lệch: reported beside operating. */
export const gap = {
  vi: {
    'gap.lead.commune':
      '{count, plural, =0 {Không xã nào} other {# xã}} báo cáo tốt hơn vận hành ({share, number, percent} trong {total, number} xã, phường, đặc khu), trong đó {wide, plural, =0 {không xã nào} other {# xã}} XANH trên báo cáo nhưng ĐỎ khi vận hành.',
    'gap.lead.province':
      '{count, plural, =0 {Không tỉnh nào} other {# tỉnh, thành phố}} báo cáo tốt hơn vận hành ({share, number, percent} trong {total, number} tỉnh, thành phố), trong đó {wide, plural, =0 {không nơi nào} other {# nơi}} XANH trên báo cáo nhưng ĐỎ khi vận hành.',
    'gap.lead.unknown.commune':
      'Chưa so được xã nào trong {total, number} xã, phường, đặc khu: chưa báo cáo hoặc chưa có bằng chứng vận hành.',
    'gap.lead.unknown.province':
      'Chưa so được tỉnh nào trong {total, number} tỉnh, thành phố: chưa báo cáo hoặc chưa có bằng chứng vận hành.',
    'gap.lead.few.commune':
      'Mới so được {compared, number} trong {total, number} xã, phường, đặc khu: từ {any, number} đến {anyMost, number} nơi báo cáo tốt hơn vận hành, trong đó từ {wide, number} đến {wideMost, number} nơi XANH trên báo cáo nhưng ĐỎ khi vận hành.',
    'gap.lead.few.province':
      'Mới so được {compared, number} trong {total, number} tỉnh, thành phố: từ {any, number} đến {anyMost, number} nơi báo cáo tốt hơn vận hành, trong đó từ {wide, number} đến {wideMost, number} nơi XANH trên báo cáo nhưng ĐỎ khi vận hành.',
    'gap.lead.most':
      'Nhiều nhất {any, number}, trong đó {wide, number} XANH | ĐỎ, nếu mọi nơi chưa báo cáo, chưa có hoặc chưa đủ bằng chứng đều chênh.',
    'gap.level': 'Cấp',
    'gap.level.commune': 'Xã, phường, đặc khu',
    'gap.level.province': 'Tỉnh, thành phố',
    'gap.province': 'Tỉnh, thành phố',
    'gap.province.all': 'Cả nước',
    'gap.matrix': 'Báo cáo so với vận hành',
    'gap.matrix.note': 'Chọn một ô để lọc danh sách',
    'gap.matrix.caption':
      'Số đơn vị theo trạng thái báo cáo (hàng) và trạng thái vận hành (cột). Các ô cộng lại bằng tất cả đơn vị.',
    'gap.matrix.rows': 'Báo cáo ↓ · Vận hành →',
    'gap.matrix.total': 'Tổng',
    'gap.cell':
      'Báo cáo {reported}, vận hành {operating}: {count, plural, =0 {không đơn vị nào} other {# đơn vị}}',
    'gap.legend': 'Cách đọc màu',
    'gap.legend.wide': 'Xanh ngoài, đỏ trong: báo cáo tốt hơn vận hành hai bậc',
    'gap.legend.gap': 'Báo cáo tốt hơn vận hành một bậc',
    'gap.legend.same': 'Báo cáo và vận hành khớp nhau',
    'gap.legend.better': 'Vận hành tốt hơn báo cáo',
    'gap.legend.unknown': 'Chưa so được: chưa báo cáo hoặc chưa có bằng chứng vận hành',
    'gap.legend.undetermined':
      'Chưa đủ bằng chứng để chắc chắn một màu: không tính là chênh lệch, không xếp hạng',
    'gap.legend.glyph': 'Ký hiệu hai nửa: bên trái là báo cáo, bên phải là vận hành.',
    'gap.onMap': 'Xem trên bản đồ',
    'gap.map': 'Bản đồ chênh lệch',
    'gap.list': 'Đơn vị báo cáo tốt hơn vận hành',
    'gap.list.cell': 'Báo cáo {reported}, vận hành {operating}',
    'gap.list.count':
      '{count, plural, other {# đơn vị}}{lasting, plural, =0 {} other {, trong đó # nay chưa rõ mà lần cuối biết còn chênh}}',
    'gap.list.none': 'Không có đơn vị nào báo cáo tốt hơn vận hành',
    'gap.list.none.hint': 'Ở kỳ này, báo cáo và bằng chứng vận hành khớp nhau hoặc chưa đủ để so sánh.',
    'gap.list.noneCell': 'Không có đơn vị nào trong ô này',
    'gap.clear': 'Bỏ lọc, xem mọi chênh lệch',
    'gap.column.unit': 'Đơn vị',
    'gap.column.province': 'Tỉnh, thành phố',
    'gap.column.pair': 'Báo cáo | Vận hành',
    'gap.column.steps': 'Chênh',
    'gap.column.cuts': 'Kéo dài',
    'gap.steps.value': '{steps, plural, =0 {khớp} =1 {1 bậc} =2 {2 bậc} other {vận hành tốt hơn}}',
    'gap.steps.last': 'Nay chưa rõ; lần cuối biết chênh {steps, plural, other {# bậc}}',
    'gap.cuts.value': LASTING.vi,
    'gap.block': 'Xanh nhưng chưa vận hành',
    'gap.block.note': '{count, plural, other {# xã, phường, đặc khu}}',
    'gap.block.none': 'Không có xã nào XANH trên báo cáo mà vận hành chưa đạt.',
    'gap.block.open': 'Mở màn hình Chênh lệch của tỉnh',
    'gap.rules': 'Theo bộ quy tắc số {version, number}',
  },
  en: {
    'gap.lead.commune':
      '{count, plural, =0 {No commune is} one {# commune is} other {# communes are}} reported better than operating ({share, number, percent} of {total, number} communes, wards and special zones), of which {wide, plural, =0 {none is} one {# is} other {# are}} GREEN on report but RED in operation.',
    'gap.lead.province':
      '{count, plural, =0 {No province is} one {# province is} other {# provinces are}} reported better than operating ({share, number, percent} of {total, number} provinces and cities), of which {wide, plural, =0 {none is} one {# is} other {# are}} GREEN on report but RED in operation.',
    'gap.lead.unknown.commune':
      'None of {total, number} communes, wards and special zones can be compared: not reported, or no evidence of operation yet.',
    'gap.lead.unknown.province':
      'None of {total, number} provinces and cities can be compared: not reported, or no evidence of operation yet.',
    'gap.lead.few.commune':
      'Only {compared, number} of {total, number} communes, wards and special zones can be compared: between {any, number} and {anyMost, number} are reported better than operating, of which between {wide, number} and {wideMost, number} are GREEN on report but RED in operation.',
    'gap.lead.few.province':
      'Only {compared, number} of {total, number} provinces and cities can be compared: between {any, number} and {anyMost, number} are reported better than operating, of which between {wide, number} and {wideMost, number} are GREEN on report but RED in operation.',
    'gap.lead.most':
      'At most {any, number}, {wide, number} of them GREEN | RED, if all that did not report or have no or too little evidence were in a gap.',
    'gap.level': 'Level',
    'gap.level.commune': 'Communes, wards, special zones',
    'gap.level.province': 'Provinces and cities',
    'gap.province': 'Province or city',
    'gap.province.all': 'Whole country',
    'gap.matrix': 'Reported against operating',
    'gap.matrix.note': 'Choose a cell to filter the list',
    'gap.matrix.caption':
      'Units by reported status (rows) and operating status (columns). The cells add up to all units.',
    'gap.matrix.rows': 'Reported ↓ · Operating →',
    'gap.matrix.total': 'Total',
    'gap.cell':
      'Reported {reported}, operating {operating}: {count, plural, =0 {no units} one {# unit} other {# units}}',
    'gap.legend': 'How to read the colours',
    'gap.legend.wide': 'Green outside, red inside: reported two steps better than operating',
    'gap.legend.gap': 'Reported one step better than operating',
    'gap.legend.same': 'Report and operation agree',
    'gap.legend.better': 'Operating better than reported',
    'gap.legend.unknown': 'Cannot be compared: not reported, or no evidence of operation',
    'gap.legend.undetermined':
      'Not enough evidence to be sure of one colour: no gap, and no place in the list',
    'gap.legend.glyph': 'The split glyph: reported on the left, operating on the right.',
    'gap.onMap': 'Show on the map',
    'gap.map': 'Map of gaps',
    'gap.list': 'Units reported better than operating',
    'gap.list.cell': 'Reported {reported}, operating {operating}',
    'gap.list.count':
      '{count, plural, one {# unit} other {# units}}{lasting, plural, =0 {} other {, # of them unknown now and in a gap when last known}}',
    'gap.list.none': 'No unit is reported better than it operates',
    'gap.list.none.hint': 'At this cut reports and evidence agree, or there is too little to compare.',
    'gap.list.noneCell': 'No unit lies in this cell',
    'gap.clear': 'Clear the filter, show every gap',
    'gap.column.unit': 'Unit',
    'gap.column.province': 'Province or city',
    'gap.column.pair': 'Reported | Operating',
    'gap.column.steps': 'Gap',
    'gap.column.cuts': 'Has lasted',
    'gap.steps.value': '{steps, plural, =0 {agrees} =1 {1 step} =2 {2 steps} other {operates better}}',
    'gap.steps.last': 'Unknown now; {steps, plural, one {# step} other {# steps}} when last known',
    'gap.cuts.value': LASTING.en,
    'gap.block': 'Green but not operating',
    'gap.block.note': '{count, plural, one {# commune} other {# communes}}',
    'gap.block.none': 'No commune is GREEN on report while operating below.',
    'gap.block.open': 'Open the Gap screen of the province',
    'gap.rules': 'By rule set {version, number}',
  },
} as const;
