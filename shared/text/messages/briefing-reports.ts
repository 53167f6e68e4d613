/** What the pages of the other briefings say: of a province, of the gap, of a task group, of a shift. */
export const briefingReports = {
  vi: {
    'briefing.gap.title': 'Báo cáo so với vận hành',
    'briefing.gap.headline':
      '{count, plural, =0 {Không xã nào {open, select, no {} other {chắc chắn }}báo cáo tốt hơn vận hành} other {{open, select, no {} other {Ít nhất }}# xã báo cáo tốt hơn vận hành}}{wide, plural, =0 {} other {, trong đó # xã báo Xanh nhưng vận hành Đỏ}}',
    'briefing.gap.headline.noData': 'Chưa xã nào có cả báo cáo và chỉ tiêu đầu ra để so với nhau',
    'briefing.gap.chart': 'Số xã theo màu báo cáo và màu vận hành',
    'briefing.gap.matrix': 'Báo cáo (hàng) so với vận hành (cột), số xã',
    'briefing.gap.provinces':
      'Tỉnh có nhiều xã chênh lệch nhất{open, select, no {} other { (chắc chắn và nhiều nhất)}}',
    'briefing.gap.provincesEmpty': 'Không xã nào báo cáo tốt hơn vận hành.',
    'briefing.gap.list': 'Xã báo Xanh nhưng vận hành Đỏ',
    'briefing.gap.last': 'Nay chưa rõ; lần cuối biết báo Xanh, vận hành Đỏ',
    'briefing.gap.listEmpty': 'Không có xã nào báo Xanh mà vận hành Đỏ.',
    'briefing.gap.noEvidence':
      '{count, plural, =0 {Mọi xã đều có báo cáo và chỉ tiêu đầu ra.} other {# xã chưa báo cáo hoặc chưa có chỉ tiêu đầu ra, nên chưa kết luận được.}}',
    'briefing.gap.undetermined':
      '{count, plural, =0 {} other {# xã chưa đủ bằng chứng để chắc chắn một màu, nên không tính vào chênh lệch.}}',
    'briefing.gap.most': '{count, plural, =0 {} =1 {Nhiều nhất ở {names}.} other {Nhiều nhất ở {names}.}}',
    'briefing.gap.better': '{count, plural, =0 {} other {# xã vận hành tốt hơn báo cáo.}}',
    'briefing.gap.note':
      'Chênh lệch là báo cáo tốt hơn vận hành: “xanh bên ngoài, đỏ bên trong”. Màu vận hành lấy từ các chỉ tiêu đầu ra của {month, select, none {tháng gần nhất} other {{month}}}.',

    'briefing.outlook.complete': 'Đã xong',
    'briefing.outlook.notEnoughData': 'Chưa đủ số liệu',
    'briefing.outlook.noProgress': 'Không tiến triển',
    'briefing.outlook.date': '{date} (thử lại đúng {rate})',
    'briefing.outlook.pace': 'Mỗi tuần thêm {perWeek}',
    'briefing.province.situation': '{unit}: tình hình chung',
    'briefing.province.headline':
      '{green, number} trong {communes, number} xã đạt đủ điều kiện cơ bản ({share}){rank, select, none {} other {; {tied, select, yes {cùng xếp thứ} other {xếp thứ}} {rank} trong {ranks} tỉnh, thành phố}}',
    'briefing.province.headline.noData': 'Chưa xã nào của {unit} báo cáo ở kỳ này',
    'briefing.province.map': '{unit}: màu báo cáo của từng xã',
    'briefing.province.legend': 'Trạng thái báo cáo của xã',
    'briefing.province.mapDescription': 'Bản đồ các xã, phường, đặc khu của {unit} theo trạng thái báo cáo',
    'briefing.province.criteria': '{unit}: điều kiện cơ bản và kết quả vận hành',
    'briefing.province.criteriaHeadline':
      '{reported, select, none {Chưa xã nào báo cáo điều kiện cơ bản ở kỳ này} other {{count, plural, =0 {{reported, select, some {Mọi điều kiện đã trả lời ({answered, number}/{criteria, number}) đều đạt ở các xã đã báo cáo} other {Mọi điều kiện đều đạt ở tất cả các xã}}} =1 {Còn một điều kiện chưa đạt ở ít nhất một xã} other {Còn # điều kiện chưa đạt ở ít nhất một xã}}}}',
    'briefing.province.criteriaTable': 'Điều kiện cơ bản',
    'briefing.province.outputs': 'Chỉ tiêu đầu ra so với cả nước',
    'briefing.province.outputsEmpty': 'Chưa có chỉ tiêu đầu ra.',
    'briefing.province.work': '{unit}: nhiệm vụ, khó khăn, cảnh báo',
    'briefing.province.workHeadline':
      '{known, select, no {Chưa có báo cáo tiến độ nhiệm vụ} other {{overdue, plural, =0 {Không có nhiệm vụ quá hạn} other {# nhiệm vụ quá hạn}}}}; {difficulties, plural, =0 {không khó khăn nào được nêu còn mở} other {# khó khăn chưa giải quyết}}; {alerts, plural, =0 {không có cảnh báo} other {# cảnh báo}}',
    'briefing.province.tasks': 'Nhiệm vụ cần theo dõi',
    'briefing.province.tasksEmpty': 'Không có nhiệm vụ quá hạn hoặc sắp đến hạn.',
    'briefing.province.communes': '{unit}: xã chưa Xanh',
    'briefing.province.communesHeadline':
      '{count, plural, =0 {Mọi xã đã Xanh} other {# xã chưa Xanh}}{silent, plural, =0 {} other {, trong đó # xã chưa báo cáo}}',
    'briefing.province.missing': 'Điều kiện còn thiếu',
    'briefing.province.trend': 'Số xã Xanh qua các kỳ',
    'briefing.province.rowsShown':
      'Danh sách {shown, number} trong {total, number} xã, thiếu nhiều nhất trước.',

    'briefing.tasks.groupTitle': 'Nhóm {code}: {name}',
    'briefing.tasks.groupHeadline':
      '{done, number} trong {total, number} nhiệm vụ đã hoàn thành; {overdue, plural, =0 {không có nhiệm vụ quá hạn} other {# nhiệm vụ quá hạn}}',
    'briefing.tasks.table': 'Nhiệm vụ của nhóm',
    'briefing.tasks.empty': 'Nhóm này chưa có nhiệm vụ.',

    'briefing.handover.title': 'Tình hình khi bàn giao',
    'briefing.handover.headline':
      '{critical, plural, =0 {Không có cảnh báo nghiêm trọng} other {# cảnh báo nghiêm trọng}}; {fresh, plural, =0 {không có cảnh báo mới} other {# cảnh báo mới}} trong kỳ',
    'briefing.handover.list': 'Cảnh báo đang mở cần bàn giao',
    'briefing.handover.byProvince': 'Cảnh báo đang mở theo tỉnh, thành phố',
    'briefing.handover.note': 'Cảnh báo chưa ai tiếp nhận đứng trước; ca sau tiếp nhận bằng tên của mình.',
  },
  en: {
    'briefing.gap.title': 'Reported against operating',
    'briefing.gap.headline':
      '{count, plural, =0 {No commune is {open, select, no {} other {certain to be }}reported better than it operates} one {{open, select, no {} other {At least }}# commune is reported better than it operates} other {{open, select, no {} other {At least }}# communes are reported better than they operate}}{wide, plural, =0 {} one {, # of them Green outside and Red inside} other {, # of them Green outside and Red inside}}',
    'briefing.gap.headline.noData': 'No commune has both a report and outputs yet to hold against each other',
    'briefing.gap.chart': 'Communes by reported and by operating colour',
    'briefing.gap.matrix': 'Reported (rows) against operating (columns), communes',
    'briefing.gap.provinces':
      'Provinces with the most communes in a gap{open, select, no {} other { (for certain and at most)}}',
    'briefing.gap.provincesEmpty': 'No commune is reported better than it operates.',
    'briefing.gap.list': 'Communes reported Green but operating Red',
    'briefing.gap.last': 'Unknown now; Green on report and Red in operation when last known',
    'briefing.gap.listEmpty': 'No commune is reported Green while operating Red.',
    'briefing.gap.noEvidence':
      '{count, plural, =0 {Every commune has a report and output figures.} one {# commune has no report or no output figures, so nothing can be concluded.} other {# communes have no report or no output figures, so nothing can be concluded.}}',
    'briefing.gap.undetermined':
      '{count, plural, =0 {} one {# commune has not enough evidence for one colour and stands in no gap.} other {# communes have not enough evidence for one colour and stand in no gap.}}',
    'briefing.gap.most':
      '{count, plural, =0 {} one {Most of them in {names}.} other {Most of them in {names}.}}',
    'briefing.gap.better':
      '{count, plural, =0 {} one {# commune operates better than reported.} other {# communes operate better than reported.}}',
    'briefing.gap.note':
      'A gap is a report that is better than the operation: “green outside, red inside”. The operating colour rests on the outputs of {month, select, none {the latest month} other {{month}}}.',

    'briefing.outlook.complete': 'Complete',
    'briefing.outlook.notEnoughData': 'Not enough data',
    'briefing.outlook.noProgress': 'No progress',
    'briefing.outlook.date': '{date} (right in {rate})',
    'briefing.outlook.pace': '{perWeek} more a week',
    'briefing.province.situation': '{unit}: situation',
    'briefing.province.headline':
      '{green, number} of {communes, number} communes meet all basic conditions ({share}){rank, select, none {} other {; {tied, select, yes {joint place} other {place}} {rank} of {ranks} provinces}}',
    'briefing.province.headline.noData': 'No commune of {unit} has reported for this cut',
    'briefing.province.map': '{unit}: reported colour of each commune',
    'briefing.province.legend': 'Reported status of the commune',
    'briefing.province.mapDescription': 'Map of the communes of {unit} by reported status',
    'briefing.province.criteria': '{unit}: basic conditions and outputs',
    'briefing.province.criteriaHeadline':
      '{reported, select, none {No commune has reported its basic conditions for this cut} other {{count, plural, =0 {{reported, select, some {Every condition answered ({answered, number} of {criteria, number}) is met by the communes that reported} other {Every condition is met by every commune}}} =1 {One condition is still missing in at least one commune} other {# conditions are still missing in at least one commune}}}}',
    'briefing.province.criteriaTable': 'Basic conditions',
    'briefing.province.outputs': 'Outputs against the country',
    'briefing.province.outputsEmpty': 'No output figures yet.',
    'briefing.province.work': '{unit}: tasks, difficulties, alerts',
    'briefing.province.workHeadline':
      '{known, select, no {No task progress reported} other {{overdue, plural, =0 {No overdue task} one {# overdue task} other {# overdue tasks}}}}; {difficulties, plural, =0 {no open difficulty stated} one {# open difficulty} other {# open difficulties}}; {alerts, plural, =0 {no alert} one {# alert} other {# alerts}}',
    'briefing.province.tasks': 'Tasks to watch',
    'briefing.province.tasksEmpty': 'No task is overdue or due soon.',
    'briefing.province.communes': '{unit}: communes not yet Green',
    'briefing.province.communesHeadline':
      '{count, plural, =0 {Every commune is Green} one {# commune is not yet Green} other {# communes are not yet Green}}{silent, plural, =0 {} one {, # of them has not reported} other {, # of them have not reported}}',
    'briefing.province.missing': 'Conditions missing',
    'briefing.province.trend': 'Green communes over the cuts',
    'briefing.province.rowsShown': '{shown, number} of {total, number} communes, those that miss most first.',

    'briefing.tasks.groupTitle': 'Group {code}: {name}',
    'briefing.tasks.groupHeadline':
      '{done, number} of {total, number} tasks are done; {overdue, plural, =0 {none is overdue} one {# is overdue} other {# are overdue}}',
    'briefing.tasks.table': 'Tasks of the group',
    'briefing.tasks.empty': 'This group has no task yet.',

    'briefing.handover.title': 'Situation at hand-over',
    'briefing.handover.headline':
      '{critical, plural, =0 {No critical alert} one {# critical alert} other {# critical alerts}}; {fresh, plural, =0 {no new alert} one {# new alert} other {# new alerts}} in this cut',
    'briefing.handover.list': 'Open alerts to hand over',
    'briefing.handover.byProvince': 'Open alerts by province',
    'briefing.handover.note':
      'Alerts that nobody acknowledged come first; the next shift acknowledges under its own name.',
  },
} as const;
