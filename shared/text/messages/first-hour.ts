/** The steps from an empty workspace to the first collected week. */
export const firstHour = {
  vi: {
    'firstHour.count': 'xong {done} trong {total}',
    'firstHour.lead':
      'Không gian làm việc thật bắt đầu với kế hoạch, danh mục đơn vị và bộ quy tắc, không có số liệu dựng sẵn. Năm bước dưới đây đưa đến tuần báo cáo đầu tiên; mỗi bước tự biết đã xong hay chưa.',
    'firstHour.lead.done': 'Năm bước đầu tiên đã xong. Từ đây số liệu được theo dõi theo lịch báo cáo.',
    'firstHour.next': 'Tiếp theo: {step}',
    'firstHour.hide': 'Ẩn',
    'firstHour.isDone': 'Đã xong',
    'firstHour.isOpen': 'Chưa xong',
    'firstHour.wall': 'Màn hình lớn',
    'firstHour.people': 'Ghi người làm việc, xem lại kế hoạch và đơn vị',
    'firstHour.people.open':
      'Có sẵn {provinces, number} tỉnh, thành phố; {communes, number} xã, phường, đặc khu; {indicators, number} điều kiện và chỉ tiêu. Ghi họ tên, chức danh ở Cài đặt: tên này đi cùng mọi việc được làm.',
    'firstHour.people.done':
      '{who}. {provinces, number} tỉnh, thành phố; {communes, number} xã, phường, đặc khu; {indicators, number} điều kiện và chỉ tiêu.',
    'firstHour.calendar': 'Mở kỳ báo cáo đầu tiên',
    'firstHour.calendar.open':
      'Kỳ là mốc để 34 tỉnh cùng gửi số liệu. Kỳ đầu tiên mở theo lịch báo cáo, hoặc khi tệp đầu tiên của kỳ đó được nạp.',
    'firstHour.calendar.begun': '{cut} đã mở, đang chờ số liệu; hạn {due}.',
    'firstHour.calendar.done': '{cut}, số liệu đến {time}.',
    'firstHour.templates': 'Gửi biểu mẫu cho 34 tỉnh, chọn thư mục nhận tệp',
    'firstHour.templates.open':
      'Mỗi tỉnh một tệp Excel có sẵn mã xã và chỗ điền. Chọn thêm một thư mục nhận: tệp chép vào đó được kiểm tra ngay.',
    'firstHour.templates.folder': 'Tệp được nhận ở {folder}.',
    'firstHour.file': 'Nạp tệp đầu tiên',
    'firstHour.file.open':
      '{waiting, plural, =0 {Kéo thả tệp của một tỉnh vào cửa sổ này: tệp được kiểm tra trước, chưa ghi gì.} other {# tệp đang chờ trong Hộp đến.}}',
    'firstHour.file.done': '{file}, ghi lúc {time}.',
    'firstHour.safety': 'Sao lưu và màn hình lớn',
    'firstHour.safety.open':
      'Chương trình tự sao lưu mỗi ngày khi đang chạy. Sao lưu ngay một bản, nên chép thêm ra ổ khác; rồi mở màn hình lớn cho phòng trực.',
    'firstHour.safety.done': '{count, number} bản sao lưu, mới nhất lúc {time}. Nên chép thêm ra ổ khác.',
  },
  en: {
    'firstHour.count': '{done} of {total} done',
    'firstHour.lead':
      'A real workspace begins with the plan, the list of units and a rule set, and no figures made up. The five steps below lead to the first reported week; each knows by itself whether it is done.',
    'firstHour.lead.done':
      'The five first steps are done. From here on figures are followed by the reporting calendar.',
    'firstHour.next': 'Next: {step}',
    'firstHour.hide': 'Hide',
    'firstHour.isDone': 'Done',
    'firstHour.isOpen': 'Not done yet',
    'firstHour.wall': 'Wall display',
    'firstHour.people': 'Say who works here, look over plan and units',
    'firstHour.people.open':
      'There are {provinces, number} provinces and cities, {communes, number} communes, {indicators, number} criteria and indicators. Write name and office in Settings: they go with everything that is done.',
    'firstHour.people.done':
      '{who}. {provinces, number} provinces and cities, {communes, number} communes, {indicators, number} criteria and indicators.',
    'firstHour.calendar': 'Open the first reporting cut',
    'firstHour.calendar.open':
      'A cut is the moment for which the 34 provinces report together. The first one opens by the reporting calendar, or when its first file is taken in.',
    'firstHour.calendar.begun': '{cut} is open and waits for figures, due {due}.',
    'firstHour.calendar.done': '{cut}, data to {time}.',
    'firstHour.templates': 'Send the templates to 34 provinces, choose a folder for their files',
    'firstHour.templates.open':
      'One Excel file a province, with the codes of its communes and the cells to fill in. Choose a folder too: files copied there are checked at once.',
    'firstHour.templates.folder': 'Files are taken from {folder}.',
    'firstHour.file': 'Take in the first file',
    'firstHour.file.open':
      '{waiting, plural, =0 {Drop the file of a province into this window: it is checked first, nothing is written.} other {# files wait in the inbox.}}',
    'firstHour.file.done': '{file}, taken in at {time}.',
    'firstHour.safety': 'Backups and the wall display',
    'firstHour.safety.open':
      'The program makes a backup each day while it runs. Make one now and copy it to another disk; then open the wall display for the duty room.',
    'firstHour.safety.done':
      '{count, plural, one {# backup} other {# backups}}, the newest of {time}. Copy one to another disk too.',
  },
} as const;
