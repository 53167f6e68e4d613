/** Sentences of the intake: what is wrong with a file, where, and what to do; templates; reminders. */
export const intake = {
  vi: {
    'intake.figure.empty': 'chưa có',
    'intake.figure.notApplicable': 'Không áp dụng',
    'intake.figure.met': 'Có',
    'intake.figure.notMet': 'Không',
    'intake.figure.parts': '{value} ({numerator}/{denominator})',
    'intake.history.file': 'Lịch sử số liệu {indicator} của {unit}',
    'intake.history.row': 'Dòng',
    'intake.history.kind': 'Loại nguồn',
    'intake.history.through': 'qua tệp {file}',
    'intake.history.title': 'Lịch sử của một số liệu',
    'intake.history.open': 'Lịch sử',
    'intake.history.value': 'Giá trị',
    'intake.history.source': 'Nguồn',
    'intake.runs.kind.import': 'Nạp',
    'intake.runs.kind.correction': 'Đính chính',
    'intake.runs.kind.snapshot': 'Từ tệp .kh02',
    'intake.runs.kind.built-in': 'Có sẵn',
    'intake.history.state.current': 'Đang hiệu lực',
    'intake.history.state.replaced': 'Đã thay thế',
    'intake.history.state.withdrawn': 'Đã rút',
    'intake.runs.at': 'Lúc',
    'intake.runs.who': 'Người ghi',
    'intake.undo.reason': 'Lý do',
    'intake.title': 'Số liệu',
    'intake.drop.release': 'Thả để kiểm tra các tệp',
    'intake.drop.tooLarge':
      'Tệp “{file}” lớn hơn {limit, number} MB. Hãy tách thành nhiều tệp, mỗi tệp một tỉnh hoặc một kỳ.',
    'intake.changes.row': 'dòng {row, number}',
    'intake.answer.unasked':
      'Tệp này không hỏi gì mang khóa “{key}” nên câu trả lời không được dùng. Các khóa trả lời được: {known}.',
    'intake.answer.strange': 'Câu hỏi “{key}” không nhận câu trả lời “{value}”. Có thể trả lời: {known}.',
    'intake.answer.columns':
      'unitCode; unitName; province; provinceCode; district; cut; indicator; value:MÃ; numerator:MÃ; denominator:MÃ; note:*; ignored',
    'intake.answer.units': 'mã của một đơn vị',
    'intake.severity.error': 'Lỗi',
    'intake.severity.warning': 'Cảnh báo',
    'intake.severity.question': 'Cần trả lời',
    'intake.place.sheetRowColumn': 'Trang “{sheet}”, ô {column}{row}',
    'intake.place.sheetRow': 'Trang “{sheet}”, dòng {row}',
    'intake.place.sheet': 'Trang “{sheet}”',
    'intake.place.row': 'Dòng {row}',

    'intake.limit.fileBytes':
      'Tệp lớn hơn mức cho phép. Hãy tách thành nhiều tệp, mỗi tệp một tỉnh hoặc một kỳ.',
    'intake.limit.jsonBytes': 'Tệp JSON lớn hơn mức cho phép. Hãy tách thành nhiều tệp hoặc gửi dạng CSV.',
    'intake.limit.htmlBytes': 'Trang HTML lớn hơn mức cho phép. Hãy mở bằng Excel và lưu lại ở dạng .xlsx.',
    'intake.limit.htmlRows': 'Trang HTML có quá nhiều dòng. Hãy mở bằng Excel và lưu lại ở dạng .xlsx.',
    'intake.limit.rereadBytes':
      'Tệp có quá nhiều trang tính so với độ lớn. Hãy chỉ giữ lại các trang có số liệu, hoặc lưu ở dạng .xlsx.',
    'intake.limit.repeatedRows':
      'Nhiều dòng giống hệt nhau được ghi một lần và lặp lại quá số lần cho phép. Hãy xóa các dòng thừa rồi lưu lại.',
    'intake.limit.archiveEntries':
      'Bên trong tệp Excel có quá nhiều thành phần. Hãy sao chép số liệu sang một tệp mới rồi gửi lại.',
    'intake.limit.partBytes':
      'Một thành phần trong tệp Excel bung ra quá lớn. Hãy xóa các dòng, cột trống đã định dạng rồi lưu lại.',
    'intake.limit.totalBytes': 'Tệp Excel bung ra quá lớn. Hãy xóa các trang không cần thiết rồi lưu lại.',
    'intake.limit.inflateRatio':
      'Tệp Excel bị nén bất thường, có thể là tệp phá hoại. Hãy yêu cầu nơi gửi lập lại tệp.',
    'intake.limit.inflateRatioFromBytes': 'Thành phần nhỏ hơn mức này không bị xét tỷ lệ nén.',
    'intake.limit.nameBytes':
      'Tên một thành phần trong tệp Excel quá dài. Hãy lưu lại tệp bằng Excel hoặc LibreOffice.',
    'intake.limit.sheets': 'Tệp có quá nhiều trang tính. Hãy chỉ giữ lại các trang có số liệu.',
    'intake.limit.rows': 'Trang tính có quá nhiều dòng. Hãy tách thành nhiều tệp.',
    'intake.limit.columns': 'Có ô nằm quá xa về bên phải. Hãy xóa các cột thừa rồi lưu lại.',
    'intake.limit.cellCharacters': 'Một ô chứa quá nhiều chữ. Hãy rút ngắn nội dung ô.',
    'intake.limit.rowBytes': 'Một dòng quá dài. Hãy kiểm tra dấu ngoặc kép và dấu phân cách của tệp CSV.',
    'intake.limit.depth':
      'Cấu trúc bên trong tệp lồng quá sâu, có thể là tệp phá hoại. Hãy yêu cầu nơi gửi lập lại tệp.',
    'intake.limit.sharedTexts': 'Tệp Excel có quá nhiều đoạn chữ. Hãy tách thành nhiều tệp.',
    'intake.limit.sharedCharacters': 'Tệp Excel có quá nhiều chữ. Hãy tách thành nhiều tệp.',
    'intake.limit.tagDistance':
      'Một ô trong tệp Excel lớn bất thường, có thể là tệp phá hoại. Hãy yêu cầu nơi gửi lập lại tệp.',
    'intake.limit.unknownWords':
      'Tệp nêu quá nhiều tên đơn vị, chỉ tiêu hoặc kỳ không có trong danh mục. Hãy kiểm tra có đúng tệp và đúng cột không.',
    'intake.limit.problemsKept': 'Chỉ các vấn đề đầu tiên được liệt kê; phần còn lại vẫn được đếm.',
    'intake.limit.questionsKept': 'Chỉ các câu hỏi đầu tiên được nêu; trả lời xong mới hỏi tiếp.',

    'intake.problem.FILE_EMPTY': 'Tệp trống. Hãy kiểm tra và gửi lại tệp có số liệu.',
    'intake.problem.FILE_NO_FIGURES':
      'Tệp có bảng nhưng chưa điền số liệu nào. Hãy điền số liệu rồi gửi lại.',
    'intake.problem.FILE_KIND_UNKNOWN':
      'Tệp thuộc loại {kind}, không phải bảng tính (Excel, OpenDocument, trang HTML có bảng), CSV hay JSON. {kind, select, PDF {Số liệu trong PDF không đọc được chắc chắn; hãy gửi tệp bảng tính đã dùng để in ra nó.} PNG {Ảnh chụp bảng không đọc được chắc chắn; hãy gửi tệp bảng tính gốc.} JPEG {Ảnh chụp bảng không đọc được chắc chắn; hãy gửi tệp bảng tính gốc.} GIF {Ảnh chụp bảng không đọc được chắc chắn; hãy gửi tệp bảng tính gốc.} TIFF {Bản quét không đọc được chắc chắn; hãy gửi tệp bảng tính gốc.} DOC {Hãy chép bảng trong Word sang Excel rồi gửi lại.} RTF {Hãy chép bảng trong Word sang Excel rồi gửi lại.} other {Hãy lưu lại ở dạng .xlsx.}}',
    'intake.problem.FILE_KIND_OLD_EXCEL':
      'Tệp thuộc dạng Excel rất cũ (trước Excel 5.0). Hãy mở bằng Excel, chọn Lưu thành .xlsx rồi gửi lại.',
    'intake.problem.FILE_KIND_SNAPSHOT':
      'Đây là tệp số liệu KH02 (.kh02), không phải bảng tính. Hãy mở tệp ở mục Tệp số liệu để xem, so sánh và nạp vào máy này.',
    'intake.problem.FILE_ENCRYPTED': 'Tệp được đặt mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.',
    'intake.problem.FILE_UNREADABLE':
      'Không đọc được tệp: {reason, select, missing {không có tệp ở đường dẫn này} folder {đây là thư mục, không phải tệp} denied {không có quyền đọc} other {ổ đĩa hoặc mạng báo lỗi}}. Hãy kiểm tra đường dẫn rồi thử lại.',
    'intake.problem.FILE_MACRO':
      'Tệp chứa macro nên không được nhận. Hãy lưu lại ở dạng .xlsx không có macro.',
    'intake.problem.FILE_EXTENSION_WRONG':
      'Phần mở rộng “{extension}” không đúng với nội dung {found}; tệp vẫn được đọc theo nội dung.',
    'intake.problem.FILE_DAMAGED':
      'Tệp bị hỏng hoặc bị cắt cụt (phần {part}). Hãy mở, lưu lại và gửi lại tệp.',
    'intake.problem.ARCHIVE_UNSAFE':
      'Tệp Excel có cấu trúc không an toàn ({reason, select, zip64 {zip64} method {kiểu nén lạ} path {đường dẫn ra ngoài} duplicate {thành phần trùng tên} overlap {thành phần chồng lên nhau} size {kích thước khai báo sai} other {không rõ}}). Hãy yêu cầu nơi gửi lập lại tệp.',
    'intake.problem.LIMIT_EXCEEDED':
      'Tệp vượt giới hạn “{limit}” (cho phép {allowed, number}, gặp {found, number}).',
    'intake.problem.XML_DOCTYPE':
      'Tệp Excel chứa khai báo DOCTYPE, dấu hiệu của tệp phá hoại. Hãy yêu cầu nơi gửi lập lại tệp.',
    'intake.problem.NUL_BYTE': 'Tệp văn bản chứa ký tự NUL, không phải tệp CSV hợp lệ. Hãy xuất lại tệp.',
    'intake.problem.ENCODING_MIXED': 'Tệp trộn nhiều bảng mã chữ. Hãy lưu lại toàn bộ tệp ở dạng UTF-8.',
    'intake.problem.ENCODING_GUESSED':
      'Tệp không phải UTF-8 nên được đọc theo bảng mã {encoding}. Hãy kiểm tra dấu tiếng Việt trong bản xem trước.',
    'intake.problem.LEGACY_TEXT':
      'Chữ ở cột {columns} theo bảng mã cũ {charset} ({how, select, letters {nhận ra theo mặt chữ} other {theo phông {how}}}), đã được chuyển sang Unicode. Hãy kiểm tra dấu tiếng Việt trong bản xem trước.',
    'intake.problem.QUOTE_BROKEN': 'Sau dấu ngoặc kép đóng còn chữ. Hãy sửa dấu ngoặc kép ở dòng này.',
    'intake.problem.QUOTE_UNCLOSED':
      'Dấu ngoặc kép mở ở dòng này không được đóng. Hãy thêm dấu ngoặc kép đóng.',
    'intake.problem.JSON_INVALID':
      'Tệp JSON không đúng lược đồ ở “{path}” ({rule}). Hãy sửa theo lược đồ kh02-import.',
    'intake.problem.SHEET_SKIPPED': 'Trang này không có bảng số liệu nên được bỏ qua.',
    'intake.problem.SHEET_HIDDEN': 'Trang này bị ẩn nên không được đọc. Nếu cần, hãy bỏ ẩn rồi gửi lại.',
    'intake.problem.HEADER_NOT_FOUND':
      'Không tìm thấy dòng tiêu đề có cột mã hoặc tên đơn vị và cột số liệu. Hãy chọn dòng tiêu đề trên màn hình đọc tệp, hoặc dùng mẫu của Trung tâm.',
    'intake.problem.COLUMN_UNKNOWN':
      'Không hiểu cột “{header}”; cột được bỏ qua. Hãy gán ý nghĩa cho cột nếu cần.',
    'intake.problem.UNITS_ACROSS':
      'Các đơn vị của trang này đứng theo hàng ngang (dòng {units, number}): mỗi cột là một đơn vị, mỗi dòng một chỉ tiêu.',
    'intake.problemTitle.UNITS_ACROSS': 'Đơn vị đứng theo hàng ngang',
    'intake.problem.COLUMN_SUGGESTED': 'Cột “{header}” có thể là: {candidates}. Hãy chọn.',
    'intake.problem.COLUMN_TWICE': 'Cột “{header}” lặp lại ý nghĩa của cột {first}. Hãy bỏ một cột.',
    'intake.problem.TEMPLATE_FOREIGN':
      'Tệp lập từ mẫu “{template}” mà chương trình không biết; tệp được đọc như bảng thông thường.',
    'intake.problem.TEMPLATE_OTHER_CUT': 'Mẫu thuộc kỳ {cut}, khác kỳ được chọn {asked}.',
    'intake.problem.TEMPLATE_OTHER_RULES':
      'Mẫu lập theo bộ quy tắc số {template}, hiện dùng bộ số {current}.',
    'intake.problem.UNIT_MISSING': 'Dòng có số liệu nhưng không có mã và tên đơn vị. Hãy điền mã đơn vị.',
    'intake.problem.UNIT_UNKNOWN':
      'Không tìm thấy đơn vị mã “{code}”, tên “{name}”. Hãy kiểm tra với danh mục đơn vị hành chính.',
    'intake.problem.UNIT_AMBIGUOUS': 'Có nhiều đơn vị tên “{name}”: {candidates}. Hãy chọn một.',
    'intake.problem.UNIT_SUGGESTED':
      'Không có đơn vị nào viết đúng là “{name}”. Gần giống: {candidates}. Hãy xác nhận.',
    'intake.problem.UNIT_CODE_NAME_DIFFER':
      'Mã “{code}” và tên “{name}” chỉ hai đơn vị khác nhau: {candidates}. Hãy chọn một.',
    'intake.problem.UNIT_CODE_ZERO_LOST': 'Mã “{code}” mất số 0 ở đầu, được hiểu là {full} ({unit}).',
    'intake.problem.UNIT_KIND_OLD': 'Loại đơn vị đã đổi; được hiểu là {unit}.',
    'intake.problem.UNIT_OTHER_PROVINCE': '{unit} không thuộc tỉnh, thành phố của tệp này. Hãy bỏ dòng này.',
    'intake.problem.INDICATOR_UNKNOWN':
      'Không có chỉ tiêu “{text}”. {count, plural, =0 {Hãy kiểm tra với danh mục chỉ tiêu.} other {Gần giống: {candidates}.}}',
    'intake.problem.CUT_MISSING': 'Không biết số liệu thuộc kỳ nào. Hãy chọn kỳ số liệu cho tệp.',
    'intake.problem.CUT_IN_TITLE':
      'Không dòng nào ghi kỳ số liệu; phần tiêu đề ghi {text}. Số liệu của tệp thuộc kỳ nào?',
    'intake.problem.CUT_UNKNOWN':
      'Lịch không có kỳ số liệu “{text}” (chưa được lập, hoặc đã bị bỏ; “kh02 cut list” cho biết). Các kỳ gần nhất: {candidates}. Hãy chọn một kỳ trên màn hình hay sửa mã kỳ trong tệp; nếu kỳ ấy đúng, hãy thêm ở Kỳ và lịch hoặc bằng “kh02 cut add”.',
    'intake.problem.CUT_REMOVED':
      '{who} đã bỏ kỳ số liệu “{text}” khỏi lịch ngày {day}, lý do: {why}. Các kỳ gần nhất: {candidates}. Hãy chọn một kỳ trên màn hình hay sửa mã kỳ trong tệp; nếu vẫn cần kỳ ấy, hãy thêm lại ở Kỳ và lịch hoặc bằng “kh02 cut add”.',
    'intake.problem.CUT_OTHER': 'Dòng ghi kỳ {cut}, khác kỳ được chọn {asked}.',
    'intake.problem.CUT_NEW': 'Kỳ {cut} có trong lịch nhưng chưa mở, sẽ được mở khi ghi nhận.',
    'intake.problem.CUT_KIND_UNUSUAL':
      'Chỉ tiêu đầu ra thường báo cáo theo tháng; ở kỳ {cut} chúng được lưu nhưng chưa tham gia đánh giá.',
    'intake.problem.VALUE_MISSING': 'Ô trống. Hãy điền số liệu.',
    'intake.problem.VALUE_NOT_CRITERION': '“{value}” không phải Có/Không. Hãy ghi Có hoặc Không.',
    'intake.problem.VALUE_NOT_NUMBER': '“{value}” không phải số. Hãy ghi một số.',
    'intake.problem.VALUE_NOT_WHOLE': '“{value}” phải là số nguyên.',
    'intake.problem.VALUE_NEGATIVE': '“{value}” không được âm.',
    'intake.problem.VALUE_OUT_OF_RANGE': '“{value}” nằm ngoài khoảng cho phép. Tỷ lệ phải từ 0% đến 100%.',
    'intake.problem.VALUE_PERCENT_ASSUMED': '“{value}” được hiểu là phần trăm.',
    'intake.problem.VALUE_PERCENT_OR_FRACTION':
      '“{value}” có thể là {value}% hoặc là phân số lớn hơn 1. Hãy ghi “{value}%”, hoặc phân số từ 0 đến 1.',
    'intake.problem.VALUE_DIFFERS_FROM_PARTS':
      'Tỷ lệ ghi {stated, number, percent} khác với tỷ lệ tính từ tử số và mẫu số {computed, number, percent}; khi ghi, dùng tỷ lệ tính được.',
    'intake.problem.NUMERATOR_ABOVE_DENOMINATOR':
      'Tử số {numerator, number} lớn hơn mẫu số {denominator, number}. Hãy kiểm tra lại.',
    'intake.problem.DENOMINATOR_MISSING': 'Thiếu tử số hoặc mẫu số. Hãy điền đủ cả hai.',
    'intake.problem.PARTS_NOT_ASKED':
      'Chỉ tiêu này không phải tỷ lệ nên tử số, mẫu số ({value}) không có chỗ. Hãy ghi giá trị vào cột giá trị.',
    'intake.problem.DENOMINATOR_ZERO': 'Mẫu số bằng 0 nhưng tử số là {numerator, number}. Hãy kiểm tra lại.',
    'intake.problem.NOT_APPLICABLE_ASKED':
      'Ghi “không áp dụng” nhưng kế hoạch vẫn hỏi {indicator} ở đây: tính như chưa trả lời.',
    'intake.problem.CELL_FORMULA': 'Ô là công thức; dùng kết quả đã lưu trong tệp.',
    'intake.problem.CELL_FORMULA_NO_VALUE':
      'Ô là công thức chưa có kết quả. Hãy tính lại, dán dạng giá trị rồi gửi lại.',
    'intake.problem.CELL_ERROR': 'Ô báo lỗi {value}. Hãy sửa công thức hoặc ghi số.',
    'intake.problem.ROW_TWICE_SAME': 'Số liệu này đã có ở dòng {first} với cùng giá trị.',
    'intake.problem.ROW_TWICE_DIFFERENT':
      'Số liệu này đã có ở dòng {first} với giá trị khác. Hãy giữ một dòng.',
    'intake.problem.COMMUNES_MISSING':
      'Kỳ {cut} còn thiếu {count, number} xã, phường, đặc khu: {names}{count, plural, =1 {} other {…}}',
    'intake.problem.ALL_SAME_AS_BEFORE':
      'Cả {count, number} số liệu đều giống hệt kỳ trước. Có thể nơi gửi đã nộp lại báo cáo cũ.',
    'intake.problem.JUMP':
      'Chỉ tiêu “{indicator}” của {unit} thay đổi đột ngột so với kỳ trước: {kind, select, ratio {từ {before, number, percent} thành {now, number, percent}} other {từ {before, number} thành {now, number}}}. Hãy kiểm tra lại.',
    'intake.problem.FILE_SEEN_BEFORE': 'Tệp này đã được ghi nhận lúc {at} (lượt {run}).',
    'intake.problem.FILE_SEEN_CHANGES':
      'Tệp giống hệt đã được ghi nhận lúc {at} (lượt {run}), sau đó số liệu đã thay đổi. Ghi lại bây giờ sẽ thay đổi {count, number} mục. Có ghi lại không? (dòng lệnh: --again)',
    'intake.problem.INDICATOR_NOT_HELD':
      'Chỉ tiêu {indicator} không có trong kế hoạch vào ngày của kỳ {cut}{until, select, none { (áp dụng từ {from})} other { (ngừng từ {until})}}: số liệu được lưu nhưng không dùng để đánh giá.',
    'intake.problem.INDICATOR_OUT_OF_TURN':
      'Chỉ tiêu {indicator} hỏi {frequency, select, monthly {hằng tháng} quarterly {hằng quý} halfYearly {sáu tháng một lần} other {hằng năm}}, kỳ {cut} chưa đến lượt: số liệu được lưu nhưng không dùng để đánh giá. Nếu số liệu này của kỳ khác, hãy chọn lại kỳ.',
    'intake.problem.CUT_CLOSED': 'Kỳ {cut} đã chốt số liệu. Ghi nhận thêm là đính chính và phải nêu lý do.',

    'intake.template.title': 'Báo cáo số liệu thực hiện {plan}',
    'intake.template.subtitle': '{province} · kỳ số liệu {cut}',
    'intake.template.dataSheet': 'Số liệu',
    'intake.template.helpSheet': 'Hướng dẫn',
    'intake.template.code': 'Mã xã',
    'intake.template.name': 'Xã, phường, đặc khu',
    'intake.template.note': 'Ghi chú',
    'intake.template.yes': 'Có',
    'intake.template.no': 'Không',
    'intake.template.notApplicable': 'Không áp dụng',
    'intake.template.numerator': 'Số thực hiện',
    'intake.template.denominator': 'Tổng số',
    'intake.template.value': 'Số lượng',
    'intake.template.criterionTitle': 'Chọn một giá trị',
    'intake.template.criterionHelp': 'Chọn Có, Không hoặc Không áp dụng. Để trống nếu chưa có số liệu.',
    'intake.template.countTitle': 'Số nguyên',
    'intake.template.countHelp': 'Nhập số nguyên không âm. Để trống nếu chưa có số liệu.',
    'intake.template.errorTitle': 'Giá trị chưa đúng',
    'intake.template.lockedHelp':
      'Mã và tên đơn vị được khóa, đối chiếu với danh mục khi nhận. Xin không sửa.',
    'intake.template.help1': 'Tệp này dùng cho {province}, kỳ số liệu {cut}.',
    'intake.template.help2':
      'Chỉ nhập vào các ô màu trắng ở trang “Số liệu”. Không thêm, xóa, đổi chỗ dòng và cột.',
    'intake.template.help3':
      'Điều kiện cơ bản: chọn Có nếu xã đạt, Không nếu chưa đạt, Không áp dụng nếu không thuộc diện. Để trống nghĩa là chưa báo cáo.',
    'intake.template.help4':
      'Chỉ tiêu tỷ lệ: nhập Số thực hiện và Tổng số, chương trình tự tính tỷ lệ. Số thực hiện không lớn hơn Tổng số.',
    'intake.template.help5': 'Số không có phát sinh thì ghi 0. Ô trống không được hiểu là 0.',
    'intake.template.help6': 'Lưu ở dạng .xlsx, không đặt mật khẩu, không dùng macro, rồi gửi trước {due}.',
    'intake.template.definitions': 'Định nghĩa các chỉ tiêu',
    'intake.template.indicator': 'Chỉ tiêu',
    'intake.template.definition': 'Định nghĩa',

    'intake.reminder.nothing':
      'Kính gửi {province}: đến {now}, Trung tâm chưa nhận được số liệu kỳ {cut} (hạn {due}). Đề nghị gửi đủ {expected, number} xã, phường, đặc khu.',
    'intake.reminder.partial':
      'Kính gửi {province}: số liệu kỳ {cut} (hạn {due}) còn thiếu {missing, number}/{expected, number} xã, phường, đặc khu: {names}. Đề nghị bổ sung.',
    'intake.reminder.tasks': 'Còn {tasks, number} nhiệm vụ chưa có báo cáo tiến độ.',
    'intake.reminder.tasks.only':
      'Kính gửi {province}: kỳ {cut} (hạn {due}) còn {tasks, number} nhiệm vụ chưa có báo cáo tiến độ. Đề nghị bổ sung.',
  },
  en: {
    'intake.figure.empty': 'none',
    'intake.figure.notApplicable': 'Not applicable',
    'intake.figure.met': 'Yes',
    'intake.figure.notMet': 'No',
    'intake.figure.parts': '{value} ({numerator}/{denominator})',
    'intake.history.file': 'History of {indicator} of {unit}',
    'intake.history.row': 'Row',
    'intake.history.kind': 'Kind of source',
    'intake.history.through': 'through {file}',
    'intake.history.title': 'History of one figure',
    'intake.history.open': 'History',
    'intake.history.value': 'Value',
    'intake.history.source': 'Source',
    'intake.runs.kind.import': 'Import',
    'intake.runs.kind.correction': 'Correction',
    'intake.runs.kind.snapshot': 'From a .kh02 file',
    'intake.runs.kind.built-in': 'Built in',
    'intake.history.state.current': 'In force',
    'intake.history.state.replaced': 'Replaced',
    'intake.history.state.withdrawn': 'Withdrawn',
    'intake.runs.at': 'At',
    'intake.runs.who': 'Who',
    'intake.undo.reason': 'Reason',
    'intake.title': 'Data',
    'intake.drop.release': 'Release to check the files',
    'intake.drop.tooLarge':
      'The file “{file}” is larger than {limit, number} MB. Split it, one file for a province or a cut.',
    'intake.changes.row': 'row {row, number}',
    'intake.answer.unasked':
      'The file asks nothing with the key “{key}”, so the answer was not used. These can be answered: {known}.',
    'intake.answer.strange': 'The question “{key}” does not take the answer “{value}”. It takes: {known}.',
    'intake.answer.columns':
      'unitCode; unitName; province; provinceCode; district; cut; indicator; value:CODE; numerator:CODE; denominator:CODE; note:*; ignored',
    'intake.answer.units': 'the code of a unit',
    'intake.severity.error': 'Error',
    'intake.severity.warning': 'Warning',
    'intake.severity.question': 'Needs an answer',
    'intake.place.sheetRowColumn': 'Sheet “{sheet}”, cell {column}{row}',
    'intake.place.sheetRow': 'Sheet “{sheet}”, row {row}',
    'intake.place.sheet': 'Sheet “{sheet}”',
    'intake.place.row': 'Row {row}',

    'intake.limit.fileBytes': 'The file is larger than allowed. Split it, one file for a province or a cut.',
    'intake.limit.jsonBytes': 'The JSON file is larger than allowed. Split it or send CSV.',
    'intake.limit.htmlBytes':
      'The HTML page is larger than allowed. Open it with Excel and save it as .xlsx.',
    'intake.limit.htmlRows': 'The HTML page has too many rows. Open it with Excel and save it as .xlsx.',
    'intake.limit.rereadBytes':
      'The file has too many sheets for its size. Keep only those with figures, or save it as .xlsx.',
    'intake.limit.repeatedRows':
      'Equal rows are written once and repeated more often than allowed. Delete the spare rows and save again.',
    'intake.limit.archiveEntries': 'The workbook holds too many parts. Copy the figures into a new file.',
    'intake.limit.partBytes':
      'A part of the workbook inflates too far. Delete formatted empty rows and columns and save again.',
    'intake.limit.totalBytes':
      'The workbook inflates too far. Delete sheets that are not needed and save again.',
    'intake.limit.inflateRatio':
      'The workbook is compressed in an unusual way and may be hostile. Ask the sender for a new file.',
    'intake.limit.inflateRatioFromBytes': 'The compression of smaller parts is not looked at.',
    'intake.limit.nameBytes':
      'The name of a part of the workbook is too long. Save it again with Excel or LibreOffice.',
    'intake.limit.sheets': 'The file has too many sheets. Keep only those with figures.',
    'intake.limit.rows': 'The sheet has too many rows. Split the file.',
    'intake.limit.columns': 'A cell lies too far to the right. Delete spare columns and save again.',
    'intake.limit.cellCharacters': 'A cell holds too much text. Shorten it.',
    'intake.limit.rowBytes': 'A line is too long. Check the quotes and delimiters of the CSV file.',
    'intake.limit.depth': 'The file is nested too deeply and may be hostile. Ask the sender for a new file.',
    'intake.limit.sharedTexts': 'The workbook holds too many texts. Split the file.',
    'intake.limit.sharedCharacters': 'The workbook holds too much text. Split the file.',
    'intake.limit.tagDistance':
      'A cell of the workbook is unusually large and may be hostile. Ask the sender for a new file.',
    'intake.limit.unknownWords':
      'The file names too many units, indicators or cuts that the register does not know. Check that it is the right file and has the right columns.',
    'intake.limit.problemsKept': 'Only the first problems are listed; all are counted.',
    'intake.limit.questionsKept': 'Only the first questions are asked; the others follow their answers.',

    'intake.problem.FILE_EMPTY': 'The file is empty. Check it and send one with figures.',
    'intake.problem.FILE_NO_FIGURES':
      'The file has a table but no figure in it. Fill it in and send it again.',
    'intake.problem.FILE_KIND_UNKNOWN':
      'The file is of kind {kind}, not a spreadsheet (Excel, OpenDocument, HTML with a table), CSV or JSON. {kind, select, PDF {Figures in a PDF cannot be read for sure; send the workbook it was printed from.} PNG {A picture of a table cannot be read for sure; send the workbook itself.} JPEG {A picture of a table cannot be read for sure; send the workbook itself.} GIF {A picture of a table cannot be read for sure; send the workbook itself.} TIFF {A scan cannot be read for sure; send the workbook itself.} DOC {Copy the table from Word into Excel and send that.} RTF {Copy the table from Word into Excel and send that.} other {Save it as .xlsx.}}',
    'intake.problem.FILE_KIND_OLD_EXCEL':
      'The file is of a very old Excel (before Excel 5.0). Save it as .xlsx and send it again.',
    'intake.problem.FILE_KIND_SNAPSHOT':
      'This is a KH02 data file (.kh02), not a workbook. Open it under Data files to read it, compare it and bring it in.',
    'intake.problem.FILE_ENCRYPTED': 'The file has a password. Remove it and send the file again.',
    'intake.problem.FILE_UNREADABLE':
      'The file cannot be read: {reason, select, missing {there is none at this path} folder {this is a folder, not a file} denied {no permission} other {the disk or network reports an error}}. Check the path and try again.',
    'intake.problem.FILE_MACRO':
      'The file holds macros and is not accepted. Save it as .xlsx without macros.',
    'intake.problem.FILE_EXTENSION_WRONG':
      'The extension “{extension}” does not fit the content, {found}; the file was read by its content.',
    'intake.problem.FILE_DAMAGED':
      'The file is damaged or cut short (part {part}). Open it, save it and send it again.',
    'intake.problem.ARCHIVE_UNSAFE':
      'The workbook is built in an unsafe way ({reason, select, zip64 {zip64} method {unknown compression} path {a path to outside} duplicate {two parts of one name} overlap {overlapping parts} size {a false size} other {unknown}}). Ask the sender for a new file.',
    'intake.problem.LIMIT_EXCEEDED':
      'The file goes beyond the limit “{limit}” (allowed {allowed, number}, found {found, number}).',
    'intake.problem.XML_DOCTYPE':
      'The workbook declares a DOCTYPE, the sign of a hostile file. Ask the sender for a new file.',
    'intake.problem.NUL_BYTE': 'The text holds a NUL character and is no valid CSV. Export it again.',
    'intake.problem.ENCODING_MIXED': 'The file mixes text encodings. Save all of it as UTF-8.',
    'intake.problem.ENCODING_GUESSED':
      'The file is not UTF-8 and was read as {encoding}. Check the accents in the preview.',
    'intake.problem.LEGACY_TEXT':
      'Text in column {columns} is of the old alphabet {charset} ({how, select, letters {told by its letters} other {told by the font {how}}}) and was made Unicode. Check the accents in the preview.',
    'intake.problem.QUOTE_BROKEN': 'There is text behind a closing quote. Mend the quotes of this line.',
    'intake.problem.QUOTE_UNCLOSED':
      'A quote that opens on this line is never closed. Add the closing quote.',
    'intake.problem.JSON_INVALID':
      'The JSON breaks the schema at “{path}” ({rule}). Follow the schema kh02-import.',
    'intake.problem.SHEET_SKIPPED': 'This sheet holds no table of figures and was left out.',
    'intake.problem.SHEET_HIDDEN': 'This sheet is hidden and was not read. Unhide it if it is needed.',
    'intake.problem.HEADER_NOT_FOUND':
      'No header row with a unit and a figure was found. Choose the header rows on the screen of the file, or use the Center’s template.',
    'intake.problem.COLUMN_UNKNOWN':
      'The column “{header}” is not understood and was left out. Say what it means if needed.',
    'intake.problem.UNITS_ACROSS':
      'The units of this sheet stand from left to right (row {units, number}): a column is a unit, a row an indicator.',
    'intake.problemTitle.UNITS_ACROSS': 'Units stand across',
    'intake.problem.COLUMN_SUGGESTED': 'The column “{header}” may be: {candidates}. Choose.',
    'intake.problem.COLUMN_TWICE': 'The column “{header}” says the same as column {first}. Drop one.',
    'intake.problem.TEMPLATE_FOREIGN':
      'The template “{template}” is not known; the file was read as an ordinary table.',
    'intake.problem.TEMPLATE_OTHER_CUT': 'The template is of cut {cut}, not of the chosen {asked}.',
    'intake.problem.TEMPLATE_OTHER_RULES':
      'The template was made under rule set {template}; {current} is in force.',
    'intake.problem.UNIT_MISSING':
      'The row has figures but neither code nor name of a unit. Fill in the code.',
    'intake.problem.UNIT_UNKNOWN': 'No unit has code “{code}”, name “{name}”. Check the register.',
    'intake.problem.UNIT_AMBIGUOUS': 'Several units are called “{name}”: {candidates}. Choose one.',
    'intake.problem.UNIT_SUGGESTED': 'No unit is spelled “{name}”. Close to it: {candidates}. Confirm.',
    'intake.problem.UNIT_CODE_NAME_DIFFER':
      'Code “{code}” and name “{name}” are two units: {candidates}. Choose one.',
    'intake.problem.UNIT_CODE_ZERO_LOST':
      'Code “{code}” lost its leading zero and was read as {full} ({unit}).',
    'intake.problem.UNIT_KIND_OLD': 'The kind of the unit has changed; read as {unit}.',
    'intake.problem.UNIT_OTHER_PROVINCE':
      '{unit} does not belong to the province of this file. Remove the row.',
    'intake.problem.INDICATOR_UNKNOWN':
      'There is no indicator “{text}”. {count, plural, =0 {Check it with the list of indicators.} other {Close to it: {candidates}.}}',
    'intake.problem.CUT_MISSING':
      'It is not known which cut the figures belong to. Choose the cut of the file.',
    'intake.problem.CUT_IN_TITLE':
      'No row names a cut; the title says {text}. Which cut do the figures belong to?',
    'intake.problem.CUT_UNKNOWN':
      'The calendar has no cut “{text}” (it was never planned, or was removed; “kh02 cut list” tells). The nearest: {candidates}. Choose one on the screen or mend the code in the file; if it is right, add it on Cuts and calendar or with “kh02 cut add”.',
    'intake.problem.CUT_REMOVED':
      '{who} took cut “{text}” out of the calendar on {day}, reason: {why}. The nearest: {candidates}. Choose one on the screen or mend the code in the file; if it is needed after all, add it again on Cuts and calendar or with “kh02 cut add”.',
    'intake.problem.CUT_OTHER': 'The row names cut {cut}, not the chosen {asked}.',
    'intake.problem.CUT_NEW': 'Cut {cut} is planned and will open when this is taken in.',
    'intake.problem.CUT_KIND_UNUSUAL':
      'Outputs are reported by month; at cut {cut} they are kept but not judged.',
    'intake.problem.VALUE_MISSING': 'The cell is empty. Fill it in.',
    'intake.problem.VALUE_NOT_CRITERION': '“{value}” is not yes or no. Write Có or Không.',
    'intake.problem.VALUE_NOT_NUMBER': '“{value}” is no number. Write one.',
    'intake.problem.VALUE_NOT_WHOLE': '“{value}” has to be a whole number.',
    'intake.problem.VALUE_NEGATIVE': '“{value}” must not be negative.',
    'intake.problem.VALUE_OUT_OF_RANGE': '“{value}” is out of range. A rate lies between 0% and 100%.',
    'intake.problem.VALUE_PERCENT_ASSUMED': '“{value}” was read as a percentage.',
    'intake.problem.VALUE_PERCENT_OR_FRACTION':
      '“{value}” may be {value}%, or a fraction above 1. Write “{value}%”, or a fraction from 0 to 1.',
    'intake.problem.VALUE_DIFFERS_FROM_PARTS':
      'The stated rate {stated, number, percent} differs from the computed {computed, number, percent}; the computed one is used when it is taken in.',
    'intake.problem.NUMERATOR_ABOVE_DENOMINATOR':
      'The numerator {numerator, number} is above the denominator {denominator, number}. Check it.',
    'intake.problem.DENOMINATOR_MISSING': 'Numerator or denominator is missing. Give both.',
    'intake.problem.PARTS_NOT_ASKED':
      'This indicator is no share, so numerator and denominator ({value}) have no place. Write its value into the column of values.',
    'intake.problem.DENOMINATOR_ZERO':
      'The denominator is 0 but the numerator is {numerator, number}. Check it.',
    'intake.problem.NOT_APPLICABLE_ASKED':
      'It says ‘not applicable’, but the plan does ask {indicator} here: it counts as unanswered.',
    'intake.problem.CELL_FORMULA': 'The cell is a formula; its saved result is used.',
    'intake.problem.CELL_FORMULA_NO_VALUE':
      'The cell is a formula without a result. Recalculate, paste as values and send again.',
    'intake.problem.CELL_ERROR': 'The cell shows the error {value}. Mend the formula or write a number.',
    'intake.problem.ROW_TWICE_SAME': 'This figure stands in row {first} already, with the same value.',
    'intake.problem.ROW_TWICE_DIFFERENT':
      'This figure stands in row {first} already, with another value. Keep one.',
    'intake.problem.COMMUNES_MISSING':
      'Cut {cut} lacks {count, number} communes: {names}{count, plural, =1 {} other {…}}',
    'intake.problem.ALL_SAME_AS_BEFORE':
      'All {count, number} figures equal the cut before. The sender may have sent the old report again.',
    'intake.problem.JUMP':
      '“{indicator}” of {unit} leaps against the cut before: {kind, select, ratio {from {before, number, percent} to {now, number, percent}} other {from {before, number} to {now, number}}}. Check it.',
    'intake.problem.FILE_SEEN_BEFORE': 'This file was committed before, at {at} (run {run}).',
    'intake.problem.FILE_SEEN_CHANGES':
      'The very same file was committed at {at} (run {run}), and figures have changed since. Taking it in again would change {count, plural, =1 {1 item} other {# items}}. Take it in again? (command line: --again)',
    'intake.problem.INDICATOR_NOT_HELD':
      'Indicator {indicator} is not in the plan on the day of cut {cut}{until, select, none { (it begins on {from})} other { (it was retired on {until})}}: the figures are kept, and nothing is judged by them.',
    'intake.problem.INDICATOR_OUT_OF_TURN':
      'Indicator {indicator} is asked {frequency, select, monthly {monthly} quarterly {quarterly} halfYearly {half-yearly} other {yearly}}, and cut {cut} is not its turn: the figures are kept, and nothing is judged by them. Where they are of another cut, choose that one.',
    'intake.problem.CUT_CLOSED': 'Cut {cut} is closed. What is taken now is a correction and needs a reason.',

    'intake.template.title': 'Report of figures under {plan}',
    'intake.template.subtitle': '{province} · cut {cut}',
    'intake.template.dataSheet': 'Figures',
    'intake.template.helpSheet': 'Instructions',
    'intake.template.code': 'Commune code',
    'intake.template.name': 'Commune, ward, special zone',
    'intake.template.note': 'Note',
    'intake.template.yes': 'Yes',
    'intake.template.no': 'No',
    'intake.template.notApplicable': 'Not applicable',
    'intake.template.numerator': 'Done',
    'intake.template.denominator': 'Total',
    'intake.template.value': 'Value',
    'intake.template.criterionTitle': 'Choose a value',
    'intake.template.criterionHelp':
      'Choose Yes, No or Not applicable. Leave empty when there is no figure yet.',
    'intake.template.countTitle': 'Whole number',
    'intake.template.countHelp': 'A whole number, not negative. Leave empty when there is no figure yet.',
    'intake.template.errorTitle': 'Not a valid value',
    'intake.template.lockedHelp':
      'Codes and names are locked and compared with the register. Please leave them.',
    'intake.template.help1': 'This file is for {province}, cut {cut}.',
    'intake.template.help2':
      'Fill in the white cells of the sheet “Figures” only. Do not add, delete or move rows and columns.',
    'intake.template.help3':
      'Criteria: Yes when met, No when not, Not applicable when it does not concern the commune. Empty means not reported.',
    'intake.template.help4': 'Rates: give Done and Total, the rate is computed. Done cannot exceed Total.',
    'intake.template.help5': 'Write 0 where nothing occurred. An empty cell is not read as 0.',
    'intake.template.help6': 'Save as .xlsx, without password or macros, and send it before {due}.',
    'intake.template.definitions': 'Definitions',
    'intake.template.indicator': 'Indicator',
    'intake.template.definition': 'Definition',

    'intake.reminder.nothing':
      'To {province}: as of {now} the Center has received no figures for cut {cut} (due {due}). Please send all {expected, number} communes.',
    'intake.reminder.partial':
      'To {province}: the figures for cut {cut} (due {due}) lack {missing, number} of {expected, number} communes: {names}. Please send them.',
    'intake.reminder.tasks': '{tasks, plural, one {# task has} other {# tasks have}} not been reported on.',
    'intake.reminder.tasks.only':
      'To {province}: for cut {cut} (due {due}) {tasks, plural, one {# task has} other {# tasks have}} not been reported on. Please report.',
  },
} as const;
