/** One sentence for every code of `shared/contract/errors.ts`: what is wrong, and what to do about it. */
export const errors = {
  vi: {
    'error.UNIT_SEVERAL': '“{text}” có thể là nhiều đơn vị, hãy ghi mã của một đơn vị: {units}.',
    'error.UNIT_UNKNOWN':
      'Không có đơn vị hành chính mang mã “{code}”. Mã tỉnh có 2 chữ số, mã xã có 5 chữ số, cả nước là VN; hãy kiểm tra lại mã, và kỳ số liệu: các xã, phường, đặc khu có từ 01/07/2025.',
    'error.CUT_UNKNOWN':
      '{why, select, near {Không có kỳ số liệu “{cut}”. Các kỳ gần nhất: {nearest}.} numbered {Không có kỳ “{cut}”: tuần được gọi theo ngày báo cáo, không theo số thứ tự. Các kỳ gần nhất: {nearest}.} other {Không có kỳ số liệu “{cut}”. Hãy dùng mã kỳ (ví dụ week-2025-07-28, month-2025-07), một ngày (28/07/2025) hoặc một tháng (07/2025) từ kỳ đầu tiên trở đi; các kỳ: “kh02 cut list” hoặc “Kỳ và lịch”.}}',
    'error.TASK_UNKNOWN': 'Không có nhiệm vụ mang mã “{code}”. Hãy xem mã trong danh sách nhiệm vụ.',
    'error.INDICATOR_UNKNOWN': 'Không có chỉ tiêu mang mã “{code}”. Hãy xem mã trong danh sách chỉ tiêu.',
    'error.CATEGORY_UNKNOWN':
      'Không có loại khó khăn, vướng mắc mang mã “{code}” trên máy này. Hãy xin nơi gửi lập lại tệp bằng cùng một bản KH02 Center.',
    'error.PLAN_INVALID':
      'Kế hoạch có {count, number} chỗ chưa dùng được nên chưa có hiệu lực. Hãy sửa các chỗ được nêu.',
    'error.PLAN_CHANGED':
      'Soạn từ bản {base, number}, nay đã có bản {newest, number} nên chưa có gì được ghi. Hãy mở lại kế hoạch và nhập lại thay đổi.',
    'error.PLAN_UNCHANGED':
      'Không có gì khác bản sửa đổi {newest, number} nên không tạo bản mới. Hãy sửa kế hoạch rồi lưu.',
    'error.PLAN_DATE':
      'Bản {newest, number} có hiệu lực từ ngày {day}. Hãy chọn từ ngày ấy trở đi, không phải {from}.',
    'error.PLAN_FILE_REFUSED':
      'Không đọc được tệp kế hoạch {file}: {why, select, tooLarge {lớn hơn 20 MB} damaged {sổ tính hỏng, hãy lưu lại bằng Excel} newer {định dạng mới hơn bản này, hãy cập nhật chương trình} version {{version, select, none {không ghi phiên bản của định dạng} other {ghi phiên bản {version} của định dạng, chưa từng có phiên bản ấy}}; chương trình đọc phiên bản {read, number}, hãy lấy tệp do chương trình xuất ra làm mẫu} other {không phải tệp kế hoạch, hãy lấy tệp do chương trình xuất ra làm mẫu}}.',
    'error.UNIT_FILE_REFUSED':
      'Không đọc được tệp thay đổi đơn vị {file}: {why, select, tooLarge {lớn hơn mọi nghị quyết} empty {không có dòng nào} damaged {tệp hỏng, hãy lưu lại} newer {định dạng mới hơn bản này, hãy cập nhật chương trình} version {{version, select, none {không ghi phiên bản của định dạng} other {ghi phiên bản {version} của định dạng, chưa từng có phiên bản ấy}}; chương trình đọc phiên bản {read, number}, hãy lấy tệp do chương trình xuất ra làm mẫu} other {không có bảng thay đổi đơn vị, hãy lấy mẫu bằng kh02 units template}}.',
    'error.UNIT_FILE_PROBLEMS':
      'Tệp {file} có {count, number} chỗ chưa dùng được nên chưa có đơn vị nào thay đổi. Hãy sửa các chỗ được nêu.',
    'error.UNIT_ACT_UNKNOWN':
      'Không có văn bản thay đổi đơn vị “{id}” đang áp dụng. Hãy xem mã bằng kh02 units acts.',
    'error.UNIT_ACT_HELD':
      'Không hoàn tác được {document}: {why, select, figures {đơn vị mới đã có số liệu hoặc báo cáo} closed {đã chốt kỳ từ ngày áp dụng} other {có văn bản áp dụng sau}}. Hãy nạp một văn bản thay đổi ngược lại.',
    'error.UNIT_ENDED':
      '{unit} không nhận số liệu của kỳ {cut}: {into, select, empty {hết hiệu lực từ {date}} other {từ {date} thuộc {into}}}. Hãy xin tệp mới theo đơn vị mới.',
    'error.RULES_INVALID':
      'Bộ quy tắc có {count, number} chỗ không dùng được nên chưa được lưu. Hãy sửa các ngưỡng được đánh dấu rồi lưu lại.',
    'error.ALERT_UNKNOWN': 'Không có cảnh báo mang mã “{id}”. Hãy mở lại từ danh sách cảnh báo.',
    'error.ALERT_UNTIL_PAST':
      'Ngày hết tiếp nhận {until} đã qua so với kỳ của bức tranh. Hãy chọn ngày từ kỳ đó trở đi.',
    'error.PERSON_UNKNOWN':
      'Chưa biết ai làm việc này. Hãy nêu tên một lần cho máy này: kh02 who "Họ và tên", hoặc thêm --who.',
    'error.RULE_VERSION_UNKNOWN': 'Không có bộ quy tắc phiên bản {version}.',
    'error.RUN_UNKNOWN':
      'Không có lượt nạp số liệu “{run}” đang có hiệu lực. Hãy xem mã lượt trong danh sách các lượt nạp.',
    'error.IMPORT_UNKNOWN': 'Bản xem trước “{id}” không còn. Hãy chọn lại tệp.',
    'error.IMPORT_NOT_READY':
      'Tệp còn {errors, number} lỗi và {questions, number} câu hỏi nên chưa được ghi nhận. Hãy sửa, trả lời, hoặc chỉ nhận các số liệu hợp lệ.',
    'error.IMPORT_SEEN':
      'Tệp giống hệt “{file}” đã được ghi lúc {at}, sau đó số liệu đã thay đổi: ghi lại bây giờ sẽ thay đổi {changes, number} mục. Hãy xem phần thay đổi và xác nhận ghi lại (dòng lệnh: --again), hoặc bỏ tệp.',
    'error.CUT_CLOSED': 'Kỳ số liệu {cut} đã chốt. Mọi thay đổi là đính chính và phải nêu lý do.',
    'error.RECIPE_UNKNOWN': 'Không có công thức đọc tên “{name}”. Hiện có: {known}.',
    'error.RECIPE_NOTHING':
      'Chưa có lựa chọn nào ở trang “{sheet}” để lưu thành công thức. Hãy chọn tiêu đề, ý nghĩa cột hoặc trả lời câu hỏi trước.',
    'error.RECIPE_OTHER': 'Công thức “{name}” là của nơi gửi khác hoặc loại bảng khác. Hãy đặt tên khác.',
    'error.RECIPE_SHAPE':
      'Nơi gửi này đã có công thức “{other}” cho đúng tiêu đề này. Hãy lưu thành bản mới của “{other}”, hoặc bỏ công thức ấy trước.',
    'error.RECIPE_TAKEN': 'Tên “{name}” đã dùng cho một công thức khác, có thể đã bỏ. Hãy đặt tên khác.',
    'error.RECIPE_FILE': 'Tệp không phải là công thức đọc của KH02, hoặc sai ở “{where}”.',
    'error.STAFF_FULL':
      'Danh sách cán bộ có nhiều nhất {most, number} người. Hãy bỏ những người không còn làm rồi thêm.',
    'error.STAFF_UNKNOWN': 'Không có ai tên {name} trong danh sách cán bộ.',
    'error.CUT_CLOSE_EARLY':
      'Kỳ {cut} đến {due} mới hết hạn và mới có {inProvinces, number}/{provinces, number} tỉnh, thành phố gửi đủ; chốt thì {kind, select, month {màu vận hành của các kỳ từ đó dựa trên tháng này} other {kỳ này là bức tranh mà mọi nơi mở ra}}. Nếu vẫn muốn chốt, hãy thêm --early.',
    'error.CUT_CLOSE_POOR':
      'Kỳ {cut} mới có {inProvinces, number}/{provinces, number} tỉnh, thành phố gửi đủ, {share} số liệu; chốt thì {kind, select, month {màu vận hành của các kỳ từ đó dựa trên tháng này} other {kỳ này là bức tranh mà mọi nơi mở ra}}. Đợi thêm, hoặc nếu vẫn muốn chốt: thêm --anyway, hay đánh dấu “Vẫn chốt” trên màn hình.',
    'error.CUT_NOT_CLOSED': 'Kỳ số liệu {cut} chưa chốt nên không có gì để mở lại.',
    'error.CUT_UNPLANNED':
      'Lịch không có kỳ số liệu “{cut}”. Các kỳ gần nhất: {nearest}. Có thể thêm kỳ ở màn hình Kỳ và lịch hoặc bằng lệnh kh02 cut add.',
    'error.CUT_TOO_FAR': 'Kỳ số liệu {cut} ở quá xa: chỉ thêm được kỳ trong vòng {days} ngày tới.',
    'error.CUT_DUE_EARLY':
      'Hạn {due} trước khi kỳ {cut} kết thúc ({asOf}): chưa ai có thể gửi đủ số liệu. Hãy chọn hạn từ lúc đó trở đi.',
    'error.CUT_EXISTS': 'Kỳ số liệu {cut} đã mở rồi.',
    'error.CUT_OVERLAPS':
      'Kỳ {cut} (từ {from} đến {to}) trùng ngày với {others}, nên chưa được thêm: số liệu của cùng một ngày sẽ nằm ở hai kỳ. Nếu vẫn cần kỳ này, hãy thêm --overlap, hoặc chọn “Vẫn thêm” trên màn hình.',
    'error.CUT_NOT_EMPTY':
      'Kỳ số liệu {cut} không trống nên không bỏ được: {figures} số liệu, {reports} báo cáo nhiệm vụ, {runs} lần nạp, {acts} lần xử lý cảnh báo.',
    'error.CUT_ALREADY_CLOSED': 'Kỳ số liệu {cut} đã được {who} chốt lúc {at}.',
    'error.CUT_NOT_BEGUN': 'Kỳ số liệu {cut} chưa bắt đầu (từ ngày {start}) nên chưa chốt được.',
    'error.CUT_NOT_OPEN':
      'Kỳ số liệu {cut} chưa mở (từ ngày {start}), chưa có gì để nhắc hay chốt. Mở sớm: “kh02 cut add {cut}” hoặc “Kỳ và lịch”.',
    'error.ENTRY_CUT_PLANNED':
      'Kỳ số liệu {cut} chưa mở (từ ngày {start}) nên chưa nhập được. Mở sớm: “Kỳ và lịch”.',
    'error.ENTRY_CHANGED':
      'Bản nháp, số liệu hoặc kỳ đã thay đổi sau khi xem. Chưa có gì được ghi; hãy xem lại.',
    'error.ENTRY_EMPTY': 'Bản nháp không có ô nào nên không có gì để ghi.',
    'error.CALENDAR_INVALID': 'Lịch chưa hợp lệ: {field}.',
    'error.PICTURE_STANDS':
      'Kỳ {cut} không phải là bức tranh, hoặc vẫn đủ 80% số tỉnh và số liệu, nên không có gì để trở lại. Hãy xem lại dải thông báo trên màn hình.',
    'error.PICTURE_FIRST': 'Trước kỳ {cut} chưa có kỳ nào đủ để làm bức tranh. Hãy nạp thêm số liệu.',
    'error.NO_DATA':
      '{why, select, before {Kỳ {cut} đứng trước kỳ tuần đầu tiên nên chưa có màu nào ở thời điểm ấy; số liệu của chính tháng ấy, gồm số tỉnh báo chung, xem ở “Chỉ tiêu”; các kỳ tuần sau dùng tháng khi đã đủ. Xem tình hình gửi: “kh02 submissions --cut {cut}”, hoặc “Số liệu”.} months {Mới có số liệu của tháng, chưa có kỳ tuần hay thời điểm nào. Hãy đặt lịch hoặc thêm một kỳ ở “Kỳ và lịch”.} calendar {Lịch chưa có kỳ số liệu nào. Hãy đặt lịch hoặc thêm một kỳ ở “Kỳ và lịch”.} other {Chưa có số liệu của kỳ nào. Hãy nạp một tệp số liệu; kỳ đang mở xem ở “Kỳ và lịch”.}}',
    'error.INPUT_INVALID': 'Dữ liệu gửi vào không đúng quy định: {problem}. Hãy sửa rồi thử lại.',
    'error.OPTION_MISSING': 'Thiếu tùy chọn {option}. Hãy chạy với --help để xem cách dùng.',
    'error.OPTION_UNKNOWN': 'Tùy chọn không đúng: {option}. Hãy chạy với --help để xem cách dùng.',
    'error.DATA_FOLDER_UNWRITABLE':
      'Không ghi được vào thư mục dữ liệu {folder}: thư mục hoặc ổ đĩa chỉ đọc, hay thiếu quyền ghi. Hãy cấp quyền ghi, hoặc chọn thư mục khác bằng --data hay biến môi trường KH02_DATA. Có không gian làm việc ở đó thì vẫn xem được bằng “kh02 status”, sao lưu ra nơi khác bằng “kh02 backup --to”.',
    'error.DATABASE_FOREIGN':
      'Tệp {file} không phải cơ sở dữ liệu của KH02 Center nên được giữ nguyên. Hãy chuyển tệp đó đi nơi khác, hoặc chọn thư mục khác bằng --data.',
    'error.DATABASE_DAMAGED':
      'Cơ sở dữ liệu {file} bị hỏng và được giữ nguyên. Hãy xem các bản sao lưu bằng “kh02 check --data {folder}”, rồi khôi phục bằng “kh02 restore latest --data {folder}” (tệp hỏng được giữ lại).',
    'error.DATABASE_NEWER':
      'Cơ sở dữ liệu {file} do phiên bản mới hơn tạo ra (lược đồ {found, number}, bản này chỉ biết đến {known, number}). Hãy cài phiên bản mới của KH02 Center, hoặc chọn thư mục khác bằng --data.',
    'error.DATABASE_BUSY':
      'Một tiến trình khác của KH02 Center đang ghi vào {file}. Hãy đợi việc đó xong rồi thử lại.',
    'error.DATABASE_VANISHED':
      'Không thấy cơ sở dữ liệu {file} hoặc tệp không có gì, trong khi thư mục này đã từng có số liệu (còn thấy: {left}). Chưa có gì được ghi. {count, plural, =0 {Không có bản sao lưu nào trong {backups}; hãy đưa tệp trở lại} other {Hãy khôi phục từ # bản sao lưu trong {backups} bằng “kh02 restore latest --data {folder}”, hoặc đưa tệp trở lại}}; nếu thật sự muốn bắt đầu lại từ đầu, hãy chạy một lần với --begin-anew.',
    'error.DATABASE_MOVED':
      'Tệp cơ sở dữ liệu {file} đã bị chuyển đi, bị xóa hoặc bị thay trong khi chương trình đang chạy, nên không ghi thêm gì nữa. Hãy đưa đúng tệp đó (cùng các tệp -wal, -shm) trở lại, hoặc đóng chương trình rồi mở lại.',
    'error.WORKSPACE_MISSING':
      'Thư mục {folder} chưa có không gian làm việc nên chưa có gì được ghi. Hãy tạo bằng “kh02 workspace new”, hoặc chọn đúng thư mục bằng --data.',
    'error.WORKSPACE_EXISTS':
      'Thư mục {folder} đã có một không gian làm việc và được giữ nguyên. Hãy mở nó, hoặc chọn thư mục khác.',
    'error.WORKSPACE_NOT_REAL':
      'Không gian làm việc {folder} là số liệu minh họa nên không có bản thực hành. Hãy tạo bản thực hành từ một không gian làm việc thật.',
    'error.WORKSPACE_PRACTICE':
      '{folder} là bản thực hành nên không có gì được chuyển sang nơi làm việc thật. Hãy chọn không gian làm việc khác.',
    'error.WORKSPACE_ELSEWHERE':
      'Từ đây không mở được không gian làm việc khác. Hãy chạy “npm start -- --data {folder}”.',
    'error.FOLDER_NOT_EMPTY':
      'Thư mục {folder} đã có tệp khác nên được giữ nguyên. Hãy chọn một thư mục trống hoặc một tên mới.',
    'error.PRACTICE_DATA':
      'Tệp {file} do một bản thực hành lập ra nên không được nhận vào nơi làm việc thật. Hãy xin tệp từ nơi làm việc thật, hoặc nạp tệp này vào một bản thực hành.',
    'error.ILLUSTRATIVE_ONLY':
      'Tệp {file} chỉ có số liệu minh họa ({count, number} mục) nên không có gì được nhận vào nơi làm việc thật. Hãy nạp tệp có số liệu thật.',
    'error.RESTORE_OTHER_WORKSPACE':
      'Bản sao lưu {file} là của một không gian làm việc minh họa hoặc thực hành nên không được khôi phục vào nơi làm việc thật; chưa có gì thay đổi. Hãy chọn một bản sao lưu của chính nơi này.',
    'error.BACKUP_UNKNOWN':
      'Không có bản sao lưu {name} trong {folder}. Hãy xem danh sách bằng “kh02 backup --list” hoặc trong Cài đặt.',
    'error.BACKUP_NONE':
      '{count, plural, =0 {Chưa có bản sao lưu nào trong {folder}.} =1 {Bản sao lưu duy nhất trong {folder} bị hỏng hoặc không đầy đủ; “kh02 check” cho biết vì sao.} other {Cả # bản sao lưu trong {folder} đều hỏng hoặc không đầy đủ; “kh02 check” cho biết vì sao từng bản.}} Chưa có gì thay đổi. Nếu có bản cất ở nơi khác, hãy khôi phục bằng “kh02 restore TỆP”.',
    'error.BACKUP_UNUSABLE':
      'Bản sao lưu {file} bị hỏng hoặc không đầy đủ nên không dùng được; chưa có gì thay đổi. Hãy chọn bản trước đó.',
    'error.RESTORE_ELSEWHERE':
      'Chương trình này không tự khôi phục được. Hãy đóng mọi cửa sổ rồi chạy “kh02 restore {name}”.',
    'error.RESTORE_BUSY':
      'KH02 Center đang chạy trên thư mục {folder}. Hãy khôi phục trong Cài đặt của nó, hoặc đóng nó lại rồi chạy lại lệnh.',
    'error.PORT_IN_USE':
      'Cổng {port} đang được chương trình khác sử dụng. Hãy chọn cổng khác bằng --port, hoặc --port 0 để lấy một cổng bất kỳ còn trống.',
    'error.RENDERER_MISSING':
      'Chưa có giao diện trong {folder} và không dựng được. Hãy chạy “npm ci” rồi “npm run build”.',
    'error.FOLDER_MISSING': 'Không có thư mục {folder}. Hãy tạo thư mục hoặc chọn nơi lưu khác.',
    'error.FILE_UNWRITABLE':
      'Không ghi được tệp {file}. Hãy kiểm tra quyền ghi của thư mục hoặc chọn nơi lưu khác.',
    'error.FILE_BUSY':
      'Tệp {file} đang được một chương trình khác mở. Hãy đóng tệp đó hoặc lưu với tên khác, rồi thử lại.',
    'error.DISK_FULL':
      'Ổ đĩa không còn đủ chỗ để ghi {file}. Hãy giải phóng dung lượng hoặc chọn ổ đĩa khác.',
    'error.FILE_UNREADABLE':
      'Không đọc được tệp {file}. Hãy kiểm tra đường dẫn và quyền đọc, hoặc cắm lại thiết bị chứa tệp.',
    'error.BRAND_REFUSED': `{reason, select,
      contrast {Chữ bằng màu này khó đọc trên nền trắng: độ tương phản {found}, cần ít nhất {least}. Hãy chọn màu đậm hơn.}
      kind {Biểu trưng phải là tệp PNG, JPEG hoặc SVG.}
      size {Biểu trưng quá nhỏ, quá lớn hoặc quá dẹt: mỗi cạnh từ 16 đến 4096 điểm ảnh, cạnh dài không quá 12 lần cạnh ngắn, SVG không quá 512 KB.}
      active {Biểu trưng SVG có nội dung ngoài hình vẽ (mã lệnh, liên kết hoặc hình nhúng). Hãy lưu lại thành PNG.}
      other {Tệp biểu trưng bị hỏng, không đọc được. Hãy lưu lại thành PNG.}}`,
    'error.JOB_FAILED': `{place, select,
      page {Việc làm tệp đã dừng ở trang {step} trong {total, number} trang, “{title}”}
      file {Việc làm các tệp đã dừng ở tệp {step}}
      other {Việc này đã dừng giữa chừng}}{reason, select, memory {: hết bộ nhớ dành cho nó} other {: có lỗi trong chương trình}}. {place, select, page {Hãy bỏ trang đó ra rồi làm lại,} other {Hãy làm lại; nếu vẫn dừng,}} và báo cho người phát triển kèm nội dung này ({detail}).`,
    'error.PART_MALFORMED':
      'Không ghi tệp vì phần “{part}” của tệp không đúng dạng XML, các chương trình khác sẽ không mở được. Hãy bỏ ký tự lạ khỏi tiêu đề, ghi chú và tên gọi rồi làm lại, và báo cho người phát triển kèm nội dung này ({problem}).',
    'error.DECK_REFUSED': `{reason, select,
      foreign {Tệp {file} không phải là bản trình chiếu do KH02 Center làm ra (hoặc các dấu nhận biết đã mất, chẳng hạn vì đã lưu qua Google Slides). Hãy chọn bản trình chiếu xuất từ mục Báo cáo.}
      newer {Bản trình chiếu {file} do một phiên bản KH02 Center mới hơn làm ra. Hãy cập nhật chương trình rồi thử lại.}
      damaged {Bản trình chiếu {file} đã bị hỏng, không đọc được. Hãy lấy lại bản gốc, hoặc mở bằng PowerPoint rồi lưu lại.}
      encrypted {Bản trình chiếu {file} đặt mật khẩu hoặc ở định dạng cũ (.ppt). Hãy bỏ mật khẩu và lưu dưới dạng .pptx.}
      unsafe {Không mở bản trình chiếu {file}: cấu trúc tệp không an toàn. Hãy hỏi lại người gửi.}
      large {Bản trình chiếu {file} quá lớn hoặc giải nén ra quá lớn (tối đa 200 MB, giải nén 400 MB). Hãy bỏ bớt hình, phim rồi thử lại.}
      macros {Bản trình chiếu {file} có macro nên không được mở. Hãy lưu dưới dạng .pptx không có macro.}
      same {Không ghi đè lên chính bản trình chiếu {file} đang được làm mới. Hãy chọn tên tệp khác.}
      other {Không làm mới được bản trình chiếu {file}.}}`,
    'error.SNAPSHOT_REFUSED': 'Không mở được tệp số liệu {file}. {why}',
    'error.SNAPSHOT_TARGET_UNFIT': `{reason, select,
      ending {Tên tệp số liệu phải tận cùng bằng “.kh02”, còn đây là {file}. Hãy thêm đuôi “.kh02” vào tên tệp.}
      other {Ở {file} đã có một thứ khác, không phải tệp số liệu KH02, nên không ghi đè lên. Hãy chọn tên tệp khác.}}`,
    'error.SNAPSHOT_NOT_OPEN':
      'Tệp số liệu này không còn mở (chương trình đã khởi động lại hoặc tệp đã được đóng). Hãy mở lại tệp.',
    'error.SNAPSHOT_READ_ONLY':
      'Đang xem một tệp số liệu chỉ đọc nên không thay đổi được gì. Hãy trở về số liệu của máy này rồi làm lại.',
    'error.SNAPSHOTS_TOO_MANY':
      'Đã mở {limit, number} tệp số liệu cùng lúc. Hãy đóng bớt một tệp rồi mở tệp này.',
    'error.UPLOAD_UNKNOWN': 'Tệp gửi lên không còn ở đây. Hãy chọn lại tệp.',
    'error.KEY_MISSING':
      'Máy này chưa có khóa ký. Hãy tạo khóa ở mục Tệp số liệu, hoặc bằng “kh02 key make --name TÊN”.',
    'error.KEY_EXISTS':
      'Máy này đã có khóa ký “{name}”. Nếu thật sự muốn thay, hãy chọn thay khóa (--replace); khóa cũ được giữ lại bên cạnh.',
    'error.KEY_DAMAGED':
      'Tệp khóa ký {file} của máy này bị hỏng hoặc không đọc được. Hãy chép lại tệp từ bản sao lưu, hoặc tạo khóa mới để thay (dòng lệnh: kh02 key make --name TÊN --replace); tệp hỏng được giữ lại bên cạnh.',
    'error.KEY_INVALID':
      'Khóa trong {file} không dùng được: không đúng dạng hoặc bị hỏng. Hãy xin lại tệp khóa công khai.',
    'error.KEY_NAME_IN_USE':
      'Đã có một khóa khác được tin cậy dưới tên “{name}”. Hãy đặt tên khác, hoặc bỏ tin cậy khóa kia trước.',
    'error.PASSPHRASE_WRONG':
      'Mật khẩu của khóa ký không đúng hoặc còn thiếu. Hãy nhập lại (dòng lệnh: biến môi trường KH02_PASSPHRASE).',
    'error.CANCELLED': 'Việc này đã được dừng theo yêu cầu.',
    'error.unexpected':
      'Có lỗi ngoài dự kiến trong chương trình: {detail}. Hãy báo cho người phát triển kèm nội dung này.',
  },
  en: {
    'error.UNIT_SEVERAL': '“{text}” may mean several units, give the code of one: {units}.',
    'error.UNIT_UNKNOWN':
      'There is no administrative unit with the code “{code}”. Province codes have 2 digits, commune codes 5, the country is VN; check the code, and the cut: communes are there from 01/07/2025.',
    'error.CUT_UNKNOWN':
      '{why, select, near {There is no cut “{cut}”. The nearest: {nearest}.} numbered {There is no cut “{cut}”: a week is called by the day of its report, not by a number. The nearest: {nearest}.} other {There is no cut “{cut}”. Use a cut code (for example week-2025-07-28, month-2025-07), a day (28/07/2025) or a month (07/2025) on or after the first cut; “kh02 cut list” or “Cuts and calendar” names them.}}',
    'error.TASK_UNKNOWN': 'There is no task with the code “{code}”. Look the code up in the list of tasks.',
    'error.INDICATOR_UNKNOWN':
      'There is no indicator with the code “{code}”. Look the code up in the list of indicators.',
    'error.CATEGORY_UNKNOWN':
      'This machine has no category of difficulties with the code “{code}”. Ask the sender to make the file with the same version of KH02 Center.',
    'error.PLAN_INVALID':
      'The plan has {count, plural, one {# place} other {# places}} that cannot be used, so it was not put in force. Look at the preview, mend what it names and try again.',
    'error.PLAN_CHANGED':
      'This draft was made from revision {base, number}, but revision {newest, number} is in force by now. Open the plan again and enter the change; nothing was written.',
    'error.PLAN_UNCHANGED':
      'Nothing differs from revision {newest, number}, so no revision was made. Change the plan before saving it.',
    'error.PLAN_DATE':
      '{from} lies before {day}, from when on revision {newest, number} holds. Choose {day} or a later day.',
    'error.PLAN_FILE_REFUSED':
      'The plan file {file} cannot be read: {why, select, tooLarge {larger than 20 MB} damaged {the workbook is damaged, save it again with Excel} newer {its format is newer than this version, update the program} version {{version, select, none {it states no version of its format} other {it states version {version} of its format, and there never was one}}; the program reads version {read, number}, take a file that it wrote as a pattern} other {it is no plan file, take one that the program exported as a pattern}}.',
    'error.UNIT_FILE_REFUSED':
      'The file of changed units {file} cannot be read: {why, select, tooLarge {larger than any resolution} empty {it has no row} damaged {it is damaged, save it again} newer {its format is newer than this program, update it} version {{version, select, none {it states no version of its format} other {it states version {version} of its format, and there never was one}}; the program reads version {read, number}, take a file that it wrote as a pattern} other {it has no table of changed units, take the template of kh02 units template}}.',
    'error.UNIT_FILE_PROBLEMS':
      '{file} has {count, number} places that cannot be used, so no unit has changed. Mend the places named.',
    'error.UNIT_ACT_UNKNOWN': 'No document that changes units is in force as “{id}”. See kh02 units acts.',
    'error.UNIT_ACT_HELD':
      '{document} cannot be taken back: {why, select, figures {its new units have figures or reports} closed {a cut from its day on has been closed} other {a later document builds on it}}. Take in a document that does the opposite.',
    'error.UNIT_ENDED':
      '{unit} takes no figures of {cut}: {into, select, empty {it ended on {date}} other {it is in {into} since {date}}}. Ask for a file of the new unit.',
    'error.RULES_INVALID':
      'The rule set has {count, plural, one {# place} other {# places}} that cannot be used, so it was not saved. Mend the marked thresholds and save again.',
    'error.ALERT_UNKNOWN': 'There is no alert with the id “{id}”. Open it again from the list of alerts.',
    'error.ALERT_UNTIL_PAST':
      'The last day of the acknowledgement, {until}, lies before the cut of the picture. Choose the day of that cut or a later one.',
    'error.PERSON_UNKNOWN':
      'Nobody is known to do this. Say once for this machine who you are: kh02 who "Full name"; or add --who "Full name" to the command.',
    'error.RULE_VERSION_UNKNOWN': 'There is no rule set of version {version}.',
    'error.RUN_UNKNOWN': 'There is no import run “{run}” in force. Look up its id in the list of runs.',
    'error.IMPORT_UNKNOWN': 'The preview “{id}” is gone. Choose the file again.',
    'error.IMPORT_NOT_READY':
      'The file has {errors, number} errors and {questions, number} questions and was not committed. Mend or answer them, or take the valid figures only.',
    'error.IMPORT_SEEN':
      'The very same file “{file}” was committed at {at}, and figures have changed since: taking it in again would change {changes, plural, =1 {1 item} other {# items}}. Look at the changes and confirm it (command line: --again), or discard the file.',
    'error.CUT_CLOSED': 'Cut {cut} is closed. Every change is a correction and needs a reason.',
    'error.RECIPE_UNKNOWN': 'There is no recipe called “{name}”. There are: {known}.',
    'error.RECIPE_NOTHING':
      'Nothing has been said of sheet “{sheet}” that a recipe could keep. Choose a header, say what columns are, or answer a question first.',
    'error.RECIPE_OTHER':
      'The recipe “{name}” is that of another sender or kind of table. Choose another name.',
    'error.RECIPE_SHAPE':
      'This sender has the recipe “{other}” for this very header. Save it as the next version of “{other}”, or remove that one first.',
    'error.RECIPE_TAKEN':
      'Another recipe is called “{name}”, or was before it was removed. Choose another name.',
    'error.RECIPE_FILE': 'The file is no recipe of KH02, or wrong at “{where}”.',
    'error.STAFF_FULL':
      'The list of staff holds {most, number} people at most. Take off who has left, then add.',
    'error.STAFF_UNKNOWN': 'Nobody called {name} is on the list of staff.',
    'error.CUT_CLOSE_EARLY':
      'Cut {cut} is due {due}, and {inProvinces, number} of {provinces, number} provinces are in; {kind, select, month {closed, operating colours rest on it} other {closed, it becomes what everybody sees}}. To close it nevertheless, add --early.',
    'error.CUT_CLOSE_POOR':
      'Of cut {cut} {inProvinces, number} of {provinces, number} provinces are in, with {share} of what is owed; {kind, select, month {closed, operating colours rest on it} other {closed, it becomes what everybody sees}}. Wait, or to close it nevertheless add --anyway, or check “Close it anyway” on the screen.',
    'error.CUT_NOT_CLOSED': 'Cut {cut} is not closed, so there is nothing to reopen.',
    'error.CUT_UNPLANNED':
      'The calendar has no cut “{cut}”. The nearest: {nearest}. A cut can be added on the screen Cuts and calendar or with kh02 cut add.',
    'error.CUT_TOO_FAR': 'Cut {cut} is too far away: only cuts of the next {days} days can be added.',
    'error.CUT_DUE_EARLY':
      '{due} lies before the end of cut {cut} ({asOf}), when nobody can have sent all of it yet. Choose that hour or a later one.',
    'error.CUT_EXISTS': 'Cut {cut} has opened already.',
    'error.CUT_OVERLAPS':
      'Cut {cut} (from {from} to {to}) shares days with {others} and was not added: what is reported of one day would lie in two cuts. If you need it all the same, add --overlap, or choose “Add it all the same” on the screen.',
    'error.CUT_NOT_EMPTY':
      'Cut {cut} is not empty and cannot be removed: {figures} figures, {reports} task reports, {runs} imports, {acts} acts on alerts.',
    'error.CUT_ALREADY_CLOSED': '{who} closed cut {cut} at {at}.',
    'error.CUT_NOT_BEGUN': 'Cut {cut} has not begun (it starts on {start}) and cannot be closed yet.',
    'error.CUT_NOT_OPEN':
      'Cut {cut} is planned and has not opened (it starts on {start}): there is nothing to remind of or to close. Open it: “kh02 cut add {cut}” or “Cuts and calendar”.',
    'error.ENTRY_CUT_PLANNED':
      'Cut {cut} is not open yet (from {start}), so nothing can be entered. Wait for it, or open it early on “Cuts and calendar”.',
    'error.ENTRY_CHANGED':
      'The draft, a figure in force or the state of the cut has changed since it was looked at. Nothing was written; look again, then commit.',
    'error.ENTRY_EMPTY': 'The draft holds no cell, so there is nothing to commit.',
    'error.CALENDAR_INVALID': 'The calendar is not valid: {field}.',
    'error.PICTURE_STANDS':
      'Cut {cut} is not the picture, or still has 80% of the provinces and figures, so there is nothing to go back from. Look at the strip on the screen again.',
    'error.PICTURE_FIRST': 'No cut before {cut} ever had enough to be the picture. Import more figures.',
    'error.NO_DATA':
      '{why, select, before {Cut {cut} lies before the first week, so nothing has a colour at that time; what the month itself says, provinces’ own figures among it, stands in “Indicators”; the weeks after it use it once enough has come. What has come: “kh02 submissions --cut {cut}”, or “Data”.} months {Figures of months only have come, and there is no week or moment. Set the calendar or add a cut in “Cuts and calendar”.} calendar {The calendar has no cut. Set it or add a cut in “Cuts and calendar”.} other {There are no figures of any cut yet. Import a data file; “Cuts and calendar” names the open cuts.}}',
    'error.INPUT_INVALID': 'The input is not as it must be: {problem}. Correct it and try again.',
    'error.OPTION_MISSING': 'The option {option} is missing. Run with --help to see how it is used.',
    'error.OPTION_UNKNOWN': 'Wrong option: {option}. Run with --help to see how it is used.',
    'error.DATA_FOLDER_UNWRITABLE':
      'The data folder {folder} cannot be written: the folder or its disk is read-only, or permission is missing. Grant write permission, or choose another folder with --data or the environment variable KH02_DATA. A workspace that is there can still be seen with “kh02 status” and backed up elsewhere with “kh02 backup --to”.',
    'error.DATABASE_FOREIGN':
      'The file {file} is not a KH02 Center database and was left as it is. Move it elsewhere, or choose another folder with --data.',
    'error.DATABASE_DAMAGED':
      'The database {file} is damaged and was left as it is. See the backups with “kh02 check --data {folder}”, then restore with “kh02 restore latest --data {folder}” (the damaged file is kept).',
    'error.DATABASE_NEWER':
      'The database {file} was made by a newer version (schema {found, number}, this version knows up to {known, number}). Install the newer KH02 Center, or choose another folder with --data.',
    'error.DATABASE_BUSY':
      'Another process of KH02 Center is writing to {file}. Wait until it has finished and try again.',
    'error.DATABASE_VANISHED':
      'The database {file} is missing or empty, although there have been data in this folder (there still is: {left}). Nothing was written. {count, plural, =0 {There is no backup in {backups}; put the file back} one {Restore from the backup in {backups} with “kh02 restore latest --data {folder}”, or put the file back} other {Restore from # backups in {backups} with “kh02 restore latest --data {folder}”, or put the file back}}; if you really want to begin anew, start once with --begin-anew.',
    'error.DATABASE_MOVED':
      'The database file {file} was moved, deleted or replaced while the program was running, so nothing more is written. Put that file back (with its files -wal and -shm), or close the program and start it again.',
    'error.WORKSPACE_MISSING':
      'There is no workspace in {folder} yet, so nothing was written. Make one with "kh02 workspace new", or choose the right folder with --data.',
    'error.WORKSPACE_EXISTS':
      'There is a workspace in {folder} already; it was left as it is. Open it, or choose another folder.',
    'error.WORKSPACE_NOT_REAL':
      'The workspace {folder} holds illustrative data, of which there are no practice copies. Make one of a real workspace.',
    'error.WORKSPACE_PRACTICE':
      '{folder} is a practice copy, of which nothing is taken over into a real workspace. Choose another workspace.',
    'error.WORKSPACE_ELSEWHERE':
      'Another workspace cannot be opened from here. Run "npm start -- --data {folder}".',
    'error.FOLDER_NOT_EMPTY':
      'There are other files in {folder}, which was left as it is. Choose an empty folder or a new name.',
    'error.PRACTICE_DATA':
      'The file {file} was made of a practice copy and is not taken into a real workspace. Ask for a file of the real one, or import this one into a practice copy.',
    'error.ILLUSTRATIVE_ONLY':
      'The file {file} holds illustrative data only ({count, number} items), so nothing was taken into the real workspace. Import a file with real data.',
    'error.RESTORE_OTHER_WORKSPACE':
      'The backup {file} is of an illustrative workspace or a practice copy and is not restored into a real one; nothing was changed. Choose a backup of this workspace.',
    'error.BACKUP_UNKNOWN':
      'There is no backup {name} in {folder}. See the list with “kh02 backup --list” or in the settings.',
    'error.BACKUP_NONE':
      '{count, plural, =0 {There is no backup in {folder} yet.} one {The only backup in {folder} is damaged or incomplete; “kh02 check” says why.} other {All # backups in {folder} are damaged or incomplete; “kh02 check” says why of each.}} Nothing has changed. If there is one elsewhere, restore it with “kh02 restore FILE”.',
    'error.BACKUP_UNUSABLE':
      'The backup {file} is damaged or incomplete and cannot be used; nothing has changed. Choose the one before it.',
    'error.RESTORE_ELSEWHERE':
      'This program cannot restore by itself. Close every window and run “kh02 restore {name}”.',
    'error.RESTORE_BUSY':
      'KH02 Center is running on the folder {folder}. Restore in its settings, or close it and run the command again.',
    'error.PORT_IN_USE':
      'Port {port} is in use by another program. Choose another one with --port, or --port 0 for any free port.',
    'error.RENDERER_MISSING':
      'The user interface is missing in {folder} and could not be built. Run “npm ci” and then “npm run build”.',
    'error.FOLDER_MISSING': 'There is no folder {folder}. Create it or choose another place.',
    'error.FILE_UNWRITABLE':
      'The file {file} cannot be written. Check the permissions of its folder or choose another place.',
    'error.FILE_BUSY':
      'The file {file} is open in another program. Close it there or choose another name, then try again.',
    'error.DISK_FULL':
      'There is no room left on the disk for {file}. Free some space or choose another disk.',
    'error.FILE_UNREADABLE':
      'The file {file} cannot be read. Check the path and the read permission, or plug its device in again.',
    'error.BRAND_REFUSED': `{reason, select,
      contrast {Words in this colour are hard to read on white: contrast {found}, at least {least} is needed. Choose a darker colour.}
      kind {A logo must be a PNG, JPEG or SVG file.}
      size {The logo is too small, too large or too flat: sides of 16 to 4096 pixels, the long one at most 12 times the short one, SVG at most 512 KB.}
      active {The SVG logo holds more than a drawing (scripts, links or embedded pictures). Save it as PNG.}
      other {The logo is damaged and cannot be read. Save it as PNG.}}`,
    'error.JOB_FAILED': `{place, select,
      page {The file was given up at page {step} of {total, number}, “{title}”}
      file {The files were given up at {step}}
      other {This was given up half way}}{reason, select, memory {: its memory ran out} other {: something went wrong in the program}}. {place, select, page {Take that page out and try again,} other {Try again; if it fails again,}} and report this text to the developers ({detail}).`,
    'error.PART_MALFORMED':
      'The file was not written because its part “{part}” is no well-formed XML, so other programs could not open it. Take unusual characters out of titles, notes and names and try again, and report this text to the developers ({problem}).',
    'error.DECK_REFUSED': `{reason, select,
      foreign {The file {file} is no deck made by KH02 Center (or its marks are lost, for example by saving it in Google Slides). Choose a deck exported from the Briefing screen.}
      newer {The deck {file} was made by a newer version of KH02 Center. Update the program and try again.}
      damaged {The deck {file} is damaged and cannot be read. Get the original again, or open it in PowerPoint and save it.}
      encrypted {The deck {file} has a password or is of the old kind (.ppt). Take the password off and save it as .pptx.}
      unsafe {The deck {file} is not opened: its structure is not safe. Ask its sender.}
      large {The deck {file} is too large or inflates to too much (at most 200 MB, 400 MB inflated). Take out pictures or films and try again.}
      macros {The deck {file} holds macros and is not opened. Save it as .pptx without macros.}
      same {The deck {file} that is renewed is never overwritten. Choose another file name.}
      other {The deck {file} cannot be renewed.}}`,
    'error.SNAPSHOT_REFUSED': 'The data file {file} is not opened. {why}',
    'error.SNAPSHOT_TARGET_UNFIT': `{reason, select,
      ending {The name of a data file ends with “.kh02”, but this is {file}. Add “.kh02” to the file name.}
      other {Something else that is no KH02 data file lies at {file} already and is not overwritten. Choose another file name.}}`,
    'error.SNAPSHOT_NOT_OPEN':
      'This data file is no longer open (the program was restarted or the file was closed). Open the file again.',
    'error.SNAPSHOT_READ_ONLY':
      'You are looking at a read-only data file, so nothing can be changed. Go back to the data of this machine and try again.',
    'error.SNAPSHOTS_TOO_MANY':
      '{limit, number} data files are open already. Close one of them, then open this one.',
    'error.UPLOAD_UNKNOWN': 'The file that was sent is no longer here. Choose the file again.',
    'error.KEY_MISSING':
      'This machine has no signing key yet. Make one under Data files, or with “kh02 key make --name NAME”.',
    'error.KEY_EXISTS':
      'This machine already has the signing key “{name}”. If you really want another one, choose to replace it (--replace); the old one is kept beside it.',
    'error.KEY_DAMAGED':
      'The file {file} with this machine’s signing key is damaged or cannot be read. Copy it back from a backup, or make a new key in its place (command line: kh02 key make --name NAME --replace); the damaged file is kept beside it.',
    'error.KEY_INVALID':
      'The key in {file} cannot be used: it is not of the right form or damaged. Ask for the public key file again.',
    'error.KEY_NAME_IN_USE':
      'Another key is already trusted under the name “{name}”. Choose another name, or stop trusting the other key first.',
    'error.PASSPHRASE_WRONG':
      'The passphrase of the signing key is wrong or missing. Enter it again (command line: environment variable KH02_PASSPHRASE).',
    'error.CANCELLED': 'This was stopped as asked.',
    'error.unexpected':
      'Something unexpected went wrong in the program: {detail}. Please report this text to the developers.',
  },
} as const;
