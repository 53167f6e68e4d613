/** The strip about which cut is the picture, which are being collected, and what a person decides about them. */
export const picture = {
  vi: {
    'collecting.label': 'Bức tranh và kỳ đang thu thập',
    'collecting.now': 'Đang thu thập {cut}: {inProvinces, number}/{provinces, number} tỉnh, hạn {due}',
    'collecting.more': 'và {count, number} kỳ khác đã mở, chưa chốt',
    'collecting.others': '{count, number} kỳ khác đang thu thập',
    'collecting.undecided': '{count, number} kỳ chờ chốt',
    'collecting.decide': 'Chốt hay đợi?',
    'collecting.decide.title': '{cut}: chốt hay đợi?',
    'collecting.decide.note':
      'Đã quá hạn {due} hơn hai ngày; {inProvinces, number}/{provinces, number} tỉnh, thành phố đã gửi đủ, có {share} số liệu phải nộp. {kind, select, month {Chốt thì màu vận hành của các kỳ từ đó dựa trên số liệu kết quả {cut}, kỳ mà màn hình mở ra không đổi;} other {Chốt thì {cut} thành bức tranh;}} nơi chưa gửi vẫn là chưa báo cáo. Đợi thì hai ngày nữa hệ thống hỏi lại.',
    'collecting.waited': '{who} đã chọn đợi lúc {at}.',
    'collecting.close': 'Chốt',
    'collecting.close.title': 'Chốt {cut}',
    'collecting.close.anyway':
      'Vẫn chốt dù mới có {inProvinces, number}/{provinces, number} tỉnh, {share} số liệu: {kind, select, month {màu vận hành của các kỳ từ đó sẽ dựa trên {cut}} other {{cut} sẽ là bức tranh mà mọi màn hình mở ra}}',
    'collecting.close.done':
      'Đã chốt {cut}; {kind, select, month {từ nay màu vận hành dựa trên tháng này.} other {từ nay đó là bức tranh.}}',
    'collecting.wait': 'Đợi',
    'collecting.wait.title': 'Đợi thêm cho {cut}',
    'collecting.wait.done': 'Đã ghi: đợi thêm cho {cut}.',
    'collecting.who': 'Người thực hiện',
    'collecting.reason': 'Lý do',
    'collecting.back': 'Trở lại kỳ trước',
    'picture.becomes':
      '{kind, select, month {Từ nay màu vận hành của các kỳ sau tháng này dựa trên số liệu kết quả của nó.} other {Từ nay đây là bức tranh mà mọi màn hình, lệnh và tệp xuất mở ra.}}',
    'picture.isBack':
      '{kind, select, month {Màu vận hành nay dựa trên {cut}} other {Bức tranh nay là {cut}}}',
    'picture.reopened': 'Nay nạp tệp đã sửa bằng “kh02 import”, rồi chốt lại bằng “kh02 close {cut}”.',
    'picture.stays':
      '{kind, select, month {Màu vận hành vẫn dựa trên tháng này: trước nó chưa tháng nào đủ số liệu} other {Kỳ này vẫn là bức tranh: chưa có bức tranh nào trước nó}}',
    'picture.stays.poor':
      '{kind, select, month {Màu vận hành vẫn dựa trên tháng này; muốn về {previous}:} other {Kỳ này vẫn là bức tranh; muốn về {previous}:}} kh02 cut back, hoặc “Trở lại kỳ trước” ở dải đầu màn hình',
    'picture.stays.enough':
      '{kind, select, month {Màu vận hành vẫn dựa trên tháng này vì đã đủ số liệu; trước nó là {previous}} other {Kỳ này vẫn là bức tranh vì đã đủ số liệu; trước nó là {previous}}}',
    'collecting.back.title': 'Trở lại {previous}',
    'collecting.back.note':
      '{kind, select, month {Màu vận hành sẽ dựa trên {previous}, cho đến khi {cut} lại có đủ hoặc một tháng sau đủ.} other {Mọi màn hình, màn hình lớn, lệnh và bản xuất sẽ mở ở {previous}, cho đến khi {cut} lại có đủ hoặc một kỳ sau đủ.}}',
    'collecting.back.done':
      '{kind, select, month {Màu vận hành nay dựa trên {previous}.} other {Bức tranh nay là {previous}.}}',
    'collecting.none': 'Chưa có bức tranh: chưa kỳ nào có 90% số tỉnh, thành phố và 90% số liệu.',
    'collecting.none.offered':
      'Đang hiện kỳ đầy đủ nhất, {cut}: {inProvinces, number}/{provinces, number} tỉnh, {share} số liệu.',
    'collecting.none.months': 'Chưa tháng nào đủ số liệu kết quả, nên chưa có màu vận hành.',
    'collecting.poor':
      'Bức tranh {cut} chỉ có {inProvinces, number}/{provinces, number} tỉnh, {share} số liệu.',
    'collecting.poor.month':
      'Số liệu kết quả {cut} chỉ có {inProvinces, number}/{provinces, number} tỉnh, {share} số liệu.',
    'collecting.here':
      'Đang xem {cut}, kỳ chưa đủ: {inProvinces, number}/{provinces, number} tỉnh, {share} số liệu. Mỗi tổng chỉ là của nơi đã báo cáo.',
    'collecting.home': 'Về bức tranh: {cut}',
    'collecting.file':
      'Khi lập tệp, {cut} chưa đủ: {inProvinces, number}/{provinces, number} tỉnh, {share} số liệu.',
  },
  en: {
    'collecting.label': 'The picture and the cuts being collected',
    'collecting.now': 'Collecting {cut}: {inProvinces, number}/{provinces, number} provinces, due {due}',
    'collecting.more': 'and {count, number} more cuts that are open',
    'collecting.others': '{count, plural, one {# other cut is} other {# other cuts are}} being collected',
    'collecting.undecided': '{count, number} to be decided',
    'collecting.decide': 'Close or wait?',
    'collecting.decide.title': '{cut}: close or wait?',
    'collecting.decide.note':
      'It was due {due}, more than two days ago; {inProvinces, number}/{provinces, number} provinces are in, with {share} of what is owed. {kind, select, month {Closed, {cut} becomes the month that operating colours rest on from its end on, the cut that screens open on stays, and who has not sent stays not reported.} other {Closed, {cut} becomes the picture, and who has not sent stays not reported.}} If you wait, you are asked again in two days.',
    'collecting.waited': '{who} chose to wait at {at}.',
    'collecting.close': 'Close',
    'collecting.close.title': 'Close {cut}',
    'collecting.close.anyway':
      'Close it anyway, with {inProvinces, number}/{provinces, number} provinces and {share} of the figures: {kind, select, month {operating colours rest on {cut} from then on} other {{cut} becomes what every screen opens on}}',
    'collecting.close.done':
      '{cut} is closed; {kind, select, month {operating colours rest on it from now on.} other {it is the picture from now on.}}',
    'collecting.wait': 'Wait',
    'collecting.wait.title': 'Wait for {cut}',
    'collecting.wait.done': 'On record: {cut} is waited for.',
    'collecting.who': 'Done by',
    'collecting.reason': 'Reason',
    'picture.becomes':
      '{kind, select, month {From now on operating colours rest on the outputs of this month.} other {From now on this is what every screen, command and export opens on.}}',
    'picture.isBack':
      '{kind, select, month {Operating colours rest on {cut} now} other {The picture is {cut} now}}',
    'picture.reopened':
      'Now take in the corrected file with “kh02 import”, then close it with “kh02 close {cut}”.',
    'picture.stays':
      '{kind, select, month {Operating colours still rest on it: no month before it had enough} other {It still is the picture: there was none before it}}',
    'picture.stays.poor':
      '{kind, select, month {Operating colours still rest on it; for {previous}:} other {It still is the picture; for {previous}:}} kh02 cut back, or “Back to the cut before” in the strip on the screen',
    'picture.stays.enough':
      '{kind, select, month {Operating colours still rest on it, enough of it being there; before it was {previous}} other {It still is the picture, enough of it being there; before it was {previous}}}',
    'collecting.back': 'Back to the cut before',
    'collecting.back.title': 'Back to {previous}',
    'collecting.back.note':
      '{kind, select, month {Operating colours will rest on {previous}, until enough of {cut} or of a later month is there.} other {Every screen, wall, command and export will open on {previous}, until enough of {cut} or of a later cut is there.}}',
    'collecting.back.done':
      '{kind, select, month {Operating colours now rest on {previous}.} other {The picture is now {previous}.}}',
    'collecting.none': 'No picture yet: no cut has 90% of the provinces and 90% of the figures.',
    'collecting.none.offered':
      'Shown is the fullest cut, {cut}: {inProvinces, number}/{provinces, number} provinces, {share} of the figures.',
    'collecting.none.months': 'No month has enough outputs yet, so there is no operating colour.',
    'collecting.poor':
      'Of the picture, {cut}, only {inProvinces, number}/{provinces, number} provinces and {share} of the figures are there.',
    'collecting.poor.month':
      'Of the outputs of {cut} only {inProvinces, number}/{provinces, number} provinces and {share} of the figures are there.',
    'collecting.here':
      'This is {cut}, which is not complete: {inProvinces, number}/{provinces, number} provinces, {share} of the figures. Every total is of those who reported.',
    'collecting.home': 'To the picture: {cut}',
    'collecting.file':
      '{cut} was not complete when the file was made: {inProvinces, number}/{provinces, number} provinces, {share} of the figures.',
  },
} as const;
