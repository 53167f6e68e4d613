/** What keeps a table from being taken as it reads, units of old that are added up, and how far a file proves itself. */
export const intakeProof = {
  vi: {
    'intake.problem.ROW_SHIFTED':
      'Dòng có số đứng ở cột không chứa số liệu, hoặc trông như một số có dấu phẩy (1,912) bị tách làm hai ô. Hãy đặt số ấy trong ngoặc kép, hoặc lưu lại với dấu chấm phẩy giữa các cột.',
    'intake.problemTitle.ROW_SHIFTED': 'Dòng bị lệch cột',
    'intake.problem.HEADER_CHANGES':
      'Từ dòng này bảng có tiêu đề khác với tiêu đề đầu bảng, nên các dòng từ đây không được đọc. Hãy tách phần này ra tệp hoặc trang khác.',
    'intake.problemTitle.HEADER_CHANGES': 'Tiêu đề khác giữa bảng',
    'intake.problem.SUMMARIES_LEFT_OUT':
      'Không đọc {count, number} dòng tóm tắt (trung bình, trong đó, lũy kế, cùng kỳ…).',
    'intake.problemTitle.SUMMARIES_LEFT_OUT': 'Dòng tóm tắt',
    'intake.problem.NOTES_LEFT_OUT': 'Không đọc {count, number} dòng ghi chú dưới bảng.',
    'intake.problemTitle.NOTES_LEFT_OUT': 'Dòng ghi chú',
    'intake.problem.FOOTER_LEFT_OUT': 'Không đọc {count, number} dòng dưới dòng cuối được chọn.',
    'intake.problemTitle.FOOTER_LEFT_OUT': 'Dưới dòng cuối',
    'intake.problem.ROWS_TAKEN_OUT': '{count, number} dòng được bỏ ra bằng tay, không được ghi.',
    'intake.problemTitle.ROWS_TAKEN_OUT': 'Dòng bỏ ra bằng tay',
    'intake.problem.LAYOUT_NO_UNIT':
      'Tiêu đề được chọn chưa có cột mã hoặc tên đơn vị. Hãy chọn cột nào là mã hoặc tên đơn vị.',
    'intake.problemTitle.LAYOUT_NO_UNIT': 'Chưa có cột đơn vị',
    'intake.problem.LAYOUT_NO_FIGURE':
      'Tiêu đề được chọn chưa có cột số liệu nào. Hãy chọn ý nghĩa của ít nhất một cột số liệu.',
    'intake.problemTitle.LAYOUT_NO_FIGURE': 'Chưa có cột số liệu',
    'intake.problem.UNIT_PROVINCE_DIFFERS':
      'Dòng ghi mã “{code}” ({name}) và tỉnh “{province}”, nhưng đơn vị ấy không thuộc tỉnh này: {candidates}. Hãy chọn một.',
    'intake.problemTitle.UNIT_PROVINCE_DIFFERS': 'Mã và tỉnh khác nhau',
    'intake.problem.PROVINCE_UNKNOWN': 'Không có tỉnh nào tên “{text}”; dòng được hiểu là {unit}.',
    'intake.problemTitle.PROVINCE_UNKNOWN': 'Tỉnh không có',
    'intake.problem.UNIT_DIVIDED':
      '“{name}” không còn từ 01/07/2025 và được chia về {into}. Hãy chọn đơn vị nhận số liệu này; chưa chọn thì số liệu không được ghi.',
    'intake.problemTitle.UNIT_DIVIDED': 'Đơn vị cũ đã chia',
    'intake.problem.FORMER_BESIDE_NEW':
      'Tệp vừa có số liệu của {unit}, vừa có số liệu của đơn vị cũ “{name}” nay thuộc đơn vị này. Hãy chỉ để lại một.',
    'intake.problemTitle.FORMER_BESIDE_NEW': 'Đơn vị cũ cạnh đơn vị mới',
    'intake.problem.FORMER_PARTS_MISSING':
      'Số liệu theo đơn vị cũ chưa đủ cho {unit}: thiếu {count, number} đơn vị cũ ({missing}). Hãy bổ sung, hoặc ghi theo đơn vị hiện nay.',
    'intake.problemTitle.FORMER_PARTS_MISSING': 'Thiếu phần của đơn vị mới',
    'intake.problem.FORMER_PARTS_DIFFER':
      'Các đơn vị cũ của {unit} không cùng đạt hay cùng chưa đạt “{indicator}”. Hãy ghi theo đơn vị hiện nay.',
    'intake.problemTitle.FORMER_PARTS_DIFFER': 'Các phần khác nhau',
    'intake.problem.FORMER_RATES_ALONE':
      '“{indicator}” của các đơn vị cũ thuộc {unit} chỉ có tỷ lệ, không có tử số và mẫu số nên không cộng được.',
    'intake.problemTitle.FORMER_RATES_ALONE': 'Tỷ lệ không cộng được',
    'intake.problem.FORMER_SUMMED': 'Số liệu của {unit} được cộng từ {count, number} đơn vị cũ: {parts}.',
    'intake.problemTitle.FORMER_SUMMED': 'Cộng từ đơn vị cũ',
    'intake.problem.DENOMINATOR_WHICH':
      'Cột “{header}” là tử số của “{indicator}”, nhưng bảng không có cột mẫu số theo định nghĩa của chỉ tiêu. Hãy chọn cột mẫu số; chưa chọn thì chỉ tiêu này không được ghi.',
    'intake.problemTitle.DENOMINATOR_WHICH': 'Chưa rõ mẫu số',
    'intake.problem.DENOMINATOR_NOWHERE':
      'Cột “{header}” là tử số của “{indicator}” mà bảng không có cột nào làm mẫu số. Hãy thêm cột mẫu số.',
    'intake.problemTitle.DENOMINATOR_NOWHERE': 'Không có mẫu số',
    'intake.problem.COUNT_OR_RATE':
      'Cột “{header}” có số {value}: không rõ là số lượng hay tỷ lệ %. Hãy chọn một cách đọc cho cả cột; chưa chọn thì cột này không được ghi.',
    'intake.problemTitle.COUNT_OR_RATE': 'Số lượng hay tỷ lệ',
    'intake.problem.TOTAL_DIFFERS':
      'Dòng “{label}” ghi {stated, number} ở cột “{header}”, trong khi các đơn vị cộng lại được {sum, number}.',
    'intake.problemTitle.TOTAL_DIFFERS': 'Tổng không khớp',
    'intake.problem.PROOF_DIFFERS':
      'Bảng tự mâu thuẫn: dòng tổng hoặc tỷ lệ ghi trong bảng không khớp với số của các đơn vị (xem danh sách vấn đề). Nếu số của từng đơn vị là đúng, hãy xác nhận; chưa xác nhận thì các số này không được ghi.',
    'intake.problemTitle.PROOF_DIFFERS': 'Bảng tự mâu thuẫn',
    'intake.problem.HEADER_UNREAD':
      'Quanh dòng tiêu đề có chữ chưa hiểu: “{words}”. Các cột đã nhận có đúng là số của kỳ cần nạp không (không phải lũy kế, kế hoạch, kỳ trước hay của một lĩnh vực)? Nếu đúng, hãy xác nhận; nếu không, hãy chỉ lại dòng tiêu đề và cột trên bảng.',
    'intake.problemTitle.HEADER_UNREAD': 'Chữ quanh tiêu đề chưa hiểu',
    'intake.answer.old': 'Là các đơn vị cũ, trước 01/07/2025',
    'intake.answer.none': 'Không lấy số của cột này',
    'intake.answer.count': 'Số lượng',
    'intake.answer.rate': 'Tỷ lệ %',
    'intake.answer.figures': 'Đúng, lấy số của từng đơn vị',
    'intake.meaning.district': 'Quận, huyện (trước 01/07/2025)',
    'intake.meaning.base': 'Tổng số chung cho các tỷ lệ',
    'intake.problem.OVERNIGHT':
      '“{indicator}”: cả {count, number} đơn vị của {unit} trong tệp cùng đạt 100% ở kỳ này, trong khi kỳ trước chỉ {there, number} đơn vị đạt. Hãy hỏi lại nơi gửi xem cột này có bị điền đồng loạt không.',
    'intake.problemTitle.OVERNIGHT': 'Cả tỉnh cùng đạt sau một kỳ',
    'intake.problem.PROVINCES_SEVERAL':
      'Tệp không ghi tỉnh và có đơn vị của {count, number} tỉnh: {names}. Hãy xem {unit} có đúng là đơn vị cần ghi không; nếu tệp của một tỉnh, hãy chọn tỉnh ấy hoặc sửa ô này.',
    'intake.problemTitle.PROVINCES_SEVERAL': 'Đơn vị của nhiều tỉnh',
    'intake.proof.overnight':
      '{count, number} chỉ tiêu từ chưa đạt thành đạt cùng lúc ở mọi đơn vị của một tỉnh',
    'intake.colours.title': 'Màu thay đổi ở {cut}',
    'intake.colours.none': 'Không đơn vị nào đổi màu ở {cut}.',
    'intake.colours.move':
      '{changed, number} {level, select, province {tỉnh} other {xã}} đổi màu {side, select, reported {báo cáo} other {vận hành}} ({kinds}): {names}',
    'intake.colours.regressed': 'xấu đi {count, number}',
    'intake.colours.stopped': 'không còn màu {count, number}',
    'intake.colours.improved': 'tốt lên {count, number}',
    'intake.colours.started': 'bắt đầu có màu {count, number}',
    'intake.colours.more': 'và {count, number} đơn vị khác',
    'intake.colours.panel': 'Màu sẽ thay đổi nếu ghi nhận',
    'intake.colours.untold':
      'Tệp không ảnh hưởng đến màu nào, hoặc quá lớn để tính thử; giấy biên nhận sẽ ghi rõ.',
    'intake.proof.title': 'Đối chiếu',
    'intake.proof.proven': 'Đã chứng minh',
    'intake.proof.notes': 'Đã chứng minh, có lưu ý',
    'intake.proof.look': 'Cần xem lại',
    'intake.proof.refused': 'Không đạt',
    'intake.proof.totals':
      '{outcome, select, agrees {{count, number} số tổng trong bảng khớp với các đơn vị} differs {Có số tổng trong bảng không khớp} other {Bảng không có dòng tổng để đối chiếu}}',
    'intake.proof.rates':
      '{outcome, select, agrees {{count, number} tỷ lệ ghi trong bảng khớp với tử số và mẫu số} differs {Có tỷ lệ không khớp với tử số và mẫu số} other {Bảng không ghi tỷ lệ cạnh tử số và mẫu số}}',
    'intake.proof.communes':
      '{outcome, select, agrees {Đủ cả {count, number} xã của tỉnh} other {Chưa đủ xã của một tỉnh}}',
    'intake.proof.past':
      '{outcome, select, agrees {{count, number} số không biến động bất thường so với kỳ trước} differs {Có số biến động bất thường so với kỳ trước} other {Không có kỳ trước để so}}',
    'intake.proof.rows':
      'Dòng: {used, number} được lấy, {rejected, number} không lấy được, {empty, number} không có số liệu',
    'intake.proof.leftOut':
      '{rule, select, total {dòng tổng cộng} section {dòng tên nhóm} summary {dòng tóm tắt} note {dòng ghi chú} signature {dòng ký tên} footer {dòng dưới dòng cuối} hand {dòng bỏ ra bằng tay} other {tiêu đề lặp lại}}: {count, number}',
  },
  en: {
    'intake.problem.ROW_SHIFTED':
      'A number of the row stands in a column that holds no figure, or it looks as if a number with a comma (1,912) were two cells. Put that number in quotes, or save with semicolons between the columns.',
    'intake.problemTitle.ROW_SHIFTED': 'Row whose cells are moved',
    'intake.problem.HEADER_CHANGES':
      'From this row on the table has another header than at its top, so that no row from here is read. Put this part into another file or sheet.',
    'intake.problemTitle.HEADER_CHANGES': 'Another header below',
    'intake.problem.SUMMARIES_LEFT_OUT':
      'Rows that sum the others up (average, of which, to date…) and were not read: {count, number}.',
    'intake.problemTitle.SUMMARIES_LEFT_OUT': 'Rows that sum up',
    'intake.problem.NOTES_LEFT_OUT': 'Rows of notes below the table that were not read: {count, number}.',
    'intake.problemTitle.NOTES_LEFT_OUT': 'Notes',
    'intake.problem.FOOTER_LEFT_OUT':
      'Rows below the last one that was chosen: {count, number}; they were not read.',
    'intake.problemTitle.FOOTER_LEFT_OUT': 'Below the last row',
    'intake.problem.ROWS_TAKEN_OUT': 'Rows taken out by hand: {count, number}; they are not taken in.',
    'intake.problemTitle.ROWS_TAKEN_OUT': 'Rows taken out',
    'intake.problem.LAYOUT_NO_UNIT':
      'The chosen header has no column of codes or names of units. Say which column it is.',
    'intake.problemTitle.LAYOUT_NO_UNIT': 'No column of units',
    'intake.problem.LAYOUT_NO_FIGURE':
      'The chosen header has no column of figures. Say of at least one column what it holds.',
    'intake.problemTitle.LAYOUT_NO_FIGURE': 'No column of figures',
    'intake.problem.UNIT_PROVINCE_DIFFERS':
      'The row says code “{code}” ({name}) and province “{province}”, but that unit is not there: {candidates}. Choose one.',
    'intake.problemTitle.UNIT_PROVINCE_DIFFERS': 'Code and province differ',
    'intake.problem.PROVINCE_UNKNOWN': 'No province is called “{text}”; the row was read as {unit}.',
    'intake.problemTitle.PROVINCE_UNKNOWN': 'No such province',
    'intake.problem.UNIT_DIVIDED':
      '“{name}” is no more since 01/07/2025 and was divided among {into}. Choose the unit that these figures are of; until then they are not taken in.',
    'intake.problemTitle.UNIT_DIVIDED': 'Former unit that was divided',
    'intake.problem.FORMER_BESIDE_NEW':
      'The file has figures of {unit} and of the former unit “{name}”, which belongs to it today. Leave only one of them.',
    'intake.problemTitle.FORMER_BESIDE_NEW': 'Former unit beside the new one',
    'intake.problem.FORMER_PARTS_MISSING':
      'The figures of former units do not make up {unit}: {count, number} are missing ({missing}). Add them, or give the figures by the units of today.',
    'intake.problemTitle.FORMER_PARTS_MISSING': 'Parts of a unit missing',
    'intake.problem.FORMER_PARTS_DIFFER':
      'The former units of {unit} do not all meet “{indicator}”, nor do all of them miss it. Give it by the units of today.',
    'intake.problemTitle.FORMER_PARTS_DIFFER': 'Parts that differ',
    'intake.problem.FORMER_RATES_ALONE':
      '“{indicator}” of the former units of {unit} is a rate without its numbers, which cannot be added up.',
    'intake.problemTitle.FORMER_RATES_ALONE': 'Rates that cannot be added',
    'intake.problem.FORMER_SUMMED':
      'The figure of {unit} was added up from {count, number} former units: {parts}.',
    'intake.problemTitle.FORMER_SUMMED': 'Added up from former units',
    'intake.problem.DENOMINATOR_WHICH':
      'Column “{header}” is the numerator of “{indicator}”, but the table has no column of what it is a share of by its definition. Choose the column; until then the indicator is not taken in.',
    'intake.problemTitle.DENOMINATOR_WHICH': 'Which denominator',
    'intake.problem.DENOMINATOR_NOWHERE':
      'Column “{header}” is the numerator of “{indicator}”, and no column of the table can be its denominator. Add one.',
    'intake.problemTitle.DENOMINATOR_NOWHERE': 'No denominator',
    'intake.problem.COUNT_OR_RATE':
      'Column “{header}” holds {value}: a number of things or a percentage? Choose once for the whole column; until then it is not taken in.',
    'intake.problemTitle.COUNT_OR_RATE': 'Number or percentage',
    'intake.problem.TOTAL_DIFFERS':
      'Row “{label}” says {stated, number} in column “{header}”, where the units add up to {sum, number}.',
    'intake.problemTitle.TOTAL_DIFFERS': 'Total differs',
    'intake.problem.PROOF_DIFFERS':
      'The table contradicts itself: a total or rate that it states is not that of its units (see the list of problems). Confirm if the figures of the single units are right; until then they are not taken in.',
    'intake.problemTitle.PROOF_DIFFERS': 'The table contradicts itself',
    'intake.problem.HEADER_UNREAD':
      'Words round the header were not understood: “{words}”. Are the columns as read the figures of the cut that is taken in (not of the year so far, a plan, an earlier cut or one field)? If so, confirm; if not, show on the sheet which rows are the header and what its columns mean.',
    'intake.problemTitle.HEADER_UNREAD': 'Words round the header not understood',
    'intake.answer.old': 'The units of before 01/07/2025',
    'intake.answer.none': 'Leave the number of this column out',
    'intake.answer.count': 'A number of things',
    'intake.answer.rate': 'A percentage',
    'intake.answer.figures': 'Right: take the figures of the single units',
    'intake.meaning.district': 'District (before 01/07/2025)',
    'intake.meaning.base': 'The whole of several shares',
    'intake.problem.OVERNIGHT':
      '“{indicator}”: all {count, number} units of {unit} in the file have reached 100% at this cut, {there, number} of them had at the cut before. Ask the sender whether the column was filled at one go.',
    'intake.problemTitle.OVERNIGHT': 'A whole province overnight',
    'intake.problem.PROVINCES_SEVERAL':
      'The file names no province and has units of {count, number}: {names}. See whether {unit} is meant; of a file of one province choose it, or mend this cell.',
    'intake.problemTitle.PROVINCES_SEVERAL': 'Units of several provinces',
    'intake.proof.overnight': '{count, number} indicators reached by every unit of a province at once',
    'intake.colours.title': 'Colours that change at {cut}',
    'intake.colours.none': 'No unit changes colour at {cut}.',
    'intake.colours.move':
      '{side, select, reported {Reported} other {Operating}} colour of {changed, number} {level, select, province {{changed, plural, one {province} other {provinces}}} other {{changed, plural, one {commune} other {communes}}}} changes ({kinds}): {names}',
    'intake.colours.regressed': '{count, number} worse',
    'intake.colours.stopped': '{count, number} without a colour',
    'intake.colours.improved': '{count, number} better',
    'intake.colours.started': '{count, number} with a colour for the first time',
    'intake.colours.more': '{count, number} more',
    'intake.colours.panel': 'Colours that would change',
    'intake.colours.untold':
      'The file bears upon no colour, or is too large to be tried; its receipt will tell.',
    'intake.proof.title': 'Proof',
    'intake.proof.proven': 'Proven',
    'intake.proof.notes': 'Proven, with notes',
    'intake.proof.look': 'To be looked at',
    'intake.proof.refused': 'Refused',
    'intake.proof.totals':
      '{outcome, select, agrees {{count, number} stated totals agree with the units} differs {Stated totals differ from the units} other {The table states no total}}',
    'intake.proof.rates':
      '{outcome, select, agrees {{count, number} stated rates agree with their numbers} differs {Stated rates differ from their numbers} other {The table states no rate beside its numbers}}',
    'intake.proof.communes':
      '{outcome, select, agrees {All {count, number} communes of the province are there} other {Not all communes of one province}}',
    'intake.proof.past':
      '{outcome, select, agrees {{count, number} figures move no more than usual since the cut before} differs {Figures leap since the cut before} other {No cut before to compare with}}',
    'intake.proof.rows':
      'Rows: {used, number} taken, {rejected, number} not taken, {empty, number} without a figure',
    'intake.proof.leftOut':
      '{rule, select, total {totals} section {names of groups} summary {rows that sum up} note {notes} signature {signatures} footer {rows below the last} hand {rows taken out by hand} other {repeated headers}}: {count, number}',
  },
} as const;
