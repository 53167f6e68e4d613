/** The part of the usage text about figures that come in. */
export const INTAKE_USAGE = `  import FILE...  nạp tệp Excel, OpenDocument, CSV, JSON, .kh02 / bring files in, one report a file
                  .xlsx .xlsm .xlsb .xls .ods .fods, HTML và XML của Excel / HTML and XML of Excel, too
           --cut ID|DATE   kỳ cho tệp không ghi kỳ / cut for files that name none
           --dry-run       chỉ kiểm tra, không ghi / check only
           --accept-valid  nhận phần hợp lệ, bỏ phần lỗi / take what is valid, leave the rest
           --again         ghi lại tệp đã ghi trước đó khi việc đó thay đổi số liệu
                           take in again what is in already, where that changes figures
           --answer KEY=VALUE  trả lời một câu hỏi của lần chạy trước, lặp lại được
                           answer a question of the run before; may be repeated
           --recipe NAME   đọc theo công thức này; không có thì công thức nào khớp được dùng
                           read by this recipe; without it by whichever fits
           --larger        xác nhận các mẫu số vượt hẳn các tháng trước là đúng
                           denominators far above those of the months before are right
           --why TEXT      lý do đính chính khi kỳ đã chốt / reason when the cut is closed
           --json          mỗi tệp một dòng JSON / one line of JSON a file

  recipe list · show NAME   các công thức đọc bảng của nơi gửi / recipes by which senders' tables are read
         export NAME [--out FILE] · import FILE · rename NAME --to NAME · remove NAME

  undo RUN        hoàn tác cả một lượt nạp / take a whole import back   [--why TEXT]
  close CUT       chốt số liệu; kỳ ấy là bức tranh từ đó / close a cut, which makes it what everybody sees
           --early         chốt trước hạn dù còn thiếu / before it is due, though provinces are missing
           --anyway        đã đến hạn mà còn thiếu nhiều, vẫn chốt / it is due and little has come: close it all the same
  reopen CUT --why TEXT   mở lại kỳ đã chốt / open it again
  cut list        các kỳ đã mở và trong kế hoạch / cuts that are open and planned
  cut add CUT     mở kỳ trong lịch, hoặc thêm kỳ / open a planned cut, or add one
           --label TEXT   --due "dd/MM/yyyy HH:mm"   --overlap  dù trùng ngày với tuần khác / though it shares days
  cut label CUT TEXT   đặt tên riêng cho kỳ ("" để bỏ) / name a cut ("" takes the name away)
  cut due CUT --due "dd/MM/yyyy HH:mm" --why TEXT   dời hạn / move the hour it is due
  cut back CUT --why TEXT   từ bức tranh còn thiếu nhiều trở lại kỳ trước / from a poor picture back to the one before
  cut remove CUT  bỏ kỳ trống / take out an empty cut   [--why TEXT]
  submissions --cut CUT   bảng theo dõi báo cáo của 34 tỉnh / what each province owes and has sent
  template --province CODE --cut CUT --out FILE   mẫu cho một tỉnh / workbook for a province
           --all --out DIR   mẫu cho cả 34 tỉnh / for all 34

  watch [DIR]     thư mục theo dõi: chọn, xem tình hình / the watched folder: choose it, see how it fares
           --policy inbox|clean   tệp đọc được chờ trong hộp đến, hay tệp sạch được ghi ngay
                                  readable files wait, or clean ones are taken in at once
           --pause, --resume, --off
           --once          nhận các tệp đã chép xong rồi thoát / take what is complete, then end

  workspace new DIR [--name NAME]   bắt đầu làm việc thật: kế hoạch, đơn vị, quy tắc, chưa có số liệu
                  begin a real workplace: plan, units and rules, no figure yet
           --plan FILE     với kế hoạch trong tệp .xlsx, .json thay cho kế hoạch có sẵn / with the plan of a file
           --from OLD      kèm mọi thứ không phải minh họa của thư mục OLD (chỉ đọc OLD)
                           with all of the folder OLD that is not built in; OLD is only read
  workspace copy DIR [--name NAME]  bản sao để thực hành của nơi làm việc thật / copy a real one to practise on
  workspace list · info             các nơi đã mở; nơi đang dùng / those opened here; the one in use

  backup          sao lưu ngay, có kiểm tra / make a checked backup now
           --to DIR        vào thư mục khác / into another folder
           --list          các bản sao lưu hiện có / those there are
  restore NAME|FILE|latest   khôi phục; cơ sở dữ liệu hiện tại được giữ lại trong backups
                  restore one; the present database is kept among the backups
  check [FILE]    kiểm tra cơ sở dữ liệu và mọi bản sao lưu / look at every page of the database and its backups
`;
