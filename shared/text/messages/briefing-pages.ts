/** What the pages of the national briefing say: titles, and sentences made from the figures for none, one, many, better, worse, no data. */
export const briefingPages = {
  vi: {
    'briefing.situation.title': 'Tình hình chung',
    'briefing.situation.headline':
      '{green, number} trong {communes, number} xã, phường, đặc khu ({share}) đạt đủ điều kiện cơ bản; {known, select, no {chưa có báo cáo tiến độ nhiệm vụ} other {{overdue, plural, =0 {không có nhiệm vụ quá hạn} other {# nhiệm vụ quá hạn}}}}',
    'briefing.situation.headline.noData': 'Chưa xã, phường, đặc khu nào báo cáo ở kỳ này',
    'briefing.situation.trend': 'Độ phủ xanh cả nước qua các kỳ',
    'briefing.situation.coverage':
      '{direction, select, better {Độ phủ xanh tăng {points} điểm phần trăm so với {date}.} worse {Độ phủ xanh giảm {points} điểm phần trăm so với {date}.} same {Độ phủ xanh không đổi so với {date}.} silent {Chưa so sánh được độ phủ xanh với {date}: quá nhiều xã chưa báo cáo ở một trong hai kỳ.} other {Chưa có kỳ trước để so sánh độ phủ xanh.}}',
    'briefing.situation.full':
      '{count, plural, =0 {Chưa tỉnh, thành phố nào {open, plural, =0 {} other {chắc chắn }}có 100% xã Xanh.} other {# tỉnh, thành phố có 100% xã Xanh: {names}.{open, plural, =0 {} other { # địa phương khác chưa rõ, tùy xã chưa báo cáo.}}}}',
    'briefing.situation.below':
      '{count, plural, =0 {Không địa phương nào {open, plural, =0 {} other {chắc chắn }}có độ phủ xanh từ {half} trở xuống.} other {# địa phương có độ phủ xanh từ {half} trở xuống: {names}.}}{open, plural, =0 {} other { # địa phương có thể ở dưới hay trên mức đó, tùy xã chưa báo cáo: {openNames}.}}{silent, plural, =0 {} other { # địa phương chưa báo cáo nên chưa biết.}}',
    'briefing.situation.collecting':
      'Kỳ này đang thu thập, chưa phải bức tranh: {inProvinces, number}/{provinces, number} tỉnh, thành phố đã gửi đủ.',
    'briefing.situation.progress':
      '{total, plural, =0 {Chưa tỉnh, thành phố nào báo cáo tiến độ nhiệm vụ.} other {Tiến độ nhiệm vụ của # tỉnh, thành phố: {green, number} Xanh, {yellow, number} Vàng, {red, number} Đỏ{undetermined, plural, =0 {} other {, # chưa đủ bằng chứng}}.}}',
    'briefing.situation.notReported':
      '{count, plural, =0 {Mọi xã, phường, đặc khu đã báo cáo.} other {# xã, phường, đặc khu chưa báo cáo.}}',
    'briefing.situation.criteria':
      '{count, plural, =0 {Không điều kiện nào {open, plural, =0 {} other {chắc chắn }}đạt trên {limit} số xã.} other {# điều kiện đạt trên {limit} số xã: {names}.}}{open, plural, =0 {} other { # điều kiện chưa rõ, tùy xã chưa báo cáo.}}',
    'briefing.situation.note':
      'Xã Xanh là xã đạt mọi điều kiện cơ bản phải đạt. Mẫu số là toàn bộ {communes, number} xã, phường, đặc khu, kể cả nơi chưa báo cáo; thay đổi so với kỳ trước chỉ tính xã báo cáo ở cả hai kỳ.',

    'briefing.map.title': 'Bản đồ độ phủ xanh',
    'briefing.map.headline':
      '{full, plural, =0 {Chưa địa phương nào phủ xanh hoàn toàn} other {# địa phương phủ xanh hoàn toàn}}; {below, plural, =0 {không địa phương nào {open, plural, =0 {} other {chắc chắn }}ở mức từ {half} trở xuống} other {# địa phương ở mức từ {half} trở xuống}}{open, plural, =0 {} other {, # địa phương chưa rõ}}{silent, plural, =0 {} other {, # địa phương chưa báo cáo}}',
    'briefing.map.description': 'Bản đồ 34 tỉnh, thành phố theo tỷ lệ xã, phường, đặc khu Xanh',
    'briefing.map.legend': 'Tỷ lệ xã Xanh trong tỉnh',
    'briefing.map.top': 'Cao nhất: {names}.',
    'briefing.map.bottom': 'Thấp nhất: {names}.',
    'briefing.map.unitShare': '{unit} {share}',
    'briefing.map.bands':
      '{above70, plural, =0 {Không địa phương nào trên {above} mà chưa đủ 100%} other {# địa phương trên {above} nhưng chưa đủ 100%}}; {above50, plural, =0 {không địa phương nào trên {half} đến {above}} other {# địa phương trên {half} đến {above}}}{open, plural, =0 {} other {; # địa phương chưa rõ mức nào vì còn xã chưa báo cáo (hai màu xen kẽ)}}.',
    'briefing.map.unknown': '{count, plural, =0 {} other {# địa phương chưa báo cáo.}}',
    'briefing.map.note':
      'Màu của tỉnh theo dải độ phủ xanh, không phải theo tiến độ nhiệm vụ. Vạch chéo là chưa có số liệu.',
    'briefing.groups.title': 'Các nhóm nhiệm vụ',
    'briefing.groups.headline':
      '{done, number} trong {total, number} nhiệm vụ đã hoàn thành; {overdue, plural, =0 {không có nhiệm vụ quá hạn} other {# nhiệm vụ quá hạn}}',
    'briefing.groups.headline.noData': 'Chưa có báo cáo tiến độ nhiệm vụ ở kỳ này',
    'briefing.groups.chart': 'Số nhiệm vụ theo nhóm và tiến độ',
    'briefing.groups.allDone': '{count, plural, =0 {} other {# nhóm đã hoàn thành toàn bộ: {names}.}}',
    'briefing.groups.overdue':
      '{count, plural, =0 {Không nhóm nào có nhiệm vụ quá hạn.} other {# nhóm có nhiệm vụ quá hạn: {names}.}}',
    'briefing.groups.unattributed':
      '{count, plural, =0 {} other {# nhiệm vụ quá hạn không được báo cáo nêu tên nhóm.}}',
    'briefing.groups.notReported': '{count, plural, =0 {} other {# nhiệm vụ chưa có báo cáo.}}',
    'briefing.groups.dueSoon':
      '{count, plural, =0 {Không nhiệm vụ nào sắp đến hạn.} other {# nhiệm vụ sắp đến hạn.}}',
    'briefing.groups.code': 'nhóm {code}',
    'briefing.groups.codeCount': 'nhóm {code} ({count, number})',
    'briefing.groups.note':
      'Quá hạn là chưa hoàn thành sau ngày đến hạn; sắp đến hạn theo số ngày của bộ quy tắc số {rules, number}.',

    'briefing.overdue.title': 'Nhiệm vụ quá hạn và nguyên nhân',
    'briefing.overdue.headline':
      '{count, plural, =0 {Không có nhiệm vụ quá hạn} =1 {Một nhiệm vụ quá hạn, chậm {days, number} ngày} other {# nhiệm vụ quá hạn; chậm nhất {days, number} ngày}}',
    'briefing.overdue.table': 'Danh sách nhiệm vụ quá hạn, chậm lâu nhất trước',
    'briefing.overdue.empty': 'Không có nhiệm vụ quá hạn ở kỳ này.',
    'briefing.overdue.unknownWhy': 'Báo cáo không nêu nguyên nhân',

    'briefing.ranking.title': 'Xếp hạng độ phủ xanh',
    'briefing.ranking.headline':
      '{known, plural, =0 {Chưa địa phương nào đủ số liệu để xếp hạng độ phủ xanh} other {Cao nhất {top} ({topShare}); thấp nhất {bottom} ({bottomShare})}}{unknown, plural, =0 {} other {; # địa phương chưa đủ số liệu để xếp}}',
    'briefing.ranking.equal':
      '{unknown, plural, =0 {Mọi địa phương} other {Các địa phương đủ số liệu}} có cùng độ phủ xanh {topShare}{unknown, plural, =0 {} other {; # địa phương chưa đủ số liệu để xếp}}',
    'briefing.ranking.one':
      'Chỉ {top} đủ số liệu độ phủ xanh để xếp ({topShare}); {unknown, number} địa phương chưa đủ',
    'briefing.ranking.chart': 'Tỷ lệ xã Xanh theo tỉnh, thành phố',
    'briefing.ranking.chartCountry': 'Tỷ lệ xã Xanh theo tỉnh, thành phố (cả nước {share})',
    'briefing.ranking.series': 'Tỷ lệ xã Xanh',
    'briefing.ranking.country': 'Cả nước {share}',
    'briefing.ranking.note': 'Xếp theo tỷ lệ xã Xanh trên tổng số xã, rồi theo mã tỉnh khi bằng nhau.',

    'briefing.online.title': 'Hồ sơ trực tuyến',
    'briefing.online.headline':
      '{share} hồ sơ của cả nước nộp trực tuyến{few, select, no {} other { ({reporting})}}{lowest, select, none {} other {; thấp nhất {unit} {lowestShare}}}',
    'briefing.online.headline.noData': 'Chưa có số liệu hồ sơ nộp trực tuyến',
    'briefing.online.chart': 'Tỷ lệ hồ sơ nộp trực tuyến theo tỉnh, thành phố',
    'briefing.online.note':
      'Tỷ lệ là tổng hồ sơ nộp trực tuyến chia tổng hồ sơ tiếp nhận, không phải trung bình của các tỷ lệ.',

    'briefing.alerts.title': 'Cảnh báo',
    'briefing.alerts.headline':
      '{total, plural, =0 {Không có cảnh báo đang mở} other {# cảnh báo đang mở}}{critical, plural, =0 {} other {, # ở mức nghiêm trọng}}',
    'briefing.alerts.chart': 'Cảnh báo đang mở theo quy tắc',
    'briefing.alerts.table': 'Cảnh báo cần xử lý trước',
    'briefing.alerts.empty': 'Không có cảnh báo đang mở.',
    'briefing.alerts.note': 'Thiếu số liệu không bao giờ làm một cảnh báo tự hết.',

    'briefing.difficulties.title': 'Khó khăn, vướng mắc',
    'briefing.difficulties.headline':
      '{count, plural, =0 {Không khó khăn nào được nêu còn mở} =1 {Một khó khăn chưa giải quyết: {most}} other {# khó khăn chưa giải quyết; nhiều nhất: {most} ({mostCount, number})}}',
    'briefing.difficulties.chart': 'Khó khăn chưa giải quyết theo loại',
    'briefing.difficulties.table': 'Mới nêu gần đây nhất',
    'briefing.difficulties.empty': 'Không khó khăn nào được nêu còn mở. Chưa nêu không có nghĩa là không có.',
    'briefing.difficulties.note': 'Chỉ đếm khó khăn đã nêu đến thời điểm số liệu và chưa được giải quyết.',

    'briefing.changes.title': 'Thay đổi so với kỳ trước',
    'briefing.changes.headline':
      '{both, select, none {Không xã nào báo cáo ở cả hai kỳ} other {{improved, plural, =0 {Không xã nào tiến bộ} other {# xã tiến bộ}}, {regressed, plural, =0 {không xã nào thụt lùi} other {# xã thụt lùi}}}}{started, plural, =0 {} other {, # xã bắt đầu báo cáo}}{stopped, plural, =0 {} other {, # xã ngừng báo cáo}} so với {date}',
    'briefing.changes.headline.noData': 'Không có kỳ trước để so sánh',
    'briefing.changes.noneHint': 'Kỳ này không có kỳ trước, hoặc báo cáo được lập không kèm kỳ so sánh.',
    'briefing.changes.matrix': 'Từ màu kỳ trước (hàng) sang màu kỳ này (cột), số xã',
    'briefing.changes.movers': 'Tỉnh thay đổi độ phủ xanh nhiều nhất',
    'briefing.changes.moversEmpty': 'Không tỉnh nào thay đổi độ phủ xanh.',
    'briefing.changes.joined':
      '{joined, plural, =0 {} other {# đơn vị mới xuất hiện, tính riêng. }}{left, plural, =0 {} other {# đơn vị không còn, tính riêng.}}',
    'briefing.changes.note':
      'So trên cùng một tập xã có mặt ở cả hai kỳ; thay đổi độ phủ chỉ tính xã báo cáo ở cả hai kỳ.',

    'briefing.forecast.title': 'Tốc độ và dự báo',
    'briefing.forecast.date': 'Dự kiến cả nước phủ xanh 100% vào khoảng {completion}',
    'briefing.forecast.complete': 'Cả nước đã phủ xanh 100%',
    'briefing.forecast.noProgress':
      'Độ phủ xanh không tăng trong các kỳ gần đây: chưa dự báo được ngày hoàn thành',
    'briefing.forecast.pace': 'Mỗi tuần thêm {perWeek} xã Xanh; còn {left} xã',
    'briefing.forecast.asOf': '{text} (tính đến {day})',
    'briefing.forecast.notEnoughData':
      'Chưa đủ số liệu để dự báo: cần ít nhất {neededCuts, number} tuần có đủ 90% báo cáo',
    'briefing.forecast.trend': 'Xã Xanh và xã chưa Xanh qua các kỳ',
    'briefing.forecast.green': 'Xã Xanh',
    'briefing.forecast.rest': 'Xã chưa Xanh',
    'briefing.forecast.deadline':
      '{late, select, yes {Muộn hơn ngày kết thúc {phase} ({end}).} other {Kịp ngày kết thúc {phase} ({end}).}}',
    'briefing.forecast.groups': 'Nhiệm vụ còn lại theo nhóm',
    'briefing.forecast.remaining':
      '{count, plural, =0 {Mọi nhiệm vụ đã hoàn thành.} other {Còn # nhiệm vụ chưa hoàn thành.}}',
    'briefing.forecast.note':
      'Tốc độ là trung vị độ dốc giữa mọi cặp tuần trong tám tuần gần nhất. Ngày và khoảng chỉ được nêu khi chính cách dự báo đó, thử lại ở các tuần trước, đúng từ 70% đến 90% số lần (danh nghĩa 80%).',

    'briefing.recommendations.title': 'Kiến nghị',
    'briefing.recommendations.headline':
      '{count, plural, =0 {Không có kiến nghị: không quy tắc nào bị vượt} other {# kiến nghị rút ra từ bộ quy tắc}}',
    'briefing.recommend.overdue':
      'Hoàn thành {count, plural, =1 {nhiệm vụ quá hạn} other {# nhiệm vụ quá hạn}}, trước hết là “{task}” (hạn {deadline}).',
    'briefing.recommend.coverage':
      '{count, plural, =1 {Địa phương có độ phủ xanh từ {half} trở xuống ({names}) cần kế hoạch bổ sung điều kiện còn thiếu cho từng xã.} other {# địa phương có độ phủ xanh từ {half} trở xuống ({names}) cần kế hoạch bổ sung điều kiện còn thiếu cho từng xã.}}',
    'briefing.recommend.criterion':
      'Tập trung bổ sung điều kiện “{criterion}”: còn {count, number} xã chưa đạt, nhiều nhất trong các điều kiện.',
    'briefing.recommend.gap':
      'Kiểm tra thực tế {count, number} xã báo Xanh nhưng vận hành Đỏ{names, select, none {} other {, trước hết ở {names}}}.',
    'briefing.recommend.online':
      'Hỗ trợ người dân nộp hồ sơ trực tuyến ở {names}: tỷ lệ thấp hơn mức {limit} của quy tắc.',
    'briefing.recommend.notReported':
      'Đôn đốc {count, number} xã, phường, đặc khu chưa báo cáo gửi số liệu của kỳ này.',
    'briefing.recommend.regressed': 'Làm rõ nguyên nhân {count, number} xã thụt lùi so với {date}.',
    'briefing.recommend.suspect':
      'Xác minh {count, number} báo cáo có dấu hiệu bất thường trước khi sử dụng.',
    'briefing.recommend.difficulty':
      'Xử lý vướng mắc được nêu nhiều nhất: {category} ({count, number} lần, ở {provinces, number} địa phương).',
    'briefing.recommend.none': 'Tiếp tục theo dõi; không quy tắc nào bị vượt ở kỳ này.',
    'briefing.recommendations.note':
      'Mỗi kiến nghị xuất hiện khi một ngưỡng của bộ quy tắc số {rules, number} bị vượt; không có kiến nghị nào do người viết thêm.',
  },
  en: {
    'briefing.situation.title': 'Situation',
    'briefing.situation.headline':
      '{green, number} of {communes, number} communes ({share}) meet all basic conditions; {known, select, no {no task progress reported} other {{overdue, plural, =0 {no task is overdue} one {# task is overdue} other {# tasks are overdue}}}}',
    'briefing.situation.headline.noData': 'No commune has reported for this cut',
    'briefing.situation.trend': 'Coverage of the country over the cuts',
    'briefing.situation.coverage':
      '{direction, select, better {Coverage rose by {points} percentage points since {date}.} worse {Coverage fell by {points} percentage points since {date}.} same {Coverage is unchanged since {date}.} silent {Coverage cannot be compared with {date}: too many communes are silent at one of the two cuts.} other {There is no earlier cut to compare coverage with.}}',
    'briefing.situation.full':
      '{count, plural, =0 {No province has 100% Green communes{open, plural, =0 {} other { for certain}}.} one {# province has 100% Green communes: {names}.{open, plural, =0 {} one { # more is open, as communes have not reported.} other { # more are open, as communes have not reported.}}} other {# provinces have 100% Green communes: {names}.{open, plural, =0 {} one { # more is open, as communes have not reported.} other { # more are open, as communes have not reported.}}}}',
    'briefing.situation.below':
      '{count, plural, =0 {No province has a coverage of {half} or less{open, plural, =0 {} other { for certain}}.} one {# province has a coverage of {half} or less: {names}.} other {# provinces have a coverage of {half} or less: {names}.}}{open, plural, =0 {} one { # province may be below or above it, by what its silent communes would report: {openNames}.} other { # provinces may be below or above it, by what their silent communes would report: {openNames}.}}{silent, plural, =0 {} one { # province has not reported, so it is not known.} other { # provinces have not reported, so it is not known.}}',
    'briefing.situation.collecting':
      'This cut is still being collected and is not the picture: {inProvinces, number} of {provinces, number} provinces are in.',
    'briefing.situation.progress':
      '{total, plural, =0 {No province has reported the progress of its tasks.} one {Task progress of # province: {green, number} Green, {yellow, number} Yellow, {red, number} Red{undetermined, plural, =0 {} other {, # without enough evidence}}.} other {Task progress of # provinces: {green, number} Green, {yellow, number} Yellow, {red, number} Red{undetermined, plural, =0 {} other {, # without enough evidence}}.}}',
    'briefing.situation.notReported':
      '{count, plural, =0 {Every commune has reported.} one {# commune has not reported.} other {# communes have not reported.}}',
    'briefing.situation.criteria':
      '{count, plural, =0 {No condition is met {open, plural, =0 {} other {for certain }}by more than {limit} of communes.} one {# condition is met by more than {limit} of communes: {names}.} other {# conditions are met by more than {limit} of communes: {names}.}}{open, plural, =0 {} one { # condition is open, as communes have not reported.} other { # conditions are open, as communes have not reported.}}',
    'briefing.situation.note':
      'A Green commune meets every basic condition it owes. The denominator is all {communes, number} communes, those that have not reported included; changes are those of communes that reported in both cuts.',

    'briefing.map.title': 'Map of coverage',
    'briefing.map.headline':
      '{full, plural, =0 {No province is fully covered} one {# province is fully covered} other {# provinces are fully covered}}; {below, plural, =0 {none is at {half} or less{open, plural, =0 {} other { for certain}}} one {# is at {half} or less} other {# are at {half} or less}}{open, plural, =0 {} one {, # is not certain} other {, # are not certain}}{silent, plural, =0 {} one {, # has not reported} other {, # have not reported}}',
    'briefing.map.description': 'Map of the 34 provinces by their share of Green communes',
    'briefing.map.legend': 'Share of Green communes',
    'briefing.map.top': 'Highest: {names}.',
    'briefing.map.bottom': 'Lowest: {names}.',
    'briefing.map.unitShare': '{unit} {share}',
    'briefing.map.bands':
      '{above70, plural, =0 {No province is above {above} without being full} one {# province is above {above} but not full} other {# provinces are above {above} but not full}}; {above50, plural, =0 {none is above {half} up to {above}} one {# is above {half} up to {above}} other {# are above {half} up to {above}}}{open, plural, =0 {} one {; # may be in a higher band, as communes are silent (two colours in turn)} other {; # may be in a higher band, as communes are silent (two colours in turn)}}.',
    'briefing.map.unknown':
      '{count, plural, =0 {} one {# province has not reported.} other {# provinces have not reported.}}',
    'briefing.map.note':
      'A province has the colour of its coverage band, not of its task progress. Hatched means no data.',
    'briefing.groups.title': 'The task groups',
    'briefing.groups.headline':
      '{done, number} of {total, number} tasks are done; {overdue, plural, =0 {none is overdue} one {# is overdue} other {# are overdue}}',
    'briefing.groups.headline.noData': 'No task progress has been reported for this cut',
    'briefing.groups.chart': 'Tasks by group and progress',
    'briefing.groups.allDone':
      '{count, plural, =0 {} one {# group is complete: {names}.} other {# groups are complete: {names}.}}',
    'briefing.groups.overdue':
      '{count, plural, =0 {No group has an overdue task.} one {# group has overdue tasks: {names}.} other {# groups have overdue tasks: {names}.}}',
    'briefing.groups.unattributed':
      '{count, plural, =0 {} one {The report does not name the group of # overdue task.} other {The report does not name the group of # overdue tasks.}}',
    'briefing.groups.notReported':
      '{count, plural, =0 {} one {# task has no report.} other {# tasks have no report.}}',
    'briefing.groups.dueSoon':
      '{count, plural, =0 {No task is due soon.} one {# task is due soon.} other {# tasks are due soon.}}',
    'briefing.groups.code': 'group {code}',
    'briefing.groups.codeCount': 'group {code} ({count, number})',
    'briefing.groups.note':
      'Overdue means not done after the deadline; due soon by the number of days in rule set {rules, number}.',

    'briefing.overdue.title': 'Overdue tasks and why',
    'briefing.overdue.headline':
      '{count, plural, =0 {No task is overdue} =1 {One task is overdue, by {days, plural, one {# day} other {# days}}} other {# tasks are overdue; the latest by {days, plural, one {# day} other {# days}}}}',
    'briefing.overdue.table': 'Overdue tasks, the latest first',
    'briefing.overdue.empty': 'No task is overdue at this cut.',
    'briefing.overdue.unknownWhy': 'The report gives no reason',

    'briefing.ranking.title': 'Ranking by coverage',
    'briefing.ranking.headline':
      '{known, plural, =0 {No province has enough reports for a ranking by coverage yet} other {Highest {top} ({topShare}); lowest {bottom} ({bottomShare})}}{unknown, plural, =0 {} one {; # province has too few reports for a place} other {; # provinces have too few reports for a place}}',
    'briefing.ranking.equal':
      'Every province{unknown, plural, =0 {} other { with enough reports}} has the same coverage of {topShare}{unknown, plural, =0 {} one {; # province has too few reports for a place} other {; # provinces have too few reports for a place}}',
    'briefing.ranking.one':
      'Only {top} has enough reports for a place ({topShare}){unknown, plural, =0 {} one {; # province has too few reports for a place} other {; # provinces have too few reports for a place}}',
    'briefing.ranking.chart': 'Share of Green communes by province',
    'briefing.ranking.chartCountry': 'Share of Green communes by province (country {share})',
    'briefing.ranking.series': 'Share of Green communes',
    'briefing.ranking.country': 'Country {share}',
    'briefing.ranking.note': 'By the share of Green communes among all communes, then by code where equal.',

    'briefing.online.title': 'Online applications',
    'briefing.online.headline':
      '{share} of the country’s applications are submitted online{few, select, no {} other { ({reporting})}}{lowest, select, none {} other {; lowest in {unit} with {lowestShare}}}',
    'briefing.online.headline.noData': 'There are no figures on online applications yet',
    'briefing.online.chart': 'Share of applications submitted online by province',
    'briefing.online.note':
      'The share is the sum of online applications over the sum of all received, not a mean of shares.',

    'briefing.alerts.title': 'Alerts',
    'briefing.alerts.headline':
      '{total, plural, =0 {No open alert} one {# open alert} other {# open alerts}}{critical, plural, =0 {} other {, # of them critical}}',
    'briefing.alerts.chart': 'Open alerts by rule',
    'briefing.alerts.table': 'Alerts to deal with first',
    'briefing.alerts.empty': 'No open alert.',
    'briefing.alerts.note': 'Missing data never resolves an alert.',

    'briefing.difficulties.title': 'Difficulties',
    'briefing.difficulties.headline':
      '{count, plural, =0 {No open difficulty was stated} =1 {One open difficulty: {most}} other {# open difficulties; most often: {most} ({mostCount, number})}}',
    'briefing.difficulties.chart': 'Open difficulties by kind',
    'briefing.difficulties.table': 'Reported most recently',
    'briefing.difficulties.empty': 'No open difficulty was stated, which does not mean that there is none.',
    'briefing.difficulties.note':
      'Only difficulties reported by the as-of time and not yet resolved are counted.',

    'briefing.changes.title': 'Changes since the last cut',
    'briefing.changes.headline':
      '{both, select, none {No commune reported in both cuts} other {{improved, plural, =0 {No commune improved} one {# commune improved} other {# communes improved}}, {regressed, plural, =0 {none regressed} other {# regressed}}}}{started, plural, =0 {} other {, # began to report}}{stopped, plural, =0 {} other {, # stopped reporting}} since {date}',
    'briefing.changes.headline.noData': 'There is no earlier cut to compare with',
    'briefing.changes.noneHint':
      'There is no cut before this one, or the briefing was made without a comparison.',
    'briefing.changes.matrix': 'From the colour before (rows) to the colour now (columns), communes',
    'briefing.changes.movers': 'Provinces whose coverage changed most',
    'briefing.changes.moversEmpty': 'The coverage of no province has changed.',
    'briefing.changes.joined':
      '{joined, plural, =0 {} one {# unit is new and counted apart. } other {# units are new and counted apart. }}{left, plural, =0 {} one {# unit is no more and counted apart.} other {# units are no more and counted apart.}}',
    'briefing.changes.note':
      'On the same set of communes, present in both cuts; changes of coverage on those that reported in both.',

    'briefing.forecast.title': 'Pace and forecast',
    'briefing.forecast.date': 'The whole country is expected to be Green about {completion}',
    'briefing.forecast.complete': 'The whole country is Green',
    'briefing.forecast.noProgress': 'Coverage has not risen in the latest cuts: no date can be forecast',
    'briefing.forecast.pace': '{perWeek} more Green a week; {left} to go',
    'briefing.forecast.asOf': '{text} (as of {day})',
    'briefing.forecast.notEnoughData':
      'Not enough data for a forecast: at least {neededCuts, number} weeks with 90% of the reports are needed',
    'briefing.forecast.trend': 'Green communes and the others over the cuts',
    'briefing.forecast.green': 'Green communes',
    'briefing.forecast.rest': 'Not yet Green',
    'briefing.forecast.deadline':
      '{late, select, yes {Later than the end of {phase} ({end}).} other {In time for the end of {phase} ({end}).}}',
    'briefing.forecast.groups': 'Remaining tasks by group',
    'briefing.forecast.remaining':
      '{count, plural, =0 {Every task is done.} one {# task is not done yet.} other {# tasks are not done yet.}}',
    'briefing.forecast.note':
      'The pace is the median slope between all pairs of the last eight weeks. A date and its range are named only where the same forecast, tried again at earlier weeks, was right in 70% to 90% of the tries (nominally 80%).',

    'briefing.recommendations.title': 'Recommendations',
    'briefing.recommendations.headline':
      '{count, plural, =0 {No recommendation: no rule is exceeded} one {# recommendation drawn from the rules} other {# recommendations drawn from the rules}}',
    'briefing.recommend.overdue':
      'Complete {count, plural, =1 {the overdue task} other {the # overdue tasks}}, first of all “{task}” (deadline {deadline}).',
    'briefing.recommend.coverage':
      '{count, plural, =1 {The province with a coverage of {half} or less ({names}) needs a plan to supply what each commune is missing.} other {The # provinces with a coverage of {half} or less ({names}) need a plan to supply what each commune is missing.}}',
    'briefing.recommend.criterion':
      'Concentrate on the condition “{criterion}”: {count, plural, one {# commune does} other {# communes do}} not meet it, the most of all conditions.',
    'briefing.recommend.gap':
      'Inspect on site the {count, plural, one {# commune that is} other {# communes that are}} reported Green but operating Red{names, select, none {} other {, first in {names}}}.',
    'briefing.recommend.online':
      'Help people to apply online in {names}: the share is below the {limit} of the rule.',
    'briefing.recommend.notReported':
      'Remind {count, plural, one {# commune} other {# communes}} to send the figures of this cut.',
    'briefing.recommend.regressed':
      'Find out why {count, plural, one {# commune} other {# communes}} regressed since {date}.',
    'briefing.recommend.suspect':
      'Verify {count, plural, one {# suspicious report} other {# suspicious reports}} before they are used.',
    'briefing.recommend.difficulty':
      'Deal with the difficulty named most often: {category} ({count, plural, one {once} other {# times}}, in {provinces, plural, one {# province} other {# provinces}}).',
    'briefing.recommend.none': 'Go on watching; no rule is exceeded at this cut.',
    'briefing.recommendations.note':
      'Each recommendation appears when a threshold of rule set {rules, number} is exceeded; none was added by hand.',
  },
} as const;
