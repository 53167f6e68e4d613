import { LASTING } from '#shared/text/lasting.ts';

/**
 * The sentences behind every judgement, by the codes of shared/domain. Numbers arrive as numbers (ratios as
 * fractions); units, tasks, indicators, days and cuts arrive already in words (see reasonValueKind).
 */
type Language = 'vi' | 'en';

const COLOUR_WORDS: Readonly<Record<Language, string>> = {
  vi: 'green {XANH} yellow {VÀNG} red {ĐỎ} undetermined {CHƯA ĐỦ BẰNG CHỨNG} notReported {CHƯA BÁO CÁO} other {CHƯA CÓ BẰNG CHỨNG}',
  en: 'green {GREEN} yellow {YELLOW} red {RED} undetermined {NOT ENOUGH EVIDENCE} notReported {NOT REPORTED} other {NO EVIDENCE}',
};

const colour = (name: string, language: Language): string => `{${name}, select, ${COLOUR_WORDS[language]}}`;
/** A status with the colours it lies between where it is undetermined. */
const bounded = {
  vi: `{status, select, undetermined {CHƯA ĐỦ BẰNG CHỨNG (ít nhất ${colour('atLeast', 'vi')}, nhiều nhất ${colour('atMost', 'vi')})} other {${colour('status', 'vi')}}}`,
  en: `{status, select, undetermined {NOT ENOUGH EVIDENCE (at least ${colour('atLeast', 'en')}, at most ${colour('atMost', 'en')})} other {${colour('status', 'en')}}}`,
};
const percent = (name: string): string => `{${name}, number, percent}`;
/** Percentage points of a fraction. */
const points = (name: string): string => `{${name}, number, ::scale/100 .##}`;
const number = (name: string): string => `{${name}, number, ::.##}`;
/** A count as a mean per commune, with the decimals that tables give it. */
const mean = (name: string): string => `{${name}, number, ::.#}`;
/** The first of the communes by name, and how many more there are. */
const named = {
  vi: '{units}{more, plural, =0 {} other { và # nơi nữa}}',
  en: '{units}{more, plural, =0 {} other { and # more}}',
};
/** 'from' for an indicator that should be high, 'at most' for one that should be low. */
const from = {
  vi: '{direction, select, down {không quá} other {từ}}',
  en: '{direction, select, down {at most} other {from}}',
};

const ratioThresholds = {
  vi: `XANH ${from.vi} ${percent('greenFrom')}, VÀNG ${from.vi} ${percent('yellowFrom')}: ${colour('status', 'vi')}.`,
  en: `GREEN ${from.en} ${percent('greenFrom')}, YELLOW ${from.en} ${percent('yellowFrom')}: ${colour('status', 'en')}.`,
};
const countThresholds = {
  vi: `XANH ${from.vi} ${mean('greenFrom')}, VÀNG ${from.vi} ${mean('yellowFrom')}: ${colour('status', 'vi')}.`,
  en: `GREEN ${from.en} ${mean('greenFrom')}, YELLOW ${from.en} ${mean('yellowFrom')}: ${colour('status', 'en')}.`,
};
/** What the evidence of an alert is counted in. */
const evidence = {
  vi: '{evidence, select, month {tháng số liệu} other {kỳ có số liệu}}',
  en: (count: string) =>
    `{evidence, select, month {{${count}, plural, one {# month of data} other {# months of data}}} other {{${count}, plural, one {# cut with data} other {# cuts with data}}}}`,
};
const outputState = {
  vi: '{state, select, working {đạt mục tiêu} undetermined {tùy những gì chưa gửi, có thể đạt hoặc không đạt mục tiêu} other {chưa đạt mục tiêu}}',
  en: '{state, select, working {on target} undetermined {on or below target, depending on what was not sent} other {below target}}',
};

/** A score, from its lower to its upper end where they differ. */
const scores = {
  vi: `{range, select, yes {từ ${percent('scoreLow')} đến ${percent('scoreHigh')}} other {${percent('scoreLow')}}}`,
  en: `{range, select, yes {${percent('scoreLow')} to ${percent('scoreHigh')}} other {${percent('scoreLow')}}}`,
};
const fewThresholds = {
  vi: `XANH ${from.vi} ${percent('greenFrom')}, VÀNG ${from.vi} ${percent('yellowFrom')}: ${bounded.vi}.`,
  en: `GREEN ${from.en} ${percent('greenFrom')}, YELLOW ${from.en} ${percent('yellowFrom')}: ${bounded.en}.`,
};
const openCountThresholds = {
  vi: `XANH ${from.vi} ${mean('greenFrom')}, VÀNG ${from.vi} ${mean('yellowFrom')}: ${bounded.vi}.`,
  en: `GREEN ${from.en} ${mean('greenFrom')}, YELLOW ${from.en} ${mean('yellowFrom')}: ${bounded.en}.`,
};
/** Between which values a sum lies; `one`: nobody is silent, but somebody outgrew the size that is known of them. */
function between(kind: 'percent' | 'mean') {
  const write = { percent, mean }[kind];
  return {
    vi: `{range, select, open {từ ${write('least')} trở lên} one {còn ${write('least')} nếu xã tăng vọt chỉ tính 1,5 lần mức cao nhất trước đây} other {từ ${write('least')} đến ${write('most')}}}`,
    en: `{range, select, open {from ${write('least')} on} one {${write('least')} if communes that leapt count with 1.5 times their highest before} other {${write('least')} to ${write('most')}}}`,
  };
}

export const reasons = {
  vi: {
    'reason.commune.green': 'XANH: đạt cả {owed, number} điều kiện cơ bản ({met, number}/{owed, number}).',
    'reason.commune.missing': `${colour('status', 'vi')}: đạt {met, number}/{owed, number} điều kiện cơ bản, còn thiếu {missing, number}; thiếu không quá {limit, number} là VÀNG, nhiều hơn là ĐỎ.`,
    'reason.commune.notReported': 'Chưa báo cáo điều kiện nào trong {owed, number} điều kiện cơ bản.',
    'reason.commune.nothingOwed': 'Không có điều kiện cơ bản nào phải báo cáo ở kỳ này.',
    'reason.commune.notMet': 'Chưa đạt {count, number} điều kiện: {criteria}.',
    'reason.commune.unreported': 'Chưa có báo cáo về {count, number} điều kiện: {criteria}.',
    'reason.commune.selfExempt':
      '{count, number} điều kiện đơn vị tự ghi không áp dụng mà kế hoạch vẫn hỏi, tính như chưa trả lời: {criteria}.',
    'reason.commune.notApplicable': '{count, number} điều kiện không áp dụng, không tính.',
    'reason.commune.notYetDue': '{count, number} điều kiện chưa đến hạn, chưa tính.',

    'reason.coverage.share': `${percent('share')} ({green, number}/{communes, number}) xã, phường, đặc khu đạt XANH: {band, select, full {đủ 100%} above70 {trên ${percent('above')}} above50 {trên ${percent('half')}} other {không quá ${percent('half')}}}.`,
    'reason.coverage.notReported': 'Chưa xã, phường, đặc khu nào trong {communes, number} đơn vị báo cáo.',
    'reason.coverage.unreported':
      '{notReported, number}/{communes, number} xã, phường, đặc khu chưa báo cáo; vẫn nằm trong mẫu số, không tính là ĐỎ.',
    'reason.coverage.atMost': `Nhiều nhất ${percent('atMost')} nếu {notReported, plural, =0 {} other {# xã chưa báo cáo}}{unanswered, plural, =0 {} other {{notReported, plural, =0 {} other { và }}}}{unanswered, plural, =0 {} other {# xã chỉ còn thiếu câu trả lời}} đều đạt{isOther, select, yes {: khi đó {bandAtMost, select, full {đủ 100%} above70 {trên ${percent('above')}} other {trên ${percent('half')}}}} other {}}.`,

    'reason.schedule.done': 'Báo cáo đã hoàn thành; hạn {deadline}.',
    'reason.schedule.onTime': `Trong hạn: còn {days, number} ngày, hạn {deadline}; đã thực hiện ${percent('progress')}.`,
    'reason.schedule.dueSoon': `Sắp đến hạn: {days, plural, =0 {hôm nay là ngày cuối} other {còn # ngày}}, hạn {deadline}; đã thực hiện ${percent('progress')}.`,
    'reason.schedule.overdue': `Quá hạn {days, number} ngày, hạn {deadline}; mới thực hiện ${percent('progress')}.`,
    'reason.schedule.behindPace': `Chậm nhịp: mới thực hiện ${percent('progress')} khi đã qua ${percent('expected')} thời gian.`,
    'reason.schedule.blocked': 'Đơn vị báo cáo đang vướng mắc, chưa làm tiếp được.',
    'reason.schedule.notReported': 'Chưa có báo cáo; hạn {deadline}, còn {days, number} ngày.',
    'reason.schedule.notReportedLate':
      'Chưa có báo cáo; hạn {deadline} đã qua {days, number} ngày, chưa biết xong hay chưa.',
    'reason.schedule.notYetDue': 'Chưa đến kỳ: bắt đầu {start}, hạn {deadline}.',
    'reason.schedule.ages':
      '{fresh, number}/{units, number} đơn vị báo cáo ở kỳ này; còn lại theo báo cáo trước, cũ nhất {age, number} kỳ.',
    'reason.schedule.age': 'Theo báo cáo của {age, number} kỳ trước: chưa có báo cáo mới.',
    'reason.schedule.stale': 'Theo báo cáo của {age, number} kỳ trước: quá cũ, không còn đủ để là XANH.',
    'reason.schedule.partial': `Mới có {reported, number}/{units, number} đơn vị báo cáo: thực hiện từ ${percent('atLeast')} đến ${percent('atMost')}; hạn {deadline}, còn {days, number} ngày.`,
    'reason.schedule.partialLate': `Mới có {reported, number}/{units, number} đơn vị báo cáo: thực hiện từ ${percent('atLeast')} đến ${percent('atMost')}; hạn {deadline} đã qua {days, number} ngày.`,

    'reason.progress.overdue': `${bounded.vi}: {overdue, number} nhiệm vụ quá hạn; quá {limit, number} nhiệm vụ là ĐỎ.`,
    'reason.progress.noneOverdue': `${bounded.vi}: không có nhiệm vụ quá hạn; {done, number}/{reported, number} nhiệm vụ đã báo cáo là hoàn thành.`,
    'reason.progress.behindPace':
      '{count, number} nhiệm vụ đến hạn trong {days, number} ngày tới mà chậm so với nhịp cần có.',
    'reason.progress.unreportedLate':
      '{count, number} nhiệm vụ đã qua hạn mà chưa từng được báo cáo: chưa biết quá hạn hay đã xong.',
    'reason.progress.unreportedSoon':
      '{count, number} nhiệm vụ sắp đến hạn mà chưa từng được báo cáo: chưa biết kịp nhịp hay chậm.',
    'reason.progress.older':
      '{older, number}/{reported, number} nhiệm vụ tính theo báo cáo của các kỳ trước: trạng thái còn hiệu lực, chỉ cũ đi.',
    'reason.progress.allStale':
      'Cả {stale, number} trạng thái đã biết đều cũ hơn 4 kỳ báo cáo, nên không còn đủ để là XANH.',
    'reason.progress.unreported': '{count, number} nhiệm vụ chưa từng được báo cáo, chưa đến hạn.',
    'reason.progress.notReported': 'Chưa báo cáo nhiệm vụ nào trong {tasks, number} nhiệm vụ được giao.',
    'reason.progress.noTasks': 'Chưa được giao nhiệm vụ nào.',
    'reason.why.commune':
      'Một xã là XANH khi mọi điều kiện phải đạt đều đạt, VÀNG khi còn thiếu tối đa {missing, number}, ĐỎ khi thiếu nhiều hơn.',
    'reason.why.notReported':
      'Chưa báo cáo là không gửi điều kiện nào ở kỳ này; không phải là xấu, cũng không phải là số 0.',
    'reason.why.operating':
      'Vận hành: {green, number} xã XANH, {yellow, number} VÀNG, {red, number} ĐỎ, {undetermined, number} chưa đủ bằng chứng{atLeastYellow, plural, =0 {} other { (ít nhất VÀNG: #)}}, {noEvidence, number} chưa có bằng chứng, trong {communes, number} xã{known, select, no {} other { (XANH {share, number, percent}{open, select, yes {, nhiều nhất {atMost, number, percent} nếu mọi xã chưa rõ mà còn có thể XANH đều XANH} other {}})}}.',
    'reason.why.rollUp':
      'Màu vận hành của một xã: {rollUp, select, worst {theo chỉ tiêu kém nhất} share {theo tỷ lệ chỉ tiêu XANH: XANH từ {greenFrom, number, percent}, VÀNG từ {yellowFrom, number, percent}} other {theo điểm có trọng số (XANH 1, VÀNG 0,5, ĐỎ 0): XANH từ {greenFrom, number, percent}, VÀNG từ {yellowFrom, number, percent}}}; chỉ tiêu chưa có số liệu tính cả hai đầu, kém nhất và tốt nhất, hai đầu cùng màu mới thành màu. Của tỉnh và cả nước: điểm trung bình của các xã, XANH từ {greenFrom, number, percent}, VÀNG từ {yellowFrom, number, percent}.',
    'reason.why.gap': 'Chênh lệch = tỷ lệ xã báo cáo XANH trừ tỷ lệ xã vận hành XANH, tính trên mọi xã.',
    'reason.why.progress':
      'Màu nhiệm vụ của một tỉnh: ĐỎ khi quá {limit, number} nhiệm vụ quá hạn; VÀNG khi có nhiệm vụ quá hạn, hoặc đến hạn trong {days, number} ngày mà chậm nhịp; còn lại là XANH. Báo cáo còn hiệu lực đến khi có báo cáo mới; nếu mọi báo cáo đều cũ hơn 4 kỳ thì không XANH. Nhiệm vụ qua hạn mà chưa từng được báo cáo: chưa đủ bằng chứng. Tỉnh chưa từng gửi gì thì không có màu.',
    'reason.why.progress.counts':
      '{green, number} tỉnh XANH, {yellow, number} VÀNG, {red, number} ĐỎ{undetermined, plural, =0 {} other {, # chưa đủ bằng chứng}}, {notReported, number} chưa báo cáo, trong {provinces, number} tỉnh, thành phố.',
    'reason.why.figure':
      '{kind, select, criterion {Số xã đạt chia cho số xã phải đạt, kể cả xã chưa báo cáo; xã không áp dụng không tính.} ratio {Tổng tử số chia cho tổng mẫu số của các xã có báo cáo, không phải trung bình các tỷ lệ.} other {Tổng của các xã có báo cáo; ngưỡng so với bình quân một xã có báo cáo.}}',
    'reason.why.cell': `{count, number} trong {total, number} {level, select, province {tỉnh, thành phố} other {xã, phường, đặc khu}} báo cáo ${colour('reported', 'vi')} và vận hành ${colour('operating', 'vi')}.`,
    'reason.why.change':
      'Chỉ so các đơn vị có ở cả hai kỳ, theo màu {side, select, reported {báo cáo} other {vận hành}}: tiến bộ là sang màu tốt hơn, thụt lùi là sang màu kém hơn. Bắt đầu và ngừng {side, select, reported {báo cáo} other {có bằng chứng}}, đơn vị mới lập hoặc không còn được đếm riêng.',
    'reason.why.tasks':
      '{overdue, number} nhiệm vụ qua hạn mà chưa hoàn thành, {done, number} đã hoàn thành, trong {reported, number}/{total, number} nhiệm vụ có báo cáo{silent, plural, =0 {} other {; # nhiệm vụ chưa báo cáo không bị gọi là quá hạn}}.',
    'reason.why.tasks.older':
      '{older, number}/{reported, number} nhiệm vụ tính cả báo cáo của kỳ trước: báo cáo còn hiệu lực đến khi có báo cáo mới.',
    'reason.why.tasks.notYetDue':
      '{count, number} nhiệm vụ chưa đến ngày bắt đầu và chưa ai báo cáo: không tính là có báo cáo, cũng không là chưa báo cáo.',
    'reason.why.tasks.unknown':
      'Chưa có báo cáo nào trong {total, number} nhiệm vụ, nên không biết bao nhiêu nhiệm vụ quá hạn.',
    'reason.progress.centre':
      'Màu của cả nước chỉ xét {tasks, number} nhiệm vụ giao cho cơ quan Trung ương; nhiệm vụ giao cho các tỉnh xét ở từng tỉnh.',

    'reason.operating.worst': `${bounded.vi}: theo chỉ tiêu kém nhất trong {asked, number} chỉ tiêu, {known, number} chỉ tiêu có số liệu ({green, number} XANH, {yellow, number} VÀNG, {red, number} ĐỎ{undetermined, plural, =0 {} other {, # chưa đủ bằng chứng}}).`,
    'reason.operating.weighted': `${bounded.vi}: điểm có trọng số ${scores.vi} trên {asked, number} chỉ tiêu được tính, {known, number} chỉ tiêu có số liệu; XANH từ ${percent('greenFrom')}, VÀNG từ ${percent('yellowFrom')}.`,
    'reason.operating.weights': `Cách tính điểm{end, select, low { ở đầu thấp} high { ở đầu cao} other {}}: trọng số × điểm (XANH 1, VÀNG 0,5, ĐỎ 0), chia cho tổng trọng số: ({weighing}) / {weights, number} = {points, number} / {weights, number} = ${percent('score')}.`,
    'reason.operating.decisive': `Chỉ tiêu quyết định đang ĐỎ{end, select, low { ở đầu thấp} other {}}: {deciding}; màu cao nhất là VÀNG, điểm không quá ${percent('limit')}.`,
    'reason.operating.hidden': 'XANH dù có chỉ tiêu ĐỎ: {hidden}.',
    'reason.operating.unsent':
      '{count, number} chỉ tiêu chưa có số liệu, đầu thấp tính kém nhất, đầu cao tính tốt nhất: {unsent}.',
    'reason.operating.few':
      '{count, number} chỉ tiêu có ít hồ sơ, số hồ sơ còn thiếu ở đầu thấp tính không đạt, ở đầu cao tính đạt: {few}.',
    'reason.operating.unscored': 'Không tính điểm (trọng số 0): {unscored}.',
    'reason.operating.share': `${bounded.vi}: {range, select, yes {từ {greenLow, number} đến {greenHigh, number}} other {{greenLow, number}}}/{asked, number} chỉ tiêu đạt XANH ({known, number} chỉ tiêu có số liệu), bằng ${scores.vi}; XANH từ ${percent('greenFrom')}, VÀNG từ ${percent('yellowFrom')}.`,
    'reason.operating.noEvidence':
      'Chưa có bằng chứng vận hành{rollUp, select, weighted { (gộp theo trọng số)} share { (gộp theo tỷ lệ chỉ tiêu XANH)} other { (gộp theo chỉ tiêu kém nhất)}}: {noEvidence, plural, =0 {không chỉ tiêu nào được tính điểm} other {# chỉ tiêu chưa có số liệu}}.',
    'reason.operating.onlyFew':
      'Chưa có bằng chứng vận hành: {count, number} chỉ tiêu có số liệu đều ít hồ sơ ({few}){noEvidence, plural, =0 {} other {, # chỉ tiêu chưa có số liệu}}.',
    'reason.operating.place': `${bounded.vi}: điểm trung bình của {members, number} xã, phường, đặc khu là ${scores.vi}; XANH từ ${percent('greenFrom')}, VÀNG từ ${percent('yellowFrom')}.`,
    'reason.operating.members': `Cách tính: cộng điểm vận hành của từng xã, chia cho số xã: {range, select, yes {đầu thấp ${number('low')} / {members, number} = ${percent('scoreLow')}, đầu cao ${number('high')} / {members, number} = ${percent('scoreHigh')}} other {${number('low')} / {members, number} = ${percent('scoreLow')}}}.{silent, plural, =0 {} other { # xã chưa có bằng chứng: đầu thấp tính 0, đầu cao tính 1.}}`,
    'reason.operating.placeNoEvidence':
      'Chưa có bằng chứng vận hành: {members, plural, =0 {không có xã, phường, đặc khu nào} other {không xã, phường, đặc khu nào trong # đơn vị có đủ số liệu của chỉ tiêu được tính điểm}}.',
    'reason.operating.month': 'Màu vận hành dựa trên số liệu {cut}.',
    'reason.operating.waiting': `Chưa dùng {newer}: mới có ${percent('share')} báo cáo, {inProvinces, number}/{provinces, number} tỉnh, thành phố đã gửi đủ.`,
    'reason.operating.collecting':
      'Chưa có bằng chứng vận hành: {cut} đang được thu thập, chưa tháng nào dùng được.',
    'reason.operating.shown': 'Số liệu của từng chỉ tiêu dưới đây là của {cut}.',
    'reason.operating.tooOld':
      'Chưa có bằng chứng vận hành: {cut} là số liệu mới nhất và đã quá {months, number} tháng, nên không còn cho màu nào.',
    'reason.indicator.ratio': `{indicator}: ${percent('value')} ({numerator, number}/{denominator, number}); ${ratioThresholds.vi}`,
    'reason.indicator.between': `{indicator}: ${percent('value')} ({numerator, number}/{denominator, number}); tùy những gì chưa gửi, ${between('percent').vi}; ${fewThresholds.vi}`,
    'reason.indicator.few': `{indicator}: ${percent('value')} ({numerator, number}/{denominator, number}), ít hồ sơ ({denominator, number}, cần từ {needed, number}); khi đủ hồ sơ có thể từ ${percent('least')} đến ${percent('most')}; ${fewThresholds.vi}`,
    'reason.indicator.ratioAlone': `{indicator}: ${percent('value')} (không có tử số, mẫu số); ${ratioThresholds.vi}`,
    'reason.indicator.unknownFiles': `{indicator}: ${percent('value')} (không có tử số, mẫu số nên không rõ trên bao nhiêu hồ sơ, cần từ {needed, number}); ${fewThresholds.vi}`,
    'reason.indicator.count': `{indicator}: ${mean('value')}; ${countThresholds.vi}`,
    'reason.indicator.countMean': `{indicator}: bình quân ${mean('value')} mỗi xã ({reporting, number} xã có báo cáo); ${countThresholds.vi}`,
    'reason.indicator.countBetween': `{indicator}: bình quân ${mean('value')} mỗi xã ({reporting, number} xã có báo cáo); tính mọi xã, tùy những gì chưa gửi, ${between('mean').vi}; ${openCountThresholds.vi}`,
    'reason.indicator.notReported': '{indicator}: chưa báo cáo.',
    'reason.indicator.selfExempt':
      '{indicator}: đơn vị tự ghi là không áp dụng; chỉ kế hoạch mới bỏ được chỉ tiêu, nên tính như chưa có số liệu.',
    'reason.indicator.notApplicable': '{indicator}: kế hoạch không hỏi ở đây.',
    'reason.indicator.notYetDue': '{indicator}: chưa đến hạn.',
    'reason.indicator.collecting': '{indicator}: {cut} đang được thu thập, chưa dùng được.',
    'reason.indicator.tooOld':
      '{indicator}: số liệu {cut} đã quá {months, number} tháng, không còn dùng để kết luận.',
    'reason.indicator.withoutParts':
      '{indicator}: có báo cáo nhưng chỉ có tỷ lệ, không có tử số và mẫu số, nên không cộng được.',
    'reason.indicator.nothingToMeasure': '{indicator}: có báo cáo nhưng mẫu số bằng 0, không có gì để đo.',

    'reason.output.ratio': `{indicator}: ${percent('value')}, mục tiêu ${from.vi} ${percent('target')}: ${outputState.vi}.`,
    'reason.output.count': `{indicator}: ${mean('value')}, mục tiêu ${from.vi} ${mean('target')} mỗi xã mỗi tháng: ${outputState.vi}.`,
    'reason.outcome.doneWorking':
      'Báo cáo hoàn thành và đã vận hành: cả {count, number} kết quả đầu ra đạt mục tiêu.',
    'reason.outcome.doneNotWorking':
      'Báo cáo hoàn thành nhưng chưa vận hành: có kết quả đầu ra chưa đạt mục tiêu (theo dõi {count, number}).',
    'reason.outcome.doneNoEvidence':
      'Báo cáo hoàn thành nhưng chưa đủ số liệu để chứng minh {count, number} kết quả đầu ra.',
    'reason.outcome.doneNoOutputs': 'Báo cáo hoàn thành; nhiệm vụ chưa gắn kết quả đầu ra nào để đối chiếu.',
    'reason.outcome.workingBeforeDone':
      'Đã vận hành: cả {count, number} kết quả đầu ra đạt mục tiêu, dù chưa báo cáo hoàn thành.',
    'reason.outcome.late':
      'Chậm: đã quá hạn mà chưa báo cáo hoàn thành{outputState, select, working {, dù kết quả đầu ra đạt mục tiêu} other {}}.',
    'reason.outcome.notYetDue': 'Chưa đến kỳ thực hiện.',
    'reason.outcome.notReported': 'Chưa có báo cáo về nhiệm vụ này.',
    'reason.outcome.open': 'Đang thực hiện trong hạn, kết quả đầu ra chưa đạt đủ mục tiêu.',

    'reason.gap.gap': `Báo cáo ${colour('reported', 'vi')} nhưng vận hành ${colour('operating', 'vi')}: chênh {steps, number} bậc, kéo dài ${LASTING.vi}.`,
    'reason.gap.none': `Báo cáo và vận hành cùng ${colour('reported', 'vi')}.`,
    'reason.gap.better': `Vận hành ${colour('operating', 'vi')} tốt hơn báo cáo ${colour('reported', 'vi')}.`,
    'reason.gap.unknown': `Chưa so được: báo cáo ${colour('reported', 'vi')}, vận hành ${colour('operating', 'vi')}.`,

    'reason.forecast.complete': 'Đã hoàn thành tính đến {lastDay}.',
    'reason.forecast.date': `Dự kiến xong khoảng {completion} (từ {earliest} đến {latest}); thử lại ở {origins, number} tuần trước, trong {tries, number} lần thử đúng ${percent('hitRate')}.`,
    'reason.forecast.dateOpen': `Dự kiến xong khoảng {completion} (từ {earliest}, muộn nhất sau {until}); thử lại ở {origins, number} tuần trước, trong {tries, number} lần thử đúng ${percent('hitRate')}.`,
    'reason.forecast.beyondHorizon': `Không nêu ngày xong: ngoài tầm đã thử ({weeks, number} tuần). Đến {until} dự kiến đạt ${percent('expected')} (từ ${percent('low')} đến ${percent('high')}); thử lại ở {origins, number} tuần trước, trong {tries, number} lần thử đúng ${percent('hitRate')}.`,
    'reason.forecast.pace.communes': `Đã đạt ${percent('share')} tính đến {lastDay}; mỗi tuần thêm ${mean('perWeek')} xã; còn {left, number} xã.`,
    'reason.forecast.pace.progress': `Đã đạt ${percent('share')} tính đến {lastDay}; mỗi tuần thêm ${points('perWeek')} điểm phần trăm; còn ${percent('left')}.`,
    'reason.forecast.withheld.untested':
      'Không nêu ngày xong: chưa cách dự báo nào được thử đủ 5 tuần mà đúng từ 70% đến 90% số lần.',
    'reason.forecast.withheld.oneSided':
      'Không nêu ngày xong: sáu tuần gần nhất đều lệch về một phía so với dự báo.',
    'reason.forecast.withheld.silent': 'Không nêu ngày xong: tuần mới nhất chưa đủ 90% báo cáo.',
    'reason.forecast.share.progress':
      'Phần đã đạt là bình quân tiến độ của các nhiệm vụ trong nhóm, theo báo cáo gần nhất của từng nhiệm vụ (chưa từng báo cáo tính 0).',
    'reason.forecast.share.communes': 'Phần đã đạt là số xã XANH chia cho mọi xã.',
    'reason.forecast.method.gap': `Cách dự báo: mỗi tuần phần còn thiếu đến 100% (cộng 1%) còn ${percent('kept')} của tuần trước; hệ số lấy từ {weeks, number} tuần gần nhất.`,
    'reason.forecast.method.linear': `Cách dự báo: đi thẳng, mỗi tuần thêm ${points('perWeek')} điểm phần trăm (lấy từ {weeks, number} tuần gần nhất); không dùng hệ số, vì cách thu hẹp theo hệ số không qua được phép thử.`,
    'reason.forecast.method.still':
      'Cách dự báo: giữ nguyên phần đã đạt; không có hệ số nào, vì cách thu hẹp theo hệ số và cách đi thẳng đều không qua được phép thử.',
    'reason.forecast.method.none':
      'Không có hệ số hay ngày nào được tính cho những tuần tới: chỉ nêu điều đã biết.',
    'reason.forecast.notEnoughData':
      'Không đủ số liệu để dự báo: có {cuts, number} tuần, cần ít nhất {neededCuts, number} tuần có đủ 90% báo cáo.',
    'reason.forecast.noProgress': `Không dự báo được ngày xong: các tuần gần nhất không tiến thêm (${percent('share')}, tính đến {lastDay}).`,

    'reason.alert.withdrawn':
      '{unit}: cảnh báo này không còn được nêu: tính lại thì số liệu không còn điều kiện ở kỳ nào.',
    'reason.alert.clear': 'Điều kiện của cảnh báo không còn.',
    'reason.alert.noData': 'Không có số liệu để biết điều kiện còn hay hết; cảnh báo giữ nguyên.',
    'reason.alert.coverageLow.atMost': `{unit}: độ phủ xanh ${percent('share')} ({green, number}/{communes, number}), nhiều nhất ${percent('atMost')} nếu những xã chưa báo cáo hay chưa trả lời hết đều đạt, vẫn dưới ${percent('threshold')}.`,
    'reason.alert.taskOverdue': `{unit}: {task} quá hạn {days, number} ngày (hạn {deadline}), mới thực hiện ${percent('progress')}.`,
    'reason.alert.taskOverdue.older': `{unit}: {task} quá hạn {days, number} ngày (hạn {deadline}), mới thực hiện ${percent('progress')} (theo báo cáo của {age, number} kỳ trước).`,
    'reason.alert.taskDueSoon': `{unit}: {task} {days, plural, =0 {đến hạn đúng ngày} other {còn # ngày đến hạn}} {deadline}, mới thực hiện ${percent('progress')} (thời gian đã qua ${percent('expected')}).`,
    'reason.alert.taskDueSoon.older': `{unit}: {task} {days, plural, =0 {đến hạn đúng ngày} other {còn # ngày đến hạn}} {deadline}, mới thực hiện ${percent('progress')} (thời gian đã qua ${percent('expected')}) (theo báo cáo của {age, number} kỳ trước).`,
    'reason.alert.coverageLow': `{unit}: độ phủ xanh ${percent('share')} ({green, number}/{communes, number}), dưới ${percent('threshold')}.`,
    'reason.alert.criterionMissing':
      '{unit}: {lacking, number}/{reported, number} xã, phường, đặc khu có báo cáo chưa đạt “{criterion}”.',
    'reason.alert.onlineLow': `{unit}: {indicator} ${percent('value')}, dưới ${percent('threshold')}.`,
    'reason.alert.onlineFalling': `{unit}: {indicator} giảm từ ${percent('before')} ({sinceCut}) xuống ${percent('after')} (mất ${points('fall')} điểm phần trăm; ngưỡng ${points('threshold')}).`,
    'reason.alert.evidenceMissing': `{unit}: {communes, number} xã, phường, đặc khu báo cáo XANH (nay hoặc lần gần nhất) mà chưa đủ số liệu vận hành: ${named.vi}; nếu phần chưa gửi là xấu thì đang ĐỎ, thuộc cảnh báo “{rules}”.`,
    'reason.alert.evidenceMissing.old': `{unit}: {communes, number} xã, phường, đặc khu báo cáo XANH (nay hoặc lần gần nhất) mà số liệu vận hành mới nhất là {cut}, đã quá {months, number} tháng: ${named.vi}; nếu nay là xấu thì đang ĐỎ, thuộc cảnh báo “{rules}”.`,
    'reason.alert.evidenceMissing.own.old': `{unit}: số liệu vận hành mới nhất là {cut}, đã quá {months, number} tháng; nếu nay là xấu thì báo cáo ${colour('reported', 'vi')} mà vận hành ${colour('operating', 'vi')} (chênh {steps, number} bậc), thuộc cảnh báo “{rules}”.`,
    'reason.alert.evidenceMissing.output.old': `{unit}: {cut} là số liệu mới nhất của {indicator} và đã quá {months, number} tháng; nếu nay là xấu thì chỉ còn ${percent('worst')}, thuộc cảnh báo “{rules}”.`,
    'reason.alert.evidenceMissing.own': `{unit}: chưa đủ bằng chứng; nếu phần chưa gửi là xấu thì báo cáo ${colour('reported', 'vi')} mà vận hành ${colour('operating', 'vi')} (chênh {steps, number} bậc), thuộc cảnh báo “{rules}”.`,
    'reason.alert.evidenceMissing.tasks': `{unit}: {tasks, plural, =0 {} other {# nhiệm vụ quá hạn{soon, plural, =0 {} other { và }}}}{soon, plural, =0 {} other {# nhiệm vụ sắp đến hạn}} chưa từng được báo cáo ({codes}{more, plural, =0 {} other { và # nữa}}); nếu chưa làm thì thuộc cảnh báo “{rules}”.`,
    'reason.alert.evidenceMissing.reports': `{unit}: {silent, number}/{communes, number} xã, phường, đặc khu chưa báo cáo hoặc chưa trả lời hết: ${named.vi}; nếu phần chưa gửi là xấu thì thuộc cảnh báo “{rules}”{fallen, plural, =0 {} other { (# nơi đã tụt xuống ĐỎ)}}.`,
    'reason.alert.evidenceMissing.output': `{unit}: {silent, number} xã, phường, đặc khu chưa gửi {indicator}: ${named.vi}; nếu phần chưa gửi là xấu thì chỉ còn ${percent('worst')}, thuộc cảnh báo “{rules}”.`,
    'reason.alert.gap': `{unit}: báo cáo ${colour('reported', 'vi')} nhưng vận hành ${colour('operating', 'vi')} (chênh {steps, number} bậc) đã ${LASTING.vi}.`,
    'reason.alert.noReport':
      '{unit}: {silent, number}/{communes, number} xã, phường, đặc khu đến hạn mà chưa báo cáo.',
    'reason.alert.noReport.outputs':
      '{unit}: {silent, number}/{communes, number} xã, phường, đặc khu đến hạn mà chưa gửi số liệu vận hành của {cut}.',
    'reason.alert.regression': `{unit}: tụt từ ${colour('from', 'vi')} ({sinceCut}{age, plural, =1 {} other {, # kỳ trước}}) xuống ${colour('to', 'vi')}.`,
    'reason.alert.suspectOvernight': `{unit}: {turned, number} xã, phường, đặc khu chuyển XANH chỉ trong một kỳ (từ ${percent('before')} lên ${percent('after')} của {communes, number} nơi so được): ${named.vi}; số liệu này có đúng thực tế không?`,
    'reason.alert.suspectEqualFigures': `{unit}: vì sao {communes, number} xã, phường, đặc khu cùng báo {indicator} của {cut} là {numerator, number}/{denominator, number} (${named.vi})?`,
    'reason.alert.suspectEqualRows': `{unit}: vì sao {communes, number} xã, phường, đặc khu gửi số liệu của {cut} trùng nhau mọi con số (${named.vi})?`,
    'reason.alert.suspectEqualRows.groups': `{unit}: vì sao {communes, number} xã, phường, đặc khu chia thành {groups, number} nhóm ({sizes} nơi), trong mỗi nhóm số liệu của {cut} trùng nhau mọi con số (${named.vi})?`,
    'reason.alert.suspectRepeatedRow':
      '{unit}: vì sao mọi con số của {cut} đúng bằng của {sinceCut}; có gửi lại số liệu cũ không?',
    'reason.alert.suspectRepeatedRow.province': `{unit}: vì sao {communes, number} xã, phường, đặc khu gửi cho {cut} đúng mọi con số của {sinceCut} (${named.vi})?`,
    'reason.alert.suspectJump': `{unit}: {indicator} tăng từ ${percent('before')} ({sinceCut}) lên ${percent('after')} ({cut}), vượt xa mức tăng chung; điều gì đã thay đổi?`,
    'reason.alert.suspectJump.province': `{unit}: vì sao {communes, number} xã, phường, đặc khu cùng tăng vọt trong {cut} so với {sinceCut}, nhất là {indicator} (${named.vi})?`,
    'reason.alert.suspectDeadlineDay': `{unit}: {onDeadlineDay, number}/{done, number} nhiệm vụ (${percent('share')}) báo xong đúng ngày hết hạn; có báo cáo để kịp hạn không?`,
    'reason.alert.suspectGreenNoRecords':
      '{unit}: báo cáo XANH nhưng tiếp nhận {records, number} hồ sơ trong tháng; Trung tâm đã thực sự hoạt động chưa?',
    'reason.alert.suspectSignatures':
      '{unit}: báo {signedFiles, number} văn bản, hồ sơ đã ký số nhưng chỉ có {signatures, number} chữ ký số; ký bằng gì?',
    'reason.alert.suspectSignatures.results':
      '{unit}: trả {signedFiles, number} kết quả bản điện tử, là bản phải ký số, nhưng chỉ có {signatures, number} văn bản, kết quả đã ký số; số còn lại ký bằng gì?',
    'reason.alertState.pending': `Đang chờ: điều kiện đã có ở {held, number} ${evidence.vi}, đủ {needed, number} mới báo động.`,
    'reason.alertState.fired': `Báo động từ {cut}; điều kiện có ở ${LASTING.vi}.`,
    'reason.alertState.gapFired': `Báo động từ {cut}; chênh lệch như hiện nay (cùng hai màu) đã ${LASTING.vi}.`,
    'reason.alertState.ends': `Tự kết thúc khi điều kiện hết ở {needed, number} ${evidence.vi} liên tiếp (đã hết {clear, number}). Thiếu số liệu không làm cảnh báo kết thúc.`,
    'reason.alertState.question': `Đây là câu hỏi: chỉ kết thúc khi đã có người tiếp nhận và điều kiện hết ở {needed, number} ${evidence.vi} liên tiếp (đã hết {clear, number}).`,
    'reason.alertState.gapEnds':
      'Tự kết thúc khi không còn chênh lệch: địa phương tự hạ báo cáo thì sau {needed, number} kỳ, kết quả đầu ra tốt lên thì sau {needed, number} tháng số liệu (đã hết {clear, number}). Thiếu số liệu không làm cảnh báo kết thúc.',
    'reason.alertState.resolved': `Đã kết thúc tại {cut}, sau {clear, number} ${evidence.vi} không còn điều kiện.`,
    'reason.alertState.retired':
      'Đã kết thúc tại {cut} vì nội dung này đã ra khỏi kế hoạch hoặc đơn vị không còn.',
    'reason.alertState.ruleOff':
      'Đã kết thúc tại {cut} vì quy tắc này được tắt; số liệu không nói là điều kiện đã hết.',

    'reason.rules.unknownAlertRule': 'Không có quy tắc cảnh báo “{code}”; hãy bỏ dòng này.',
    'reason.rules.notADay': 'Ngày tắt “{value}” không phải là một ngày (yyyy-mm-dd).',
    'reason.rules.redImpossible':
      'Cho thiếu tới {limit, number} trong {count, number} điều kiện thì không xã nào có thể ĐỎ; hãy đặt số nhỏ hơn.',
    'reason.rules.unknownRollUp': 'Không có cách gộp “{rollUp}”; chọn kém nhất, trọng số hoặc tỷ lệ.',
    'reason.rules.unknownIndicator': 'Không có chỉ tiêu nào mang mã “{code}”; hãy bỏ ngưỡng này hoặc sửa mã.',
    'reason.rules.criterionAsOutput':
      '{indicator} là điều kiện cơ bản, không phải chỉ tiêu đầu ra, nên không có ngưỡng vận hành.',
    'reason.rules.withoutThresholds': '{indicator} chưa có ngưỡng, nên sẽ không được tính.',
    'reason.rules.unknownDirection': '{indicator}: chiều tốt phải là “tăng” hoặc “giảm”.',
    'reason.rules.overlapRatio': `{indicator}: ngưỡng VÀNG (${percent('yellowFrom')}) phải {direction, select, down {cao hơn} other {thấp hơn}} ngưỡng XANH (${percent('greenFrom')}).`,
    'reason.rules.overlapCount': `{indicator}: ngưỡng VÀNG (${number('yellowFrom')}) phải {direction, select, down {cao hơn} other {thấp hơn}} ngưỡng XANH (${number('greenFrom')}).`,
    'reason.rules.overlapPair': `Ngưỡng dưới (${percent('lower')}) phải thấp hơn ngưỡng trên (${percent('upper')}).`,
    'reason.rules.redImpossibleIndicator':
      '{indicator}: với ngưỡng VÀNG này thì không đơn vị nào có thể ĐỎ; hãy sửa ngưỡng VÀNG.',
    'reason.rules.noIndicators': 'Bộ quy tắc chưa có chỉ tiêu đầu ra nào; mọi nơi sẽ là chưa có bằng chứng.',
    'reason.rules.noWeights':
      'Gộp theo trọng số nhưng mọi trọng số bằng 0; hãy cho ít nhất một chỉ tiêu trọng số.',
    'reason.rules.weightsEnd':
      'Gộp theo trọng số, nhưng từ {until} không còn chỉ tiêu nào có trọng số; hãy cho ít nhất một chỉ tiêu còn áp dụng một trọng số.',
    'reason.rules.zeroAlert': 'Ngưỡng cảnh báo phải lớn hơn 0%.',
    'reason.rules.wrongDirection':
      '{indicator}: theo danh mục, chỉ tiêu này {direction, select, down {càng thấp càng tốt} other {càng cao càng tốt}}; bộ quy tắc không đổi được chiều đó.',
    'reason.rules.equalFilesOrder': 'Ba mức hồ sơ phải tăng dần: ít, vừa, nhiều.',
    'reason.rules.equalCommunesOrder':
      'Càng ít hồ sơ càng dễ trùng ngẫu nhiên, nên phải cần ít nhất bằng ấy xã mới hỏi.',
    'reason.rules.notNumber': 'Phải là một số.',
    'reason.rules.notWhole': `Phải là số nguyên từ {least, number} trở lên, không phải {value, number}.`,
    'reason.rules.notFraction': `Phải là tỷ lệ từ 0% đến 100%, không phải ${percent('value')}.`,
    'reason.rules.notCount': `Phải là số không âm, không phải ${number('value')}.`,
  },
  en: {
    'reason.commune.green':
      'GREEN: all {owed, number} basic criteria are met ({met, number}/{owed, number}).',
    'reason.commune.missing': `${colour('status', 'en')}: {met, number}/{owed, number} basic criteria met, {missing, number} missing; up to {limit, number} missing is YELLOW, more is RED.`,
    'reason.commune.notReported': 'None of the {owed, number} basic criteria has been reported.',
    'reason.commune.nothingOwed': 'No basic criterion has to be reported at this cut.',
    'reason.commune.notMet': '{count, plural, one {# criterion} other {# criteria}} not met: {criteria}.',
    'reason.commune.unreported':
      'No report on {count, plural, one {# criterion} other {# criteria}}: {criteria}.',
    'reason.commune.selfExempt':
      '{count, plural, one {# criterion} other {# criteria}} said not to apply, which the plan does ask; counted as unanswered: {criteria}.',
    'reason.commune.notApplicable':
      '{count, plural, one {# criterion does} other {# criteria do}} not apply and {count, plural, one {is} other {are}} left out.',
    'reason.commune.notYetDue':
      '{count, plural, one {# criterion is} other {# criteria are}} not yet due and left out.',

    'reason.coverage.share': `${percent('share')} ({green, number}/{communes, number}) of communes are GREEN: {band, select, full {all 100%} above70 {above ${percent('above')}} above50 {above ${percent('half')}} other {not above ${percent('half')}}}.`,
    'reason.coverage.notReported': 'None of the {communes, number} communes has reported.',
    'reason.coverage.unreported':
      '{notReported, number} of {communes, number} communes have not reported; they stay in the denominator and are not called RED.',
    'reason.coverage.atMost': `At most ${percent('atMost')} if {notReported, plural, =0 {} one {the # silent commune} other {the # silent communes}}{unanswered, plural, =0 {} other {{notReported, plural, =0 {} other { and }}}}{unanswered, plural, =0 {} one {# that only lacks answers} other {# that only lack answers}} were GREEN{isOther, select, yes {: then {bandAtMost, select, full {all 100%} above70 {above ${percent('above')}} other {above ${percent('half')}}}} other {}}.`,

    'reason.schedule.done': 'Reported as done; deadline {deadline}.',
    'reason.schedule.onTime': `In time: {days, plural, one {# day} other {# days}} left, deadline {deadline}; ${percent('progress')} done.`,
    'reason.schedule.dueSoon': `Due soon: {days, plural, =0 {today is the last day} one {# day left} other {# days left}}, deadline {deadline}; ${percent('progress')} done.`,
    'reason.schedule.overdue': `Overdue by {days, plural, one {# day} other {# days}}, deadline {deadline}; only ${percent('progress')} done.`,
    'reason.schedule.behindPace': `Behind pace: ${percent('progress')} done when ${percent('expected')} of the time has passed.`,
    'reason.schedule.blocked': 'The body reports that it is blocked and cannot go on.',
    'reason.schedule.notReported':
      'No report; deadline {deadline}, {days, plural, one {# day} other {# days}} left.',
    'reason.schedule.notReportedLate':
      'No report; the deadline {deadline} passed {days, plural, one {# day} other {# days}} ago, so nobody can tell whether it is done.',
    'reason.schedule.notYetDue': 'Not begun yet: starts {start}, deadline {deadline}.',
    'reason.schedule.ages':
      '{fresh, number} of {units, number} bodies reported at this cut; the others by an earlier report, the oldest {age, plural, one {# cut} other {# cuts}} ago.',
    'reason.schedule.age':
      'By a report of {age, plural, one {# cut} other {# cuts}} ago: nothing newer has come.',
    'reason.schedule.stale':
      'By a report of {age, plural, one {# cut} other {# cuts}} ago: too old to make anything GREEN.',
    'reason.schedule.partial': `Only {reported, number} of {units, plural, one {# body} other {# bodies}} reported: between ${percent('atLeast')} and ${percent('atMost')} done; deadline {deadline}, {days, plural, one {# day} other {# days}} left.`,
    'reason.schedule.partialLate': `Only {reported, number} of {units, plural, one {# body} other {# bodies}} reported: between ${percent('atLeast')} and ${percent('atMost')} done; the deadline {deadline} passed {days, plural, one {# day} other {# days}} ago.`,

    'reason.progress.overdue': `${bounded.en}: {overdue, plural, one {# task} other {# tasks}} overdue; more than {limit, number} is RED.`,
    'reason.progress.noneOverdue': `${bounded.en}: no task is overdue; {done, number} of {reported, plural, one {# reported task} other {# reported tasks}} done.`,
    'reason.progress.behindPace':
      '{count, plural, one {# task} other {# tasks}} due within {days, plural, one {# day} other {# days}} and behind the needed pace.',
    'reason.progress.unreportedLate':
      '{count, plural, one {# task} other {# tasks}} past the deadline never reported: overdue or done, nobody knows.',
    'reason.progress.unreportedSoon':
      '{count, plural, one {# task} other {# tasks}} due soon never reported: on pace or behind, nobody knows.',
    'reason.progress.older':
      '{older, number} of {reported, plural, one {# task} other {# tasks}} by a report of an earlier cut: a state lasts and only grows old.',
    'reason.progress.allStale':
      '{stale, plural, one {The # known state is} other {All # known states are}} older than 4 reports, which is not enough for GREEN.',
    'reason.progress.unreported':
      '{count, plural, one {# task has} other {# tasks have}} never been reported and {count, plural, one {is} other {are}} not due yet.',
    'reason.progress.notReported':
      'Nothing reported on {tasks, plural, one {the # assigned task} other {any of the # assigned tasks}}.',
    'reason.progress.noTasks': 'No task has been assigned.',
    'reason.why.commune':
      'A commune is GREEN when it meets every criterion it owes, YELLOW when at most {missing, number} are missing, RED beyond.',
    'reason.why.notReported':
      'Not reported means that not one criterion was sent for this cut; it is neither bad nor a zero.',
    'reason.why.operating':
      'Operating: {green, number} communes GREEN, {yellow, number} YELLOW, {red, number} RED, {undetermined, number} without enough evidence{atLeastYellow, plural, =0 {} other { (# of them at least YELLOW)}}, {noEvidence, number} without evidence, of {communes, number}{known, select, no {} other { ({share, number, percent} GREEN{open, select, yes {, at most {atMost, number, percent} if all that are not known and may be GREEN were} other {}})}}.',
    'reason.why.rollUp':
      'Operating colour of a commune: {rollUp, select, worst {its worst indicator} share {the share of its indicators that are GREEN: GREEN from {greenFrom, number, percent}, YELLOW from {yellowFrom, number, percent}} other {a weighted score (GREEN 1, YELLOW 0.5, RED 0): GREEN from {greenFrom, number, percent}, YELLOW from {yellowFrom, number, percent}}}; an indicator without figures is taken at its worst and at its best, and only where both give one colour is there one. Of a province and the country: the mean score of their communes, GREEN from {greenFrom, number, percent}, YELLOW from {yellowFrom, number, percent}.',
    'reason.why.gap':
      'Gap = share of communes reported GREEN less the share operating GREEN, both of all communes.',
    'reason.why.progress':
      'Task colour of a province: RED when more than {limit, number} tasks are overdue; YELLOW when one is overdue, or due within {days, number} days and behind pace; else GREEN. A report holds until the next one; when all are older than 4 cuts it is not GREEN. A task past its deadline that was never reported leaves the colour open. A province that never sent anything has no colour.',
    'reason.why.progress.counts':
      '{green, number} provinces GREEN, {yellow, number} YELLOW, {red, number} RED{undetermined, plural, =0 {} other {, # without enough evidence}}, {notReported, number} not reported, of {provinces, number}.',
    'reason.why.figure':
      '{kind, select, criterion {Communes that meet it of all that owe it, the silent among them; where it does not apply it is not counted.} ratio {The sum of the numerators by the sum of the denominators of the communes that reported, never a mean of ratios.} other {The sum over the communes that reported; thresholds hold the mean of one of them.}}',
    'reason.why.cell': `{count, number} of {total, number} {level, select, province {provinces and cities} other {communes, wards and special zones}} are ${colour('reported', 'en')} by report and ${colour('operating', 'en')} in operation.`,
    'reason.why.change':
      'Only units that exist at both cuts are compared, by {side, select, reported {reported} other {operating}} colour: improved is a better colour, regressed a worse one. Those that started or stopped {side, select, reported {reporting} other {showing evidence}}, joined or left are counted apart.',
    'reason.why.tasks':
      '{overdue, number} tasks are past their deadline and not done, {done, number} are done, of {reported, number} reported of {total, number}{silent, plural, =0 {} one {; # task without a report is not called overdue} other {; # tasks without a report are not called overdue}}.',
    'reason.why.tasks.older':
      '{older, number} of {reported, plural, one {# task} other {# tasks}} rest in part on a report of an earlier cut: it holds until the next one.',
    'reason.why.tasks.notYetDue':
      '{count, plural, one {# task has} other {# tasks have}} not begun and nobody has reported on {count, plural, one {it} other {them}}: neither reported nor silent.',
    'reason.why.tasks.unknown':
      'Not one of {total, number} tasks was reported, so nobody knows how many are overdue.',
    'reason.progress.centre':
      "The country's colour looks only at the {tasks, plural, one {# task} other {# tasks}} of central agencies; tasks of the provinces colour each province.",

    'reason.operating.worst': `${bounded.en}: the worst of {asked, plural, one {# indicator} other {# indicators}}, {known, number} with figures ({green, number} GREEN, {yellow, number} YELLOW, {red, number} RED{undetermined, plural, =0 {} other {, # without enough evidence}}).`,
    'reason.operating.weighted': `${bounded.en}: weighted score ${scores.en} over {asked, plural, one {# indicator} other {# indicators}} that count, {known, number} with figures; GREEN from ${percent('greenFrom')}, YELLOW from ${percent('yellowFrom')}.`,
    'reason.operating.weights': `How the score is made{end, select, low { at its lower end} high { at its upper end} other {}}: weight × points (GREEN 1, YELLOW 0.5, RED 0), divided by all weights: ({weighing}) / {weights, number} = {points, number} / {weights, number} = ${percent('score')}.`,
    'reason.operating.decisive': `A decisive indicator is RED{end, select, low { at the lower end} other {}}: {deciding}; the best colour is YELLOW, the score at most ${percent('limit')}.`,
    'reason.operating.hidden': 'GREEN although RED in: {hidden}.',
    'reason.operating.unsent':
      '{count, plural, one {# indicator has} other {# indicators have}} no figures, at the lower end counted at their worst, at the upper at their best: {unsent}.',
    'reason.operating.few':
      '{count, plural, one {# indicator rests} other {# indicators rest}} on few files; those still missing are counted as bad at the lower end, as good at the upper: {few}.',
    'reason.operating.unscored': 'Not scored (weight 0): {unscored}.',
    'reason.operating.share': `${bounded.en}: {range, select, yes {{greenLow, number} to {greenHigh, number}} other {{greenLow, number}}} of {asked, plural, one {# indicator} other {# indicators}} in GREEN ({known, number} with figures), which is ${scores.en}; GREEN from ${percent('greenFrom')}, YELLOW from ${percent('yellowFrom')}.`,
    'reason.operating.noEvidence':
      'No evidence of operation{rollUp, select, weighted { (weighted roll-up)} share { (roll-up by share of GREEN)} other { (worst-of roll-up)}}: {noEvidence, plural, =0 {no indicator is scored} one {# indicator without figures} other {# indicators without figures}}.',
    'reason.operating.onlyFew':
      'No evidence of operation: {count, plural, one {the # indicator with figures rests} other {all # indicators with figures rest}} on few files ({few}){noEvidence, plural, =0 {} one {, # indicator without figures} other {, # indicators without figures}}.',
    'reason.operating.place': `${bounded.en}: the mean score of {members, plural, one {# commune} other {# communes}} is ${scores.en}; GREEN from ${percent('greenFrom')}, YELLOW from ${percent('yellowFrom')}.`,
    'reason.operating.members': `How it is made: the operating scores of the communes added up, divided by the communes: {range, select, yes {lower end ${number('low')} / {members, number} = ${percent('scoreLow')}, upper end ${number('high')} / {members, number} = ${percent('scoreHigh')}} other {${number('low')} / {members, number} = ${percent('scoreLow')}}}.{silent, plural, =0 {} one { # commune without evidence: 0 at the lower end, 1 at the upper.} other { # communes without evidence: 0 at the lower end, 1 at the upper.}}`,
    'reason.operating.placeNoEvidence':
      'No evidence of operation: {members, plural, =0 {no communes} one {its # commune has not enough figures of any indicator that is scored} other {none of # communes has enough figures of an indicator that is scored}}.',
    'reason.operating.month': 'The operating colour rests on the figures of {cut}.',
    'reason.operating.waiting': `{newer} is not used yet: ${percent('share')} of its reports have come, {inProvinces, number} of {provinces, number} provinces are in.`,
    'reason.operating.collecting':
      'No evidence of operation: {cut} is being collected, and no month can be used yet.',
    'reason.operating.shown': 'The figures of single indicators below are of {cut}.',
    'reason.operating.tooOld':
      'No evidence of operation: {cut} is the newest data and more than {months, plural, one {# month} other {# months}} old, so it gives no colour any more.',
    'reason.indicator.ratio': `{indicator}: ${percent('value')} ({numerator, number}/{denominator, number}); ${ratioThresholds.en}`,
    'reason.indicator.between': `{indicator}: ${percent('value')} ({numerator, number}/{denominator, number}); depending on what was not sent, ${between('percent').en}; ${fewThresholds.en}`,
    'reason.indicator.few': `{indicator}: ${percent('value')} ({numerator, number}/{denominator, number}), few files ({denominator, number}, {needed, number} needed); with all of them it may be ${percent('least')} to ${percent('most')}; ${fewThresholds.en}`,
    'reason.indicator.ratioAlone': `{indicator}: ${percent('value')} (sent without numerator and denominator); ${ratioThresholds.en}`,
    'reason.indicator.unknownFiles': `{indicator}: ${percent('value')} (sent without numerator and denominator, so on how many files nobody knows, {needed, number} needed); ${fewThresholds.en}`,
    'reason.indicator.count': `{indicator}: ${mean('value')}; ${countThresholds.en}`,
    'reason.indicator.countMean': `{indicator}: ${mean('value')} a commune on average ({reporting, plural, one {# commune} other {# communes}} reporting); ${countThresholds.en}`,
    'reason.indicator.countBetween': `{indicator}: ${mean('value')} a commune on average ({reporting, plural, one {# commune} other {# communes}} reporting); over all communes, depending on what was not sent, ${between('mean').en}; ${openCountThresholds.en}`,
    'reason.indicator.notReported': '{indicator}: not reported.',
    'reason.indicator.selfExempt':
      '{indicator}: reported as not applicable; only the plan can leave an indicator out, so it counts as not reported.',
    'reason.indicator.notApplicable': '{indicator}: the plan does not ask it here.',
    'reason.indicator.notYetDue': '{indicator}: not yet due.',
    'reason.indicator.collecting': '{indicator}: {cut} is being collected and not used yet.',
    'reason.indicator.tooOld':
      '{indicator}: the figures of {cut} are more than {months, plural, one {# month} other {# months}} old and no longer used to conclude.',
    'reason.indicator.withoutParts':
      '{indicator}: reported as ratios without numerator and denominator, which cannot be added up.',
    'reason.indicator.nothingToMeasure':
      '{indicator}: reported, but its denominator is 0: nothing to measure.',

    'reason.output.ratio': `{indicator}: ${percent('value')}, target ${from.en} ${percent('target')}: ${outputState.en}.`,
    'reason.output.count': `{indicator}: ${mean('value')}, target ${from.en} ${mean('target')} a commune and month: ${outputState.en}.`,
    'reason.outcome.doneWorking':
      'Reported done and working: {count, plural, one {its # output reaches its target} other {all # outputs reach their targets}}.',
    'reason.outcome.doneNotWorking':
      'Reported done but not working: of {count, plural, one {# output} other {# outputs}} not all reach their target.',
    'reason.outcome.doneNoEvidence':
      'Reported done, but there are not enough figures to show {count, plural, one {its # output} other {its # outputs}}.',
    'reason.outcome.doneNoOutputs': 'Reported done; the task has no output to hold it against.',
    'reason.outcome.workingBeforeDone':
      'Working: {count, plural, one {its # output reaches its target} other {all # outputs reach their targets}}, though it is not reported as done.',
    'reason.outcome.late':
      'Late: past its deadline and not reported as done{outputState, select, working {, though its outputs reach their targets} other {}}.',
    'reason.outcome.notYetDue': 'It has not begun yet.',
    'reason.outcome.notReported': 'Nothing has been reported on this task.',
    'reason.outcome.open': 'Under way and in time; its outputs do not all reach their targets yet.',

    'reason.gap.gap': `Reported ${colour('reported', 'en')} but operating ${colour('operating', 'en')}: a gap of {steps, plural, one {# step} other {# steps}}, for ${LASTING.en}.`,
    'reason.gap.none': `Reported and operating are both ${colour('reported', 'en')}.`,
    'reason.gap.better': `Operating ${colour('operating', 'en')} is better than reported ${colour('reported', 'en')}.`,
    'reason.gap.unknown': `Cannot be compared: reported ${colour('reported', 'en')}, operating ${colour('operating', 'en')}.`,

    'reason.forecast.complete': 'Complete as of {lastDay}.',
    'reason.forecast.date': `Expected to be complete about {completion} ({earliest} to {latest}); tried again at {origins, number} earlier weeks, it was right in ${percent('hitRate')} of {tries, number} tries.`,
    'reason.forecast.dateOpen': `Expected to be complete about {completion} (from {earliest}, at the latest after {until}); tried again at {origins, number} earlier weeks, it was right in ${percent('hitRate')} of {tries, number} tries.`,
    'reason.forecast.beyondHorizon': `No date is named: it lies beyond what was tested ({weeks, plural, one {# week} other {# weeks}}). By {until} ${percent('expected')} is expected (${percent('low')} to ${percent('high')}); tried again at {origins, number} earlier weeks, it was right in ${percent('hitRate')} of {tries, number} tries.`,
    'reason.forecast.pace.communes': `${percent('share')} of the communes done as of {lastDay}; ${mean('perWeek')} more a week; {left, number} to go.`,
    'reason.forecast.pace.progress': `${percent('share')} done as of {lastDay}; ${points('perWeek')} percentage points more a week; ${percent('left')} to go.`,
    'reason.forecast.withheld.untested':
      'No date is named: no way of forecasting was tested at 5 weeks or more and right in 70% to 90% of the tries.',
    'reason.forecast.withheld.oneSided':
      'No date is named: the last six weeks all strayed to the same side of what was forecast.',
    'reason.forecast.withheld.silent': 'No date is named: fewer than 90% have reported for the newest week.',
    'reason.forecast.share.progress':
      'What is done is the mean progress of the tasks of the group, by the latest report of each (0 where there never was one).',
    'reason.forecast.share.communes': 'What is done is the number of GREEN communes of all communes.',
    'reason.forecast.method.gap': `How it is forecast: each week the gap to 100% (plus 1%) keeps ${percent('kept')} of what it was; the factor comes from the latest {weeks, plural, one {# week} other {# weeks}}.`,
    'reason.forecast.method.linear': `How it is forecast: straight on, ${points('perWeek')} percentage points more a week (from the latest {weeks, plural, one {# week} other {# weeks}}); without a factor, since the shrinking gap did not pass its test.`,
    'reason.forecast.method.still':
      'How it is forecast: what is done stays; there is no factor, since neither the shrinking gap nor going straight on passed its test.',
    'reason.forecast.method.none':
      'No factor and no date is worked out for the weeks to come: only what is known is told.',
    'reason.forecast.notEnoughData':
      'Not enough data for a forecast: {cuts, plural, one {# week} other {# weeks}}, at least {neededCuts, number} weeks with 90% of the reports are needed.',
    'reason.forecast.noProgress': `No date can be forecast: no progress in the latest weeks (${percent('share')} at {lastDay}).`,

    'reason.alert.withdrawn':
      '{unit}: this alert is raised no more: judged anew, its condition holds at no cut.',
    'reason.alert.clear': 'The condition of the alert is gone.',
    'reason.alert.noData':
      'There is no data to tell whether the condition is gone; the alert stays as it is.',
    'reason.alert.coverageLow.atMost': `{unit}: green coverage ${percent('share')} ({green, number}/{communes, number}), at most ${percent('atMost')} if all that is silent or unanswered were met, still below ${percent('threshold')}.`,
    'reason.alert.taskOverdue': `{unit}: {task} is overdue by {days, plural, one {# day} other {# days}} (deadline {deadline}), only ${percent('progress')} done.`,
    'reason.alert.taskOverdue.older': `{unit}: {task} is overdue by {days, plural, one {# day} other {# days}} (deadline {deadline}), only ${percent('progress')} done (by a report of {age, plural, one {# cut} other {# cuts}} ago).`,
    'reason.alert.taskDueSoon': `{unit}: {task} is due {days, plural, =0 {on this very day} one {in # day} other {in # days}} ({deadline}), only ${percent('progress')} done (${percent('expected')} of the time has passed).`,
    'reason.alert.taskDueSoon.older': `{unit}: {task} is due {days, plural, =0 {on this very day} one {in # day} other {in # days}} ({deadline}), only ${percent('progress')} done (${percent('expected')} of the time has passed) (by a report of {age, plural, one {# cut} other {# cuts}} ago).`,
    'reason.alert.coverageLow': `{unit}: green coverage ${percent('share')} ({green, number}/{communes, number}), below ${percent('threshold')}.`,
    'reason.alert.criterionMissing':
      '{unit}: {lacking, number} of {reported, number} reporting communes do not meet “{criterion}”.',
    'reason.alert.onlineLow': `{unit}: {indicator} ${percent('value')}, below ${percent('threshold')}.`,
    'reason.alert.onlineFalling': `{unit}: {indicator} fell from ${percent('before')} ({sinceCut}) to ${percent('after')} (down ${points('fall')} percentage points; threshold ${points('threshold')}).`,
    'reason.alert.evidenceMissing': `{unit}: {communes, plural, one {# commune reports} other {# communes report}} GREEN (now or last) without enough operating data: ${named.en}; if what was not sent is bad, they are RED and “{rules}” would say so.`,
    'reason.alert.evidenceMissing.old': `{unit}: {communes, plural, one {# commune reports} other {# communes report}} GREEN (now or last) while the newest operating data, of {cut}, are more than {months, plural, one {# month} other {# months}} old: ${named.en}; if they are bad now, they are RED and “{rules}” would say so.`,
    'reason.alert.evidenceMissing.own.old': `{unit}: the newest operating data, of {cut}, are more than {months, plural, one {# month} other {# months}} old; if they are bad now, it reports ${colour('reported', 'en')} and operates ${colour('operating', 'en')} (a gap of {steps, plural, one {# step} other {# steps}}), and “{rules}” would say so.`,
    'reason.alert.evidenceMissing.output.old': `{unit}: {cut} is the newest month of {indicator} and more than {months, plural, one {# month} other {# months}} old; if it is bad now, it is only ${percent('worst')}, and “{rules}” would say so.`,
    'reason.alert.evidenceMissing.own': `{unit}: not enough evidence; if what was not sent is bad, it reports ${colour('reported', 'en')} and operates ${colour('operating', 'en')} (a gap of {steps, plural, one {# step} other {# steps}}), and “{rules}” would say so.`,
    'reason.alert.evidenceMissing.tasks': `{unit}: never reported: {tasks, plural, =0 {} one {# task past the deadline{soon, plural, =0 {} other { and }}} other {# tasks past the deadline{soon, plural, =0 {} other { and }}}}{soon, plural, =0 {} one {# task due soon} other {# tasks due soon}} ({codes}{more, plural, =0 {} other { and # more}}); if nothing of them is done, “{rules}” would say so.`,
    'reason.alert.evidenceMissing.reports': `{unit}: {silent, number} of {communes, number} communes did not report, or not every answer: ${named.en}; if what was not sent is bad, “{rules}” would say so{fallen, plural, =0 {} one { (# fell to RED)} other { (# fell to RED)}}.`,
    'reason.alert.evidenceMissing.output': `{unit}: {silent, plural, one {# commune} other {# communes}} did not send {indicator}: ${named.en}; if what was not sent is bad, it is only ${percent('worst')}, and “{rules}” would say so.`,
    'reason.alert.gap': `{unit}: reported ${colour('reported', 'en')} but operating ${colour('operating', 'en')} (a gap of {steps, plural, one {# step} other {# steps}}) for ${LASTING.en}.`,
    'reason.alert.noReport':
      '{unit}: {silent, number} of {communes, plural, one {# commune} other {# communes}} due and not reported.',
    'reason.alert.noReport.outputs':
      '{unit}: {silent, number} of {communes, plural, one {# commune} other {# communes}} have not sent the operating figures of {cut}, though they are due.',
    'reason.alert.regression': `{unit}: fell from ${colour('from', 'en')} ({sinceCut}{age, plural, =1 {} other {, # cuts ago}}) to ${colour('to', 'en')}.`,
    'reason.alert.suspectOvernight': `{unit}: {turned, plural, one {# commune} other {# communes}} turned GREEN within one cut (from ${percent('before')} to ${percent('after')} of the {communes, number} that can be compared): ${named.en}; is this what is really there?`,
    'reason.alert.suspectEqualFigures': `{unit}: why do {communes, number} communes all report {numerator, number}/{denominator, number} for {indicator} of {cut} (${named.en})?`,
    'reason.alert.suspectEqualRows': `{unit}: why are all figures of {cut} the same in {communes, number} communes (${named.en})?`,
    'reason.alert.suspectEqualRows.groups': `{unit}: why are {communes, number} communes in {groups, number} groups ({sizes}), within each of which all figures of {cut} are the same (${named.en})?`,
    'reason.alert.suspectRepeatedRow':
      '{unit}: why are all figures of {cut} those of {sinceCut}; was the old month sent once more?',
    'reason.alert.suspectRepeatedRow.province': `{unit}: why did {communes, number} communes send all figures of {sinceCut} for {cut} once more (${named.en})?`,
    'reason.alert.suspectJump': `{unit}: {indicator} rose from ${percent('before')} ({sinceCut}) to ${percent('after')} ({cut}), far beyond what is usual; what has changed?`,
    'reason.alert.suspectJump.province': `{unit}: why did {communes, number} communes jump together in {cut} against {sinceCut}, most of all in {indicator} (${named.en})?`,
    'reason.alert.suspectDeadlineDay': `{unit}: {onDeadlineDay, number} of {done, number} tasks (${percent('share')}) were reported done on their very deadline day; were they reported just to be in time?`,
    'reason.alert.suspectGreenNoRecords':
      '{unit}: reported GREEN, yet it received {records, plural, one {# file} other {# files}} in the month; is the Centre really at work?',
    'reason.alert.suspectSignatures':
      '{unit}: {signedFiles, number} documents reported as signed digitally, but only {signatures, plural, one {# signature} other {# signatures}}; what were they signed with?',
    'reason.alert.suspectSignatures.results':
      '{unit}: {signedFiles, number} results returned electronically, which must be signed, but only {signatures, number} documents and results signed; what were the others signed with?',
    'reason.alertState.pending': `Waiting: the condition has held in ${evidence.en('held')}; it fires from {needed, number}.`,
    'reason.alertState.fired': `Firing since {cut}; the condition held in ${LASTING.en}.`,
    'reason.alertState.gapFired': `Firing since {cut}; the gap as it is now (the same two colours) for ${LASTING.en}.`,
    'reason.alertState.ends': `It ends by itself when the condition is gone in ${evidence.en('needed')} in a row ({clear, number} so far). Missing data does not end it.`,
    'reason.alertState.question': `This is a question: it ends only after somebody has taken it and the condition is gone in ${evidence.en('needed')} in a row ({clear, number} so far).`,
    'reason.alertState.gapEnds':
      'It ends by itself when there is no gap any more: after {needed, plural, one {# cut} other {# cuts}} where the locality lowers its own report, after {needed, plural, one {# month of data} other {# months of data}} where its outputs improve ({clear, number} so far). Missing data does not end it.',
    'reason.alertState.resolved': `Resolved at {cut}, after ${evidence.en('clear')} without the condition.`,
    'reason.alertState.retired':
      'Ended at {cut} because the plan no longer asks for it or the unit is no more.',
    'reason.alertState.ruleOff':
      'Ended at {cut} because this rule was switched off; the data do not say that the condition is gone.',

    'reason.rules.unknownAlertRule': 'There is no alert rule “{code}”; remove this line.',
    'reason.rules.notADay': 'The day “{value}” from which a rule is off is no day (yyyy-mm-dd).',
    'reason.rules.redImpossible':
      'If {limit, number} of {count, number} criteria may be missing, no commune can be RED; choose a lower number.',
    'reason.rules.unknownRollUp': 'There is no roll-up “{rollUp}”; choose worst, weighted or share.',
    'reason.rules.unknownIndicator':
      'No indicator has the code “{code}”; remove these thresholds or correct the code.',
    'reason.rules.criterionAsOutput':
      '{indicator} is a basic criterion, not an output indicator, so it has no operating thresholds.',
    'reason.rules.withoutThresholds': '{indicator} has no thresholds, so it would not count.',
    'reason.rules.unknownDirection': '{indicator}: the good direction must be “up” or “down”.',
    'reason.rules.overlapRatio': `{indicator}: the YELLOW threshold (${percent('yellowFrom')}) must be {direction, select, down {above} other {below}} the GREEN one (${percent('greenFrom')}).`,
    'reason.rules.overlapCount': `{indicator}: the YELLOW threshold (${number('yellowFrom')}) must be {direction, select, down {above} other {below}} the GREEN one (${number('greenFrom')}).`,
    'reason.rules.overlapPair': `The lower threshold (${percent('lower')}) must be below the upper one (${percent('upper')}).`,
    'reason.rules.redImpossibleIndicator':
      '{indicator}: with this YELLOW threshold nothing could ever be RED; correct the YELLOW threshold.',
    'reason.rules.noIndicators':
      'The rule set has no output indicator; everything would be without evidence.',
    'reason.rules.noWeights':
      'The roll-up is weighted, but all weights are 0; give at least one indicator a weight.',
    'reason.rules.weightsEnd':
      'The roll-up is weighted, but from {until} on no indicator has a weight; give at least one that still applies a weight.',
    'reason.rules.zeroAlert': 'An alert threshold must be above 0%.',
    'reason.rules.wrongDirection':
      '{indicator}: the catalogue says that {direction, select, down {lower} other {higher}} is better; a rule set cannot turn that round.',
    'reason.rules.equalFilesOrder': 'The three numbers of files must rise: few, some, many.',
    'reason.rules.equalCommunesOrder':
      'Fewer files are equal by chance more often, so they need at least as many communes.',
    'reason.rules.notNumber': 'It must be a number.',
    'reason.rules.notWhole': `It must be a whole number from {least, number} on, not {value, number}.`,
    'reason.rules.notFraction': `It must be a share between 0% and 100%, not ${percent('value')}.`,
    'reason.rules.notCount': `It must be a number that is not negative, not ${number('value')}.`,
  },
} as const;
