/** Snapshot files: verdicts with their reasons, making, opening, keys. */
export const snapshots = {
  vi: {
    'snapshot.import': 'Nạp số liệu…',
    'snapshot.import.title': 'Nạp số liệu từ {file}',
    'snapshot.import.note':
      'Số liệu của mọi kỳ trong tệp được so với số liệu trên máy này rồi ghi vào như một lần nạp, có thể hoàn tác. Màu và cảnh báo được tính lại theo quy tắc của máy này.',
    'snapshot.import.who': 'Người nạp',
    'snapshot.import.reason': 'Lý do (bắt buộc khi kỳ đã chốt)',
    'snapshot.import.start': 'Nạp',
    'snapshot.import.done': 'Đã nạp: {added} số liệu mới, {changed} thay đổi, {same} giữ nguyên.',
    'snapshot.title': 'Tệp số liệu',
    'snapshot.banner': 'Đang xem tệp số liệu, chỉ đọc',
    'snapshot.back': 'Trở về số liệu của máy này',
    'snapshot.open.title': 'Mở tệp nhận được',
    'snapshot.open.note': 'Tệp được kiểm tra trước khi hiển thị và không bao giờ bị sửa.',
    'snapshot.open.drop': 'Kéo thả một tệp .kh02 vào đây, hoặc',
    'snapshot.open.choose': 'Chọn tệp…',
    'snapshot.open.look': 'Xem tệp này',
    'snapshot.opened.title': 'Các tệp đang mở',
    'snapshot.opened.close': 'Đóng',
    'snapshot.make.title': 'Lập tệp để gửi',
    'snapshot.make.note':
      'Một tệp .kh02 mang theo số liệu, bộ quy tắc và chữ ký; mở được trên máy không có mạng.',
    'snapshot.make.country': 'Cả nước',
    'snapshot.make.allCuts': 'Mọi kỳ số liệu',
    'snapshot.make.oneCut': 'Chỉ {cut}',
    'snapshot.make.noKey': 'Ký tệp (máy này chưa có khóa ký)',
    'snapshot.make.sign': 'Ký bằng khóa “{name}”',
    'snapshot.make.start': 'Lập tệp',
    'snapshot.make.stop': 'Dừng',
    'snapshot.make.progress': 'Tiến độ lập tệp',
    'snapshot.make.done': 'Đã lập tệp: {file}',
    'snapshot.made.title': 'Tệp đã lập',
    'snapshot.made.none': 'Chưa lập tệp nào trên máy này.',
    'snapshot.made.file': 'Tệp',
    'snapshot.made.copy': 'Bản sao',
    'snapshot.made.save': 'Tải về',
    'snapshot.made.gone': 'Không còn ở chỗ cũ',
    'snapshot.key.title': 'Khóa ký và khóa tin cậy',
    'snapshot.key.note': 'Khóa riêng không rời máy này; chỉ gửi đi khóa công khai.',
    'snapshot.key.own': 'Khóa {fingerprint}, tạo lúc {time}',
    'snapshot.key.export': 'Xuất khóa công khai',
    'snapshot.key.trusted': 'Các khóa được tin cậy',
    'snapshot.key.trust': 'Thêm khóa từ tệp…',
    'snapshot.key.distrust': 'Bỏ tin cậy',
    'snapshot.key.isOwn': 'khóa của máy này',
    'snapshot.key.name': 'Tên người ký',
    'snapshot.key.passphrase': 'Mật khẩu của khóa',
    'snapshot.key.passphraseNew': 'Mật khẩu của khóa (nên có)',
    'snapshot.key.make': 'Tạo khóa ký',
    'snapshot.verdict.verified': 'Đã xác thực',
    'snapshot.verdict.unsigned': 'Chưa xác thực được người ký',
    'snapshot.verdict.altered': 'Đã bị thay đổi',
    'snapshot.verdict.refused': 'Không mở được',
    'snapshot.field.scope': 'Phạm vi',
    'snapshot.field.asOf': 'Thời điểm số liệu',
    'snapshot.field.communes': 'Số xã, phường, đặc khu',
    'snapshot.field.cuts': 'Kỳ số liệu',
    'snapshot.field.maker': 'Người lập',
    'snapshot.field.createdAt': 'Lập lúc',
    'snapshot.field.rules': 'Bộ quy tắc phiên bản',
    'snapshot.field.sources': 'Loại nguồn',
    'snapshot.field.bytes': 'Số byte',
    'snapshot.field.signer': 'Người ký',
    'snapshot.reason.SIGNED_BY':
      'Tệp còn nguyên vẹn và do “{name}” ký (khóa {fingerprint}), khóa này được tin cậy trên máy này.',
    'snapshot.reason.NO_SIGNATURE':
      'Tệp còn nguyên vẹn nhưng không có chữ ký: không biết chắc ai đã lập. Hãy hỏi lại nơi gửi nếu cần dùng làm căn cứ.',
    'snapshot.reason.KEY_NOT_TRUSTED':
      'Tệp còn nguyên vẹn, ký bằng khóa {fingerprint} ghi tên “{name}”, nhưng máy này chưa tin cậy khóa đó. Hãy đối chiếu dãy số của khóa với nơi gửi rồi thêm khóa vào danh sách tin cậy.',
    'snapshot.reason.KEY_NAME_TAKEN':
      'Cẩn thận: tệp ghi tên người ký là “{name}” nhưng dùng khóa {fingerprint}, khác với khóa mà máy này tin cậy dưới tên đó. Hãy hỏi lại nơi gửi trước khi dùng.',
    'snapshot.reason.CONTENT_CHANGED':
      'Nội dung tệp không còn đúng như lúc được lập: mã băm SHA-256 không khớp. Hãy xin nơi gửi gửi lại tệp.',
    'snapshot.reason.SIGNATURE_WRONG':
      'Chữ ký ghi tên “{name}” không khớp với nội dung tệp. Hãy xin nơi gửi gửi lại tệp.',
    'snapshot.reason.NOT_A_SNAPSHOT':
      'Đây không phải tệp số liệu KH02 (.kh02). Hãy chọn đúng tệp, hoặc nạp bảng tính ở mục Nạp số liệu.',
    'snapshot.reason.FORMAT_NEWER':
      'Tệp do phiên bản mới hơn lập ra (định dạng {found, number}, bản này đọc được đến {known, number}). Hãy cài phiên bản mới của KH02 Center.',
    'snapshot.reason.FORMAT_UNKNOWN':
      'Không biết định dạng số {found, number} của tệp. Hãy xin nơi gửi lập lại tệp.',
    'snapshot.reason.TOO_LARGE':
      'Tệp lớn {megabytes, number} MB, quá giới hạn {limit, number} MB. Hãy lập tệp với ít kỳ số liệu hơn hoặc cho một tỉnh.',
    'snapshot.reason.TRUNCATED':
      'Tệp bị cắt cụt: có {bytes, number} byte trong khi phải có {expected, number} byte. Hãy sao chép lại tệp.',
    'snapshot.reason.LAYOUT_FOREIGN':
      'Cách sắp xếp bên trong tệp không phải của tệp số liệu KH02. Hãy xin nơi gửi lập lại tệp.',
    'snapshot.reason.SCHEMA_FOREIGN':
      'Cấu trúc tệp không đúng định dạng (có {objects, number} đối tượng): có bảng, cột, trigger, view hoặc chỉ mục lạ. Không mở tệp này; hãy hỏi lại nơi gửi.',
    'snapshot.reason.OBJECT_FOREIGN':
      'Trong tệp có đối tượng lạ hoặc bị sửa: “{object}”. Không mở tệp này; hãy hỏi lại nơi gửi.',
    'snapshot.reason.OBJECT_MISSING': 'Trong tệp thiếu “{object}”. Hãy xin nơi gửi lập lại tệp.',
    'snapshot.reason.DAMAGED': 'Tệp bị hỏng bên trong. Hãy sao chép lại tệp hoặc xin nơi gửi gửi lại.',
    'snapshot.reason.VALUES_WRONG':
      'Trong bảng “{table}” của tệp có giá trị không thể có. Hãy xin nơi gửi lập lại tệp.',
    'snapshot.reason.TOO_MANY_ROWS':
      'Bảng “{table}” của tệp có {rows, number} dòng, quá giới hạn {limit, number} dòng. Hãy xin nơi gửi lập lại tệp.',
    'snapshot.reason.MANIFEST_WRONG':
      'Phần tự giới thiệu của tệp không khớp với nội dung. Hãy xin nơi gửi lập lại tệp.',
  },
  en: {
    'snapshot.import': 'Import figures…',
    'snapshot.import.title': 'Import figures from {file}',
    'snapshot.import.note':
      'The figures of every cut in the file are compared with those on this machine and written as one import that can be undone. Colours and alerts are computed anew by the rules of this machine.',
    'snapshot.import.who': 'Imported by',
    'snapshot.import.reason': 'Reason (needed where a cut is closed)',
    'snapshot.import.start': 'Import',
    'snapshot.import.done': 'Imported: {added} new figures, {changed} changed, {same} the same.',
    'snapshot.title': 'Data files',
    'snapshot.banner': 'Looking at a data file, read-only',
    'snapshot.back': 'Back to the data of this machine',
    'snapshot.open.title': 'Open a file you received',
    'snapshot.open.note': 'The file is checked before anything is shown, and never changed.',
    'snapshot.open.drop': 'Drop a .kh02 file here, or',
    'snapshot.open.choose': 'Choose a file…',
    'snapshot.open.look': 'Look at this file',
    'snapshot.opened.title': 'Open files',
    'snapshot.opened.close': 'Close',
    'snapshot.make.title': 'Make a file to hand on',
    'snapshot.make.note':
      'One .kh02 file carries data, rule set and signature; it opens on a machine without a network.',
    'snapshot.make.country': 'Whole country',
    'snapshot.make.allCuts': 'Every cut',
    'snapshot.make.oneCut': 'Only {cut}',
    'snapshot.make.noKey': 'Sign the file (this machine has no signing key yet)',
    'snapshot.make.sign': 'Sign with the key “{name}”',
    'snapshot.make.start': 'Make the file',
    'snapshot.make.stop': 'Stop',
    'snapshot.make.progress': 'Progress of making the file',
    'snapshot.make.done': 'The file was made: {file}',
    'snapshot.made.title': 'Files made',
    'snapshot.made.none': 'No file has been made on this machine yet.',
    'snapshot.made.file': 'File',
    'snapshot.made.copy': 'Copy',
    'snapshot.made.save': 'Download',
    'snapshot.made.gone': 'No longer in its place',
    'snapshot.key.title': 'Signing key and trusted keys',
    'snapshot.key.note': 'The private key never leaves this machine; only the public key is handed on.',
    'snapshot.key.own': 'Key {fingerprint}, made at {time}',
    'snapshot.key.export': 'Export the public key',
    'snapshot.key.trusted': 'Trusted keys',
    'snapshot.key.trust': 'Add a key from a file…',
    'snapshot.key.distrust': 'Stop trusting',
    'snapshot.key.isOwn': 'key of this machine',
    'snapshot.key.name': 'Name of the signer',
    'snapshot.key.passphrase': 'Passphrase of the key',
    'snapshot.key.passphraseNew': 'Passphrase of the key (recommended)',
    'snapshot.key.make': 'Make a signing key',
    'snapshot.verdict.verified': 'Verified',
    'snapshot.verdict.unsigned': 'Signer not verified',
    'snapshot.verdict.altered': 'Altered',
    'snapshot.verdict.refused': 'Cannot be opened',
    'snapshot.field.scope': 'Scope',
    'snapshot.field.asOf': 'As of',
    'snapshot.field.communes': 'Communes',
    'snapshot.field.cuts': 'Cuts',
    'snapshot.field.maker': 'Made by',
    'snapshot.field.createdAt': 'Made at',
    'snapshot.field.rules': 'Rule set version',
    'snapshot.field.sources': 'Kinds of source',
    'snapshot.field.bytes': 'Bytes',
    'snapshot.field.signer': 'Signed by',
    'snapshot.reason.SIGNED_BY':
      'The file is whole and signed by “{name}” (key {fingerprint}), a key that this machine trusts.',
    'snapshot.reason.NO_SIGNATURE':
      'The file is whole but nobody signed it: who made it is not known for sure. Ask the sender before you rely on it.',
    'snapshot.reason.KEY_NOT_TRUSTED':
      'The file is whole and signed with key {fingerprint} in the name of “{name}”, but this machine does not trust that key yet. Compare its digits with the sender, then add it to the trusted keys.',
    'snapshot.reason.KEY_NAME_TAKEN':
      'Careful: the file names “{name}” as its signer but uses key {fingerprint}, which is not the key that this machine trusts under that name. Ask the sender before you use it.',
    'snapshot.reason.CONTENT_CHANGED':
      'The content is no longer what it was when the file was made: its SHA-256 does not match. Ask the sender for the file again.',
    'snapshot.reason.SIGNATURE_WRONG':
      'The signature in the name of “{name}” does not fit the content. Ask the sender for the file again.',
    'snapshot.reason.NOT_A_SNAPSHOT':
      'This is not a KH02 data file (.kh02). Choose the right file, or import workbooks under Import.',
    'snapshot.reason.FORMAT_NEWER':
      'The file was made by a newer version (format {found, number}, this version reads up to {known, number}). Install the newer KH02 Center.',
    'snapshot.reason.FORMAT_UNKNOWN':
      'The file’s format number {found, number} is not known. Ask the sender to make the file again.',
    'snapshot.reason.TOO_LARGE':
      'The file has {megabytes, number} MB, above the limit of {limit, number} MB. Make it with fewer cuts or for one province.',
    'snapshot.reason.TRUNCATED':
      'The file is cut short: it has {bytes, number} bytes where it must have {expected, number}. Copy it again.',
    'snapshot.reason.LAYOUT_FOREIGN':
      'The file is not laid out as a KH02 data file. Ask the sender to make it again.',
    'snapshot.reason.SCHEMA_FOREIGN':
      'The file’s structure is not that of the format (it has {objects, number} objects): there is a foreign table, column, trigger, view or index. It is not opened; ask the sender.',
    'snapshot.reason.OBJECT_FOREIGN':
      'The file holds a foreign or changed object: “{object}”. It is not opened; ask the sender.',
    'snapshot.reason.OBJECT_MISSING': 'The file lacks “{object}”. Ask the sender to make it again.',
    'snapshot.reason.DAMAGED':
      'The file is damaged inside. Copy it again or ask the sender to send it again.',
    'snapshot.reason.VALUES_WRONG':
      'The table “{table}” of the file holds a value that cannot be. Ask the sender to make the file again.',
    'snapshot.reason.TOO_MANY_ROWS':
      'The table “{table}” of the file has {rows, number} rows, above the limit of {limit, number}. Ask the sender to make the file again.',
    'snapshot.reason.MANIFEST_WRONG':
      'What the file says about itself does not match its content. Ask the sender to make it again.',
  },
} as const;
