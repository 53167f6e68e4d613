/** The watched folder: its screen, what its reports say, why a file waits or goes back. */
export const watch = {
  vi: {
    'error.INBOX_FULL':
      'Hộp đến đã có {limit, number} tệp chờ. Hãy ghi hoặc bỏ bớt ở mục Số liệu rồi gửi lại.',
    'error.WATCH_OFF':
      'Chưa chọn thư mục nào để theo dõi. Hãy chọn ở mục Số liệu, hoặc bằng “kh02 watch THƯ-MỤC”.',
    'error.WATCH_FOLDER_UNFIT':
      'Không theo dõi được {folder}: đó là gốc ổ đĩa hoặc nằm trong thư mục dữ liệu của chương trình. Hãy chọn một thư mục riêng cho các tệp gửi đến.',
    'watch.title': 'Thư mục theo dõi',
    'watch.note':
      'Tệp chép vào thư mục này được kiểm tra ngay khi đã chép xong; sau đó được chuyển sang thư mục con “da-nhan” hoặc “tra-lai” cùng một tệp báo kết quả.',
    'watch.state.off': 'Chưa chọn thư mục',
    'watch.state.paused': 'Đang tạm dừng',
    'watch.state.watching': 'Đang theo dõi',
    'watch.state.stopped': 'Đang vướng, sẽ tự tiếp tục',
    'watch.state.elsewhere': 'Được theo dõi khi chương trình chạy',
    'watch.folder': 'Thư mục',
    'watch.folder.hint': 'Đường dẫn đầy đủ trên máy này hoặc trên ổ mạng.',
    'watch.folder.choose': 'Chọn thư mục…',
    'watch.policy': 'Tệp đọc được thì',
    'watch.policy.inbox': 'Chờ trong hộp đến',
    'watch.policy.inbox.hint': 'Mọi tệp đọc được chờ người xem và ghi; tệp không đọc được bị trả lại.',
    'watch.policy.clean': 'Tự ghi tệp sạch',
    'watch.policy.clean.hint':
      'Tệp không có lỗi, không có câu hỏi, thuộc kỳ đã biết và chưa chốt được ghi ngay; tệp có lỗi được trả lại kèm ô đánh dấu; còn lại chờ trong hộp đến.',
    'watch.person': 'Người chịu trách nhiệm',
    'watch.start': 'Theo dõi thư mục này',
    'watch.other': 'Chọn thư mục khác…',
    'watch.pause': 'Tạm dừng',
    'watch.resume': 'Tiếp tục',
    'watch.forget': 'Ngừng theo dõi',
    'watch.cancel': 'Hủy',
    'watch.since': 'từ {at}, {who}',
    'watch.lookedAt': 'Xem lần cuối lúc {at}',
    'watch.current': 'Đang xử lý “{file}”',
    'watch.growing': '{count, number} tệp đang chép dở hoặc vừa đến',
    'watch.chosen': 'Đang theo dõi {folder}.',
    'watch.files': 'Các tệp thư mục đã nhận',
    'watch.files.none': 'Thư mục chưa nhận tệp nào',
    'watch.files.none.hint': 'Tệp khóa, tệp ẩn và tệp tải dở được bỏ qua.',
    'watch.files.when': 'Lúc',
    'watch.files.outcome': 'Kết quả',
    'watch.files.place': 'Nơi lưu',
    'watch.files.moving': 'chưa chuyển được',
    'watch.outcome.waiting': 'Chờ trong hộp đến',
    'watch.outcome.committed': 'Đã ghi',
    'watch.outcome.duplicate': 'Đã nhận trước đó',
    'watch.outcome.rejected': 'Trả lại',
    'watch.outcome.discarded': 'Không ghi',
    'watch.who': '{who} (thư mục theo dõi)',
    'watch.reason.questions': 'Có {count, number} câu hỏi cần người trả lời.',
    'watch.reason.look': 'Có điểm cần người xem lại trước khi ghi (xem phần Đối chiếu).',
    'watch.reason.errors': 'Có {count, number} lỗi phải sửa.',
    'watch.reason.nothing': 'Không có số liệu nào ghi được. Hãy điền số liệu vào tệp rồi gửi lại.',
    'watch.reason.closed': 'Kỳ số liệu đã chốt: ghi vào là đính chính, cần nêu lý do.',
    'watch.reason.newCut': 'Kỳ số liệu chưa mở: cần người xác nhận.',
    'watch.reason.seen':
      'Tệp giống hệt (“{file}”) đã được ghi lúc {at}; không có gì thay đổi nên không ghi lần nữa.',
    'watch.reason.seenChanges':
      'Tệp giống hệt (“{file}”) đã được ghi lúc {at}, sau đó số liệu đã thay đổi; ghi lại sẽ thay đổi {count, number} số liệu: cần người quyết định.',
    'watch.reason.twin': 'Tệp giống hệt (“{file}”) đang chờ trong hộp đến.',
    'watch.problem.missing':
      'Không thấy {path}. Hãy kiểm tra thư mục còn đó và ổ đĩa mạng còn kết nối; chương trình tự tiếp tục khi thấy lại.',
    'watch.problem.forbidden':
      'Không có quyền đọc hoặc ghi {path}. Hãy cấp quyền cho tài khoản đang chạy chương trình; chương trình tự tiếp tục sau đó.',
    'watch.problem.occupied':
      'Ở {path} có một tệp hoặc liên kết, không phải thư mục. Hãy đổi tên hoặc bỏ nó đi; chương trình tự lập thư mục và tiếp tục.',
    'watch.problem.busy': '{path} đang mở ở chương trình khác. Hãy đóng tệp; chương trình tự thử lại.',
    'watch.problem.unreachable':
      'Thư mục {path} không dùng được lúc này ({detail}). Hãy kiểm tra mạng và ổ đĩa; chương trình tự thử lại.',
    'watch.problem.silent': 'Thư mục {path} không trả lời. Hãy kiểm tra mạng; chương trình vẫn đang đợi.',
    'watch.problem.unexpected': 'Chưa xử lý được {path}: {detail}. Chương trình sẽ thử lại.',
    'watch.report.duplicate': 'TỆP ĐÃ NHẬN TRƯỚC ĐÓ',
    'watch.report.returned': 'TỆP ĐƯỢC TRẢ LẠI',
    'watch.report.at': 'Thời điểm: {at}',
    'watch.report.discarded': 'Người trực đã xem và không ghi tệp này.',
    'watch.report.more': '… và {count, number} lỗi khác, được đánh dấu trong tệp “-can-sua.xlsx” nếu có.',
  },
  en: {
    'error.INBOX_FULL':
      '{limit, number} files wait in the inbox already. Commit or discard some under Data and send again.',
    'error.WATCH_OFF':
      'No folder is chosen to be watched. Choose one under Data, or with “kh02 watch FOLDER”.',
    'error.WATCH_FOLDER_UNFIT':
      '{folder} cannot be watched: it is the root of a disk or lies in the program’s own data folder. Choose a folder of its own for the files that are sent.',
    'watch.title': 'Watched folder',
    'watch.note':
      'Files copied into this folder are checked as soon as they are complete, then moved to its subfolders “da-nhan” (taken in) or “tra-lai” (given back) with a report beside them.',
    'watch.state.off': 'No folder chosen',
    'watch.state.paused': 'Paused',
    'watch.state.watching': 'Watching',
    'watch.state.stopped': 'Held up, goes on by itself',
    'watch.state.elsewhere': 'Watched while the application runs',
    'watch.folder': 'Folder',
    'watch.folder.hint': 'Full path on this machine or on a network drive.',
    'watch.folder.choose': 'Choose a folder…',
    'watch.policy': 'Readable files',
    'watch.policy.inbox': 'Wait in the inbox',
    'watch.policy.inbox.hint':
      'Every readable file waits for a person; one that cannot be read is given back.',
    'watch.policy.clean': 'Take clean files in',
    'watch.policy.clean.hint':
      'Files without errors and questions, of a known and open cut, are taken in at once; files with errors are given back with their cells marked; the rest waits in the inbox.',
    'watch.person': 'Who answers for it',
    'watch.start': 'Watch this folder',
    'watch.other': 'Another folder…',
    'watch.pause': 'Pause',
    'watch.resume': 'Resume',
    'watch.forget': 'Stop watching',
    'watch.cancel': 'Cancel',
    'watch.since': 'since {at}, {who}',
    'watch.lookedAt': 'Last looked at {at}',
    'watch.current': 'Working on “{file}”',
    'watch.growing':
      '{count, plural, one {# file is} other {# files are}} still being copied or has just come',
    'watch.chosen': 'Watching {folder}.',
    'watch.files': 'Files the folder brought',
    'watch.files.none': 'The folder has brought nothing yet',
    'watch.files.none.hint': 'Lock files, hidden files and unfinished downloads are passed over.',
    'watch.files.when': 'At',
    'watch.files.outcome': 'Outcome',
    'watch.files.place': 'Kept as',
    'watch.files.moving': 'not moved yet',
    'watch.outcome.waiting': 'Waits in the inbox',
    'watch.outcome.committed': 'Taken in',
    'watch.outcome.duplicate': 'Received before',
    'watch.outcome.rejected': 'Given back',
    'watch.outcome.discarded': 'Not taken in',
    'watch.who': '{who} (watched folder)',
    'watch.reason.questions': '{count, plural, one {# question needs} other {# questions need}} an answer.',
    'watch.reason.look': 'Something of it is to be looked at before it goes in (see its proof).',
    'watch.reason.errors': '{count, plural, one {# error has} other {# errors have}} to be mended.',
    'watch.reason.nothing':
      'There is no figure in it that could be taken in. Fill in the figures and send it again.',
    'watch.reason.closed': 'The cut is closed: taking it in is a correction and needs a reason.',
    'watch.reason.newCut': 'The cut has not opened yet: somebody has to confirm it.',
    'watch.reason.seen':
      'The very same file (“{file}”) was taken in at {at}; nothing has changed, so it is not taken in again.',
    'watch.reason.seenChanges':
      'The very same file (“{file}”) was taken in at {at} and figures have changed since; taking it in again would change {count, plural, one {# figure} other {# figures}}: somebody has to decide.',
    'watch.reason.twin': 'The very same file (“{file}”) waits in the inbox.',
    'watch.problem.missing':
      '{path} is not there. Check that the folder exists and the network drive is connected; work goes on by itself once it is back.',
    'watch.problem.forbidden':
      '{path} may not be read or written. Give the account that runs this program the permission; work goes on by itself then.',
    'watch.problem.occupied':
      '{path} is a file or a link, not a folder. Rename or remove it; the program makes the folder and goes on by itself.',
    'watch.problem.busy': '{path} is open in another program. Close it; it is tried again by itself.',
    'watch.problem.unreachable':
      'The folder {path} cannot be used now ({detail}). Check the network and the disk; it is tried again by itself.',
    'watch.problem.silent':
      'The folder {path} does not answer. Check the network; the program is still waiting.',
    'watch.problem.unexpected': '{path} could not be dealt with yet: {detail}. It is tried again.',
    'watch.report.duplicate': 'FILE RECEIVED BEFORE',
    'watch.report.returned': 'FILE GIVEN BACK',
    'watch.report.at': 'Time: {at}',
    'watch.report.discarded': 'The officer on duty looked at this file and did not take it in.',
    'watch.report.more':
      '… and {count, number} more errors, marked in the file “-can-sua.xlsx” where there is one.',
  },
} as const;
